package vm

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// codeReplace is code.replace(**fields). What belongs to the instructions (names,
// constants, registers) cannot be changed: there is no co_code to go with it.
func codeReplace(t *py.Thread, a *py.Args) (py.Value, error) {
	bc := *py.As[Code](a.Self).bc
	names, vals := a.Kw()
	for i, n := range names {
		v := vals[i]
		var text *string
		switch n.String() {
		case "co_name":
			text = &bc.Name
		case "co_qualname":
			text = &bc.QualName
		case "co_filename":
			text = &bc.Filename
		case "co_firstlineno", "co_flags":
			x, err := py.AsInt(t, v)
			if err != nil {
				return py.Nil, err
			}
			if n.String() == "co_firstlineno" {
				bc.FirstLine = int32(x)
			} else {
				// The kind of function is in its instructions; that a generator can be
				// awaited is not.
				bc.Flags = bc.Flags&^bytecode.IterableCoro | bytecode.Flags(x)&bytecode.IterableCoro
			}
			continue
		default:
			old, err := py.LookupAttr(t, a.Self, n)
			if err != nil {
				return py.Nil, err
			}
			if !old.Bound() {
				return py.Nil, py.Raise(py.TypeError, "replace() got an unexpected keyword argument '%s'", n)
			}
			same, err := py.Equal(t, old, v)
			if err != nil {
				return py.Nil, err
			}
			if !same {
				return py.Nil, py.Raise(py.NotImplementedError, "%s of a code object cannot be replaced: compile the source again", n)
			}
			continue
		}
		s, ok := py.AsStr(v)
		if !ok {
			return py.Nil, py.Raise(py.TypeError, "replace() argument '%s' must be str, not %s", n, py.TypeName(v))
		}
		*text = s.String()
	}
	return py.Object(NewCode(&bc)), nil
}
