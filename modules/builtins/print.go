package builtins

import (
	"strings"

	"github.com/woma-lang/woma/py"
)

// print writes to sys.stdout, or file, through its write method.
func print(t *py.Thread, a *py.Args) (py.Value, error) {
	sep, end := " ", "\n"
	for i, p := range [...]*string{&sep, &end} {
		if a.Given(i) {
			s, ok := py.AsStr(a.Value(i))
			if !ok {
				return py.Nil, py.Raise(py.TypeError, "%s must be None or a string, not %s", [...]string{"sep", "end"}[i], py.TypeName(a.Value(i)))
			}
			*p = s.String()
		}
	}
	var b []byte
	rest := append([]py.Value(nil), a.Rest()...)
	file, flush := a.ValueOr(2, py.None), a.BoolOr(t, 3, false)
	for i, v := range rest {
		if i > 0 {
			b = append(b, sep...)
		}
		s, err := py.ToStr(t, v)
		if err != nil {
			return py.Nil, err
		}
		b = append(b, s.String()...)
	}
	b = append(b, end...)
	if file.IsNone() {
		out, err := py.LookupAttr(t, t.Interp.SysM, py.Name("stdout"))
		if err == nil && !out.Bound() {
			err = py.Raise(py.RuntimeError, "lost sys.stdout")
		}
		if err != nil || out.IsNone() {
			return py.None, err
		}
		file = out
	}
	if err := py.WriteText(t, file, string(b)); err != nil {
		return py.Nil, err
	}
	if flush {
		return py.CallMethod(t, file, py.Name("flush"))
	}
	return py.None, nil
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
