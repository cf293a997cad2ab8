package py

import (
	"io/fs"
	"syscall"
)

// portableErrno returns an errno as Python shows it, -1 if it has none: Windows has
// its own numbers for what a program looks for in an OSError.
func portableErrno(e syscall.Errno) int {
	switch {
	case e.Is(fs.ErrNotExist):
		return int(syscall.ENOENT)
	case e.Is(fs.ErrExist):
		return int(syscall.EEXIST)
	case e.Is(fs.ErrPermission):
		return int(syscall.EACCES)
	case e.Timeout():
		return int(syscall.ETIMEDOUT)
	}
	return int(e)
}

// errShutdown is WSAESHUTDOWN.
const errShutdown = syscall.Errno(10058)
