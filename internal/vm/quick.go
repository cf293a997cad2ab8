package vm

import (
	"bytes"
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// quick executes what needs neither Python code nor an exception, so that the
// state of the loop need not be saved; false if the instruction is not of that
// kind or its operands are not. It is for what is too long or too rare for the
// loop, and too frequent for step. Most of it is here, and not behind another call
// for each kind; skip is how many instructions behind in are done as well.
func (vm *VM) quick(in *Instr, base, fp unsafe.Pointer, code *Code) (skip uintptr, ok bool) {
	switch op := in.Op; op {
	case bytecode.Add, bytecode.InplaceAdd, bytecode.Sub, bytecode.InplaceSub, bytecode.Mul, bytecode.InplaceMul,
		bytecode.TrueDiv, bytecode.InplaceTrueDiv:
		b, c := at(base, in.B), at(base, in.C)
		x, okX := number(b)
		y, okY := number(c)
		if !okX || !okY || !b.IsFloat() && !c.IsFloat() { // also two ints that the loop could not take
			if quickBool(op, at(base, in.A), b, c) {
				return 0, true
			}
			if op == bytecode.Add || op == bytecode.InplaceAdd && (py.IsStr(*b) || py.IsBytes(*b)) {
				if vm.t.Interp.HeapLocks != 0 {
					return 0, false
				}
				if in.A == in.C && vm.t.Prepend(at(base, in.A), b) {
					return 0, true
				}
				if py.QuickAdd(at(base, in.A), b, c, op == bytecode.InplaceAdd) {
					return 0, true
				}
			}
			return vm.quickComplex(in, base, code)
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
				return 0, false
			}
			x /= y
		}
		at(base, in.A).SetFloat(x)
	case bytecode.Pow, bytecode.InplacePow:
		return 0, py.QuickPow(at(base, in.A), at(base, in.B), at(base, in.C))
	case bytecode.And, bytecode.InplaceAnd, bytecode.Or, bytecode.InplaceOr, bytecode.Xor, bytecode.InplaceXor:
		return 0, quickBool(op, at(base, in.A), at(base, in.B), at(base, in.C))
	case bytecode.Mod, bytecode.InplaceMod:
		if py.IsStr(*at(base, in.B)) {
			return 0, vm.t.Interp.HeapLocks == 0 && py.QuickPercent(vm.t, at(base, in.A), at(base, in.B), at(base, in.C))
		}
		return 0, false
	case bytecode.Lt, bytecode.Le, bytecode.Gt, bytecode.Ge, bytecode.Eq, bytecode.Ne:
		less, equal, ok := order(at(base, in.B), at(base, in.C))
		if !ok {
			return 0, false
		}
		at(base, in.A).SetBool(holds(py.CmpOp(op-bytecode.Lt), less, equal))
	case bytecode.In, bytecode.NotIn:
		found, ok := member(at(base, in.B), at(base, in.C))
		if !ok {
			return 0, false
		}
		at(base, in.A).SetBool(found == (op == bytecode.In))
	case bytecode.Not:
		truth, ok := py.SimpleTruth(*at(base, in.B))
		if !ok {
			return 0, false
		}
		at(base, in.A).SetBool(!truth)
	case bytecode.BuildTuple:
		if vm.t.Interp.HeapLocks != 0 {
			return 0, false
		}
		*at(base, in.A) = py.NewTuple(unsafe.Slice(at(base, in.B), int(in.C))...)
	case bytecode.BuildList:
		if vm.t.Interp.HeapLocks != 0 {
			return 0, false
		}
		*at(base, in.A) = py.NewListOf(unsafe.Slice(at(base, in.B), int(in.C))).Value()
	case bytecode.BuildFor:
		if vm.t.Interp.HeapLocks != 0 {
			return 0, false
		}
		buildFor(in, base)
	case bytecode.ListAppend:
		(*py.List)(at(base, in.A).Ptr()).Append(*at(base, in.B))
	case bytecode.BuildDict:
		if in.C != 0 || vm.t.Interp.HeapLocks != 0 {
			return 0, false
		}
		*at(base, in.A) = py.NewDict().Value()
	case bytecode.BuildSet:
		return 0, vm.t.Interp.HeapLocks == 0 && quickSet(at(base, in.A), unsafe.Slice(at(base, in.B), int(in.C)))
	case bytecode.UnpackSequence: // of a named tuple
		x, ok := py.PlainTuple(*at(base, in.B))
		if !ok || x.Len() != int(in.C) {
			return 0, false
		}
		copy(unsafe.Slice(at(base, in.A), int(in.C)), x.Items())
	case bytecode.ListExtend:
		return 0, vm.t.Interp.HeapLocks == 0 && py.ExtendSimple(at(base, in.A), at(base, in.B), in.C&bytecode.ExtendNew != 0, int(in.C>>bytecode.ExtendRoom))
	case bytecode.ListToTuple:
		l := (*py.List)(at(base, in.B).Ptr())
		if len(l.A) > 512 || vm.t.Interp.HeapLocks != 0 {
			return 0, false
		}
		*at(base, in.A) = py.NewTuple(l.A...)
	case bytecode.SetUpdate:
		return 0, (*py.Set)(at(base, in.A).Ptr()).UpdateSimple(at(base, in.B))
	case bytecode.DictUpdate:
		return 0, vm.t.Interp.HeapLocks == 0 && py.UpdateSimple(at(base, in.A), at(base, in.B), in.C&bytecode.ExtendNew != 0, int(in.C>>bytecode.ExtendRoom))
	case bytecode.DictSet:
		return 0, (*py.Dict)(at(base, in.A).Ptr()).SetSimple(at(base, in.B), at(base, in.C))
	case bytecode.DeleteItem:
		d := at(base, in.A)
		return 0, py.IsDict(*d) && (*py.Dict)(d.Ptr()).DeleteSimple(at(base, in.B))
	case bytecode.MakeCell:
		r := at(base, in.A)
		*r = py.Object(py.NewCell(*r))
	case bytecode.SetAdd:
		return 0, (*py.Set)(at(base, in.A).Ptr()).AddSimple(at(base, in.B))
	case bytecode.LoadItemI:
		return 0, quickItem(at(base, in.A), at(base, in.B), int64(int16(in.C)))
	case bytecode.LoadAttr:
		o, s := at(base, in.B), code.site(in.C)
		h := o.Shape()
		if s.next == h && s.version == h.Version {
			switch s.kind {
			case siteClassVal:
				*at(base, in.A) = *(*py.Value)(s.obj)
				return 0, true
			case siteClass:
				at(base, in.A).Assign2(unsafe.Pointer(h.Class), 0)
				return 0, true
			case siteDict:
				if p := py.OwnAttr(*o, s.name); p != nil {
					*at(base, in.A) = *p
					return 0, true
				}
			}
		}
		if s.kind == siteOfClass && s.fn == o.Ptr() && s.version == s.next.Version {
			*at(base, in.A) = *(*py.Value)(s.obj)
			return 0, true
		}
		m := s.other(h)
		if m == nil || m.kind != siteSlot {
			return 0, false
		}
		v := (*py.Value)(unsafe.Add(o.Ptr(), m.off))
		if !v.Bound() {
			return 0, false
		}
		*at(base, in.A) = *v
	case bytecode.StoreAttr:
		o, s := at(base, in.A), code.site(in.C)
		if h := o.Shape(); s.kind == siteDict && s.next == h && s.version == h.Version {
			py.SetInDict(*o, s.name, *at(base, in.B))
			return 0, true
		}
		m := s.other(o.Shape())
		if m == nil {
			return 0, false
		}
		if m.next == nil {
			(*py.Value)(unsafe.Add(o.Ptr(), m.off)).Assign(at(base, in.B))
		} else {
			py.AddSlot(o.Ptr(), m.next, m.off, *at(base, in.B))
		}
	case bytecode.LoadSuperAttr:
		self, s := *at(base, in.B+vs), code.site(in.C)
		if !s.holdsSuper(*at(base, in.B), self) || vm.t.Interp.HeapLocks != 0 {
			return 0, false
		}
		f := py.MakeValue(s.fn, 0)
		if f.Type().Flags&py.BindsSelf == 0 {
			return 0, false
		}
		v, err := f.Type().Slots.DescrGet(vm.t, f, self, self.Type())
		if err != nil {
			return 0, false
		}
		*at(base, in.A) = v
	case bytecode.LoadSpecial:
		o := *at(base, in.B)
		f := o.Type().Lookup(specialNames[in.C])
		if !f.Bound() || !isFunction(f) || vm.t.Interp.HeapLocks != 0 {
			return 0, false
		}
		*at(base, in.A) = py.NewBoundMethod(f, o)
	case bytecode.DeleteAttr:
		o, s := at(base, in.A), code.site(in.C)
		h := o.Shape()
		if s.kind != siteDrop || s.shape != h || s.version != h.Version || !(*py.Value)(unsafe.Add(o.Ptr(), s.off)).Bound() {
			return 0, false
		}
		py.AddSlot(o.Ptr(), s.next, s.off, py.Nil)
	case bytecode.GetAwaitable:
		b := at(base, in.B)
		if !b.ShapeIs(&coroutineShape) {
			return 0, false
		}
		if g := (*Generator)(b.Ptr()); g.delegating && g.state == genSuspended {
			return 0, false
		}
		*at(base, in.A) = *b
	case bytecode.GetIter:
		return 0, sequenceIter(at(base, in.A), *at(base, in.B))
	case bytecode.LoadSlice:
		return 0, vm.t.Interp.HeapLocks == 0 && py.QuickSlice(at(base, in.A), at(base, in.B), at(base, in.C), at(base, in.C+vs))
	case bytecode.FormatValue:
		spec := py.EmptyStr()
		if in.C&4 != 0 {
			spec = (*py.Str)(at(base, in.B+vs).Ptr())
		}
		return 0, in.C&3 == 0 && vm.t.Interp.HeapLocks == 0 && py.QuickFormatValue(vm.t, at(base, in.A), at(base, in.B), spec)
	case bytecode.BuildSlice:
		return 1, in.C != 0 && vm.t.Interp.HeapLocks == 0 && vm.quickSlice(in, base, fp, code)
	case bytecode.Feed:
		if c := (*py.Consumer)(at(base, in.A).Ptr()); c.Simple != nil {
			more, ok := c.Simple(c, at(base, in.B))
			if ok && !more {
				skip = uintptr(int(int16(in.C)))
			}
			return skip, ok
		}
		return 0, false
	case bytecode.JumpIfNoConsumer:
		c, err := vm.consumer(*at(base, in.B))
		if err != nil {
			return 0, false
		}
		if c == nil {
			return uintptr(int(int16(in.C))), true
		}
		at(base, in.A).Assign2(unsafe.Pointer(c), 0)
	case bytecode.EndConsumer:
		c := (*py.Consumer)(at(base, in.B).Ptr())
		if c.Simple == nil {
			return 0, false
		}
		*at(base, in.B) = py.Nil // it is used again
		*at(base, in.A), _ = c.Result(vm.t)
	case bytecode.JumpIfNotExcMatch:
		r := at(base, in.B)
		if !py.IsClass(r) {
			return 0, false
		}
		c := (*py.Type)(r.Ptr())
		if !c.IsSubtype(py.BaseException) {
			return 0, false
		}
		if !at(base, in.A).Type().IsSubtype(c) {
			skip = uintptr(int(int16(in.C)))
		}
		return skip, true
	case bytecode.Unbind:
		clear(unsafe.Slice(at(base, in.A), int(in.B)))
	default:
		return 0, false
	}
	return 0, true
}

// quickJump tells whether a compare-and-branch instruction jumps, if that needs
// neither Python code nor an exception.
func quickJump(in *Instr, base unsafe.Pointer) (taken, ok bool) {
	switch op := in.Op; op {
	case bytecode.JumpIn, bytecode.JumpNotIn:
		found, ok := member(at(base, in.A), at(base, in.B))
		return found == (op == bytecode.JumpIn), ok
	case bytecode.JumpIfTrue, bytecode.JumpIfFalse:
		truth, ok := py.SimpleTruth(*at(base, in.A))
		return truth == (op == bytecode.JumpIfTrue), ok
	default:
		if op > bytecode.JumpNotNe { // the right operand is in the instruction
			return false, false
		}
		less, equal, ok := order(at(base, in.A), at(base, in.B))
		n := op - bytecode.JumpLt
		return holds(py.CmpOp(n/2), less, equal) == (n&1 == 0), ok
	}
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
	} else if v.IsBool() {
		return float64(v.Bits()), true
	}
	return 0, false
}

// quickBool is an arithmetic or bit operation of a bool with a bool or an int.
func quickBool(op bytecode.Op, dst, b, c *py.Value) bool {
	if !b.IsBool() && (!b.IsInt() || !c.IsBool()) || !c.IsBool() && !c.IsInt() {
		return false
	}
	x, y := int64(b.Bits()), int64(c.Bits())
	switch op {
	case bytecode.Add, bytecode.InplaceAdd:
		if x+y < x != (y < 0) {
			return false
		}
		x += y
	case bytecode.Sub, bytecode.InplaceSub:
		if x-y > x != (y < 0) {
			return false
		}
		x -= y
	case bytecode.Mul, bytecode.InplaceMul:
		x *= y
	case bytecode.And, bytecode.InplaceAnd:
		x &= y
	case bytecode.Or, bytecode.InplaceOr:
		x |= y
	case bytecode.Xor, bytecode.InplaceXor:
		x ^= y
	default:
		return false
	}
	if op >= bytecode.And && op <= bytecode.Xor || op >= bytecode.InplaceAnd && op <= bytecode.InplaceXor {
		if b.IsBool() && c.IsBool() {
			dst.SetBool(x != 0)
			return true
		}
	}
	dst.SetInt(x)
	return true
}

// order compares an int with a float, two strings or two bytes. With a NaN, it is not of this
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
	if py.IsBytes(*a) && py.IsBytes(*b) {
		c := bytes.Compare((*py.Bytes)(a.Ptr()).B, (*py.Bytes)(b.Ptr()).B)
		return c < 0, c == 0, true
	}
	if (py.IsBig(*a) || a.IsInt()) && (py.IsBig(*b) || b.IsInt()) {
		c := py.CompareInts(*a, *b)
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

// quickItem is o[n] of bytes, of an ASCII string or of a dict.
func quickItem(dst, o *py.Value, n int64) bool {
	switch {
	case py.IsBytes(*o):
		b := (*py.Bytes)(o.Ptr()).B
		if n < 0 {
			n += int64(len(b))
		}
		if uint64(n) >= uint64(len(b)) {
			return false
		}
		dst.SetInt(int64(b[n]))
		return true
	case py.IsStr(*o):
		s := (*py.Str)(o.Ptr())
		if n < 0 {
			n += int64(s.NBytes())
		}
		if uint64(n) >= uint64(s.NBytes()) || !s.ASCII() {
			return false
		}
		dst.SetLatin1(s.ByteAt(int(n)))
		return true
	case py.IsDict(*o):
		p := (*py.Dict)(o.Ptr()).GetInt(n)
		if p != nil {
			*dst = *p
		}
		return p != nil
	}
	return false
}

// quickSet is a display of a set of ints and strings.
func quickSet(dst *py.Value, items []py.Value) bool {
	n := len(items)
	if n == 0 {
		n = 4 // the start of {*a, b}
	}
	s := py.NewSetSize(n)
	for i := range items {
		if !s.AddSimple(&items[i]) {
			return false
		}
	}
	*dst = s.Value()
	return true
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
	case py.IsSet(*c):
		return (*py.Set)(c.Ptr()).HasSimple(x)
	case py.IsTuple(*c):
		return py.SimpleIn(x, (*py.Tuple)(c.Ptr()).Items())
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

// buildFor makes the empty list, set or dict of a comprehension with room for the
// items to come: most comprehensions are short and grew two or three times. A long
// list grows beyond the first room as any list does. The items of sets and dicts may
// turn out to be equal, so that these get less.
func buildFor(in *Instr, base unsafe.Pointer) {
	n := itemsLeft(at(base, in.B))
	r := at(base, in.A)
	switch in.C {
	case 0:
		*r = py.NewListRoom(min(n, 512)).Value()
	case 1:
		*r = py.NewSetSize(min(n, 32)).Value()
	default:
		*r = py.NewDictSize(min(n, 32)).Value()
	}
}

// itemsLeft is how many items the iteration at it will give if nothing changes what
// it is over; 0 if that is not known.
func itemsLeft(r *py.Value) int {
	it := (*[3]py.Value)(unsafe.Pointer(r))
	switch it[0].Ptr() {
	case unsafe.Pointer(&tagRangeIter):
		return int(min(it[1].I(), 1<<20))
	case unsafe.Pointer(&tagDictIter):
		return int(it[2].I())
	case unsafe.Pointer(&tagListIter):
		return len((*py.List)(it[1].Ptr()).A)
	case unsafe.Pointer(&tagTupleIter):
		return (*py.Tuple)(it[1].Ptr()).Len()
	case unsafe.Pointer(&tagASCIIIter):
		return (*py.Str)(it[1].Ptr()).NBytes()
	}
	return 0
}

// allocates reports whether an instruction makes an object whatever its operands
// are: it fails under micropython.heap_lock.
func allocates(op bytecode.Op) bool {
	switch op {
	case bytecode.BuildTuple, bytecode.BuildList, bytecode.BuildDict, bytecode.BuildSet, bytecode.BuildFor, bytecode.ListExtend,
		bytecode.BuildString, bytecode.LoadSlice, bytecode.MakeFunction:
		return true
	}
	return false
}

// quickComplex is +, - and * of complex numbers, one of which may be an int or a
// float. If the result is only an operand of the next instruction, that is done as
// well, and the number between them is never made.
func (vm *VM) quickComplex(in *Instr, base unsafe.Pointer, code *Code) (skip uintptr, ok bool) {
	x, okX := complexNumber(at(base, in.B))
	y, okY := complexNumber(at(base, in.C))
	if !okX || !okY {
		return 0, false
	}
	if x, ok = complexOp(in.Op, x, y); !ok {
		return 0, false
	}
	next := (*Instr)(unsafe.Add(unsafe.Pointer(in), instrSize))
	if next.Op >= bytecode.Add && next.Op <= bytecode.Mul && int32(in.A/vs) >= code.bc.NumVars {
		switch {
		case next.B == in.A && next.C != in.A:
			if y, okY = complexNumber(at(base, next.C)); okY {
				x, _ = complexOp(next.Op, x, y)
				*at(base, next.A) = vm.t.NewComplex(x)
				return 1, true
			}
		case next.C == in.A && next.B != in.A:
			if y, okY = complexNumber(at(base, next.B)); okY {
				x, _ = complexOp(next.Op, y, x)
				*at(base, next.A) = vm.t.NewComplex(x)
				return 1, true
			}
		}
	}
	*at(base, in.A) = vm.t.NewComplex(x)
	return 0, true
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

func complexNumber(v *py.Value) (complex128, bool) {
	if py.IsComplex(*v) {
		return py.As[py.Complex](*v).V, true
	}
	f, ok := number(v)
	return complex(f, 0), ok
}
