package os

import (
	"io/fs"
	"syscall"

	"github.com/woma-lang/woma/py"
)

var statResult = py.Late[*py.StructSeq]{Make: func() *py.StructSeq {
	return py.NewStructSeq("os", "stat_result",
		"stat_result: Result from stat, fstat, or lstat.\n\nThis object may be accessed either as a tuple of\n  (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)\nor via the attributes st_mode, st_ino, st_dev, st_nlink, st_uid, and so on.",
		10, true,
		"st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size", "st_atime", "st_mtime", "st_ctime",
		"st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev")
}}

func stat(t *py.Thread, a *py.Args) (py.Value, error) {
	follow := a.BoolOr(t, 2, true)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return statOf(t, a, follow)
}

func lstat(t *py.Thread, a *py.Args) (py.Value, error) { return statOf(t, a, false) }

func statOf(t *py.Thread, a *py.Args, follow bool) (py.Value, error) {
	var info fs.FileInfo
	err := at(t, a, 0, func(h py.FileSystem, p string) (err error) {
		if p == "" {
			return syscall.ENOENT
		}
		if follow {
			info, err = h.Stat(p)
		} else {
			info, err = h.Lstat(p)
		}
		return err
	})
	if err != nil {
		return py.Nil, err
	}
	x := details(info)
	seconds := func(ns int64) py.Value { return py.Float(float64(ns) / 1e9) }
	return statResult.Get().New(py.Int(unixMode(info.Mode())), py.Int(x.ino), py.Int(x.dev), py.Int(x.nlink), py.Int(x.uid), py.Int(x.gid),
		py.Int(info.Size()), seconds(x.atime), seconds(x.mtime), seconds(x.ctime),
		py.Int(x.atime), py.Int(x.mtime), py.Int(x.ctime), py.Int(x.blksize), py.Int(x.blocks), py.Int(x.rdev)), nil
}

// statDetails is what only the operating system knows; times in nanoseconds.
type statDetails struct {
	ino, dev, nlink, uid, gid, atime, mtime, ctime, blksize, blocks, rdev int64
}

// unixMode returns st_mode: the type of the file and its permissions.
func unixMode(m fs.FileMode) int64 {
	mode := int64(m.Perm())
	switch {
	case m.IsDir():
		mode |= 0x4000
	case m&fs.ModeSymlink != 0:
		mode |= 0xA000
	case m&fs.ModeNamedPipe != 0:
		mode |= 0x1000
	case m&fs.ModeSocket != 0:
		mode |= 0xC000
	case m&fs.ModeCharDevice != 0:
		mode |= 0x2000
	case m&fs.ModeDevice != 0:
		mode |= 0x6000
	default:
		mode |= 0x8000
	}
	if m&fs.ModeSetuid != 0 {
		mode |= 0o4000
	}
	if m&fs.ModeSetgid != 0 {
		mode |= 0o2000
	}
	if m&fs.ModeSticky != 0 {
		mode |= 0o1000
	}
	return mode
}

// goMode is the other way round for chmod.
func goMode(mode int) fs.FileMode {
	m := fs.FileMode(mode) & 0o777
	if mode&0o4000 != 0 {
		m |= fs.ModeSetuid
	}
	if mode&0o2000 != 0 {
		m |= fs.ModeSetgid
	}
	if mode&0o1000 != 0 {
		m |= fs.ModeSticky
	}
	return m
}
