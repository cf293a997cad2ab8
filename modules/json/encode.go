package json

import (
	"math"
	"strings"

	"github.com/woma-lang/woma/py"
)

// writer encodes one value.
type writer struct {
	t     *py.Thread
	e     *encoder
	self  py.Value // the JSONEncoder whose default() is called; may be unbound
	b     []byte
	stack []py.Value // containers being written
	count int
	done  int // bytes charged

	cut  bool // remember where iterencode's pieces end
	cuts []int
}

// piece ends a piece of iterencode.
func (w *writer) piece() {
	if w.cut {
		w.cuts = append(w.cuts, len(w.b))
	}
}

// step charges work and memory now and then.
func (w *writer) step() error {
	if w.count++; w.count >= 1000 || len(w.b)-w.done > 1<<16 {
		if err := w.t.Step(w.count); err != nil {
			return err
		}
		if err := w.t.Alloc(len(w.b) - w.done); err != nil {
			return err
		}
		w.count, w.done = 0, len(w.b)
	}
	return nil
}

// scalar writes what is no container; ok is false if v is one.
func (w *writer) scalar(v py.Value) (ok bool, err error) {
	if s, isStr := py.AsStr(v); isStr {
		w.b = appendString(w.b, s, w.e.ascii)
		return true, w.step()
	}
	switch {
	case v.IsNone():
		w.b = append(w.b, "null"...)
	case v == py.True:
		w.b = append(w.b, "true"...)
	case v == py.False:
		w.b = append(w.b, "false"...)
	default:
		if n, isInt := py.IsIntLike(v); isInt {
			return true, w.int(n)
		}
		f, isFloat := floatOf(v)
		if !isFloat {
			return false, nil
		}
		return true, w.float(f, v)
	}
	return true, nil
}

func (w *writer) int(n py.Value) error {
	if !n.IsInt() {
		s, err := py.Repr(w.t, n)
		if err != nil {
			return err
		}
		w.b = append(w.b, s.String()...)
		return nil
	}
	w.b = py.AppendInt(w.b, n)
	return nil
}

// floatOf returns the number of a float or of an object of a subclass.
func floatOf(v py.Value) (float64, bool) {
	if v.IsFloat() {
		return v.F(), true
	}
	if o, ok := py.Cast[py.FloatObj](v, py.FloatType); ok {
		return o.V, true
	}
	return 0, false
}

func (w *writer) float(f float64, v py.Value) error {
	text := ""
	switch {
	case math.IsNaN(f):
		text = "NaN"
	case math.IsInf(f, 1):
		text = "Infinity"
	case math.IsInf(f, -1):
		text = "-Infinity"
	default:
		w.b = py.AppendFloatRepr(w.b, f)
		return nil
	}
	if !w.e.nan {
		r, err := py.Repr(w.t, v)
		if err != nil {
			return err
		}
		return py.Raise(py.ValueError, "Out of range float values are not JSON compliant: %s", r)
	}
	w.b = append(w.b, text...)
	return nil
}

// value writes v.
func (w *writer) value(v py.Value) error {
	ok, err := w.scalar(v)
	if ok {
		w.piece()
	}
	if ok || err != nil {
		return err
	}
	if err := w.step(); err != nil {
		return err
	}
	if len(w.stack) >= maxDepth {
		return py.Raise(py.RecursionError, "maximum recursion depth exceeded while encoding a JSON object")
	}
	if w.e.circular {
		for _, o := range w.stack {
			if o == v {
				return py.Raise(py.ValueError, "Circular reference detected")
			}
		}
	}
	w.stack = append(w.stack, v)
	if l, isList := py.AsList(v); isList {
		if v.Type() == py.ListType {
			err = w.list(func(i int) (py.Value, bool) {
				if i < len(l.A) {
					return l.A[i], true
				}
				return py.Nil, false
			})
		} else {
			err = w.sequence(v)
		}
	} else if tup, isTuple := py.AsTuple(v); isTuple {
		if v.Type().Flags&py.Heap == 0 {
			err = w.list(func(i int) (py.Value, bool) {
				if i < tup.Len() {
					return tup.Items()[i], true
				}
				return py.Nil, false
			})
		} else {
			err = w.sequence(v)
		}
	} else if d, isDict := py.AsDict(v); isDict {
		err = w.dict(d, v)
	} else {
		err = w.other(v)
	}
	w.stack = w.stack[:len(w.stack)-1]
	return err
}

// other writes what default() makes of v.
func (w *writer) other(v py.Value) error {
	var x py.Value
	var err error
	if w.self.Bound() {
		x, err = py.CallMethod(w.t, w.self, nameDefault.Str(), v)
	} else if w.e.defaultFn.Bound() {
		x, err = py.Call(w.t, w.e.defaultFn, v)
	} else {
		err = notSerializable(v)
	}
	if err != nil {
		return err
	}
	return w.value(x)
}

func notSerializable(v py.Value) error {
	return py.Raise(py.TypeError, "Object of type %s is not JSON serializable", py.TypeName(v))
}

// sequence writes an object of a subclass of list or tuple through its iterator.
func (w *writer) sequence(v py.Value) error {
	items, err := py.ToSlice(w.t, v)
	if err != nil {
		return err
	}
	items = append([]py.Value(nil), items...)
	return w.list(func(i int) (py.Value, bool) {
		if i < len(items) {
			return items[i], true
		}
		return py.Nil, false
	})
}

// newline starts a line if there is an indent.
func (w *writer) newline(level int) {
	if w.e.hasIndent {
		w.b = append(w.b, '\n')
		for ; level > 0; level-- {
			w.b = append(w.b, w.e.indent...)
		}
	}
}

func (w *writer) list(at func(i int) (py.Value, bool)) error {
	level := len(w.stack)
	w.b = append(w.b, '[')
	i := 0
	for ; ; i++ {
		v, ok := at(i)
		if !ok {
			break
		}
		if i > 0 {
			w.b = append(w.b, w.e.itemSep...)
		}
		w.newline(level)
		ok, err := w.scalar(v)
		if err != nil {
			return err
		}
		w.piece()
		if !ok {
			if err := w.value(v); err != nil {
				return err
			}
		}
		if err := w.step(); err != nil {
			return err
		}
	}
	if i > 0 && w.e.hasIndent {
		w.newline(level - 1)
		w.piece()
	}
	w.b = append(w.b, ']')
	w.piece()
	return nil
}

func (w *writer) dict(d *py.Dict, v py.Value) error {
	level := len(w.stack)
	first := true
	item := func(k, x py.Value) error {
		key, err := w.key(k)
		if err != nil || key == nil {
			return err
		}
		if first {
			w.b = append(w.b, '{')
			w.piece()
			w.newline(level)
			if w.e.hasIndent {
				w.piece()
			}
			first = false
		} else {
			w.b = append(w.b, w.e.itemSep...)
			w.newline(level)
			w.piece()
		}
		w.b = appendString(w.b, key, w.e.ascii)
		w.piece()
		w.b = append(w.b, w.e.keySep...)
		w.piece()
		return w.value(x)
	}
	plain := py.IsDict(v) && !w.e.sort
	if plain {
		changes := d.Changes()
		for k, x, pos, ok := d.Next(0); ok; k, x, pos, ok = d.Next(pos) {
			if err := item(k, x); err != nil {
				return err
			}
			if d.Changes() != changes {
				return py.Raise(py.RuntimeError, "dictionary changed size during iteration")
			}
		}
	} else {
		if d.Len() > 0 || !py.IsDict(v) {
			items, err := w.items(v)
			if err != nil {
				return err
			}
			for _, it := range items {
				pair, ok := py.AsTuple(it)
				if !ok || pair.Len() != 2 {
					return py.Raise(py.ValueError, "items must return 2-tuples")
				}
				if err := item(pair.Items()[0], pair.Items()[1]); err != nil {
					return err
				}
			}
		}
	}
	if first {
		w.b = append(w.b, '{', '}')
		w.piece()
		return nil
	}
	if w.e.hasIndent {
		w.newline(level - 1)
		w.piece()
	}
	w.b = append(w.b, '}')
	w.piece()
	return nil
}

// items returns v.items() as a slice, sorted if asked for.
func (w *writer) items(v py.Value) ([]py.Value, error) {
	view, err := py.CallMethod(w.t, v, nameItems.Str())
	if err != nil {
		return nil, err
	}
	items, err := py.Collect(w.t, view)
	if err != nil || !w.e.sort {
		return items, err
	}
	l := py.NewList(items)
	if _, err := py.CallMethod(w.t, l.Value(), nameSort.Str()); err != nil {
		return nil, err
	}
	return l.A, nil
}

// key returns a key as text; nil means that it is to be skipped.
func (w *writer) key(k py.Value) (*py.Str, error) {
	if s, ok := py.AsStr(k); ok {
		return s, nil
	}
	mark := len(w.b)
	_, isFloat := floatOf(k)
	_, isInt := py.IsIntLike(k)
	if !isFloat && !isInt && !k.IsNone() && k != py.True && k != py.False {
		if w.e.skip {
			return nil, nil
		}
		return nil, py.Raise(py.TypeError, "keys must be str, int, float, bool or None, not %s", py.TypeName(k))
	}
	if _, err := w.scalar(k); err != nil {
		return nil, err
	}
	s, _ := py.AsStr(py.NewStrBytes(w.b[mark:]))
	w.b = w.b[:mark]
	return s, nil
}

const hexDigits = "0123456789abcdef"

// appendString appends the text of s in quotes.
func appendString(b []byte, str *py.Str, ascii bool) []byte {
	s := str.String()
	b = append(b, '"')
	start := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && (c < 0x7F || c == 0x7F && !ascii) && c != '"' && c != '\\' || c >= 0x80 && !ascii {
			i++
			continue
		}
		b = append(b, s[start:i]...)
		if c >= 0x80 {
			r, n := py.DecodeRune(s[i:])
			if r >= 0x10000 {
				r -= 0x10000
				b = appendEscape(b, 0xD800+r>>10)
				r = 0xDC00 + r&0x3FF
			}
			b = appendEscape(b, r)
			i += n
			start = i
			continue
		}
		if j := strings.IndexByte("\"\\\n\r\t\f\b", c); j >= 0 {
			b = append(b, '\\', "\"\\nrtfb"[j])
		} else {
			b = appendEscape(b, rune(c))
		}
		i++
		start = i
	}
	b = append(b, s[start:]...)
	return append(b, '"')
}

func appendEscape(b []byte, r rune) []byte {
	return append(b, '\\', 'u', hexDigits[r>>12&15], hexDigits[r>>8&15], hexDigits[r>>4&15], hexDigits[r&15])
}
