//go:build unix

package hostfs

import (
	"io/fs"
	"syscall"
)

// ReadFile is os.ReadFile by system calls alone. Package os tells its poller about each
// file that it opens; the first one makes it start, which takes four system calls and
// 40 KB that a program without sockets does not need.
func ReadFile(name string) ([]byte, error) {
	wrong := func(op string, err error) ([]byte, error) { return nil, &fs.PathError{Op: op, Path: name, Err: err} }
	fd, err := retried(func() (int, error) { return syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC, 0) })
	if err != nil {
		return wrong("open", err)
	}
	defer syscall.Close(fd)
	var st syscall.Stat_t
	size := 512
	if syscall.Fstat(fd, &st) == nil && st.Size < 1<<30 {
		size = max(size, int(st.Size)+1) // one more, to see the end without another turn
	}
	b := make([]byte, 0, size)
	for {
		n, err := retried(func() (int, error) { return syscall.Read(fd, b[len(b):min(cap(b), len(b)+1<<30)]) })
		if err != nil {
			return wrong("read", err)
		}
		if n == 0 {
			return b, nil
		}
		if b = b[:len(b)+n]; len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
	}
}

// retried calls f again for as long as a signal interrupts it.
func retried(f func() (int, error)) (int, error) {
	for {
		n, err := f()
		if err != syscall.EINTR {
			return n, err
		}
	}
}
