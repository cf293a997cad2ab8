// Package contextlib is Python's contextlib, written in Python in contextlib.py.
// https://docs.python.org/3.13/library/contextlib.html
package contextlib

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed contextlib.py
var source string

// Module is the module contextlib.
var Module = &py.Module{
	Name: "contextlib",
	Doc:  "What makes and combines context managers.",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen contextlib>", m.Dict)
	},
}
