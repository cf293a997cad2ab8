//go:build !unix && !windows

package py

import "syscall"

// errShutdown is no number that occurs: there are no sockets.
const errShutdown = syscall.Errno(1<<31 - 1)
