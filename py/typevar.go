package py

// The types of type parameters (PEP 695, 696).
var (
	TypeVarType       = &Type{}
	ParamSpecType     = &Type{}
	TypeVarTupleType  = &Type{}
	ParamSpecArgsType = &Type{} // P.args and P.kwargs
	NoDefaultType     = &Type{}
)

var typeVarShape, paramSpecShape, typeVarTupleShape, paramSpecArgsShape, noDefaultShape Shape

var tagNoDefault = Head{&noDefaultShape}

// NoDefault is typing.NoDefault.
var NoDefault = Object(&tagNoDefault)

// typeParam is a TypeVar, ParamSpec or TypeVarTuple.
type typeParam struct {
	Head
	attrs              *Dict
	name               Value
	module             Value
	bound, constraints lazyValue
	def                lazyValue
	variance           variance
}

type variance uint8

const (
	varianceInfer variance = 1 << iota
	varianceCo
	varianceContra
)

// lazyValue is a value, or a function that is called when somebody looks.
type lazyValue struct {
	thunk, value Value
}

// get returns the value, none if there is neither.
func (l *lazyValue) get(t *Thread, none Value) (Value, error) {
	if l.value.p != nil {
		return l.value, nil
	}
	if l.thunk.p == nil {
		return none, nil
	}
	v, err := Call(t, l.thunk)
	if err == nil {
		l.value = v
	}
	return v, err
}

func (p *typeParam) hasDefault() bool {
	return p.def.thunk.p != nil || p.def.value.p != nil && p.def.value != NoDefault
}

func newTypeParam(t *Thread, shape *Shape, name Value) *typeParam {
	return &typeParam{Head: Head{shape}, name: name, module: NewStr("typing")}
}

// callerModule is the name of the module whose code runs.
func callerModule(t *Thread) Value {
	if g := t.Interp.Machine.Globals(t); g != nil {
		if m := g.GetStr(nameName); m != nil {
			return *m
		}
	}
	return None
}

// NewTypeVar makes a TypeVar; bound, constraints and default are functions or unbound.
func NewTypeVar(t *Thread, name, bound, constraints, def Value) (Value, error) {
	p := newTypeParam(t, &typeVarShape, name)
	p.bound.thunk, p.constraints.thunk, p.def.thunk, p.variance = bound, constraints, def, varianceInfer
	return Object(p), nil
}

// NewParamSpec makes a ParamSpec.
func NewParamSpec(t *Thread, name, def Value) (Value, error) {
	p := newTypeParam(t, &paramSpecShape, name)
	p.def.thunk, p.variance = def, varianceInfer
	return Object(p), nil
}

// NewTypeVarTuple makes a TypeVarTuple.
func NewTypeVarTuple(t *Thread, name, def Value) (Value, error) {
	p := newTypeParam(t, &typeVarTupleShape, name)
	p.def.thunk, p.variance = def, varianceInfer
	return Object(p), nil
}

// setVariance sets the variance from three arguments starting at i.
func (p *typeParam) setVariance(t *Thread, a *Args, i int) error {
	p.module = callerModule(t)
	co, contra, infer := a.BoolOr(t, i, false), a.BoolOr(t, i+1, false), a.BoolOr(t, i+2, false)
	if err := a.Err(); err != nil {
		return err
	}
	if co && contra {
		return Raise(ValueError, "Bivariant types are not supported.")
	}
	if infer && (co || contra) {
		return Raise(ValueError, "Variance cannot be specified with infer_variance.")
	}
	if co {
		p.variance |= varianceCo
	}
	if contra {
		p.variance |= varianceContra
	}
	if infer {
		p.variance |= varianceInfer
	}
	return nil
}

func typeParamRepr(t *Thread, v Value) (Value, error) {
	p := As[typeParam](v)
	s, err := ToStr(t, p.name)
	if err != nil {
		return Nil, err
	}
	prefix := "~"
	switch {
	case p.variance&varianceInfer != 0 || v.Type() == TypeVarTupleType:
		prefix = ""
	case p.variance&varianceCo != 0:
		prefix = "+"
	case p.variance&varianceContra != 0:
		prefix = "-"
	}
	return NewStr(prefix + s.String()), nil
}

func initTypeParams() {
	NoDefaultType.define(&noDefaultShape, TypeSpec{Name: "NoDefaultType", Module: "typing", Flags: Final, Slots: Slots{
		New:  Ctor("NoDefaultType()", func(t *Thread, a *Args) (Value, error) { return NoDefault, nil }),
		Init: func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
		Repr: func(t *Thread, v Value) (Value, error) { return NewStr("typing.NoDefault"), nil }, Hash: identityHash}})
	flag := func(name string, f variance) Member {
		return Field(name, func(t *Thread, v Value) (Value, error) { return Bool(As[typeParam](v).variance&f != 0), nil })
	}
	// rows are those that types with a bound and a variance have; they are made late.
	rows := func(first ...Member) []Member {
		return append([]Member{GetSet("__bound__", func(t *Thread, v Value) (Value, error) { return As[typeParam](v).bound.get(t, None) }, nil)},
			append(first, flag("__covariant__", varianceCo), flag("__contravariant__", varianceContra), flag("__infer_variance__", varianceInfer))...)
	}
	def := func(c *Type, shape *Shape, name string, or bool, ctor func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error), ms func() []Member) {
		s := Slots{New: ctor, Init: func(t *Thread, self Value, args []Value, kw []*Str) error { return nil }, Repr: typeParamRepr, Hash: identityHash}
		if or {
			s.Binary, s.BinaryOps, s.RBinOps = unionOr, 1<<OpOr, 1<<OpOr
		} else {
			s.Iter = func(t *Thread, v Value) (Value, error) {
				return Iter(t, NewTuple(Object(&unpacked{Head{&unpackedShape}, v})))
			}
		}
		c.define(shape, TypeSpec{Name: name, Module: "typing", Flags: Final | DottedName, Slots: s, DictOffset: typeParamDict, Table: func() Members {
			return append(Members{
				Field("__name__", func(t *Thread, v Value) (Value, error) { return As[typeParam](v).name, nil }),
				GetSet("__module__", func(t *Thread, v Value) (Value, error) { return As[typeParam](v).module, nil }, nil),
				GetSet("__default__", func(t *Thread, v Value) (Value, error) { return As[typeParam](v).def.get(t, NoDefault) }, nil),
				MethodOf("has_default()", func(t *Thread, a *Args) (Value, error) { return Bool(As[typeParam](a.Self).hasDefault()), nil }),
				MethodOf("__typing_subst__(arg, /)", func(t *Thread, a *Args) (Value, error) { return a.Value(0), nil }),
				MethodOf("__reduce__()", func(t *Thread, a *Args) (Value, error) { return As[typeParam](a.Self).name, nil }),
				MethodOf("__mro_entries__(bases, /)", func(t *Thread, a *Args) (Value, error) {
					an := "a"
					if name == "TypeVar" || name == "TypeVarTuple" || name == "ParamSpec" {
						an = "an instance of"
					}
					return Nil, Raise(TypeError, "Cannot subclass %s %s", an, name)
				}),
			}, ms()...)
		}})
	}
	def(TypeVarType, &typeVarShape, "TypeVar", true, newTypeVarFrom, func() []Member {
		return rows(GetSet("__constraints__", func(t *Thread, v Value) (Value, error) {
			return As[typeParam](v).constraints.get(t, emptyTuple.Value())
		}, nil))
	})
	part := func(name string) Member {
		return GetSet(name, func(t *Thread, v Value) (Value, error) {
			return Object(&paramSpecPart{Head{&paramSpecArgsShape}, v, name}), nil
		}, nil)
	}
	def(ParamSpecType, &paramSpecShape, "ParamSpec", true, Ctor("paramspec(name, *, bound=None, covariant=False, contravariant=False, infer_variance=False, default=NoDefault)",
		func(t *Thread, a *Args) (Value, error) {
			p := newTypeParam(t, &paramSpecShape, a.Str(0).Value())
			if a.Given(1) {
				p.bound.value = a.Value(1)
			}
			p.def.value = a.ValueOr(5, NoDefault)
			return Object(p), p.setVariance(t, a, 2)
		}), func() []Member { return rows(part("args"), part("kwargs")) })
	def(TypeVarTupleType, &typeVarTupleShape, "TypeVarTuple", false, Ctor("typevartuple(name, *, default=NoDefault)",
		func(t *Thread, a *Args) (Value, error) {
			p := newTypeParam(t, &typeVarTupleShape, a.Str(0).Value())
			p.def.value, p.module = a.ValueOr(1, NoDefault), callerModule(t)
			return Object(p), a.Err()
		}), func() []Member { return nil })
	initParamSpecArgs()
}

// newTypeVarFrom is TypeVar(name, *constraints, …).
func newTypeVarFrom(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	return typeVarCtor(t, cls, args, kw)
}

var typeVarCtor = Ctor("typevar(name, *constraints, bound=None, default=NoDefault, covariant=False, contravariant=False, infer_variance=False)",
	func(t *Thread, a *Args) (Value, error) {
		name := a.Str(0)
		if err := a.Err(); err != nil {
			return Nil, err
		}
		p := newTypeParam(t, &typeVarShape, name.Value())
		if a.Given(1) {
			p.bound.value = a.Value(1)
		}
		p.def.value = a.ValueOr(2, NoDefault)
		if n := len(a.Rest()); n == 1 {
			return Nil, Raise(TypeError, "A single constraint is not allowed")
		} else if n > 1 {
			if a.Given(1) {
				return Nil, Raise(TypeError, "Constraints cannot be combined with bound=...")
			}
			p.constraints.value = NewTuple(a.Rest()...)
		}
		return Object(p), p.setVariance(t, a, 3)
	})
