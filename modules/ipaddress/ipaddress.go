// Package ipaddress is Python's ipaddress module, written in Python.
// https://docs.python.org/3.13/library/ipaddress.html
package ipaddress

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed ipaddress.py
var source string

// Module is ipaddress.
var Module = &py.Module{
	Name: "ipaddress",
	Doc:  "Addresses and networks of IPv4 and IPv6.",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen ipaddress>", m.Dict)
	},
}
