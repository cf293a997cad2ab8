// Package sys is Python's sys module: the interpreter's own state.
// https://docs.python.org/3.13/library/sys.html
//
// implementation.name is 'micropython', which libraries for devices test for, and
// MicroPython's own functions (print_exception, atexit) are there. There is no
// _mpy: compiled MicroPython files cannot be loaded.
package sys

import (
	"math"
	"runtime"
	"strings"

	"github.com/woma-lang/woma/py"
)

// Module is sys.
var Module = &py.Module{
	Name: "sys",
	Doc:  "What the interpreter is and does: arguments, streams, modules, limits.",
	Table: func() py.Members {
		return append(own(),
			py.Func("_getframe(depth=0, /)", _getframe),
			py.Const("api_version", py.Int(1013)),
			py.Func("atexit(func, /)", atexit),
			py.Const("builtin_module_names", py.NewTuple()),
			py.Const("byteorder", py.NewStr("little")),
			py.Func("call_tracing(func, args, /)", call_tracing),
			py.Const("copyright", py.NewStr("Copyright (c) The Woma authors.")),
			py.Const("dont_write_bytecode", py.True),
			py.Func("exc_info()", exc_info),
			py.Func("exception()", exception),
			py.Const("exec_prefix", py.NewStr("")),
			py.Func("exit(status=None, /)", exit),
			py.Const("float_repr_style", py.NewStr("short")),
			py.Func("get_int_max_str_digits()", get_int_max_str_digits),
			py.Func("getallocatedblocks()", func(*py.Thread, *py.Args) (py.Value, error) { return py.Int(0), nil }),
			py.Func("getdefaultencoding()", getdefaultencoding),
			py.Func("getfilesystemencodeerrors()", func(*py.Thread, *py.Args) (py.Value, error) { return py.NewStr("surrogateescape"), nil }),
			py.Func("getfilesystemencoding()", getdefaultencoding),
			py.Func("getprofile()", func(*py.Thread, *py.Args) (py.Value, error) { return py.None, nil }),
			py.Func("getrecursionlimit()", getrecursionlimit),
			py.Func("getrefcount(object, /)", func(*py.Thread, *py.Args) (py.Value, error) { return py.Int(2), nil }),
			py.Func("getsizeof(object, default=None)", getsizeof),
			py.Func("getswitchinterval()", func(*py.Thread, *py.Args) (py.Value, error) { return py.Float(0.005), nil }),
			py.Func("gettrace()", func(t *py.Thread, _ *py.Args) (py.Value, error) { return t.Interp.Machine.Trace(t), nil }),
			py.Const("hexversion", py.Int(0x030d00f0)),
			py.Func("intern(string, /)", intern),
			py.Func("is_finalizing()", func(*py.Thread, *py.Args) (py.Value, error) { return py.False, nil }),
			py.Const("maxsize", py.Int(math.MaxInt)),
			py.Const("maxunicode", py.Int(0x10ffff)),
			py.Const("platform", py.NewStr(platform())),
			py.Const("prefix", py.NewStr("")),
			py.Func("print_exception(exc, file=None, /)", print_exception),
			py.Const("pycache_prefix", py.None),
			py.Func("set_int_max_str_digits(maxdigits)", set_int_max_str_digits),
			py.Func("setprofile(function, /)", noProfiling),
			py.Func("setrecursionlimit(limit, /)", setrecursionlimit),
			py.Func("setswitchinterval(interval, /)", setswitchinterval),
			py.Func("settrace(function, /)", settrace),
			py.Const("version", py.NewStr(version)),
		)
	},
}

const version = "3.13.0 (woma, " + runtime.GOOS + "/" + runtime.GOARCH + ") [" + "Go" + "]"

// platform is sys.platform, with the names CPython has.
func platform() string {
	switch runtime.GOOS {
	case "windows":
		return "win32"
	case "js", "wasip1":
		return "wasi"
	}
	return runtime.GOOS
}

var (
	nameStdout = py.LateName{Text: "stdout"}
	nameStderr = py.LateName{Text: "stderr"}
	nameSizeOf = py.LateName{Text: "__sizeof__"}
	nameUnder  = py.LateName{Text: "_"}
)

// state is what several names of one interpreter share.
type state struct {
	streams [3]py.Value
	hooks   [3]py.Value
}

var ownKey = &py.Module{Name: "sys"}

func stateOf(in *py.Interp) *state {
	s, ok := in.State[ownKey].(*state)
	if !ok {
		s = &state{}
		py.SetState(in.Main, ownKey, s)
	}
	return s
}

// own are the rows whose values are made for each interpreter.
func own() py.Members {
	rows := append(make(py.Members, 0, 80), // with room for those of the table
		py.Make("_xoptions", func(*py.Interp) py.Value { return py.NewDict().Value() }),
		py.Make("argv", argv),
		py.Const("base_exec_prefix", py.NewStr("")),
		py.Const("base_prefix", py.NewStr("")),
		py.Const("executable", py.NewStr("")),
		py.Make("flags", flags),
		py.Make("float_info", floatInfo),
		py.Make("hash_info", hashInfo),
		py.Make("implementation", implementation),
		py.Make("int_info", intInfo),
		py.Make("meta_path", emptyList),
		py.Make("modules", func(in *py.Interp) py.Value { return in.Modules.Value() }),
		py.Make("orig_argv", argv),
		py.Make("path", func(in *py.Interp) py.Value { return list(in.Path) }),
		py.Make("path_hooks", emptyList),
		py.Make("path_importer_cache", func(*py.Interp) py.Value { return py.NewDict().Value() }),
		py.Const("ps1", py.NewStr(">>> ")),
		py.Const("ps2", py.NewStr("... ")),
		py.Make("stdlib_module_names", stdlib_module_names),
		py.Make("thread_info", threadInfo),
		py.Make("version_info", versionInfo),
		py.Make("warnoptions", func(in *py.Interp) py.Value { return list(in.WarnOptions) }),
	)
	for i, name := range [...]string{"stdin", "stdout", "stderr"} {
		f := func(in *py.Interp) py.Value { return stream3(in, i) }
		rows = append(rows, py.Make(name, f), py.Make("__"+name+"__", f))
	}
	for i, name := range [...]string{"displayhook", "excepthook", "unraisablehook"} {
		f := func(in *py.Interp) py.Value {
			s := stateOf(in)
			if !s.hooks[i].Bound() {
				s.hooks[i] = [...]func() py.Value{
					func() py.Value { return py.NewNative("displayhook(object, /)", displayhook) },
					func() py.Value { return py.NewNative("excepthook(exctype, value, traceback, /)", excepthook) },
					func() py.Value { return py.NewNative("unraisablehook(unraisable, /)", unraisablehook) },
				}[i]()
			}
			return s.hooks[i]
		}
		rows = append(rows, py.Make(name, f), py.Make("__"+name+"__", f))
	}
	return rows
}

func unraisablehook(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, py.PrintUnraisable(t, a.Value(0))
}

func argv(in *py.Interp) py.Value { return list(in.Argv) }

func emptyList(*py.Interp) py.Value { return py.NewList(nil).Value() }

func stdlib_module_names(in *py.Interp) py.Value {
	set := py.NewFrozenSet()
	for _, m := range in.Available {
		// Strings as items never fail.
		_ = set.Add(in.Main, py.NewStr(m.Name))
	}
	return set.Value()
}

func list(items []string) py.Value {
	vs := make([]py.Value, len(items))
	for i, s := range items {
		vs[i] = py.NewStr(py.FSDecode([]byte(s)))
	}
	return py.NewList(vs).Value()
}

// stream3 makes stdin, stdout or stderr with the io module, if there is one.
func stream3(in *py.Interp, fd int) py.Value {
	s := stateOf(in)
	if s.streams[fd].Bound() {
		return s.streams[fd]
	}
	s.streams[fd] = py.None
	io := in.Modules.GetItem("io")
	if def := in.Available.Get("io"); def != nil && (!io.Bound() || !py.IsModule(io)) {
		if _, err := def.Instantiate(in.Main); err != nil {
			return py.None
		}
	}
	if in.Streams.Std != nil {
		if v, err := in.Streams.Std(in.Main, fd); err == nil {
			s.streams[fd] = v
		}
	}
	return s.streams[fd]
}

func getdefaultencoding(*py.Thread, *py.Args) (py.Value, error) { return py.NewStr("utf-8"), nil }

// displayhook shows the value of an expression typed at a prompt.
func displayhook(t *py.Thread, a *py.Args) (py.Value, error) {
	v := a.Value(0)
	if v.IsNone() {
		return py.None, nil
	}
	t.Interp.Builtins.SetStr(nameUnder.Str(), py.None)
	s, err := py.Repr(t, v)
	if err != nil {
		return py.Nil, err
	}
	out, err := stream(t, nameStdout.Str())
	if err != nil {
		return py.Nil, err
	}
	if err := py.WriteText(t, out, s.String()); err != nil {
		if !py.ErrIs(err, py.UnicodeEncodeError) {
			return py.Nil, err
		}
		b, err := py.Encode(t, s, "utf-8", "backslashreplace")
		if err != nil {
			return py.Nil, err
		}
		if err := py.WriteText(t, out, string(b)); err != nil {
			return py.Nil, err
		}
	}
	if err := py.WriteText(t, out, "\n"); err != nil {
		return py.Nil, err
	}
	t.Interp.Builtins.SetStr(nameUnder.Str(), v)
	return py.None, nil
}

// stream returns sys.stdout or sys.stderr as the program has set it.
func stream(t *py.Thread, name *py.Str) (py.Value, error) {
	f, err := py.LookupAttr(t, t.Interp.SysM, name)
	if err == nil && !f.Bound() {
		err = py.Raise(py.RuntimeError, "lost sys.%s", name)
	}
	return f, err
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

// excepthook prints an exception to sys.stderr.
func excepthook(t *py.Thread, a *py.Args) (py.Value, error) {
	file, err := stream(t, nameStderr.Str())
	if err != nil {
		return py.Nil, err
	}
	return printTo(t, "excepthook", a.Value(1), file)
}

// print_exception is MicroPython's: it prints an exception to sys.stdout or a file.
func print_exception(t *py.Thread, a *py.Args) (py.Value, error) {
	file := a.ValueOr(1, py.None)
	if file.IsNone() {
		var err error
		if file, err = stream(t, nameStdout.Str()); err != nil {
			return py.Nil, err
		}
	}
	if w, err := py.LookupAttr(t, file, py.Name("write")); err != nil || !w.Bound() && !file.IsNone() {
		if err == nil {
			err = py.Raise(py.OSError, "stream operation not supported")
		}
		return py.Nil, err
	}
	if exc := a.Value(0); !py.IsInstance(exc, py.BaseException) {
		s, err := py.Repr(t, exc)
		if err != nil {
			return py.Nil, err
		}
		return py.None, py.WriteText(t, file, s.String()+"\n")
	}
	return printTo(t, "print_exception", a.Value(0), file)
}

func printTo(t *py.Thread, fn string, exc, file py.Value) (py.Value, error) {
	e, ok := py.Cast[py.Exc](exc, py.BaseException)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "%s(): Exception expected for value, %s found", fn, py.TypeName(exc))
	}
	if file.IsNone() {
		return py.None, nil
	}
	files := map[string][]string{}
	format := py.FormatException
	if fn == "print_exception" {
		format = py.FormatExceptionFirst
	}
	text := format(t, e, func(filename string, line int) (string, bool) {
		lines, ok := files[filename]
		if !ok {
			lines = sourceLines(t, filename)
			files[filename] = lines
		}
		if line < 1 || line > len(lines) {
			return "", false
		}
		return lines[line-1], true
	})
	return py.None, py.WriteText(t, file, text)
}

// sourceLines reads a source file for a traceback.
func sourceLines(t *py.Thread, filename string) []string {
	if t.Interp.FS == nil || strings.HasPrefix(filename, "<") {
		return nil
	}
	f, err := t.Interp.FS.OpenFile(filename, 0, 0)
	if err != nil {
		return nil
	}
	defer f.Close()
	var text []byte
	buf := make([]byte, 32<<10)
	for len(text) < 16<<20 {
		n, err := f.Read(buf)
		text = append(text, buf[:n]...)
		if err != nil || n == 0 {
			break
		}
	}
	return strings.Split(string(text), "\n")
}

func exit(t *py.Thread, a *py.Args) (py.Value, error) {
	v := a.ValueOr(0, py.None)
	if v.IsNone() {
		return py.Nil, py.RaiseValue(py.SystemExit)
	}
	e, err := py.Call(t, py.SystemExit.Value(), v)
	if err != nil {
		return py.Nil, err
	}
	return py.Nil, py.As[py.Exc](e)
}

// atexit is MicroPython's: it sets the one function to call at the end and returns
// the one that was set before.
func atexit(t *py.Thread, a *py.Args) (py.Value, error) {
	x := atexitState(t)
	old := x.fn
	x.fn = a.Value(0)
	return old, nil
}

// exitFunc is the function set by sys.atexit.
type exitFunc struct{ fn py.Value }

// stateKey finds the state of an interpreter.
var stateKey = &py.Module{Name: "sys"}

func atexitState(t *py.Thread) *exitFunc {
	if x, ok := t.Interp.State[stateKey].(*exitFunc); ok {
		return x
	}
	x := &exitFunc{py.None}
	py.SetState(t, stateKey, x)
	t.Interp.AtExit = append(t.Interp.AtExit, py.NewNative("_atexit()", func(t *py.Thread, a *py.Args) (py.Value, error) {
		if x.fn.IsNone() || !py.IsCallable(x.fn) {
			return py.None, nil
		}
		return py.Call(t, x.fn)
	}))
	return x
}

func call_tracing(t *py.Thread, a *py.Args) (py.Value, error) {
	args, ok := py.AsTuple(a.Value(1))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "call_tracing() argument 2 must be tuple, not %s", py.TypeName(a.Value(1)))
	}
	return py.Call(t, a.Value(0), args.Items()...)
}

func settrace(t *py.Thread, a *py.Args) (py.Value, error) {
	t.Interp.Machine.SetTrace(t, a.Value(0))
	return py.None, nil
}

func noProfiling(t *py.Thread, a *py.Args) (py.Value, error) {
	if a.Value(0) == py.None {
		return py.None, nil
	}
	return py.Nil, py.Raise(py.NotImplementedError, "profiling is not supported")
}

func _getframe(t *py.Thread, a *py.Args) (py.Value, error) {
	depth := a.IntOr(t, 0, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	f := t.Interp.Machine.Frame(t, max(depth, 0))
	if !f.Bound() {
		return py.Nil, py.Raise(py.ValueError, "call stack is not deep enough")
	}
	return f, nil
}

func getrecursionlimit(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Int(int64(t.Interp.MaxDepth)), nil
}

func setrecursionlimit(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if n < 1 {
		return py.Nil, py.Raise(py.ValueError, "recursion limit must be greater or equal than 1")
	}
	if depth := t.Interp.Machine.Depth(t); n <= depth {
		return py.Nil, py.Raise(py.RecursionError, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, depth)
	}
	t.Interp.Machine.SetMaxDepth(t, n)
	return py.None, nil
}

func setswitchinterval(t *py.Thread, a *py.Args) (py.Value, error) {
	f := a.Float(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if !(f > 0) {
		return py.Nil, py.Raise(py.ValueError, "switch interval must be strictly positive")
	}
	return py.None, nil
}

// get_int_max_str_digits and its setter translate Interp.MaxStrDigits, where 0 is
// the default and -1 no limit.
func get_int_max_str_digits(t *py.Thread, a *py.Args) (py.Value, error) {
	switch n := t.Interp.MaxStrDigits; n {
	case 0:
		return py.Int(4300), nil
	case -1:
		return py.Int(0), nil
	default:
		return py.Int(int64(n)), nil
	}
}

func set_int_max_str_digits(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	switch {
	case n == 0:
		n = -1
	case n < 640:
		return py.Nil, py.Raise(py.ValueError, "maxdigits must be 0 or larger than 640")
	}
	t.Interp.MaxStrDigits = n
	return py.None, nil
}

func intern(t *py.Thread, a *py.Args) (py.Value, error) {
	v := a.Value(0)
	if _, ok := py.AsStr(v); ok && !py.IsStr(v) {
		return py.Nil, py.Raise(py.TypeError, "can't intern %s", py.TypeName(v))
	}
	s := a.Str(0)
	if err := a.Err(); err != nil {
		return py.Nil, py.Raise(py.TypeError, "intern() argument must be str, not %s", py.TypeName(v))
	}
	return t.Interp.Intern(s.String()).Value(), nil
}

func getsizeof(t *py.Thread, a *py.Args) (py.Value, error) {
	v, found, err := py.CallSpecial(t, a.Value(0), nameSizeOf.Str())
	if err == nil && found {
		n, err := py.AsInt(t, v)
		if err == nil && n < 0 {
			err = py.Raise(py.ValueError, "__sizeof__() should return >= 0")
		}
		if err == nil {
			return py.Int(int64(n)), nil
		}
		if !py.ErrIs(err, py.TypeError) || !a.Has(1) {
			return py.Nil, err
		}
	} else if err != nil && !py.ErrIs(err, py.TypeError) {
		return py.Nil, err
	}
	if a.Has(1) {
		return a.Value(1), nil
	}
	if err == nil {
		err = py.Raise(py.TypeError, "Type %s doesn't define __sizeof__", py.TypeName(a.Value(0)))
	}
	return py.Nil, err
}
