package recipes

import (
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
)

// File is what WriteFile writes to.
type File interface {
	io.Writer
	io.Closer
	Sync() error
}

// FS is as much of a file system as WriteFile needs, with the meanings of package os.
type FS interface {
	Open(name string, flag int, perm fs.FileMode) (File, error)
	Stat(name string) (fs.FileInfo, error)
	Readlink(name string) (string, error)
	Rename(from, to string) error
	Remove(name string) error
	SyncDir(name string)
}

// Streams reports whether a name is a device's or a pipe's.
func Streams(f FS, name string) bool {
	st, err := f.Stat(name)
	return err == nil && st.Mode()&(fs.ModeDevice|fs.ModeNamedPipe|fs.ModeSocket) != 0
}

// WriteFile replaces a file at once: whoever reads it, whenever the power fails, finds
// the old one or the new one, whole. The bytes go to a file beside it, which then takes
// its name. A symbolic link stays one. A device or pipe, which has no old contents and
// must not be replaced, is written to.
func WriteFile(f FS, random io.Reader, name string, data []byte, perm fs.FileMode) (err error) {
	if Streams(f, name) {
		file, err := f.Open(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = file.Write(data)
		return errors.Join(err, file.Close())
	}
	for range 40 {
		to, err := f.Readlink(name)
		if err != nil {
			break // not a link
		}
		if !strings.HasPrefix(to, "/") {
			to = name[:strings.LastIndexByte(name, '/')+1] + to
		}
		name = to
	}
	var tail [6]byte
	if _, err := io.ReadFull(random, tail[:]); err != nil {
		return err
	}
	temp := name + "." + hex.EncodeToString(tail[:]) + ".tmp"
	file, err := f.Open(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, perm)
	if err != nil {
		if e, ok := errors.AsType[*fs.PathError](err); ok {
			e.Path = name // which the caller knows
		}
		return err
	}
	_, err = file.Write(data)
	if err == nil {
		err = file.Sync()
	}
	err = errors.Join(err, file.Close())
	if err == nil {
		err = f.Rename(temp, name)
	}
	if err != nil {
		f.Remove(temp)
		return err
	}
	dir := "."
	if i := strings.LastIndexByte(name, '/'); i >= 0 {
		dir = name[:i+1]
	}
	f.SyncDir(dir)
	return nil
}
