package py

import (
	"math/bits"
	"strconv"
)

// FormatInt is format(v, spec) of a plain int for a spec that is not empty.
func FormatInt(t *Thread, v Value, spec FormatSpec) (Value, error) {
	switch spec.Type {
	case 0, 'b', 'c', 'd', 'o', 'x', 'X', 'n':
	case 'e', 'E', 'f', 'F', 'g', 'G', '%':
		f, err := AsFloat(t, v)
		if err != nil {
			return Nil, err
		}
		return FormatFloat(t, f, spec)
	default:
		return Nil, spec.unknownType()
	}
	if spec.Prec >= 0 {
		return Nil, Raise(ValueError, "Precision not allowed in integer format specifier")
	}
	if spec.NoNegZero {
		return Nil, Raise(ValueError, "Negative zero coercion (z) not allowed in integer format specifier")
	}
	if spec.Type == 'c' {
		if spec.Sign != 0 {
			return Nil, Raise(ValueError, "Sign not allowed with integer format specifier 'c'")
		}
		if spec.Alt {
			return Nil, Raise(ValueError, "Alternate form (#) not allowed with integer format specifier 'c'")
		}
		if !v.IsInt() {
			return Nil, Raise(OverflowError, "Python int too large to convert to C long")
		}
		if v.I() < 0 || v.I() > 0x10FFFF {
			return Nil, Raise(OverflowError, "%c arg not in range(0x110000)")
		}
		spec.fit('>')
		if spec.Align == '=' {
			spec.Align = '>'
		}
		return spec.pad(t, AppendRune(nil, rune(v.I())), 1)
	}
	base, prefix := 10, ""
	switch spec.Type {
	case 'b':
		base, prefix = 2, "0b"
	case 'o':
		base, prefix = 8, "0o"
	case 'x':
		base, prefix = 16, "0x"
	case 'X':
		base, prefix = 16, "0X"
	}
	if !spec.Alt {
		prefix = ""
	}
	var buf [72]byte
	digits, neg, err := appendIntBase(t, buf[:0], v, base, spec.Type == 'X')
	if err != nil {
		return Nil, err
	}
	return spec.number(t, neg, prefix, digits, nil)
}

// appendIntBase appends the digits of |v|.
func appendIntBase(t *Thread, b []byte, v Value, base int, upper bool) (digits []byte, neg bool, err error) {
	switch {
	case v.IsInt():
		n := v.I()
		u := uint64(n)
		if neg = n < 0; neg {
			u = -u
		}
		b = strconv.AppendUint(b, u, base)
	case base == 10:
		s, err := IntToText(t, v)
		if err != nil {
			return nil, false, err
		}
		if neg = s[0] == '-'; neg {
			s = s[1:]
		}
		b = append(b, s...)
	default:
		x := AsBig(v)
		neg = x.Sign() < 0
		if err := chargeStr(t, x.BitLen()); err != nil {
			return nil, false, err
		}
		b = AppendPow2(b, x, bits.Len(uint(base))-1)
	}
	if upper {
		for i, c := range b {
			if c >= 'a' {
				b[i] = c - 32
			}
		}
	}
	return b, neg, nil
}
