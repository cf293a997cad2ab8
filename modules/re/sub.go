package re

import (
	"strings"

	"github.com/woma-lang/woma/internal/regex"
	"github.com/woma-lang/woma/py"
)

// sub, subn and expand.

// piece is a part of a template: text, then the text of a group if there is one.
type piece struct {
	text  string
	group int // -1: none
}

// template compiles a template, which is no plain text.
func (p *pattern) template(t *py.Thread, v py.Value) ([]piece, error) {
	if p.repl.Bound() && py.Is(p.repl, v) {
		return p.compiled, nil
	}
	if _, err := py.Hash(t, v); err != nil {
		return nil, err
	}
	var src string
	s, isText := py.AsStr(v)
	if isText {
		src = s.String()
	} else {
		b, err := py.AsBuffer(t, v)
		if err != nil {
			return nil, py.Raise(py.TypeError, "decoding to str: need a bytes-like object, %s found", py.TypeName(v))
		}
		src = string(b)
	}
	if err := t.Alloc(8 * len(src)); err != nil {
		return nil, err
	}
	if err := t.Step(len(src) >> 2); err != nil {
		return nil, err
	}
	var pieces []piece
	err := regex.Template(src, isText, p.Prog, env(t), func(text string, group int) {
		pieces = append(pieces, piece{text, group})
	})
	if name, ok := err.(regex.UnknownGroup); ok {
		return nil, py.Raise(py.IndexError, "unknown group name %s", quote(t, string(name)))
	}
	if err != nil {
		return nil, compileError(t, err, v)
	}
	if py.IsStr(v) || py.IsBytes(v) {
		p.repl, p.compiled = v, pieces
	}
	return pieces, nil
}

func (m *match) expand(t *py.Thread, a *py.Args) (py.Value, error) {
	pieces, err := m.p.template(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	s, err := m.subject(t)
	if err != nil {
		return py.Nil, err
	}
	if _, isText := py.AsStr(a.Value(0)); isText != (s.s != nil) {
		return py.Nil, wrongItem(0, a.Value(0), s.s != nil)
	}
	var b []byte
	for _, pc := range pieces {
		part := ""
		if g := pc.group; g >= 0 && m.regs[2*g] >= 0 {
			n := len(s.text)
			part = s.text[min(m.regs[2*g], n):min(m.regs[2*g+1], n)]
		}
		if b, err = grow(t, b, len(pc.text)+len(part)); err != nil {
			return py.Nil, err
		}
		b = append(append(b, pc.text...), part...)
	}
	return s.take(b), nil
}

// take makes b an object of the subject's kind.
func (s *subject) take(b []byte) py.Value {
	if s.s != nil {
		return py.TakeStr(b)
	}
	return py.NewBytes(b)
}

// grow makes room for n more bytes.
func grow(t *py.Thread, b []byte, n int) ([]byte, error) {
	if len(b)+n <= cap(b) {
		return b, nil
	}
	size := max(64, 2*cap(b), len(b)+n)
	if err := t.Alloc(size); err != nil {
		return nil, err
	}
	if len(b)+n > py.MaxStr {
		return nil, py.Raise(py.MemoryError, "")
	}
	return append(make([]byte, 0, size), b...), nil
}

func wrongItem(i int, v py.Value, isText bool) error {
	if isText {
		return py.Raise(py.TypeError, "sequence item %d: expected str instance, %s found", i, py.TypeName(v))
	}
	return py.Raise(py.TypeError, "sequence item %d: expected a bytes-like object, %s found", i, py.TypeName(v))
}

// itemText is the text of something that is to be put into the result.
func (s *subject) itemText(t *py.Thread, v py.Value, i int) (string, error) {
	if s.s != nil {
		if x, ok := py.AsStr(v); ok {
			return x.String(), nil
		}
		return "", wrongItem(i, v, true)
	}
	if v.Type().Slots.Buffer == nil {
		return "", wrongItem(i, v, false)
	}
	b, err := py.AsBuffer(t, v)
	return text(b), err
}

func (p *pattern) sub(t *py.Thread, args []py.Value) (py.Value, error) {
	v, _, err := p.replace(t, args)
	return v, err
}

func (p *pattern) subn(t *py.Thread, args []py.Value) (py.Value, error) {
	v, n, err := p.replace(t, args)
	if err != nil {
		return py.Nil, err
	}
	return py.NewTuple(v, py.Int(int64(n))), nil
}

// replace is sub and the number of replacements.
func (p *pattern) replace(t *py.Thread, args []py.Value) (v py.Value, n int, err error) {
	limit := 0
	if c := arg(args, 2); c.Bound() {
		if limit, err = ssize(t, c); err != nil {
			return py.Nil, 0, err
		}
	}
	var s search
	if err := p.begin(t, &s, args[1:2]); err != nil {
		return py.Nil, 0, err
	}
	defer s.finish()
	repl := args[0]
	callable := py.IsCallable(repl)
	var pieces []piece
	if !callable {
		if pieces, err = p.replacement(t, &s.subject, repl); err != nil {
			return py.Nil, 0, err
		}
	}
	var b []byte
	var late error // of joining the parts, which CPython does at the end
	last, items := 0, 0
	for limit == 0 || n < limit {
		ok, err := s.next()
		if err != nil {
			return py.Nil, 0, err
		}
		if !ok {
			break
		}
		r := s.m.Regs
		from := r[0]
		if b, err = grow(t, b, from-last); err != nil {
			return py.Nil, 0, err
		}
		if from > last {
			b = append(b, s.text[last:from]...)
			items++
		}
		last = s.at
		n++
		if !callable {
			for _, pc := range pieces {
				part := ""
				if g := pc.group; g >= 0 && r[2*g] >= 0 && r[2*g+1] >= r[2*g] {
					part = s.text[r[2*g]:r[2*g+1]]
				}
				if b, err = grow(t, b, len(pc.text)+len(part)); err != nil {
					return py.Nil, 0, err
				}
				b = append(append(b, pc.text...), part...)
			}
			if pieces == nil && late == nil {
				late = wrongItem(items, repl, s.s != nil)
			}
			continue
		}
		x, err := py.Call(t, repl, s.match())
		if err != nil {
			return py.Nil, 0, err
		}
		if x.IsNone() || late != nil {
			continue
		}
		var part string
		if part, late = s.itemText(t, x, items); late == nil {
			if b, err = grow(t, b, len(part)); err != nil {
				return py.Nil, 0, err
			}
			b = append(b, part...)
		}
		items++
	}
	if late != nil {
		return py.Nil, 0, late
	}
	if n == 0 {
		return s.slice(0, s.to), 0, nil
	}
	if b, err = grow(t, b, s.to-last); err != nil {
		return py.Nil, 0, err
	}
	return s.take(append(b, s.text[last:s.to]...)), n, nil
}

// replacement returns the pieces of a replacement that is not called. nil stands for
// one of the wrong type.
func (p *pattern) replacement(t *py.Thread, s *subject, repl py.Value) ([]piece, error) {
	x, isText := py.AsStr(repl)
	var plain string
	switch {
	case isText:
		plain = x.String()
	case repl.Type().Slots.Buffer != nil:
		b, err := py.AsBuffer(t, repl)
		if err != nil {
			return nil, err
		}
		plain = string(b)
	default:
		return p.template(t, repl)
	}
	if strings.IndexByte(plain, '\\') < 0 {
		if isText != (s.s != nil) {
			return nil, nil
		}
		return []piece{{plain, -1}}, nil
	}
	pieces, err := p.template(t, repl)
	if err == nil && isText != (s.s != nil) {
		return nil, nil
	}
	return pieces, err
}
