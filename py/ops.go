package py

import (
	"math"
	"math/big"
)

var binOpSigns = [...]string{"+", "-", "*", "/", "//", "%", "** or pow()", "@", "<<", ">>", "&", "|", "^", "divmod()"}
var cmpSigns = [...]string{"<", "<=", ">", ">=", "==", "!="}

// Binary is a op b with Python's rules: the right operand goes first if its class
// is a subclass of the left's, then the left, then the right.
func Binary(t *Thread, op BinOp, a, b Value) (Value, error) {
	v, err := binary1(t, op, a, b)
	if err != nil || v != NotImplemented {
		return v, err
	}
	return Nil, noBinary(op, false, a, b)
}

func binary1(t *Thread, op BinOp, a, b Value) (Value, error) {
	ta, tb := a.Type(), b.Type()
	fa, fb := ta.Slots.Binary, tb.Slots.Binary
	if ta == tb {
		if fa == nil {
			return NotImplemented, nil
		}
		return binaryLeft(t, op, a, b)
	}
	if fb != nil && tb.IsSubtype(ta) {
		// A subclass on the right goes first if it provides its own reflected method.
		if overridesReflected(op, ta, tb) {
			v, err := callReflected(t, op, a, b)
			if err != nil || v != NotImplemented {
				return v, err
			}
			if fa != nil {
				return binaryLeft(t, op, a, b)
			}
			return NotImplemented, nil
		}
	}
	if fa != nil {
		v, err := binaryLeft(t, op, a, b)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	if fb != nil {
		return binaryRight(t, op, a, b)
	}
	return NotImplemented, nil
}

func binaryTypeError(op BinOp, a, b Value, sign string) error {
	if op == OpRShift && a.Type().Name == "builtin_function_or_method" {
		if n, ok := IsNative(a); ok && n.Name == "print" {
			return Raise(TypeError, "unsupported operand type(s) for >>: 'builtin_function_or_method' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?", TypeName(b))
		}
	}
	return Raise(TypeError, "unsupported operand type(s) for %s: '%s' and '%s'", sign, TypeName(a), TypeName(b))
}

// Inplace is a op= b: __iop__ first, then Binary.
func Inplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	if f := a.Type().Slots.Inplace; f != nil {
		v, err := f(t, op, a, b)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	return BinaryRest(t, op, true, a, b, StageInplace)
}

// Pow is pow(a, b, mod).
func Pow(t *Thread, a, b, mod Value) (Value, error) {
	if mod.p == nil || mod.IsNone() {
		return Binary(t, OpPow, a, b)
	}
	for _, v := range [...]Value{a, b, mod} {
		if f := v.Type().Slots.Pow3; f != nil {
			r, err := f(t, a, b, mod)
			if err != nil || r != NotImplemented {
				return r, err
			}
		}
	}
	return Nil, Raise(TypeError, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'", TypeName(a), TypeName(b), TypeName(mod))
}

var unarySigns = [...]string{"bad operand type for unary -: '%s'", "bad operand type for unary +: '%s'", "bad operand type for unary ~: '%s'",
	"bad operand type for abs(): '%s'", "'%s' object cannot be interpreted as an integer",
	"int() argument must be a string, a bytes-like object or a real number, not '%s'", "must be real number, not %s"}

// Unary is op v.
func Unary(t *Thread, op UnaryOp, v Value) (Value, error) {
	c := v.Type()
	if c.Slots.Unary != nil && c.Slots.UnaryOps>>op&1 != 0 {
		return c.Slots.Unary(t, op, v)
	}
	return Nil, Raise(TypeError, unarySigns[op], TypeName(v))
}

// Compare is a op b as a value (not always a bool).
func Compare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	ta, tb := a.Type(), b.Type()
	fa, fb := ta.Slots.Compare, tb.Slots.Compare
	triedB := false
	if ta != tb && fb != nil && tb.IsSubtype(ta) {
		triedB = true
		v, err := fb(t, op.Swapped(), b, a)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	if fa != nil {
		v, err := fa(t, op, a, b)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	if fb != nil && !triedB {
		v, err := fb(t, op.Swapped(), b, a)
		if err != nil || v != NotImplemented {
			return v, err
		}
	}
	return compareIdentity(op, a, b)
}

// CompareBool is the truth of a op b.
func CompareBool(t *Thread, op CmpOp, a, b Value) (bool, error) {
	v, err := Compare(t, op, a, b)
	if err != nil {
		return false, err
	}
	return Truth(t, v)
}

// Equal is the truth of a == b; identical objects are equal, as in containers.
func Equal(t *Thread, a, b Value) (bool, error) {
	if a == b {
		return true, nil
	}
	if eq, ok := simpleEq(&a, &b); ok {
		return eq, nil
	}
	return CompareBool(t, OpEq, a, b)
}

// Truth is bool(v).
func Truth(t *Thread, v Value) (bool, error) {
	if v.IsBool() || v.IsInt() {
		return v.n != 0, nil
	}
	s := &v.Type().Slots
	if s.Bool != nil {
		return s.Bool(t, v)
	}
	if s.Len != nil {
		n, err := s.Len(t, v)
		return n != 0, err
	}
	return true, nil
}

// Hash is hash(v).
func Hash(t *Thread, v Value) (int64, error) {
	h := v.Type().Slots.Hash
	if h == nil {
		return 0, Raise(TypeError, "unhashable type: '%s'", TypeName(v))
	}
	return h(t, v)
}

// Len is len(v).
func Len(t *Thread, v Value) (int, error) {
	if f := v.Type().Slots.Len; f != nil {
		return f(t, v)
	}
	return 0, Raise(TypeError, "object of type '%s' has no len()", TypeName(v))
}

// LengthHint is operator.length_hint(v, def): a guess, never trusted.
func LengthHint(t *Thread, v Value, def int) (int, error) {
	if f := v.Type().Slots.Len; f != nil {
		if n, err := f(t, v); err == nil || !ErrIs(err, TypeError) {
			return n, err
		}
	}
	r, found, err := CallSpecial(t, v, nameLengthHint)
	if err != nil {
		if ErrIs(err, TypeError) {
			return def, nil
		}
		return 0, err
	}
	if !found || r == NotImplemented {
		return def, nil
	}
	if !r.IsInt() {
		return 0, Raise(TypeError, "__length_hint__ must be an integer, not %s", TypeName(r))
	}
	if r.I() < 0 {
		return 0, Raise(ValueError, "__length_hint__() should return >= 0")
	}
	return int(r.I()), nil
}

// GetItem is v[key].
func GetItem(t *Thread, v, key Value) (Value, error) {
	if f := v.Type().Slots.GetItem; f != nil {
		return f(t, v, key)
	}
	if c, ok := IsType(v); ok {
		m := c.Lookup(nameClassGetItem)
		if m.p != nil && !m.IsNone() {
			f, err := GetAttr(t, v, nameClassGetItem)
			if err != nil {
				return Nil, err
			}
			return Call(t, f, key)
		}
		if c == TypeType {
			return NewGenericAlias(v, key), nil
		}
		return Nil, Raise(TypeError, "type '%s' is not subscriptable", c.Name)
	}
	return Nil, Raise(TypeError, "'%s' object is not subscriptable", TypeName(v))
}

// SetItem is v[key] = val; with an unbound val it is del v[key].
func SetItem(t *Thread, v, key, val Value) error {
	if f := v.Type().Slots.SetItem; f != nil {
		return f(t, v, key, val)
	}
	return noSetItem(v, key, val)
}

// noSetItem is the error of an object without __setitem__ or __delitem__.
func noSetItem(v, key, val Value) error {
	if val.p != nil {
		return Raise(TypeError, "'%s' object does not support item assignment", TypeName(v))
	}
	// CPython has two wordings: one where the object could be a sequence.
	if s := &v.Type().Slots; isIndexable(key) && (v.Type().Flags&Heap != 0 || s.Len != nil || s.Contains != nil || s.GetItem != nil) {
		return Raise(TypeError, "'%s' object doesn't support item deletion", TypeName(v))
	}
	return Raise(TypeError, "'%s' object does not support item deletion", TypeName(v))
}

// Contains is item in v.
func Contains(t *Thread, v, item Value) (bool, error) {
	if f := v.Type().Slots.Contains; f != nil {
		return f(t, v, item)
	}
	if s := &v.Type().Slots; s.Iter == nil && s.GetItem == nil {
		return false, Raise(TypeError, "argument of type '%s' is not iterable", TypeName(v))
	}
	found := false
	err := Iterate(t, v, func(x Value) error {
		eq, err := Equal(t, x, item)
		if eq {
			found = true
			return errStop
		}
		return err
	})
	return found, err
}

// errStop ends Iterate early without an error.
var errStop = &Exc{}

// Iter is iter(v).
func Iter(t *Thread, v Value) (Value, error) {
	s := &v.Type().Slots
	if s.Iter != nil {
		it, err := s.Iter(t, v)
		if err == nil && it.Type().Slots.Next == nil {
			return Nil, Raise(TypeError, "iter() returned non-iterator of type '%s'", TypeName(it))
		}
		return it, err
	}
	if s.GetItem != nil && v.Type().Flags&MapPattern == 0 {
		return newSeqIter(v), nil
	}
	return Nil, Raise(TypeError, "'%s' object is not iterable", TypeName(v))
}

// Next is next(it): the unbound Value at the end.
func Next(t *Thread, it Value) (Value, error) {
	if f := it.Type().Slots.Next; f != nil {
		return f(t, it)
	}
	return Nil, Raise(TypeError, "'%s' object is not an iterator", TypeName(it))
}

// Iterate calls f for each item of iterable v until it returns an error.
func Iterate(t *Thread, v Value, f func(Value) error) error {
	var err error
	switch {
	case IsList(v):
		l := As[List](v)
		for i := 0; i < len(l.A) && err == nil; i++ {
			err = f(l.A[i])
		}
	case IsTuple(v):
		for _, x := range As[Tuple](v).Items() {
			if err = f(x); err != nil {
				break
			}
		}
	default:
		it, e := Iter(t, v)
		if e != nil {
			return e
		}
		next := it.Type().Slots.Next
		for n := 0; ; n++ {
			x, e := next(t, it)
			if e != nil {
				return e
			}
			if x.p == nil {
				break
			}
			if err = f(x); err != nil {
				break
			}
			if n&63 == 63 {
				if e := t.Step(64); e != nil {
					return e
				}
			}
		}
	}
	if err == error(errStop) {
		return nil
	}
	return err
}

// ToSlice returns the items of an iterable. The slice may be the object's own: do
// not change or keep it.
func ToSlice(t *Thread, v Value) ([]Value, error) {
	switch {
	case IsTuple(v):
		return As[Tuple](v).Items(), nil
	case IsList(v):
		return As[List](v).A, nil
	}
	return Collect(t, v)
}

// Collect returns the items of an iterable in a fresh slice.
func Collect(t *Thread, v Value) ([]Value, error) {
	switch {
	case IsTuple(v):
		return cloneValues(As[Tuple](v).Items()), nil
	case IsList(v):
		return cloneValues(As[List](v).A), nil
	}
	return collectAfter(t, v, 0)
}

// collectAfter is Collect into a slice that has head other places at its start.
func collectAfter(t *Thread, v Value, head int) ([]Value, error) {
	out := make([]Value, head, head*8)
	if r := v; IsRange(r) {
		n := As[Range](r).N
		if n > math.MaxInt/16-1 {
			return nil, Raise(MemoryError, "")
		}
		if err := t.Alloc(int(n) * 16); err != nil {
			return nil, err
		}
		out = make([]Value, head, int(n)+head)
	}
	err := Iterate(t, v, func(x Value) error {
		if len(out) == cap(out) && len(out) >= 1024 {
			if err := t.Alloc(len(out) * 16); err != nil {
				return err
			}
		}
		out = append(out, x)
		return nil
	})
	return out, err
}

func cloneValues(a []Value) []Value {
	b := make([]Value, len(a))
	copyValues(b, a)
	return b
}

// Repr is repr(v).
func Repr(t *Thread, v Value) (*Str, error) {
	if err := t.enter(" while getting the repr of an object"); err != nil {
		return nil, err
	}
	defer t.Leave()
	r, err := v.Type().Slots.Repr(t, v)
	if err != nil {
		return nil, err
	}
	s, ok := AsStr(r)
	if !ok {
		return nil, Raise(TypeError, "__repr__ returned non-string (type %s)", TypeName(r))
	}
	return s, nil
}

// ToStr is str(v).
func ToStr(t *Thread, v Value) (*Str, error) {
	if IsStr(v) {
		return (*Str)(v.p), nil
	}
	f := v.Type().Slots.Str
	if f == nil {
		return Repr(t, v)
	}
	if err := t.enter(" while getting the str of an object"); err != nil {
		return nil, err
	}
	defer t.Leave()
	r, err := f(t, v)
	if err != nil {
		return nil, err
	}
	s, ok := AsStr(r)
	if !ok {
		return nil, Raise(TypeError, "__str__ returned non-string (type %s)", TypeName(r))
	}
	return s, nil
}

// Format is format(v, spec).
func Format(t *Thread, v Value, spec *Str) (*Str, error) {
	if IsStr(v) && spec.n == 0 {
		return (*Str)(v.p), nil
	}
	r, err := v.Type().Slots.Format(t, v, spec)
	if err != nil {
		return nil, err
	}
	s, ok := AsStr(r)
	if !ok {
		return nil, Raise(TypeError, "__format__ must return a str, not %s", TypeName(r))
	}
	return s, nil
}

// Index is operator.index(v): a plain int.
func Index(t *Thread, v Value) (Value, error) {
	if v.IsInt() || IsBig(v) {
		return v, nil
	}
	if v.IsBool() {
		return Int(v.I()), nil
	}
	if o, ok := Cast[IntObj](v, IntType); ok {
		return o.V, nil
	}
	return Unary(t, OpIndex, v)
}

// IsIntLike returns the plain int of v if its class is int or derives from it (bool too).
func IsIntLike(v Value) (Value, bool) {
	switch {
	case v.IsInt() || IsBig(v):
		return v, true
	case v.IsBool():
		return Int(v.I()), true
	}
	if o, ok := Cast[IntObj](v, IntType); ok {
		return o.V, true
	}
	return Nil, false
}

// AsInt returns v.__index__() as a Go int; OverflowError if it does not fit.
func AsInt(t *Thread, v Value) (int, error) {
	x, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if n := x.I(); x.IsInt() && int64(int(n)) == n {
		return int(n), nil
	}
	return 0, Raise(OverflowError, "Python int too large to convert to C ssize_t")
}

// AsInt64 returns v.__index__() as an int64; OverflowError if it does not fit.
func AsInt64(t *Thread, v Value) (int64, error) {
	if v.IsInt() {
		return v.I(), nil
	}
	x, err := Index(t, v)
	if err != nil {
		return 0, err
	}
	if !x.IsInt() {
		return 0, Raise(OverflowError, "Python int too large to convert to C long")
	}
	return x.I(), nil
}

// AsBig returns an int value as a big.Int, which must not be changed.
//
//go:noinline
func AsBig(v Value) *big.Int {
	if IsBig(v) {
		return As[BigInt](v).V
	}
	return big.NewInt(v.I())
}

// AsFloat returns v as a float: float, int, __float__ or __index__.
func AsFloat(t *Thread, v Value) (float64, error) {
	switch {
	case v.IsFloat():
		return v.F(), nil
	case v.IsInt() || v.IsBool():
		return float64(v.I()), nil
	case IsBig(v):
		return bigToFloat(As[BigInt](v).V)
	}
	if o, ok := Cast[FloatObj](v, FloatType); ok {
		return o.V, nil
	}
	c := v.Type()
	if c.Slots.UnaryOps>>OpFloat&1 != 0 {
		r, err := c.Slots.Unary(t, OpFloat, v)
		if err != nil {
			return 0, err
		}
		if r.IsFloat() {
			return r.F(), nil
		}
		if o, ok := Cast[FloatObj](r, FloatType); ok {
			return o.V, nil
		}
		return 0, Raise(TypeError, "%s.__float__ returned non-float (type %s)", c.Name, TypeName(r))
	}
	if c.Slots.UnaryOps>>OpIndex&1 != 0 {
		r, err := Index(t, v)
		if err != nil {
			return 0, err
		}
		return AsFloat(t, r)
	}
	return 0, Raise(TypeError, "must be real number, not %s", TypeName(v))
}

// GetBuffer returns a view of the memory of a bytes-like object.
func GetBuffer(t *Thread, v Value) (*Buffer, error) {
	if f := v.Type().Slots.Buffer; f != nil {
		return f(t, v)
	}
	return nil, Raise(TypeError, "a bytes-like object is required, not '%s'", TypeName(v))
}

// AsBuffer returns the bytes of a bytes-like object for reading now.
func AsBuffer(t *Thread, v Value) ([]byte, error) {
	if v.p != nil {
		if IsBytes(v) {
			return As[Bytes](v).B, nil
		}
		if IsByteArray(v) {
			return As[ByteArray](v).B, nil
		}
	}
	b, err := GetBuffer(t, v)
	if err != nil {
		return nil, err
	}
	if b.Release != nil {
		b.Release()
	}
	return b.Data, nil
}
