//go:build !unix

package hostfs

import "syscall"

const errIsDir = syscall.EINVAL
