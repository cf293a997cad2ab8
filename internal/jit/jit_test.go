package jit

import (
	"math"
	"math/bits"
	"math/rand"
	"runtime"
	"testing"
	"unsafe"
)

// interpret runs a program the slow way: what the machine code must agree with.
func interpret(p *Program, w []uint64, budget int64) (int, int64) {
	label := map[int]int{}
	for i, in := range p.Code {
		if in.Op == Label {
			label[in.To] = i
		}
	}
	f := func(v Var) float64 { return math.Float64frombits(w[v]) }
	setF := func(v Var, x float64) { w[v] = math.Float64bits(x) }
	word := func(at int64) *uint64 { return *(**uint64)(unsafe.Pointer(&at)) }
	for pc := 0; ; pc++ {
		in := p.Code[pc]
		a, b := int64(0), in.I
		switch in.Op {
		case Const, Label, Jump, Budget, Exit:
		default:
			a = int64(w[in.A])
			if !in.UseImm {
				b = int64(w[in.B])
			}
		}
		holds := false
		switch in.Op {
		case Check, Branch, Set:
			switch in.Cond {
			case LT, NotGE:
				holds = a < b
			case LE, NotGT:
				holds = a <= b
			case GT, NotLE:
				holds = a > b
			case GE, NotLT:
				holds = a >= b
			case EQ:
				holds = a == b
			case NE:
				holds = a != b
			case ULT:
				holds = uint64(a) < uint64(b)
			case UGE:
				holds = uint64(a) >= uint64(b)
			}
		case CheckF, BranchF, SetF:
			x, y := f(in.A), f(in.B)
			holds = [...]bool{LT: x < y, NotLT: !(x < y), LE: x <= y, NotLE: !(x <= y), GT: x > y, NotGT: !(x > y), GE: x >= y, NotGE: !(x >= y), EQ: x == y, NE: x != y}[in.Cond]
		}
		switch in.Op {
		case Mov:
			w[in.D] = w[in.A]
		case Const:
			w[in.D] = uint64(in.I)
		case Add, Sub, Wrap:
			if in.Op == Sub {
				if r := a - b; (a^b)&(a^r) < 0 {
					return in.Exit, budget
				}
				b = -b
			} else if r := a + b; in.Op == Add && (a^r)&(b^r) < 0 {
				return in.Exit, budget
			}
			w[in.D] = uint64(a + b)
		case Mul:
			hi, lo := bits.Mul64(uint64(a), uint64(b))
			if int64(hi)-(a>>63)&b-(b>>63)&a != int64(lo)>>63 {
				return in.Exit, budget
			}
			w[in.D] = lo
		case FloorDiv, FloorMod:
			q, r := a/b, a%b
			if r < 0 {
				q, r = q-1, r+b
			}
			w[in.D] = uint64(q)
			if in.Op == FloorMod {
				w[in.D] = uint64(r)
			}
		case And:
			w[in.D] = uint64(a & b)
		case Or:
			w[in.D] = uint64(a | b)
		case Xor:
			w[in.D] = uint64(a ^ b)
		case Shl:
			if a<<b>>b != a {
				return in.Exit, budget
			}
			w[in.D] = uint64(a << b)
		case Sar:
			w[in.D] = uint64(a >> min(b, 63))
		case Neg:
			if a == math.MinInt64 {
				return in.Exit, budget
			}
			w[in.D] = uint64(-a)
		case Not:
			w[in.D] = uint64(^a)
		case AddF:
			setF(in.D, f(in.A)+f(in.B))
		case SubF:
			setF(in.D, f(in.A)-f(in.B))
		case MulF:
			setF(in.D, float64(f(in.A)*f(in.B)))
		case DivF:
			if f(in.B) == 0 {
				return in.Exit, budget
			}
			setF(in.D, f(in.A)/f(in.B))
		case NegF:
			setF(in.D, -f(in.A))
		case AbsF:
			setF(in.D, math.Abs(f(in.A)))
		case SqrtF:
			if !(f(in.A) >= 0) {
				return in.Exit, budget
			}
			setF(in.D, math.Sqrt(f(in.A)))
		case ToFloat:
			setF(in.D, float64(a))
		case Trunc:
			x := f(in.A)
			if !(x > -1<<63 && x < 1<<63) {
				return in.Exit, budget
			}
			w[in.D] = uint64(int64(x))
		case Set, SetF:
			w[in.D] = 0
			if holds {
				w[in.D] = 1
			}
		case Load:
			w[in.D] = *word(a + in.I)
		case LoadAt:
			w[in.D] = *word(a + 16*b + in.I)
		case LoadByte:
			w[in.D] = *word(a + b) & 255
		case Store:
			*word(a + in.I) = w[in.D]
		case StoreAt:
			*word(a + 16*b + in.I) = w[in.D]
		case StoreByte:
			x := word(a + b)
			*x = *x&^255 | w[in.D]&255
		case Check, CheckF:
			if !holds {
				return in.Exit, budget
			}
		case CheckWord:
			if *word(a + in.I) != in.Word {
				return in.Exit, budget
			}
		case CheckWordAt:
			if *word(a + 16*b + in.I) != in.Word {
				return in.Exit, budget
			}
		case Jump:
			pc = label[in.To]
		case Branch, BranchF:
			if holds {
				pc = label[in.To]
			}
		case Budget:
			if budget--; budget < 0 {
				return in.Exit, budget
			}
		case Exit:
			return in.Exit, budget
		}
	}
}

var interesting = []int64{0, 1, -1, 2, 3, 7, 62, 63, 64, 255, 1 << 31, 1<<31 - 1, -1 << 31, 1 << 32, 1 << 53, math.MaxInt64, math.MinInt64, 0x7fe5}

// number makes numbers of all sizes and looks: what a processor has room for in an
// instruction differs.
func number(r *rand.Rand) int64 {
	x := int64(r.Uint64()) >> r.Intn(64)
	switch r.Intn(8) {
	case 0, 1, 2:
		return x
	case 3:
		return int64(1+r.Intn(4095)) << (12 * r.Intn(3)) * int64(1-2*r.Intn(2))
	case 4: // a mask
		part := uint64(1)<<r.Intn(64) - 1
		for size := 64; size > 2 && r.Intn(2) == 0; {
			size /= 2
			part &= 1<<size - 1
			part |= part << size
		}
		return int64(bits.RotateLeft64(part, r.Intn(64)))
	}
	return interesting[r.Intn(len(interesting))]
}

func float(r *rand.Rand) float64 {
	switch r.Intn(6) {
	case 0:
		return [...]float64{0, math.Copysign(0, -1), math.Inf(1), math.Inf(-1), math.NaN(), 1}[r.Intn(6)]
	case 1:
		return float64(number(r))
	}
	return r.NormFloat64()
}

// writer writes a random program.
type writer struct {
	*Program
	r            *rand.Rand
	ints, floats int
	base, index  Var
	bias         int64 // what base is less than scratch's address
	labels       int
	open, placed []int // labels: yet to be placed, before this place
}

func (w *writer) i() Var { return Var(w.r.Intn(w.ints)) }
func (w *writer) f() Var { return Var(w.ints + w.r.Intn(w.floats)) }

func (w *writer) emit(in Inst) {
	in.Exit = len(w.Code) + 1
	w.Code = append(w.Code, in)
}

func (w *writer) label(l int) {
	w.emit(Inst{Op: Label, To: l})
	w.placed = append(w.placed, l)
}

// forward returns a new label that is placed later.
func (w *writer) forward() int {
	w.labels++
	w.open = append(w.open, w.labels)
	return w.labels
}

// random makes a program of operations on some variables, with branches and a loop
// around everything. There are more variables than registers in many of them.
func random(r *rand.Rand) *Program {
	w := &writer{Program: &Program{}, r: r, ints: 2 + r.Intn(14), floats: 2 + r.Intn(18)}
	length := 5 + r.Intn(40)
	switch r.Intn(16) {
	case 0:
		w.ints, w.floats, length = 20+r.Intn(30), 20+r.Intn(30), 200+r.Intn(300)
	case 1:
		w.ints, w.floats = 20+r.Intn(30), 20+r.Intn(30)
	case 2: // words far from the first
		w.ints = []int{40, 520, 4200}[r.Intn(3)]
	}
	for range w.ints {
		w.New(Int)
	}
	for range w.floats {
		w.New(Float)
	}
	w.base, w.index = w.New(Int), w.New(Int)
	w.bias = [...]int64{0, 0, 8, -8, 1, -120, 248, 256, -256, 4000, 4095, 32640, 32768, 1 << 20, -1 << 20, 12345678, 1 << 30}[r.Intn(17)]
	w.emit(Inst{Op: Const, D: w.base, I: int64(uintptr(unsafe.Pointer(&scratch))) - w.bias})
	w.label(0)
	for range length {
		w.emit(w.inst())
		if len(w.open) > 0 && r.Intn(3) == 0 {
			w.label(w.open[0])
			w.open = w.open[1:]
		}
	}
	for _, l := range w.open {
		w.label(l)
	}
	w.emit(Inst{Op: Budget})
	w.emit(Inst{Op: Jump, To: 0})
	return w.Program
}

// inst returns an operation on random operands, after writing what it needs.
func (w *writer) inst() Inst {
	r := w.r
	in := Inst{D: w.i(), A: w.i(), B: w.i(), UseImm: r.Intn(2) == 0, I: number(r)}
	switch n := r.Intn(38); n {
	case 0, 1, 2, 3, 4, 5, 6, 7:
		in.Op = [...]Op{Add, Sub, Mul, Wrap, And, Or, Xor, Add}[n]
	case 8, 9:
		in.Op = FloorDiv + Op(n-8)
		if !in.UseImm {
			w.emit(Inst{Op: Check, Cond: GT, A: in.B, UseImm: true})
		} else if in.I <= 0 {
			in.I = 1 + in.I&1023
		}
	case 10, 11:
		in.Op = Shl + Op(n-10)
		in.I &= 127
		if in.Op == Shl {
			in.I = min(in.I&63, 62)
		}
		if !in.UseImm && in.Op == Shl {
			w.emit(Inst{Op: Check, Cond: ULT, A: in.B, UseImm: true, I: 63})
		} else if !in.UseImm {
			w.emit(Inst{Op: Check, Cond: GE, A: in.B, UseImm: true, I: 0})
		}
	case 12, 13:
		in.Op, in.UseImm = Neg+Op(n-12), true
	case 14, 15, 16, 17:
		in.Op, in.D, in.A, in.B, in.UseImm = AddF+Op(n-14), w.f(), w.f(), w.f(), false
	case 18, 19, 20:
		in.Op, in.D, in.A, in.UseImm = NegF+Op(n-18), w.f(), w.f(), true
	case 21:
		in.Op, in.D, in.UseImm = ToFloat, w.f(), true
	case 22:
		in.Op, in.Cond = Set, Cond(r.Intn(12))
	case 23:
		in.Op, in.A, in.B, in.UseImm, in.Cond = SetF, w.f(), w.f(), false, Cond(r.Intn(10))
	case 24, 25, 26, 27, 28, 37:
		w.memory(&in)
	case 29:
		in.Op, in.Cond, in.To = Branch, Cond(r.Intn(12)), w.forward()
	case 30:
		in.Op, in.A, in.B, in.UseImm, in.Cond, in.To = BranchF, w.f(), w.f(), false, Cond(r.Intn(10)), w.forward()
	case 31:
		in.Op = Mov
		if r.Intn(2) == 0 {
			in.D, in.A = w.f(), w.f()
		}
		in.UseImm = true
	case 32:
		in.Op = Const
		if r.Intn(2) == 0 {
			in.D, in.I = w.f(), int64(math.Float64bits(float(r)))
		}
	case 33:
		in.Op, in.Cond = Check, Cond(r.Intn(12))
		if r.Intn(2) == 0 {
			in.Op, in.A, in.B, in.UseImm, in.Cond = CheckF, w.f(), w.f(), false, Cond(r.Intn(10))
		}
		w.skip()
	case 34:
		in.Op, in.A, in.UseImm = Trunc, w.f(), true
	case 35: // a loop, or out of the program
		w.skip()
		in.Op = Exit
		if r.Intn(2) == 0 {
			w.emit(Inst{Op: Budget})
			in.Op, in.Cond, in.To = Branch, Cond(r.Intn(12)), w.placed[r.Intn(len(w.placed))]
		}
	case 36:
		in.Op, in.To = Jump, w.forward()
	}
	return in
}

// skip jumps over the next few operations most of the time.
func (w *writer) skip() {
	if w.r.Intn(3) > 0 {
		w.emit(Inst{Op: Branch, Cond: Cond(w.r.Intn(12)), A: w.i(), B: w.i(), To: w.forward()})
	}
}

// memory makes in an access of the eight pairs of words in scratch. Integers are in
// even words, floats in odd ones: how a NaN looks is not settled.
func (w *writer) memory(in *Inst) {
	r := w.r
	in.A = w.base
	w.emit(Inst{Op: And, D: w.index, A: w.i(), UseImm: true, I: 3})
	pair, half := int64(r.Intn(4)), int64(0)
	switch r.Intn(4) {
	case 0, 1:
		in.Op = [...]Op{Load, Store, LoadAt, StoreAt}[r.Intn(4)]
		if r.Intn(2) == 0 {
			in.D, half = w.f(), 1
		}
	case 2:
		in.Op = [...]Op{CheckWord, CheckWordAt}[r.Intn(2)]
		if pair == 3 {
			w.skip()
			in.Word = uint64(number(r))
		} else if in.Op == CheckWord {
			in.Word = scratch[2*pair]
		} else {
			w.emit(Inst{Op: Const, D: w.index, I: pair})
			in.Word = scratch[4*pair]
		}
	case 3: // integers only, and not beyond the last
		in.Op = [...]Op{LoadByte, StoreByte}[r.Intn(2)]
		in.I = 16*pair + int64(r.Intn(8)) + w.bias
		in.B = w.index
		if !in.UseImm {
			w.emit(Inst{Op: And, D: w.index, A: w.i(), UseImm: true, I: 0x37})
			w.emit(Inst{Op: Wrap, D: w.index, A: w.index, UseImm: true, I: w.bias})
		}
		return
	}
	in.I = 16*pair + 8*half + w.bias
	switch in.Op {
	case Load, Store, CheckWord:
		in.UseImm = true
	default:
		in.UseImm, in.B = false, w.index
	}
}

// scratch is what the programs load and store: memory that does not move.
var scratch [16]uint64

// trial is a random program with what it starts from.
type trial struct {
	*Program
	seed   int
	words  []uint64
	memory [len(scratch)]uint64
}

func newTrial(seed int) *trial {
	r := rand.New(rand.NewSource(int64(seed)))
	tr := &trial{seed: seed}
	for i := range tr.memory {
		tr.memory[i] = uint64(number(r))
	}
	scratch = tr.memory
	tr.Program = random(r)
	tr.words = make([]uint64, tr.NumVars())
	for v := range tr.words {
		tr.words[v] = uint64(number(r))
		if tr.Kind(Var(v)) == Float {
			tr.words[v] = math.Float64bits(float(r))
		}
	}
	return tr
}

// run runs the program both ways and says whether it used up its budget.
func (tr *trial) run(t *testing.T, f Func) bool {
	t.Helper()
	words, mine := append([]uint64(nil), tr.words...), append([]uint64(nil), tr.words...)
	scratch = tr.memory
	exit, left := f.Run(words, 20)
	after := scratch
	scratch = tr.memory
	wantExit, wantLeft := interpret(tr.Program, mine, 20)
	if exit != wantExit || left != wantLeft {
		t.Fatalf("seed %d: exit %d with %d rounds left, want %d with %d", tr.seed, exit, left, wantExit, wantLeft)
	}
	for v := range words {
		if !same(words[v], mine[v], tr.Kind(Var(v))) {
			t.Fatalf("seed %d: variable %d is %x, want %x", tr.seed, v, words[v], mine[v])
		}
	}
	for i := range scratch {
		if !same(after[i], scratch[i], Float) {
			t.Fatalf("seed %d: word %d is %x, want %x", tr.seed, i, after[i], scratch[i])
		}
	}
	return left < 0
}

// TestRandomPrograms runs random programs both ways.
func TestRandomPrograms(t *testing.T) {
	rounds := 20000
	if testing.Short() {
		rounds = 4000
	}
	var exits [2]int
	for seed := range rounds {
		tr := newTrial(seed)
		var arena Arena
		f, err := arena.Compile(tr.Program)
		if err == ErrUnsupported {
			t.Skip(err)
		} else if err != nil {
			t.Fatal(err)
		}
		if tr.run(t, f) {
			exits[0]++
		} else {
			exits[1]++
		}
		runtime.KeepAlive(&arena)
	}
	if exits[0] < rounds/20 || exits[1] < rounds/20 {
		t.Errorf("%d programs used up their budget, %d left by a check: not much of a test", exits[0], exits[1])
	}
}

// TestArena fills an arena and runs what is in it, between compiling and at the end.
func TestArena(t *testing.T) {
	var arena Arena
	var trials []*trial
	var funcs []Func
	for seed := 0; ; seed++ {
		tr := newTrial(seed)
		f, err := arena.Compile(tr.Program)
		if err == ErrUnsupported {
			t.Skip(err)
		} else if err == ErrFull {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		trials, funcs = append(trials, tr), append(funcs, f)
		tr.run(t, f)
		trials[seed/2].run(t, funcs[seed/2])
	}
	if len(trials) < 20 {
		t.Errorf("room for %d programs only", len(trials))
	}
	for i, tr := range trials {
		tr.run(t, funcs[i])
	}
	runtime.KeepAlive(&arena)
}

// TestLong compiles a program beyond the reach of the processor's jumps.
func TestLong(t *testing.T) {
	p := &Program{}
	v := p.New(Int)
	p.Code = append(p.Code, Inst{Op: Label})
	for range 200000 {
		p.Code = append(p.Code, Inst{Op: Add, D: v, A: v, UseImm: true, I: 1, Exit: 1})
	}
	p.Code = append(p.Code, Inst{Op: Branch, A: v, B: v})
	var arena Arena
	if _, err := arena.Compile(p); err == ErrUnsupported {
		t.Skip(err)
	} else if err != ErrFull {
		t.Errorf("error %v, want %v", err, ErrFull)
	}
}

// same compares words; the sign and payload of a NaN are the processor's business.
func same(a, b uint64, k Kind) bool {
	return a == b || k == Float && math.IsNaN(math.Float64frombits(a)) && math.IsNaN(math.Float64frombits(b))
}
