package py

import (
	"strings"
	"sync"
)

// Module describes a Python module written in Go. It is a package variable of the
// module's folder and never changes; what belongs to one interpreter is made in
// Init and kept with [SetState].
type Module struct {
	Name    string
	Doc     string
	Members Members
	// Types says what the module's types are made by: it calls [DefineLater] and the
	// like, before Table, when the module is first imported. It runs once in a process.
	Types func()
	// Table makes further rows. It is called when the module is first imported: what
	// stands in Members is made when the program starts, used or not.
	Table func() Members
	// AliasOf makes Name another name of the module so called (MicroPython's utime …).
	AliasOf string
	// Below returns the module of a name that begins with this one's and a dot, nil if
	// there is none. It is for packages whose modules are too many to be listed.
	Below func(name string) *Module
	// Init runs when the module is imported, after its members are there.
	Init func(t *Thread, m *ModuleObj) error

	once sync.Once
	rows Members // of Table and Members
}

// Rows returns the rows of the module.
func (def *Module) Rows() Members {
	def.once.Do(func() {
		if def.Types != nil {
			def.Types()
		}
		def.rows = def.Members
		if def.Table != nil {
			def.rows = append(def.Table(), def.Members...)
		}
	})
	return def.rows
}

// ModuleList is a list of modules; of two with one name the last counts.
type ModuleList []*Module

// Get returns the module of that name, nil if there is none.
func (l ModuleList) Get(name string) *Module {
	for i := len(l) - 1; i >= 0; i-- {
		if l[i].Name == name {
			return l[i]
		}
	}
	if i := strings.IndexByte(name, '.'); i > 0 {
		if top := l.Get(name[:i]); top != nil && top.Below != nil {
			return top.Below(name)
		}
	}
	return nil
}

// NewModuleObj returns an empty module.
func NewModuleObj(in *Interp, name string) *ModuleObj {
	m := &ModuleObj{Head: Head{&moduleShape}, Dict: NewNamespace(in.Builtins)}
	m.Dict.SetStr(nameName, NewStr(name))
	m.Dict.SetStr(nameDoc, None)
	m.Dict.SetStr(Name("__package__"), None)
	m.Dict.SetStr(Name("__loader__"), None)
	m.Dict.SetStr(Name("__spec__"), None)
	return m
}

// Value returns the module as a Value.
func (m *ModuleObj) Value() Value { return Object(m) }

// Name returns __name__.
func (m *ModuleObj) Name() string {
	if s, ok := AsStr(m.Dict.GetItem("__name__")); ok {
		return s.String()
	}
	return "?"
}

// Instantiate makes the module object of def in the thread's interpreter and puts
// it into sys.modules.
func (def *Module) Instantiate(t *Thread) (*ModuleObj, error) {
	in := t.Interp
	if def.AliasOf != "" {
		v := in.Modules.GetItem(def.AliasOf)
		if !v.Bound() || !IsModule(v) {
			of := in.Available.Get(def.AliasOf)
			if of == nil {
				return nil, Raise(ModuleNotFoundError, "No module named %s", QuoteStr(def.AliasOf))
			}
			m, err := of.Instantiate(t)
			if err != nil {
				return nil, err
			}
			v = m.Value()
		}
		in.Modules.SetItem(def.Name, v)
		return As[ModuleObj](v), nil
	}
	m := NewModuleObj(in, def.Name)
	m.Def = def
	if def.Doc != "" {
		m.Dict.SetStr(nameDoc, NewStr(def.Doc))
	}
	m.Dict.SetStr(Name("__package__"), NewStr(""))
	m.setRows(in, def.Rows())
	if in.Modules != nil {
		in.Modules.SetItem(def.Name, m.Value())
	}
	if def.Init != nil {
		if err := def.Init(t, m); err != nil {
			if in.Modules != nil {
				in.Modules.DelStr(Name(def.Name))
			}
			return nil, err
		}
	}
	return m, nil
}

// SetState keeps a module's state for the interpreter; call it from Init.
func SetState(t *Thread, def *Module, state any) {
	if t.Interp.State == nil {
		t.Interp.State = map[*Module]any{}
	}
	t.Interp.State[def] = state
}

// State returns what Init kept with [SetState]; it panics if the module was not
// imported, which cannot happen inside its own functions.
func State[T any](t *Thread, def *Module) T { return t.Interp.State[def].(T) }

func initModule() {
	ModuleType.define(&moduleShape, TypeSpec{Name: "module", Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			if len(args) == 0 {
				return Nil, Raise(TypeError, "module() missing required argument 'name' (pos 1)")
			}
			s, ok := AsStr(args[0])
			if !ok {
				return Nil, Raise(TypeError, "module.__init__() argument 1 must be str, not %s", TypeName(args[0]))
			}
			m := NewModuleObj(t.Interp, s.String())
			m.shape = cls.root
			if len(args) > 1 {
				m.Dict.SetStr(nameDoc, args[1])
			}
			return m.Value(), nil
		},
		Init:    func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
		GetAttr: moduleGetAttr, SetAttr: moduleSetAttr, Hash: identityHash,
		Repr: func(t *Thread, v Value) (Value, error) {
			m := As[ModuleObj](v)
			if m.Def != nil {
				return NewStr("<module '" + m.Name() + "' (built-in)>"), nil
			}
			if f, ok := AsStr(m.Dict.GetItem("__file__")); m.Dict.GetStr(Name("__file__")) != nil && ok {
				return NewStr("<module '" + m.Name() + "' from '" + f.String() + "'>"), nil
			}
			return NewStr("<module '" + m.Name() + "'>"), nil
		},
	}, Table: func() Members {
		return Members{
			MethodOf("__dir__()", moduleDir),
			GetSet("__annotations__", moduleAnnotations, func(t *Thread, v, val Value) error {
				d := As[ModuleObj](v).Dict
				if val.p != nil {
					d.SetStr(nameAnnotations, val)
				} else if !d.DelStr(nameAnnotations) {
					return Raise(AttributeError, "__annotations__")
				}
				return nil
			}),
			GetSet("__dict__", moduleDict, nil),
		}
	}})
}

// moduleDict is module.__dict__.
func moduleDict(t *Thread, v Value) (Value, error) {
	d := As[ModuleObj](v).Dict
	d.Fill()
	return d.Value(), nil
}

// moduleAnnotations is module.__annotations__, made when it is first asked for.
func moduleAnnotations(t *Thread, v Value) (Value, error) {
	d := As[ModuleObj](v).Dict
	if p := d.GetStr(nameAnnotations); p != nil {
		return *p, nil
	}
	a := NewDict().Value()
	d.SetStr(nameAnnotations, a)
	return a, nil
}
