// Package string is Python's string, written in Python in string.py.
// https://docs.python.org/3.13/library/string.html
package string

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed string.py
var source string

// Module is the module string.
var Module = &py.Module{
	Name: "string",
	Doc:  "Strings of characters by kind, templates and formatters.",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen string>", m.Dict)
	},
}
