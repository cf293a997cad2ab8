// Package syntax turns Python source text into a tree: the grammar of Python
// 3.13 and the t-strings of 3.14 (PEP 750), with the nodes, positions and error
// messages of CPython.
//
// It has two parsers. The first (parser.go, parse_*.go) is a plain recursive
// descent that builds the tree and, on a wrong source, only says that it is
// wrong. The second (explain.go, peg.go, grammar.go) runs only then: it
// interprets the grammar with CPython's rules for wrong programs, to come to the
// very message and place CPython reports.
package syntax

// Parse reads src, the text of the file filename, and returns its tree. The
// error is always an *Error.
//
// In mode Single with opts.Prompt, src holds the lines typed so far, without the
// last newline. An error is then Incomplete if another line could mend it, by
// the rules of Python's codeop module: an empty last line ends a compound
// statement. Nothing but blanks and comments is an empty Body.
func Parse(src []byte, filename string, mode Mode, opts Options) (*Module, error) {
	m, err := parse(src, filename, mode, opts)
	if err == nil || mode != Single || !opts.Prompt {
		return m, err
	}
	if onlyBlanks(src) {
		return &Module{Mode: mode}, nil
	}
	if src[len(src)-1] != '\n' {
		_, err2 := parse(append(src[:len(src):len(src)], '\n'), filename, mode, opts)
		e, _ := err2.(*Error)
		err.(*Error).Incomplete = err2 == nil || e.Incomplete
	}
	return nil, err
}

// onlyBlanks says whether there is nothing but white space and comments in b.
func onlyBlanks(b []byte) bool {
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case ' ', '\t', '\n', '\r', '\f':
		case '#':
			for i+1 < len(b) && b[i+1] != '\n' {
				i++
			}
		default:
			return false
		}
	}
	return true
}

func parse(src []byte, filename string, mode Mode, opts Options) (m *Module, err error) {
	text, e := decodeSource(src, filename, mode, opts)
	if e != nil {
		return nil, e
	}
	p := &parser{opts: opts, mode: mode, names: make(map[string]string)}
	p.s.reset(text, filename)
	defer func() {
		if r := recover(); r != nil {
			m, err = nil, p.explain(r)
		}
	}()
	p.toks = make([]token, 0, 64)
	p.fill()
	p.top = p.toks[0]
	m = &Module{Mode: mode}
	switch mode {
	case Exec:
		for p.kind() != tEOF {
			p.top = p.toks[p.i]
			p.statement()
		}
		m.Body = p.takeStmts(0)
	case Eval:
		m.Expr = p.expressions()
		for p.accept(tNewline) {
		}
		if p.kind() != tEOF {
			p.fail()
		}
	case Single:
		m.Body = p.interactive()
	}
	m.Warnings = p.s.warnings
	return m, nil
}

// interactive reads one statement as typed at a prompt.
func (p *parser) interactive() []Stmt {
	start := p.here()
	switch {
	case p.kind() == tNewline:
		p.next()
		pass := &Pass{}
		pass.Pos = p.from(start)
		return []Stmt{pass}
	case p.compound():
		p.expect(tNewline)
	default:
		p.simpleStmts()
	}
	if !onlyBlanks(p.s.src[p.s.pos:]) {
		p.multipleStatements()
	}
	if k := p.kind(); k != tEOF && k != tNewline && k != tDedent {
		p.multipleStatements()
	}
	return p.takeStmts(0)
}

func (p *parser) multipleStatements() {
	p.raise(SyntaxError, "multiple statements found while compiling a single statement", p.toks[p.i-1].span())
}
