// Package hostfs gives an interpreter the machine's own files and randomness. An
// embedder passes [New] as Config.FS to let programs see everything that the
// process sees; nothing else in woma touches the operating system's files.
package hostfs

import (
	"crypto/rand"
	"io"
	"io/fs"
	"os"
	"time"

	"github.com/woma-lang/woma/py"
)

// Random is the operating system's source of cryptographic randomness.
var Random io.Reader = rand.Reader

// FS is the machine's file system.
type FS struct{}

// New returns the machine's file system.
func New() *FS { return &FS{} }

var _ py.FileSystem = (*FS)(nil)

// OpenFile opens a file; flag is made of os.O_… bits.
func (*FS) OpenFile(name string, flag int, perm fs.FileMode) (py.File, error) {
	f, err := os.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Stat follows symbolic links, Lstat does not.
func (*FS) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

// Lstat describes a file, a symbolic link itself.
func (*FS) Lstat(name string) (fs.FileInfo, error) { return os.Lstat(name) }

// ReadDir lists a folder, sorted by name.
func (*FS) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }

// Mkdir makes a folder.
func (*FS) Mkdir(name string, perm fs.FileMode) error { return os.Mkdir(name, perm) }

// Remove removes a file or an empty folder.
func (*FS) Remove(name string) error { return os.Remove(name) }

// Rename renames a file or folder.
func (*FS) Rename(from, to string) error { return os.Rename(from, to) }

// Getwd returns the current folder.
func (*FS) Getwd() (string, error) { return os.Getwd() }

// Chdir changes the current folder of the process.
func (*FS) Chdir(name string) error { return os.Chdir(name) }

// The methods below are not part of py.FileSystem: modules ask for them one by one.

// Chmod changes permissions.
func (*FS) Chmod(name string, mode fs.FileMode) error { return os.Chmod(name, mode) }

// Symlink makes a symbolic link.
func (*FS) Symlink(target, name string) error { return os.Symlink(target, name) }

// Link makes a hard link.
func (*FS) Link(from, to string) error { return os.Link(from, to) }

// Readlink reads a symbolic link.
func (*FS) Readlink(name string) (string, error) { return os.Readlink(name) }

// Chtimes sets the times of a file.
func (*FS) Chtimes(name string, atime, mtime time.Time) error { return os.Chtimes(name, atime, mtime) }

// OpenFd makes a file of an open descriptor.
func (*FS) OpenFd(fd uintptr) (py.File, error) {
	f := os.NewFile(fd, "")
	if f == nil {
		return nil, fs.ErrInvalid
	}
	st, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if st.IsDir() {
		return nil, &fs.PathError{Op: "open", Err: errIsDir}
	}
	return f, nil
}
