package cryptography

import (
	"github.com/woma-lang/woma/internal/ciphers"
	"github.com/woma-lang/woma/py"
)

// aesSIV is a key of AES-SIV, which has no nonce but a list of associated data.
type aesSIV struct {
	py.Head
	c *ciphers.SIV
}

var (
	aessivType  = &py.Type{}
	aessivShape py.Shape
)

var sivSizes = []int{32, 48, 64}

func aessivSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "cryptography.hazmat.primitives.ciphers.aead", Flags: py.Final | py.DottedName,
		Doc: "Deterministic authenticated encryption with one key (RFC 5297).",
		Slots: py.Slots{New: py.Ctor("def AESSIV.__new__(key)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			key, err := bytesLike(t, a.Value(0), "argument 'key': ")
			if err != nil {
				return py.Nil, err
			}
			if err := refuse(t, "AESSIV"); err != nil {
				return py.Nil, err
			}
			c, err := ciphers.NewSIV(key)
			if err != nil {
				return py.Nil, py.Raise(py.ValueError, "AESSIV key must be 256, 384, or 512 bits.")
			}
			return py.Object(&aesSIV{Head: aessivType.Root(), c: c}), nil
		})},
		Members: py.Members{
			py.Method("def AESSIV.decrypt(self, data, associated_data)", (*aesSIV).decrypt),
			py.Method("def AESSIV.decrypt_into(self, data, associated_data, buf)", (*aesSIV).decrypt_into),
			py.Method("def AESSIV.encrypt(self, data, associated_data)", (*aesSIV).encrypt),
			py.Method("def AESSIV.encrypt_into(self, data, associated_data, buf)", (*aesSIV).encrypt_into),
			py.StaticMethod("def AESSIV.generate_key(bit_length)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				n, err := bitLength(t, a.Value(0), sivSizes)
				if err != nil {
					return py.Nil, err
				}
				b, err := random(t, n)
				return py.NewBytes(b), err
			}),
		},
	}
}

// inputs reads data and the list of associated data.
func (s *aesSIV) inputs(t *py.Thread, a *py.Args) ([]byte, [][]byte, error) {
	data := arg(t, a, 0, "data")
	if err := a.Err(); err != nil {
		return nil, nil, err
	}
	total := len(data)
	var ads [][]byte
	if a.Given(1) {
		if !py.IsList(a.Value(1)) {
			return nil, nil, py.Raise(py.TypeError, "argument 'associated_data': '%s' object is not an instance of 'list'", py.TypeName(a.Value(1)))
		}
		for _, v := range py.As[py.List](a.Value(1)).A {
			b, err := bytesLike(t, v, "")
			if err != nil {
				return nil, nil, err
			}
			ads = append(ads, b)
			total += len(b)
		}
	}
	return data, ads, work(t, total)
}

func (s *aesSIV) encrypt(t *py.Thread, a *py.Args) (py.Value, error) {
	data, ads, err := s.inputs(t, a)
	if err != nil {
		return py.Nil, err
	}
	return py.NewBytes(s.c.Seal(nil, data, ads)), nil
}

func (s *aesSIV) decrypt(t *py.Thread, a *py.Args) (py.Value, error) {
	data, ads, err := s.inputs(t, a)
	if err != nil {
		return py.Nil, err
	}
	out, err := s.c.Open(nil, data, ads)
	if err != nil {
		return py.Nil, py.RaiseValue(invalidTag)
	}
	return py.NewBytes(out), nil
}

func (s *aesSIV) encrypt_into(t *py.Thread, a *py.Args) (py.Value, error) {
	data, ads, err := s.inputs(t, a)
	if err != nil {
		return py.Nil, err
	}
	buf, err := target(t, a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	if n := len(data) + 16; len(buf) != n {
		return py.Nil, py.Raise(py.ValueError, "buffer must be %d bytes", n)
	}
	return py.Int(int64(copy(buf, s.c.Seal(nil, data, ads)))), nil
}

func (s *aesSIV) decrypt_into(t *py.Thread, a *py.Args) (py.Value, error) {
	data, ads, err := s.inputs(t, a)
	if err != nil {
		return py.Nil, err
	}
	n := len(data) - 16
	if n < 0 {
		return py.Nil, py.RaiseValue(invalidTag)
	}
	buf, err := target(t, a.Value(2))
	if err != nil {
		return py.Nil, err
	}
	if len(buf) != n {
		return py.Nil, py.Raise(py.ValueError, "buffer must be %d bytes", n)
	}
	out, err := s.c.Open(nil, data, ads)
	if err != nil {
		return py.Nil, py.RaiseValue(invalidTag)
	}
	return py.Int(int64(copy(buf, out))), nil
}
