package py

// type as a metaclass: calling classes, making classes, attributes of classes.

func initType() {
	TypeType.define(&typeShape, TypeSpec{
		Name:  "type",
		Flags: IsMeta,
		Slots: Slots{
			New:       typeNew,
			Init:      typeInit,
			Call:      typeCall,
			Repr:      typeRepr,
			Hash:      identityHash,
			Binary:    unionOr,
			BinaryOps: 1 << OpOr,
			RBinOps:   1 << OpOr,
			GetAttr:   typeGetAttr,
			SetAttr:   typeSetAttr,
		},
		Table: func() Members {
			return append(Members{
				MethodOf("__dir__()", typeDir),
				MethodOf("mro()", func(t *Thread, a *Args) (Value, error) {
					mro, err := computeMRO(As[Type](a.Self))
					if err != nil {
						return Nil, err
					}
					return NewList(append([]Value(nil), As[Tuple](typeTuple(mro)).Items()...)).Value(), nil
				}),
				MethodOf("__subclasses__()", func(t *Thread, a *Args) (Value, error) {
					c := As[Type](a.Self)
					subs := c.subclasses
					if c.Flags&Heap == 0 {
						subs = t.Interp.subclasses[c]
					}
					return NewList(append([]Value(nil), As[Tuple](typeTuple(subs)).Items()...)).Value(), nil
				}),
				MethodOf("__instancecheck__(instance, /)", func(t *Thread, a *Args) (Value, error) {
					b, err := realInstance(t, a.Value(0), a.Self)
					return Bool(b), err
				}),
				MethodOf("__subclasscheck__(subclass, /)", func(t *Thread, a *Args) (Value, error) {
					b, err := realSubclass(t, a.Value(0), a.Self)
					return Bool(b), err
				}),
				ClassMethod("__prepare__(*args, **kwds)", func(t *Thread, a *Args) (Value, error) { return NewDict().Value(), nil }),
			}, typeMembers()...)
		},
	})
}

func identityHash(t *Thread, v Value) (int64, error) { return int64(uintptr(v.p) >> 4), nil }

// typeCall is type.__call__: type(x), or making an instance.
func typeCall(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
	c := As[Type](f)
	if c == TypeType && (len(args) != 3 || len(kw) > 0) {
		switch {
		case len(args) == 1 && len(kw) == 0:
			return args[0].Type().Value(), nil
		case len(args)-len(kw) == 1:
			return Nil, Raise(TypeError, "type() takes no keyword arguments")
		case len(args)-len(kw) != 3:
			return Nil, Raise(TypeError, "type() takes 1 or 3 arguments")
		}
	}
	if t.Interp.HeapLocks != 0 && c.Flags&IsException == 0 && c != RangeType {
		return Nil, HeapLocked()
	}
	if c.Slots.New == nil {
		return Nil, Raise(TypeError, "cannot create '%s' instances", c.fullName())
	}
	v, err := c.Slots.New(t, c, args, kw)
	if err != nil {
		return Nil, err
	}
	if vt := v.Type(); vt.Slots.Init != nil && (vt == c || vt.IsSubtype(c)) {
		if err := vt.Slots.Init(t, v, args, kw); err != nil {
			return Nil, err
		}
	}
	return v, nil
}

func (t *Type) fullName() string {
	if t.Module != "" && t.Module != "builtins" {
		return t.Module + "." + t.Name
	}
	return t.Name
}

// typeInit is type.__init__: the work is done in __new__.
func typeInit(t *Thread, self Value, args []Value, kw []*Str) error {
	if n := len(args) - len(kw); n != 1 && n != 3 {
		return Raise(TypeError, "type.__init__() takes 1 or 3 arguments")
	}
	return nil
}
