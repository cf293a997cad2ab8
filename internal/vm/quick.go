package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// quick executes what needs neither Python code nor an exception, so that the
// state of the loop need not be saved; false if the instruction is not of that
// kind or its operands are not. It is for what is too long or too rare for the
// loop, and too frequent for step.
func (vm *VM) quick(in *Instr, base unsafe.Pointer) bool {
	switch op := in.Op; op {
	case bytecode.Add, bytecode.InplaceAdd, bytecode.Sub, bytecode.InplaceSub, bytecode.Mul, bytecode.InplaceMul,
		bytecode.TrueDiv, bytecode.InplaceTrueDiv:
		b, c := at(base, in.B), at(base, in.C)
		x, ok := number(b)
		if !ok {
			return vm.quickComplex(op, at(base, in.A), b, c)
		}
		y, ok := number(c)
		if !ok {
			return vm.quickComplex(op, at(base, in.A), b, c)
		}
		if !b.IsFloat() && !c.IsFloat() { // two ints that the loop could not take
			return false
		}
		switch op {
		case bytecode.Add, bytecode.InplaceAdd:
			x += y
		case bytecode.Sub, bytecode.InplaceSub:
			x -= y
		case bytecode.Mul, bytecode.InplaceMul:
			x *= y
		default:
			if y == 0 {
				return false
			}
			x /= y
		}
		at(base, in.A).SetFloat(x)
	case bytecode.Lt, bytecode.Le, bytecode.Gt, bytecode.Ge, bytecode.Eq, bytecode.Ne:
		less, equal, ok := order(at(base, in.B), at(base, in.C))
		if !ok {
			return false
		}
		at(base, in.A).SetBool(holds(py.CmpOp(op-bytecode.Lt), less, equal))
	case bytecode.In, bytecode.NotIn:
		found, ok := member(at(base, in.B), at(base, in.C))
		if !ok {
			return false
		}
		at(base, in.A).SetBool(found == (op == bytecode.In))
	case bytecode.BuildTuple:
		*at(base, in.A) = py.NewTuple(unsafe.Slice(at(base, in.B), int(in.C))...)
	case bytecode.BuildList:
		*at(base, in.A) = py.NewListOf(unsafe.Slice(at(base, in.B), int(in.C))).Value()
	case bytecode.GetIter:
		return sequenceIter(at(base, in.A), *at(base, in.B))
	default:
		return false
	}
	return true
}

// quickJump tells whether a compare-and-branch instruction jumps, if that needs
// neither Python code nor an exception.
func quickJump(in *Instr, base unsafe.Pointer) (taken, ok bool) {
	switch op := in.Op; {
	case op == bytecode.JumpIn || op == bytecode.JumpNotIn:
		found, ok := member(at(base, in.A), at(base, in.B))
		return found == (op == bytecode.JumpIn), ok
	case op >= bytecode.JumpLt && op <= bytecode.JumpNotNe:
		less, equal, ok := order(at(base, in.A), at(base, in.B))
		n := op - bytecode.JumpLt
		return holds(py.CmpOp(n/2), less, equal) == (n&1 == 0), ok
	case op == bytecode.JumpIfTrue || op == bytecode.JumpIfFalse:
		truth, ok := py.SimpleTruth(*at(base, in.A))
		return truth == (op == bytecode.JumpIfTrue), ok
	}
	return false, false
}

func at(base unsafe.Pointer, x uint16) *py.Value {
	return (*py.Value)(unsafe.Add(base, uintptr(x)))
}

// number returns an int or float as a float, if that is exact.
func number(v *py.Value) (float64, bool) {
	if v.IsFloat() {
		return v.F(), true
	}
	if v.IsInt() {
		if n := v.I(); uint64(n+1<<53) <= 1<<54 {
			return float64(n), true
		}
	}
	return 0, false
}

// order compares an int with a float or two strings. With a NaN, it is not of this
// kind.
func order(a, b *py.Value) (less, equal, ok bool) {
	if x, ok := number(a); ok {
		y, ok := number(b)
		return x < y, x == y, ok && x == x && y == y
	}
	if py.IsStr(*a) && py.IsStr(*b) {
		c := (*py.Str)(a.Ptr()).Compare((*py.Str)(b.Ptr()))
		return c < 0, c == 0, true
	}
	return false, false, false
}

func holds(op py.CmpOp, less, equal bool) bool {
	switch op {
	case py.OpLt:
		return less
	case py.OpLe:
		return less || equal
	case py.OpGt:
		return !less && !equal
	case py.OpGe:
		return !less
	case py.OpEq:
		return equal
	}
	return !equal
}

// member is `x in c` for simple keys of dicts and sets and for tuples and lists of
// simple values.
func member(x, c *py.Value) (found, ok bool) {
	switch {
	case py.IsDict(*c):
		d := (*py.Dict)(c.Ptr())
		if py.IsStr(*x) {
			return d.HasStr((*py.Str)(x.Ptr()))
		}
		if x.IsInt() {
			return d.HasInt(x.I())
		}
	case py.IsTuple(*c):
		return py.SimpleIn(x, (*py.Tuple)(c.Ptr()).A)
	case py.IsList(*c):
		return py.SimpleIn(x, (*py.List)(c.Ptr()).A)
	}
	return false, false
}

// sequenceIter fills the three registers of an iteration over a builtin sequence.
func sequenceIter(r *py.Value, v py.Value) bool {
	it := (*[3]py.Value)(unsafe.Pointer(r))
	switch {
	case py.IsRange(v):
		x := py.As[py.Range](v)
		it[0].Assign2(unsafe.Pointer(&tagRangeIter), uint64(x.Start))
		it[1].SetInt(x.N)
		it[2].SetInt(x.Step)
		return true
	case py.IsList(v):
		it[0].Assign2(unsafe.Pointer(&tagListIter), 0)
	case py.IsTuple(v):
		it[0].Assign2(unsafe.Pointer(&tagTupleIter), 0)
	case py.IsStr(v) && py.As[py.Str](v).ASCII():
		it[0].Assign2(unsafe.Pointer(&tagASCIIIter), 0)
	case py.IsDict(v):
		it[0].Assign2(unsafe.Pointer(&tagDictIter), 0)
		it[1] = v
		it[2].SetInt(int64(py.As[py.Dict](v).Len()))
		return true
	default:
		return false
	}
	it[1] = v
	it[2].SetInt(0)
	return true
}

// allocates reports whether an instruction makes an object whatever its operands
// are: it fails under micropython.heap_lock.
func allocates(op bytecode.Op) bool {
	switch op {
	case bytecode.BuildTuple, bytecode.BuildList, bytecode.BuildDict, bytecode.BuildSet, bytecode.ListExtend, bytecode.BuildString,
		bytecode.LoadSlice, bytecode.MakeFunction:
		return true
	}
	return false
}

// quickComplex is +, - and * of complex numbers, one of which may be an int or a
// float.
func (vm *VM) quickComplex(op bytecode.Op, dst, b, c *py.Value) bool {
	x, okX := complexNumber(b)
	y, okY := complexNumber(c)
	if !okX || !okY {
		return false
	}
	if x, okX = complexOp(op, x, y); okX {
		*dst = vm.t.NewComplex(x)
	}
	return okX
}

func complexOp(op bytecode.Op, x, y complex128) (complex128, bool) {
	switch op {
	case bytecode.Add, bytecode.InplaceAdd:
		return x + y, true
	case bytecode.Sub, bytecode.InplaceSub:
		return x - y, true
	case bytecode.Mul, bytecode.InplaceMul:
		// Not Go's product, which mends infinities.
		a, b, c, d := real(x), imag(x), real(y), imag(y)
		return complex(a*c-b*d, a*d+b*c), true
	}
	return 0, false
}

// quickComplex2 is a complex operation whose result is an operand of the next one:
// the number between them is never made. It reports whether it did both.
func (vm *VM) quickComplex2(in *Instr, base unsafe.Pointer, code *Code) bool {
	next := (*Instr)(unsafe.Add(unsafe.Pointer(in), instrSize))
	if next.Op < bytecode.Add || next.Op > bytecode.Mul || int(in.A/vs) < len(code.bc.LocalNames) { // more than an intermediate result
		return false
	}
	b, c := at(base, in.B), at(base, in.C)
	if !py.IsComplex(*b) && !py.IsComplex(*c) {
		return false
	}
	x, okX := complexNumber(b)
	y, okY := complexNumber(c)
	if !okX || !okY {
		return false
	}
	x, ok := complexOp(in.Op, x, y)
	if !ok {
		return false
	}
	var z complex128
	switch {
	case next.B == in.A && next.C != in.A:
		if y, okY = complexNumber(at(base, next.C)); okY {
			z, ok = complexOp(next.Op, x, y)
		}
	case next.C == in.A && next.B != in.A:
		if y, okY = complexNumber(at(base, next.B)); okY {
			z, ok = complexOp(next.Op, y, x)
		}
	default:
		return false
	}
	if !ok || !okY {
		return false
	}
	*at(base, next.A) = vm.t.NewComplex(z)
	return true
}

func complexNumber(v *py.Value) (complex128, bool) {
	if py.IsComplex(*v) {
		return py.As[py.Complex](*v).V, true
	}
	f, ok := number(v)
	return complex(f, 0), ok
}
