package builtins

import (
	"math"

	"github.com/woma-lang/woma/py"
)

// The short forms of functions that programs call in their inner loops.

func leafLen(dst, _ *py.Value, args []py.Value) bool {
	if len(args) != 1 {
		return false
	}
	n, ok := py.SimpleLen(&args[0])
	if ok {
		dst.SetInt(int64(n))
	}
	return ok
}

func leafOrd(dst, _ *py.Value, args []py.Value) bool {
	if len(args) != 1 || !py.IsStr(args[0]) {
		return false
	}
	s := py.As[py.Str](args[0])
	if s.NBytes() != 1 {
		return false
	}
	dst.SetInt(int64(s.ByteAt(0)))
	return true
}

func leafChr(dst, _ *py.Value, args []py.Value) bool {
	if len(args) != 1 || !args[0].IsInt() || args[0].Bits() > 255 {
		return false
	}
	dst.SetLatin1(byte(args[0].Bits()))
	return true
}

func leafAbs(dst, _ *py.Value, args []py.Value) bool {
	if len(args) != 1 {
		return false
	}
	switch v := &args[0]; {
	case v.IsInt():
		n := v.I()
		if n < 0 {
			if n = -n; n < 0 {
				return false
			}
		}
		dst.SetInt(n)
		return true
	case v.IsFloat():
		dst.SetFloat(math.Abs(v.F()))
		return true
	}
	return false
}

func leafIsInstance(dst, _ *py.Value, args []py.Value) bool {
	if len(args) != 2 {
		return false
	}
	is, ok := py.SimpleIsInstance(&args[0], &args[1])
	if ok {
		dst.SetBool(is)
	}
	return ok
}

func leafMax(dst, _ *py.Value, args []py.Value) bool {
	best := 0
	for i := 1; i < len(args); i++ {
		switch a, b := &args[best], &args[i]; {
		case py.BothInt(a, b):
			if b.I() > a.I() {
				best = i
			}
		case a.IsFloat() && b.IsFloat():
			if b.F() > a.F() {
				best = i
			}
		default:
			return false
		}
	}
	if len(args) < 2 {
		return false
	}
	*dst = args[best]
	return true
}

func leafMin(dst, _ *py.Value, args []py.Value) bool {
	best := 0
	for i := 1; i < len(args); i++ {
		switch a, b := &args[best], &args[i]; {
		case py.BothInt(a, b):
			if b.I() < a.I() {
				best = i
			}
		case a.IsFloat() && b.IsFloat():
			if b.F() < a.F() {
				best = i
			}
		default:
			return false
		}
	}
	if len(args) < 2 {
		return false
	}
	*dst = args[best]
	return true
}

// leafGetattr is getattr(object, name[, default]) of an attribute that is the
// object's own.
func leafGetattr(dst, _ *py.Value, args []py.Value) bool {
	if len(args) != 2 && len(args) != 3 || !py.IsStr(args[1]) {
		return false
	}
	p := py.PlainAttr(args[0], py.As[py.Str](args[1]))
	if p == nil {
		return false
	}
	*dst = *p
	return true
}

// leafHasattr is hasattr(obj, name) of an object that looks attributes up as usual.
func leafHasattr(dst, _ *py.Value, args []py.Value) bool {
	if len(args) != 2 || !py.IsStr(args[1]) {
		return false
	}
	has, ok := py.QuickHasAttr(args[0], py.As[py.Str](args[1]))
	*dst = py.Bool(has)
	return ok
}

// leafSetattr is setattr(object, name, value) of an attribute that the object has.
func leafSetattr(dst, _ *py.Value, args []py.Value) bool {
	if len(args) != 3 || !py.IsStr(args[1]) || args[0].Type().Slots.SetAttr != nil {
		return false
	}
	p := py.PlainAttr(args[0], py.As[py.Str](args[1]))
	if p == nil {
		return false
	}
	*p = args[2]
	*dst = py.None
	return true
}
