// Package abc is Python's abc: abstract base classes, written in Python in abc.py; what
// isinstance and issubclass ask of them is here.
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
		k := &checker{}
		m.Dict.SetStr(py.Name("_abc_data"), dataType.Value())
		m.Dict.SetStr(py.Name("_abc_instancecheck"), py.NewNative("_abc_instancecheck(cls, instance, /)", k.instancecheck))
		m.Dict.SetStr(py.Name("_abc_register"), py.NewNative("_abc_register(cls, subclass, /)", k.register))
		m.Dict.SetStr(py.Name("_abc_subclasscheck"), py.NewNative("_abc_subclasscheck(cls, subclass, /)", k.subclasscheck))
		m.Dict.SetStr(py.Name("_match_as"), py.NewNative("_match_as(cls, base, flags, /)", matchAs))
		m.Dict.SetStr(py.Name("get_cache_token"), py.NewNative("get_cache_token()", k.get_cache_token))
		return py.RunSource(t, source, "<frozen abc>", m.Dict)
	},
}

// The bits of __abc_tpflags__.
const (
	sequenceFlag = 1 << 5
	mappingFlag  = 1 << 6
)

// matchAs makes the match statement take objects of cls for sequences or mappings, if
// flags says so or base is a class whose objects are.
func matchAs(t *py.Thread, a *py.Args) (py.Value, error) {
	cls, base, flags := a.Class(0), a.Class(1), a.Int(t, 2)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	f := base.Flags & (py.SeqPattern | py.MatchMapping)
	if flags&sequenceFlag != 0 {
		f |= py.SeqPattern
	}
	if flags&mappingFlag != 0 {
		f |= py.MatchMapping
	}
	cls.MatchAs(f)
	return py.None, nil
}
