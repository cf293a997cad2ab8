package syntax

import (
	"bytes"
	"strconv"
	"strings"
)

// maxPEG limits the recursion of the interpreter of the grammar.
const maxPEG = 60000

// explainer matches grammarText with the tokens of the statement that is
// wrong, in two passes as CPython does: the first finds how far a correct
// reading gets, the second tries the rules for mistakes.
type explainer struct {
	p        *parser
	g        *grammar
	memo     map[uint64]int32 // (rule, token) → token after it, -1 if it does not match
	reached  int              // farthest at the end of the first pass
	farthest int              // the last token looked at
	second   bool
	depth    int
	parts    []part // named parts of the alternative being matched
	err      *Error
	line     int32 // where the scanner stood when err was found
}

// part is what x=item matched.
type part struct {
	name       byte
	start, end int
	rule       string
}

// found is what an explainer panics with when err is set.
type found struct{}

// explain turns what stopped the parser into the error CPython reports. It
// passes on a panic that is not the parser's.
func (p *parser) explain(r any) error {
	hard, isHard := r.(*Error)
	if _, ok := r.(bail); !ok && !isHard {
		panic(r)
	}
	q := &explainer{p: p}
	switch {
	case isHard && hard.Kind == MemoryError:
		return hard
	case isHard:
		q.farthest, q.reached = p.i, p.i
		q.err = hard
		q.line = p.s.line
		q.checkRest()
	default:
		q.run()
	}
	e := q.err
	e.Filename = p.s.filename
	e.Text = p.lineText(e.Span.Line)
	if e == p.s.err || q.line > e.Span.Line {
		e.Text = strings.TrimSuffix(e.Text, "\n") // CPython cuts the line out of the source
	} else {
		e.Text = q.before(e.Span.Line) + e.Text
	}
	e.Incomplete = q.atEnd()
	return e
}

// run finds the error.
func (q *explainer) run() {
	p := q.p
	p.rescan()
	q.g = readGrammar()
	start := [...]string{"file", "eval", "interactive"}[p.mode]
	q.matchAll(start)
	last := q.farthest
	q.reached = last
	if q.err == nil {
		q.second = true
		q.matchAll(start)
	}
	q.line = p.s.line
	if q.err != nil {
		if p.s.done == doneNot || q.farthest < len(p.toks)-1 {
			q.checkRest()
		}
		return
	}
	t := p.toks[last]
	switch t.kind {
	case tIndent:
		q.err = q.atLast(IndentationError, "unexpected indent")
		return
	case tDedent:
		q.err = q.atLast(IndentationError, "unexpected unindent")
		return
	}
	sp := t.span()
	if t.col < 0 {
		sp.EndLine, sp.EndCol = 0, 0
	}
	q.err = &Error{Msg: "invalid syntax", Span: sp}
	q.checkRest()
}

// rescan reads the tokens of the current top-level statement again, from its start.
func (p *parser) rescan() {
	warnings := p.s.warnings
	if p.mode == Exec && p.top.kind != tError && p.top.line > 1 {
		lineStart := int(p.top.start)
		if p.top.col >= 0 {
			lineStart -= int(p.top.col)
		}
		for lineStart > 0 && p.s.src[lineStart-1] != '\n' {
			lineStart--
		}
		if lineStart < len(p.s.src) {
			p.s.reset(p.s.src, p.s.filename)
			p.s.pos, p.s.line, p.s.lineStart = lineStart, p.top.line-1, lineStart
		} else {
			p.s.reset(p.s.src, p.s.filename)
		}
	} else {
		p.s.reset(p.s.src, p.s.filename)
	}
	p.s.warnings, p.s.quiet = warnings, true
	p.toks, p.i, p.depth, p.started = p.toks[:0], 0, 0, false
	p.exprs, p.stmts = p.exprs[:0], p.stmts[:0]
	p.keep = true
	p.fill()
}

// matchAll matches the start rule; an error ends it early.
func (q *explainer) matchAll(start string) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(found); !ok {
				panic(r)
			}
		}
	}()
	q.memo = make(map[uint64]int32)
	q.depth = 0
	q.rule(q.g.names[start], 0)
}

// token returns token i and remembers how far reading has come. An error of
// the scanner ends everything.
func (q *explainer) token(i int) *token {
	p := q.p
	for i >= len(p.toks) {
		if last := len(p.toks) - 1; p.toks[last].kind == tEOF && p.s.done == doneEOF {
			return &p.toks[last]
		}
		p.fill()
	}
	q.farthest = max(q.farthest, i)
	t := &p.toks[i]
	if t.kind == tError {
		q.raise(q.scanError())
	}
	return t
}

func (q *explainer) raise(e *Error) {
	q.err = e
	panic(found{})
}

// rule matches a rule at token i and returns the token after it, or -1.
func (q *explainer) rule(n, i int) int {
	if q.g.bad[n] && !q.second {
		return -1
	}
	key := uint64(n)<<32 | uint64(i)
	if q.second && !q.g.memo[n] {
		key |= 1 << 63
	}
	if end, ok := q.memo[key]; ok {
		return int(end)
	}
	if q.depth++; q.depth > maxPEG {
		q.raise(&Error{Kind: MemoryError, Msg: "Parser stack overflowed - Python source too complex to parse", Span: q.p.toks[i].span()})
	}
	end := -1
	if n == q.g.names["statement"] {
		end = q.wholeStatement(i)
	}
	if end < 0 {
		second := q.second
		q.second = second && n != q.g.names["plain_expression"] // mistakes don't count inside it
		end = q.alts(q.g.rules[n], i)
		q.second = second
	}
	q.depth--
	q.memo[key] = int32(end)
	return end
}

// wholeStatement lets the parser read a statement, so that correct ones are
// passed quickly; -1 if it can't.
func (q *explainer) wholeStatement(i int) int {
	p := q.p
	q.token(i)
	end := -1
	p.attempt(i, func() {
		p.statement()
		end = p.i
	})
	if end > i {
		q.farthest = max(q.farthest, end-1)
	}
	return end
}

// attempt runs f at token i; it says whether f got through. The parser keeps
// its place and its stacks.
func (p *parser) attempt(i int, f func()) (ok bool) {
	saved, depth, exprs, stmts := p.i, p.depth, len(p.exprs), len(p.stmts)
	defer func() {
		if r := recover(); r != nil {
			_, isBail := r.(bail)
			_, isError := r.(*Error)
			if !isBail && !isError {
				panic(r)
			}
			ok = false
		}
		p.i, p.depth = saved, depth
		p.exprs, p.stmts = p.exprs[:exprs], p.stmts[:stmts]
	}()
	p.i = i
	p.at(0)
	f()
	return true
}

// alts tries alternatives in order.
func (q *explainer) alts(alts []pegAlt, i int) int {
	base := len(q.parts)
	for k := range alts {
		a := &alts[k]
		end, cut := q.items(a.items, i)
		if end >= 0 && a.action != "" {
			q.act(a.action, end, q.parts[base:])
			end = -1
		}
		if a.action != "" || end < 0 {
			q.parts = q.parts[:base]
		}
		if end >= 0 || cut {
			return end
		}
	}
	return -1
}

func (q *explainer) items(items []pegNode, i int) (end int, cut bool) {
	for k := range items {
		n := &items[k]
		if n.op == pegCut {
			cut = true
			continue
		}
		next := q.node(n, i)
		if next < 0 {
			return -1, cut
		}
		if n.name != 0 {
			q.parts = append(q.parts, part{n.name, i, next, n.text})
		}
		i = next
	}
	return i, cut
}

func (q *explainer) node(n *pegNode, i int) int {
	switch n.op {
	case pegToken:
		if q.token(i).kind == n.tok {
			return i + 1
		}
	case pegNE:
		if t := q.token(i); t.kind == n.tok && q.p.s.src[t.start] == '!' {
			return i + 1
		}
	case pegSoft:
		if t := q.token(i); t.kind == tName && string(q.p.s.src[t.start:t.end]) == n.text {
			return i + 1
		}
	case pegSoftKw:
		if t := q.token(i); t.kind == tName {
			for _, word := range [...]string{"_", "case", "match", "type"} {
				// CPython compares only as many bytes as the name has.
				if strings.HasPrefix(word, string(q.p.s.src[t.start:t.end])) {
					return i + 1
				}
			}
		}
	case pegRule:
		base := len(q.parts)
		end := q.rule(n.rule, i)
		q.parts = q.parts[:base]
		return end
	case pegGroup:
		return q.alts(n.alts, i)
	case pegOpt:
		if end := q.node(n.kid, i); end >= 0 {
			return end
		}
		return i
	case pegStar, pegPlus:
		return q.repeat(n, i)
	case pegAnd:
		if q.node(n.kid, i) >= 0 {
			return i
		}
	case pegNot:
		if q.node(n.kid, i) < 0 {
			return i
		}
	case pegForce:
		t := q.token(i)
		if t.kind == n.tok {
			return i + 1
		}
		q.raise(&Error{Msg: "expected '" + tokText(n.tok) + "'", Span: q.spanOf(t)})
	}
	return -1
}

func (q *explainer) repeat(n *pegNode, i int) int {
	count := 0
	for {
		at := i
		if count > 0 && n.sep != nil {
			if at = q.node(n.sep, i); at < 0 {
				break
			}
		}
		end := q.node(n.kid, at)
		if end < 0 || end == i {
			break
		}
		i = end
		count++
	}
	if count == 0 && n.op == pegPlus {
		return -1
	}
	return i
}

// cursor returns where the scanner of CPython would stand: after the last token
// looked at.
func (q *explainer) cursor() (line, col int32) {
	t := &q.p.toks[q.farthest]
	return t.endLine, t.endCol
}

// atLast makes an error at the last token looked at.
func (q *explainer) atLast(kind ErrorKind, msg string) *Error {
	return &Error{Kind: kind, Msg: msg, Span: q.lastSpan(q.farthest)}
}

func (q *explainer) lastSpan(i int) Span {
	t := &q.p.toks[i]
	if t.col >= 0 {
		return t.span()
	}
	_, col := q.cursor()
	return Span{Line: t.line, Col: col - 1}
}

// spanOf is the span of a token, without an end if the token has no text.
func (q *explainer) spanOf(t *token) Span {
	sp := t.span()
	if t.col < 0 {
		sp.EndLine, sp.EndCol = 0, 0
	}
	return sp
}

// scanError makes the error that the scanner stopped with.
func (q *explainer) scanError() *Error {
	s := &q.p.s
	switch s.done {
	case doneRaised, doneEOFS:
		return s.err
	case doneDedent:
		return q.atLast(IndentationError, "unindent does not match any outer indentation level")
	case doneTabs:
		return &Error{Kind: TabError, Msg: "inconsistent use of tabs and spaces in indentation", Span: Span{Line: s.line}}
	case doneTooDeep:
		return &Error{Kind: IndentationError, Msg: "too many levels of indentation", Span: Span{Line: s.line}}
	case doneLineCont:
		return &Error{Msg: "unexpected character after line continuation character",
			Span: Span{Line: s.line, Col: int32(s.pos-s.lineStart) - 1}}
	}
	if len(s.brackets) > 0 {
		return q.neverClosed()
	}
	return q.atLast(SyntaxError, "unexpected EOF while parsing")
}

func (q *explainer) neverClosed() *Error {
	b := q.p.s.brackets[len(q.p.s.brackets)-1]
	return &Error{Msg: "'" + string(rune(b.char)) + "' was never closed", Span: Span{Line: b.line, Col: b.col}}
}

// checkRest scans the rest of the source: an error of the scanner there, or a
// bracket never closed before the error found, is what CPython reports.
func (q *explainer) checkRest() {
	s := &q.p.s
	line := q.p.toks[min(q.farthest, len(q.p.toks)-1)].line
	for {
		t := s.next()
		if t.kind == tEOF {
			return
		}
		if t.kind == tError {
			break
		}
	}
	if (s.done == doneRaised || s.done == doneEOFS) && len(s.fstrings) == 0 {
		q.err = s.err // CPython does not see errors inside f-strings here
	} else if n := len(s.brackets); n > 0 && line > s.brackets[n-1].line {
		q.err, q.line = q.neverClosed(), s.line
	}
}

// atEnd says whether the source was wrong only because it ended.
func (q *explainer) atEnd() bool {
	p := q.p
	t := &p.toks[min(q.reached, len(p.toks)-1)]
	if q.err == p.s.err {
		return p.s.done == doneEOFS
	}
	switch t.kind {
	case tEOF, tNewline, tDedent, tIndent, tError:
		return int(t.start) >= len(p.s.src) && (t.kind != tError || p.s.done == doneEOF)
	}
	return false
}

// lineText returns a line of the source with its newline.
func (p *parser) lineText(line int32) string {
	src := p.s.src
	for ; line > 1; line-- {
		_, rest, ok := bytes.Cut(src, []byte{'\n'})
		if !ok {
			break
		}
		src = rest
	}
	if i := bytes.IndexByte(src, '\n'); i >= 0 {
		src = src[:i+1]
	}
	return string(src)
}

// before returns the lines that CPython's scanner holds together with line: those of a
// string of many lines that ends there, and those that end with a backslash.
func (q *explainer) before(line int32) string {
	p := q.p
	first := line
	for _, t := range p.toks[:min(q.farthest+1, len(p.toks))] {
		if t.kind == tString && t.endLine == line {
			first = min(first, t.line)
		}
	}
	for first > 1 && strings.HasSuffix(p.lineText(first-1), "\\\n") {
		first--
	}
	text := ""
	for ; first < line; first++ {
		text += p.lineText(first)
	}
	return text
}

// act raises the error that an action describes; it returns if the action does
// not apply after all.
func (q *explainer) act(action string, end int, parts []part) {
	op, rest, _ := strings.Cut(action, " ")
	var a, b part
	for _, x := range parts {
		switch x.name {
		case 'a':
			a = x
		case 'b':
			b = x
		}
	}
	switch op {
	case "at":
		_, text, _ := strings.Cut(rest, " ")
		q.raise(&Error{Msg: q.text(text, a, end), Span: q.span(a)})
	case "range":
		q.raiseRange(a, b, q.text(rest[len("a b "):], a, end))
	case "from":
		sp := q.span(a)
		var col int32
		sp.EndLine, col = q.cursor()
		sp.EndCol = col - 1
		q.raise(&Error{Msg: q.text(rest[len("a "):], a, end), Span: sp})
	case "last":
		q.raise(q.atLast(SyntaxError, q.text(rest, a, end)))
	case "next":
		q.token(end)
		q.raise(&Error{Msg: q.text(rest, a, end), Span: q.lastSpan(end)})
	case "indent":
		q.raise(q.atLast(IndentationError, q.text(rest, a, end)))
	case "call":
		q.special(rest, a, b, end)
	}
}

func (q *explainer) raiseRange(a, b part, msg string) {
	from, to := q.span(a), q.span(b)
	q.raise(&Error{Msg: msg, Span: Span{from.Line, from.Col, to.EndLine, to.EndCol}})
}

// text fills in %n, %d, %t and %f of a message.
func (q *explainer) text(msg string, a part, end int) string {
	i := strings.IndexByte(msg, '%')
	if i < 0 {
		return msg
	}
	var by string
	t := &q.p.toks[a.start]
	switch msg[i+1] {
	case 'n':
		if e := q.expr(a); e != nil {
			by = exprName(e)
		}
	case 'd':
		by = strconv.Itoa(int(t.line))
	case 't':
		by = string(q.p.s.src[t.start:t.end])
	case 'f':
		by = "f"
		for k := end; k >= 0; k-- { // the innermost string open here
			if t := &q.p.toks[min(k, len(q.p.toks)-1)]; t.kind == tFStart {
				if bytes.ContainsAny(q.p.s.src[t.start:t.end], "tT") {
					by = "t"
				}
				break
			}
		}
	}
	return msg[:i] + by + msg[i+2:]
}
