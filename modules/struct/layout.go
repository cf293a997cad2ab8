package structs

import (
	"encoding/binary"
	"math"
	"strings"

	"github.com/woma-lang/woma/py"
)

// layout is a parsed format.
type layout struct {
	format string
	fields []field
	size   int
	items  int // values packed
	little bool
	short  bool // few items, and no objects
}

// field is a run of equal items.
type field struct {
	code   byte
	size   int // of one item; of the whole for 's' and 'p'
	offset int
	count  int
	native bool
}

// codeInfo tells the sizes of a format character: standard (0: not available) and
// native. The native alignment is the native size.
func codeInfo(c byte) (std, native int) {
	switch c {
	case 'x', 'b', 'B', 'c', 's', 'p', '?':
		return 1, 1
	case 'h', 'H', 'e':
		return 2, 2
	case 'i', 'I', 'f':
		return 4, 4
	case 'l', 'L':
		return 4, 8
	case 'q', 'Q', 'd':
		return 8, 8
	case 'n', 'N', 'P':
		return 0, 8
	case 'O': // MicroPython's, in any order
		return 8, 8
	}
	return 0, 0
}

// parse reads a format string.
func parse(format string) (*layout, error) {
	l := &layout{format: format, little: true}
	s := format
	native := true
	if s != "" {
		switch s[0] {
		case '>', '!':
			l.little = false
			fallthrough
		case '<', '=':
			native = false
			fallthrough
		case '@':
			s = s[1:]
		}
	}
	const tooLong = "total struct size too long"
	for i := 0; i < len(s); {
		c := s[i]
		i++
		if c == ' ' || c >= '\t' && c <= '\r' {
			continue
		}
		n := 1
		if c >= '0' && c <= '9' {
			n = int(c - '0')
			for {
				if i == len(s) {
					return nil, fail("repeat count given without format specifier")
				}
				c = s[i]
				i++
				if c < '0' || c > '9' {
					break
				}
				if n > (math.MaxInt-int(c-'0'))/10 {
					return nil, fail(tooLong)
				}
				n = n*10 + int(c-'0')
			}
		}
		if c == 0 {
			return nil, fail("embedded null character")
		}
		size, nat := codeInfo(c)
		if native {
			size = nat
		}
		if size == 0 {
			return nil, fail("bad char in struct format")
		}
		if native {
			if c != 'x' && c != 's' && c != 'p' {
				if l.size > math.MaxInt-size+1 {
					return nil, fail(tooLong)
				}
				l.size = (l.size + size - 1) &^ (size - 1)
			}
		}
		if n > (math.MaxInt-l.size)/size {
			return nil, fail(tooLong)
		}
		f := field{code: c, size: size, offset: l.size, count: n, native: native}
		l.size += n * size
		switch c {
		case 'x':
			continue
		case 's', 'p':
			f.size, f.count = n, 1
		}
		if f.count > 0 {
			l.fields = append(l.fields, f)
			l.items += f.count
		}
	}
	l.short = l.items <= 64 && l.size <= 1024 && !strings.Contains(format, "O")
	return l, nil
}

// row is get of a short layout.
func (l *layout) row(b []byte) py.Value {
	x := py.MakeTuple(l.items)
	l.fill(x.Items(), b)
	return x.Value()
}

// fill unpacks b, whose length is l.size, into out, which has as many items as l.
func (l *layout) fill(out []py.Value, b []byte) {
	for i := range l.fields {
		f := &l.fields[i]
		for j, at := 0, f.offset; j < f.count; j, at = j+1, at+f.size {
			out[0], out = l.getItem(f, b[at:at+f.size]), out[1:]
		}
	}
}

// get unpacks b, whose length is l.size, into a tuple.
func (l *layout) get(t *py.Thread, b []byte) (py.Value, error) {
	if l.short {
		return l.row(b), nil
	}
	x, err := t.MakeTuple(l.items)
	if err != nil {
		return py.Nil, err
	}
	out := x.Items()
	for i := range l.fields {
		f := &l.fields[i]
		for j, at := 0, f.offset; j < f.count; j, at = j+1, at+f.size {
			v := l.getItem(f, b[at:at+f.size])
			if f.code == 'O' {
				var ok bool
				if v, ok = t.Interp.Handles().Value(l.word(b[at : at+8])); !ok {
					return py.Nil, fail("there is no such object")
				}
			}
			out[0], out = v, out[1:]
			if j&1023 == 1023 {
				if err := t.Step(1024); err != nil {
					return py.Nil, err
				}
			}
		}
	}
	return x.Value(), nil
}

// word reads an unsigned number of two, four or eight bytes.
func (l *layout) word(b []byte) uint64 {
	switch {
	case len(b) == 4 && l.little:
		return uint64(binary.LittleEndian.Uint32(b))
	case len(b) == 4:
		return uint64(binary.BigEndian.Uint32(b))
	case len(b) == 2 && l.little:
		return uint64(binary.LittleEndian.Uint16(b))
	case len(b) == 2:
		return uint64(binary.BigEndian.Uint16(b))
	case l.little:
		return binary.LittleEndian.Uint64(b)
	}
	return binary.BigEndian.Uint64(b)
}

// putWord is word the other way.
func (l *layout) putWord(b []byte, n uint64) {
	switch {
	case len(b) == 4 && l.little:
		binary.LittleEndian.PutUint32(b, uint32(n))
	case len(b) == 4:
		binary.BigEndian.PutUint32(b, uint32(n))
	case len(b) == 2 && l.little:
		binary.LittleEndian.PutUint16(b, uint16(n))
	case len(b) == 2:
		binary.BigEndian.PutUint16(b, uint16(n))
	case l.little:
		binary.LittleEndian.PutUint64(b, n)
	default:
		binary.BigEndian.PutUint64(b, n)
	}
}

func (l *layout) getItem(f *field, b []byte) py.Value {
	switch f.code {
	case 'b':
		return py.Int(int64(int8(b[0])))
	case 'B':
		return py.Int(int64(b[0]))
	case '?':
		return py.Bool(b[0] != 0)
	case 'c':
		return py.CopyBytes(b)
	case 's':
		return py.CopyBytes(b)
	case 'p':
		if len(b) == 0 {
			return py.NewBytes(nil)
		}
		n := min(int(b[0]), len(b)-1)
		return py.CopyBytes(b[1 : 1+n])
	case 'e':
		return py.Float(fromHalf(uint16(l.word(b))))
	case 'f':
		return py.Float(float64(math.Float32frombits(uint32(l.word(b)))))
	case 'd':
		return py.Float(math.Float64frombits(l.word(b)))
	}
	n := l.word(b)
	switch {
	case len(b) == 8 && f.code < 'a': // capital letters are unsigned
		return py.NewUint(n)
	case f.code < 'a':
		return py.Int(int64(n))
	}
	shift := uint(64 - 8*len(b))
	return py.Int(int64(n<<shift) >> shift)
}

// put packs args, as many as l.items, into b, whose length is l.size.
func (l *layout) put(t *py.Thread, b []byte, args []py.Value) error {
	clear(b)
	k := 0
	for i := range l.fields {
		f := &l.fields[i]
		for j, at := 0, f.offset; j < f.count; j, at = j+1, at+f.size {
			if err := l.putItem(t, f, b[at:at+f.size], args[k]); err != nil {
				return err
			}
			k++
			if j&1023 == 1023 {
				if err := t.Step(1024); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (l *layout) putItem(t *py.Thread, f *field, b []byte, v py.Value) error {
	switch f.code {
	case '?':
		x, err := py.Truth(t, v)
		if x {
			b[0] = 1
		}
		return err
	case 'c':
		s, ok := py.Cast[py.Bytes](v, py.BytesType)
		if !ok || len(s.B) != 1 {
			return fail("char format requires a bytes object of length 1")
		}
		b[0] = s.B[0]
		return nil
	case 's', 'p':
		var data []byte
		if s, ok := py.Cast[py.Bytes](v, py.BytesType); ok {
			data = s.B
		} else if s, ok := py.Cast[py.ByteArray](v, py.ByteArrayType); ok {
			data = s.B
		} else {
			return fail("argument for '%c' must be a bytes object", f.code)
		}
		if f.code == 's' {
			copy(b, data)
		} else if len(b) > 0 {
			n := copy(b[1:], data)
			b[0] = byte(min(n, 255))
		}
		return nil
	case 'O':
		n, err := t.Interp.Handles().Number(t, v)
		l.putWord(b, n)
		return err
	case 'e', 'f', 'd':
		x, err := py.AsFloat(t, v)
		if err != nil {
			return fail("required argument is not a float")
		}
		switch f.code {
		case 'd':
			l.putWord(b, math.Float64bits(x))
		case 'f':
			y := float32(x)
			if !f.native && math.IsInf(float64(y), 0) && !math.IsInf(x, 0) {
				return tooLarge(v, "f")
			}
			l.putWord(b, uint64(math.Float32bits(y)))
		default:
			h, ok := toHalf(x)
			if !ok {
				return tooLarge(v, "e")
			}
			l.putWord(b, uint64(h))
		}
		return nil
	}
	if !v.IsInt() {
		if !py.IsIndexable(v) {
			return fail("required argument is not an integer")
		}
		var err error
		if v, err = py.Index(t, v); err != nil {
			return err
		}
	}
	return l.putInt(f, b, v)
}

func tooLarge(v py.Value, code string) error {
	if py.IsInstance(v, py.IntType) {
		return fail("int too large to convert")
	}
	return py.Raise(py.OverflowError, "float too large to pack with %s format", code)
}

func (l *layout) putInt(f *field, b []byte, v py.Value) error {
	bits := uint(8 * len(b))
	var n uint64
	ok := v.IsInt()
	switch {
	case f.code == 'P':
		if !ok {
			x := py.AsBig(v)
			if ok = x.IsUint64(); !ok {
				return fail("int too large to convert")
			}
			n = x.Uint64()
		} else {
			n = uint64(v.I())
		}
	case f.code < 'a':
		if ok {
			n = uint64(v.I())
			ok = v.I() >= 0 && (bits == 64 || n>>bits == 0)
		} else if x := py.AsBig(v); bits == 64 && x.IsUint64() {
			n, ok = x.Uint64(), true
		}
		if !ok {
			return fail("'%c' format requires 0 <= number <= %d", f.code, uint64(math.MaxUint64)>>(64-bits))
		}
	default:
		if ok {
			n = uint64(v.I())
			ok = v.I()>>(bits-1) == 0 || v.I()>>(bits-1) == -1
		}
		if !ok {
			return fail("'%c' format requires %d <= number <= %d", f.code, int64(math.MinInt64)>>(64-bits), uint64(math.MaxInt64)>>(64-bits))
		}
	}
	if len(b) == 1 {
		b[0] = byte(n)
	} else {
		l.putWord(b, n)
	}
	return nil
}

// fromHalf widens an IEEE 754 half.
func fromHalf(h uint16) float64 {
	sign := 1.0
	if h>>15 != 0 {
		sign = -1
	}
	e, m := int(h>>10&31), float64(h&1023)
	switch e {
	case 0:
		return math.Copysign(math.Ldexp(m, -24), sign)
	case 31:
		if m != 0 {
			return math.Float64frombits(uint64(h>>15)<<63 | 0x7ff8<<48)
		}
		return math.Inf(int(sign))
	}
	return sign * math.Ldexp(1024+m, e-25)
}

// toHalf rounds to an IEEE 754 half, ties to even; false if x is too large.
func toHalf(x float64) (uint16, bool) {
	var sign uint16
	if math.Signbit(x) {
		sign = 1 << 15
		x = -x
	}
	switch {
	case x != x:
		return sign | 0x7e00, true
	case math.IsInf(x, 0):
		return sign | 0x7c00, true
	case x >= 65520:
		return 0, false
	case x == 0:
		return sign, true
	}
	_, e := math.Frexp(x) // x < 2**e
	e = max(e, -13)
	// In units of the last place: 11 bits, fewer for subnormals.
	m := uint16(math.RoundToEven(math.Ldexp(x, 11-e)))
	if m < 1024 {
		return sign | m, true
	}
	// A carry to 2048 raises the exponent by itself.
	return sign | uint16(e+13)<<10 + m, true
}
