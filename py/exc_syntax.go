package py

import "strings"

// The fields of SyntaxError.
const (
	synFile = iota
	synLine
	synOffset
	synText
	synEndLine
	synEndOffset
	synPrint
	synMsg
)

func syntaxErrorInit(t *Thread, self Value, args []Value, kw []*Str) error {
	if err := excInit(t, self, args, kw); err != nil {
		return err
	}
	e := (*Exc)(self.p)
	e.X = make([]Value, 8)
	if len(args) >= 1 {
		e.X[synMsg] = args[0]
	}
	if len(args) != 2 {
		return nil
	}
	info, err := Collect(t, args[1])
	if err != nil {
		return err
	}
	switch {
	case len(info) < 4:
		return Raise(TypeError, "function takes at least 4 arguments (%d given)", len(info))
	case len(info) > 6:
		return Raise(TypeError, "function takes at most 6 arguments (%d given)", len(info))
	}
	copy(e.X, info)
	if len(info) == 5 {
		return Raise(TypeError, "end_offset must be provided when end_lineno is provided")
	}
	return nil
}

func syntaxErrorStr(t *Thread, v Value) (Value, error) {
	e := (*Exc)(v.p)
	msg, err := ToStr(t, e.Field(synMsg))
	if err != nil {
		return Nil, err
	}
	line := e.Field(synLine)
	file, hasFile := AsStr(e.Field(synFile))
	if !hasFile && !line.IsInt() {
		return msg.Value(), nil
	}
	s := msg.String() + " ("
	if hasFile {
		f := file.String()
		s += f[strings.LastIndexByte(f, '/')+1:]
		if line.IsInt() {
			s += ", "
		}
	}
	if line.IsInt() {
		s += "line " + string(appendInt(nil, line.I()))
	}
	return NewStr(s + ")"), nil
}

// NewSyntaxError returns a SyntaxError with its place. Columns are in bytes of text
// from 0; Python counts characters from 1. incomplete says that more input could
// mend it.
func NewSyntaxError(typ *Type, msg, file string, line, col, endLine, endCol int, text string, incomplete bool) error {
	txt := None
	if text != "" {
		txt = NewStr(ToWTF8(text))
	}
	e := NewExc(typ, NewStr(ToWTF8(msg)), NewTuple(NewStr(ToWTF8(file)), Int(int64(line)), Int(int64(col+1)), txt, Int(int64(endLine)), Int(int64(endCol+1))))
	e.incomplete = incomplete
	return e
}
