package cryptography

import (
	"crypto/aes"
	"crypto/des"
	"crypto/hmac"
	"crypto/subtle"
	"hash"
	"unsafe"

	//lint:ignore SA1019 pyca/cryptography has the bare one-time authenticator, so scripts written for it need it; no recipe of ours uses it.
	"golang.org/x/crypto/poly1305"

	"github.com/woma-lang/woma/internal/ciphers"
	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// equal compares secrets.
func equal(a, b []byte) bool { return subtle.ConstantTimeCompare(a, b) == 1 }

// apart reports whether two buffers have no byte in common.
func apart(a, b []byte) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	x, y := uintptr(unsafe.Pointer(&a[0])), uintptr(unsafe.Pointer(&b[0]))
	return x+uintptr(len(a)) <= y || y+uintptr(len(b)) <= x
}

// digester is a hash or a message authentication code that is being computed.
type digester struct {
	py.Head
	h         hash.Hash
	algorithm py.Value // the hashes.HashAlgorithm, if there is one
	size      int      // of the digest
	done      bool
	wrong     string // what verify says
}

var (
	hashType, hmacType, cmacType, polyType     = &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}
	hashShape, hmacShape, cmacShape, polyShape py.Shape
)

const noMatch = "Signature did not match digest."

func defineHash() {
	defineDigester(hashType, &hashShape, "Hash", "hashes", "(algorithm, backend=None)",
		func(t *py.Thread, a *py.Args, d *digester) (err error) {
			d.algorithm = a.Value(0)
			d.h, d.size, err = newHash(t, d.algorithm)
			return err
		}, copyRow("Hash"), algorithmRow(),
		py.StaticMethod("def Hash.hash(algorithm, data)", func(t *py.Thread, a *py.Args) (_ py.Value, err error) {
			data := arg(t, a, 1, "data")
			var d digester
			if d.h, d.size, err = newHash(t, a.Value(0)); err == nil {
				err = a.Err()
			}
			if err == nil {
				err = d.write(t, data)
			}
			if err != nil {
				return py.Nil, err
			}
			return d.finalize(t, a)
		}))
}

func defineHmac() {
	defineDigester(hmacType, &hmacShape, "HMAC", "hmac", "(key, algorithm, backend=None)",
		func(t *py.Thread, a *py.Args, d *digester) error {
			key := arg(t, a, 0, "key")
			if err := a.Err(); err != nil {
				return err
			}
			kind, err := hashOf(t, a.Value(1))
			if err != nil {
				return err
			}
			if kind.Size == 0 {
				return py.Raise(unsupportedAlgorithm, "Digest is not supported for HMAC")
			}
			if len(key) < 14 {
				if err := refuse(t, "HMAC with a key of less than 14 bytes"); err != nil {
					return err
				}
			}
			d.algorithm, d.size, d.h = a.Value(1), kind.Size, hmac.New(kind.Bare(), key)
			return nil
		}, copyRow("HMAC"), algorithmRow(), verifyRow("HMAC"))
}

func defineCmac() {
	defineDigester(cmacType, &cmacShape, "CMAC", "cmac", "(algorithm, backend=None)",
		func(t *py.Thread, a *py.Args, d *digester) error {
			name, key, err := blockKey(t, a.Value(0))
			if err != nil {
				return err
			}
			if err := refuse(t, "CMAC"); err != nil {
				return err
			}
			switch name {
			case "AES":
				b, err := aes.NewCipher(key)
				if err != nil {
					return py.Raise(py.ValueError, "%v", err)
				}
				d.h, d.size = ciphers.NewCMAC(b), 16
			case "3DES":
				b, err := des.NewTripleDESCipher(key)
				if err != nil {
					return py.Raise(py.ValueError, "%v", err)
				}
				d.h, d.size = ciphers.NewCMAC(b), 8
			default:
				return py.Raise(unsupportedAlgorithm, "CMAC is not supported with this algorithm")
			}
			return nil
		}, copyRow("CMAC"), verifyRow("CMAC"))
}

func definePoly() {
	defineDigester(polyType, &polyShape, "Poly1305", "poly1305", "(key)",
		func(t *py.Thread, a *py.Args, d *digester) error {
			d.wrong = "Value did not match computed tag."
			return d.poly(t, a)
		}, verifyRow("Poly1305"),
		py.StaticMethod("def Poly1305.generate_tag(key, data)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			var d digester
			if err := d.message(t, a); err != nil {
				return py.Nil, err
			}
			return py.NewBytes(d.h.Sum(nil)), nil
		}),
		py.StaticMethod("def Poly1305.verify_tag(key, data, tag)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			var d digester
			tag := arg(t, a, 2, "tag")
			if err := d.message(t, a); err != nil {
				return py.Nil, err
			}
			if !equal(d.h.Sum(nil), tag) {
				return py.Nil, py.Raise(invalidSignature, "Value did not match computed tag.")
			}
			return py.None, nil
		}))
}

func (d *digester) poly(t *py.Thread, a *py.Args) error {
	key := arg(t, a, 0, "key")
	if err := a.Err(); err != nil {
		return err
	}
	if len(key) != 32 {
		return py.Raise(py.ValueError, "A poly1305 key is 32 bytes long")
	}
	if err := refuse(t, "Poly1305"); err != nil {
		return err
	}
	d.h, d.size = polyHash{poly1305.New((*[32]byte)(key))}, 16
	return nil
}

// message takes key and data at once.
func (d *digester) message(t *py.Thread, a *py.Args) error {
	data := arg(t, a, 1, "data")
	if err := d.poly(t, a); err != nil {
		return err
	}
	d.h.Write(data)
	return t.Step(len(data) / 64)
}

// polyHash makes a hash.Hash of Poly1305, which is good for one message only.
type polyHash struct{ *poly1305.MAC }

func (polyHash) Reset()         {}
func (polyHash) BlockSize() int { return 16 }

// hashOf returns the function that an instance of a hashes class stands for.
func hashOf(t *py.Thread, v py.Value) (*hashes.Algorithm, error) {
	if _, isClass := py.IsType(v); !isClass && v.Bound() {
		name, err := py.LookupAttr(t, v, nameHash.Str())
		if err != nil {
			return nil, err
		}
		if name.Bound() {
			if s, ok := py.AsStr(name); ok {
				if kind, ok := hashes.Find(s.String()); ok {
					if !kind.Approved() {
						return kind, refuse(t, kind.Name)
					}
					return kind, nil
				}
				return nil, py.Raise(unsupportedAlgorithm, "%s is not a supported hash on this backend", s)
			}
		}
	}
	return nil, py.Raise(py.TypeError, "Expected instance of hashes.HashAlgorithm.")
}

var (
	nameHash        = py.LateName{Text: "_hash"}
	nameDigestSize  = py.LateName{Text: "digest_size"}
	nameKey         = py.LateName{Text: "key"}
	nameBlockCipher = py.LateName{Text: "_block_cipher"}
)

// newHash starts the hash of an algorithm, which for a SHAKE says the size as well.
func newHash(t *py.Thread, v py.Value) (hash.Hash, int, error) {
	kind, err := hashOf(t, v)
	if err != nil {
		return nil, 0, err
	}
	size := kind.Size
	if size == 0 {
		n, err := py.GetAttr(t, v, nameDigestSize.Str())
		if err != nil {
			return nil, 0, err
		}
		if size, err = py.AsInt(t, n); err != nil {
			return nil, 0, err
		}
	}
	return kind.New(), size, nil
}

// blockKey returns name and key of a block cipher.
func blockKey(t *py.Thread, v py.Value) (string, []byte, error) {
	if _, isClass := py.IsType(v); !isClass {
		mark, err := py.LookupAttr(t, v, nameBlockCipher.Str())
		if err != nil {
			return "", nil, err
		}
		if s, ok := asText(mark); ok {
			k, err := py.GetAttr(t, v, nameKey.Str())
			if err != nil {
				return "", nil, err
			}
			b, err := bytesLike(t, k, "")
			return s, b, err
		}
	}
	return "", nil, py.Raise(py.TypeError, "Expected instance of BlockCipherAlgorithm.")
}

// defineDigester makes a class of objects that data goes into. Inlined it would be 9 KB more.
//
//go:noinline
func defineDigester(typ *py.Type, shape *py.Shape, name, module, sig string, start func(t *py.Thread, a *py.Args, d *digester) error, rows ...py.Member) {
	py.DefineLater(typ, shape, name, func() py.TypeSpec {
		return py.TypeSpec{
			Module: "cryptography.hazmat.primitives." + module, Flags: py.Final | py.DottedName,
			Slots: py.Slots{New: py.Ctor("def "+name+".__new__"+sig, func(t *py.Thread, a *py.Args) (py.Value, error) {
				d := &digester{Head: a.ClassOf().Root(), wrong: noMatch}
				if err := start(t, a, d); err != nil {
					return py.Nil, err
				}
				return py.Object(d), nil
			})},
			Members: append(py.Members{
				py.Method("def "+name+".finalize(self)", (*digester).finalize),
				py.Method("def "+name+".update(self, data)", (*digester).update),
			}, rows...),
		}
	})
}

func algorithmRow() py.Member {
	return py.GetSet("algorithm", func(t *py.Thread, v py.Value) (py.Value, error) {
		return py.As[digester](v).algorithm, nil
	}, nil)
}

func copyRow(name string) py.Member {
	return py.Method("def "+name+".copy(self)", (*digester).copy)
}

func verifyRow(name string) py.Member {
	return py.Method("def "+name+".verify(self, signature)", (*digester).verify)
}

func (d *digester) update(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if d.done {
		return py.Nil, finalized()
	}
	return py.None, d.write(t, data)
}

func (d *digester) write(t *py.Thread, data []byte) error {
	const piece = 1 << 20
	for len(data) > piece {
		d.h.Write(data[:piece])
		data = data[piece:]
		if err := t.Step(piece / 64); err != nil {
			return err
		}
	}
	d.h.Write(data)
	return nil
}

// sum ends the computation.
func (d *digester) sum(t *py.Thread) ([]byte, error) {
	if d.done {
		return nil, finalized()
	}
	d.done = true
	if x, ok := d.h.(hashes.XOF); ok && x.Size() == 0 {
		if err := work(t, d.size); err != nil {
			return nil, err
		}
		return x.Digest(d.size), nil
	}
	return d.h.Sum(nil), nil
}

func (d *digester) finalize(t *py.Thread, a *py.Args) (py.Value, error) {
	b, err := d.sum(t)
	return py.NewBytes(b), err
}

func (d *digester) verify(t *py.Thread, a *py.Args) (py.Value, error) {
	want, ok := py.Cast[py.Bytes](a.Value(0), py.BytesType)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "argument 'signature': '%s' object is not an instance of 'bytes'", py.TypeName(a.Value(0)))
	}
	b, err := d.sum(t)
	if err != nil {
		return py.Nil, err
	}
	if !equal(b, want.B) {
		return py.Nil, py.Raise(invalidSignature, "%s", d.wrong)
	}
	return py.None, nil
}

func (d *digester) copy(t *py.Thread, a *py.Args) (py.Value, error) {
	if d.done {
		return py.Nil, finalized()
	}
	h, err := hashes.Clone(d.h)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	c := *d
	c.h = h
	return py.Object(&c), nil
}

// xof is a SHAKE whose output is taken piece by piece.
type xof struct {
	py.Head
	h         hash.Hash
	algorithm py.Value
	out, max  int
	squeezed  bool
}

var (
	xofType  = &py.Type{}
	xofShape py.Shape
)

func xofSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "cryptography.hazmat.primitives.hashes", Flags: py.Final | py.DottedName,
		Slots: py.Slots{New: py.Ctor("def XOFHash.__new__(algorithm)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			kind, err := hashOf(t, a.Value(0))
			if err != nil {
				return py.Nil, err
			}
			if kind.Size != 0 {
				return py.Nil, py.Raise(py.TypeError, "Expected instance of an extendable output function.")
			}
			x := &xof{Head: a.ClassOf().Root(), algorithm: a.Value(0)}
			if x.h, x.max, err = newHash(t, x.algorithm); err != nil {
				return py.Nil, err
			}
			return py.Object(x), nil
		})},
		Members: py.Members{
			py.GetSet("algorithm", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[xof](v).algorithm, nil }, nil),
			py.Method("def XOFHash.copy(self)", (*xof).copy),
			py.Method("def XOFHash.squeeze(self, length)", (*xof).squeeze),
			py.Method("def XOFHash.update(self, data)", (*xof).update),
		},
	}
}

func (x *xof) update(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if x.squeezed {
		return py.Nil, py.Raise(alreadyFinalized, "Context was already squeezed.")
	}
	x.h.Write(data)
	return py.None, t.Step(len(data) / 64)
}

func (x *xof) squeeze(t *py.Thread, a *py.Args) (py.Value, error) {
	n, err := py.AsInt(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if n < 0 {
		return py.Nil, py.Raise(py.OverflowError, "can't convert negative int to unsigned")
	}
	if n > x.max-x.out {
		return py.Nil, py.Raise(py.ValueError, "Exceeded maximum squeeze limit specified by digest_size.")
	}
	if err := work(t, x.out+n); err != nil {
		return py.Nil, err
	}
	x.squeezed = true
	b := x.h.(hashes.XOF).Digest(x.out + n)[x.out:]
	x.out += n
	return py.NewBytes(b), nil
}

func (x *xof) copy(t *py.Thread, a *py.Args) (py.Value, error) {
	h, err := hashes.Clone(x.h)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	c := *x
	c.h = h
	return py.Object(&c), nil
}
