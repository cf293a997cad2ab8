// Package os is Python's os on the file system that the host grants: without one,
// everything that would look at files gives PermissionError. What can be said in
// Python is in more.py. Of MicroPython's os there are ilistdir, sync and urandom.
// https://docs.python.org/3.13/library/os.html
// https://docs.micropython.org/en/latest/library/os.html
package os

import (
	_ "embed"
	"errors"
	"io"
	"io/fs"
	"os"
	"runtime"
	"sort"
	"strings"
	"syscall"
	"time"

	"github.com/woma-lang/woma/py"
)

// number makes a function of Python of one of Go that returns a number.
//
//go:noinline
func number(f func() int) func(*py.Thread, *py.Args) (py.Value, error) {
	return func(*py.Thread, *py.Args) (py.Value, error) { return py.Int(int64(f())), nil }
}

// system runs a command.
func system(t *py.Thread, a *py.Args) (py.Value, error) {
	command := string(a.Buffer(t, 0))
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if strings.IndexByte(command, 0) >= 0 {
		return py.Nil, py.Raise(py.ValueError, "embedded null byte")
	}
	vals, err := py.ToSlice(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	run := t.Interp.System
	if run == nil {
		return py.Nil, py.PathError(t, syscall.EACCES, a.Value(0))
	}
	env := make([]string, len(vals))
	for i, v := range vals {
		if b, ok := py.Cast[py.Bytes](v, py.BytesType); ok {
			env[i] = string(b.B)
		}
	}
	status, err := run(command, env)
	if err != nil {
		return py.Nil, py.FromGo(err)
	}
	return py.Int(int64(status)), nil
}

//go:embed more.py
var moreSource string

// Module is the module os.
var Module = &py.Module{
	Name: "os",
	Doc:  "OS routines for the platform that the program runs on.",
	Table: func() py.Members {
		osName, linesep := hostNames()
		return py.Members{
			py.Func("_system(command, env, /)", system),
			py.Const("F_OK", py.Int(0)),
			py.Const("O_APPEND", py.Int(int64(os.O_APPEND))),
			py.Const("O_CREAT", py.Int(int64(os.O_CREATE))),
			py.Const("O_EXCL", py.Int(int64(os.O_EXCL))),
			py.Const("O_RDONLY", py.Int(int64(os.O_RDONLY))),
			py.Const("O_RDWR", py.Int(int64(os.O_RDWR))),
			py.Const("O_SYNC", py.Int(int64(os.O_SYNC))),
			py.Const("O_TRUNC", py.Int(int64(os.O_TRUNC))),
			py.Const("O_WRONLY", py.Int(int64(os.O_WRONLY))),
			py.Const("R_OK", py.Int(4)),
			py.Const("SEEK_CUR", py.Int(1)),
			py.Const("SEEK_END", py.Int(2)),
			py.Const("SEEK_SET", py.Int(0)),
			py.Const("W_OK", py.Int(2)),
			py.Const("X_OK", py.Int(1)),
			py.Func("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", access),
			py.Func("chdir(path)", chdir),
			py.Func("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", chmod),
			py.Func("cpu_count()", func(*py.Thread, *py.Args) (py.Value, error) { return py.Int(int64(runtime.NumCPU())), nil }),
			py.ClassAs("error", py.OSError),
			py.Func("fsdecode(filename)", fsdecode),
			py.Func("fsencode(filename)", fsencode),
			py.Func("fspath(path)", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.FSPathValue(t, a.Value(0)) }),
			py.Func("getcwd()", getcwd),
			py.Func("getcwdb()", getcwdb),
			py.Func("getegid()", number(os.Getegid)),
			py.Func("geteuid()", number(os.Geteuid)),
			py.Func("getgid()", number(os.Getgid)),
			py.Func("getpid()", func(*py.Thread, *py.Args) (py.Value, error) { return py.Int(int64(os.Getpid())), nil }),
			py.Func("getppid()", number(os.Getppid)),
			py.Func("getuid()", number(os.Getuid)),
			py.Func("ilistdir(path='.', /)", ilistdir),
			py.Const("linesep", py.NewStr(linesep)),
			py.Func("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", link),
			py.Func("listdir(path=None)", listdir),
			py.Func("lstat(path, *, dir_fd=None)", lstat),
			py.Func("mkdir(path, mode=511, *, dir_fd=None)", mkdir),
			py.Const("name", py.NewStr(osName)),
			py.Func("readlink(path, *, dir_fd=None)", readlink),
			py.Func("remove(path, *, dir_fd=None)", remove),
			py.Func("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", rename),
			py.Func("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", rename),
			py.Func("rmdir(path, *, dir_fd=None)", rmdir),
			py.Func("stat(path, *, dir_fd=None, follow_symlinks=True)", stat),
			py.ClassAs("stat_result", statResult.Get().Type),
			py.Func("strerror(code, /)", strerror),
			py.Func("symlink(src, dst, target_is_directory=False, *, dir_fd=None)", symlink),
			py.Func("sync()", sync),
			py.Func("truncate(path, length)", truncate),
			py.Func("uname()", uname),
			py.ClassAs("uname_result", unameResult.Get().Type),
			py.Func("unlink(path, *, dir_fd=None)", remove),
			py.Func("urandom(size, /)", urandom),
			py.Func("utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True)", utime),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		env := py.NewDict()
		for _, nv := range t.Interp.Env {
			if k, v, ok := strings.Cut(nv, "="); ok {
				env.SetItem(py.ToWTF8(k), py.NewStr(py.ToWTF8(v)))
			}
		}
		m.Dict.SetItem("_env", env.Value())
		return py.RunSource(t, moreSource, "<frozen os>", m.Dict)
	},
}

// hostNames are os.name and os.linesep.
func hostNames() (name, linesep string) {
	if runtime.GOOS == "windows" {
		return "nt", "\r\n"
	}
	return "posix", "\n"
}

// host returns the file system, an error if there is none.
func host(t *py.Thread, path py.Value) (py.FileSystem, error) {
	if t.Interp.FS == nil {
		return nil, py.PathError(t, syscall.EACCES, path)
	}
	return t.Interp.FS, nil
}

// at calls f with the file system and the path of argument i; what f returns becomes
// an OSError with the path as it was given.
func at(t *py.Thread, a *py.Args, i int, f func(h py.FileSystem, path string) error) error {
	v := a.Value(i)
	path, err := py.FSPath(t, v)
	if err != nil {
		return err
	}
	h, err := host(t, v)
	if err != nil {
		return err
	}
	py.FlushFiles(t)
	if err := f(h, string(py.FSEncode(path))); err != nil {
		return osError(t, err, v)
	}
	return nil
}

// osError turns an error of the host into an OSError about one or two paths.
func osError(t *py.Thread, err error, paths ...py.Value) error {
	if e, ok := err.(*py.Exc); ok {
		return e
	}
	var no syscall.Errno
	switch {
	case errors.As(err, &no):
	case errors.Is(err, fs.ErrNotExist):
		no = syscall.ENOENT
	case errors.Is(err, fs.ErrExist):
		no = syscall.EEXIST
	case errors.Is(err, fs.ErrPermission):
		no = syscall.EACCES
	default:
		return py.FromGo(err)
	}
	return py.PathError(t, no, paths...)
}

func none(err error) (py.Value, error) {
	if err != nil {
		return py.Nil, err
	}
	return py.None, nil
}

func chdir(t *py.Thread, a *py.Args) (py.Value, error) {
	return none(at(t, a, 0, func(h py.FileSystem, p string) error { return h.Chdir(p) }))
}

func getcwd(t *py.Thread, a *py.Args) (py.Value, error) {
	h, err := host(t, py.NewStr("."))
	if err != nil {
		return py.Nil, err
	}
	dir, err := h.Getwd()
	if err != nil {
		return py.Nil, py.FromGo(err)
	}
	return py.NewStr(py.FSDecode([]byte(dir))), nil
}

func getcwdb(t *py.Thread, a *py.Args) (py.Value, error) {
	v, err := getcwd(t, a)
	if err != nil {
		return py.Nil, err
	}
	s, _ := py.AsStr(v)
	return py.NewBytes(py.FSEncode(s.String())), nil
}

// wantsBytes reports whether a path was given as bytes: then names are bytes too.
func wantsBytes(t *py.Thread, v py.Value) bool {
	if !v.Bound() || v.IsNone() {
		return false
	}
	p, err := py.FSPathValue(t, v)
	return err == nil && py.IsInstance(p, py.BytesType)
}

func fileName(name string, bytes bool) py.Value {
	if bytes {
		return py.NewBytes([]byte(name))
	}
	return py.NewStr(py.FSDecode([]byte(name)))
}

// entries lists a folder in no order that can be relied on; ours is by name.
func entries(t *py.Thread, a *py.Args) ([]fs.DirEntry, error) {
	if !a.Given(0) {
		h, err := host(t, py.NewStr("."))
		if err != nil {
			return nil, err
		}
		list, err := h.ReadDir(".")
		if err != nil {
			return nil, py.FromGo(err)
		}
		return list, nil
	}
	var list []fs.DirEntry
	err := at(t, a, 0, func(h py.FileSystem, p string) (err error) {
		if p == "" {
			return syscall.ENOENT
		}
		list, err = h.ReadDir(p)
		return err
	})
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list, err
}

func listdir(t *py.Thread, a *py.Args) (py.Value, error) {
	list, err := entries(t, a)
	if err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(len(list) * 64); err != nil {
		return py.Nil, err
	}
	bytes := wantsBytes(t, a.Value(0))
	out := make([]py.Value, len(list))
	for i, e := range list {
		out[i] = fileName(e.Name(), bytes)
	}
	return py.NewList(out).Value(), nil
}

// ilistdir is MicroPython's: an iterator over (name, type, inode, size).
func ilistdir(t *py.Thread, a *py.Args) (py.Value, error) {
	list, err := entries(t, a)
	if err != nil {
		return py.Nil, err
	}
	bytes := wantsBytes(t, a.Value(0))
	out := make([]py.Value, len(list))
	for i, e := range list {
		kind, size := int64(0x8000), int64(0)
		if e.IsDir() {
			kind = 0x4000
		} else if info, err := e.Info(); err == nil {
			size = info.Size()
		}
		out[i] = py.NewTuple(fileName(e.Name(), bytes), py.Int(kind), py.Int(0), py.Int(size))
	}
	return py.Iter(t, py.NewList(out).Value())
}

func mkdir(t *py.Thread, a *py.Args) (py.Value, error) {
	mode := a.IntOr(t, 1, 0o777)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return none(at(t, a, 0, func(h py.FileSystem, p string) error { return h.Mkdir(p, fs.FileMode(mode)&0o777) }))
}

func remove(t *py.Thread, a *py.Args) (py.Value, error) {
	return none(at(t, a, 0, func(h py.FileSystem, p string) error {
		if st, err := h.Lstat(p); err != nil {
			return err
		} else if st.IsDir() {
			return syscall.EISDIR
		}
		return h.Remove(p)
	}))
}

func rmdir(t *py.Thread, a *py.Args) (py.Value, error) {
	return none(at(t, a, 0, func(h py.FileSystem, p string) error {
		if st, err := h.Lstat(p); err != nil {
			return err
		} else if !st.IsDir() {
			return syscall.ENOTDIR
		}
		return h.Remove(p)
	}))
}

// pair calls f with two paths; its error becomes an OSError with both.
func pair(t *py.Thread, a *py.Args, f func(h py.FileSystem, from, to string) error) (py.Value, error) {
	to, err := py.FSPath(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	return none(at(t, a, 0, func(h py.FileSystem, from string) error {
		err := f(h, from, string(py.FSEncode(to)))
		if err != nil {
			err = osError(t, err, a.Value(0), a.Value(1))
		}
		return err
	}))
}

func rename(t *py.Thread, a *py.Args) (py.Value, error) {
	return pair(t, a, func(h py.FileSystem, from, to string) error { return h.Rename(from, to) })
}

func link(t *py.Thread, a *py.Args) (py.Value, error) {
	return pair(t, a, func(h py.FileSystem, from, to string) error {
		if x, ok := h.(interface{ Link(from, to string) error }); ok {
			return x.Link(from, to)
		}
		return syscall.EPERM
	})
}

func symlink(t *py.Thread, a *py.Args) (py.Value, error) {
	return pair(t, a, func(h py.FileSystem, from, to string) error {
		if x, ok := h.(interface{ Symlink(from, to string) error }); ok {
			return x.Symlink(from, to)
		}
		return syscall.EPERM
	})
}

func readlink(t *py.Thread, a *py.Args) (py.Value, error) {
	target := ""
	err := at(t, a, 0, func(h py.FileSystem, p string) (err error) {
		x, ok := h.(interface{ Readlink(string) (string, error) })
		if !ok {
			return syscall.EINVAL
		}
		target, err = x.Readlink(p)
		return err
	})
	if err != nil {
		return py.Nil, err
	}
	return fileName(target, wantsBytes(t, a.Value(0))), nil
}

func chmod(t *py.Thread, a *py.Args) (py.Value, error) {
	mode := a.Int(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return none(at(t, a, 0, func(h py.FileSystem, p string) error {
		if x, ok := h.(interface {
			Chmod(string, fs.FileMode) error
		}); ok {
			return x.Chmod(p, goMode(mode))
		}
		return syscall.EPERM
	}))
}

// access asks by trying, where the mode bits do not tell who we are.
func access(t *py.Thread, a *py.Args) (py.Value, error) {
	mode := a.Int(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	ok := false
	err := at(t, a, 0, func(h py.FileSystem, p string) error {
		st, err := h.Stat(p)
		if err != nil {
			return nil
		}
		ok = true
		if mode&1 != 0 && st.Mode()&0o111 == 0 {
			ok = false
		}
		if mode&2 != 0 && !st.IsDir() {
			f, err := h.OpenFile(p, os.O_WRONLY, 0)
			if err != nil {
				ok = false
			} else {
				f.Close()
			}
		}
		if mode&4 != 0 {
			if st.IsDir() {
				_, err = h.ReadDir(p)
			} else {
				var f py.File
				if f, err = h.OpenFile(p, os.O_RDONLY, 0); err == nil {
					f.Close()
				}
			}
			if err != nil {
				ok = false
			}
		}
		return nil
	})
	return py.Bool(ok), err
}

func truncate(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.Int(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return none(at(t, a, 0, func(h py.FileSystem, p string) error {
		f, err := h.OpenFile(p, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		defer f.Close()
		return f.Truncate(int64(n))
	}))
}

func utime(t *py.Thread, a *py.Args) (py.Value, error) {
	now := time.Now()
	if t.Interp.Now != nil {
		now = t.Interp.Now()
	}
	atime, mtime := now, now
	read := func(v py.Value, unit float64) (out [2]time.Time, err error) {
		tup, ok := py.AsTuple(v)
		if !ok || tup.Len() != 2 {
			return out, py.Raise(py.TypeError, "utime: 'times' must be either a tuple of two ints or None")
		}
		for i, x := range tup.Items() {
			if x.IsInt() && unit == 1 {
				out[i] = time.Unix(0, x.I())
				continue
			}
			f, err := py.AsFloat(t, x)
			if err != nil {
				return out, err
			}
			out[i] = time.Unix(0, int64(f*unit))
		}
		return out, nil
	}
	switch {
	case a.Given(1) && a.Given(2):
		return py.Nil, py.Raise(py.ValueError, "utime: you may specify either 'times' or 'ns' but not both")
	case a.Given(1):
		ts, err := read(a.Value(1), 1e9)
		if err != nil {
			return py.Nil, err
		}
		atime, mtime = ts[0], ts[1]
	case a.Given(2):
		ts, err := read(a.Value(2), 1)
		if err != nil {
			return py.Nil, err
		}
		atime, mtime = ts[0], ts[1]
	}
	return none(at(t, a, 0, func(h py.FileSystem, p string) error {
		if x, ok := h.(interface {
			Chtimes(string, time.Time, time.Time) error
		}); ok {
			return x.Chtimes(p, atime, mtime)
		}
		return syscall.EPERM
	}))
}

func sync(t *py.Thread, a *py.Args) (py.Value, error) {
	py.FlushFiles(t)
	return py.None, nil
}

func urandom(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if n < 0 {
		return py.Nil, py.Raise(py.ValueError, "negative argument not allowed")
	}
	if err := t.Alloc(n); err != nil {
		return py.Nil, err
	}
	if t.Interp.Random == nil {
		return py.Nil, py.Raise(py.NotImplementedError, "no source of randomness was granted to this interpreter")
	}
	b := make([]byte, n)
	if _, err := io.ReadFull(t.Interp.Random, b); err != nil {
		return py.Nil, py.FromGo(err)
	}
	return py.NewBytes(b), nil
}

func strerror(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return py.NewStr(py.Strerror(n)), nil
}

func fsencode(t *py.Thread, a *py.Args) (py.Value, error) {
	p, err := py.FSPathValue(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if s, ok := py.AsStr(p); ok {
		return py.NewBytes(py.FSEncode(s.String())), nil
	}
	return p, nil
}

func fsdecode(t *py.Thread, a *py.Args) (py.Value, error) {
	p, err := py.FSPathValue(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if b, ok := py.AsBytes(p); ok {
		return py.NewStr(py.FSDecode(b)), nil
	}
	return p, nil
}

var unameResult = py.Late[*py.StructSeq]{Make: func() *py.StructSeq {
	return py.NewStructSeq("posix", "uname_result", "uname_result: Result from os.uname().", 5, true,
		"sysname", "nodename", "release", "version", "machine")
}}

func uname(t *py.Thread, a *py.Args) (py.Value, error) {
	machine := map[string]string{"amd64": "x86_64", "386": "i686", "arm64": "aarch64"}[runtime.GOARCH]
	if machine == "" {
		machine = runtime.GOARCH
	}
	system := map[string]string{"linux": "Linux", "darwin": "Darwin", "windows": "Windows"}[runtime.GOOS]
	if system == "" {
		system = runtime.GOOS
	}
	return unameResult.Get().New(py.NewStr(system), py.NewStr("woma"), py.NewStr("1.29.0"), py.NewStr("woma on MicroPython 1.29.0"), py.NewStr(machine)), nil
}
