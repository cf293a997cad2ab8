package py

// MappingProxyType is types.MappingProxyType: a read-only view of a mapping, like a
// class's __dict__.
var MappingProxyType = &Type{}

var mappingProxyShape Shape

type mappingProxy struct {
	Head
	m Value
}

func newMappingProxy(m Value) Value { return Object(&mappingProxy{Head{&mappingProxyShape}, m}) }

func unproxy(v Value) Value {
	if p, ok := Cast[mappingProxy](v, MappingProxyType); ok {
		return p.m
	}
	return v
}

func initMappingProxy() {
	MappingProxyType.define(&mappingProxyShape, TypeSpec{Name: "mappingproxy", Flags: Final | MapPattern, Slots: Slots{
		New: Ctor("mappingproxy(mapping)", func(t *Thread, a *Args) (Value, error) {
			m := a.Value(0)
			if m.Type().Slots.GetItem == nil || IsList(m) || IsTuple(m) {
				return Nil, Raise(TypeError, "mappingproxy() argument must be a mapping, not %s", TypeName(m))
			}
			return newMappingProxy(m), nil
		}),
		Init: func(t *Thread, self Value, args []Value, kw []*Str) error { return nil },
		Repr: func(t *Thread, v Value) (Value, error) {
			s, err := Repr(t, unproxy(v))
			if err != nil {
				return Nil, err
			}
			return NewStr("mappingproxy(" + s.String() + ")"), nil
		},
		Str: func(t *Thread, v Value) (Value, error) {
			s, err := ToStr(t, unproxy(v))
			if err != nil {
				return Nil, err
			}
			return s.Value(), nil
		},
		Hash: func(t *Thread, v Value) (int64, error) { return Hash(t, unproxy(v)) },
		Binary: func(t *Thread, op BinOp, a, b Value) (Value, error) {
			if op != OpOr {
				return NotImplemented, nil
			}
			return Binary(t, op, unproxy(a), unproxy(b))
		},
		BinaryOps: 1 << OpOr,
		RBinOps:   1 << OpOr,
		Inplace: func(t *Thread, op BinOp, a, b Value) (Value, error) {
			if op != OpOr {
				return NotImplemented, nil
			}
			return Nil, Raise(TypeError, "'|=' is not supported by %s; use '|' instead", TypeName(a))
		},
		InplOps:  1 << OpOr,
		Len:      func(t *Thread, v Value) (int, error) { return Len(t, unproxy(v)) },
		GetItem:  func(t *Thread, v, k Value) (Value, error) { return GetItem(t, unproxy(v), k) },
		Contains: func(t *Thread, v, k Value) (bool, error) { return Contains(t, unproxy(v), k) },
		Iter:     func(t *Thread, v Value) (Value, error) { return Iter(t, unproxy(v)) },
		Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			return CompareItems(t, op, unproxy(a), unproxy(b))
		},
	}, Table: func() Members {
		return Members{
			ClassMethod("__class_getitem__(object, /)", classGetItem),
			proxied("__reversed__()"),
			proxied("copy()"),
			proxied("get(key, default=None, /)"),
			proxied("items()"),
			proxied("keys()"),
			proxied("values()"),
		}
	}})
}

// proxied is a method that calls the mapping's own.
func proxied(sig string) Member {
	name := Name(MethodOf(sig, nil).Name())
	return MethodOf(sig, func(t *Thread, a *Args) (Value, error) {
		var args []Value
		if len(a.v) > 0 {
			args = []Value{a.Value(0), a.ValueOr(1, None)}
		}
		return CallMethod(t, unproxy(a.Self), name, args...)
	})
}
