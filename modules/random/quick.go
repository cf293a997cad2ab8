package random

import (
	"math/bits"

	"github.com/woma-lang/woma/py"
)

// Short forms (see [py.Leaf]) of what programs call in loops, for generators that are
// seeded and whose class is not a derived one.

// quick returns such a generator, nil if it is another one.
func quick(self *py.Value) *rng {
	r := (*rng)(self.Ptr())
	if !r.seeded || r.system || self.Type().Flags&py.Heap != 0 {
		return nil
	}
	return r
}

func leafRandom(dst, self *py.Value, args []py.Value) bool {
	r := quick(self)
	if r == nil || len(args) != 0 {
		return false
	}
	dst.SetFloat(r.mt.float())
	return true
}

func leafUniform(dst, self *py.Value, args []py.Value) bool {
	r := quick(self)
	if r == nil || len(args) != 2 {
		return false
	}
	a, okA := small(&args[0])
	b, okB := small(&args[1])
	if !okA || !okB {
		return false
	}
	dst.SetFloat(a + float64((b-a)*r.mt.float()))
	return true
}

// small is a float or an int whose value and differences are exact as floats.
func small(v *py.Value) (float64, bool) {
	if v.IsInt() {
		return float64(v.I()), uint64(v.I()+1<<51) < 1<<52
	}
	return v.F(), v.IsFloat()
}

func leafRandint(dst, self *py.Value, args []py.Value) bool {
	if len(args) != 2 || !py.BothInt(&args[0], &args[1]) {
		return false
	}
	return leafBetween(dst, self, args[0].I(), args[1].I()-args[0].I()+1)
}

func leafRandrange(dst, self *py.Value, args []py.Value) bool {
	switch {
	case len(args) == 1 && args[0].IsInt():
		return leafBetween(dst, self, 0, args[0].I())
	case len(args) == 2 && py.BothInt(&args[0], &args[1]):
		return leafBetween(dst, self, args[0].I(), args[1].I()-args[0].I())
	}
	return false
}

// leafBetween puts one of n numbers from start on into dst.
func leafBetween(dst, self *py.Value, start, n int64) bool {
	r := quick(self)
	if r == nil || n <= 0 || n > 1<<31 || start > 1<<62 || start < -1<<62 {
		return false
	}
	dst.SetInt(start + int64(r.under(uint32(n))))
	return true
}

func leafChoice(dst, self *py.Value, args []py.Value) bool {
	r := quick(self)
	if r == nil || len(args) != 1 {
		return false
	}
	var items []py.Value
	switch {
	case py.IsList(args[0]):
		items = py.As[py.List](args[0]).A
	case py.IsTuple(args[0]):
		items = py.As[py.Tuple](args[0]).Items()
	}
	if n := len(items); n == 0 || int64(n) > 1<<31 {
		return false
	}
	*dst = items[r.under(uint32(len(items)))]
	return true
}

func leafGetrandbits(dst, self *py.Value, args []py.Value) bool {
	r := quick(self)
	if r == nil || len(args) != 1 || !args[0].IsInt() || uint64(args[0].I()-1) > 31 {
		return false
	}
	dst.SetInt(int64(r.mt.next() >> (32 - args[0].I())))
	return true
}

// under returns a number below n.
func (r *rng) under(n uint32) uint32 {
	shift := bits.LeadingZeros32(n)
	for {
		if x := r.mt.next() >> shift; x < n {
			return x
		}
	}
}
