// Package types is Python's types, written in Python in types.py.
// https://docs.python.org/3.13/library/types.html
package types

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed types.py
var source string

// Module is the module types.
var Module = &py.Module{
	Name: "types",
	Doc:  "The classes of functions, generators, modules and other things of the interpreter.",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen types>", m.Dict)
	},
}
