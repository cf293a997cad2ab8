package random

import (
	"math/big"

	"github.com/woma-lang/woma/py"
)

// twister is MT19937 (Matsumoto and Nishimura 1998).
type twister struct {
	s [624]uint32
	i int
}

func (m *twister) seed(n uint32) {
	m.s[0] = n
	for i := 1; i < len(m.s); i++ {
		n = 1812433253*(n^n>>30) + uint32(i)
		m.s[i] = n
	}
	m.i = len(m.s)
}

// seedKey is init_by_array of the authors' program.
func (m *twister) seedKey(key []uint32) {
	const n = len(m.s)
	m.seed(19650218)
	i, j := 1, 0
	advance := func() {
		if i++; i >= n {
			m.s[0] = m.s[n-1]
			i = 1
		}
	}
	for k := max(n, len(key)); k > 0; k-- {
		p := m.s[i-1]
		m.s[i] = (m.s[i] ^ (p^p>>30)*1664525) + key[j] + uint32(j)
		advance()
		if j++; j >= len(key) {
			j = 0
		}
	}
	for k := n - 1; k > 0; k-- {
		p := m.s[i-1]
		m.s[i] = (m.s[i] ^ (p^p>>30)*1566083941) - uint32(i)
		advance()
	}
	m.s[0] = 1 << 31
}

func (m *twister) refill() {
	const n, mid = len(m.s), 397
	mix := func(a, b, c uint32) uint32 {
		y := a&(1<<31) | b&(1<<31-1)
		return c ^ y>>1 ^ -(y&1)&0x9908b0df
	}
	for k := 0; k < n-mid; k++ {
		m.s[k] = mix(m.s[k], m.s[k+1], m.s[k+mid])
	}
	for k := n - mid; k < n-1; k++ {
		m.s[k] = mix(m.s[k], m.s[k+1], m.s[k+mid-n])
	}
	m.s[n-1] = mix(m.s[n-1], m.s[0], m.s[mid-1])
	m.i = 0
}

func (m *twister) next() uint32 {
	if m.i >= len(m.s) {
		m.refill()
	}
	y := m.s[m.i]
	m.i++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (m *twister) float() float64 {
	a, b := m.next()>>5, m.next()>>6
	return (float64(a)*(1<<26) + float64(b)) / (1 << 53)
}

func (r *rng) seed(t *py.Thread, a *py.Args) (py.Value, error) {
	version := a.IntOr(t, 1, 2)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if r.system {
		return py.None, nil
	}
	r.spare = false
	return py.None, r.seedWith(t, a.ValueOr(0, py.None), version)
}

// seedWith is seed(v, version).
func (r *rng) seedWith(t *py.Thread, v py.Value, version int) error {
	if r.system {
		return nil
	}
	if v.IsNone() {
		var b [4 * len(r.mt.s)]byte
		if t.Interp.Random == nil {
			r.seeded = false // the error comes if it is used
			if r.mt.i != 0 {
				return entropy(t, b[:])
			}
			r.mt.i = len(r.mt.s)
			return nil
		}
		if err := entropy(t, b[:]); err != nil {
			return err
		}
		r.seedBytes(b[:])
		return nil
	}
	n, isInt := py.IsIntLike(v)
	known := isInt
	_, isFloat := py.IsFloatLike(v)
	var data []byte
	isText := false
	if s, ok := py.AsStr(v); ok {
		b, err := py.Encode(t, s, "utf-8", "strict")
		if err != nil {
			return err
		}
		data, isText = b, true
		if version == 1 {
			n, _ = py.Index(t, oldHash([]rune(s.String())))
			isText = false
			known = true
		}
	} else if b, ok := py.Cast[py.Bytes](v, py.BytesType); ok {
		data, isText = b.B, true
	} else if b, ok := py.Cast[py.ByteArray](v, py.ByteArrayType); ok {
		data, isText = b.B, version != 1
		known = true
	}
	switch {
	case isText && version == 1:
		rs := make([]rune, len(data))
		for i, c := range data {
			rs[i] = rune(c)
		}
		n = oldHash(rs)
	case isText && version == 2:
		sum := sha512(data)
		both := append(append(make([]byte, 0, len(data)+64), data...), sum[:]...)
		n = py.GetInt(both, false, false)
	case n.Bound():
	case !known && !isFloat && !isText:
		return py.Raise(py.TypeError, "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")
	default:
		h, err := py.Hash(t, v)
		if err != nil {
			return err
		}
		n = py.NewUint(uint64(h))
	}
	abs := new(big.Int).Abs(py.AsBig(n)).Bytes()
	for i, j := 0, len(abs)-1; i < j; i, j = i+1, j-1 {
		abs[i], abs[j] = abs[j], abs[i]
	}
	for len(abs) == 0 || len(abs)%4 != 0 {
		abs = append(abs, 0)
	}
	r.seedBytes(abs)
	return nil
}

// oldHash is the seed of version 1: the string hash of Python 2.
func oldHash(s []rune) py.Value {
	var x uint64
	if len(s) > 0 {
		x = uint64(s[0]) << 7
	}
	for _, c := range s {
		x = 1000003*x ^ uint64(c)
	}
	x ^= uint64(len(s))
	if x == 1<<64-1 {
		return py.Int(-2)
	}
	return py.NewUint(x)
}

// seedBytes takes the words of a little-endian number.
func (r *rng) seedBytes(b []byte) {
	key := make([]uint32, len(b)/4)
	for i := range key {
		key[i] = uint32(b[4*i]) | uint32(b[4*i+1])<<8 | uint32(b[4*i+2])<<16 | uint32(b[4*i+3])<<24
	}
	r.mt.seedKey(key)
	r.seeded = true
}

func (r *rng) getstate(t *py.Thread, a *py.Args) (py.Value, error) {
	if r.system {
		return py.Nil, py.Raise(py.NotImplementedError, "System entropy source does not have state.")
	}
	if err := r.ready(t); err != nil {
		return py.Nil, err
	}
	vals := make([]py.Value, 0, len(r.mt.s)+1)
	for _, w := range r.mt.s {
		vals = append(vals, py.Int(int64(w)))
	}
	vals = append(vals, py.Int(int64(r.mt.i)))
	next := py.None
	if r.spare {
		next = py.Float(r.gauss)
	}
	return py.NewTuple(py.Int(3), py.NewTuple(vals...), next), nil
}

func (r *rng) setstate(t *py.Thread, a *py.Args) (py.Value, error) {
	if r.system {
		return py.Nil, py.Raise(py.NotImplementedError, "System entropy source does not have state.")
	}
	v, err := py.GetItem(t, a.Value(0), py.Int(0))
	if err != nil {
		return py.Nil, err
	}
	items, err := py.ToSlice(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if v != py.Int(3) && v != py.Int(2) {
		s, err := py.ToStr(t, v)
		if err != nil {
			return py.Nil, err
		}
		return py.Nil, py.Raise(py.ValueError, "state with version %s passed to Random.setstate() of version 3", s)
	}
	if len(items) < 3 {
		return py.Nil, py.Raise(py.ValueError, "not enough values to unpack (expected 3, got %d)", len(items))
	}
	if len(items) > 3 {
		return py.Nil, py.Raise(py.ValueError, "too many values to unpack (expected 3, got %d)", len(items))
	}
	tup, ok := py.AsTuple(items[1])
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "state vector must be a tuple")
	}
	if tup.Len() != len(r.mt.s)+1 {
		return py.Nil, py.Raise(py.ValueError, "state vector is the wrong size")
	}
	var mt twister
	for i := range mt.s {
		v, ok := py.IsIntLike(tup.Items()[i])
		if !ok {
			return py.Nil, py.Raise(py.TypeError, "an integer is required")
		}
		if b := py.AsBig(v); b.Sign() < 0 {
			return py.Nil, py.Raise(py.OverflowError, "can't convert negative value to unsigned int")
		} else if b.BitLen() > 64 {
			return py.Nil, py.Raise(py.OverflowError, "Python int too large to convert to C unsigned long")
		}
		mt.s[i] = uint32(py.AsBig(v).Uint64())
	}
	i, err := py.AsInt64(t, tup.Items()[len(mt.s)])
	if err != nil {
		return py.Nil, err
	}
	if i < 0 || i > int64(len(mt.s)) {
		return py.Nil, py.Raise(py.ValueError, "invalid state")
	}
	mt.i = int(i)
	spare, gauss := !items[2].IsNone(), 0.0
	if spare {
		if gauss, err = py.AsFloat(t, items[2]); err != nil {
			return py.Nil, err
		}
	}
	r.mt, r.seeded, r.spare, r.gauss = mt, true, spare, gauss
	return py.None, nil
}
