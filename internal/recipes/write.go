package recipes

import (
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"strings"
)

// File is what WriteFile writes to.
type File interface {
	io.Writer
	io.Closer
	Sync() error
}

// FS is as much of a file system as WriteFile needs. Create makes a file that must not
// exist yet.
type FS interface {
	Create(name string, perm fs.FileMode) (File, error)
	Rename(from, to string) error
	Remove(name string) error
	SyncDir(name string)
}

// WriteFile replaces a file at once: whoever reads it, whenever the power fails, finds
// the old one or the new one, whole. The bytes go to a file beside it, which then takes
// its name.
func WriteFile(f FS, random io.Reader, name string, data []byte, perm fs.FileMode) (err error) {
	var tail [6]byte
	if _, err := io.ReadFull(random, tail[:]); err != nil {
		return err
	}
	temp := name + "." + hex.EncodeToString(tail[:]) + ".tmp"
	file, err := f.Create(temp, perm)
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
