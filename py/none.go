package py

// None, Ellipsis and NotImplemented.

func initNoneTypes() {
	text := func(s string) func(*Thread, Value) (Value, error) {
		v := NewStr(s)
		return func(*Thread, Value) (Value, error) { return v, nil }
	}
	only := func(v *Value, name string) func(*Thread, *Type, []Value, []*Str) (Value, error) {
		return func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			if len(args) > 0 {
				return Nil, Raise(TypeError, "%s takes no arguments", name)
			}
			return *v, nil
		}
	}
	// The hash is a constant: the objects have no address that means anything.
	hash := func(n int64) func(*Thread, Value) (int64, error) {
		return func(*Thread, Value) (int64, error) { return n, nil }
	}
	NoneType.define(&noneShape, TypeSpec{
		Name:  "NoneType",
		Doc:   "The class of None.",
		Flags: Final,
		Slots: Slots{
			New:  only(&None, "NoneType"),
			Repr: text("None"),
			Hash: hash(0xfca86420),
			Bool: func(*Thread, Value) (bool, error) { return false, nil },
		},
	})
	EllipsisType.define(&ellipsisShape, TypeSpec{
		Name:  "ellipsis",
		Doc:   "The class of Ellipsis, ....",
		Flags: Final,
		Slots: Slots{
			New:  only(&Ellipsis, "EllipsisType"),
			Repr: text("Ellipsis"),
			Hash: hash(0xfca86425),
		},
		Table: func() Members {
			return Members{MethodOf("__reduce__()", func(*Thread, *Args) (Value, error) { return NewStr("Ellipsis"), nil })}
		},
	})
	NotImplementedType.define(&notImplementedShape, TypeSpec{
		Name:  "NotImplementedType",
		Doc:   "The class of NotImplemented.",
		Flags: Final,
		Slots: Slots{
			New:  only(&NotImplemented, "NotImplementedType"),
			Repr: text("NotImplemented"),
			Hash: hash(0xfca8642a),
			Bool: func(*Thread, Value) (bool, error) { return true, nil },
		},
		Table: func() Members {
			return Members{MethodOf("__reduce__()", func(*Thread, *Args) (Value, error) { return NewStr("NotImplemented"), nil })}
		},
	})
}
