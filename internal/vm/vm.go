package vm

import (
	"math/bits"
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// loop runs until the frame below which it was entered returns or raises: then
// vm.result or vm.err is set. It holds fast paths only. A miss leaves the switch
// for the one call to slow, so that nothing but vm is live across a call and the
// five state variables stay in registers (1.1x over all, 1.3x on calls). A call
// that the Go compiler does not inline anywhere else in here costs every
// instruction: loop_test.go counts them.
func (vm *VM) loop(pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) {
	for {
		in := code.fetch(pc)
		pc = unsafe.Add(pc, instrSize)
		switch in.Op & 255 {
		case bytecode.Nop:
			continue
		case bytecode.Move:
			*vm.r(base, in.A) = *vm.r(base, in.B)
			continue
		case bytecode.LoadConst:
			*vm.r(base, in.A) = *code.k(in.B)
			continue
		case bytecode.LoadInt:
			vm.r(base, in.A).SetInt(int64(int16(in.B)))
			continue
		case bytecode.LoadGlobal:
			if v := &code.cell(in.B).V; v.Bound() {
				*vm.r(base, in.A) = *v
				continue
			}
		case bytecode.StoreGlobal:
			if c := code.cell(in.B); c.Owned() {
				c.V = *vm.r(base, in.A)
				continue
			}
		case bytecode.LoadCell:
			if v := &(*py.Cell)(vm.r(base, in.B).Ptr()).V; v.Bound() {
				*vm.r(base, in.A) = *v
				continue
			}
		case bytecode.StoreCell:
			(*py.Cell)(vm.r(base, in.A).Ptr()).V = *vm.r(base, in.B)
			continue
		case bytecode.LoadFree:
			f := (*Function)(function(base))
			if v := &f.free(in.B).V; v.Bound() {
				*vm.r(base, in.A) = *v
				continue
			}
		case bytecode.StoreFree:
			f := (*Function)(function(base))
			f.free(in.B).V = *vm.r(base, in.A)
			continue
		case bytecode.CheckBound:
			if vm.r(base, in.A).Bound() {
				continue
			}
		case bytecode.Add, bytecode.InplaceAdd:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				x, y := b.I(), c.I()
				if r := x + y; (x^r)&(y^r) >= 0 {
					vm.r(base, in.A).SetInt(r)
					continue
				}
			}
			if b.IsFloat() && c.IsFloat() {
				vm.r(base, in.A).SetFloat(b.F() + c.F())
				continue
			}
		case bytecode.Sub, bytecode.InplaceSub:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				x, y := b.I(), c.I()
				if r := x - y; (x^y)&(x^r) >= 0 {
					vm.r(base, in.A).SetInt(r)
					continue
				}
			}
			if b.IsFloat() && c.IsFloat() {
				vm.r(base, in.A).SetFloat(b.F() - c.F())
				continue
			}
		case bytecode.Mul, bytecode.InplaceMul:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				x, y := b.I(), c.I()
				hi, lo := bits.Mul64(uint64(x), uint64(y))
				if int64(hi)-(x>>63)&y-(y>>63)&x == int64(lo)>>63 {
					vm.r(base, in.A).SetInt(int64(lo))
					continue
				}
			}
			if b.IsFloat() && c.IsFloat() {
				vm.r(base, in.A).SetFloat(b.F() * c.F())
				continue
			}
		case bytecode.TrueDiv, bytecode.InplaceTrueDiv:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if b.IsFloat() && c.IsFloat() {
				if y := c.F(); y != 0 {
					vm.r(base, in.A).SetFloat(b.F() / y)
					continue
				}
			} else if py.BothInt(b, c) {
				// Exact as long as both numbers are exact as floats.
				x, y := b.I(), c.I()
				if y != 0 && uint64(x+1<<53) <= 1<<54 && uint64(y+1<<53) <= 1<<54 {
					vm.r(base, in.A).SetFloat(float64(x) / float64(y))
					continue
				}
			}
		case bytecode.FloorDiv, bytecode.InplaceFloorDiv:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				x, y := b.I(), c.I()
				if y > 0 {
					if uint64(x|y)>>32 == 0 {
						vm.r(base, in.A).SetInt(int64(uint32(x) / uint32(y)))
						continue
					}
					q := x / y
					if x%y < 0 {
						q--
					}
					vm.r(base, in.A).SetInt(q)
					continue
				}
			}
		case bytecode.Mod, bytecode.InplaceMod:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				x, y := b.I(), c.I()
				if y > 0 {
					if uint64(x|y)>>32 == 0 {
						vm.r(base, in.A).SetInt(int64(uint32(x) % uint32(y)))
						continue
					}
					r := x % y
					if r < 0 {
						r += y
					}
					vm.r(base, in.A).SetInt(r)
					continue
				}
			}
		case bytecode.LShift, bytecode.InplaceLShift:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				x, y := b.I(), c.I()
				if uint64(y) < 63 {
					if r := x << uint(y); r>>uint(y) == x {
						vm.r(base, in.A).SetInt(r)
						continue
					}
				}
			}
		case bytecode.RShift, bytecode.InplaceRShift:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				x, y := b.I(), c.I()
				if y >= 0 {
					vm.r(base, in.A).SetInt(x >> uint(min(y, 63)))
					continue
				}
			}
		case bytecode.And, bytecode.InplaceAnd:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				x, y := b.I(), c.I()
				vm.r(base, in.A).SetInt(x & y)
				continue
			}
		case bytecode.Or, bytecode.InplaceOr:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				x, y := b.I(), c.I()
				vm.r(base, in.A).SetInt(x | y)
				continue
			}
		case bytecode.Xor, bytecode.InplaceXor:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				x, y := b.I(), c.I()
				vm.r(base, in.A).SetInt(x ^ y)
				continue
			}
		case bytecode.Pow, bytecode.MatMul, bytecode.InplacePow, bytecode.InplaceMatMul:
		case bytecode.AddI, bytecode.InplaceAddI:
			b, y := vm.r(base, in.B), int64(int16(in.C))
			if b.IsInt() {
				x := b.I()
				if r := x + y; (x^r)&(y^r) >= 0 {
					vm.r(base, in.A).SetInt(r)
					continue
				}
			}
			if b.IsFloat() {
				vm.r(base, in.A).SetFloat(b.F() + float64(y))
				continue
			}
		case bytecode.SubI, bytecode.InplaceSubI:
			b, y := vm.r(base, in.B), int64(int16(in.C))
			if b.IsInt() {
				x := b.I()
				if r := x - y; (x^y)&(x^r) >= 0 {
					vm.r(base, in.A).SetInt(r)
					continue
				}
			}
			if b.IsFloat() {
				vm.r(base, in.A).SetFloat(b.F() - float64(y))
				continue
			}
		case bytecode.MulI, bytecode.InplaceMulI:
			b, y := vm.r(base, in.B), int64(int16(in.C))
			if b.IsInt() {
				x := b.I()
				hi, lo := bits.Mul64(uint64(x), uint64(y))
				if int64(hi)-(x>>63)&y-(y>>63)&x == int64(lo)>>63 {
					vm.r(base, in.A).SetInt(int64(lo))
					continue
				}
			}
			if b.IsFloat() {
				vm.r(base, in.A).SetFloat(b.F() * float64(y))
				continue
			}
		case bytecode.FloorDivI:
			b, y := vm.r(base, in.B), int64(int16(in.C))
			if b.IsInt() {
				x := b.I()
				if y > 0 {
					if uint64(x|y)>>32 == 0 {
						vm.r(base, in.A).SetInt(int64(uint32(x) / uint32(y)))
						continue
					}
					q := x / y
					if x%y < 0 {
						q--
					}
					vm.r(base, in.A).SetInt(q)
					continue
				}
			}
		case bytecode.ModI:
			b, y := vm.r(base, in.B), int64(int16(in.C))
			if b.IsInt() {
				x := b.I()
				if y > 0 {
					if uint64(x|y)>>32 == 0 {
						vm.r(base, in.A).SetInt(int64(uint32(x) % uint32(y)))
						continue
					}
					r := x % y
					if r < 0 {
						r += y
					}
					vm.r(base, in.A).SetInt(r)
					continue
				}
			}
		case bytecode.AndI:
			b, y := vm.r(base, in.B), int64(int16(in.C))
			if b.IsInt() {
				x := b.I()
				vm.r(base, in.A).SetInt(x & y)
				continue
			}
		case bytecode.OrI:
			b, y := vm.r(base, in.B), int64(int16(in.C))
			if b.IsInt() {
				x := b.I()
				vm.r(base, in.A).SetInt(x | y)
				continue
			}
		case bytecode.XorI:
			b, y := vm.r(base, in.B), int64(int16(in.C))
			if b.IsInt() {
				x := b.I()
				vm.r(base, in.A).SetInt(x ^ y)
				continue
			}
		case bytecode.LShiftI:
			b, y := vm.r(base, in.B), int64(int16(in.C))
			if b.IsInt() {
				x := b.I()
				if uint64(y) < 63 {
					if r := x << uint(y); r>>uint(y) == x {
						vm.r(base, in.A).SetInt(r)
						continue
					}
				}
			}
		case bytecode.RShiftI:
			b, y := vm.r(base, in.B), int64(int16(in.C))
			if b.IsInt() {
				x := b.I()
				if y >= 0 {
					vm.r(base, in.A).SetInt(x >> uint(min(y, 63)))
					continue
				}
			}
		case bytecode.Neg:
			if b := vm.r(base, in.B); b.IsInt() && b.Bits() != 1<<63 {
				vm.r(base, in.A).SetInt(-b.I())
				continue
			} else if b.IsFloat() {
				vm.r(base, in.A).SetFloat(-b.F())
				continue
			}
		case bytecode.Pos:
		case bytecode.Invert:
			if b := vm.r(base, in.B); b.IsInt() {
				vm.r(base, in.A).SetInt(^b.I())
				continue
			}
		case bytecode.Not:
			if b := vm.r(base, in.B); b.IsBool() {
				vm.r(base, in.A).SetBoolN(b.Bits() ^ 1)
				continue
			} else if b.IsNone() {
				vm.r(base, in.A).SetBoolN(1)
				continue
			}
		case bytecode.Lt:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				n := uint64(0)
				if b.I() < c.I() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
			if b.IsFloat() && c.IsFloat() {
				n := uint64(0)
				if b.F() < c.F() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
		case bytecode.Le:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				n := uint64(0)
				if b.I() <= c.I() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
			if b.IsFloat() && c.IsFloat() {
				n := uint64(0)
				if b.F() <= c.F() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
		case bytecode.Gt:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				n := uint64(0)
				if b.I() > c.I() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
			if b.IsFloat() && c.IsFloat() {
				n := uint64(0)
				if b.F() > c.F() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
		case bytecode.Ge:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				n := uint64(0)
				if b.I() >= c.I() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
			if b.IsFloat() && c.IsFloat() {
				n := uint64(0)
				if b.F() >= c.F() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
		case bytecode.Eq:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				n := uint64(0)
				if b.I() == c.I() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
			if b.IsFloat() && c.IsFloat() {
				n := uint64(0)
				if b.F() == c.F() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
		case bytecode.Ne:
			b, c := vm.r(base, in.B), vm.r(base, in.C)
			if py.BothInt(b, c) {
				n := uint64(0)
				if b.I() != c.I() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
			if b.IsFloat() && c.IsFloat() {
				n := uint64(0)
				if b.F() != c.F() {
					n = 1
				}
				vm.r(base, in.A).SetBoolN(n)
				continue
			}
		case bytecode.In, bytecode.NotIn:
		case bytecode.Is:
			n := uint64(0)
			if *vm.r(base, in.B) == *vm.r(base, in.C) {
				n = 1
			}
			vm.r(base, in.A).SetBoolN(n)
			continue
		case bytecode.IsNot:
			n := uint64(0)
			if *vm.r(base, in.B) != *vm.r(base, in.C) {
				n = 1
			}
			vm.r(base, in.A).SetBoolN(n)
			continue
		case bytecode.JumpLt:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if a.I() < b.I() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if a.F() < b.F() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNotLt:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if !(a.I() < b.I()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if !(a.F() < b.F()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpLe:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if a.I() <= b.I() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if a.F() <= b.F() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNotLe:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if !(a.I() <= b.I()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if !(a.F() <= b.F()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpGt:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if a.I() > b.I() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if a.F() > b.F() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNotGt:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if !(a.I() > b.I()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if !(a.F() > b.F()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpGe:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if a.I() >= b.I() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if a.F() >= b.F() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNotGe:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if !(a.I() >= b.I()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if !(a.F() >= b.F()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpEq:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if a.I() == b.I() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if a.F() == b.F() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if py.IsStr(*a) && py.IsStr(*b) {
				if x, y := (*py.Str)(a.Ptr()), (*py.Str)(b.Ptr()); x == y {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
					continue
				} else if x.NBytes() != y.NBytes() || x.NBytes() == 1 {
					continue
				}
			}
		case bytecode.JumpNotEq:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if !(a.I() == b.I()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if !(a.F() == b.F()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if py.IsStr(*a) && py.IsStr(*b) {
				if x, y := (*py.Str)(a.Ptr()), (*py.Str)(b.Ptr()); x == y {
					continue
				} else if x.NBytes() != y.NBytes() || x.NBytes() == 1 {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
					continue
				}
			}
		case bytecode.JumpNe:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if a.I() != b.I() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if a.F() != b.F() {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if py.IsStr(*a) && py.IsStr(*b) {
				if x, y := (*py.Str)(a.Ptr()), (*py.Str)(b.Ptr()); x == y {
					continue
				} else if x.NBytes() != y.NBytes() || x.NBytes() == 1 {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
					continue
				}
			}
		case bytecode.JumpNotNe:
			a, b := vm.r(base, in.A), vm.r(base, in.B)
			if py.BothInt(a, b) {
				if !(a.I() != b.I()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() && b.IsFloat() {
				if !(a.F() != b.F()) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if py.IsStr(*a) && py.IsStr(*b) {
				if x, y := (*py.Str)(a.Ptr()), (*py.Str)(b.Ptr()); x == y {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
					continue
				} else if x.NBytes() != y.NBytes() || x.NBytes() == 1 {
					continue
				}
			}
		case bytecode.JumpIn, bytecode.JumpNotIn:
		case bytecode.JumpIs:
			if *vm.r(base, in.A) == *vm.r(base, in.B) {
				pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
				if budget--; budget < 0 {
					goto slice
				}
			}
			continue
		case bytecode.JumpIsNot:
			if *vm.r(base, in.A) != *vm.r(base, in.B) {
				pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
				if budget--; budget < 0 {
					goto slice
				}
			}
			continue
		case bytecode.JumpLtI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if a.I() < y {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() {
				if a.F() < float64(y) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNotLtI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if !(a.I() < y) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() {
				if !(a.F() < float64(y)) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpLeI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if a.I() <= y {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() {
				if a.F() <= float64(y) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNotLeI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if !(a.I() <= y) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() {
				if !(a.F() <= float64(y)) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpGtI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if a.I() > y {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() {
				if a.F() > float64(y) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNotGtI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if !(a.I() > y) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() {
				if !(a.F() > float64(y)) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpGeI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if a.I() >= y {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() {
				if a.F() >= float64(y) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNotGeI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if !(a.I() >= y) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
			if a.IsFloat() {
				if !(a.F() >= float64(y)) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpEqI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if a.I() == y {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNotEqI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if !(a.I() == y) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNeI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if a.I() != y {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.JumpNotNeI:
			a, y := vm.r(base, in.A), int64(int16(in.B))
			if a.IsInt() {
				if !(a.I() != y) {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			}
		case bytecode.Jump:
			pc = unsafe.Add(pc, int(int32(uint32(in.B)|uint32(in.C)<<16))*int(instrSize))
			if budget--; budget < 0 {
				goto slice
			}
			continue
		case bytecode.JumpIfTrue:
			if a := vm.r(base, in.A); a.IsBool() || a.IsInt() {
				if a.Bits() != 0 {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			} else if a.IsNone() {
				continue
			}
		case bytecode.JumpIfFalse:
			if a := vm.r(base, in.A); a.IsBool() || a.IsInt() {
				if a.Bits() == 0 {
					pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
					if budget--; budget < 0 {
						goto slice
					}
				}
				continue
			} else if a.IsNone() {
				pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
				continue
			}
		case bytecode.JumpIfNone:
			if vm.r(base, in.A).IsNone() {
				pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
				if budget--; budget < 0 {
					goto slice
				}
			}
			continue
		case bytecode.JumpIfNotNone:
			if !vm.r(base, in.A).IsNone() {
				pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
				if budget--; budget < 0 {
					goto slice
				}
			}
			continue

		case bytecode.LoadAttr:
			o, s := vm.r(base, in.B), code.site(in.C)
			if h := o.Shape(); h == s.shape && h.Version == s.version {
				if v := (*py.Value)(unsafe.Add(o.Ptr(), s.off)); v.Bound() {
					*vm.r(base, in.A) = *v
					continue
				}
			}
		case bytecode.StoreAttr:
			o, s := vm.r(base, in.A), code.site(in.C)
			if h := o.Shape(); h == s.shape && h.Version == s.version {
				if s.next == nil {
					(*py.Value)(unsafe.Add(o.Ptr(), s.off)).Assign(vm.r(base, in.B))
					continue
				}
				py.AddSlot(o.Ptr(), s.next, s.off, *vm.r(base, in.B))
				continue
			}
		case bytecode.LoadItem:
			o, i := vm.r(base, in.B), vm.r(base, in.C)
			if i.IsInt() {
				if py.IsList(*o) {
					a := (*py.List)(o.Ptr()).A
					n := i.I()
					if n < 0 {
						n += int64(len(a))
					}
					if uint64(n) < uint64(len(a)) {
						*vm.r(base, in.A) = a[n]
						continue
					}
				} else if py.IsTuple(*o) {
					x := (*py.Tuple)(o.Ptr())
					n := i.I()
					if n < 0 {
						n += int64(x.Len())
					}
					if uint64(n) < uint64(x.Len()) {
						*vm.r(base, in.A) = x.At(int(n))
						continue
					}
				} else if py.IsStr(*o) {
					s := (*py.Str)(o.Ptr())
					n := i.I()
					if n < 0 {
						n += int64(s.NBytes())
					}
					if uint64(n) < uint64(s.NBytes()) && s.ASCII() {
						vm.r(base, in.A).SetLatin1(s.ByteAt(int(n)))
						continue
					}
				} else if py.IsByteArray(*o) {
					a := (*py.ByteArray)(o.Ptr()).B
					if n := i.Bits(); n < uint64(len(a)) {
						vm.r(base, in.A).SetInt(int64(a[n]))
						continue
					}
				} else if py.IsBytes(*o) {
					a := (*py.Bytes)(o.Ptr()).B
					if n := i.Bits(); n < uint64(len(a)) {
						vm.r(base, in.A).SetInt(int64(a[n]))
						continue
					}
				}
			}
			if py.IsDict(*o) {
				pc, base, code, fp, budget = vm.dictGet(in, pc, base, code, fp, budget)
				if code == nil {
					return
				}
				continue
			}
		case bytecode.StoreItem:
			o, i := vm.r(base, in.A), vm.r(base, in.B)
			if i.IsInt() {
				if py.IsList(*o) {
					a := (*py.List)(o.Ptr()).A
					n := i.I()
					if n < 0 {
						n += int64(len(a))
					}
					if uint64(n) < uint64(len(a)) {
						a[n].Assign(vm.r(base, in.C))
						continue
					}
				} else if py.IsByteArray(*o) {
					a := (*py.ByteArray)(o.Ptr()).B
					v := vm.r(base, in.C)
					if n := i.Bits(); n < uint64(len(a)) && v.IsInt() && v.Bits() < 256 {
						a[n] = byte(v.Bits())
						continue
					}
				}
			}
			if py.IsDict(*o) {
				pc, base, code, fp, budget = vm.dictSet(in, pc, base, code, fp, budget)
				if code == nil {
					return
				}
				continue
			}
		case bytecode.LoadItemI:
			o := vm.r(base, in.B)
			n := int(int16(in.C))
			if py.IsList(*o) {
				a := (*py.List)(o.Ptr()).A
				if n < 0 {
					n += len(a)
				}
				if uint(n) < uint(len(a)) {
					*vm.r(base, in.A) = a[n]
					continue
				}
			} else if py.IsTuple(*o) {
				x := (*py.Tuple)(o.Ptr())
				if n < 0 {
					n += x.Len()
				}
				if uint(n) < uint(x.Len()) {
					*vm.r(base, in.A) = x.At(n)
					continue
				}
			}

		case bytecode.Call:
			w := vm.r(base, in.B)
			if w.ShapeIs(&functionShape) {
				co := (*Function)(w.Ptr()).code
				if co.simple == int32(in.C) {
					if nb := uintptr(base) + uintptr(in.B) + valueSize; uintptr(fp) < vm.frend && nb+co.frame <= vm.limit {
						fr := (*Frame)(fp)
						fp = unsafe.Add(fp, frameSize)
						if fr.code != code {
							fr.code = code
						}
						fr.pc = uint32(uintptr(pc) - uintptr(code.pc0))
						fr.base = uint32(uintptr(base) - uintptr(vm.stack0))
						fr.dst = uint32(in.A)
						base = unsafe.Add(base, uintptr(in.B)+valueSize)
						code = co
						pc = co.entry
						if budget--; budget < 0 {
							goto slice
						}
						continue
					}
				}
			} else if py.IsClass(w) {
				pc, base, code, fp, budget = vm.callClass(in, pc, base, code, fp, budget)
				if code == nil {
					return
				}
				continue
			} else {
				pc, base, code, fp, budget = vm.callNative(in, pc, base, code, fp, budget)
				if code == nil {
					return
				}
				continue
			}
		case bytecode.CallMethod:
			o, s := vm.r(base, in.B+uint16(valueSize)), code.site(in.C)
			if h := o.Shape(); h == s.shape && h.Version == s.version {
				if co := s.code; co != nil {
					if co.simple == s.nargs+1 {
						if nb := uintptr(base) + uintptr(in.B) + valueSize; uintptr(fp) < vm.frend && nb+co.frame <= vm.limit {
							vm.r(base, in.B).SetPtr(s.fn)
							fr := (*Frame)(fp)
							fp = unsafe.Add(fp, frameSize)
							if fr.code != code {
								fr.code = code
							}
							fr.pc = uint32(uintptr(pc) - uintptr(code.pc0))
							fr.base = uint32(uintptr(base) - uintptr(vm.stack0))
							fr.dst = uint32(in.A)
							base = unsafe.Add(base, uintptr(in.B)+valueSize)
							code = co
							pc = co.entry
							if budget--; budget < 0 {
								goto slice
							}
							continue
						}
					}
				} else {
					pc, base, code, fp, budget = vm.callNativeMethod(in, pc, base, code, fp, budget)
					if code == nil {
						return
					}
					continue
				}
			}
		case bytecode.Return:
			v := *vm.r(base, in.A)
			fp = unsafe.Add(fp, -int(frameSize))
			fr := (*Frame)(fp)
			code = fr.code
			if code == nil {
				vm.finish(v, fp, budget)
				return
			}
			base = unsafe.Add(vm.stack0, uintptr(fr.base))
			pc = unsafe.Add(code.pc0, uintptr(fr.pc))
			if fr.dst&kindMask != 0 {
				pc, base, code, fp, budget = vm.returned(v, pc, base, code, fp, budget)
				if code == nil {
					return
				}
				continue
			}
			*(*py.Value)(unsafe.Add(base, uintptr(fr.dst))) = v
			continue
		case bytecode.ReturnNone:
			fp = unsafe.Add(fp, -int(frameSize))
			fr := (*Frame)(fp)
			code = fr.code
			if code == nil {
				vm.finish(py.None, fp, budget)
				return
			}
			base = unsafe.Add(vm.stack0, uintptr(fr.base))
			pc = unsafe.Add(code.pc0, uintptr(fr.pc))
			if fr.dst&kindMask != 0 {
				pc, base, code, fp, budget = vm.returned(py.None, pc, base, code, fp, budget)
				if code == nil {
					return
				}
				continue
			}
			*(*py.Value)(unsafe.Add(base, uintptr(fr.dst))) = py.None
			continue

		case bytecode.GetIter:
		case bytecode.ForIter:
			it := (*[3]py.Value)(unsafe.Pointer(vm.r(base, in.B)))
			switch it[0].Ptr() {
			case unsafe.Pointer(&tagRangeIter):
				if it[1].Bits() == 0 {
					continue
				}
				it[1].IncN(-1)
				x := it[0].I()
				it[0].IncN(it[2].I())
				vm.r(base, in.A).SetInt(x)
			case unsafe.Pointer(&tagListIter):
				a := (*py.List)(it[1].Ptr()).A
				i := it[0].Bits()
				if i >= uint64(len(a)) {
					it[0].SetN(1<<63 - 1) // exhausted for good, even if the list grows
					continue
				}
				it[0].IncN(1)
				*vm.r(base, in.A) = a[i]
			case unsafe.Pointer(&tagTupleIter):
				x := (*py.Tuple)(it[1].Ptr())
				i := it[0].Bits()
				if i >= uint64(x.Len()) {
					continue
				}
				it[0].IncN(1)
				*vm.r(base, in.A) = x.At(int(i))
			case unsafe.Pointer(&tagASCIIIter):
				s := (*py.Str)(it[1].Ptr())
				i := it[0].Bits()
				if i >= uint64(s.NBytes()) {
					continue
				}
				it[0].IncN(1)
				vm.r(base, in.A).SetLatin1(s.ByteAt(int(i)))
			default:
				pc, base, code, fp, budget = vm.forIter(in, pc, base, code, fp, budget)
				if code == nil {
					return
				}
				continue
			}
			pc = unsafe.Add(pc, int(int16(in.C))*int(instrSize))
			if budget--; budget < 0 {
				goto slice
			}
			continue
		case bytecode.Yield:
			pc, base, code, fp, budget = vm.yield(in, pc, base, code, fp, budget)
			if code == nil {
				return
			}
			continue
		case bytecode.BuildTuple, bytecode.BuildList:
		case bytecode.ListAppend:
			l := (*py.List)(vm.r(base, in.A).Ptr())
			if n := len(l.A); n < cap(l.A) {
				l.A = l.A[:n+1]
				l.A[n] = *vm.r(base, in.B)
				continue
			}
		case bytecode.UnpackSequence:
			o := vm.r(base, in.B)
			var a *py.Value
			n := 0
			if py.IsTuple(*o) {
				x := (*py.Tuple)(o.Ptr())
				a, n = x.First(), x.Len()
			} else if py.IsList(*o) {
				l := (*py.List)(o.Ptr())
				a, n = unsafe.SliceData(l.A), len(l.A)
			}
			if n == int(in.C) && n > 0 {
				r := in.A
				for {
					*vm.r(base, r) = *a
					if n--; n == 0 {
						break
					}
					r += uint16(valueSize)
					a = (*py.Value)(unsafe.Add(unsafe.Pointer(a), valueSize))
				}
				continue
			}
		case bytecode.LoadSlice:
		case bytecode.ToInt:
			if b := vm.r(base, in.B); b.IsInt() {
				vm.r(base, in.A).SetInt(b.I())
				continue
			}
		case bytecode.ToUint:
			if b := vm.r(base, in.B); b.IsInt() && b.I() >= 0 {
				vm.r(base, in.A).SetInt(b.I())
				continue
			}
		case bytecode.Feed:
			c := (*py.Consumer)(vm.r(base, in.A).Ptr())
			if n := len(c.Items); c.Take == nil && n < cap(c.Items) {
				c.Items = c.Items[:n+1]
				c.Items[n] = *vm.r(base, in.B)
				continue
			}
			if *vm.r(base, in.B) == c.Same {
				continue
			}
		// Everything else is done by slow; all 256 numbers are listed so that the jump
		// table needs no bounds check.
		case 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255:
		}
		pc, base, code, fp, budget = vm.slow(in, pc, base, code, fp, budget)
		if code == nil {
			return
		}
		continue
	slice:
		pc, base, code, fp, budget = vm.slice(in, pc, base, code, fp, budget)
		if code == nil {
			return
		}
	}
}
