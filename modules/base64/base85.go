package base64

import (
	"bytes"
	"strings"

	"github.com/woma-lang/woma/py"
)

const (
	alphabet85  = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
	alphabetZ85 = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"
)

// asciiAlphabet85 is Ascii85's: '!' to 'u'.
const asciiAlphabet85 = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstu"

// encode85 encodes data in groups of four bytes.
func encode85(t *py.Thread, data []byte, alphabet string, pad, foldNuls, foldSpaces bool) ([]byte, error) {
	if err := t.Alloc(len(data)/4*5 + 5); err != nil {
		return nil, err
	}
	padding := -len(data) & 3
	out := make([]byte, 0, len(data)/4*5+5)
	for i := 0; i < len(data); i += 4 {
		var x [4]byte
		n := copy(x[:], data[i:])
		word := uint32(x[0])<<24 | uint32(x[1])<<16 | uint32(x[2])<<8 | uint32(x[3])
		whole := n == 4 || pad
		switch {
		case foldNuls && word == 0 && whole:
			out = append(out, 'z')
			continue
		case foldSpaces && word == 0x20202020 && whole:
			out = append(out, 'y')
			continue
		}
		var c [5]byte
		for j := 4; j >= 0; j-- {
			c[j] = alphabet[word%85]
			word /= 85
		}
		if whole {
			out = append(out, c[:]...)
		} else {
			out = append(out, c[:5-padding]...)
		}
	}
	return out, nil
}

func b85encode(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := memory(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	pad := a.BoolOr(t, 1, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	out, err := encode85(t, data, alphabet85, pad, false, false)
	return py.NewBytes(out), err
}

func z85encode(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := memory(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	out, err := encode85(t, data, alphabetZ85, false, false, false)
	return py.NewBytes(out), err
}

func b85decode(t *py.Thread, a *py.Args) (py.Value, error) {
	return decode85(t, a, alphabet85, "base85")
}

func z85decode(t *py.Thread, a *py.Args) (py.Value, error) {
	return decode85(t, a, alphabetZ85, "z85")
}

// decode85 decodes base85 and Z85.
func decode85(t *py.Thread, a *py.Args, alphabet, name string) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(len(data)); err != nil {
		return py.Nil, err
	}
	last := alphabet[84]
	padding := -len(data) % 5
	if padding < 0 {
		padding += 5
	}
	var out []byte
	for i := 0; i < len(data); i += 5 {
		word := uint64(0)
		for j := i; j < i+5; j++ {
			c := last
			if j < len(data) {
				c = data[j]
			}
			v := strings.IndexByte(alphabet, c)
			if v < 0 {
				return py.Nil, py.Raise(py.ValueError, "bad %s character at position %d", name, j)
			}
			word = word*85 + uint64(v)
		}
		if word > 0xFFFFFFFF {
			return py.Nil, py.Raise(py.ValueError, "%s overflow in hunk starting at byte %d", name, i)
		}
		out = append(out, byte(word>>24), byte(word>>16), byte(word>>8), byte(word))
	}
	return py.NewBytes(out[:len(out)-min(padding, len(out))]), nil
}

func a85encode(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := memory(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	fold, wrap, pad, adobe := a.BoolOr(t, 1, false), a.IntOr(t, 2, 0), a.BoolOr(t, 3, false), a.BoolOr(t, 4, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	out, err := encode85(t, data, asciiAlphabet85, pad, true, fold)
	if err != nil {
		return py.Nil, err
	}
	if adobe {
		out = append([]byte("<~"), out...)
	}
	if wrap != 0 {
		if adobe {
			wrap = max(2, wrap)
		} else {
			wrap = max(1, wrap)
		}
		var lines [][]byte
		for i := 0; i < len(out); i += wrap {
			lines = append(lines, out[i:min(i+wrap, len(out))])
		}
		if adobe && len(lines) > 0 && len(lines[len(lines)-1])+2 > wrap {
			lines = append(lines, nil)
		}
		out = bytes.Join(lines, []byte("\n"))
	}
	if adobe {
		out = append(out, "~>"...)
	}
	return py.NewBytes(out), nil
}

func a85decode(t *py.Thread, a *py.Args) (py.Value, error) {
	data, err := ascii(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	fold, adobe := a.BoolOr(t, 1, false), a.BoolOr(t, 2, false)
	ignore := []byte(" \t\n\r\v")
	if a.Has(3) {
		if ignore, err = ascii(t, a.Value(3)); err != nil {
			return py.Nil, err
		}
	}
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(len(data)); err != nil {
		return py.Nil, err
	}
	if adobe {
		if !bytes.HasSuffix(data, []byte("~>")) {
			return py.Nil, py.RaiseValue(py.ValueError, py.NewStr("Ascii85 encoded byte sequences must end with b'~>'"))
		}
		data = data[:len(data)-2]
		data = bytes.TrimPrefix(data, []byte("<~"))
	}
	var out []byte
	var group []byte
	for _, c := range append(append([]byte(nil), data...), 'u', 'u', 'u', 'u') {
		switch {
		case c >= '!' && c <= 'u':
			if group = append(group, c); len(group) == 5 {
				word := uint64(0)
				for _, g := range group {
					word = word*85 + uint64(g-'!')
				}
				if word > 0xFFFFFFFF {
					return py.Nil, py.Raise(py.ValueError, "Ascii85 overflow")
				}
				out = append(out, byte(word>>24), byte(word>>16), byte(word>>8), byte(word))
				group = group[:0]
			}
		case c == 'z':
			if len(group) > 0 {
				return py.Nil, py.Raise(py.ValueError, "z inside Ascii85 5-tuple")
			}
			out = append(out, 0, 0, 0, 0)
		case fold && c == 'y':
			if len(group) > 0 {
				return py.Nil, py.Raise(py.ValueError, "y inside Ascii85 5-tuple")
			}
			out = append(out, "    "...)
		case bytes.IndexByte(ignore, c) >= 0:
		default:
			return py.Nil, py.RaiseValue(py.ValueError, py.NewStr("Non-Ascii85 digit found: "+string(rune(c))))
		}
	}
	if pad := 4 - len(group); pad > 0 {
		out = out[:max(0, len(out)-pad)]
	}
	return py.NewBytes(out), nil
}
