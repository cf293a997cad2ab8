// Package cryptolib is MicroPython's cryptolib module: AES in the modes ECB, CBC
// and CTR. https://docs.micropython.org/en/latest/library/cryptolib.html
//
// Beyond MicroPython there are the authenticated modes GCM, CCM and EAX,
// chacha20_poly1305 and ascon: encrypt(in[, out[, aad]]) returns the ciphertext followed
// by a tag of 16 bytes, decrypt checks it (ValueError: tag), and an object encrypts only once.
//
// The error texts are MicroPython's. AES-192 keys and the constants MODE_… work
// here, which MicroPython leaves out on most ports. Input and output may be the same
// buffer.
package cryptolib

import (
	"crypto/aes"
	"crypto/cipher"
	"unsafe"

	"github.com/cloudflare/circl/cipher/ascon"

	"github.com/woma-lang/woma/internal/fips"
	"github.com/woma-lang/woma/py"
)

// Module is cryptolib.
var Module = &py.Module{
	Name: "cryptolib",
	Doc:  "Cryptographic ciphers.",
	Types: func() {
		py.DefineLater(aeadType, &aeadShape, "aes_aead", aeadSpec)
		py.DefineLater(asconType, &asconShape, "ascon", asconSpec)
		py.DefineLater(chachaType, &chachaShape, "chacha20_poly1305", chachaSpec)
		py.DefineLater(aesType, &aesShape, "aes", aesSpec)
	},
	Table: func() py.Members {
		return py.Members{
			py.Const("ASCON_128", py.Int(int64(ascon.Ascon128))),
			py.Const("ASCON_128A", py.Int(int64(ascon.Ascon128a))),
			py.Const("ASCON_80PQ", py.Int(int64(ascon.Ascon80pq))),
			py.Const("MODE_CBC", py.Int(modeCBC)),
			py.Const("MODE_CCM", py.Int(modeCCM)),
			py.Const("MODE_CTR", py.Int(modeCTR)),
			py.Const("MODE_EAX", py.Int(modeEAX)),
			py.Const("MODE_ECB", py.Int(modeECB)),
			py.Const("MODE_GCM", py.Int(modeGCM)),
			py.ClassAs("aes", aesType),
			py.ClassAs("ascon", asconType),
			py.ClassAs("chacha20_poly1305", chachaType),
		}
	},
}

const (
	modeECB = 1
	modeCBC = 2
	modeCTR = 6
	modeCCM = 8
	modeEAX = 9
	modeGCM = 11
)

// piece is how much is done before the machine is asked whether to go on.
const piece = 1 << 18

// direction says what an object has been used for: a key stream or a chain can go
// one way only.
type direction uint8

const (
	unused direction = iota
	encrypting
	decrypting
)

// aesObject is one cipher with its state.
type aesObject struct {
	py.Head
	block  cipher.Block
	mode   int
	iv     [aes.BlockSize]byte // CBC
	chain  cipher.BlockMode    // CBC, once the direction is known
	stream cipher.Stream       // CTR
	dir    direction
}

var (
	aesType  = &py.Type{}
	aesShape py.Shape
)

func aesSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "cryptolib", SubDict: py.SubDict[aesObject](),
		Doc:   "aes(key, mode[, IV]): an AES cipher.",
		Slots: py.Slots{New: py.Ctor("aes(key, mode, IV=None, /)", newAES)},
		Members: py.Members{
			py.FastMethod("decrypt(in_buf, out_buf=None, /)", func(t *py.Thread, o py.Value, args []py.Value) (py.Value, error) {
				return py.As[aesObject](o).crypt(t, args, decrypting)
			}),
			py.FastMethod("encrypt(in_buf, out_buf=None, /)", func(t *py.Thread, o py.Value, args []py.Value) (py.Value, error) {
				return py.As[aesObject](o).crypt(t, args, encrypting)
			}),
		},
	}
}

func newAES(t *py.Thread, a *py.Args) (py.Value, error) {
	mode := a.Int(t, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	sealed := mode == modeGCM || mode == modeCCM || mode == modeEAX
	if mode != modeECB && mode != modeCBC && mode != modeCTR && !sealed {
		return py.Nil, py.Raise(py.ValueError, "mode")
	}
	key, err := bytesOf(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if len(key) != 16 && len(key) != 24 && len(key) != 32 {
		return py.Nil, py.Raise(py.ValueError, "key")
	}
	var iv []byte
	if a.Given(2) {
		if iv, err = bytesOf(t, a.Value(2)); err != nil {
			return py.Nil, err
		}
		if len(iv) != aes.BlockSize && !sealed {
			return py.Nil, py.Raise(py.ValueError, "IV")
		}
	} else if mode != modeECB {
		return py.Nil, py.Raise(py.ValueError, "IV")
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "key")
	}
	if sealed {
		if fips.On(t.Interp.FIPS) {
			return py.Nil, py.Raise(py.ValueError, "mode: GCM, CCM and EAX with a nonce of one's own choice are not approved by FIPS 140-3; woma.seal chooses it")
		}
		return newAEAD(block, mode, iv)
	}
	o := py.Alloc[aesObject](a.ClassOf())
	o.block, o.mode = block, mode
	copy(o.iv[:], iv)
	if mode == modeCTR {
		o.stream = cipher.NewCTR(block, iv)
	}
	return py.Object(o), nil
}

// bytesOf returns the bytes of a buffer, or of a str as MicroPython allows.
func bytesOf(t *py.Thread, v py.Value) ([]byte, error) {
	if py.IsBytes(v) {
		return py.As[py.Bytes](v).B, nil
	}
	if s, ok := py.AsStr(v); ok {
		return []byte(s.String()), nil
	}
	if v.Type().Slots.Buffer == nil {
		return nil, py.Raise(py.TypeError, "object with buffer protocol required")
	}
	return py.AsBuffer(t, v)
}

// output returns the first n bytes of an object to write to.
func output(t *py.Thread, v py.Value, n int) ([]byte, func(), error) {
	if py.IsByteArray(v) && n <= piece { // no Python code runs that could change its size
		if b := py.As[py.ByteArray](v).B; len(b) >= n {
			return b[:n], nil, nil
		}
		return nil, nil, py.Raise(py.ValueError, "output too small")
	}
	if v.Type().Slots.Buffer == nil {
		return nil, nil, py.Raise(py.TypeError, "object with buffer protocol required")
	}
	buf, err := py.GetBuffer(t, v)
	if err != nil {
		return nil, nil, err
	}
	if !buf.ReadOnly && len(buf.Data) >= n {
		return buf.Data[:n], buf.Release, nil
	}
	if buf.Release != nil {
		buf.Release()
	}
	if buf.ReadOnly {
		return nil, nil, py.Raise(py.TypeError, "object with buffer protocol required")
	}
	return nil, nil, py.Raise(py.ValueError, "output too small")
}

func (o *aesObject) crypt(t *py.Thread, args []py.Value, dir direction) (py.Value, error) {
	in, err := bytesOf(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	if o.mode != modeCTR && len(in)%aes.BlockSize != 0 {
		return py.Nil, py.RaiseValue(py.ValueError, py.NewStr("blksize % 16"))
	}
	var result py.Value
	var out []byte
	if len(args) > 1 && !args[1].IsNone() {
		result = args[1]
		var release func()
		if out, release, err = output(t, result, len(in)); err != nil {
			return py.Nil, err
		}
		if release != nil {
			defer release()
		}
	} else {
		if err := t.Alloc(len(in)); err != nil {
			return py.Nil, err
		}
		result, out = py.MakeBytes(len(in))
	}
	if o.dir != dir {
		if o.dir != unused {
			return py.Nil, py.Raise(py.ValueError, "can't encrypt & decrypt")
		}
		o.start(dir)
	}
	if overlap(in, out) {
		in = append([]byte(nil), in...)
	}
	for len(in) > 0 {
		n := min(piece, len(in))
		o.run(out[:n], in[:n], dir)
		in, out = in[n:], out[n:]
		if len(in) > 0 {
			if err := t.Step(n / 64); err != nil {
				return py.Nil, err
			}
		}
	}
	return result, nil
}

// start is the first use of an object, which says what it is for.
func (o *aesObject) start(dir direction) {
	o.dir = dir
	switch {
	case o.mode != modeCBC:
	case dir == encrypting:
		o.chain = cipher.NewCBCEncrypter(o.block, o.iv[:])
	default:
		o.chain = cipher.NewCBCDecrypter(o.block, o.iv[:])
	}
}

// run does whole blocks (CTR: any length).
func (o *aesObject) run(out, in []byte, dir direction) {
	switch o.mode {
	case modeCTR:
		o.stream.XORKeyStream(out, in)
	case modeCBC:
		o.chain.CryptBlocks(out, in)
	default:
		for i := 0; i < len(in); i += aes.BlockSize {
			if dir == encrypting {
				o.block.Encrypt(out[i:i+aes.BlockSize], in[i:i+aes.BlockSize])
			} else {
				o.block.Decrypt(out[i:i+aes.BlockSize], in[i:i+aes.BlockSize])
			}
		}
	}
}

// overlap reports whether two buffers share memory without being the same, which Go's
// ciphers refuse.
func overlap(a, b []byte) bool {
	if len(a) == 0 || len(b) == 0 || &a[0] == &b[0] {
		return false
	}
	x, y := uintptr(unsafe.Pointer(&a[0])), uintptr(unsafe.Pointer(&b[0]))
	return x < y+uintptr(len(b)) && y < x+uintptr(len(a))
}
