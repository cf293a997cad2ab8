package py

import "unsafe"

// What type parameters give out: P.args, P.kwargs, and *Ts.

const typeParamDict = unsafe.Offsetof(typeParam{}.attrs)

type paramSpecPart struct {
	Head
	origin Value
	part   string
}

// unpacked is *Ts, a TypeVarTuple in the arguments of a generic class.
type unpacked struct {
	Head
	origin Value
}

var unpackedType = &Type{}

var unpackedShape Shape

func initParamSpecArgs() {
	ParamSpecArgsType.define(&paramSpecArgsShape, TypeSpec{Name: "ParamSpecArgs", Module: "typing", Flags: Final | NotCallable, Slots: Slots{
		Hash: func(t *Thread, v Value) (int64, error) { return identityHash(t, As[paramSpecPart](v).origin) },
		Repr: func(t *Thread, v Value) (Value, error) {
			p := As[paramSpecPart](v)
			s, err := ToStr(t, As[typeParam](p.origin).name)
			if err != nil {
				return Nil, err
			}
			return NewStr(s.String() + "." + p.part), nil
		},
		Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			x := As[paramSpecPart](a)
			y, ok := Cast[paramSpecPart](b, ParamSpecArgsType)
			if !ok || op != OpEq && op != OpNe {
				return NotImplemented, nil
			}
			return Bool((x.origin == y.origin && x.part == y.part) == (op == OpEq)), nil
		},
	}, Table: func() Members {
		return Members{
			GetSet("__origin__", func(t *Thread, v Value) (Value, error) { return As[paramSpecPart](v).origin, nil }, nil),
		}
	}})
	unpackedType.define(&unpackedShape, TypeSpec{Name: "_UnpackGenericAlias", Module: "typing", Flags: Final | NotCallable, Slots: Slots{
		Hash: func(t *Thread, v Value) (int64, error) { return identityHash(t, As[unpacked](v).origin) },
		Repr: func(t *Thread, v Value) (Value, error) {
			s, err := Repr(t, As[unpacked](v).origin)
			if err != nil {
				return Nil, err
			}
			return NewStr("typing.Unpack[" + s.String() + "]"), nil
		},
		Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			y, ok := Cast[unpacked](b, unpackedType)
			if !ok || op != OpEq && op != OpNe {
				return NotImplemented, nil
			}
			return Bool((As[unpacked](a).origin == y.origin) == (op == OpEq)), nil
		},
		GetItem: func(t *Thread, v, k Value) (Value, error) {
			tup, ok := AsTuple(k)
			if !ok {
				tup = newTuple([]Value{k})
			}
			g := newAlias(TupleType.Value(), tup.Value())
			g.starred = true
			return Object(g), nil
		},
	}, Table: func() Members {
		return Members{
			GetSet("__args__", func(t *Thread, v Value) (Value, error) { return NewTuple(As[unpacked](v).origin), nil }, nil),
			GetSet("__parameters__", func(t *Thread, v Value) (Value, error) { return NewTuple(As[unpacked](v).origin), nil }, nil),
			Const("__unpacked__", True),
		}
	}})
}
