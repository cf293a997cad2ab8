// Package templatelib is Python's string.templatelib: what t-strings give (PEP 750).
// https://docs.python.org/3.14/library/string.templatelib.html
package templatelib

import "github.com/woma-lang/woma/py"

// Module is the module string.templatelib.
var Module = &py.Module{
	Name: "string.templatelib",
	Doc:  "What t-strings give.",
	Table: func() py.Members {
		return py.Members{
			py.ClassAs("Interpolation", py.InterpolationType),
			py.ClassAs("Template", py.TemplateType),
			py.Func("convert(obj, /, conversion)", convert),
		}
	},
}

// convert converts obj as an interpolation with that conversion says: None leaves it
// as it is.
func convert(t *py.Thread, a *py.Args) (py.Value, error) {
	c := a.Value(1)
	if c.IsNone() {
		return a.Value(0), nil
	}
	s, ok := py.AsStr(c)
	if !ok {
		return py.Nil, py.Raise(py.ValueError, "invalid conversion specifier: %s", py.TypeName(c))
	}
	var f func(*py.Thread, py.Value) (*py.Str, error)
	switch s.String() {
	case "s":
		f = py.ToStr
	case "r":
		f = py.Repr
	case "a":
		f = py.ASCII
	default:
		return py.Nil, py.Raise(py.ValueError, "invalid conversion specifier: %s", s)
	}
	r, err := f(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	return r.Value(), nil
}
