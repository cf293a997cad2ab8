// Package hostfs gives an interpreter the files and the randomness of the machine
// it runs on.
package hostfs

import (
	"crypto/rand"
	"io/fs"
	"os"

	"github.com/woma-lang/woma/py"
)

// Random is the operating system's cryptographic randomness.
var Random = rand.Reader

type hostFS struct{}

// New returns the machine's file system.
func New() py.FileSystem { return hostFS{} }

func (hostFS) OpenFile(name string, flag int, perm fs.FileMode) (py.File, error) {
	f, err := os.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	return f, nil
}
func (hostFS) Stat(name string) (fs.FileInfo, error)        { return os.Stat(name) }
func (hostFS) Lstat(name string) (fs.FileInfo, error)       { return os.Lstat(name) }
func (hostFS) ReadDir(name string) ([]fs.DirEntry, error)   { return os.ReadDir(name) }
func (hostFS) Mkdir(name string, perm fs.FileMode) error    { return os.Mkdir(name, perm) }
func (hostFS) Remove(name string) error                     { return os.Remove(name) }
func (hostFS) Rename(from, to string) error                 { return os.Rename(from, to) }
func (hostFS) Getwd() (string, error)                       { return os.Getwd() }
func (hostFS) Chdir(name string) error                      { return os.Chdir(name) }
