package re

import (
	"math/bits"
	"strconv"

	"github.com/woma-lang/woma/internal/regex"
	"github.com/woma-lang/woma/py"
)

// RegexFlag, an int whose repr is names. In CPython it is an enum.IntFlag; what
// that has on the class itself (iteration, item access) is not here.

var (
	flagType  = &py.Type{}
	flagShape py.Shape
)

// flagNames are the flags in the order of CPython's class.
var flagNames = [...]struct {
	flag        regex.Flags
	name, short string
}{
	{regex.ASCII, "ASCII", "A"},
	{regex.IgnoreCase, "IGNORECASE", "I"},
	{regex.Locale, "LOCALE", "L"},
	{regex.Unicode, "UNICODE", "U"},
	{regex.MultiLine, "MULTILINE", "M"},
	{regex.DotAll, "DOTALL", "S"},
	{regex.Verbose, "VERBOSE", "X"},
	{regex.Debug, "DEBUG", ""},
}

const flagOps = 1<<py.OpAnd | 1<<py.OpOr | 1<<py.OpXor

func defineFlag() {
	var rows py.Members
	for _, f := range flagNames {
		rows = append(rows, py.Const(f.name, newFlag(int64(f.flag))))
		if f.short != "" {
			rows = append(rows, py.Const(f.short, newFlag(int64(f.flag))))
		}
	}
	py.DefineType(flagType, &flagShape, py.TypeSpec{
		Name: "RegexFlag", Module: "re", Base: py.IntType, Flags: py.Final,
		Doc: "The flags of a regular expression, combined with |.",
		Slots: py.Slots{
			New: py.Ctor("RegexFlag(value)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				n, ok := py.IsIntLike(a.Value(0))
				if !ok || !n.IsInt() {
					r, err := py.Repr(t, a.Value(0))
					if err != nil {
						return py.Nil, err
					}
					return py.Nil, py.Raise(py.ValueError, "%s is not a valid RegexFlag", r)
				}
				return newFlag(n.I()), nil
			}),
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) { return py.NewStr(flagText(flagValue(v), "re.")), nil },
			Str:  func(t *py.Thread, v py.Value) (py.Value, error) { return py.NewStr(flagText(flagValue(v), "re.")), nil },
			Format: func(t *py.Thread, v py.Value, spec *py.Str) (py.Value, error) {
				if spec.String() == "" {
					return py.NewStr(flagText(flagValue(v), "re.")), nil
				}
				s, err := py.Format(t, py.Int(flagValue(v)), spec)
				if err != nil {
					return py.Nil, err
				}
				return s.Value(), nil
			},
			Binary:    flagBinary,
			BinaryOps: flagOps,
			RBinOps:   flagOps,
			Unary:     flagUnary,
			UnaryOps:  py.IntType.Slots.UnaryOps,
			Len: func(t *py.Thread, v py.Value) (int, error) {
				return bits.OnesCount64(uint64(flagValue(v))), nil
			},
			Contains: func(t *py.Thread, v, x py.Value) (bool, error) {
				if !py.IsInstance(x, flagType) {
					return false, py.Raise(py.TypeError, "unsupported operand type(s) for 'in': '%s' and 'RegexFlag'", py.TypeName(x))
				}
				return flagValue(x)&flagValue(v) == flagValue(x), nil
			},
			Iter: func(t *py.Thread, v py.Value) (py.Value, error) {
				var items []py.Value
				for _, f := range flagNames {
					if int64(f.flag)&flagValue(v) != 0 {
						items = append(items, newFlag(int64(f.flag)))
					}
				}
				return py.Iter(t, py.NewTuple(items...))
			},
		},
		Members: append(rows,
			py.Const("NOFLAG", newFlag(0)),
			py.GetSet("value", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Int(flagValue(v)), nil }, nil),
			py.GetSet("name", func(t *py.Thread, v py.Value) (py.Value, error) {
				n := flagValue(v)
				if n != 0 && knownFlags&n == 0 && n&(n-1) == 0 {
					return py.None, nil
				}
				return py.NewStr(flagText(n, "")), nil
			}, nil)),
	})
}

const knownFlags = int64(regex.ASCII | regex.IgnoreCase | regex.Locale | regex.Unicode | regex.MultiLine | regex.DotAll | regex.Verbose | regex.Debug)

// newFlag makes a RegexFlag. A negative number stands for the flags it lacks.
func newFlag(n int64) py.Value {
	if n < 0 {
		n += max((knownFlags|1)+1, 1<<bits.Len64(uint64(-n)))
	}
	return py.Object(&py.IntObj{Head: py.HeadOf(&flagShape), V: py.Int(n)})
}

func flagValue(v py.Value) int64 { return py.As[py.IntObj](v).V.I() }

// flagText is names joined by |, or what RegexFlag shows instead.
func flagText(n int64, prefix string) string {
	if n == 0 {
		return prefix + "NOFLAG"
	}
	text := ""
	for _, f := range flagNames {
		if n&int64(f.flag) != 0 {
			text += "|" + prefix + f.name
		}
	}
	rest := n &^ knownFlags
	switch {
	case text == "":
		return prefix + "RegexFlag(" + strconv.FormatInt(n, 10) + ")"
	case rest != 0:
		text += "|0x" + strconv.FormatInt(rest, 16)
	}
	return text[1:]
}

func flagBinary(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
	switch op {
	case py.OpAnd, py.OpOr, py.OpXor:
		x, ok1 := py.IsIntLike(a)
		y, ok2 := py.IsIntLike(b)
		if !ok1 || !ok2 {
			return py.NotImplemented, nil
		}
		if x.IsInt() && y.IsInt() {
			switch op {
			case py.OpAnd:
				return newFlag(x.I() & y.I()), nil
			case py.OpOr:
				return newFlag(x.I() | y.I()), nil
			}
			return newFlag(x.I() ^ y.I()), nil
		}
	}
	return py.IntBinary(t, op, a, b)
}

func flagUnary(t *py.Thread, op py.UnaryOp, v py.Value) (py.Value, error) {
	if op == py.OpInvert {
		return newFlag(^flagValue(v)), nil
	}
	return py.IntType.Slots.Unary(t, op, v)
}

// flagsOf is the argument flags of a function.
func flagsOf(v py.Value) (regex.Flags, error) {
	if !v.Bound() {
		return 0, nil
	}
	n, ok := py.IsIntLike(v)
	if !ok {
		return 0, py.Raise(py.TypeError, "unsupported operand type(s) for &: '%s' and 'int'", py.TypeName(v))
	}
	if !n.IsInt() || n.I() < 0 || n.I() > 1<<31-1 {
		return 0, py.Raise(py.OverflowError, "Python int too large to convert to C int")
	}
	return regex.Flags(n.I()), nil
}
