// Package abc is Python's collections.abc: the abstract classes of containers,
// iterators and coroutines, in abc.py.
// https://docs.python.org/3.13/library/collections.abc.html
package abc

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed abc.py
var source string

// Module is the module collections.abc.
var Module = &py.Module{
	Name: "collections.abc",
	Doc:  "The abstract classes of containers, iterators and coroutines.",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen collections.abc>", m.Dict)
	},
}
