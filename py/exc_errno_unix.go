//go:build unix

package py

import "syscall"

// errShutdown: the connection was shut down for writing.
const errShutdown = syscall.ESHUTDOWN
