package re

import (
	"strconv"
	"strings"

	"github.com/woma-lang/woma/internal/regex"
	"github.com/woma-lang/woma/py"
)

// errorType is re.PatternError.
var (
	errorType  = &py.Type{}
	errorShape py.Shape
)

func errorSpec() py.TypeSpec {
	init := errorInit()
	return py.TypeSpec{
		Module: "re", Base: py.Exception,
		Doc: "What is wrong with a pattern: msg, and where: pattern, pos, lineno, colno.",
		Slots: py.Slots{
			Init: func(t *py.Thread, self py.Value, args []py.Value, kw []*py.Str) error {
				_, err := init.Invoke(t, self, args, kw)
				return err
			},
		},
	}
}

func errorInit() *py.Native {
	return py.As[py.Native](py.NewNative("def PatternError.__init__(self, msg, pattern=None, pos=None)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		pos := -1
		if a.Given(2) {
			pos = a.Int(t, 2)
		}
		if err := a.Err(); err != nil {
			return py.Nil, err
		}
		return py.None, fillError(t, py.As[py.Exc](a.Self), a.Value(0), a.ValueOr(1, py.None), pos)
	}))
}

// raise makes a PatternError; pos is -1 if there is no place.
func raise(t *py.Thread, msg string, pattern py.Value, pos int) error {
	e := py.NewExc(errorType)
	if err := fillError(t, e, py.NewStr(msg), pattern, pos); err != nil {
		return err
	}
	return e
}

func fillError(t *py.Thread, e *py.Exc, msg, pattern py.Value, pos int) error {
	d := py.OwnDict(e.Value(), true)
	d.SetItem("msg", msg)
	d.SetItem("pattern", pattern)
	d.SetItem("pos", py.None)
	d.SetItem("lineno", py.None)
	d.SetItem("colno", py.None)
	if pos >= 0 {
		d.SetItem("pos", py.Int(int64(pos)))
	}
	if !pattern.IsNone() && pos >= 0 {
		text, before := "", ""
		count := func(s string) int { return len([]rune(s)) }
		if s, ok := py.AsStr(pattern); ok {
			text = s.String()
			before = text[:s.Offset(min(pos, s.Len()))]
		} else if b, ok := py.AsBytes(pattern); ok {
			text = string(b)
			before = text[:min(pos, len(text))]
			count = func(s string) int { return len(s) }
		}
		line := strings.Count(before, "\n") + 1
		col := pos + 1
		if i := strings.LastIndexByte(before, '\n'); i >= 0 {
			col = pos - count(before[:i])
		}
		d.SetItem("lineno", py.Int(int64(line)))
		d.SetItem("colno", py.Int(int64(col)))
		s, err := py.ToStr(t, msg)
		if err != nil {
			return err
		}
		full := s.String() + " at position " + strconv.Itoa(pos)
		if strings.Contains(text, "\n") {
			full += " (line " + strconv.Itoa(line) + ", column " + strconv.Itoa(col) + ")"
		}
		msg = py.NewStr(full)
	}
	e.Args = py.As[py.Tuple](py.NewTuple(msg))
	return nil
}

// compileError is the exception for an error of regex.Compile.
func compileError(t *py.Thread, err error, pattern py.Value) error {
	switch e := err.(type) {
	case *regex.Error:
		if e.Pos < 0 {
			return raise(t, e.Msg, py.None, -1)
		}
		return raise(t, e.Msg, pattern, e.Pos)
	case regex.ValueError:
		return py.Raise(py.ValueError, "%s", string(e))
	}
	switch err {
	case regex.ErrRepeat:
		return py.Raise(py.OverflowError, "%s", err.Error())
	case regex.ErrNest:
		return py.Raise(py.RecursionError, "%s", err.Error())
	}
	return py.Raise(py.MemoryError, "%s", err.Error())
}
