package py

// Operators in steps, for the machine: it runs special methods written in Python in
// its own loop, so it asks which one is first, and goes on here if that one has
// returned NotImplemented.

// OpStage is where an arithmetic operator is.
type OpStage uint8

// The stages: the method of each is the one that has been asked.
const (
	StageNone    OpStage = iota
	StageInplace         // __iop__ of the left operand
	StageLeft            // __op__ of the left operand
	StageRight           // __rop__ of the right operand
)

// BinaryMethod returns the special method that a op b (with inplace: a op= b) asks
// first, if that can be told without asking: it then belongs to a class written in
// Python. Else the stage is StageNone.
func BinaryMethod(op BinOp, inplace bool, a, b *Value) (f Value, stage OpStage) {
	ta, tb := a.Type(), b.Type()
	if ta.Flags&Heap == 0 {
		if (a.IsInt() || a.IsFloat()) && tb.Flags&(genericBinary|PlainObject) == genericBinary|PlainObject {
			return tb.Lookup(rbinNames[op]), StageRight
		}
		return Nil, StageNone
	}
	if inplace && ta.Slots.Inplace != nil {
		if f = ta.Lookup(ibinNames[op]); f.p != nil {
			return f, StageInplace
		}
	}
	if ta.Flags&genericBinary == 0 || ta != tb && tb.Flags&Heap != 0 && tb.IsSubtype(ta) {
		return Nil, StageNone
	}
	return ta.Lookup(binNames[op]), StageLeft
}

// BinaryRest is a op b after the method of a stage has returned NotImplemented.
func BinaryRest(t *Thread, op BinOp, inplace bool, a, b Value, stage OpStage) (Value, error) {
	v, err := NotImplemented, error(nil)
	switch tb := b.Type(); stage {
	case StageInplace:
		v, err = binary1(t, op, a, b)
	case StageLeft:
		if tb != a.Type() && tb.Slots.Binary != nil {
			v, err = binaryRight(t, op, a, b)
		}
	}
	if err != nil || v != NotImplemented {
		return v, err
	}
	return Nil, noBinary(op, inplace, a, b)
}

// noBinary is the error of operands that do not know each other.
func noBinary(op BinOp, inplace bool, a, b Value) error {
	if err := seqTypeError(op, a, b, inplace); err != nil {
		return err
	}
	sign := binOpSigns[op]
	if inplace {
		if sign += "="; op == OpPow {
			sign = "**="
		}
	}
	return binaryTypeError(op, a, b, sign)
}

// CompareMethod returns the special method that a op b asks first, if that is one
// of a's class, written in Python; else unbound.
func CompareMethod(op CmpOp, a, b *Value) Value {
	ta, tb := a.Type(), b.Type()
	if ta.Flags&Heap == 0 || ta != tb && tb.IsSubtype(ta) {
		return Nil
	}
	return ta.Lookup(cmpNames[op])
}

// CompareRest is a op b after a's method has returned NotImplemented.
func CompareRest(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if fb := b.Type().Slots.Compare; fb != nil {
		v, err := fb(t, op.Swapped(), b, a)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	return compareIdentity(op, a, b)
}

// compareIdentity is what is left if no operand knows the other.
func compareIdentity(op CmpOp, a, b Value) (Value, error) {
	switch op {
	case OpEq:
		return Bool(a == b), nil
	case OpNe:
		return Bool(a != b), nil
	}
	return Nil, Raise(TypeError, "'%s' not supported between instances of '%s' and '%s'", cmpSigns[op], TypeName(a), TypeName(b))
}

// SpecialMethod returns the method name of v's class, unbound if that is not a
// class written in Python.
func SpecialMethod(v *Value, name *Str) Value {
	if c := v.Type(); c.Flags&Heap != 0 {
		return c.Lookup(name)
	}
	return Nil
}
