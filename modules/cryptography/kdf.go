package cryptography

import (
	"bytes"
	"math"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/scrypt"

	"github.com/woma-lang/woma/py"
)

// scrypt_ is scrypt(key, salt, n, r, p, length); Python has checked the numbers for
// sense, here they are weighed: memory and time are charged before the work.
func scrypt_(t *py.Thread, a *py.Args) (py.Value, error) {
	key, salt := a.Buffer(t, 0), a.Buffer(t, 1)
	n, r, p, length := a.Int(t, 2), a.Int(t, 3), a.Int(t, 4), a.Int(t, 5)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	blocks := float64(n) * float64(r)
	if blocks*128 > math.MaxInt32*64 || float64(p)*float64(r) >= 1<<30 || blocks*float64(p) > 1<<40 {
		return py.Nil, py.Raise(py.MemoryError, "Not enough memory to derive key. These parameters require %.0fMB of memory.", blocks/8192)
	}
	out, err := weighedScrypt(t, key, salt, n, r, p, length)
	return py.NewBytes(out), err
}

// weighedScrypt is scrypt with numbers that make some sense.
func weighedScrypt(t *py.Thread, key, salt []byte, n, r, p, length int) (out []byte, err error) {
	if err := refuse(t, "scrypt"); err != nil {
		return nil, err
	}
	if err := t.Alloc(128*r*(n+p) + length); err != nil {
		return nil, err
	}
	if err := t.Step(n * r * p / 4); err != nil {
		return nil, err
	}
	key, salt = bytes.Clone(key), bytes.Clone(salt)
	if err := t.Outside(func() { out, err = scrypt.Key(key, salt, n, r, p, length) }); err != nil {
		return nil, err
	}
	if err != nil {
		return nil, py.Raise(py.ValueError, "%v", err)
	}
	return out, nil
}

// argon2_ is argon2(kind, key, salt, iterations, lanes, memory_cost, length); memory
// is in KiB.
func argon2_(t *py.Thread, a *py.Args) (py.Value, error) {
	kind, key, salt := a.String(0), a.Buffer(t, 1), a.Buffer(t, 2)
	iterations, lanes, memory, length := a.Int(t, 3), a.Int(t, 4), a.Int(t, 5), a.Int(t, 6)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := refuse(t, kind); err != nil {
		return py.Nil, err
	}
	switch {
	case lanes > 255:
		return py.Nil, py.Raise(unsupportedAlgorithm, "more than 255 lanes are not supported")
	case uint64(memory) > math.MaxUint32 || memory > math.MaxInt/1024 || iterations > math.MaxInt32:
		return py.Nil, py.Raise(py.MemoryError, "memory allocation failed")
	}
	if err := t.Alloc(memory*1024 + length); err != nil {
		return py.Nil, err
	}
	for range iterations { // so that absurd numbers can be interrupted before the work
		if err := t.Step(memory * 4); err != nil {
			return py.Nil, err
		}
	}
	derive := argon2.IDKey
	if kind == "Argon2i" {
		derive = argon2.Key
	}
	key, salt = bytes.Clone(key), bytes.Clone(salt)
	var out []byte
	err := t.Outside(func() { out = derive(key, salt, uint32(iterations), uint32(memory), uint8(lanes), uint32(length)) })
	return py.NewBytes(out), err
}
