package cryptography

import (
	"crypto/aes"
	"crypto/cipher"
	"strconv"
	"strings"

	"github.com/ProtonMail/go-crypto/ocb"
	"golang.org/x/crypto/chacha20poly1305"

	"github.com/woma-lang/woma/internal/ciphers"
	"github.com/woma-lang/woma/py"
)

// aeadKind says what differs between the classes of the module aead.
type aeadKind struct {
	name      string
	sizes     []int // of keys, in bytes
	keyError  string
	keyPrefix string // of the error for a key that is no buffer
	nonceLow  int
	nonceHigh int
	nonceTail string
	// make returns the cipher for nonces of 12 bytes, sized for others.
	make  func(key []byte, tag int) (cipher.AEAD, error)
	sized func(key []byte, nonce, tag int) (cipher.AEAD, error)
}

// aeadObject is a key. Only ciphers with nonces of several sizes keep the bytes.
type aeadObject struct {
	py.Head
	kind *aeadKind
	c    cipher.AEAD
	key  []byte
	tag  int
}

var (
	aesgcmType, aesccmType, aesgcmsivType, aesocb3Type, chachaType      = &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}
	aesgcmShape, aesccmShape, aesgcmsivShape, aesocb3Shape, chachaShape py.Shape
)

var aesSizes = []int{16, 24, 32}

func defineAEADs() {
	defineAEAD(aesgcmType, &aesgcmShape, &aeadKind{
		name: "AESGCM", sizes: aesSizes, keyError: "AESGCM key must be 128, 192, or 256 bits.",
		nonceLow: 8, nonceHigh: 128,
		make: func(key []byte, tag int) (cipher.AEAD, error) {
			block, err := aes.NewCipher(key)
			if err != nil {
				return nil, err
			}
			return cipher.NewGCM(block)
		},
		sized: func(key []byte, nonce, tag int) (cipher.AEAD, error) {
			block, err := aes.NewCipher(key)
			if err != nil {
				return nil, err
			}
			return cipher.NewGCMWithNonceSize(block, nonce)
		},
	})
	defineAEAD(aesccmType, &aesccmShape, &aeadKind{
		name: "AESCCM", sizes: aesSizes, keyError: "AESCCM key must be 128, 192, or 256 bits.",
		nonceLow: 7, nonceHigh: 13,
		make:  func(key []byte, tag int) (cipher.AEAD, error) { return newCCM(key, 12, tag) },
		sized: newCCM,
	})
	defineAEAD(aesgcmsivType, &aesgcmsivShape, &aeadKind{
		name: "AESGCMSIV", sizes: aesSizes, keyError: "AES-GCM-SIV key must be 128, 192 or 256 bits.", keyPrefix: "argument 'key': ",
		nonceLow: 12, nonceHigh: 12, nonceTail: " long",
		make: func(key []byte, tag int) (cipher.AEAD, error) { return ciphers.NewGCMSIV(key) },
	})
	defineAEAD(aesocb3Type, &aesocb3Shape, &aeadKind{
		name: "AESOCB3", sizes: aesSizes, keyError: "AESOCB3 key must be 128, 192, or 256 bits.", keyPrefix: "argument 'key': ",
		nonceLow: 12, nonceHigh: 15,
		make:  func(key []byte, tag int) (cipher.AEAD, error) { return newOCB(key, 12, tag) },
		sized: newOCB,
	})
	defineAEAD(chachaType, &chachaShape, &aeadKind{
		name: "ChaCha20Poly1305", sizes: []int{32}, keyError: "ChaCha20Poly1305 key must be 32 bytes.",
		nonceLow: 12, nonceHigh: 12,
		make: func(key []byte, tag int) (cipher.AEAD, error) { return chacha20poly1305.New(key) },
	})
}

func newCCM(key []byte, nonce, tag int) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return ciphers.NewCCM(block, nonce, tag)
}

func newOCB(key []byte, nonce, tag int) (cipher.AEAD, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return ocb.NewOCBWithNonceAndTagSize(block, nonce, tag)
}

func defineAEAD(typ *py.Type, shape *py.Shape, k *aeadKind) {
	sig := k.name + ".__new__(key)"
	if k.name == "AESCCM" {
		sig = k.name + ".__new__(key, tag_length=16)"
	}
	generate := py.StaticMethod("def "+k.name+".generate_key(bit_length)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		n, err := bitLength(t, a.Value(0), aesSizes)
		if err != nil {
			return py.Nil, err
		}
		b, err := random(t, n)
		return py.NewBytes(b), err
	})
	if len(k.sizes) == 1 {
		generate = py.StaticMethod("def "+k.name+".generate_key()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			b, err := random(t, k.sizes[0])
			return py.NewBytes(b), err
		})
	}
	// Programs call these in loops, and by position.
	row := func(sig string, fn func(o *aeadObject, t *py.Thread, args []py.Value) (py.Value, error)) py.Member {
		return py.Method("def "+k.name+"."+sig, func(o *aeadObject, t *py.Thread, a *py.Args) (py.Value, error) {
			args := [4]py.Value{a.Value(0), a.Value(1), a.Value(2)}
			if strings.HasSuffix(sig, "buf)") {
				args[3] = a.Value(3)
			}
			return fn(o, t, args[:])
		}).Fast(func(t *py.Thread, o py.Value, args []py.Value) (py.Value, error) {
			return fn(py.As[aeadObject](o), t, args)
		})
	}
	py.DefineLater(typ, shape, k.name, func() py.TypeSpec {
		return py.TypeSpec{
			Module: "cryptography.hazmat.primitives.ciphers.aead", Flags: py.Final | py.DottedName,
			Doc: "Authenticated encryption with one key.",
			Slots: py.Slots{New: py.Ctor("def "+sig, func(t *py.Thread, a *py.Args) (py.Value, error) {
				return k.new(t, a, typ)
			})},
			Members: py.Members{
				row("decrypt(self, nonce, data, associated_data)", (*aeadObject).decrypt),
				row("decrypt_into(self, nonce, data, associated_data, buf)", (*aeadObject).decrypt_into),
				row("encrypt(self, nonce, data, associated_data)", (*aeadObject).encrypt),
				row("encrypt_into(self, nonce, data, associated_data, buf)", (*aeadObject).encrypt_into),
				generate,
			},
		}
	})
}

// bitLength checks the argument of generate_key and returns the number of bytes.
func bitLength(t *py.Thread, v py.Value, sizes []int) (int, error) {
	n, err := py.AsInt(t, v)
	if err != nil {
		return 0, err
	}
	var texts []string
	for _, s := range sizes {
		if n == 8*s {
			return s, nil
		}
		texts = append(texts, strconv.Itoa(8*s))
	}
	texts[len(texts)-1] = "or " + texts[len(texts)-1]
	return 0, py.Raise(py.ValueError, "bit_length must be %s", strings.Join(texts, ", "))
}

func (k *aeadKind) new(t *py.Thread, a *py.Args, typ *py.Type) (py.Value, error) {
	key, err := bytesLike(t, a.Value(0), k.keyPrefix)
	if err != nil {
		return py.Nil, err
	}
	tag := 16
	if k.name == "AESCCM" && a.Given(1) {
		v, err := py.Index(t, a.Value(1))
		if err != nil {
			return py.Nil, py.Raise(py.TypeError, "argument 'tag_length': '%s' object cannot be interpreted as an integer", py.TypeName(a.Value(1)))
		}
		tag, _ = isInt(v)
	}
	ok := false
	for _, n := range k.sizes {
		ok = ok || len(key) == n
	}
	if !ok {
		return py.Nil, py.Raise(py.ValueError, "%s", k.keyError)
	}
	if tag < 4 || tag > 16 || tag%2 != 0 {
		return py.Nil, py.Raise(py.ValueError, "Invalid tag_length")
	}
	if k.name != "AESGCM" {
		if err := refuse(t, k.name); err != nil {
			return py.Nil, err
		}
	}
	o := &aeadObject{Head: typ.Root(), kind: k, tag: tag}
	if o.c, err = k.make(key, tag); err != nil {
		if err := refuseNonce(t, k); err != nil { // Go's module with fips140=only
			return py.Nil, err
		}
		return py.Nil, py.Raise(py.ValueError, "%s", k.keyError)
	}
	if k.sized != nil {
		o.key = append([]byte(nil), key...)
	}
	return py.Object(o), nil
}

// cipherFor returns the cipher for a nonce.
func (o *aeadObject) cipherFor(nonce []byte) (cipher.AEAD, error) {
	if len(nonce) == 12 {
		return o.c, nil
	}
	k := o.kind
	if len(nonce) < k.nonceLow || len(nonce) > k.nonceHigh {
		if k.nonceLow == k.nonceHigh {
			return nil, py.Raise(py.ValueError, "Nonce must be %d bytes%s", k.nonceLow, k.nonceTail)
		}
		return nil, py.Raise(py.ValueError, "Nonce must be between %d and %d bytes", k.nonceLow, k.nonceHigh)
	}
	c, err := k.sized(o.key, len(nonce), o.tag)
	if err != nil {
		return nil, py.Raise(py.ValueError, "%v", err)
	}
	return c, nil
}

// message is what one call gets.
type message struct {
	c               cipher.AEAD
	nonce, data, ad []byte
}

func (o *aeadObject) message(t *py.Thread, args []py.Value, out int) (m message, err error) {
	if m.nonce, err = argument(t, args[0], "nonce"); err != nil {
		return m, err
	}
	if m.data, err = argument(t, args[1], "data"); err != nil {
		return m, err
	}
	if !args[2].IsNone() {
		if m.ad, err = argument(t, args[2], "associated_data"); err != nil {
			return m, err
		}
	}
	if out > 0 {
		if err = refuseNonce(t, o.kind); err != nil {
			return m, err
		}
	}
	if m.c, err = o.cipherFor(m.nonce); err != nil {
		return m, err
	}
	if o.kind.name == "AESCCM" && len(m.nonce) == 13 && len(m.data)-min(0, out)*o.tag > 1<<16-1 {
		return m, py.Raise(py.ValueError, "Data too long for nonce")
	}
	return m, work(t, len(m.data)+len(m.ad))
}

func (o *aeadObject) encrypt(t *py.Thread, args []py.Value) (py.Value, error) {
	m, err := o.message(t, args, 1)
	if err != nil {
		return py.Nil, err
	}
	v, out := py.MakeBytes(len(m.data) + m.c.Overhead())
	ciphers.Seal(m.c, out[:0], m.nonce, m.data, m.ad)
	return v, nil
}

func (o *aeadObject) decrypt(t *py.Thread, args []py.Value) (py.Value, error) {
	m, err := o.message(t, args, -1)
	if err != nil {
		return py.Nil, err
	}
	v, out := py.MakeBytes(max(0, len(m.data)-m.c.Overhead()))
	if _, err := ciphers.Open(m.c, out[:0], m.nonce, m.data, m.ad); err != nil {
		return py.Nil, py.RaiseValue(invalidTag)
	}
	return v, nil
}

func (o *aeadObject) encrypt_into(t *py.Thread, args []py.Value) (py.Value, error) {
	m, err := o.message(t, args, 1)
	if err != nil {
		return py.Nil, err
	}
	buf, err := target(t, args[3])
	if err != nil {
		return py.Nil, err
	}
	n := len(m.data) + m.c.Overhead()
	if len(buf) != n {
		return py.Nil, py.Raise(py.ValueError, "buffer must be %d bytes", n)
	}
	if apart(buf, m.data) && apart(buf, m.ad) && apart(buf, m.nonce) {
		ciphers.Seal(m.c, buf[:0:n], m.nonce, m.data, m.ad)
		return py.Int(int64(n)), nil
	}
	// The buffers may overlap in any way: through one of our own.
	return py.Int(int64(copy(buf, ciphers.Seal(m.c, nil, m.nonce, m.data, m.ad)))), nil
}

func (o *aeadObject) decrypt_into(t *py.Thread, args []py.Value) (py.Value, error) {
	m, err := o.message(t, args, -1)
	if err != nil {
		return py.Nil, err
	}
	n := len(m.data) - m.c.Overhead()
	if n < 0 {
		return py.Nil, py.RaiseValue(invalidTag)
	}
	buf, err := target(t, args[3])
	if err != nil {
		return py.Nil, err
	}
	if len(buf) != n {
		return py.Nil, py.Raise(py.ValueError, "buffer must be %d bytes", n)
	}
	// Through a buffer of our own: they may overlap, and what is not authentic must
	// not reach the caller's, nor what was in it be lost.
	out, err := ciphers.Open(m.c, nil, m.nonce, m.data, m.ad)
	if err != nil {
		return py.Nil, py.RaiseValue(invalidTag)
	}
	return py.Int(int64(copy(buf, out))), nil
}
