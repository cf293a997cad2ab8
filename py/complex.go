package py

import (
	"math"
	"strings"

	"github.com/woma-lang/woma/internal/fmath"
)

// complex.

func initComplex() {
	const ops = 1<<OpAdd | 1<<OpSub | 1<<OpMul | 1<<OpTrueDiv | 1<<OpPow
	ComplexType.define(&complexShape, TypeSpec{
		Name:    "complex",
		SubDict: SubDict[Complex](),
		Doc:     "complex(real=0, imag=0), complex(text): a complex number.",
		Slots: Slots{
			New:       complexNew,
			Repr:      complexRepr,
			Format:    complexFormat,
			Hash:      complexHash,
			Bool:      func(t *Thread, v Value) (bool, error) { return As[Complex](v).V != 0, nil },
			Compare:   complexCompare,
			Binary:    complexBinary,
			BinaryOps: ops,
			RBinOps:   ops,
			Pow3:      complexPow3,
			Unary:     complexUnary,
			UnaryOps:  1<<OpNeg | 1<<OpPos | 1<<OpAbs,
		},
		Table: func() Members {
			return Members{
				GetSet("imag", func(_ *Thread, v Value) (Value, error) { return Float(imag(As[Complex](v).V)), nil }, nil),
				GetSet("real", func(_ *Thread, v Value) (Value, error) { return Float(real(As[Complex](v).V)), nil }, nil),
				Method("conjugate()", (*Complex).conjugate),
				Method("__complex__()", (*Complex).__complex__),
				Method("__getnewargs__()", (*Complex).__getnewargs__),
				MethodOf("__sizeof__()", func(*Thread, *Args) (Value, error) { return Int(32), nil }),
			}
		},
	})
}

func (c *Complex) conjugate(t *Thread, a *Args) (Value, error) {
	return NewComplex(complex(real(c.V), -imag(c.V))), nil
}

func (c *Complex) __complex__(t *Thread, a *Args) (Value, error) { return NewComplex(c.V), nil }

func (c *Complex) __getnewargs__(t *Thread, a *Args) (Value, error) {
	return NewTuple(Float(real(c.V)), Float(imag(c.V))), nil
}

func complexNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	npos := len(args) - len(kw)
	if err := atMost("complex", 2, npos, len(kw)); err != nil {
		return Nil, err
	}
	var part [2]Value
	copy(part[:], args[:npos])
	for i, name := range kw {
		j := 0
		switch name.String() {
		case "real":
		case "imag":
			j = 1
		default:
			return Nil, Raise(TypeError, "complex() got an unexpected keyword argument '%s'", name)
		}
		if part[j].p != nil {
			return Nil, Raise(TypeError, "argument for complex() given by name ('%s') and position (%d)", name, j+1)
		}
		part[j] = args[npos+i]
	}
	re, im := part[0], part[1]
	if cls == ComplexType && im.p == nil && re.p != nil && (*Head)(re.p).shape == &complexShape {
		return re, nil
	}
	var c complex128
	if s, ok := AsStrArg(re); ok {
		if im.p != nil {
			return Nil, Raise(TypeError, "complex() can't take second arg if first is a string")
		}
		if c, ok = parseComplex(NumberText(s)); !ok {
			return Nil, Raise(ValueError, "complex() arg is a malformed string")
		}
		return newComplexOf(cls, c), nil
	}
	if _, ok := AsStrArg(im); ok {
		return Nil, Raise(TypeError, "complex() second arg can't be a string")
	}
	reIsComplex := false
	if re.p != nil {
		var ok bool
		var err error
		if c, ok, err = toComplex(t, re); err != nil {
			return Nil, err
		} else if !ok {
			return Nil, Raise(TypeError, "complex() first argument must be a string or a number, not '%s'", TypeName(re))
		}
		reIsComplex = re.Type().Slots.UnaryOps&(1<<OpFloat|1<<OpIndex) == 0 || re.Type().Lookup(nameComplex).p != nil
	}
	if im.p == nil {
		return newComplexOf(cls, c), nil
	}
	x, y := real(c), 0.0
	if o, ok := Cast[Complex](im, ComplexType); ok {
		x -= imag(o.V)
		y = real(o.V)
	} else if im.Type().Slots.UnaryOps&(1<<OpFloat|1<<OpIndex) == 0 {
		return Nil, Raise(TypeError, "complex() second argument must be a number, not '%s'", TypeName(im))
	} else {
		var err error
		if y, err = AsFloat(t, im); err != nil {
			return Nil, err
		}
	}
	if reIsComplex {
		y += imag(c)
	}
	c = complex(x, y)
	return newComplexOf(cls, c), nil
}

// AsStrArg returns the text of v if v is bound and a str.
func AsStrArg(v Value) (string, bool) {
	if v.p == nil {
		return "", false
	}
	s, ok := AsStr(v)
	if !ok {
		return "", false
	}
	return s.String(), true
}

func newComplexOf(cls *Type, c complex128) Value {
	if cls == ComplexType {
		return NewComplex(c)
	}
	o := Alloc[Complex](cls)
	o.V = c
	return Object(o)
}

// toComplex converts a number; ok is false if v is none.
func toComplex(t *Thread, v Value) (c complex128, ok bool, err error) {
	if o, ok := Cast[Complex](v, ComplexType); ok && v.Type().Flags&Heap == 0 {
		return o.V, true, nil
	}
	if v.Type().Lookup(nameComplex).p != nil {
		r, _, err := CallSpecial(t, v, nameComplex)
		if err != nil {
			return 0, false, err
		}
		o, ok := Cast[Complex](r, ComplexType)
		if !ok {
			return 0, false, Raise(TypeError, "__complex__ returned non-complex (type %s)", TypeName(r))
		}
		return o.V, true, nil
	}
	if v.Type().Slots.UnaryOps&(1<<OpFloat|1<<OpIndex) == 0 {
		return 0, false, nil
	}
	f, err := AsFloat(t, v)
	return complex(f, 0), true, err
}

// AsComplex converts v as the functions of cmath do.
func AsComplex(t *Thread, v Value) (complex128, error) {
	c, ok, err := toComplex(t, v)
	if err == nil && !ok {
		err = Raise(TypeError, "must be real number, not %s", TypeName(v))
	}
	return c, err
}

// parseComplex parses "(re+imj)" and its short forms; text is ASCII.
func parseComplex(text string) (complex128, bool) {
	const space = " \t\n\v\f\r"
	s := strings.Trim(text, space)
	if strings.HasPrefix(s, "(") {
		if !strings.HasSuffix(s, ")") {
			return 0, false
		}
		s = strings.Trim(s[1:len(s)-1], space)
	}
	if f, ok := ParseFloat(s); ok {
		return complex(f, 0), true
	}
	if s == "" || s[len(s)-1]|0x20 != 'j' {
		return 0, false
	}
	s = s[:len(s)-1]
	// The imaginary part starts at the last sign that is not an exponent's.
	i := len(s) - 1
	for ; i > 0; i-- {
		if (s[i] == '+' || s[i] == '-') && s[i-1]|0x20 != 'e' {
			break
		}
	}
	re, im := "", s
	if i > 0 {
		re, im = s[:i], s[i:]
	}
	var c [2]float64
	var ok bool
	if re != "" {
		if c[0], ok = ParseFloat(re); !ok {
			return 0, false
		}
	}
	switch im {
	case "", "+":
		c[1] = 1
	case "-":
		c[1] = -1
	default:
		if c[1], ok = ParseFloat(im); !ok {
			return 0, false
		}
	}
	return complex(c[0], c[1]), true
}

// complexPart is a part of a complex in a repr: a whole number has no ".0".
func complexPart(f float64, sign bool) string {
	s := strings.TrimSuffix(FloatRepr(f), ".0")
	if sign && s[0] != '-' {
		s = "+" + s
	}
	return s
}

func complexRepr(t *Thread, v Value) (Value, error) {
	c := As[Complex](v).V
	if real(c) == 0 && !math.Signbit(real(c)) {
		return NewStr(complexPart(imag(c), false) + "j"), nil
	}
	return NewStr("(" + complexPart(real(c), false) + complexPart(imag(c), true) + "j)"), nil
}

func complexHash(t *Thread, v Value) (int64, error) {
	c := As[Complex](v).V
	re, _ := floatHash(t, Float(real(c)))
	im, _ := floatHash(t, Float(imag(c)))
	h := re + 1000003*im
	if h == -1 {
		h = -2
	}
	return h, nil
}

func complexCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if op != OpEq && op != OpNe {
		return NotImplemented, nil
	}
	c := As[Complex](a).V
	eq := false
	if d, ok := Cast[Complex](b, ComplexType); ok {
		eq = c == d.V
	} else if f, ok := IsFloatLike(b); ok {
		eq = c == complex(f, 0)
	} else if n, ok := IsIntLike(b); ok {
		eq = imag(c) == 0 && real(c) == real(c) && cmpIntFloat(n, real(c)) == 0
	} else {
		return NotImplemented, nil
	}
	return Bool(eq == (op == OpEq)), nil
}

func complexOperand(v Value) (c complex128, ok bool, err error) {
	if o, ok := Cast[Complex](v, ComplexType); ok {
		return o.V, true, nil
	}
	f, ok, err := floatOperand(v)
	return complex(f, 0), ok, err
}

func complexBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	if 1<<op&(1<<OpAdd|1<<OpSub|1<<OpMul|1<<OpTrueDiv|1<<OpPow) == 0 {
		return NotImplemented, nil
	}
	x, ok, err := complexOperand(a)
	if !ok || err != nil {
		return NotImplemented, err
	}
	y, ok, err := complexOperand(b)
	if !ok || err != nil {
		return NotImplemented, err
	}
	switch op {
	case OpAdd:
		x += y
	case OpSub:
		x -= y
	case OpMul:
		x = ComplexMul(x, y)
	case OpTrueDiv:
		if x, ok = ComplexDiv(x, y); !ok {
			return Nil, Raise(ZeroDivisionError, "complex division by zero")
		}
	case OpPow:
		if x, err = complexPow(x, y); err != nil {
			return Nil, err
		}
	}
	return t.NewComplex(x), nil
}

// ComplexMul is x*y by the school's formula, as in CPython. (The conversions keep
// the compiler from fusing the operations, which some processors could.)
func ComplexMul(x, y complex128) complex128 {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	return complex(float64(a*c)-float64(b*d), float64(a*d)+float64(b*c))
}

// ComplexDiv is x/y by Smith's method, as in CPython; false if y is zero.
func ComplexDiv(x, y complex128) (complex128, bool) {
	a, b, c, d := real(x), imag(x), real(y), imag(y)
	switch {
	case math.Abs(c) >= math.Abs(d):
		if c == 0 {
			return 0, false
		}
		ratio := d / c
		denom := c + float64(d*ratio)
		return complex((a+float64(b*ratio))/denom, (b-float64(a*ratio))/denom), true
	case math.Abs(d) >= math.Abs(c):
		ratio := c / d
		denom := float64(c*ratio) + d
		return complex((float64(a*ratio)+b)/denom, (float64(b*ratio)-a)/denom), true
	}
	return complex(math.NaN(), math.NaN()), true
}

func complexPow(x, y complex128) (complex128, error) {
	var r complex128
	n := real(y)
	switch {
	case y == 0:
		return 1, nil
	case x == 0:
		if imag(y) != 0 || n < 0 {
			return 0, Raise(ZeroDivisionError, "0.0 to a negative or complex power")
		}
		return 0, nil
	case imag(y) == 0 && n == math.Floor(n) && math.Abs(n) <= 100:
		r = 1
		p := x
		for k := int(math.Abs(n)); k > 0; k >>= 1 {
			if k&1 == 1 {
				r = ComplexMul(r, p)
			}
			p = ComplexMul(p, p)
		}
		if n < 0 {
			var ok bool
			if r, ok = ComplexDiv(1, r); !ok {
				return 0, Raise(ZeroDivisionError, "0.0 to a negative or complex power")
			}
		}
	default:
		abs := fmath.Hypot(real(x), imag(x))
		l := fmath.Pow(abs, n)
		at := fmath.Atan2(imag(x), real(x))
		phase := float64(at * n)
		if imag(y) != 0 {
			l *= fmath.Exp(-at * imag(y))
			phase += float64(imag(y) * fmath.Log(abs))
		}
		if math.IsInf(phase, 0) {
			return 0, Raise(ZeroDivisionError, "0.0 to a negative or complex power") // as CPython words it
		}
		sin, cos := fmath.Sincos(phase)
		r = complex(l*cos, l*sin)
	}
	if math.IsInf(real(r), 0) || math.IsInf(imag(r), 0) {
		return 0, Raise(OverflowError, "complex exponentiation")
	}
	return r, nil
}

func complexPow3(t *Thread, a, b, mod Value) (Value, error) {
	if !mod.IsNone() {
		for _, v := range [...]Value{a, b} {
			if _, ok, err := complexOperand(v); !ok || err != nil {
				return NotImplemented, err
			}
		}
		return Nil, Raise(ValueError, "complex modulo")
	}
	return complexBinary(t, OpPow, a, b)
}

func complexUnary(t *Thread, op UnaryOp, v Value) (Value, error) {
	c := As[Complex](v).V
	switch op {
	case OpNeg:
		c = complex(-real(c), -imag(c))
	case OpAbs:
		f := fmath.Hypot(real(c), imag(c))
		if math.IsInf(f, 0) && !math.IsInf(real(c), 0) && !math.IsInf(imag(c), 0) {
			return Nil, Raise(OverflowError, "absolute value too large")
		}
		return Float(f), nil
	}
	return NewComplex(c), nil
}
