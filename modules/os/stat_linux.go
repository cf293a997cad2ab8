package os

import (
	"io/fs"
	"syscall"
)

func details(info fs.FileInfo) statDetails {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		ns := info.ModTime().UnixNano()
		return statDetails{nlink: 1, atime: ns, mtime: ns, ctime: ns}
	}
	// The types of the fields differ between architectures.
	return statDetails{
		ino: int64(s.Ino), dev: int64(s.Dev), nlink: int64(s.Nlink), uid: int64(s.Uid), gid: int64(s.Gid), rdev: int64(s.Rdev),
		blksize: int64(s.Blksize), blocks: int64(s.Blocks),
		atime: s.Atim.Nano(), mtime: s.Mtim.Nano(), ctime: s.Ctim.Nano(),
	}
}
