// Package hmac is Python's hmac module (RFC 2104).
// https://docs.python.org/3.13/library/hmac.html
package hmac

import (
	"bytes"
	"crypto/hmac"
	"crypto/subtle"
	"encoding/hex"
	"hash"

	"github.com/woma-lang/woma/internal/fips"
	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// Module is hmac.
var Module = &py.Module{
	Name: "hmac",
	Doc:  "Keyed hashes for message authentication (RFC 2104).",
	Types: func() {
		py.DefineLater(hmacType, &hmacShape, "HMAC", hmacSpec)
	},
	Table: func() py.Members {
		return py.Members{
			py.ClassAs("HMAC", hmacType),
			py.Func("compare_digest(a, b, /)", compare_digest),
			py.Func("def digest(key, msg, digest)", digest),
			py.Const("digest_size", py.None),
			py.Func("def new(key, msg=None, digestmod='')", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return newHMAC(t, hmacType, a.Value(0), a.ValueOr(1, py.None), a.ValueOr(2, py.None))
			}).Fast(func(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
				msg, mod := py.None, py.None
				if len(args) > 1 {
					msg = args[1]
				}
				if len(args) > 2 {
					mod = args[2]
				}
				return newHMAC(t, hmacType, args[0], msg, mod)
			}),
			py.Const("trans_36", py.NewBytes(pad(0x36))),
			py.Const("trans_5C", py.NewBytes(pad(0x5C))),
		}
	},
}

// pad is a table that translates a key into one of HMAC's two masked keys.
func pad(mask byte) []byte {
	b := make([]byte, 256)
	for i := range b {
		b[i] = byte(i) ^ mask
	}
	return b
}

// mac is an HMAC object: over a hash function of ours, or over two objects of a
// hash class that a program has written.
type mac struct {
	py.Head
	h            hash.Hash         // nil while short holds everything
	algorithm    *hashes.Algorithm // nil with objects
	inner, outer py.Value
	digestSize   py.Value
	blockSize    int
	short
}

var (
	hmacType  = &py.Type{}
	hmacShape py.Shape
)

func hmacSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "hmac", SubDict: py.SubDict[mac](),
		Doc: "A keyed hash that is being computed.",
		Slots: py.Slots{
			New: py.Ctor("def HMAC.__init__(self, key, msg=None, digestmod='')", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return newHMAC(t, a.ClassOf(), a.Value(0), a.ValueOr(1, py.None), a.ValueOr(2, py.None))
			}),
		},
		Members: py.Members{
			py.GetSet("block_size", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.Int(int64(py.As[mac](v).blockSize)), nil
			}, nil),
			py.Const("blocksize", py.Int(64)),
			py.Method("def HMAC.copy(self)", (*mac).copy),
			py.Method("def HMAC.digest(self)", (*mac).digest).Fast(func(t *py.Thread, m py.Value, _ []py.Value) (py.Value, error) {
				return py.As[mac](m).digest(t, nil)
			}),
			py.GetSet("digest_size", func(t *py.Thread, v py.Value) (py.Value, error) {
				return py.As[mac](v).digestSize, nil
			}, nil),
			py.Method("def HMAC.hexdigest(self)", (*mac).hexdigest),
			py.GetSet("name", func(t *py.Thread, v py.Value) (py.Value, error) {
				m := py.As[mac](v)
				if m.algorithm != nil {
					return py.NewStr("hmac-" + m.algorithm.Name), nil
				}
				name, err := py.GetAttr(t, m.inner, nameName.Str())
				if err != nil {
					return py.Nil, err
				}
				s, err := py.ToStr(t, name)
				if err != nil {
					return py.Nil, err
				}
				return py.NewStr("hmac-" + s.String()), nil
			}, nil),
			py.Method("def HMAC.update(self, msg)", (*mac).update).Fast(func(t *py.Thread, m py.Value, args []py.Value) (py.Value, error) {
				return py.None, py.As[mac](m).feed(t, args[0])
			}),
		},
	}
}

var (
	nameBlockSize  = py.LateName{Text: "block_size"}
	nameCopy       = py.LateName{Text: "copy"}
	nameDigest     = py.LateName{Text: "digest"}
	nameDigestSize = py.LateName{Text: "digest_size"}
	nameName       = py.LateName{Text: "name"}
	nameNew        = py.LateName{Text: "new"}
	nameUpdate     = py.LateName{Text: "update"}
)

// newHMAC makes an HMAC object.
func newHMAC(t *py.Thread, cls *py.Type, keyV, msg, mod py.Value) (py.Value, error) {
	if !py.IsInstance(keyV, py.BytesType) && !py.IsInstance(keyV, py.ByteArrayType) {
		r, err := py.Repr(t, py.NewStr(keyV.Type().Name))
		if err != nil {
			return py.Nil, err
		}
		return py.Nil, py.Raise(py.TypeError, "key: expected bytes or bytearray, but got %s", r)
	}
	if on, err := py.Truth(t, mod); err != nil {
		return py.Nil, err
	} else if !on {
		return py.Nil, py.Raise(py.TypeError, "Missing required argument 'digestmod'.")
	}
	key, err := py.AsBuffer(t, keyV)
	if err != nil {
		return py.Nil, err
	}
	m := py.Alloc[mac](cls)
	algorithm, cons, err := resolve(t, mod)
	if err != nil {
		return py.Nil, err
	}
	if algorithm != nil {
		if err := allowed(t, algorithm, key); err != nil {
			return py.Nil, err
		}
		m.start(t, algorithm, key)
		m.blockSize = algorithm.Block
		m.digestSize = py.Int(int64(algorithm.Size))
	} else if err := m.initObjects(t, cons, key); err != nil {
		return py.Nil, err
	}
	if !msg.IsNone() {
		if err := m.feed(t, msg); err != nil {
			return py.Nil, err
		}
	}
	return py.Object(m), nil
}

// allowed refuses what FIPS 140-3 does not approve, if only that may be used.
func allowed(t *py.Thread, algorithm *hashes.Algorithm, key []byte) error {
	switch {
	case !fips.On(t.Interp.FIPS):
	case !algorithm.Approved():
		return py.Raise(py.ValueError, "HMAC with %s is not approved by FIPS 140-3", algorithm.Name)
	case len(key) < 14:
		return py.Raise(py.ValueError, "HMAC with a key of less than 14 bytes is not approved by FIPS 140-3")
	}
	return nil
}

// resolve finds the hash of a digestmod argument: one of ours, or a constructor.
func resolve(t *py.Thread, mod py.Value) (*hashes.Algorithm, py.Value, error) {
	if s, ok := py.AsStr(mod); ok {
		algorithm, ok := hashes.Find(s.String())
		if !ok {
			return nil, py.Nil, py.Raise(py.ValueError, "unsupported hash type %s", s)
		}
		if algorithm.Size == 0 {
			return nil, py.Nil, py.Raise(py.ValueError, "no reason supplied")
		}
		return algorithm, py.Nil, nil
	}
	if !py.IsCallable(mod) {
		make, err := py.GetAttr(t, mod, nameNew.Str())
		if err != nil {
			return nil, py.Nil, err
		}
		// As in CPython, the new() of a module gets data from the beginning.
		mod = py.NewNative("new(data=b'', /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.Call(t, make, a.ValueOr(0, py.NewBytes(nil)))
		})
	}
	// hashlib's own functions and types give away their name.
	name := ""
	if n, ok := py.IsNative(mod); ok && n.Mod == "hashlib" {
		name = n.Name
		if i := len("openssl_"); len(name) > i && name[:i] == "openssl_" {
			name = name[i:]
		}
	} else if c, ok := py.IsType(mod); ok && c.Module == "_blake2" {
		name = c.Name
	}
	if algorithm, ok := hashes.Find(name); ok {
		if algorithm.Size == 0 {
			return nil, py.Nil, py.Raise(py.ValueError, "no reason supplied")
		}
		return algorithm, py.Nil, nil
	}
	return nil, mod, nil
}

// initObjects sets up HMAC over objects of a program's hash class.
func (m *mac) initObjects(t *py.Thread, cons py.Value, key []byte) error {
	var err error
	if m.outer, err = py.Call(t, cons); err != nil {
		return err
	}
	if m.inner, err = py.Call(t, cons); err != nil {
		return err
	}
	if m.digestSize, err = py.GetAttr(t, m.inner, nameDigestSize.Str()); err != nil {
		return err
	}
	size, err := py.LookupAttr(t, m.inner, nameBlockSize.Str())
	if err != nil {
		return err
	}
	m.blockSize = 64
	if size.Bound() {
		n, err := py.AsInt(t, size)
		if err != nil {
			return err
		}
		if n >= 16 && n <= 1<<16 {
			m.blockSize = n
		}
	}
	if len(key) > m.blockSize {
		h, err := py.Call(t, cons, py.NewBytes(append([]byte(nil), key...)))
		if err != nil {
			return err
		}
		d, err := py.CallMethod(t, h, nameDigest.Str())
		if err != nil {
			return err
		}
		if key, err = py.AsBuffer(t, d); err != nil {
			return err
		}
	}
	for _, half := range [...]struct {
		h    py.Value
		mask byte
	}{{m.outer, 0x5C}, {m.inner, 0x36}} {
		block := bytes.Repeat([]byte{half.mask}, max(m.blockSize, len(key)))
		for i, c := range key {
			block[i] ^= c
		}
		if _, err := py.CallMethod(t, half.h, nameUpdate.Str(), py.NewBytes(block)); err != nil {
			return err
		}
	}
	return nil
}

func (m *mac) feed(t *py.Thread, msg py.Value) error {
	if m.algorithm == nil {
		_, err := py.CallMethod(t, m.inner, nameUpdate.Str(), msg)
		return err
	}
	if _, ok := py.AsStr(msg); ok {
		return py.Raise(py.TypeError, "Strings must be encoded before hashing")
	}
	if msg.Type().Slots.Buffer == nil {
		return py.Raise(py.TypeError, "object supporting the buffer API required")
	}
	b, err := py.AsBuffer(t, msg)
	if err != nil {
		return err
	}
	if m.h == nil {
		if m.add(b) {
			return nil
		}
		m.h = m.long(m.algorithm)
	}
	const piece = 1 << 20
	for len(b) > piece {
		m.h.Write(b[:piece])
		b = b[piece:]
		if err := t.Step(piece / 64); err != nil {
			return err
		}
	}
	m.h.Write(b)
	return nil
}

// start begins with a key.
func (m *mac) start(t *py.Thread, algorithm *hashes.Algorithm, key []byte) {
	m.algorithm = algorithm
	if algorithm.Sum == nil || algorithm.Block != shortBlock || fips.On(t.Interp.FIPS) {
		m.h = hmac.New(algorithm.Bare(), key)
	} else {
		m.begin(algorithm, key)
	}
}

// put writes the digest to out, which has its size, and returns it.
func (m *mac) put(out []byte) []byte {
	if m.h != nil {
		return m.h.Sum(out[:0])
	}
	m.total(m.algorithm, out)
	return out
}

func (m *mac) update(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.None, m.feed(t, a.Value(0))
}

func (m *mac) sum(t *py.Thread) ([]byte, error) {
	if m.algorithm != nil {
		return m.put(make([]byte, m.algorithm.Size)), nil
	}
	in, err := py.CallMethod(t, m.inner, nameDigest.Str())
	if err != nil {
		return nil, err
	}
	h, err := py.CallMethod(t, m.outer, nameCopy.Str())
	if err != nil {
		return nil, err
	}
	if _, err := py.CallMethod(t, h, nameUpdate.Str(), in); err != nil {
		return nil, err
	}
	d, err := py.CallMethod(t, h, nameDigest.Str())
	if err != nil {
		return nil, err
	}
	b, err := py.AsBuffer(t, d)
	return append([]byte(nil), b...), err
}

func (m *mac) digest(t *py.Thread, _ *py.Args) (py.Value, error) {
	if m.algorithm != nil {
		v, out := py.MakeBytes(m.algorithm.Size)
		m.put(out)
		return v, nil
	}
	b, err := m.sum(t)
	return py.NewBytes(b), err
}

func (m *mac) hexdigest(t *py.Thread, a *py.Args) (py.Value, error) {
	b, err := m.sum(t)
	return py.NewStr(hex.EncodeToString(b)), err
}

func (m *mac) copy(t *py.Thread, a *py.Args) (py.Value, error) {
	c := py.Alloc[mac](py.Object(m).Type())
	head := c.Head
	*c = *m
	c.Head = head
	if m.algorithm != nil && m.h == nil {
		return py.Object(c), nil
	}
	if m.h != nil {
		k, ok := m.h.(hash.Cloner)
		if !ok {
			return py.Nil, py.Raise(py.ValueError, "hash cannot be copied")
		}
		h, err := k.Clone()
		if err != nil {
			return py.Nil, py.Raise(py.ValueError, "%v", err)
		}
		c.h = h
		return py.Object(c), nil
	}
	var err error
	if c.inner, err = py.CallMethod(t, m.inner, nameCopy.Str()); err != nil {
		return py.Nil, err
	}
	c.outer, err = py.CallMethod(t, m.outer, nameCopy.Str())
	return py.Object(c), err
}

// digest is hmac.digest: all at once.
func digest(t *py.Thread, a *py.Args) (py.Value, error) {
	keyV, msg := a.Value(0), a.Value(1)
	algorithm, cons, err := resolve(t, a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	key, err := py.AsBuffer(t, keyV)
	if err != nil {
		return py.Nil, err
	}
	m := &mac{}
	if algorithm != nil {
		if err := allowed(t, algorithm, key); err != nil {
			return py.Nil, err
		}
		m.start(t, algorithm, key)
	} else if err := m.initObjects(t, cons, key); err != nil {
		return py.Nil, err
	}
	if algorithm != nil && msg.Type().Slots.Buffer == nil {
		_, err := py.AsBuffer(t, msg)
		return py.Nil, err
	}
	if err := m.feed(t, msg); err != nil {
		return py.Nil, err
	}
	return m.digest(t, nil)
}

// compare_digest compares in a time that does not depend on the contents.
func compare_digest(t *py.Thread, a *py.Args) (py.Value, error) {
	x, y := a.Value(0), a.Value(1)
	s1, ok1 := py.AsStr(x)
	s2, ok2 := py.AsStr(y)
	if ok1 && ok2 {
		if !s1.ASCII() || !s2.ASCII() {
			return py.Nil, py.Raise(py.TypeError, "comparing strings with non-ASCII characters is not supported")
		}
		return equal([]byte(s1.String()), []byte(s2.String())), nil
	}
	if x.Type().Slots.Buffer == nil && y.Type().Slots.Buffer == nil {
		return py.Nil, py.Raise(py.TypeError, "unsupported operand types(s) or combination of types: '%s' and '%s'", py.TypeName(x), py.TypeName(y))
	}
	b1, err := py.AsBuffer(t, x)
	if err != nil {
		return py.Nil, err
	}
	b2, err := py.AsBuffer(t, y)
	if err != nil {
		return py.Nil, err
	}
	return equal(b1, b2), nil
}

func equal(a, b []byte) py.Value { return py.Bool(subtle.ConstantTimeCompare(a, b) == 1) }
