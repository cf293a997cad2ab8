package py

// bool, the subclass of int with two objects.

func initBool() {
	repr := [...]Value{NewStr("False"), NewStr("True")}
	BoolType.define(&boolShape, TypeSpec{
		Name:  "bool",
		Base:  IntType,
		Flags: Final,
		Doc:   "bool(x=False): True or False, whether x counts as true.",
		Slots: Slots{
			New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
				if err := noKeywords("bool", kw); err != nil {
					return Nil, err
				}
				if err := argCount("bool", len(args), 0, 1); err != nil || len(args) == 0 {
					return False, err
				}
				b, err := Truth(t, args[0])
				return Bool(b), err
			},
			Repr:      func(t *Thread, v Value) (Value, error) { return repr[v.n&1], nil },
			Binary:    boolBinary,
			BinaryOps: 1<<OpAnd | 1<<OpOr | 1<<OpXor,
			RBinOps:   1<<OpAnd | 1<<OpOr | 1<<OpXor,
		},
	})
}

// boolBinary is int's but for &, | and ^ of two bools.
func boolBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	if a.IsBool() && b.IsBool() {
		switch op {
		case OpAnd:
			return Bool(a.n&b.n != 0), nil
		case OpOr:
			return Bool(a.n|b.n != 0), nil
		case OpXor:
			return Bool(a.n != b.n), nil
		}
	}
	return IntBinary(t, op, a, b)
}
