// Package builtins is Python's builtins module: the functions and types that every
// program sees. See https://docs.python.org/3.13/library/functions.html.
package builtins

import (
	"math/bits"
	"strconv"
	"strings"

	"github.com/woma-lang/woma/py"
)

// Module is the module's table.
var Module = &py.Module{
	Name: "builtins",
	Table: func() py.Members {
		// Room for all: most of what an interpreter takes is this table.
		rows := make(py.Members, 0, 170)
		rows = append(rows,
			py.Func("__build_class__(*args, **kwargs)", __build_class__),
			py.Func("__import__(name, globals=None, locals=None, fromlist=(), level=0)", __import__),
			py.FastFunc("abs(x, /)", abs).Leaf(leafAbs),
			py.FastFunc("all(iterable, /)", all).Consumes(consumeAll),
			py.Func("aiter(async_iterable, /)", aiter),
			py.Func("anext(async_iterator, default=None, /)", anext),
			py.FastFunc("any(iterable, /)", any_).Consumes(consumeAny),
			py.Func("ascii(obj, /)", ascii),
			py.Func("bin(number, /)", bin),
			py.Func("breakpoint(*args, **kws)", breakpoint),
			py.FastFunc("callable(obj, /)", callable),
			py.FastFunc("chr(i, /)", chr).Leaf(leafChr),
			py.Func("compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)", compile),
			py.Func("delattr(obj, name, /)", delattr),
			py.Func("dir(object=None, /)", dir),
			py.FastFunc("divmod(x, y, /)", divmod),
			py.Func("eval(source, /, globals=None, locals=None)", eval),
			py.Func("exec(source, /, globals=None, locals=None, *, closure=None)", exec),
			py.Func("format(value, format_spec='', /)", format),
			py.FastFunc("getattr(object, name, default=None, /)", getattr).Leaf(leafGetattr),
			py.Func("globals()", globals),
			py.FastFunc("hasattr(obj, name, /)", hasattr).Leaf(leafHasattr),
			py.FastFunc("hash(obj, /)", hash),
			py.Func("hex(number, /)", hex),
			py.FastFunc("id(obj, /)", id),
			py.Func("input(prompt='', /)", input),
			py.FastFunc("isinstance(obj, class_or_tuple, /)", isinstance).Leaf(leafIsInstance),
			py.FastFunc("issubclass(cls, class_or_tuple, /)", issubclass),
			py.FastFunc("iter(object, sentinel=None, /)", iter),
			py.FastFunc("len(obj, /)", len_).Leaf(leafLen),
			py.Func("locals()", locals),
			py.Func("max(*args, key=None, default=None)", max_).Fast(maxOf).Leaf(leafMax).Consumes(consumeMax),
			py.Func("min(*args, key=None, default=None)", min_).Fast(minOf).Leaf(leafMin).Consumes(consumeMin),
			py.FastFunc("next(iterator, default=None, /)", next),
			py.Func("oct(number, /)", oct),
			py.Func("open(*args, **kwargs)", open),
			py.FastFunc("ord(c, /)", ord).Leaf(leafOrd),
			py.Func("pow(base, exp, mod=None)", pow),
			py.Func("print(*args, sep=' ', end='\\n', file=None, flush=False)", print),
			py.FastFunc("repr(obj, /)", repr),
			py.Func("round(number, ndigits=None)", round),
			py.FastFunc("setattr(obj, name, value, /)", setattr).Leaf(leafSetattr),
			py.Func("sorted(*args, key=None, reverse=False, **kwargs)", sorted).Consumes(consumeSorted),
			py.Func("sum(iterable, /, start=0)", sum).Consumes(consumeSum),
			py.Func("vars(object=None, /)", vars),
			py.Class(py.EnumerateType), py.Class(py.FilterType), py.Class(py.MapType), py.Class(py.ReversedType), py.Class(py.ZipType),
			py.Const("None", py.None), py.Const("True", py.True), py.Const("False", py.False),
			py.Const("Ellipsis", py.Ellipsis), py.Const("NotImplemented", py.NotImplemented), py.Const("__debug__", py.True),
			py.Class(py.ObjectType), py.Class(py.TypeType), py.Class(py.IntType), py.Class(py.FloatType), py.Class(py.ComplexType), py.Class(py.BoolType),
			py.Class(py.StrType), py.Class(py.BytesType), py.Class(py.ByteArrayType), py.Class(py.MemoryViewType), py.Class(py.ListType), py.Class(py.TupleType),
			py.Class(py.DictType), py.Class(py.SetType), py.Class(py.FrozenSetType), py.Class(py.RangeType), py.Class(py.SliceType), py.Class(py.PropertyType),
			py.Class(py.ClassMethodType), py.Class(py.StaticMethodType), py.Class(py.SuperType), py.Class(py.EnumerateType), py.Class(py.ZipType), py.Class(py.MapType), py.Class(py.FilterType), py.Class(py.ReversedType),
		)
		return exceptions(siteMembers(rows))
	},
}

func exceptions(ms py.Members) py.Members {
	for _, e := range []*py.Type{py.BaseException, py.BaseExceptionGroup, py.GeneratorExit, py.KeyboardInterrupt, py.SystemExit, py.Exception, py.ArithmeticError,
		py.FloatingPointError, py.OverflowError, py.ZeroDivisionError, py.AssertionError, py.AttributeError, py.BufferError, py.EOFError, py.ExceptionGroup,
		py.ImportError, py.ModuleNotFoundError, py.LookupError, py.IndexError, py.KeyError, py.MemoryError, py.NameError, py.UnboundLocalError, py.OSError,
		py.BlockingIOError, py.ChildProcessError, py.ConnectionError, py.BrokenPipeError, py.ConnectionAbortedError, py.ConnectionRefusedError,
		py.ConnectionResetError, py.FileExistsError, py.FileNotFoundError, py.InterruptedError, py.IsADirectoryError, py.NotADirectoryError, py.PermissionError,
		py.ProcessLookupError, py.TimeoutError, py.ReferenceError, py.RuntimeError, py.NotImplementedError, py.ViperTypeError, py.PythonFinalizationError, py.RecursionError,
		py.StopAsyncIteration, py.StopIteration, py.SyntaxError, py.IndentationError, py.TabError, py.SystemError, py.TypeError, py.ValueError, py.UnicodeError,
		py.UnicodeDecodeError, py.UnicodeEncodeError, py.UnicodeTranslateError, py.Warning, py.BytesWarning, py.DeprecationWarning, py.EncodingWarning,
		py.FutureWarning, py.ImportWarning, py.PendingDeprecationWarning, py.ResourceWarning, py.RuntimeWarning, py.SyntaxWarning, py.UnicodeWarning, py.UserWarning} {
		ms = append(ms, py.Class(e))
	}
	return append(ms, py.ClassAs("IOError", py.OSError), py.ClassAs("EnvironmentError", py.OSError))
}

func __build_class__(t *py.Thread, a *py.Args) (py.Value, error) {
	args, kw := a.All()
	return t.Interp.Machine.BuildClass(t, args, kw)
}

func __import__(t *py.Thread, a *py.Args) (py.Value, error) {
	if !py.IsStr(a.Value(0)) {
		return py.Nil, py.Raise(py.TypeError, "module name must be a string")
	}
	name := a.String(0)
	level := a.IntOr(t, 4, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	var g *py.Dict
	if level > 0 && a.Has(1) {
		d, ok := py.AsDict(a.Value(1))
		if !ok {
			return py.Nil, py.Raise(py.TypeError, "globals must be a dict")
		}
		g = d
	}
	return t.Interp.Machine.Import(t, name, g, a.ValueOr(3, py.None), level)
}

func abs(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return py.Unary(t, py.OpAbs, args[0])
}

func ascii(t *py.Thread, a *py.Args) (py.Value, error) {
	s, err := py.ASCII(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	return s.Value(), nil
}

func radix(t *py.Thread, v py.Value, base int, prefix string) (py.Value, error) {
	i, err := py.Index(t, v)
	if err != nil {
		return py.Nil, err
	}
	var buf [160]byte
	text := buf[:0]
	if i.IsInt() {
		n := i.I()
		if n < 0 {
			text = append(text, '-')
			n = -n
		}
		return py.NewStrBytes(strconv.AppendUint(append(text, prefix...), uint64(n), base)), nil
	}
	b := py.AsBig(i)
	shift := bits.Len(uint(base)) - 1
	if n := b.BitLen()/shift + 4; n > len(buf) {
		if err := t.Alloc(n); err != nil {
			return py.Nil, err
		}
		text = make([]byte, 0, n)
	}
	if b.Sign() < 0 {
		text = append(text, '-')
	}
	text = py.AppendPow2(append(text, prefix...), b, shift)
	if len(text) > len(buf) {
		return py.TakeStr(text), nil
	}
	return py.NewStrBytes(text), nil
}

func bin(t *py.Thread, a *py.Args) (py.Value, error) { return radix(t, a.Value(0), 2, "0b") }
func hex(t *py.Thread, a *py.Args) (py.Value, error) { return radix(t, a.Value(0), 16, "0x") }
func oct(t *py.Thread, a *py.Args) (py.Value, error) { return radix(t, a.Value(0), 8, "0o") }

func callable(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return py.Bool(args[0].Type().Slots.Call != nil), nil
}

func chr(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	if v := args[0]; v.IsInt() && v.Bits() < 256 {
		return py.Rune(rune(v.Bits())), nil
	}
	i, err := py.Index(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	n := i.I()
	if !i.IsInt() || n < 0 || n > 0x10FFFF {
		return py.Nil, py.Raise(py.ValueError, "chr() arg not in range(0x110000)")
	}
	return t.Rune(rune(n)), nil
}

// source returns a program as bytes, and whether it was a str.
func source(t *py.Thread, v py.Value, what, or string) (src []byte, text bool, err error) {
	if s, ok := py.AsStr(v); ok {
		if s.ASCII() {
			return []byte(s.String()), true, nil
		}
		src, err = py.Encode(t, s, "utf-8", "strict")
		return src, true, err
	}
	if v.Type().Slots.Buffer != nil {
		src, err = py.AsBuffer(t, v)
		return src, false, err
	}
	return nil, false, py.Raise(py.TypeError, "%s must be a string, bytes or %s", what, or)
}

func compile(t *py.Thread, a *py.Args) (py.Value, error) {
	src, text, err := source(t, a.Value(0), "compile() arg 1", "AST object")
	if err != nil {
		return py.Nil, err
	}
	file, err := py.FSPath(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	mode := a.String(2)
	opt := a.IntOr(t, 5, -1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	switch mode {
	case "exec", "eval", "single":
	default:
		return py.Nil, py.Raise(py.ValueError, "compile() mode must be 'exec', 'eval' or 'single'")
	}
	return t.Interp.Machine.Compile(t, src, file, mode, py.CompileFlags{Optimize: opt, Text: text})
}

func delattr(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.Str(1)
	if a.Err() != nil {
		return py.Nil, py.Raise(py.TypeError, "attribute name must be string, not '%s'", py.TypeName(a.Value(1)))
	}
	return py.None, py.SetAttr(t, a.Value(0), n, py.Nil)
}

func dir(t *py.Thread, a *py.Args) (py.Value, error) {
	if a.Has(0) {
		return py.Dir(t, a.Value(0))
	}
	l, err := t.Interp.Machine.Locals(t)
	if err != nil {
		return py.Nil, err
	}
	if d, ok := py.AsDict(l); ok {
		return py.SortedList(t, d.Value())
	}
	keys, err := py.CallMethod(t, l, py.Name("keys"))
	if err != nil {
		return py.Nil, err
	}
	return py.SortedList(t, keys)
}

func divmod(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return py.Binary(t, py.OpDivMod, args[0], args[1])
}

func namespaces(t *py.Thread, a *py.Args, what string) (*py.Dict, py.Value, error) {
	g := t.Interp.Machine.Globals(t)
	var l py.Value
	if a.Given(1) {
		d, ok := py.AsDict(a.Value(1))
		if !ok {
			if what == "eval" {
				return nil, py.Nil, py.Raise(py.TypeError, "globals must be a dict")
			}
			return nil, py.Nil, py.Raise(py.TypeError, "%s() globals must be a dict, not %s", what, py.TypeName(a.Value(1)))
		}
		g = d
	} else {
		var err error
		if l, err = t.Interp.Machine.Locals(t); err != nil {
			return nil, py.Nil, err
		}
	}
	if a.Given(2) {
		l = a.Value(2)
		if l.Type().Slots.GetItem == nil {
			if what == "eval" {
				return nil, py.Nil, py.Raise(py.TypeError, "locals must be a mapping")
			}
			return nil, py.Nil, py.Raise(py.TypeError, "locals must be a mapping or None, not %s", py.TypeName(l))
		}
	}
	return g, l, nil
}

func run(t *py.Thread, a *py.Args, what, mode string) (py.Value, error) {
	g, l, err := namespaces(t, a, what)
	if err != nil {
		return py.Nil, err
	}
	code := a.Value(0)
	closure := py.Nil
	if what == "exec" && a.Given(3) {
		closure = a.Value(3)
	}
	if py.TypeName(code) == "code" {
		switch n := t.Interp.Machine.FreeVars(code); {
		case closure.Bound():
			tup, _ := py.AsTuple(closure)
			if tup == nil {
				tup = py.As[py.Tuple](py.NewTuple())
			}
			return t.Interp.Machine.RunClosure(t, code, g, l, tup.Items())
		case n > 0 && what == "exec":
			return py.Nil, py.Raise(py.TypeError, "code object requires a closure of exactly length %d", n)
		case n > 0:
			return py.Nil, py.Raise(py.TypeError, "code object passed to eval() may not contain free variables")
		}
	} else {
		if closure.Bound() {
			return py.Nil, py.Raise(py.TypeError, "closure can only be used when source is a code object")
		}
		src, text, err := source(t, code, what+"() arg 1", "code object")
		if err != nil {
			return py.Nil, err
		}
		if mode == "eval" {
			src = []byte(strings.TrimLeft(string(src), " \t"))
		}
		if code, err = t.Interp.Machine.Compile(t, src, "<string>", mode, py.CompileFlags{Optimize: -1, Text: text}); err != nil {
			return py.Nil, err
		}
	}
	return t.Interp.Machine.Run(t, code, g, l)
}

func eval(t *py.Thread, a *py.Args) (py.Value, error) { return run(t, a, "eval", "eval") }

func exec(t *py.Thread, a *py.Args) (py.Value, error) {
	_, err := run(t, a, "exec", "exec")
	return py.None, err
}

func format(t *py.Thread, a *py.Args) (py.Value, error) {
	spec := py.EmptyStr()
	if a.Has(1) {
		spec = a.Str(1)
	}
	if a.Err() != nil {
		return py.Nil, py.Raise(py.TypeError, "format() argument 2 must be str, not %s", py.TypeName(a.Value(1)))
	}
	s, err := py.Format(t, a.Value(0), spec)
	if err != nil {
		return py.Nil, err
	}
	return s.Value(), nil
}

func getattr(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	n, err := attributeName(args[1])
	if err != nil {
		return py.Nil, err
	}
	if len(args) < 3 {
		return py.GetAttr(t, args[0], n)
	}
	v, err := py.LookupAttr(t, args[0], n)
	if err == nil && !v.Bound() {
		return args[2], nil
	}
	return v, err
}

func globals(t *py.Thread, a *py.Args) (py.Value, error) {
	return t.Interp.Machine.Globals(t).Value(), nil
}

func hasattr(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	n, err := attributeName(args[1])
	if err != nil {
		return py.Nil, err
	}
	v, err := py.LookupAttr(t, args[0], n)
	return py.Bool(v.Bound()), err
}

// attributeName returns the name that getattr and its kind were given.
func attributeName(v py.Value) (*py.Str, error) {
	if s, ok := py.AsStr(v); ok {
		return s, nil
	}
	return nil, py.Raise(py.TypeError, "attribute name must be string, not '%s'", py.TypeName(v))
}

func hash(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	h, err := py.Hash(t, args[0])
	return py.Int(h), err
}

func id(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return py.Int(py.ID(t, args[0])), nil
}

func isinstance(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	b, err := py.IsInstanceOf(t, args[0], args[1])
	return py.Bool(b), err
}

func issubclass(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	b, err := py.IsSubclassOf(t, args[0], args[1])
	return py.Bool(b), err
}

func iter(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	if len(args) > 1 {
		if args[0].Type().Slots.Call == nil {
			return py.Nil, py.Raise(py.TypeError, "iter(v, w): v must be callable")
		}
		return py.NewCallIter(args[0], args[1]), nil
	}
	return py.Iter(t, args[0])
}

func len_(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	n, err := py.Len(t, args[0])
	return py.Int(int64(n)), err
}

func locals(t *py.Thread, a *py.Args) (py.Value, error) { return t.Interp.Machine.Locals(t) }

func next(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	t.StopValue = py.Nil
	v, err := py.Next(t, args[0])
	if err != nil {
		if len(args) > 1 && py.ErrIs(err, py.StopIteration) {
			return args[1], nil
		}
		return v, err
	}
	if !v.Bound() {
		if len(args) > 1 {
			return args[1], nil
		}
		return py.Nil, t.StopIteration()
	}
	return v, nil
}

func open(t *py.Thread, a *py.Args) (py.Value, error) {
	m, err := t.Interp.Machine.Import(t, "io", nil, py.None, 0)
	if err != nil {
		return py.Nil, err
	}
	f, err := py.GetAttr(t, m, py.Name("open"))
	if err != nil {
		return py.Nil, err
	}
	args, kw := a.All()
	return py.CallKw(t, f, args, kw)
}

func ord(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	v := args[0]
	if s, ok := py.AsStr(v); ok {
		if s.NBytes() == 1 {
			return py.Int(int64(s.ByteAt(0))), nil
		}
		if s.Len() == 1 {
			r, _ := py.DecodeRune(s.String())
			return py.Int(int64(r)), nil
		}
		return py.Nil, py.Raise(py.TypeError, "ord() expected a character, but string of length %d found", s.Len())
	}
	if v.Type().Slots.Buffer != nil {
		b, err := py.AsBuffer(t, v)
		if err != nil {
			return py.Nil, err
		}
		if len(b) == 1 {
			return py.Int(int64(b[0])), nil
		}
		return py.Nil, py.Raise(py.TypeError, "ord() expected a character, but string of length %d found", len(b))
	}
	return py.Nil, py.Raise(py.TypeError, "ord() expected string of length 1, but %s found", py.TypeName(v))
}

func pow(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Pow(t, a.Value(0), a.Value(1), a.ValueOr(2, py.None))
}

func repr(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	s, err := py.Repr(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	return s.Value(), nil
}

func round(t *py.Thread, a *py.Args) (py.Value, error) {
	var args []py.Value
	if a.Given(1) {
		args = []py.Value{a.Value(1)}
	}
	v, found, err := py.CallSpecial(t, a.Value(0), py.Name("__round__"), args...)
	if err == nil && !found {
		err = py.Raise(py.TypeError, "type %s doesn't define __round__ method", py.TypeName(a.Value(0)))
	}
	return v, err
}

func setattr(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	n, err := attributeName(args[1])
	if err != nil {
		return py.Nil, err
	}
	return py.None, py.SetAttr(t, args[0], n, args[2])
}

func sorted(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := py.CheckArgCount("sorted", len(a.Rest()), 1, 1); err != nil {
		return py.Nil, err
	}
	l := py.NewList(nil)
	if err := l.Extend(t, a.Rest()[0]); err != nil {
		return py.Nil, err
	}
	key := py.Nil
	if a.Given(0) {
		key = a.Value(0)
	}
	if names, _ := a.Kw(); len(names) > 0 {
		n := len(names)
		for i := range 2 {
			if a.Has(i) {
				n++
			}
		}
		if n > 2 {
			return py.Nil, py.Raise(py.TypeError, "sort() takes at most 2 keyword arguments (%d given)", n)
		}
		return py.Nil, py.Raise(py.TypeError, "sort() got an unexpected keyword argument '%s'", names[0])
	}
	reverse := a.BoolOr(t, 1, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return l.Value(), l.Sort(t, key, reverse)
}

func vars(t *py.Thread, a *py.Args) (py.Value, error) {
	if !a.Has(0) {
		return t.Interp.Machine.Locals(t)
	}
	v, err := py.LookupAttr(t, a.Value(0), py.Name("__dict__"))
	if err == nil && !v.Bound() {
		err = py.Raise(py.TypeError, "vars() argument must have __dict__ attribute")
	}
	return v, err
}

func aiter(t *py.Thread, a *py.Args) (py.Value, error) {
	f := a.Value(0).Type().Slots.AIter
	if f == nil {
		return py.Nil, py.Raise(py.TypeError, "'%s' object is not an async iterable", py.TypeName(a.Value(0)))
	}
	it, err := f(t, a.Value(0))
	if err == nil && it.Type().Slots.ANext == nil {
		return py.Nil, py.Raise(py.TypeError, "aiter() returned not an async iterator of type '%s'", py.TypeName(it))
	}
	return it, err
}

// anext returns the awaitable of the next item; a default is given by a coroutine
// around it, see anextSource.
func anext(t *py.Thread, a *py.Args) (py.Value, error) {
	f := a.Value(0).Type().Slots.ANext
	if f == nil {
		return py.Nil, py.Raise(py.TypeError, "'%s' object is not an async iterator", py.TypeName(a.Value(0)))
	}
	aw, err := f(t, a.Value(0))
	if err != nil || !a.Has(1) {
		return aw, err
	}
	ns := py.NewNamespace(t.Interp.Builtins)
	def := a.Value(1)
	if err := py.RunSource(t, anextSource, "<frozen builtins>", ns); err != nil {
		return py.Nil, err
	}
	return py.Call(t, ns.GetItem("anext"), aw, def)
}

const anextSource = `
async def anext(awaitable, default):
    try:
        return await awaitable
    except StopAsyncIteration:
        return default
`
