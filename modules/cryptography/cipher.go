package cryptography

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/rc4"
	"encoding/binary"

	"golang.org/x/crypto/chacha20"

	"github.com/woma-lang/woma/internal/ciphers"
	"github.com/woma-lang/woma/py"
)

// context is a message that is being encrypted or decrypted.
type context struct {
	py.Head
	size     int                                  // of blocks, 1 for streams
	run      func(dst, src []byte)                // whole blocks; dst may be src
	pending  []byte                               // less than a block
	reset    func(nonce []byte) func(d, s []byte) // makes a new stream
	nonce    int
	xts      *ciphers.XTS
	tweak    [16]byte
	gcm      *ciphers.GCM
	tag      []byte
	minTag   int
	decrypt  bool
	updated  bool
	finished bool
}

var (
	contextType, aeadContextType, encryptionType, decryptionType     = &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}
	contextShape, aeadContextShape, encryptionShape, decryptionShape py.Shape
)

func defineContexts() {
	defineContext(contextType, &contextShape, "CipherContext", nil, py.Members{
		py.Method("def CipherContext.finalize(self)", (*context).finalize),
		py.Method("def CipherContext.reset_nonce(self, nonce)", (*context).reset_nonce),
		py.Method("def CipherContext.update(self, data)", func(c *context, t *py.Thread, a *py.Args) (py.Value, error) {
			return c.update(t, a.Value(0))
		}).Fast(func(t *py.Thread, c py.Value, args []py.Value) (py.Value, error) {
			return py.As[context](c).update(t, args[0])
		}),
		py.Method("def CipherContext.update_into(self, data, buf)", func(c *context, t *py.Thread, a *py.Args) (py.Value, error) {
			return c.update_into(t, a.Value(0), a.Value(1))
		}).Fast(func(t *py.Thread, c py.Value, args []py.Value) (py.Value, error) {
			return py.As[context](c).update_into(t, args[0], args[1])
		}),
	})
	defineContext(aeadContextType, &aeadContextShape, "AEADCipherContext", contextType, py.Members{
		py.Method("def AEADCipherContext.authenticate_additional_data(self, data)", (*context).authenticate_additional_data),
	})
	defineContext(encryptionType, &encryptionShape, "AEADEncryptionContext", aeadContextType, py.Members{
		py.GetSet("tag", func(t *py.Thread, v py.Value) (py.Value, error) {
			c := py.As[context](v)
			if !c.finished {
				return py.Nil, py.Raise(notYetFinalized, "You must finalize encryption before getting the tag.")
			}
			return py.NewBytes(append([]byte(nil), c.tag...)), nil
		}, nil),
	})
	defineContext(decryptionType, &decryptionShape, "AEADDecryptionContext", aeadContextType, py.Members{
		py.Method("def AEADDecryptionContext.finalize_with_tag(self, tag)", (*context).finalize_with_tag),
	})
}

func defineContext(typ *py.Type, shape *py.Shape, name string, base *py.Type, members py.Members) {
	py.DefineLater(typ, shape, name, func() py.TypeSpec {
		return py.TypeSpec{
			Module: "cryptography.hazmat.primitives.ciphers", Base: base,
			Flags: py.NotCallable | py.DottedName, Members: members,
		}
	})
}

// newContext is context(algorithm, key, mode, iv, decrypt, tag, min_tag_length): the
// names are those that the Python classes bear, whose sizes they have checked.
func newContext(t *py.Thread, a *py.Args) (py.Value, error) {
	algorithm, mode := a.String(0), a.StringOr(2, "")
	key, iv := arg(t, a, 1, "key"), argOrNone(t, a, 3, "iv")
	c := &context{size: 1, decrypt: a.Bool(t, 4), minTag: a.IntOr(t, 6, 16)}
	if a.Given(5) {
		c.tag = append([]byte(nil), arg(t, a, 5, "tag")...)
	}
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	c.Head = contextType.Root()
	unsupported := func() (py.Value, error) {
		return py.Nil, py.Raise(unsupportedAlgorithm, "cipher %s in %s mode is not supported ", algorithm, mode)
	}
	var block cipher.Block
	var err error
	if algorithm != "AES" || mode != "ECB" && mode != "CBC" && mode != "CTR" {
		if err := refuse(t, algorithm+" in the mode "+mode); err != nil {
			return py.Nil, err
		}
	}
	switch algorithm {
	case "AES":
		if mode == "XTS" {
			if equal(key[:len(key)/2], key[len(key)/2:]) {
				return py.Nil, py.Raise(py.ValueError, "In XTS mode duplicated keys are not allowed")
			}
			if c.xts, err = ciphers.NewXTS(key); err != nil || copy(c.tweak[:], iv) != 16 {
				return unsupported()
			}
			return py.Object(c), nil
		}
		block, err = aes.NewCipher(key)
	case "3DES":
		block, err = des.NewTripleDESCipher(key)
	case "ChaCha20":
		if mode != "None" {
			return unsupported()
		}
		key := append([]byte(nil), key...)
		c.reset = func(nonce []byte) func(d, s []byte) { return chachaStream(key, nonce) }
	case "RC4":
		r, err := rc4.NewCipher(key)
		if err != nil || mode != "None" {
			return unsupported()
		}
		c.run = r.XORKeyStream
		return py.Object(c), nil
	default:
		return unsupported()
	}
	if err != nil {
		return py.Nil, py.Raise(py.ValueError, "%v", err)
	}
	if c.reset == nil {
		if !c.setMode(block, algorithm, mode, iv) {
			return unsupported()
		}
	}
	if c.reset != nil {
		c.nonce = len(iv)
		c.run = c.reset(iv)
	}
	return py.Object(c), nil
}

// setMode fills in what a block cipher does in a mode.
func (c *context) setMode(block cipher.Block, algorithm, mode string, iv []byte) bool {
	feedback := func(f ciphers.Feedback) func(dst, src []byte) {
		return ciphers.NewFeedback(block, iv, f, c.decrypt).XORKeyStream
	}
	switch {
	case mode == "ECB":
		c.size = block.BlockSize()
		one := block.Encrypt
		if c.decrypt {
			one = block.Decrypt
		}
		n := c.size
		c.run = func(dst, src []byte) {
			for i := 0; i < len(src); i += n {
				one(dst[i:i+n], src[i:i+n])
			}
		}
	case mode == "CBC":
		c.size = block.BlockSize()
		if c.decrypt {
			c.run = cipher.NewCBCDecrypter(block, iv).CryptBlocks
		} else {
			c.run = cipher.NewCBCEncrypter(block, iv).CryptBlocks
		}
	case mode == "CFB":
		c.run = feedback(ciphers.CFB)
	case mode == "CFB8":
		c.run = feedback(ciphers.CFB8)
	case mode == "OFB":
		c.run = feedback(ciphers.OFB)
	case algorithm != "AES":
		return false
	case mode == "CTR":
		c.reset = func(nonce []byte) func(d, s []byte) { return cipher.NewCTR(block, nonce).XORKeyStream }
	case mode == "GCM":
		g, err := ciphers.NewGCM(block, iv)
		if err != nil {
			return false
		}
		c.gcm = g
		if c.Head = encryptionType.Root(); c.decrypt {
			c.Head = decryptionType.Root()
		}
	default:
		return false
	}
	return true
}

// chachaStream is ChaCha20 with OpenSSL's nonce of 16 bytes: a little-endian counter
// of 32 bits, which carries into what follows, and a nonce.
func chachaStream(key, nonce []byte) func(dst, src []byte) {
	n := append([]byte(nil), nonce...)
	var s *chacha20.Cipher
	var left int64
	return func(dst, src []byte) {
		for len(src) > 0 {
			if left == 0 {
				s, _ = chacha20.NewUnauthenticatedCipher(key, n[4:]) // the sizes are right
				counter := binary.LittleEndian.Uint32(n)
				s.SetCounter(counter)
				left = (1<<32 - int64(counter)) * 64
				binary.LittleEndian.PutUint32(n, 0)
				binary.LittleEndian.PutUint32(n[4:], binary.LittleEndian.Uint32(n[4:])+1)
			}
			k := len(src)
			if int64(k) > left {
				k = int(left)
			}
			s.XORKeyStream(dst[:k], src[:k])
			left -= int64(k)
			dst, src = dst[k:], src[k:]
		}
	}
}

func finalized() error { return py.Raise(alreadyFinalized, "Context was already finalized.") }

// add processes data and returns how much of out was written. There is room for
// less than a block more than the data.
func (c *context) add(t *py.Thread, out, data []byte) (int, error) {
	c.updated = c.updated || len(data) > 0
	switch {
	case c.xts != nil:
		if len(data) == 0 {
			return 0, nil
		}
		if c.xts.Crypt(out, data, c.tweak, c.decrypt) != nil {
			return 0, py.Raise(py.ValueError, "In XTS mode you must supply at least a full block in the first update call. For AES this is 16 bytes.")
		}
		return len(data), nil
	case c.gcm != nil:
		f := c.gcm.Encrypt
		if c.decrypt {
			f = c.gcm.Decrypt
		}
		if err := f(out[:len(data)], data); err != nil {
			return 0, py.Raise(py.ValueError, "Exceeded maximum encrypted byte limit")
		}
		return len(data), nil
	case c.size == 1:
		c.run(out[:len(data)], data)
		return len(data), nil
	}
	n := 0
	if len(c.pending) > 0 {
		k := min(c.size-len(c.pending), len(data))
		c.pending = append(c.pending, data[:k]...)
		if data = data[k:]; len(c.pending) < c.size {
			return 0, nil
		}
		c.run(out[:c.size], c.pending)
		c.pending, n = c.pending[:0], c.size
	}
	if whole := len(data) / c.size * c.size; whole > 0 {
		c.run(out[n:n+whole], data[:whole])
		n, data = n+whole, data[whole:]
	}
	c.pending = append(c.pending, data...)
	return n, nil
}

func (c *context) update(t *py.Thread, v py.Value) (py.Value, error) {
	data, err := argument(t, v, "data")
	if err != nil {
		return py.Nil, err
	}
	if c.finished {
		return py.Nil, finalized()
	}
	if err := work(t, len(data)); err != nil {
		return py.Nil, err
	}
	if c.size == 1 || len(c.pending) == 0 && len(data)%c.size == 0 {
		out, b := py.MakeBytes(len(data))
		_, err := c.add(t, b, data)
		return out, err
	}
	out := make([]byte, len(data)+c.size-1)
	n, err := c.add(t, out, data)
	return py.NewBytes(out[:n:n]), err
}

func (c *context) update_into(t *py.Thread, v, into py.Value) (py.Value, error) {
	data, err := argument(t, v, "data")
	if err != nil {
		return py.Nil, err
	}
	buf, err := target(t, into)
	if err != nil {
		return py.Nil, err
	}
	if c.finished {
		return py.Nil, finalized()
	}
	if n := len(data) + c.size - 1; len(buf) < n {
		return py.Nil, py.Raise(py.ValueError, "buffer must be at least %d bytes for this payload", n)
	}
	if err := work(t, len(data)); err != nil {
		return py.Nil, err
	}
	// What a program passes may overlap in any way, so the input is copied unless it
	// is apart from the output.
	if apart(buf, data) && len(c.pending) == 0 {
		n, err := c.add(t, buf, data)
		return py.Int(int64(n)), err
	}
	n, err := c.add(t, buf, append([]byte(nil), data...))
	return py.Int(int64(n)), err
}

func (c *context) finalize(t *py.Thread, a *py.Args) (py.Value, error) {
	if c.finished {
		return py.Nil, finalized()
	}
	if c.gcm != nil && c.decrypt {
		if c.tag == nil {
			return py.Nil, py.Raise(py.ValueError, "Authentication tag must be provided when decrypting.")
		}
		return c.check()
	}
	c.finished = true
	if len(c.pending) > 0 {
		return py.Nil, py.Raise(py.ValueError, "The length of the provided data is not a multiple of the block length.")
	}
	if c.gcm != nil {
		tag := c.gcm.Tag()
		c.tag = tag[:]
	}
	c.run, c.reset, c.gcm = nil, nil, nil
	return py.NewBytes(nil), nil
}

func (c *context) finalize_with_tag(t *py.Thread, a *py.Args) (py.Value, error) {
	tag := arg(t, a, 0, "tag")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	switch {
	case c.finished:
		return py.Nil, finalized()
	case c.tag != nil:
		return py.Nil, py.Raise(py.ValueError, "Authentication tag must be provided only once.")
	case len(tag) < c.minTag:
		return py.Nil, py.Raise(py.ValueError, "Authentication tag must be %d bytes or longer.", c.minTag)
	case len(tag) > 16:
		return py.Nil, py.Raise(py.ValueError, "Authentication tag cannot be more than 16 bytes.")
	}
	c.tag = append([]byte(nil), tag...)
	return c.check()
}

// check ends a decryption.
func (c *context) check() (py.Value, error) {
	tag := c.gcm.Tag()
	c.finished = true
	if len(c.tag) > len(tag) || !equal(tag[:len(c.tag)], c.tag) {
		return py.Nil, py.RaiseValue(invalidTag)
	}
	return py.NewBytes(nil), nil
}

func (c *context) authenticate_additional_data(t *py.Thread, a *py.Args) (py.Value, error) {
	data := arg(t, a, 0, "data")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if c.finished {
		return py.Nil, finalized()
	}
	if c.updated {
		return py.Nil, py.Raise(alreadyUpdated, "Update has been called on this context.")
	}
	if err := work(t, len(data)); err != nil {
		return py.Nil, err
	}
	if err := c.gcm.AddData(data); err != nil {
		return py.Nil, py.Raise(py.ValueError, "Exceeded maximum AAD byte limit")
	}
	return py.None, nil
}

func (c *context) reset_nonce(t *py.Thread, a *py.Args) (py.Value, error) {
	nonce := arg(t, a, 0, "nonce")
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	switch {
	case c.finished:
		return py.Nil, finalized()
	case c.reset == nil:
		return py.Nil, py.Raise(unsupportedAlgorithm, "This algorithm or mode does not support resetting the nonce.")
	case len(nonce) != c.nonce:
		return py.Nil, py.Raise(py.ValueError, "Nonce must be %d bytes long", c.nonce)
	}
	c.run = c.reset(nonce)
	return py.None, nil
}
