package syntax

func (p *parser) explain(r any) error {
	if e, ok := r.(*Error); ok {
		return e
	}
	if _, ok := r.(bail); !ok {
		panic(r)
	}
	t := p.toks[p.i]
	if p.s.err != nil {
		return p.s.err
	}
	return &Error{Msg: "invalid syntax", Filename: p.s.filename, Span: t.span()}
}
