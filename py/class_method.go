package py

import "unsafe"

// classmethod and staticmethod.

func initClassMethod() {
	members := func(fn func(v Value) Value) Members {
		return Members{
			Field("__func__", func(t *Thread, v Value) (Value, error) { return fn(v), nil }),
			Field("__wrapped__", func(t *Thread, v Value) (Value, error) { return fn(v), nil }),
			GetSet("__isabstractmethod__", func(t *Thread, v Value) (Value, error) {
				b, err := isAbstract(t, fn(v))
				return Bool(b), err
			}, nil),
		}
	}
	repr := func(name string, fn func(v Value) Value) func(t *Thread, v Value) (Value, error) {
		return func(t *Thread, v Value) (Value, error) {
			s, err := Repr(t, fn(v))
			if err != nil {
				return Nil, err
			}
			return NewStr("<" + name + "(" + s.String() + ")>"), nil
		}
	}
	one := func(cls *Type, args []Value, kw []*Str) (Value, error) {
		if len(kw) > 0 && cls.Flags&Heap == 0 {
			return Nil, Raise(TypeError, "%s() takes no keyword arguments", cls.Name)
		}
		if len(args) == 0 || len(args)-len(kw) != 1 && cls.Flags&Heap == 0 {
			return Nil, Raise(TypeError, "%s expected 1 argument, got %d", cls.Name, len(args))
		}
		return args[0], nil
	}
	ofClass := func(v Value) Value { return As[ClassMethodObj](v).Func }
	ofStatic := func(v Value) Value { return As[StaticMethodObj](v).Func }
	noInit := func(t *Thread, self Value, args []Value, kw []*Str) error { return nil }
	ClassMethodType.define(&classMethodShape, TypeSpec{Name: "classmethod", DictOffset: unsafe.Offsetof(ClassMethodObj{}.attrs), Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			f, err := one(cls, args, kw)
			if err != nil {
				return Nil, err
			}
			c := &ClassMethodObj{Head: cls.Root(), Func: f}
			c.attrs, err = wrapperAttrs(t, f)
			return Object(c), err
		},
		Init: noInit,
		Hash: identityHash,
		Repr: repr("classmethod", ofClass),
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) {
			return NewBoundMethod(As[ClassMethodObj](d).Func, cls.Value()), nil
		},
	}, Table: func() Members { return members(ofClass) }})
	StaticMethodType.define(&staticMethodShape, TypeSpec{Name: "staticmethod", DictOffset: unsafe.Offsetof(StaticMethodObj{}.attrs), Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			f, err := one(cls, args, kw)
			if err != nil {
				return Nil, err
			}
			s := &StaticMethodObj{Head: cls.Root(), Func: f}
			s.attrs, err = wrapperAttrs(t, f)
			return Object(s), err
		},
		Init: noInit,
		Hash: identityHash,
		Repr: repr("staticmethod", ofStatic),
		Call: func(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
			return CallKw(t, As[StaticMethodObj](f).Func, args, kw)
		},
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) { return As[StaticMethodObj](d).Func, nil },
	}, Table: func() Members { return members(ofStatic) }})
}

// wrapperAttrs is what classmethod and staticmethod take over from a function.
func wrapperAttrs(t *Thread, f Value) (*Dict, error) {
	d := NewDict()
	for _, n := range [...]*Str{nameModule, nameName, nameQualName, nameDoc, nameAnnotations} {
		v, err := LookupAttr(t, f, n)
		if err != nil {
			return nil, err
		}
		if v.p != nil {
			d.SetStr(n, v)
		}
	}
	return d, nil
}
