// Package sys is Python's sys module: the interpreter's own state. See
// https://docs.python.org/3.13/library/sys.html; implementation.name is
// 'micropython', which libraries for devices test.
package sys

import (
	"bufio"
	"io"
	"math"
	"runtime"

	"github.com/woma-lang/woma/py"
)

// Module is the module's table.
var Module = &py.Module{
	Name: "sys",
	Init: setup,
	Members: py.Members{
		py.Const("byteorder", py.NewStr("little")),
		py.Const("copyright", py.NewStr("Copyright (c) The Woma authors")),
		py.Func("displayhook(obj, /)", displayhook),
		py.Func("exc_info()", exc_info),
		py.Func("exception()", exception),
		py.Func("exit(status=None, /)", exit),
		py.Func("getdefaultencoding()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.NewStr("utf-8"), nil }),
		py.Func("getfilesystemencoding()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.NewStr("utf-8"), nil }),
		py.Func("getrecursionlimit()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(int64(t.Interp.MaxDepth)), nil }),
		py.Func("_getframe(depth=0, /)", _getframe),
		py.Const("hexversion", py.Int(0x030d00f0)),
		py.Func("intern(string, /)", intern),
		py.Const("maxsize", py.Int(math.MaxInt64)),
		py.Const("maxunicode", py.Int(0x10ffff)),
		py.Const("platform", py.NewStr(runtime.GOOS)),
		py.Func("print_exception(exc, file=None, /)", print_exception),
		py.Func("setrecursionlimit(limit, /)", setrecursionlimit),
		py.Const("version", py.NewStr("3.13.0 (woma)")),
	},
}

func setup(t *py.Thread, m *py.ModuleObj) error {
	in := t.Interp
	list := func(items []string) py.Value {
		vs := make([]py.Value, len(items))
		for i, s := range items {
			vs[i] = py.NewStr(py.ToWTF8(s))
		}
		return py.NewList(vs).Value()
	}
	d := m.Dict
	d.SetItem("argv", list(in.Argv))
	d.SetItem("path", list(in.Path))
	d.SetItem("modules", in.Modules.Value())
	d.SetItem("ps1", py.NewStr(">>> "))
	d.SetItem("ps2", py.NewStr("... "))
	d.SetItem("version_info", py.NewTuple(py.Int(3), py.Int(13), py.Int(0), py.NewStr("final"), py.Int(0)))
	impl, err := namespace(t, map[string]py.Value{
		"name": py.NewStr("micropython"), "version": py.NewTuple(py.Int(1), py.Int(29), py.Int(0), py.NewStr("")),
		"_machine": py.NewStr("woma with " + runtime.GOOS + "/" + runtime.GOARCH),
	})
	if err != nil {
		return err
	}
	d.SetItem("implementation", impl)
	for _, s := range []struct {
		name string
		w    io.Writer
	}{{"stdout", in.Stdout}, {"stderr", in.Stderr}} {
		v := py.None
		if s.w != nil {
			f := &stream{Head: streamType.Root(), name: s.name, w: bufio.NewWriterSize(s.w, 8192), line: s.name == "stderr"}
			v = py.Object(f)
		}
		d.SetItem(s.name, v)
		d.SetItem("__"+s.name+"__", v)
	}
	v := py.None
	if in.Stdin != nil {
		v = py.Object(&stream{Head: streamType.Root(), name: "stdin", r: bufio.NewReader(in.Stdin)})
	}
	d.SetItem("stdin", v)
	return nil
}

// namespace makes an object with the given attributes.
func namespace(t *py.Thread, attrs map[string]py.Value) (py.Value, error) {
	ns := py.NewDict()
	cls, err := py.Call(t, py.TypeType.Value(), py.NewStr("SimpleNamespace"), py.NewTuple(), ns.Value())
	if err != nil {
		return py.Nil, err
	}
	o, err := py.Call(t, cls)
	if err != nil {
		return py.Nil, err
	}
	for k, v := range attrs {
		if err := py.SetAttr(t, o, py.Name(k), v); err != nil {
			return py.Nil, err
		}
	}
	return o, nil
}

// stream is a standard stream in text form.
type stream struct {
	py.Head
	name string
	w    *bufio.Writer
	r    *bufio.Reader
	line bool // flush after every write
}

var streamType = py.NewType(py.TypeSpec{
	Name: "TextIOWrapper", Module: "_io", Flags: py.Final | py.NotCallable,
	Slots: py.Slots{
		Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.NewStr("<_io.TextIOWrapper name='<" + py.As[stream](v).name + ">' encoding='utf-8'>"), nil
		},
		Iter: func(t *py.Thread, v py.Value) (py.Value, error) { return v, nil },
		Next: func(t *py.Thread, v py.Value) (py.Value, error) {
			s := py.As[stream](v)
			if s.r == nil {
				return py.Nil, nil
			}
			l, _ := s.r.ReadString('\n')
			if l == "" {
				return py.Nil, nil
			}
			return py.NewStr(py.ToWTF8(l)), nil
		},
	},
	Members: py.Members{
		py.Method("fileno()", func(s *stream, t *py.Thread, a *py.Args) (py.Value, error) {
			return py.Int(int64(map[string]int{"stdin": 0, "stdout": 1, "stderr": 2}[s.name])), nil
		}),
		py.Method("flush()", func(s *stream, t *py.Thread, a *py.Args) (py.Value, error) {
			if s.w != nil {
				if err := s.w.Flush(); err != nil {
					return py.Nil, py.FromGo(err)
				}
			}
			return py.None, nil
		}),
		py.Method("isatty()", func(s *stream, t *py.Thread, a *py.Args) (py.Value, error) { return py.False, nil }),
		py.Method("read(size=-1, /)", func(s *stream, t *py.Thread, a *py.Args) (py.Value, error) {
			if s.r == nil {
				return py.Nil, py.Raise(py.OSError, "not readable")
			}
			b, err := io.ReadAll(s.r)
			if err != nil {
				return py.Nil, py.FromGo(err)
			}
			return py.NewStr(py.ToWTF8(string(b))), nil
		}),
		py.Method("readline(size=-1, /)", func(s *stream, t *py.Thread, a *py.Args) (py.Value, error) {
			if s.r == nil {
				return py.Nil, py.Raise(py.OSError, "not readable")
			}
			l, err := s.r.ReadString('\n')
			if err != nil && err != io.EOF {
				return py.Nil, py.FromGo(err)
			}
			return py.NewStr(py.ToWTF8(l)), nil
		}),
		py.Method("write(text, /)", func(s *stream, t *py.Thread, a *py.Args) (py.Value, error) {
			text := a.Str(0)
			if err := a.Err(); err != nil {
				return py.Nil, err
			}
			if s.w == nil {
				return py.Nil, py.Raise(py.OSError, "not writable")
			}
			b, err := py.Encode(t, text, "utf-8", "surrogateescape")
			if err != nil {
				return py.Nil, err
			}
			if _, err := s.w.Write(b); err != nil {
				return py.Nil, py.FromGo(err)
			}
			if s.line {
				if err := s.w.Flush(); err != nil {
					return py.Nil, py.FromGo(err)
				}
			}
			return py.Int(int64(text.Len())), nil
		}),
	},
})

func displayhook(t *py.Thread, a *py.Args) (py.Value, error) {
	v := a.Value(0)
	if v.IsNone() {
		return py.None, nil
	}
	t.Interp.Builtins.SetItem("_", py.None)
	s, err := py.Repr(t, v)
	if err != nil {
		return py.Nil, err
	}
	out, err := py.GetAttr(t, t.Interp.SysM, py.Name("stdout"))
	if err != nil {
		return py.Nil, err
	}
	if _, err := py.CallMethod(t, out, py.Name("write"), py.NewStr(s.String()+"\n")); err != nil {
		return py.Nil, err
	}
	t.Interp.Builtins.SetItem("_", v)
	return py.None, nil
}

func exc_info(t *py.Thread, a *py.Args) (py.Value, error) {
	e := t.Interp.Machine.Handled(t)
	if e == nil {
		return py.NewTuple(py.None, py.None, py.None), nil
	}
	tb := py.None
	if e.TB != nil {
		tb = py.Object(e.TB)
	}
	return py.NewTuple(e.Class().Value(), e.Value(), tb), nil
}

func exception(t *py.Thread, a *py.Args) (py.Value, error) {
	if e := t.Interp.Machine.Handled(t); e != nil {
		return e.Value(), nil
	}
	return py.None, nil
}

func exit(t *py.Thread, a *py.Args) (py.Value, error) {
	if !a.Has(0) {
		return py.Nil, py.NewExc(py.SystemExit)
	}
	return py.Nil, py.NewExc(py.SystemExit, a.Value(0))
}

func _getframe(t *py.Thread, a *py.Args) (py.Value, error) {
	f := t.Interp.Machine.Frame(t, a.IntOr(t, 0, 0))
	if !f.Bound() {
		return py.Nil, py.Raise(py.ValueError, "call stack is not deep enough")
	}
	return f, a.Err()
}

func intern(t *py.Thread, a *py.Args) (py.Value, error) {
	s := a.Str(0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return t.Interp.Intern(s.String()).Value(), nil
}

func print_exception(t *py.Thread, a *py.Args) (py.Value, error) {
	e, ok := py.Cast[py.Exc](a.Value(0), py.BaseException)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "print_exception() argument 1 must be an exception, not %s", py.TypeName(a.Value(0)))
	}
	file := a.ValueOr(1, py.None)
	if file.IsNone() {
		var err error
		if file, err = py.GetAttr(t, t.Interp.SysM, py.Name("stdout")); err != nil {
			return py.Nil, err
		}
	}
	text := py.FormatException(t, e, func(string, int) (string, bool) { return "", false })
	_, err := py.CallMethod(t, file, py.Name("write"), py.NewStr(text))
	return py.None, err
}

func setrecursionlimit(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if n < 1 {
		return py.Nil, py.Raise(py.ValueError, "recursion limit must be greater or equal than 1")
	}
	t.Interp.MaxDepth = min(n, 200000)
	return py.None, nil
}
