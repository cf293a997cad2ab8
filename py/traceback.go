package py

import (
	"strconv"
	"strings"
)

// ID returns id(v).
func ID(t *Thread, v Value) int64 {
	if v.IsInt() || v.IsFloat() || v.IsBool() {
		return int64(v.n<<4 | 8)
	}
	return int64(uintptr(v.p))
}

// Address is the id in the form reprs show.
func Address(t *Thread, v Value) string { return "0x" + strconv.FormatInt(ID(t, v)|0x7f0000000000, 16) }

func initTraceback() {
	TracebackType.define(&tracebackShape, TypeSpec{Name: "traceback", Flags: Final, Slots: Slots{Hash: identityHash}, Members: Members{
		GetSet("tb_lineno", func(t *Thread, v Value) (Value, error) {
			tb := As[Traceback](v)
			l, _, _, _ := tb.Code.Position(tb.PC)
			return Int(int64(l)), nil
		}, nil),
		GetSet("tb_next", func(t *Thread, v Value) (Value, error) {
			if n := As[Traceback](v).Next; n != nil {
				return Object(n), nil
			}
			return None, nil
		}, nil),
		GetSet("tb_frame", func(t *Thread, v Value) (Value, error) {
			tb := As[Traceback](v)
			if f, ok := tb.Code.(interface{ FrameObject(int) Value }); ok {
				return f.FrameObject(tb.PC), nil
			}
			return None, nil
		}, nil),
	}})
}

// FormatException returns the text that an uncaught exception prints.
func FormatException(t *Thread, e *Exc, source func(filename string, line int) (string, bool)) string {
	var b strings.Builder
	if e.Cause != nil {
		b.WriteString(FormatException(t, e.Cause, source))
		b.WriteString("\nThe above exception was the direct cause of the following exception:\n\n")
	} else if e.Context != nil && !e.Suppress {
		b.WriteString(FormatException(t, e.Context, source))
		b.WriteString("\nDuring handling of the above exception, another exception occurred:\n\n")
	}
	if e.TB != nil {
		b.WriteString("Traceback (most recent call last):\n")
		for tb := e.TB; tb != nil; tb = tb.Next {
			l, _, _, _ := tb.Code.Position(tb.PC)
			b.WriteString("  File \"" + tb.Code.FileName() + "\", line " + strconv.Itoa(int(l)) + ", in " + tb.Code.FuncName() + "\n")
			if s, ok := source(tb.Code.FileName(), int(l)); ok {
				b.WriteString("    " + strings.TrimSpace(s) + "\n")
			}
		}
	}
	name := e.Class().Name
	if m, err := typeModule(t, e.Class().Value()); err == nil {
		if ms, ok := AsStr(m); ok && ms.String() != "builtins" && ms.String() != "__main__" {
			name = ms.String() + "." + name
		}
	}
	s, err := ToStr(t, e.Value())
	if err != nil {
		b.WriteString(name + ": <exception str() failed>\n")
	} else if s.n == 0 {
		b.WriteString(name + "\n")
	} else {
		b.WriteString(name + ": " + s.String() + "\n")
	}
	return b.String()
}

// IsInstanceOf is isinstance(v, cls).
func IsInstanceOf(t *Thread, v, cls Value) (bool, error) {
	if c, ok := IsType(cls); ok {
		if v.Type() == c || c.Meta() == TypeType {
			return IsInstance(v, c), nil
		}
	}
	if tup, ok := AsTuple(cls); ok {
		for _, c := range tup.A {
			if b, err := IsInstanceOf(t, v, c); b || err != nil {
				return b, err
			}
		}
		return false, nil
	}
	r, found, err := CallSpecial(t, cls, nameInstanceCheck, v)
	if err != nil {
		return false, err
	}
	if found {
		return Truth(t, r)
	}
	return false, Raise(TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
}

// IsSubclassOf is issubclass(c, cls).
func IsSubclassOf(t *Thread, c, cls Value) (bool, error) {
	if tup, ok := AsTuple(cls); ok {
		for _, x := range tup.A {
			if b, err := IsSubclassOf(t, c, x); b || err != nil {
				return b, err
			}
		}
		return false, nil
	}
	ct, ok := IsType(c)
	if !ok {
		return false, Raise(TypeError, "issubclass() arg 1 must be a class")
	}
	if x, ok := IsType(cls); ok && x.Meta() == TypeType {
		return ct.IsSubtype(x), nil
	}
	r, found, err := CallSpecial(t, cls, nameSubclassCheck, c)
	if err != nil {
		return false, err
	}
	if found {
		return Truth(t, r)
	}
	return false, Raise(TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
}
