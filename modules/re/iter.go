package re

import (
	"github.com/woma-lang/woma/internal/regex"
	"github.com/woma-lang/woma/py"
)

// scanner goes through the matches of a string, for finditer and Pattern.scanner.
type scanner struct {
	py.Head
	p       *pattern
	args    [3]py.Value
	at      int // in bytes, -1: at the end
	advance bool
}

var (
	scannerType  = &py.Type{}
	iterType     = &py.Type{}
	scannerShape py.Shape
	iterShape    py.Shape
)

func defineScanner() {
	py.DefineType(scannerType, &scannerShape, py.TypeSpec{
		Name: "SRE_Scanner", Module: "_sre", Flags: py.Final | py.NotCallable | py.DottedName,
		Members: py.Members{
			py.Method("match()", func(s *scanner, t *py.Thread, a *py.Args) (py.Value, error) { return s.next(t, regex.Match) }),
			py.Field("pattern", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Object(py.As[scanner](v).p), nil }),
			py.Method("search()", func(s *scanner, t *py.Thread, a *py.Args) (py.Value, error) { return s.next(t, regex.Search) }),
		},
	})
	py.DefineType(iterType, &iterShape, py.TypeSpec{
		Name: "callable_iterator", Flags: py.Final | py.NotCallable,
		Slots: py.Slots{
			Iter: py.IterSelf,
			Next: func(t *py.Thread, v py.Value) (py.Value, error) {
				x, err := py.As[scanner](v).next(t, regex.Search)
				if err != nil || x.IsNone() {
					return py.Nil, err
				}
				return x, nil
			},
		},
	})
}

func (p *pattern) newScanner(t *py.Thread, shape *py.Shape, args []py.Value) (py.Value, error) {
	var s search
	if err := p.begin(t, &s, args); err != nil {
		return py.Nil, err
	}
	s.finish()
	sc := &scanner{Head: py.HeadOf(shape), p: p, at: s.from}
	sc.args[0] = args[0]
	sc.args[1], sc.args[2] = py.Int(int64(s.pos)), py.Int(int64(s.end))
	return py.Object(sc), nil
}

func (p *pattern) finditer(t *py.Thread, args []py.Value) (py.Value, error) {
	return p.newScanner(t, &iterShape, args)
}

func (p *pattern) scanner(t *py.Thread, args []py.Value) (py.Value, error) {
	return p.newScanner(t, &scannerShape, args)
}

func (sc *scanner) next(t *py.Thread, mode regex.Mode) (py.Value, error) {
	if sc.at < 0 {
		return py.None, nil
	}
	var s search
	if err := sc.p.begin(t, &s, sc.args[:]); err != nil {
		return py.Nil, err
	}
	defer s.finish()
	if sc.at > s.to {
		sc.at = -1
		return py.None, nil
	}
	ok, err := s.m.Find(mode, sc.at, sc.advance)
	if !ok {
		sc.at = -1
		return py.None, err
	}
	sc.at = s.m.Regs[1]
	sc.advance = s.m.Regs[0] == sc.at
	return s.match(), nil
}
