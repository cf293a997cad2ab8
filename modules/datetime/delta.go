package datetime

import (
	"fmt"
	"math"
	"math/big"

	"github.com/woma-lang/woma/py"
)

// delta is a timedelta: 0 <= secs < 86400, 0 <= us < 1000000.
type delta struct {
	py.Head
	days, secs, us int32
}

var (
	deltaType  = &py.Type{}
	deltaShape py.Shape
)

const maxDays = 999999999

func defineDelta() {
	py.DefineType(deltaType, &deltaShape, py.TypeSpec{
		Name: "timedelta", Module: "datetime", Flags: py.DottedName, SubDict: py.SubDict[delta](),
		Doc: "Difference between two datetime values.\n\ntimedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\nAll arguments are optional and default to 0.\nArguments may be integers or floats, and may be positive or negative.",
		Slots: py.Slots{
			New:     py.Ctor("__new__(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)", newTimedelta),
			Repr:    deltaRepr,
			Str:     deltaStr,
			Hash:    deltaHash,
			Bool:    func(t *py.Thread, v py.Value) (bool, error) { return py.As[delta](v).sign() != 0, nil },
			Compare: deltaCompare,
			Binary:  deltaBinary,
			BinaryOps: 1<<py.OpAdd | 1<<py.OpSub | 1<<py.OpMul | 1<<py.OpTrueDiv | 1<<py.OpFloorDiv |
				1<<py.OpMod | 1<<py.OpDivMod,
			RBinOps: 1<<py.OpAdd | 1<<py.OpSub | 1<<py.OpMul | 1<<py.OpTrueDiv | 1<<py.OpFloorDiv |
				1<<py.OpMod | 1<<py.OpDivMod,
			Unary:    deltaUnary,
			UnaryOps: 1<<py.OpNeg | 1<<py.OpPos | 1<<py.OpAbs,
		},
		Members: py.Members{
			py.Field("days", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Int(int64(py.As[delta](v).days)), nil }),
			py.Field("seconds", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Int(int64(py.As[delta](v).secs)), nil }),
			py.Field("microseconds", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Int(int64(py.As[delta](v).us)), nil }),
			py.Const("max", spanOf(maxDays, secsPerDay-1, 999999)),
			py.Const("min", spanOf(-maxDays, 0, 0)),
			py.Const("resolution", spanOf(0, 0, 1)),
			py.Method("total_seconds()", (*delta).total_seconds),
			py.Method("__reduce__()", func(d *delta, t *py.Thread, a *py.Args) (py.Value, error) {
				return py.NewTuple(py.Object(d).Type().Value(),
					py.NewTuple(py.Int(int64(d.days)), py.Int(int64(d.secs)), py.Int(int64(d.us)))), nil
			}),
		},
	})
}

// spanOf makes a timedelta of parts that are in range.
func spanOf(days, secs, us int) py.Value {
	return py.Object(&delta{Head: py.HeadOf(&deltaShape), days: int32(days), secs: int32(secs), us: int32(us)})
}

// span makes a timedelta of parts that may be out of range.
func span(days, secs, us int64) (py.Value, error) {
	secs += floorDiv(us, 1000000)
	us = floorMod(us, 1000000)
	days += floorDiv(secs, secsPerDay)
	secs = floorMod(secs, secsPerDay)
	if days > maxDays || days < -maxDays {
		return py.Nil, py.Raise(py.OverflowError, "days=%d; must have magnitude <= %d", days, maxDays)
	}
	return spanOf(int(days), int(secs), int(us)), nil
}

// seconds is a timedelta of that many seconds, a moderate number.
func seconds(n int) py.Value {
	return spanOf(int(floorDiv(int64(n), secsPerDay)), int(floorMod(int64(n), secsPerDay)), 0)
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 { return a - floorDiv(a, b)*b }

// micros returns the whole span in microseconds: more than 64 bits have room for.
func (d *delta) micros() *big.Int {
	n := big.NewInt(int64(d.days)*secsPerDay + int64(d.secs))
	return n.Add(n.Mul(n, million()), big.NewInt(int64(d.us)))
}

func million() *big.Int { return big.NewInt(1000000) }

// spanOfMicros is the inverse of micros, in class cls.
func spanOfMicros(us *big.Int, cls *py.Type) (py.Value, error) {
	q, r := new(big.Int).DivMod(us, million(), new(big.Int))
	days, secs := new(big.Int).DivMod(q, big.NewInt(secsPerDay), new(big.Int))
	if !days.IsInt64() || days.Int64() > math.MaxInt32 || days.Int64() < math.MinInt32 {
		return py.Nil, py.Raise(py.OverflowError, "Python int too large to convert to C int")
	}
	v, err := span(days.Int64(), secs.Int64(), r.Int64())
	if err != nil || cls == deltaType {
		return v, err
	}
	d := py.Alloc[delta](cls)
	o := py.As[delta](v)
	d.days, d.secs, d.us = o.days, o.secs, o.us
	return py.Object(d), nil
}

// units are the parameters of the constructor, in microseconds, in the order in which
// they are added up.
var units = [...]struct {
	arg  int
	name string
	us   int64
}{
	{2, "microseconds", 1}, {3, "milliseconds", 1000}, {1, "seconds", 1000000}, {4, "minutes", 60000000},
	{5, "hours", 3600000000}, {0, "days", 86400000000}, {6, "weeks", 7 * 86400000000},
}

func newTimedelta(t *py.Thread, a *py.Args) (py.Value, error) {
	sum := new(big.Int)
	leftover := 0.0
	for _, u := range units {
		v := a.Value(u.arg)
		if !v.Bound() {
			continue
		}
		if n, ok := py.IsIntLike(v); ok {
			b := new(big.Int).Mul(py.AsBig(n), big.NewInt(u.us))
			if b.BitLen() > 128 {
				return py.Nil, py.Raise(py.OverflowError, "Python int too large to convert to C int")
			}
			sum.Add(sum, b)
			continue
		}
		f, ok := py.IsFloatLike(v)
		if !ok {
			return py.Nil, py.Raise(py.TypeError, "unsupported type for timedelta %s component: %s", u.name, py.TypeName(v))
		}
		whole, frac := math.Modf(f)
		b, err := bigFloat(whole)
		if err != nil {
			return py.Nil, err
		}
		sum.Add(sum, b.Mul(b, big.NewInt(u.us)))
		if frac == 0 {
			continue
		}
		whole, frac = math.Modf(frac * float64(u.us))
		sum.Add(sum, big.NewInt(int64(whole)))
		leftover += frac
	}
	if leftover != 0 {
		whole := math.Round(leftover)
		if math.Abs(whole-leftover) == 0.5 {
			// A tie goes to the even sum.
			odd := float64(sum.Bit(0))
			whole = 2*math.Round((leftover+odd)*0.5) - odd
		}
		sum.Add(sum, big.NewInt(int64(whole)))
	}
	return spanOfMicros(sum, a.ClassOf())
}

func bigFloat(f float64) (*big.Int, error) {
	switch {
	case math.IsInf(f, 0):
		return nil, py.Raise(py.OverflowError, "cannot convert float infinity to integer")
	case math.IsNaN(f):
		return nil, py.Raise(py.ValueError, "cannot convert float NaN to integer")
	}
	b, _ := big.NewFloat(f).Int(nil)
	return b, nil
}

func (d *delta) sign() int {
	switch {
	case d.days < 0:
		return -1
	case d.days > 0 || d.secs > 0 || d.us > 0:
		return 1
	}
	return 0
}

// compare orders two spans.
func (d *delta) compare(o *delta) int {
	for _, p := range [...][2]int32{{d.days, o.days}, {d.secs, o.secs}, {d.us, o.us}} {
		if p[0] != p[1] {
			if p[0] < p[1] {
				return -1
			}
			return 1
		}
	}
	return 0
}

// holds says what a comparison is if the operands compare as n does to 0.
func holds(op py.CmpOp, n int) py.Value {
	switch op {
	case py.OpLt:
		return py.Bool(n < 0)
	case py.OpLe:
		return py.Bool(n <= 0)
	case py.OpGt:
		return py.Bool(n > 0)
	case py.OpGe:
		return py.Bool(n >= 0)
	case py.OpEq:
		return py.Bool(n == 0)
	}
	return py.Bool(n != 0)
}

func deltaCompare(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
	o, ok := py.Cast[delta](b, deltaType)
	if !ok {
		return py.NotImplemented, nil
	}
	return holds(op, py.As[delta](a).compare(o)), nil
}

func deltaHash(t *py.Thread, v py.Value) (int64, error) {
	d := py.As[delta](v)
	return py.Hash(t, py.NewTuple(py.Int(int64(d.days)), py.Int(int64(d.secs)), py.Int(int64(d.us))))
}

func deltaRepr(t *py.Thread, v py.Value) (py.Value, error) {
	d := py.As[delta](v)
	text := ""
	for _, part := range [...]struct {
		name string
		n    int32
	}{{"days", d.days}, {"seconds", d.secs}, {"microseconds", d.us}} {
		if part.n != 0 {
			if text != "" {
				text += ", "
			}
			text += fmt.Sprintf("%s=%d", part.name, part.n)
		}
	}
	if text == "" {
		text = "0"
	}
	return py.NewStr(py.TypeName(v) + "(" + text + ")"), nil
}

func deltaStr(t *py.Thread, v py.Value) (py.Value, error) {
	d := py.As[delta](v)
	text := fmt.Sprintf("%d:%02d:%02d", d.secs/3600, d.secs/60%60, d.secs%60)
	if d.us != 0 {
		text += fmt.Sprintf(".%06d", d.us)
	}
	if d.days != 0 {
		s := "s"
		if d.days == 1 || d.days == -1 {
			s = ""
		}
		text = fmt.Sprintf("%d day%s, %s", d.days, s, text)
	}
	return py.NewStr(text), nil
}

func (d *delta) total_seconds(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.IntBinary(t, py.OpTrueDiv, py.NewBig(d.micros()), py.Int(1000000))
}

func (d *delta) neg() (py.Value, error) { return span(-int64(d.days), -int64(d.secs), -int64(d.us)) }

func (d *delta) plus(o *delta) (py.Value, error) {
	return span(int64(d.days)+int64(o.days), int64(d.secs)+int64(o.secs), int64(d.us)+int64(o.us))
}

func (d *delta) minus(o *delta) (py.Value, error) {
	return span(int64(d.days)-int64(o.days), int64(d.secs)-int64(o.secs), int64(d.us)-int64(o.us))
}

func deltaUnary(t *py.Thread, op py.UnaryOp, v py.Value) (py.Value, error) {
	d := py.As[delta](v)
	if op == py.OpNeg || op == py.OpAbs && d.sign() < 0 {
		return d.neg()
	}
	return spanOf(int(d.days), int(d.secs), int(d.us)), nil
}

// divRound divides to the nearest whole number, a tie to the even one.
func divRound(a, b *big.Int) *big.Int {
	if b.Sign() < 0 {
		a, b = new(big.Int).Neg(a), new(big.Int).Neg(b)
	}
	q, r := new(big.Int).DivMod(a, b, new(big.Int))
	if c := r.Lsh(r, 1).Cmp(b); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	return q
}

// floorDivMod divides as Python does.
func floorDivMod(a, b *big.Int) (q, r *big.Int) {
	q, r = new(big.Int).QuoRem(a, b, new(big.Int))
	if r.Sign() != 0 && (r.Sign() < 0) != (b.Sign() < 0) {
		q.Sub(q, big.NewInt(1))
		r.Add(r, b)
	}
	return q, r
}

// ratio returns the fraction that a float is.
func ratio(f float64) (num, den *big.Int, err error) {
	switch {
	case math.IsInf(f, 0):
		return nil, nil, py.Raise(py.OverflowError, "cannot convert Infinity to integer ratio")
	case math.IsNaN(f):
		return nil, nil, py.Raise(py.ValueError, "cannot convert NaN to integer ratio")
	}
	num, den = py.FloatRatio(f)
	return num, den, nil
}

func deltaBinary(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
	x, xok := py.Cast[delta](a, deltaType)
	y, yok := py.Cast[delta](b, deltaType)
	zero := func(text string) (py.Value, error) { return py.Nil, py.Raise(py.ZeroDivisionError, "%s", text) }
	switch {
	case xok && yok:
		switch op {
		case py.OpAdd:
			return x.plus(y)
		case py.OpSub:
			return x.minus(y)
		case py.OpTrueDiv, py.OpFloorDiv, py.OpMod, py.OpDivMod:
			if y.sign() == 0 {
				switch op {
				case py.OpTrueDiv:
					return zero("division by zero")
				case py.OpMod:
					return zero("integer modulo by zero")
				}
				return zero("integer division or modulo by zero")
			}
			if op == py.OpTrueDiv {
				return py.IntBinary(t, py.OpTrueDiv, py.NewBig(x.micros()), py.NewBig(y.micros()))
			}
			q, r := floorDivMod(x.micros(), y.micros())
			switch op {
			case py.OpFloorDiv:
				return py.NewBig(q), nil
			case py.OpMod:
				return spanOfMicros(r, deltaType)
			}
			rest, err := spanOfMicros(r, deltaType)
			if err != nil {
				return py.Nil, err
			}
			return py.NewTuple(py.NewBig(q), rest), nil
		}
	case op == py.OpMul && (xok || yok):
		d, other := x, b
		if yok {
			d, other = y, a
		}
		if n, ok := py.IsIntLike(other); ok {
			k := py.AsBig(n)
			if k.BitLen() > 128 && d.sign() != 0 {
				return py.Nil, py.Raise(py.OverflowError, "Python int too large to convert to C int")
			}
			return spanOfMicros(new(big.Int).Mul(d.micros(), k), deltaType)
		}
		if f, ok := py.IsFloatLike(other); ok {
			num, den, err := ratio(f)
			if err != nil {
				return py.Nil, err
			}
			return spanOfMicros(divRound(num.Mul(num, d.micros()), den), deltaType)
		}
	case xok && (op == py.OpTrueDiv || op == py.OpFloorDiv):
		if n, ok := py.IsIntLike(b); ok {
			k := py.AsBig(n)
			if k.Sign() == 0 {
				return zero("integer division or modulo by zero")
			}
			if op == py.OpTrueDiv {
				return spanOfMicros(divRound(x.micros(), k), deltaType)
			}
			q, _ := floorDivMod(x.micros(), k)
			return spanOfMicros(q, deltaType)
		}
		if f, ok := py.IsFloatLike(b); ok && op == py.OpTrueDiv {
			num, den, err := ratio(f)
			if err != nil {
				return py.Nil, err
			}
			if num.Sign() == 0 {
				return zero("integer division or modulo by zero")
			}
			return spanOfMicros(divRound(new(big.Int).Mul(x.micros(), den), num), deltaType)
		}
	}
	return py.NotImplemented, nil
}
