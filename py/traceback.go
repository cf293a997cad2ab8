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
	TracebackType.define(&tracebackShape, TypeSpec{Name: "traceback", Flags: Final, Slots: Slots{Hash: identityHash}, Table: func() Members {
		return Members{
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
		}
	}})
}
