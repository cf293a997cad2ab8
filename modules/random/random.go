// Package random is Python's random module: the Mersenne Twister with CPython's
// sequences for the same seeds, and SystemRandom. An unseeded generator takes its
// seed from the interpreter's source of randomness when it is first used.
package random

import (
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// Module is the module's table; Init adds the methods of a hidden Random as functions.
var Module = &py.Module{
	Name: "random",
	Doc:  "Random numbers, not for secrets: see module secrets.",
	Table: func() py.Members {
		return py.Members{
			py.Class(randomType),
			py.Class(systemRandomType),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		inst := py.Object(newRNG(randomType))
		m.Dict.SetItem("_inst", inst)
		all := []py.Value{py.NewStr("Random"), py.NewStr("SystemRandom")}
		for _, name := range [...]string{"betavariate", "binomialvariate", "choice", "choices", "expovariate", "gammavariate", "gauss",
			"getrandbits", "getstate", "lognormvariate", "normalvariate", "paretovariate", "randbytes", "randint", "random",
			"randrange", "sample", "seed", "setstate", "shuffle", "triangular", "uniform", "vonmisesvariate", "weibullvariate"} {
			f, err := py.GetAttr(t, inst, py.Name(name))
			if err != nil {
				return err
			}
			m.Dict.SetItem(name, f)
			all = append(all, py.NewStr(name))
		}
		m.Dict.SetItem("__all__", py.NewList(all).Value())
		return nil
	},
}

// rng is a Random or SystemRandom.
type rng struct {
	py.Head
	mt     twister
	seeded bool
	system bool
	gauss  float64 // gauss_next, if there is one
	spare  bool
	attrs  *py.Dict
}

func members() py.Members {
	return py.Members{
		method("betavariate(alpha, beta)", (*rng).betavariate),
		method("binomialvariate(n=1, p=0.5)", (*rng).binomialvariate),
		method("choice(seq)", (*rng).choice).Leaf(leafChoice),
		method("choices(population, weights=None, *, cum_weights=None, k=1)", (*rng).choices),
		method("expovariate(lambd=1.0)", (*rng).expovariate),
		method("gammavariate(alpha, beta)", (*rng).gammavariate),
		method("gauss(mu=0.0, sigma=1.0)", (*rng).gauss_),
		method("getstate()", (*rng).getstate),
		method("lognormvariate(mu, sigma)", (*rng).lognormvariate),
		method("normalvariate(mu=0.0, sigma=1.0)", (*rng).normalvariate),
		method("paretovariate(alpha)", (*rng).paretovariate),
		method("randbytes(n)", (*rng).randbytes),
		method("randint(a, b)", (*rng).randint).Leaf(leafRandint),
		method("randrange(start, stop=None, step=1)", (*rng).randrange).Leaf(leafRandrange),
		method("sample(population, k, *, counts=None)", (*rng).sample),
		method("seed(a=None, version=2)", (*rng).seed),
		method("setstate(state)", (*rng).setstate),
		method("shuffle(x)", (*rng).shuffle),
		method("triangular(low=0.0, high=1.0, mode=None)", (*rng).triangular),
		method("uniform(a, b)", (*rng).uniform).Leaf(leafUniform),
		method("vonmisesvariate(mu, kappa)", (*rng).vonmisesvariate),
		method("weibullvariate(alpha, beta)", (*rng).weibullvariate),
		py.Method("getrandbits(k, /)", (*rng).getrandbits).Leaf(leafGetrandbits),
		py.Method("random()", (*rng).random).Leaf(leafRandom),
		py.Method("__getstate__()", (*rng).getstate),
		py.Method("__reduce__()", (*rng).__reduce__),
		py.Method("__setstate__(state, /)", (*rng).setstate),
		py.Const("VERSION", py.Int(3)),
		py.GetSet("gauss_next", gaussNext, setGaussNext),
	}
}

// newRNG returns a generator that is not seeded yet.
func newRNG(cls *py.Type) *rng {
	return &rng{Head: cls.Root()}
}

// __reduce__ is what copy and pickle ask: the class, and the state to set.
func (r *rng) __reduce__(t *py.Thread, a *py.Args) (py.Value, error) {
	state, err := py.CallMethod(t, a.Self, nameGetstate.Str())
	if err != nil {
		return py.Nil, err
	}
	return py.NewTuple(a.Self.Type().Value(), py.NewTuple(), state), nil
}

func gaussNext(t *py.Thread, v py.Value) (py.Value, error) {
	r := py.As[rng](v)
	if !r.spare {
		return py.None, nil
	}
	return py.Float(r.gauss), nil
}

func setGaussNext(t *py.Thread, v, to py.Value) error {
	r := py.As[rng](v)
	if !to.Bound() || to.IsNone() {
		r.spare = false
		return nil
	}
	f, err := py.AsFloat(t, to)
	r.gauss, r.spare = f, err == nil
	return err
}

// method is a row whose argument errors are those of CPython's method in Python. Inlined it
// would be 4 KB more.
//
//go:noinline
func method(sig string, fn func(r *rng, t *py.Thread, a *py.Args) (py.Value, error)) py.Member {
	return py.PyMethod("Random", sig, func(t *py.Thread, a *py.Args) (py.Value, error) {
		return fn(py.As[rng](a.Self), t, a)
	})
}

var randomType = py.LazyType("Random", randomSpec)

func randomSpec() py.TypeSpec {
	return py.TypeSpec{
		Module:     "random",
		Doc:        "A generator of random numbers with a state of its own.",
		DictOffset: unsafe.Offsetof(rng{}.attrs),
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
				return py.Object(newRNG(cls)), nil
			},
			Init: randomInit,
		},
		Table: members,
	}
}

var systemRandomType = py.LazyType("SystemRandom", systemRandomSpec)

func systemRandomSpec() py.TypeSpec {
	return py.TypeSpec{
		Module:     "random",
		Base:       randomType,
		Doc:        "Random numbers from the source that secrets uses; seeding does nothing.",
		DictOffset: unsafe.Offsetof(rng{}.attrs),
		Slots: py.Slots{
			New: func(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
				r := newRNG(cls)
				r.system = true
				return py.Object(r), nil
			},
		},
	}
}

var (
	nameSeed        = py.LateName{Text: "seed"}
	nameRandom      = py.LateName{Text: "random"}
	nameGetrandbits = py.LateName{Text: "getrandbits"}
	nameGetstate    = py.LateName{Text: "getstate"}
)

func randomInit(t *py.Thread, self py.Value, args []py.Value, kw []*py.Str) error {
	if len(kw) > 0 && kw[0].String() != "x" {
		return py.Raise(py.TypeError, "Random.__init__() got an unexpected keyword argument '%s'", kw[0])
	}
	if len(args) > 1 {
		return py.Raise(py.TypeError, "Random.__init__() takes from 1 to 2 positional arguments but %d were given", len(args)+1)
	}
	seed := py.None
	if len(args) == 1 {
		seed = args[0]
	}
	r := py.As[rng](self)
	r.spare = false
	if self.Type().Flags&py.Heap != 0 {
		_, err := py.CallMethod(t, self, nameSeed.Str(), seed)
		return err
	}
	return r.seedWith(t, seed, 2)
}

// own reports whether a class written in Python replaces a method.
func own(self py.Value, name *py.Str) bool {
	c := self.Type()
	if c.Flags&py.Heap == 0 {
		return false
	}
	_, where := c.LookupWhere(name)
	return where.Flags&py.Heap != 0
}

// entropy fills b from the interpreter's source of randomness.
func entropy(t *py.Thread, b []byte) error {
	src := t.Interp.Random
	if src == nil {
		return py.Raise(py.NotImplementedError, "no source of randomness")
	}
	for n := 0; n < len(b); {
		k, err := src.Read(b[n:])
		if n += k; err != nil && n < len(b) {
			return py.FromGo(err)
		}
	}
	return nil
}

// ready seeds a generator that was not seeded.
func (r *rng) ready(t *py.Thread) error {
	if r.seeded || r.system {
		return nil
	}
	return r.seedWith(t, py.None, 2)
}

// float is self.random().
func (r *rng) float(t *py.Thread) (float64, error) {
	if self := py.Object(r); own(self, nameRandom.Str()) {
		v, err := py.CallMethod(t, self, nameRandom.Str())
		if err != nil {
			return 0, err
		}
		return py.AsFloat(t, v)
	}
	return r.nextFloat(t)
}

func (r *rng) nextFloat(t *py.Thread) (float64, error) {
	if r.system {
		var b [7]byte
		err := entropy(t, b[:])
		n := uint64(0)
		for _, c := range b {
			n = n<<8 | uint64(c)
		}
		return float64(n>>3) / (1 << 53), err
	}
	if err := r.ready(t); err != nil {
		return 0, err
	}
	return r.mt.float(), nil
}

func (r *rng) random(t *py.Thread, a *py.Args) (py.Value, error) {
	f, err := r.nextFloat(t)
	return py.Float(f), err
}

func (r *rng) getrandbits(t *py.Thread, a *py.Args) (py.Value, error) {
	k, err := py.Index(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if k.IsInt() && k.I() < 0 || !k.IsInt() && py.AsBig(k).Sign() < 0 {
		return py.Nil, py.Raise(py.ValueError, "number of bits must be non-negative")
	}
	if !k.IsInt() || k.I() > 1<<31-1 {
		return py.Nil, py.Raise(py.OverflowError, "Python int too large to convert to C int")
	}
	return r.bits(t, int(k.I()))
}

// bits returns an int of k random bits.
func (r *rng) bits(t *py.Thread, k int) (py.Value, error) {
	if k <= 64 && !r.system {
		n, err := r.bits64(t, k)
		return py.NewUint(n), err
	}
	b, err := r.bytes(t, (k+7)/8, k)
	if err != nil {
		return py.Nil, err
	}
	return py.GetInt(b, true, false), nil
}

// bits64 is bits for k up to 64, of a Mersenne Twister.
func (r *rng) bits64(t *py.Thread, k int) (uint64, error) {
	if k == 0 {
		return 0, nil
	}
	if err := r.ready(t); err != nil {
		return 0, err
	}
	if k <= 32 {
		return uint64(r.mt.next() >> (32 - k)), nil
	}
	lo := uint64(r.mt.next())
	return lo | uint64(r.mt.next()>>(64-k))<<32, nil
}

// bytes returns n bytes, little-endian, of which k bits are random.
func (r *rng) bytes(t *py.Thread, n, k int) ([]byte, error) {
	if err := t.Alloc(n); err != nil {
		return nil, err
	}
	if err := r.ready(t); err != nil {
		return nil, err
	}
	if r.system {
		b := make([]byte, n)
		if err := entropy(t, b); err != nil {
			return nil, err
		}
		if k%8 != 0 {
			b[n-1] >>= 8 - k%8
		}
		return b, nil
	}
	b := make([]byte, (n+3)&^3)
	for i := 0; i < len(b); i += 4 {
		w := r.mt.next()
		if left := k - 8*i; left < 32 {
			w >>= 32 - left
		}
		b[i], b[i+1], b[i+2], b[i+3] = byte(w), byte(w>>8), byte(w>>16), byte(w>>24)
		if i&0xFFFF == 0 {
			if err := t.Step(100); err != nil {
				return nil, err
			}
		}
	}
	return b[:n], nil
}

func (r *rng) randbytes(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if n < 0 {
		if r.system {
			return py.Nil, py.Raise(py.ValueError, "negative argument not allowed")
		}
		return py.Nil, py.Raise(py.ValueError, "number of bits must be non-negative")
	}
	if n > 1<<31-1 {
		return py.Nil, py.Raise(py.OverflowError, "Python int too large to convert to C int")
	}
	b, err := r.bytes(t, n, 8*n)
	if err != nil {
		return py.Nil, err
	}
	return py.NewBytes(b), nil
}

// below returns a number from 0 up to n, which is positive.
func (r *rng) below(t *py.Thread, n py.Value) (py.Value, error) {
	self := py.Object(r)
	if own(self, nameRandom.Str()) && !own(self, nameGetrandbits.Str()) {
		return r.belowByFloat(t, n)
	}
	overridden := own(self, nameGetrandbits.Str())
	k := py.IntBitLen(n)
	if n.IsInt() && !overridden && !r.system {
		limit := uint64(n.I())
		for {
			x, err := r.bits64(t, k)
			if err != nil {
				return py.Nil, err
			}
			if x < limit {
				return py.Int(int64(x)), nil
			}
		}
	}
	for {
		var x py.Value
		var err error
		if overridden {
			x, err = py.CallMethod(t, self, nameGetrandbits.Str(), py.Int(int64(k)))
		} else {
			x, err = r.bits(t, k)
		}
		if err != nil {
			return py.Nil, err
		}
		less, err := py.CompareBool(t, py.OpLt, x, n)
		if less || err != nil {
			return x, err
		}
		if err := t.Step(1); err != nil {
			return py.Nil, err
		}
	}
}

// belowByFloat is below for a class that has only random().
func (r *rng) belowByFloat(t *py.Thread, n py.Value) (py.Value, error) {
	limit, err := py.AsFloat(t, n)
	if err != nil {
		return py.Nil, err
	}
	const max = 1 << 53
	if limit < max {
		rest := max % int64(limit)
		top := float64(max-rest) / max
		for {
			x, err := r.float(t)
			if err != nil {
				return py.Nil, err
			}
			if x < top {
				return py.Int(int64(x*max) % int64(limit)), nil
			}
			if err := t.Step(1); err != nil {
				return py.Nil, err
			}
		}
	}
	x, err := r.float(t)
	if err != nil {
		return py.Nil, err
	}
	return py.FloatToInt(float64(x * limit))
}

// index is below for a length.
func (r *rng) index(t *py.Thread, n int) (int, error) {
	if py.Object(r).Type().Flags&py.Heap == 0 && !r.system {
		k := 0
		for x := n; x > 0; x >>= 1 {
			k++
		}
		for {
			x, err := r.bits64(t, k)
			if err != nil || x < uint64(n) {
				return int(x), err
			}
		}
	}
	v, err := r.below(t, py.Int(int64(n)))
	if err != nil {
		return 0, err
	}
	return py.AsInt(t, v)
}
