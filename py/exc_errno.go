//go:build !windows

package py

import "syscall"

// portableErrno returns an errno as Python shows it, -1 if it has none.
func portableErrno(e syscall.Errno) int { return int(e) }
