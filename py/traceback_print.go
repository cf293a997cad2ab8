package py

import (
	"strconv"
	"strings"
)

// SourceLine returns a line of a source file, for tracebacks.
type SourceLine func(filename string, line int) (string, bool)

// Anchors is the part of a piece of source that gets carets, while the rest gets
// tildes. Lines from 0, columns in bytes.
type Anchors struct {
	LeftLine, LeftCol, RightLine, RightCol int
}

// FormatException returns the text that an uncaught exception prints, as CPython
// 3.13 words it.
func FormatException(t *Thread, e *Exc, source SourceLine) string {
	p := &excPrinter{t: t, source: source, seen: map[*Exc]bool{}, limit: tracebackLimit(t)}
	p.exception(e)
	return p.b.String()
}

// FormatExceptionFirst is [FormatException] for traceback.print_exception, which of
// too many frames shows the first ones, not the last.
func FormatExceptionFirst(t *Thread, e *Exc, source SourceLine) string {
	p := &excPrinter{t: t, source: source, seen: map[*Exc]bool{}, limit: tracebackLimit(t), first: true}
	p.exception(e)
	return p.b.String()
}

// tracebackLimit is sys.tracebacklimit, -1 if there is none.
func tracebackLimit(t *Thread) int {
	if v, err := LookupAttr(t, t.Interp.SysM, nameTracebackLimit); err == nil && v.p != nil && v.IsInt() {
		return int(max(v.I(), 0))
	}
	return -1
}

// FormatExceptionOnly returns the last lines: the class, the text, the notes.
func FormatExceptionOnly(t *Thread, e *Exc) string {
	p := &excPrinter{t: t, seen: map[*Exc]bool{}, limit: -1}
	p.only(e)
	return p.b.String()
}

// FormatTraceback returns the File lines of a traceback.
func FormatTraceback(t *Thread, tb *Traceback, source SourceLine, limit int) string {
	p := &excPrinter{t: t, source: source, limit: limit}
	p.frames(tb)
	return p.b.String()
}

var (
	nameTracebackLimit = Name("tracebacklimit")
)

// The limits for exception groups.
const (
	maxGroupWidth = 15
	maxGroupDepth = 10
)

// excPrinter writes exceptions. Inside exception groups every line has a margin.
type excPrinter struct {
	t      *Thread
	source SourceLine
	b      strings.Builder
	seen   map[*Exc]bool
	limit  int  // of frames, -1: none
	first  bool // of too many frames, those that were entered first
	bare   bool // no carets
	depth  int  // of groups
	group  bool
}

// text writes lines with the margin of the group.
func (p *excPrinter) text(s string) { p.indented(s, '|') }

func (p *excPrinter) indented(s string, margin byte) {
	pad := strings.Repeat("  ", p.depth)
	if p.group {
		pad += string(margin) + " "
	}
	for s != "" {
		line := s
		if i := strings.IndexByte(s, '\n'); i >= 0 {
			line = s[:i+1]
		}
		s = s[len(line):]
		p.b.WriteString(pad + line)
	}
}

// maxChain bounds the exceptions that are printed before one: a program that raises
// in handlers for ever makes a chain that nobody reads.
const maxChain = 1000

func (p *excPrinter) exception(e *Exc) {
	// From the first exception to the last, without recursion.
	type link struct {
		e   *Exc
		msg string
	}
	chain := []link{{e, ""}}
	p.seen[e] = true
	for x := e; len(chain) < maxChain; {
		next, msg := x.Cause, "\nThe above exception was the direct cause of the following exception:\n\n"
		if next == nil && !x.Suppress {
			next, msg = x.Context, "\nDuring handling of the above exception, another exception occurred:\n\n"
		}
		if next == nil || p.seen[next] {
			break
		}
		p.seen[next] = true
		chain[len(chain)-1].msg = msg
		chain = append(chain, link{next, ""})
		x = next
	}
	for i := len(chain) - 1; i >= 0; i-- {
		p.one(chain[i].e)
		if i > 0 {
			p.text(chain[i-1].msg)
		}
	}
}

// one writes an exception without those before it.
func (p *excPrinter) one(e *Exc) {
	if e.IsA(BaseExceptionGroup) {
		p.exceptionGroup(e)
		return
	}
	if e.TB != nil && p.limit != 0 {
		p.text("Traceback (most recent call last):\n")
		p.frames(e.TB)
	}
	p.only(e)
}

func (p *excPrinter) exceptionGroup(e *Exc) {
	if p.depth > maxGroupDepth {
		p.text("... (max_group_depth is " + strconv.Itoa(maxGroupDepth) + ")\n")
		return
	}
	top := p.depth == 0
	if top {
		p.depth++
	}
	if e.TB != nil && p.limit != 0 {
		margin := byte('|')
		if top {
			margin = '+'
		}
		group := p.group
		p.group = true
		p.indented("Exception Group Traceback (most recent call last):\n", margin)
		p.group = group
		if top {
			p.group = true
		}
		p.frames(e.TB)
	} else if top {
		p.group = true
	}
	p.only(e)
	items := groupItems(e)
	shown := min(len(items), maxGroupWidth)
	wasGroup := true
	for i := 0; i < shown; i++ {
		label := strconv.Itoa(i + 1)
		if shown == 1 && len(items) == 1 {
			label = "1"
		}
		line := "+---------------- " + label + " ----------------\n"
		if i == 0 {
			p.b.WriteString(strings.Repeat("  ", p.depth) + "+-" + line)
		} else {
			p.b.WriteString(strings.Repeat("  ", p.depth) + "  " + line)
		}
		p.depth++
		x := As[Exc](items[i])
		if !p.seen[x] {
			p.exception(x)
		}
		p.depth--
	}
	if n := len(items) - shown; n > 0 {
		p.b.WriteString(strings.Repeat("  ", p.depth) + "  +---------------- ... ----------------\n")
		p.depth++
		word := "exceptions"
		if n == 1 {
			word = "exception"
		}
		p.text("and " + strconv.Itoa(n) + " more " + word + "\n")
		p.depth--
	}
	// The innermost group that ends last closes the box.
	if last := shown - 1; len(items) > shown || last >= 0 && !As[Exc](items[last]).IsA(BaseExceptionGroup) {
		p.b.WriteString(strings.Repeat("  ", p.depth+1) + "+------------------------------------\n")
	}
	p.group = wasGroup
	if top {
		p.depth--
		p.group = false
	}
}

// frames writes the File lines, the innermost frame last. Of a run of equal ones
// three are shown.
func (p *excPrinter) frames(tb *Traceback) {
	rest := p.limit
	if p.limit >= 0 && !p.first {
		n := 0
		for x := tb; x != nil; x = x.Next {
			n++
		}
		for ; n > p.limit && tb != nil; n-- {
			tb = tb.Next
		}
	}
	var lastFile, lastName string
	lastLine, count := int32(-1), 0
	repeated := func() {
		if n := count - 3; n > 0 {
			word := "times"
			if n == 1 {
				word = "time"
			}
			p.text("  [Previous line repeated " + strconv.Itoa(n) + " more " + word + "]\n")
		}
	}
	for ; tb != nil && rest != 0; tb = tb.Next {
		rest--
		line, col, endLine, endCol := tb.position()
		if p.bare {
			col = -1
		}
		file, name := tb.Code.FileName(), tb.Code.FuncName()
		if file != lastFile || name != lastName || line != lastLine {
			repeated()
			lastFile, lastName, lastLine, count = file, name, line, 0
		}
		count++
		if count > 3 {
			continue
		}
		p.text("  File \"" + file + "\", line " + strconv.Itoa(int(line)) + ", in " + name + "\n" +
			p.sourceLines(file, int(line), int(col), int(endLine), int(endCol)))
	}
	repeated()
}

// only writes what comes after the frames.
func (p *excPrinter) only(e *Exc) {
	t := p.t
	name := e.Class().QualName
	if name == "" {
		name = e.Class().Name
	}
	if m, err := typeModule(t, e.Class().Value()); err == nil {
		if ms, ok := AsStr(m); ok && ms.String() != "builtins" && ms.String() != "__main__" {
			name = ms.String() + "." + name
		}
	}
	if e.IsA(SyntaxError) && !p.syntaxError(e, name) {
		return
	}
	if !e.IsA(SyntaxError) {
		s, err := ToStr(t, e.Value())
		switch {
		case err != nil:
			p.text(name + ": <exception str() failed>\n")
		case s.n == 0:
			p.text(name + "\n")
		default:
			p.text(name + ": " + s.String() + suggestion(t, e) + "\n")
		}
	}
	p.notes(e)
}

func (p *excPrinter) notes(e *Exc) {
	v, err := LookupAttr(p.t, e.Value(), nameNotes)
	if err != nil {
		p.text("Ignored error getting __notes__: " + err.Error() + "\n")
		return
	}
	if v.p == nil || v.IsNone() {
		return
	}
	l, isList := AsList(v)
	if !isList {
		if s, err := Repr(p.t, v); err == nil {
			p.text(s.String() + "\n")
		}
		return
	}
	for _, n := range l.A {
		s, err := ToStr(p.t, n)
		if err != nil {
			p.text("<note str() failed>\n")
			continue
		}
		p.text(s.String() + "\n")
	}
}

// syntaxError writes a SyntaxError with its place; false if it has none.
func (p *excPrinter) syntaxError(e *Exc, name string) bool {
	msg := "<no detail available>"
	if m := e.Field(synMsg); m.p != nil && !m.IsNone() {
		if s, err := ToStr(p.t, m); err == nil {
			msg = s.String()
		}
	}
	line := e.Field(synLine)
	if !line.IsInt() {
		suffix := ""
		if f, ok := AsStr(e.Field(synFile)); ok {
			suffix = " (" + f.String() + ")"
		}
		p.text(name + ": " + msg + suffix + "\n")
		return true
	}
	file := "<string>"
	if f, ok := AsStr(e.Field(synFile)); ok {
		file = f.String()
	}
	p.text("  File \"" + file + "\", line " + strconv.FormatInt(line.I(), 10) + "\n")
	text, ok := "", false
	if s, isStr := AsStr(e.Field(synText)); isStr {
		text, ok = s.String(), true
	} else if p.source != nil {
		text, ok = p.source(file, int(line.I()))
	}
	if ok {
		text = strings.TrimRight(text, "\n")
		stripped := strings.TrimLeft(text, " \n\f")
		cut := len([]rune(text)) - len([]rune(stripped))
		runes := []rune(stripped)
		if strings.TrimSpace(stripped) != "" {
			p.text("    " + strings.TrimRight(stripped, " \t") + "\n")
		}
		if off := e.Field(synOffset); off.IsInt() && len(runes) > 0 {
			start := int(off.I())
			end := start
			if x := e.Field(synEndOffset); x.IsInt() && x.I() != 0 {
				end = int(x.I())
			}
			if x := e.Field(synEndLine); x.IsInt() && x.I() > line.I() {
				end = len(runes) + cut + 1
			}
			if end == start || end == -1 {
				end = start + 1
			}
			col, endCol := start-1-cut, end-1-cut
			if col >= 0 {
				var pad []rune
				for _, c := range runes[:min(col, len(runes))] {
					if c != '\t' && c != '\f' {
						c = ' '
					}
					pad = append(pad, c)
				}
				p.text("    " + string(pad) + strings.Repeat("^", max(endCol-col, 1)) + "\n")
			}
		}
	}
	p.text(name + ": " + msg + "\n")
	return true
}
