// Package atexit is Python's atexit: functions to call when the program ends.
// https://docs.python.org/3.13/library/atexit.html
package atexit

import "github.com/woma-lang/woma/py"

// Module is the module atexit.
var Module = &py.Module{
	Name: "atexit",
	Doc:  "Functions to call when the program ends.",
	Table: func() py.Members {
		return py.Members{
			py.Func("register(func, /, *args, **kwargs)", register),
			py.Func("unregister(func, /)", unregister),
			py.Func("_clear()", clear_),
			py.Func("_ncallbacks()", count),
			py.Func("_run_exitfuncs()", runAll),
		}
	},
}

// call is one registered call.
type call struct {
	f    py.Value
	args []py.Value
	kw   []*py.Str
}

type state struct{ calls []call }

var stateKey = &py.Module{Name: "atexit"}

func of(t *py.Thread) *state {
	if s, ok := t.Interp.State[stateKey].(*state); ok {
		return s
	}
	s := &state{}
	py.SetState(t, stateKey, s)
	t.Interp.AtExit = append(t.Interp.AtExit, py.NewNative("_atexit()", func(t *py.Thread, a *py.Args) (py.Value, error) { return s.run(t) }))
	return s
}

// run calls the functions, the last one first; what they raise is reported, and the
// first exception that asks for the end of the program is raised when all have run.
func (s *state) run(t *py.Thread) (py.Value, error) {
	var first error
	for len(s.calls) > 0 {
		c := s.calls[len(s.calls)-1]
		s.calls = s.calls[:len(s.calls)-1]
		if _, err := py.CallKw(t, c.f, c.args, c.kw); err != nil {
			if py.ErrIs(err, py.SystemExit) {
				if first == nil {
					first = err
				}
				continue
			}
			name, rerr := py.Repr(t, c.f)
			if rerr != nil {
				continue
			}
			py.Unraisable(t, err, "Exception ignored in atexit callback "+name.String(), py.Nil)
		}
	}
	return py.None, first
}

func register(t *py.Thread, a *py.Args) (py.Value, error) {
	f := a.Value(0)
	if !py.IsCallable(f) {
		return py.Nil, py.Raise(py.TypeError, "the first argument must be callable")
	}
	names, vals := a.Kw()
	args := append(append([]py.Value(nil), a.Rest()...), vals...)
	s := of(t)
	s.calls = append(s.calls, call{f, args, append([]*py.Str(nil), names...)})
	return f, nil
}

func unregister(t *py.Thread, a *py.Args) (py.Value, error) {
	s := of(t)
	kept := s.calls[:0]
	for _, c := range s.calls {
		eq, err := py.Equal(t, c.f, a.Value(0))
		if err != nil {
			return py.Nil, err
		}
		if !eq {
			kept = append(kept, c)
		}
	}
	clear(s.calls[len(kept):])
	s.calls = kept
	return py.None, nil
}

func clear_(t *py.Thread, a *py.Args) (py.Value, error) {
	of(t).calls = nil
	return py.None, nil
}

func count(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(int64(len(of(t).calls))), nil }

func runAll(t *py.Thread, a *py.Args) (py.Value, error) { return of(t).run(t) }
