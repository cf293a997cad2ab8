// Package uuid is Python's uuid module (RFC 9562), versions 1, 3, 4 and 5.
// https://docs.python.org/3.13/library/uuid.html
//
// getnode() never looks at network cards: it is a random number, as CPython's is
// where it finds none. The module is written in Python.
package uuid

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed uuid.py
var source string

// Module is uuid.
var Module = &py.Module{
	Name: "uuid",
	Doc:  "Universally unique identifiers (RFC 9562).",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen uuid>", m.Dict)
	},
}
