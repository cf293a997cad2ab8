package py

import "strconv"

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
	TracebackType.define(&tracebackShape, TypeSpec{Name: "traceback", Flags: Final, Slots: Slots{Hash: identityHash, New: tracebackNew}, Table: func() Members {
		return Members{
			GetSet("tb_lineno", func(t *Thread, v Value) (Value, error) {
				tb := As[Traceback](v)
				l, _, _, _ := tb.position()
				return Int(int64(l)), nil
			}, nil),
			GetSet("tb_next", func(t *Thread, v Value) (Value, error) {
				if n := As[Traceback](v).Next; n != nil {
					return Object(n), nil
				}
				return None, nil
			}, setTbNext),
			GetSet("tb_lasti", func(t *Thread, v Value) (Value, error) {
				return Int(int64(max(As[Traceback](v).PC, 0) * 2)), nil
			}, nil),
			GetSet("tb_frame", func(t *Thread, v Value) (Value, error) {
				tb := As[Traceback](v)
				if tb.Frame.p != nil {
					return tb.Frame, nil
				}
				if f, ok := tb.Code.(interface{ FrameObject(int) Value }); ok {
					return f.FrameObject(tb.PC), nil
				}
				return None, nil
			}, nil),
		}
	}})
}

// position is where the entry points to: the line that it was made with, if a program
// made it.
func (tb *Traceback) position() (line, col, endLine, endCol int32) {
	if tb.Line != 0 {
		return tb.Line, -1, tb.Line, -1
	}
	return tb.Code.Position(tb.PC)
}

// tracebackNew is types.TracebackType().
var tracebackNew = Ctor("traceback(tb_next, tb_frame, tb_lasti, tb_lineno)", func(t *Thread, a *Args) (Value, error) {
	frame := a.Value(1)
	code := t.Interp.Machine.FrameCode(frame)
	if code == nil {
		return Nil, Raise(TypeError, "traceback() argument 'tb_frame' must be frame, not %s", TypeName(frame))
	}
	last, line := a.Int(t, 2), a.Int(t, 3)
	if err := a.Err(); err != nil {
		return Nil, err
	}
	tb := NewTraceback(nil, code, last/2)
	tb.Frame, tb.Line = frame, int32(line)
	prev := a.Value(0)
	next, ok := Cast[Traceback](prev, TracebackType)
	if !ok && !prev.IsNone() {
		return Nil, Raise(TypeError, "expected traceback object or None, got '%s'", TypeName(prev))
	}
	tb.Next = next
	return Object(tb), nil
})

func setTbNext(t *Thread, v, val Value) error {
	if val.p == nil {
		return Raise(TypeError, "can't delete tb_next attribute")
	}
	tb := As[Traceback](v)
	if val.IsNone() {
		tb.Next = nil
		return nil
	}
	next, ok := Cast[Traceback](val, TracebackType)
	if !ok {
		return Raise(TypeError, "expected traceback object, got '%s'", TypeName(val))
	}
	for n := next; n != nil; n = n.Next {
		if n == tb {
			return Raise(ValueError, "traceback loop detected")
		}
	}
	tb.Next = next
	return nil
}
