package syntax

import "unicode/utf8"

// maxDepth limits how deep expressions may nest, so that parsing and whoever
// walks the tree needs a bounded stack. CPython gives up between 1,500 and
// 6,000, depending on the construct.
const maxDepth = 3000

// parser reads tokens by recursive descent. It only decides whether the source
// is right: when it is not, it stops with panic(bail{}), and explain (see
// explain.go) finds out what CPython would say.
type parser struct {
	s     scanner
	opts  Options
	mode  Mode
	toks  []token // the tokens of the current statement, as far as read
	i     int     // index of the current token
	last  position
	depth int
	names map[string]string // identifiers seen, so that each is stored once

	started bool // Single: a token was read since the implied newline, see fill

	keep bool  // keep all tokens, for explain
	top  token // first token of the current top-level statement

	exprs []Expr // scratch stacks, see takeExprs
	stmts []Stmt
}

// position is a line and column.
type position struct{ line, col int32 }

// bail is what the parser panics with at a syntax error.
type bail struct{}

//go:noinline
func (p *parser) fail() { panic(bail{}) }

// raise stops parsing with an error that CPython's parser raises on the spot.
func (p *parser) raise(kind ErrorKind, msg string, sp Span) {
	panic(&Error{Kind: kind, Msg: msg, Filename: p.s.filename, Span: sp})
}

// fill reads one more token.
func (p *parser) fill() {
	t := p.s.next()
	if p.mode == Single {
		// At the end of interactive input a newline and dedents are implied, once.
		if t.kind == tEOF && p.started {
			p.started = false
			t.kind = tNewline
			p.s.done = doneNot
			if !p.opts.Prompt {
				p.s.pending -= len(p.s.indents) - 1
				p.s.indents, p.s.altIndents = p.s.indents[:1], p.s.altIndents[:1]
			}
		} else {
			p.started = true
		}
	}
	p.toks = append(p.toks, t)
}

// at returns the token n places ahead.
func (p *parser) at(n int) *token {
	for p.i+n >= len(p.toks) {
		p.fill()
	}
	return &p.toks[p.i+n]
}

func (p *parser) kind() tokKind { return p.toks[p.i].kind }

// next moves on and returns the token passed.
func (p *parser) next() token {
	t := p.toks[p.i]
	switch t.kind {
	case tNewline, tIndent, tDedent, tEOF:
	default:
		p.last = position{t.endLine, t.endCol}
	}
	p.i++
	if p.i == len(p.toks) {
		p.fill()
	}
	return t
}

// accept passes a token of kind k if it is there.
func (p *parser) accept(k tokKind) bool {
	if p.toks[p.i].kind == k {
		p.next()
		return true
	}
	return false
}

func (p *parser) expect(k tokKind) token {
	if p.toks[p.i].kind != k {
		p.fail()
	}
	return p.next()
}

// here returns where the current token starts.
func (p *parser) here() position {
	t := &p.toks[p.i]
	return position{t.line, t.col}
}

// from returns the span from start to the last token passed.
//
//go:noinline
func (p *parser) from(start position) Span {
	return Span{start.line, start.col, p.last.line, p.last.col}
}

// isSoft says whether the current token is the soft keyword word.
func (p *parser) isSoft(word string) bool {
	t := &p.toks[p.i]
	return t.kind == tName && string(p.s.src[t.start:t.end]) == word
}

// ident passes a name and returns it.
func (p *parser) ident() string { return p.identOf(p.expect(tName)) }

func (p *parser) identOf(t token) string {
	b := p.s.src[t.start:t.end]
	if s, ok := p.names[string(b)]; ok {
		return s
	}
	s := string(b)
	key := s
	if p.opts.NFKC != nil {
		for i := range len(s) {
			if s[i] >= utf8.RuneSelf {
				s = p.opts.NFKC(s)
				break
			}
		}
	}
	p.names[key] = s
	return s
}

// enter counts a level of nesting; leave ends it.
func (p *parser) enter() {
	p.depth++
	if p.depth > maxDepth {
		p.raise(MemoryError, "Parser stack overflowed - Python source too complex to parse", p.toks[p.i].span())
	}
}

func (p *parser) leave() { p.depth-- }

// state is what try restores.
type state struct {
	i, depth, exprs, stmts int
	last                   position
}

// try runs f and says whether it got through; if not, the parser is back where
// it was. Errors raised on the spot go through.
func (p *parser) try(f func()) (ok bool) {
	st := state{p.i, p.depth, len(p.exprs), len(p.stmts), p.last}
	defer func() {
		if !ok {
			if r := recover(); r != nil {
				if _, is := r.(bail); !is {
					panic(r)
				}
			}
			p.i, p.depth, p.last = st.i, st.depth, st.last
			p.exprs, p.stmts = p.exprs[:st.exprs], p.stmts[:st.stmts]
		}
	}()
	f()
	return true
}

// takeExprs returns a copy of the expressions pushed since base and pops them.
func (p *parser) takeExprs(base int) []Expr {
	if len(p.exprs) == base {
		return nil
	}
	out := make([]Expr, len(p.exprs)-base)
	copy(out, p.exprs[base:])
	clear(p.exprs[base:])
	p.exprs = p.exprs[:base]
	return out
}

func (p *parser) takeStmts(base int) []Stmt {
	out := make([]Stmt, len(p.stmts)-base)
	copy(out, p.stmts[base:])
	clear(p.stmts[base:])
	p.stmts = p.stmts[:base]
	return out
}

//go:noinline
func (p *parser) push(e Expr) { p.exprs = append(p.exprs, e) }
