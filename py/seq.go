package py

import (
	"math"
	"math/bits"
	"unsafe"
)

// What the sequences and other containers share: arguments of constructors,
// subclass layouts, repr with a guard against recursion, comparison, hashes.

// noKeywords is the error of a constructor that takes no keyword arguments.
func noKeywords(name string, kw []*Str) error {
	if len(kw) > 0 {
		return Raise(TypeError, "%s() takes no keyword arguments", name)
	}
	return nil
}

// argCount is the error for a number of positional arguments outside lo…hi, nil if
// the number is right.
func argCount(name string, n, lo, hi int) error {
	switch {
	case n >= lo && n <= hi:
		return nil
	case lo == hi:
		return Raise(TypeError, "%s expected %d argument%s, got %d", name, lo, plural(lo), n)
	case n < lo:
		return Raise(TypeError, "%s expected at least %d argument%s, got %d", name, lo, plural(lo), n)
	}
	return Raise(TypeError, "%s expected at most %d argument%s, got %d", name, hi, plural(hi), n)
}

// initOf reports whether cls initializes objects as base does. Then the constructor of
// base refuses keyword arguments; an __init__ of a subclass may take them.
func (cls *Type) initOf(base *Type) bool {
	return cls == base || cls.Lookup(nameInit) == base.Lookup(nameInit)
}

// newOf is initOf for __new__.
func (cls *Type) newOf(base *Type) bool {
	return cls == base || cls.Lookup(nameNew) == base.Lookup(nameNew)
}

// CheckNoKeywords is the TypeError of a builtin type whose constructor takes no
// keyword arguments.
func CheckNoKeywords(name string, kw []*Str) error { return noKeywords(name, kw) }

// CheckArgCount is the TypeError for a wrong number of positional arguments.
func CheckArgCount(name string, n, lo, hi int) error { return argCount(name, n, lo, hi) }

// withDict is the layout of a subclass, written in Python, of a builtin class whose
// objects are Ts.
type withDict[T any] struct {
	base  T
	attrs *Dict
}

// SubDict returns what [TypeSpec].SubDict is for a type whose objects are Ts made by
// [Alloc].
func SubDict[T any]() uintptr {
	var o withDict[T]
	return uintptr(unsafe.Pointer(&o.attrs)) - uintptr(unsafe.Pointer(&o))
}

// Alloc returns a fresh object of class cls, which is a builtin type whose objects
// are Ts or a subclass of it written in Python. T starts with a [Head].
func Alloc[T any](cls *Type) *T {
	cls.want()
	var o *T
	if cls.Flags&Heap == 0 {
		o = new(T)
	} else {
		o = &new(withDict[T]).base
	}
	h := (*Head)(unsafe.Pointer(o))
	h.shape = cls.root
	if cls.Flags&HasDel != 0 {
		watch(cls, h)
	}
	return o
}

// enterRepr notes that v's repr is being made; false if it already is, so that the
// container is inside itself.
func enterRepr(t *Thread, v Value) bool {
	for _, o := range t.reprs {
		if o.p == v.p {
			return false
		}
	}
	t.reprs = append(t.reprs, v)
	return true
}

func leaveRepr(t *Thread) {
	n := len(t.reprs) - 1
	t.reprs[n] = Nil
	t.reprs = t.reprs[:n]
}

// EnterRepr notes that v's repr is being made; false if it already is. Pair a true
// with [LeaveRepr].
func EnterRepr(t *Thread, v Value) bool { return enterRepr(t, v) }

// LeaveRepr undoes [EnterRepr].
func LeaveRepr(t *Thread) { leaveRepr(t) }

// reprBuilder collects the text of a container.
type reprBuilder struct {
	t       *Thread
	b       []byte
	charged int
	n       int
}

// value appends repr(v).
func (r *reprBuilder) value(v Value) error {
	var text string
	if v.IsInt() {
		var tmp [20]byte
		return r.charge(appendInt(tmp[:0], v.I()))
	}
	s, err := Repr(r.t, v)
	if err != nil {
		return err
	}
	text = s.String()
	return r.charge(unsafe.Slice(unsafe.StringData(text), len(text)))
}

func (r *reprBuilder) charge(text []byte) error {
	if n := len(r.b) + len(text); n > r.charged && n > 4096 {
		if n > MaxStr {
			return Raise(MemoryError, "")
		}
		if err := r.t.Alloc(n); err != nil {
			return err
		}
		r.charged = 2 * n
	}
	r.b = append(r.b, text...)
	if r.n++; r.n&1023 == 0 {
		return r.t.Step(1024)
	}
	return nil
}

func appendInt(b []byte, n int64) []byte {
	if n < 0 {
		b = append(b, '-')
	}
	u := uint64(n)
	if n < 0 {
		u = -u
	}
	var tmp [20]byte
	i := len(tmp)
	for {
		i--
		tmp[i] = byte('0' + u%10)
		if u /= 10; u == 0 {
			break
		}
	}
	return append(b, tmp[i:]...)
}

// items appends the reprs of vals with commas, then tail, and returns the text.
func (r *reprBuilder) items(tail string, vals ...Value) (Value, error) {
	for i, v := range vals {
		if i > 0 {
			r.b = append(r.b, ", "...)
		}
		if err := r.value(v); err != nil {
			return Nil, err
		}
	}
	return takeStr(append(r.b, tail...)), nil
}

// compareItems is a op b of two sequences whose items do not change places: the
// first pair that differs decides, then the length.
func compareItems(t *Thread, op CmpOp, a, b []Value) (Value, error) {
	if len(a) != len(b) && (op == OpEq || op == OpNe) {
		return Bool(op == OpNe), nil
	}
	n := min(len(a), len(b))
	for i := 0; i < n; i++ {
		if a[i] == b[i] {
			continue
		}
		eq, err := itemEq(t, a[i], b[i])
		if err != nil {
			return Nil, err
		}
		if !eq {
			switch op {
			case OpEq:
				return False, nil
			case OpNe:
				return True, nil
			}
			return CompareItems(t, op, a[i], b[i])
		}
		if i&1023 == 1023 {
			if err := t.Step(1024); err != nil {
				return Nil, err
			}
		}
	}
	return compareLen(op, len(a), len(b)), nil
}

func compareLen(op CmpOp, a, b int) Value {
	switch op {
	case OpLt:
		return Bool(a < b)
	case OpLe:
		return Bool(a <= b)
	case OpGt:
		return Bool(a > b)
	case OpGe:
		return Bool(a >= b)
	case OpEq:
		return Bool(a == b)
	}
	return Bool(a != b)
}

// itemEq is Equal with the recursion limit counted.
func itemEq(t *Thread, a, b Value) (bool, error) {
	if a == b {
		return true, nil
	}
	if eq, ok := simpleEq(&a, &b); ok {
		return eq, nil
	}
	if err := enterCompare(t); err != nil {
		return false, err
	}
	eq, err := CompareBool(t, OpEq, a, b)
	t.Leave()
	return eq, err
}

// CompareItems is Compare for what an object holds, with the recursion limit counted.
func CompareItems(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if err := enterCompare(t); err != nil {
		return Nil, err
	}
	v, err := Compare(t, op, a, b)
	t.Leave()
	return v, err
}

func enterCompare(t *Thread) error { return t.enter(" in comparison") }

// hashItems is the hash of a tuple: xxHash's way of mixing the hashes of the items,
// as CPython does since 3.8.
func hashItems(t *Thread, a []Value) (int64, error) {
	const p1, p2, p5 = 11400714785074694791, 14029467366897019727, 2870177450012600261
	acc := uint64(p5)
	for _, v := range a {
		var h int64
		if v.IsInt() || v.IsBool() {
			h = HashInt(v.I())
		} else {
			if err := t.Enter(); err != nil {
				return 0, err
			}
			var err error
			h, err = Hash(t, v)
			t.Leave()
			if err != nil {
				return 0, err
			}
		}
		acc += uint64(h) * p2
		acc = bits.RotateLeft64(acc, 31) * p1
	}
	acc += uint64(len(a)) ^ (p5 ^ 3527539)
	if acc == math.MaxUint64 {
		return 1546275796, nil
	}
	return int64(acc), nil
}

// repeatCount evaluates the number in seq * number; ok is false if it is no index.
func repeatCount(t *Thread, v Value) (n int, ok bool, err error) {
	if !isIndexable(v) {
		return 0, false, nil
	}
	x, err := Index(t, v)
	if err != nil {
		return 0, false, err
	}
	if !x.IsInt() || int64(int(x.I())) != x.I() {
		return 0, false, Raise(OverflowError, "cannot fit '%s' into an index-sized integer", TypeName(v))
	}
	return max(0, int(x.I())), true, nil
}

// repeatValues returns n copies of a one after the other.
func repeatValues(t *Thread, a []Value, n int) ([]Value, error) {
	total, err := repeatLen(t, len(a), n)
	if err != nil || total == 0 {
		return nil, err
	}
	out := make([]Value, total)
	return out, repeatInto(t, out, a)
}

// repeatLen is how many items n copies of a sequence have; it charges them.
func repeatLen(t *Thread, length, n int) (int, error) {
	hi, total := bits.Mul64(uint64(length), uint64(n))
	if hi != 0 || total > math.MaxInt/16 {
		return 0, Raise(MemoryError, "")
	}
	return int(total), t.Alloc(int(total) * 16)
}

// repeatInto fills out with copies of a.
func repeatInto(t *Thread, out, a []Value) error {
	if len(a) == 1 {
		v := a[0]
		for i := range out {
			out[i] = v
			if i&0xFFFF == 0xFFFF {
				if err := t.Step(0x4000); err != nil {
					return err
				}
			}
		}
		return nil
	}
	for i := 0; i < len(out); i += len(a) {
		copyValues(out[i:], a)
		if i&0xFFFF >= 0xFFFF-len(a) {
			if err := t.Step(0x4000); err != nil {
				return err
			}
		}
	}
	return nil
}

// seqTypeError words a failed + or * of sequences as CPython does; nil for other
// operands. It is asked after both operands have declined.
func seqTypeError(op BinOp, a, b Value, inplace bool) error {
	switch op {
	case OpAdd:
		switch name := a.Type().builtinBase().Name; name {
		case "list", "tuple", "str", "deque":
			return Raise(TypeError, "can only concatenate %s (not \"%s\") to %s", name, TypeName(b), name)
		case "bytes", "bytearray":
			return Raise(TypeError, "can't concat %s to %s", TypeName(b), name)
		case "array":
			if inplace {
				return Raise(TypeError, "can only extend with array (not \"%s\")", TypeName(b))
			}
			return Raise(TypeError, "can only append array (not \"%s\") to array", TypeName(b))
		}
	case OpMul:
		if repeats(a) {
			return Raise(TypeError, "can't multiply sequence by non-int of type '%s'", TypeName(b))
		}
		if repeats(b) {
			return Raise(TypeError, "can't multiply sequence by non-int of type '%s'", TypeName(a))
		}
	}
	return nil
}

// seqDunder is what __add__, __mul__ and the like of a sequence do with an operand
// they do not take: they raise, where those of numbers return NotImplemented.
func seqDunder(op BinOp, self, other Value) (Value, error) {
	switch {
	case !repeats(self):
		return NotImplemented, nil
	case op == OpMul:
		return Nil, Raise(TypeError, "'%s' object cannot be interpreted as an integer", TypeName(other))
	}
	return Nil, seqTypeError(op, self, other, false)
}

func repeats(v Value) bool {
	switch v.Type().builtinBase().Name {
	case "list", "tuple", "str", "deque", "bytes", "bytearray", "array":
		return true
	}
	return false
}
