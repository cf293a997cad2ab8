// Package re is Python's re: regular expressions over str and bytes. The machine that
// matches is package internal/regex; here are the objects around it.
// https://docs.python.org/3.13/library/re.html
//
// The flag DEBUG, which prints the instructions of CPython's machine, is not there.
// Warnings about patterns that may change their meaning are not given. re.Scanner is
// in scanner.py, which is compiled when it is first asked for.
package re

import (
	_ "embed"
	"strings"

	"github.com/woma-lang/woma/internal/regex"
	"github.com/woma-lang/woma/internal/uniname"
	"github.com/woma-lang/woma/py"
)

//go:embed scanner.py
var scannerSource string

// Module is the module re.
var Module = &py.Module{
	Name: "re",
	Doc:  "Regular expressions.",
	Types: func() {
		defineFlag()
		definePattern()
		defineMatch()
		defineScanner()
		py.DefineLater(errorType, &errorShape, "PatternError", errorSpec)
	},
	Table: rows,
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		py.SetState(t, stateKey, &state{cache: map[cacheKey]*pattern{}})
		py.LazySource(m, scannerSource, "<frozen re>", "Scanner")
		return nil
	},
}

func rows() py.Members {
	rows := py.Members{
		py.ClassAs("Match", matchType),
		py.Const("NOFLAG", newFlag(0)),
		py.ClassAs("Pattern", patternType),
		py.ClassAs("PatternError", errorType),
		py.ClassAs("RegexFlag", flagType),
		py.Make("__all__", func(in *py.Interp) py.Value {
			var names []py.Value
			for _, n := range []string{"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "escape",
				"error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
				"UNICODE", "NOFLAG", "RegexFlag", "PatternError"} {
				names = append(names, py.NewStr(n))
			}
			return py.NewList(names).Value()
		}),
		function("compile(pattern, flags=0)", 2, compile),
		py.ClassAs("error", errorType),
		function("escape(pattern)", 1, escape),
		function("findall(pattern, string, flags=0)", 3, through((*pattern).findall)),
		function("finditer(pattern, string, flags=0)", 3, through((*pattern).finditer)),
		function("fullmatch(pattern, string, flags=0)", 3, through((*pattern).fullmatch)),
		function("match(pattern, string, flags=0)", 3, through((*pattern).match)),
		py.Func("purge()", purge),
		function("search(pattern, string, flags=0)", 3, through((*pattern).search)),
		function("split(pattern, string, maxsplit=0, flags=0)", 4, split),
		function("sub(pattern, repl, string, count=0, flags=0)", 5, sub),
		function("subn(pattern, repl, string, count=0, flags=0)", 5, subn),
	}
	for _, f := range flagNames {
		if f.short != "" {
			rows = append(rows, py.Const(f.name, newFlag(int64(f.flag))), py.Const(f.short, newFlag(int64(f.flag))))
		}
	}
	return rows
}

// function is a row for a function of n parameters in both forms: with all arguments
// at their places, those left out unbound, or fewer of them.
//
//go:noinline
func function(sig string, n int, f func(t *py.Thread, args []py.Value) (py.Value, error)) py.Member {
	return py.Func("def "+sig, func(t *py.Thread, a *py.Args) (py.Value, error) {
		var args [5]py.Value
		for i := range n {
			args[i] = a.Value(i)
		}
		return f(t, args[:n])
	}).Fast(func(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) { return f(t, args) })
}

// method is a row for a method of patterns, as function is.
//
//go:noinline
func method(sig string, n int, f func(p *pattern, t *py.Thread, args []py.Value) (py.Value, error)) py.Member {
	return py.MethodOf(sig, func(t *py.Thread, a *py.Args) (py.Value, error) {
		var args [3]py.Value
		for i := range n {
			args[i] = a.Value(i)
		}
		return f(py.As[pattern](a.Self), t, args[:n])
	}).Fast(func(t *py.Thread, self py.Value, args []py.Value) (py.Value, error) {
		return f(py.As[pattern](self), t, args)
	})
}

// stateKey is what the state is kept under: Module itself would refer to itself.
var stateKey = &py.Module{Name: "re"}

// state is what one interpreter has of the module.
type state struct {
	cache    map[cacheKey]*pattern
	machines []*regex.Machine // those that no match uses
}

// cacheKey is what compile was called with.
type cacheKey struct {
	text  string
	bytes bool
	flags regex.Flags
}

// maxCache is how many patterns are kept.
const maxCache = 512

// machine returns a machine for a match; put it back.
func (st *state) machine(t *py.Thread) *regex.Machine {
	n := len(st.machines) - 1
	if n < 0 {
		return &regex.Machine{Meter: (*meter)(t)}
	}
	m := st.machines[n]
	st.machines = st.machines[:n]
	m.Meter = (*meter)(t)
	return m
}

func (st *state) put(m *regex.Machine) {
	m.Release()
	st.machines = append(st.machines, m)
}

// meter is a thread as the machine's Meter.
type meter py.Thread

func (m *meter) Step(n int) error  { return (*py.Thread)(m).Step(n) }
func (m *meter) Alloc(n int) error { return (*py.Thread)(m).Alloc(n) }

// env is what the machine needs to know of characters and names.
func env(t *py.Thread) *regex.Env {
	return &regex.Env{
		Digit:      py.IsDecimal,
		Space:      py.IsSpace,
		Alnum:      py.IsAlnum,
		Identifier: py.IsIdentifier,
		Repr:       func(s string) string { return quote(t, s) },
		Name:       uniname.Lookup,
	}
}

// quote is repr(s).
func quote(t *py.Thread, s string) string {
	r, err := py.Repr(t, py.NewStr(s))
	if err != nil {
		return s
	}
	return r.String()
}

// get returns the compiled pattern for a pattern or its source.
func get(t *py.Thread, v, flags py.Value) (*pattern, error) {
	if p, ok := py.Cast[pattern](v, patternType); ok {
		if flags.Bound() {
			if on, err := py.Truth(t, flags); err != nil {
				return nil, err
			} else if on {
				return nil, py.Raise(py.ValueError, "cannot process flags argument with a compiled pattern")
			}
		}
		return p, nil
	}
	fl, err := flagsOf(flags)
	if err != nil {
		return nil, err
	}
	st := py.State[*state](t, stateKey)
	var key cacheKey
	cached := true
	switch {
	case py.IsStr(v):
		key = cacheKey{py.As[py.Str](v).String(), false, fl}
	case py.IsBytes(v):
		key = cacheKey{text(py.As[py.Bytes](v).B), true, fl}
	default:
		cached = false
	}
	if cached {
		if p := st.cache[key]; p != nil {
			return p, nil
		}
	}
	p, err := newPattern(t, st, v, fl)
	if err != nil || !cached {
		return p, err
	}
	if len(st.cache) >= maxCache {
		clear(st.cache)
	}
	st.cache[key] = p
	return p, nil
}

func newPattern(t *py.Thread, st *state, v py.Value, flags regex.Flags) (*pattern, error) {
	var src []rune
	s, isText := py.AsStr(v)
	switch {
	case isText:
		if err := t.Alloc(256 * s.Len()); err != nil {
			return nil, err
		}
		src = make([]rune, 0, s.Len())
		for text := s.String(); text != ""; {
			r, n := py.DecodeRune(text)
			src = append(src, r)
			text = text[n:]
		}
	case py.IsInstance(v, py.BytesType):
		b, _ := py.AsBytes(v)
		if err := t.Alloc(256 * len(b)); err != nil {
			return nil, err
		}
		src = make([]rune, len(b))
		for i, c := range b {
			src[i] = rune(c)
		}
	default:
		if _, err := py.Hash(t, v); err != nil {
			return nil, err
		}
		return nil, py.Raise(py.TypeError, "first argument must be string or compiled pattern")
	}
	if err := t.Step(len(src)); err != nil {
		return nil, err
	}
	prog, err := regex.Compile(src, isText, flags, env(t))
	if err != nil {
		return nil, compileError(t, err, v)
	}
	if err := t.Alloc(prog.Size()); err != nil {
		return nil, err
	}
	return &pattern{Head: py.HeadOf(&patternShape), Prog: prog, source: v, text: isText, st: st}, nil
}

func arg(args []py.Value, i int) py.Value {
	if i < len(args) {
		return args[i]
	}
	return py.Nil
}

func compile(t *py.Thread, args []py.Value) (py.Value, error) {
	p, err := get(t, args[0], arg(args, 1))
	if err != nil {
		return py.Nil, err
	}
	return py.Object(p), nil
}

// through is a function that calls a method of the pattern with the string.
//
//go:noinline
func through(f func(p *pattern, t *py.Thread, args []py.Value) (py.Value, error)) func(t *py.Thread, args []py.Value) (py.Value, error) {
	return func(t *py.Thread, args []py.Value) (py.Value, error) {
		p, err := get(t, args[0], arg(args, 2))
		if err != nil {
			return py.Nil, err
		}
		return f(p, t, args[1:2])
	}
}

func split(t *py.Thread, args []py.Value) (py.Value, error) {
	p, err := get(t, args[0], arg(args, 3))
	if err != nil {
		return py.Nil, err
	}
	return p.split(t, args[1:min(3, len(args))])
}

func sub(t *py.Thread, args []py.Value) (py.Value, error) {
	p, err := get(t, args[0], arg(args, 4))
	if err != nil {
		return py.Nil, err
	}
	return p.sub(t, args[1:min(4, len(args))])
}

func subn(t *py.Thread, args []py.Value) (py.Value, error) {
	p, err := get(t, args[0], arg(args, 4))
	if err != nil {
		return py.Nil, err
	}
	return p.subn(t, args[1:min(4, len(args))])
}

func purge(t *py.Thread, a *py.Args) (py.Value, error) {
	clear(py.State[*state](t, stateKey).cache)
	return py.None, nil
}

// specialChars are what escape puts a backslash before.
const specialChars = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"

func escape(t *py.Thread, args []py.Value) (py.Value, error) {
	var src string
	s, isText := py.AsStr(args[0])
	if isText {
		src = s.String()
	} else {
		b, err := py.AsBuffer(t, args[0])
		if err != nil {
			return py.Nil, py.Raise(py.TypeError, "decoding to str: need a bytes-like object, %s found", py.TypeName(args[0]))
		}
		src = text(b)
	}
	if err := t.Alloc(2 * len(src)); err != nil {
		return py.Nil, err
	}
	if err := t.Step(len(src) >> 3); err != nil {
		return py.Nil, err
	}
	b := make([]byte, 0, len(src)+8)
	for i := 0; i < len(src); i++ {
		if strings.IndexByte(specialChars, src[i]) >= 0 {
			b = append(b, '\\')
		}
		b = append(b, src[i])
	}
	if !isText {
		return py.NewBytes(b), nil
	}
	return py.NewStrBytes(b), nil
}
