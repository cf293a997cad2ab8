// Package binascii is Python's binascii module.
// https://docs.python.org/3.13/library/binascii.html
package binascii

import (
	"encoding/base64"
	"encoding/hex"
	"hash/crc32"
	"math/big"

	"github.com/woma-lang/woma/py"
)

// Module is binascii.
var Module = &py.Module{
	Name: "binascii",
	Doc:  "Bytes as hexadecimal, Base64 and other text; checksums.",
	Table: func() py.Members {
		return py.Members{
			py.ClassAs("Error", errorType),
			py.ClassAs("Incomplete", incompleteType),
			py.Func("a2b_base64(data, /, *, strict_mode=False)", a2b_base64).Maker(quickFromBase64),
			py.Func("a2b_hex(hexstr, /)", unhexlify).Maker(quickFromHex),
			py.Func("a2b_qp(data, header=False)", a2b_qp),
			py.Func("a2b_uu(data, /)", a2b_uu),
			py.Func("b2a_base64(data, /, *, newline=True)", b2a_base64).Maker(quickBase64),
			py.Func("b2a_hex(data, sep=None, bytes_per_sep=1)", hexlify).Maker(quickHex),
			py.Func("b2a_qp(data, quotetabs=False, istext=True, header=False)", b2a_qp),
			py.Func("b2a_uu(data, /, *, backtick=False)", b2a_uu),
			py.Func("crc32(data, crc=0, /)", crc32_),
			py.Func("crc_hqx(data, crc, /)", crc_hqx),
			py.Func("hexlify(data, sep=None, bytes_per_sep=1)", hexlify).Maker(quickHex),
			py.Func("unhexlify(hexstr, /)", unhexlify).Maker(quickFromHex),
		}
	},
}

var (
	errorType      = py.LazyType("Error", errorSpec)
	incompleteType = py.LazyType("Incomplete", incompleteSpec)
)

func incompleteSpec() py.TypeSpec {
	return py.TypeSpec{Module: "binascii", Base: py.Exception}
}

func errorSpec() py.TypeSpec {
	return py.TypeSpec{Module: "binascii", Base: py.ValueError}
}

// ascii returns the bytes of a buffer or of a str with ASCII only.
func ascii(t *py.Thread, v py.Value) ([]byte, error) {
	if s, ok := py.AsStr(v); ok {
		if !s.ASCII() {
			return nil, py.Raise(py.ValueError, "string argument should contain only ASCII characters")
		}
		return []byte(s.String()), nil
	}
	var b []byte
	var err error
	if v.Type().Slots.Buffer != nil {
		b, err = py.AsBuffer(t, v)
	}
	if v.Type().Slots.Buffer == nil || py.ErrIs(err, py.BufferError) {
		return nil, py.Raise(py.TypeError, "argument should be bytes, buffer or ASCII string, not '%s'", py.TypeName(v))
	}
	return b, err
}

// hexlify, with separators counted from the right, or from the left if negative.
func hexlify(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	group := a.IntOr(t, 2, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	var sep []byte
	if a.Has(1) {
		var err error
		if sep, err = separator(t, a.Value(1)); err != nil {
			return py.Nil, err
		}
	}
	n := len(data)
	if err := t.Alloc(3 * n); err != nil {
		return py.Nil, err
	}
	if sep == nil || group == 0 || n == 0 {
		return py.NewBytes(hex.AppendEncode(nil, data)), nil
	}
	out := make([]byte, 0, 3*n)
	size, first := group, n%max(group, 1)
	if group < 0 {
		size, first = -group, 0
	}
	if size < 0 { // the most negative int
		return py.NewBytes(hex.AppendEncode(nil, data)), nil
	}
	if first == 0 {
		first = size
	}
	for i := 0; i < n; {
		k := min(size, n-i)
		if i == 0 {
			k = min(first, n)
		} else {
			out = append(out, sep[0])
		}
		out = hex.AppendEncode(out, data[i:i+k])
		i += k
	}
	return py.NewBytes(out), nil
}

// separator checks the argument sep of hexlify.
func separator(t *py.Thread, v py.Value) ([]byte, error) {
	n, err := py.Len(t, v)
	if err != nil {
		return nil, err
	}
	if n != 1 {
		return nil, py.Raise(py.ValueError, "sep must be length 1.")
	}
	if s, ok := py.AsStr(v); ok {
		r, _ := py.DecodeRune(s.String())
		if r > 255 {
			return nil, py.Raise(py.ValueError, "sep must be ASCII.")
		}
		return []byte{byte(r)}, nil
	}
	if !py.IsInstance(v, py.BytesType) {
		return nil, py.Raise(py.TypeError, "sep must be str or bytes.")
	}
	return py.As[py.Bytes](v).B, nil
}

func unhexlify(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if len(data)%2 != 0 {
		return py.Nil, py.Raise(errorType, "Odd-length string")
	}
	if err := t.Alloc(len(data) / 2); err != nil {
		return py.Nil, err
	}
	out := make([]byte, len(data)/2)
	if _, err := hex.Decode(out, data); err != nil {
		return py.Nil, py.Raise(errorType, "Non-hexadecimal digit found")
	}
	return py.NewBytes(out), nil
}

func b2a_base64(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	newline := a.BoolOr(t, 1, true)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	n := base64.StdEncoding.EncodedLen(len(data))
	if err := t.Alloc(n + 1); err != nil {
		return py.Nil, err
	}
	out := make([]byte, n, n+1)
	base64.StdEncoding.Encode(out, data)
	if newline {
		out = append(out, '\n')
	}
	return py.NewBytes(out), nil
}

// base64Value is the value of each base64 character, 0xFF for others.
var base64Value = py.Late[*[256]byte]{Make: func() *[256]byte {
	var table [256]byte
	for i := range table {
		table[i] = 0xFF
	}
	for i, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
		table[c] = byte(i)
	}
	return &table
}}

// a2b_base64 skips what is not base64, as CPython does, unless strict_mode. Go's
// decoder has other ideas of what is an error.
func a2b_base64(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	strict := a.BoolOr(t, 1, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(len(data)); err != nil {
		return py.Nil, err
	}
	fail := func(text string) (py.Value, error) { return py.Nil, py.Raise(errorType, text) }
	if strict && len(data) > 0 && data[0] == '=' {
		return fail("Leading padding not allowed")
	}
	out := make([]byte, 0, len(data)/4*3+3)
	values := base64Value.Get()
	quad, pads, padding := 0, 0, false
	var left byte
	for i, c := range data {
		if c == '=' {
			padding = true
			if strict && quad == 0 {
				return fail("Excess padding not allowed")
			}
			if quad >= 2 {
				if pads++; quad+pads >= 4 {
					if strict && i+1 < len(data) {
						return fail("Excess data after padding")
					}
					return py.NewBytes(out), nil
				}
			}
			continue
		}
		v := values[c]
		if v == 0xFF {
			if strict {
				return fail("Only base64 data is allowed")
			}
			continue
		}
		if strict && padding {
			return fail("Discontinuous padding not allowed")
		}
		pads = 0
		switch quad {
		case 1:
			out = append(out, left<<2|v>>4)
			v &= 0x0F
		case 2:
			out = append(out, left<<4|v>>2)
			v &= 0x03
		case 3:
			out = append(out, left<<6|v)
			v = 0
		}
		left, quad = v, (quad+1)%4
	}
	switch quad {
	case 0:
		return py.NewBytes(out), nil
	case 1:
		return py.Nil, py.Raise(errorType, "Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4", len(out)/3*4+1)
	}
	return fail("Incorrect padding")
}

// crcArg is a checksum argument: any int, of which the low bits count.
func crcArg(t *py.Thread, a *py.Args, i int) uint32 {
	if !a.Has(i) {
		return 0
	}
	v, err := py.Index(t, a.Value(i))
	if err != nil {
		a.Fail(err)
		return 0
	}
	if v.IsInt() {
		return uint32(v.I())
	}
	return uint32(new(big.Int).And(py.AsBig(v), big.NewInt(0xFFFFFFFF)).Uint64())
}

func crc32_(t *py.Thread, a *py.Args) (py.Value, error) {
	data, crc := a.Buffer(t, 0), crcArg(t, a, 1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return py.Int(int64(crc32.Update(crc, crc32.IEEETable, data))), nil
}

// crc_hqx is CRC-CCITT: the polynomial 0x1021, most significant bit first.
func crc_hqx(t *py.Thread, a *py.Args) (py.Value, error) {
	data, crc := a.Buffer(t, 0), uint16(crcArg(t, a, 1))
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	for _, c := range data {
		crc ^= uint16(c) << 8
		for range 8 {
			if crc&0x8000 != 0 {
				crc = crc<<1 ^ 0x1021
			} else {
				crc <<= 1
			}
		}
	}
	return py.Int(int64(crc)), nil
}

func b2a_uu(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	backtick := a.BoolOr(t, 1, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if len(data) > 45 {
		return py.Nil, py.Raise(errorType, "At most 45 bytes at once")
	}
	char := func(b byte) byte {
		if b == 0 && backtick {
			return '`'
		}
		return b + ' '
	}
	out := []byte{char(byte(len(data)))}
	for i := 0; i < len(data); i += 3 {
		var x [3]byte
		copy(x[:], data[i:])
		out = append(out, char(x[0]>>2), char(x[0]&3<<4|x[1]>>4), char(x[1]&15<<2|x[2]>>6), char(x[2]&63))
	}
	return py.NewBytes(append(out, '\n')), nil
}

func a2b_uu(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	n := 32 // an empty line: what CPython makes of it
	if len(data) > 0 {
		n = int(data[0]-' ') & 63
		data = data[1:]
	}
	out := make([]byte, 0, n)
	var acc, bits uint
	for len(out) < n {
		var v uint
		if len(data) > 0 {
			c := data[0]
			if c != '\n' && c != '\r' {
				if c < ' ' || c > ' '+64 {
					return py.Nil, py.Raise(errorType, "Illegal char")
				}
				v = uint(c-' ') & 63
			}
			data = data[1:]
		}
		acc, bits = acc<<6|v, bits+6
		if bits >= 8 {
			bits -= 8
			out = append(out, byte(acc>>bits))
			acc &= 1<<bits - 1
		}
	}
	for _, c := range data {
		if c != ' ' && c != ' '+64 && c != '\n' && c != '\r' {
			return py.Nil, py.Raise(errorType, "Trailing garbage")
		}
	}
	return py.NewBytes(out), nil
}
