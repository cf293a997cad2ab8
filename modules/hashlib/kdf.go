package hashlib

import (
	"bytes"
	"crypto/hmac"
	"crypto/pbkdf2"
	"encoding/binary"
	"math"
	"strings"

	"golang.org/x/crypto/scrypt"

	"github.com/woma-lang/woma/internal/fips"
	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// unsupportedType is what OpenSSL's own functions raise for an unknown hash.
var unsupportedType = py.LazyType("UnsupportedDigestmodError", unsupportedSpec)

func unsupportedSpec() py.TypeSpec {
	return py.TypeSpec{Module: "_hashlib", Base: py.ValueError}
}

// pbkdf2_hmac is PBKDF2 (RFC 8018, 5.2) over Go's HMAC. Go's own crypto/pbkdf2
// cannot be interrupted, and programs choose the number of iterations.
func pbkdf2_hmac(t *py.Thread, a *py.Args) (py.Value, error) {
	named, ok := py.AsStr(a.Value(0))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "pbkdf2_hmac() argument 'hash_name' must be str, not %s", typeName(a.Value(0)))
	}
	name := named.String()
	password, salt := a.Buffer(t, 1), a.Buffer(t, 2)
	iterations := long(t, a, 3)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	algorithm, ok := hashes.Find(name)
	if !ok {
		return py.Nil, py.Raise(unsupportedType, "[digital envelope routines] unsupported")
	}
	if algorithm.Size == 0 {
		return py.Nil, py.Raise(py.ValueError, "no reason supplied")
	}
	if err := allowed(t, algorithm, py.True); err != nil {
		return py.Nil, err
	}
	n := algorithm.Size
	if a.Given(4) {
		n = long(t, a, 4)
		if err := a.Err(); err != nil {
			return py.Nil, err
		}
	}
	switch {
	case iterations < 1:
		return py.Nil, py.Raise(py.ValueError, "iteration value must be greater than 0.")
	case iterations > math.MaxInt32:
		return py.Nil, py.Raise(py.OverflowError, "iteration value is too great.")
	case n < 1:
		return py.Nil, py.Raise(py.ValueError, "key length must be greater than 0.")
	case n > math.MaxInt32:
		return py.Nil, py.Raise(py.OverflowError, "key length is too great.")
	}
	if err := t.Alloc(n); err != nil {
		return py.Nil, err
	}
	if fips.On(t.Interp.FIPS) {
		// Go's own, whose rules for sizes are the module's.
		if err := t.Step(iterations * 8 * (1 + n/algorithm.Size)); err != nil {
			return py.Nil, err
		}
		out, err := pbkdf2.Key(algorithm.Bare(), string(password), salt, iterations, n)
		switch {
		case err != nil:
			return py.Nil, py.Raise(py.ValueError, "%s", strings.TrimPrefix(err.Error(), "crypto/pbkdf2: "))
		case len(salt) < 16 || n < 14:
			return py.Nil, py.Raise(py.ValueError, "PBKDF2 with a salt of less than 16 bytes or a key of less than 14 is not approved by FIPS 140-3")
		}
		return py.NewBytes(out), nil
	}
	prf := hmac.New(algorithm.New, password)
	size := prf.Size()
	out := make([]byte, 0, n+size)
	u, x := make([]byte, 0, size), make([]byte, size)
	for block := uint32(1); len(out) < n; block++ {
		prf.Reset()
		prf.Write(salt)
		prf.Write(binary.BigEndian.AppendUint32(nil, block))
		u = prf.Sum(u[:0])
		copy(x, u)
		for i := 1; i < iterations; i++ {
			if i%256 == 0 {
				if err := t.Step(256 * 8); err != nil {
					return py.Nil, err
				}
			}
			prf.Reset()
			prf.Write(u)
			u = prf.Sum(u[:0])
			for j, c := range u {
				x[j] ^= c
			}
		}
		out = append(out, x...)
	}
	return py.NewBytes(out[:n:n]), nil
}

// typeName is the name of v's type as CPython's argument parser writes it.
func typeName(v py.Value) string {
	if v.IsNone() {
		return "None"
	}
	return py.TypeName(v)
}

// long is a.Int for an argument that is a long in C.
func long(t *py.Thread, a *py.Args, i int) int {
	if v, ok := py.IsIntLike(a.Value(i)); ok && !py.AsBig(v).IsInt64() {
		a.Fail(py.Raise(py.OverflowError, "Python int too large to convert to C long"))
		return 0
	}
	return a.Int(t, i)
}

// scrypt_ is hashlib.scrypt (RFC 7914).
func scrypt_(t *py.Thread, a *py.Args) (py.Value, error) {
	password := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if fips.On(t.Interp.FIPS) {
		return py.Nil, py.Raise(py.ValueError, "scrypt is not approved by FIPS 140-3; pbkdf2_hmac is")
	}
	if !a.Has(1) {
		return py.Nil, py.Raise(py.TypeError, "salt is required")
	}
	salt := a.Buffer(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	var nrp [3]int
	for i, name := range [...]string{"n", "r", "p"} {
		v := a.ValueOr(2+i, py.None)
		x, ok := py.IsIntLike(v)
		if a.Has(2+i) && !ok {
			return py.Nil, py.Raise(py.TypeError, "scrypt() argument '%s' must be int, not %s", name, typeName(v))
		}
		if !ok {
			return py.Nil, py.Raise(py.TypeError, "%s is required and must be an unsigned int", name)
		}
		k, err := py.AsInt(t, x)
		if err != nil || k < 0 {
			return py.Nil, py.Raise(py.TypeError, "%s is required and must be an unsigned int", name)
		}
		nrp[i] = k
		if i == 0 && (k < 2 || k&(k-1) != 0) {
			return py.Nil, py.Raise(py.ValueError, "n must be a power of 2.")
		}
	}
	n, r, p := nrp[0], nrp[1], nrp[2]
	maxmem, dklen := a.IntOr(t, 5, 0), a.IntOr(t, 6, 64)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	switch {
	case maxmem < 0 || maxmem > math.MaxInt32:
		return py.Nil, py.Raise(py.ValueError, "maxmem must be positive and smaller than 2147483647")
	case dklen < 1 || dklen > math.MaxInt32:
		return py.Nil, py.Raise(py.ValueError, "dklen must be greater than 0 and smaller than 2147483647")
	case r > 0 && p > (1<<30-1)/r:
		return py.Nil, py.Raise(py.ValueError, "[digital envelope routines] memory limit exceeded")
	case r < 1 || p < 1:
		return py.Nil, py.Raise(py.ValueError, "Invalid parameter combination for n, r, p, maxmem.")
	}
	if maxmem == 0 {
		maxmem = 32 << 20
	}
	if int64(n) > 1<<31 || r > 1<<24 || p > 1<<24 || int64(128)*int64(r)*(int64(n)+int64(p)+1) > int64(maxmem) {
		return py.Nil, py.Raise(py.ValueError, "[digital envelope routines] memory limit exceeded")
	}
	if err := t.Alloc(128*r*(n+p) + dklen); err != nil {
		return py.Nil, err
	}
	if err := t.Step(int(min(float64(n)*float64(r)*float64(p)/4, math.MaxInt32))); err != nil {
		return py.Nil, err
	}
	password, salt = bytes.Clone(password), bytes.Clone(salt)
	var key []byte
	var err error
	if err := t.Outside(func() { key, err = scrypt.Key(password, salt, n, r, p, dklen) }); err != nil {
		return py.Nil, err
	}
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "Invalid parameter combination for n, r, p, maxmem.")
	}
	return py.NewBytes(key), nil
}
