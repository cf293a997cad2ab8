package syntax

import (
	"bytes"
	"strings"
	"unicode"
)

// strings reads adjacent string literals: one Constant, JoinedStr or
// TemplateStr.
func (p *parser) strings() Expr {
	start := p.here()
	if p.kind() == tString && p.at(1).kind != tString && p.at(1).kind != tFStart {
		return p.string(p.next())
	}
	base := len(p.exprs)
	var haveF, haveT, haveText, haveBytes bool
	for {
		switch p.kind() {
		case tString:
			c := p.string(p.next())
			if c.Kind == ConstBytes {
				haveBytes = true
			} else {
				haveText = true
			}
			p.push(c)
			continue
		case tFStart:
			if p.fstring() {
				haveT = true
			} else {
				haveF = true
			}
			continue
		}
		break
	}
	if haveBytes && (haveText || haveF) {
		p.raise(SyntaxError, "cannot mix bytes and nonbytes literals", p.errorSpan(p.toks[p.i]))
	}
	if haveT && (haveBytes || haveText || haveF) {
		p.raise(SyntaxError, "cannot mix t-string literals with string or bytes literals", p.from(start))
	}
	p.mergeConstants(base, haveF || haveT)
	values := p.takeExprs(base)
	switch {
	case haveT:
		x := &TemplateStr{Values: values}
		x.Pos = p.from(start)
		return x
	case haveF:
		x := &JoinedStr{Values: values}
		x.Pos = p.from(start)
		return x
	}
	return values[0]
}

// mergeConstants joins neighbouring constants among the expressions pushed
// since base and, if dropEmpty, drops what is empty then.
func (p *parser) mergeConstants(base int, dropEmpty bool) {
	out := p.exprs[:base]
	list := p.exprs[base:]
	for i := 0; i < len(list); {
		c, ok := list[i].(*Constant)
		if !ok {
			out = append(out, list[i])
			i++
			continue
		}
		n := 1
		for i+n < len(list) {
			if _, ok := list[i+n].(*Constant); !ok {
				break
			}
			n++
		}
		if n > 1 {
			var b strings.Builder
			for _, e := range list[i : i+n] {
				b.WriteString(e.(*Constant).Str)
			}
			c.Str = b.String()
			last := list[i+n-1].Span()
			c.Pos.EndLine, c.Pos.EndCol = last.EndLine, last.EndCol
		}
		if c.Str != "" || !dropEmpty {
			out = append(out, c)
		}
		i += n
	}
	p.exprs = out
}

// string decodes one string token.
func (p *parser) string(t token) *Constant {
	l := p.splitString(t)
	c := &Constant{Kind: ConstStr, U: p.s.src[t.start] == 'u'}
	c.Pos = t.span()
	var err error
	if l.bytes {
		c.Kind = ConstBytes
		c.Str, err = p.decodeBytes(l, t)
	} else {
		c.Str, err = p.decodeText(l.body, l.start, l.raw, t)
	}
	if err != nil {
		p.raise(SyntaxError, err.Error(), t.span())
	}
	return c
}

// errorSpan is the span of a token for an error that CPython places at the
// last token it has read.
func (p *parser) errorSpan(t token) Span {
	if t.col < 0 {
		return Span{Line: t.line, Col: t.endCol - 1}
	}
	return t.span()
}

// fstring reads one f- or t-string and pushes its parts. It says whether it is
// a t-string.
func (p *parser) fstring() (isT bool) {
	open := p.next()
	raw := false
	for _, c := range p.s.src[open.start:open.end] {
		raw = raw || c|0x20 == 'r'
		isT = isT || c|0x20 == 't'
	}
	p.enter()
	base := len(p.exprs)
	var middles []token
	for p.kind() != tFEnd {
		if p.kind() == tFMiddle {
			t := p.next()
			middles = append(middles, t)
			c := &Constant{Kind: ConstStr}
			c.Pos = t.span()
			p.push(c)
			continue
		}
		p.field(isT)
	}
	p.leave()
	end := p.toks[p.i]
	// Escapes are decoded when the string has been read, as in CPython.
	n := 0
	out := p.exprs[:base]
	for _, e := range p.exprs[base:] {
		if c, ok := e.(*Constant); ok && n < len(middles) && c.Pos == middles[n].span() {
			t := middles[n]
			var err error
			if c.Str, err = p.decodeText(p.s.src[t.start:t.end], int(t.start), raw, t); err != nil {
				p.raise(SyntaxError, err.Error(), end.span())
			}
			n++
			if c.Str == "" {
				continue
			}
		}
		out = append(out, e)
	}
	p.exprs = out
	p.next()
	return isT
}

// field reads one replacement field and pushes it, after the text that {x=} adds.
func (p *parser) field(isT bool) {
	start := p.here()
	open := p.expect(tLbrace)
	value := p.yieldOrStar()
	debug := p.accept(tEqual)
	stop := p.toks[p.i] // the token that ends the expression
	conversion := -1
	if p.accept(tExclam) {
		name := p.expect(tName)
		conversion = p.conversion(stop, name, isT)
	}
	var spec Expr
	if p.kind() == tColon {
		spec = p.formatSpec()
	}
	p.expect(tRbrace)
	text := ""
	if debug || isT {
		text = string(stripComments(p.s.src[open.end:stop.start]))
	}
	if debug {
		c := &Constant{Kind: ConstStr, Str: text}
		c.Pos = Span{open.endLine, open.endCol, stop.line, stop.col}
		p.push(c)
		if conversion < 0 && spec == nil {
			conversion = 'r'
		}
	}
	if isT {
		str := strings.TrimRightFunc(text, func(r rune) bool { return r == '=' || unicode.IsSpace(r) })
		x := &Interpolation{Value: value, Str: str, Conversion: conversion, FormatSpec: spec}
		x.Pos = p.from(start)
		p.push(x)
		return
	}
	x := &FormattedValue{Value: value, Conversion: conversion, FormatSpec: spec}
	x.Pos = p.from(start)
	p.push(x)
}

// conversion checks !s, !r and !a.
func (p *parser) conversion(mark, name token, isT bool) int {
	prefix := "f-string: "
	if isT {
		prefix = "t-string: "
	}
	if mark.line != name.line || mark.endCol != name.col {
		p.raise(SyntaxError, prefix+"conversion type must come right after the exclamanation mark",
			Span{mark.line, mark.col, name.endLine, name.endCol})
	}
	text := string(p.s.src[name.start:name.end])
	if text != "s" && text != "r" && text != "a" {
		p.raise(SyntaxError, prefix+"invalid conversion character '"+text+"': expected 's', 'r', or 'a'", name.span())
	}
	return int(text[0])
}

// formatSpec reads ':' and a format spec.
func (p *parser) formatSpec() Expr {
	start := p.here()
	p.next()
	base := len(p.exprs)
	for p.kind() != tRbrace {
		if p.kind() != tFMiddle {
			p.field(false)
			continue
		}
		t := p.next()
		c := &Constant{Kind: ConstStr}
		c.Pos = t.span()
		var err error
		if c.Str, err = p.decodeText(p.s.src[t.start:t.end], int(t.start), false, t); err != nil {
			p.raise(SyntaxError, err.Error(), t.span())
		}
		if c.Str != "" {
			p.push(c)
		}
	}
	p.mergeConstants(base, true) // CPython then has a bare Constant if there is no field
	x := &JoinedStr{Values: p.takeExprs(base)}
	x.Pos = p.from(start)
	return x
}

// stripComments removes comments from the text of an expression. Like CPython
// 3.13 it takes any # for the start of one.
func stripComments(b []byte) []byte {
	if bytes.IndexByte(b, '#') < 0 {
		return b
	}
	var out []byte
	for i := 0; i < len(b); i++ {
		if b[i] == '#' {
			for i < len(b) && b[i] != '\n' {
				i++
			}
			if i == len(b) {
				break
			}
		}
		out = append(out, b[i])
	}
	return out
}
