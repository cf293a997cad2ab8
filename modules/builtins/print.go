package builtins

import (
	"strings"

	"github.com/woma-lang/woma/py"
)

// print writes to sys.stdout, or file, through its write method.
func print(t *py.Thread, a *py.Args) (py.Value, error) {
	seps := [2]string{" ", "\n"}
	for i := range seps {
		if a.Given(i) {
			s, ok := py.AsStr(a.Value(i))
			if !ok {
				return py.Nil, py.Raise(py.TypeError, "%s must be None or a string, not %s", [...]string{"sep", "end"}[i], py.TypeName(a.Value(i)))
			}
			seps[i] = s.String()
		}
	}
	var cuts [24]int
	w := pieces{sep: seps[0], end: seps[1], file: a.ValueOr(2, py.None), cuts: cuts[:0]}
	rest := append([]py.Value(nil), a.Rest()...)
	flush := a.BoolOr(t, 3, false)
	if w.file.IsNone() {
		out, err := py.LookupAttr(t, t.Interp.SysM, py.Name("stdout"))
		if err == nil && !out.Bound() {
			err = py.Raise(py.RuntimeError, "lost sys.stdout")
		}
		if err != nil || out.IsNone() {
			return py.None, err
		}
		w.file = out
	}
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := w.print(t, rest); err != nil {
		return py.Nil, err
	}
	if flush {
		return py.CallMethod(t, w.file, py.Name("flush"))
	}
	return py.None, nil
}

// pieces gathers what print writes. CPython writes every piece by itself; a file of
// ours gets them in one, as nobody can tell, if no Python code runs in between.
type pieces struct {
	sep, end string
	file     py.Value
	b        []byte
	cuts     []int // where the pieces in b end
}

func (w *pieces) print(t *py.Thread, values []py.Value) error {
	for i, v := range values {
		if i > 0 {
			w.piece(w.sep)
		}
		if !quiet(v) {
			if err := w.write(t); err != nil {
				return err
			}
			if i == 0 { // a file that cannot be written to is noticed first
				if _, err := py.GetAttr(t, w.file, py.Name("write")); err != nil {
					return err
				}
			}
		}
		s, err := py.ToStr(t, v)
		if err != nil {
			if werr := w.write(t); werr != nil {
				return werr
			}
			return err
		}
		w.piece(s.String())
	}
	w.piece(w.end)
	return w.write(t)
}

// quiet reports whether no Python code runs when v becomes text.
func quiet(v py.Value) bool {
	return py.IsStr(v) || v.IsInt() || v.IsFloat() || v.IsBool() || v.IsNone()
}

func (w *pieces) piece(s string) {
	w.b = append(w.b, s...)
	w.cuts = append(w.cuts, len(w.b))
}

// write hands over what is gathered.
func (w *pieces) write(t *py.Thread) error {
	if len(w.cuts) == 0 {
		return nil
	}
	done := false
	if f := t.Interp.Streams.WriteText; f != nil {
		var err error
		if done, err = f(t, w.file, string(w.b)); err != nil {
			return err
		}
	}
	from := 0
	for _, to := range w.cuts {
		if done {
			break
		}
		if _, err := py.CallMethod(t, w.file, py.Name("write"), py.NewStr(string(w.b[from:to]))); err != nil {
			return err
		}
		from = to
	}
	w.b, w.cuts = w.b[:0], w.cuts[:0]
	return nil
}

// input writes a prompt and reads a line from sys.stdin.
func input(t *py.Thread, a *py.Args) (py.Value, error) {
	if a.Has(0) {
		s, err := py.ToStr(t, a.Value(0))
		if err != nil {
			return py.Nil, err
		}
		out, err := py.GetAttr(t, t.Interp.SysM, py.Name("stdout"))
		if err != nil {
			return py.Nil, err
		}
		if _, err := py.CallMethod(t, out, py.Name("write"), s.Value()); err != nil {
			return py.Nil, err
		}
		if _, err := py.CallMethod(t, out, py.Name("flush")); err != nil {
			return py.Nil, err
		}
	}
	in, err := py.GetAttr(t, t.Interp.SysM, py.Name("stdin"))
	if err != nil {
		return py.Nil, err
	}
	l, err := py.CallMethod(t, in, py.Name("readline"))
	if err != nil {
		return py.Nil, err
	}
	s, ok := py.AsStr(l)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "object.readline() returned non-string")
	}
	if s.NBytes() == 0 {
		return py.Nil, py.Raise(py.EOFError, "EOF when reading a line")
	}
	return py.NewStr(strings.TrimSuffix(s.String(), "\n")), nil
}
