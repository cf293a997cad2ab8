package py

import (
	"math"
	"strconv"
	"unsafe"
)

// QuickNew is cls(v) for builtin types and the arguments that they have most often,
// where that neither runs Python code nor raises; false if it has done nothing. What
// it makes is small. dst may be v.
func QuickNew(dst *Value, cls *Type, v *Value) bool {
	switch cls {
	case IntType:
		switch {
		case v.IsInt():
			*dst = *v
			return true
		case v.IsFloat():
			f := v.F()
			if !(math.Abs(f) < 1<<62) {
				return false
			}
			dst.SetInt(int64(f))
			return true
		case IsStr(*v):
			n, ok := quickInt((*Str)(v.p).String())
			if ok {
				dst.SetInt(n)
			}
			return ok
		}
	case StrType:
		switch {
		case IsStr(*v):
			*dst = *v
			return true
		case v.IsInt():
			var buf [20]byte
			dst.setPart(bytesText(strconv.AppendInt(buf[:0], v.I(), 10)))
			return true
		}
	case FloatType:
		switch {
		case v.IsFloat():
			*dst = *v
			return true
		case v.IsInt():
			dst.SetFloat(float64(v.I()))
			return true
		}
	case BoolType:
		truth, ok := SimpleTruth(*v)
		if ok {
			dst.SetBool(truth)
		}
		return ok
	case BytesType:
		if !IsByteArray(*v) || len((*ByteArray)(v.p).B) > quickMost {
			return false
		}
		b := (*ByteArray)(v.p).B
		made, buf := MakeBytes(len(b))
		copy(buf, b)
		*dst = made
		return true
	case ListType, TupleType:
		var items []Value
		switch {
		case IsList(*v):
			items = (*List)(v.p).A
		case IsTuple(*v) && cls == TupleType:
			*dst = *v
			return true
		case IsTuple(*v):
			items = (*Tuple)(v.p).Items()
		default:
			return false
		}
		if len(items) > quickMost/int(valueSize) {
			return false
		}
		if cls == ListType {
			*dst = Value{unsafe.Pointer(NewListOf(items)), 0}
		} else {
			*dst = NewTuple(items...)
		}
		return true
	case TypeType:
		*dst = v.Type().Value()
		return true
	}
	return false
}

// quickInt reads a number of up to 18 decimal digits with nothing around it but a sign.
func quickInt(s string) (n int64, ok bool) {
	neg := s != "" && s[0] == '-'
	if neg {
		s = s[1:]
	}
	if s == "" || len(s) > 18 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		d := s[i] - '0'
		if d > 9 {
			return 0, false
		}
		n = n*10 + int64(d)
	}
	if neg {
		n = -n
	}
	return n, true
}
