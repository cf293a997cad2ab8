// Package structs is Python's struct module: values packed into bytes and back, by
// format strings. The native sizes are those of 64-bit Linux on every system. Code 'O',
// an object, is MicroPython's: see py.Handles.
package structs

import (
	"github.com/woma-lang/woma/py"
)

// Module is the module's table.
var Module = &py.Module{
	Name: "struct",
	Doc:  "Values packed into bytes as C structures lay them out.",
	Table: func() py.Members {
		return py.Members{
			py.Class(structType),
			py.Func("_clearcache()", func(t *py.Thread, a *py.Args) (py.Value, error) {
				clear(cacheOf(t).layouts)
				return py.None, nil
			}),
			py.FastFunc("calcsize(format, /)", calcsize),
			py.Class(errorType),
			py.FastFunc("iter_unpack(format, buffer, /)", iter_unpack),
			py.FastFunc("pack(*args)", pack),
			py.FastFunc("pack_into(*args)", pack_into),
			py.FastFunc("unpack(format, buffer, /)", unpack),
			py.Func("unpack_from(format, /, buffer, offset=0)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return unpack_from(t, py.Nil, []py.Value{a.Value(0), a.Value(1), a.ValueOr(2, py.Int(0))})
			}).Fast(unpack_from),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		py.SetState(t, stateKey, &cache{layouts: map[string]*layout{}})
		var all []py.Value
		for _, row := range m.Def.Rows() {
			if n, ok := py.IsNative(m.Dict.GetItem(row.Name())); ok {
				n.Mod = "_struct"
			}
		}
		for _, name := range [...]string{"calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"} {
			all = append(all, py.NewStr(name))
		}
		m.Dict.SetItem("__all__", py.NewList(all).Value())
		return nil
	},
}

var errorType = py.LazyType("error", errorSpec)

func errorSpec() py.TypeSpec {
	return py.TypeSpec{Module: "struct", Base: py.Exception}
}

func fail(format string, args ...any) error { return py.Raise(errorType, format, args...) }

// stateKey stands for the module where naming it would make a cycle.
var stateKey = &py.Module{Name: "struct"}

// cache keeps the layouts of the formats used last.
type cache struct {
	layouts map[string]*layout
	last    *layout
}

func cacheOf(t *py.Thread) *cache { return py.State[*cache](t, stateKey) }

// layoutOf returns the layout of a format given as str or bytes.
func layoutOf(t *py.Thread, v py.Value) (*layout, error) {
	var text string
	if s, ok := py.AsStr(v); ok {
		text = s.String()
		c := cacheOf(t)
		if c.last != nil && c.last.format == text {
			return c.last, nil
		}
		if !s.ASCII() {
			_, err := py.Encode(t, s, "ascii", "strict")
			return nil, err
		}
	} else if b, ok := py.Cast[py.Bytes](v, py.BytesType); ok {
		text = string(b.B)
	} else {
		if _, err := py.Hash(t, v); err != nil {
			return nil, err
		}
		return nil, py.Raise(py.TypeError, "Struct() argument 1 must be a str or bytes object, not %s", py.TypeName(v))
	}
	c := cacheOf(t)
	l := c.layouts[text]
	if l == nil {
		var err error
		if l, err = parse(text); err != nil {
			return nil, err
		}
		if len(c.layouts) >= 100 {
			clear(c.layouts)
		}
		c.layouts[text] = l
	}
	c.last = l
	return l, nil
}

func calcsize(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	l, err := layoutOf(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	return py.Int(int64(l.size)), nil
}

func pack(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	if len(args) == 0 {
		return py.Nil, py.Raise(py.TypeError, "missing format argument")
	}
	l, err := layoutOf(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	return l.pack(t, args[1:])
}

func (l *layout) pack(t *py.Thread, args []py.Value) (py.Value, error) {
	if len(args) != l.items {
		return py.Nil, fail("pack expected %d items for packing (got %d)", l.items, len(args))
	}
	if err := t.Alloc(l.size); err != nil {
		return py.Nil, err
	}
	v, b := py.MakeBytes(l.size)
	if err := l.put(t, b, args); err != nil {
		return py.Nil, err
	}
	return v, nil
}

func pack_into(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	if len(args) == 0 {
		return py.Nil, py.Raise(py.TypeError, "missing format argument")
	}
	l, err := layoutOf(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	return l.pack_into(t, args[1:])
}

func (l *layout) pack_into(t *py.Thread, args []py.Value) (py.Value, error) {
	switch {
	case len(args) == 0:
		return py.Nil, fail("pack_into expected buffer argument")
	case len(args) == 1:
		return py.Nil, fail("pack_into expected offset argument")
	case len(args)-2 != l.items:
		return py.Nil, fail("pack_into expected %d items for packing (got %d)", l.items, len(args)-2)
	}
	var data []byte
	if py.IsByteArray(args[0]) && plain(args[1:]) {
		data = py.As[py.ByteArray](args[0]).B
	} else {
		buf, err := py.GetBuffer(t, args[0])
		if err != nil {
			return py.Nil, err
		}
		if buf.Release != nil {
			defer buf.Release()
		}
		if buf.ReadOnly {
			return py.Nil, py.Raise(py.TypeError, "argument must be read-write bytes-like object, not %s", py.TypeName(args[0]))
		}
		data = buf.Data
	}
	x, err := py.Index(t, args[1])
	if err != nil {
		return py.Nil, err
	}
	if !x.IsInt() || int64(int(x.I())) != x.I() {
		return py.Nil, py.Raise(py.IndexError, "cannot fit '%s' into an index-sized integer", py.TypeName(args[1]))
	}
	offset, n := int(x.I()), len(data)
	if offset < 0 {
		if offset+l.size > 0 {
			return py.Nil, fail("no space to pack %d bytes at offset %d", l.size, offset)
		}
		if offset+n < 0 {
			return py.Nil, fail("offset %d out of range for %d-byte buffer", offset, n)
		}
		offset += n
	}
	if n-offset < l.size {
		return py.Nil, fail("pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)", uint(l.size)+uint(offset), l.size, offset, n)
	}
	// Into a copy first: an error must leave the buffer as CPython does, with the
	// items before it written and the gaps cleared.
	return py.None, l.put(t, data[offset:offset+l.size], args[2:])
}

// plain tells that packing args runs no Python code, which could change the buffer.
func plain(args []py.Value) bool {
	for _, v := range args {
		if !v.IsInt() && !v.IsFloat() && !py.IsBytes(v) && !v.IsBool() {
			return false
		}
	}
	return true
}

func unpack(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	l, err := layoutOf(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	return l.unpack(t, args[1:])
}

func (l *layout) unpack(t *py.Thread, args []py.Value) (py.Value, error) {
	b, err := py.AsBuffer(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	if len(b) != l.size {
		return py.Nil, fail("unpack requires a buffer of %d bytes", l.size)
	}
	return l.get(t, b)
}

func unpack_from(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	l, err := layoutOf(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	return l.unpack_from(t, args[1:])
}

// unpack_from has the buffer and perhaps an offset as arguments.
func (l *layout) unpack_from(t *py.Thread, args []py.Value) (py.Value, error) {
	b, err := py.AsBuffer(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	offset := 0
	if len(args) > 1 {
		x, err := py.Index(t, args[1])
		if err != nil {
			return py.Nil, err
		}
		if !x.IsInt() || int64(int(x.I())) != x.I() {
			return py.Nil, py.Raise(py.OverflowError, "Python int too large to convert to C ssize_t")
		}
		offset = int(x.I())
	}
	n := len(b)
	if offset < 0 {
		if offset+l.size > 0 {
			return py.Nil, fail("not enough data to unpack %d bytes at offset %d", l.size, offset)
		}
		if offset+n < 0 {
			return py.Nil, fail("offset %d out of range for %d-byte buffer", offset, n)
		}
		offset += n
	}
	if n-offset < l.size {
		return py.Nil, fail("unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)", uint(l.size)+uint(offset), l.size, offset, n)
	}
	return l.get(t, b[offset:offset+l.size])
}

func iter_unpack(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	l, err := layoutOf(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	return l.iter_unpack(t, args[1:])
}
