// Package warnings is Python's warnings, written in Python in warnings.py. The
// machine calls warn_explicit for the SyntaxWarnings of its compiler.
// https://docs.python.org/3.13/library/warnings.html
package warnings

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed warnings.py
var source string

// Module is the module warnings.
var Module = &py.Module{
	Name: "warnings",
	Doc:  "Tells about what is doubtful but no error.",
	Table: func() py.Members {
		return py.Members{py.Func("_line(filename, lineno, /)", line)}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen warnings>", m.Dict)
	},
}

// line returns a line of source text, an empty str if there is none.
func line(t *py.Thread, a *py.Args) (py.Value, error) {
	name, n := a.String(0), a.Int(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	text := ""
	if f := t.Interp.Source; f != nil {
		text, _ = f(name, n)
	}
	return py.NewStr(text), nil
}
