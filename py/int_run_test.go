package py

import (
	"math/big"
	"math/rand/v2"
	"testing"
)

// randomInt returns an int of up to about bits bits, often next to a power of two.
func randomInt(r *rand.Rand, most int) *big.Int {
	n := r.IntN(most)
	z := new(big.Int).Lsh(big.NewInt(1), uint(n))
	switch r.IntN(4) {
	case 0:
		z.Sub(z, big.NewInt(int64(r.IntN(3))))
	case 1:
		z.Add(z, big.NewInt(int64(r.IntN(3))))
	default:
		low := new(big.Int)
		for range n/64 + 1 {
			low.Lsh(low, 64).Or(low, new(big.Int).SetUint64(r.Uint64()))
		}
		z = low.Mod(low, z)
	}
	if r.IntN(2) == 0 {
		z.Neg(z)
	}
	return z
}

// bigResult is x op y as Python defines it; nil where it is an exception.
func bigResult(op BinOp, x, y *big.Int) *big.Int {
	z := new(big.Int)
	switch op {
	case OpFloorDiv, OpMod:
		if y.Sign() == 0 {
			return nil
		}
		m := new(big.Int)
		z.DivMod(x, y, m) // Euclid's: the rest is not negative
		if m.Sign() != 0 && y.Sign() < 0 {
			m.Add(m, y)
			z.Sub(z, big.NewInt(1))
		}
		if op == OpMod {
			return m
		}
		return z
	case OpLShift, OpRShift:
		if y.Sign() < 0 || op == OpLShift && (!y.IsInt64() || y.Int64() > longBits) {
			return nil
		}
		if op == OpLShift {
			return z.Lsh(x, uint(y.Int64()))
		}
		if !y.IsInt64() {
			y = big.NewInt(longBits)
		}
		return z.Rsh(x, uint(min(y.Int64(), longBits)))
	}
	plainBig(z, op, x, y)
	return z
}

// TestBigRun compares operations on registers, some of which share numbers, with
// package big, at once and after a flush.
func TestBigRun(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	ops := []BinOp{OpAdd, OpSub, OpMul, OpFloorDiv, OpMod, OpLShift, OpRShift, OpAnd, OpOr, OpXor}
	var s BigRun
	value := func(v *Value) *big.Int {
		if IsHeld(v) {
			return new(big.Int).Set(s.wide(v, 0))
		}
		return AsBig(*v)
	}
	for round := range 3000 {
		var regs [12]Value
		var want [12]*big.Int
		most := []int{66, 130, 300, 5000}[round%4]
		for i := range regs {
			want[i] = randomInt(r, most)
			regs[i] = NewBig(new(big.Int).Set(want[i]))
		}
		for range 40 {
			d, b, c := r.IntN(len(regs)), r.IntN(len(regs)), r.IntN(len(regs))
			switch k := r.IntN(20); {
			case k == 0:
				s.Move(&regs[d], &regs[b])
				want[d] = want[b]
			case k == 1:
				s.Settle(&regs[d])
				if IsHeld(&regs[d]) {
					t.Fatal("still held")
				}
			case k == 2:
				if s.Unary(OpNeg, &regs[d], &regs[b], false) {
					want[d] = new(big.Int).Neg(want[b])
				}
			case k == 3:
				if s.Unary(OpInvert, &regs[d], &regs[b], false) {
					want[d] = new(big.Int).Not(want[b])
				}
			case k == 4:
				if got, ok := s.Compare(&regs[b], &regs[c]); !ok || got != want[b].Cmp(want[c]) {
					t.Fatalf("compare %v %v: %v %v", want[b], want[c], got, ok)
				}
			case k == 5:
				s.Flush()
			default:
				op := ops[r.IntN(len(ops))]
				cv, cw := &regs[c], want[c]
				if op == OpLShift || op == OpRShift {
					n := Int(int64(r.IntN(200)))
					cv, cw = &n, big.NewInt(n.I())
				}
				lastB := r.IntN(4) == 0 && b != d && cv != &regs[b]
				w := bigResult(op, want[b], cw)
				if w != nil && w.BitLen() > 1<<15 || !s.Binary(op, &regs[d], &regs[b], cv, lastB, false) {
					continue
				}
				if w == nil {
					t.Fatalf("%v %v %v is no exception", want[b], op, cw)
				}
				if IsHeld(&regs[b]) && lastB {
					t.Fatal("not given up")
				}
				if lastB {
					want[b] = value(&regs[b])
				}
				want[d] = w
				if got := value(&regs[d]); got.Cmp(w) != 0 {
					t.Fatalf("op %v: %v, want %v", op, got, w)
				}
			}
			if r.IntN(8) == 0 {
				for i := range regs {
					if got := value(&regs[i]); got.Cmp(want[i]) != 0 {
						t.Fatalf("register %d: %v, want %v", i, got, want[i])
					}
				}
			}
		}
		s.Flush()
		if s.Holds() {
			t.Fatal("holds numbers after a flush")
		}
		for i := range regs {
			if got := AsBig(regs[i]); IsHeld(&regs[i]) || got.Cmp(want[i]) != 0 || got.IsInt64() != regs[i].IsInt() {
				t.Fatalf("register %d: %v, want %v", i, got, want[i])
			}
		}
	}
}

// TestQuickBig compares operations outside runs with package big.
func TestQuickBig(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	th := &Thread{}
	for range 100000 {
		x, y := randomInt(r, 400), randomInt(r, []int{60, 129, 400, 3000}[r.IntN(4)])
		a, b := NewBig(x), NewBig(y)
		op := []BinOp{OpAdd, OpSub, OpMul, OpFloorDiv, OpMod, OpLShift, OpRShift, OpAnd, OpOr, OpXor}[r.IntN(10)]
		v, ok := th.quickBig(op, a, b)
		if !ok {
			continue
		}
		want := bigResult(op, x, y)
		if want == nil || AsBig(v).Cmp(want) != 0 || want.IsInt64() != v.IsInt() {
			t.Fatalf("%v op %v %v: %v, want %v", x, op, y, AsBig(v), want)
		}
	}
}
