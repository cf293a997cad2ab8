// Package warnings is Python's warnings, written in Python in warnings.py.
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
	Doc:  "Python part of the warnings subsystem.",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen warnings>", m.Dict)
	},
}
