// Package fnmatch is Python's fnmatch, written in Python in fnmatch.py: the patterns
// of shells for file names, by way of regular expressions.
// https://docs.python.org/3.13/library/fnmatch.html
package fnmatch

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed fnmatch.py
var source string

// Module is the module fnmatch.
var Module = &py.Module{
	Name: "fnmatch",
	Doc:  "Patterns of shells for file names.",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen fnmatch>", m.Dict)
	},
}
