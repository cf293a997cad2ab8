// Package copy is Python's copy, written in Python in copy.py.
// https://docs.python.org/3.13/library/copy.html
package copy

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed copy.py
var source string

// Module is the module copy.
var Module = &py.Module{
	Name: "copy",
	Doc:  "Copies of objects, shallow and deep.",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen copy>", m.Dict)
	},
}
