// Package abc is Python's abc: abstract base classes, written in Python in abc.py.
// https://docs.python.org/3.13/library/abc.html
package abc

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed abc.py
var source string

// Module is the module abc.
var Module = &py.Module{
	Name: "abc",
	Doc:  "Abstract base classes (PEP 3119).",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen abc>", m.Dict)
	},
}
