package io

import (
	"unicode/utf8"

	"github.com/woma-lang/woma/py"
)

// stringIO is io.StringIO. As long as all text is ASCII it is kept as bytes, else
// as code points: positions count characters.
type stringIO struct {
	base
	b     []byte
	r     []rune // used if wide
	wide  bool
	ready bool
	pos   int
	nl    newlines
}

var (
	stringIOType  = &py.Type{}
	stringIOShape py.Shape
)

func stringIOSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_io", Base: textIOBaseType,
		Doc: "StringIO(initial='', newline='\\n'): a text file in memory.",
		Slots: py.Slots{
			New:  newObject[stringIO],
			Init: initWith("StringIO(initial_value='', newline='\\n')", stringIOInit),
			Iter: func(t *py.Thread, v py.Value) (py.Value, error) { return v, checkClosed(t, v) },
			Next: func(t *py.Thread, v py.Value) (py.Value, error) {
				if v.Type().Flags&py.Heap != 0 {
					return iobaseType.Slots.Next(t, v)
				}
				s := py.As[stringIO](v)
				if err := s.check(); err != nil {
					return py.Nil, err
				}
				line := s.line(-1)
				if x, _ := py.AsStr(line); x.NBytes() == 0 {
					return py.Nil, nil
				}
				return line, nil
			},
		},
		NextLeaf: leafStringIONext,
		Table: func() py.Members {
			return py.Members{
				py.Method("close()", (*stringIO).close),
				py.Method("getvalue()", (*stringIO).getvalue),
				py.GetSet("line_buffering", func(t *py.Thread, v py.Value) (py.Value, error) {
					return py.False, py.As[stringIO](v).check()
				}, nil),
				py.GetSet("newlines", func(t *py.Thread, v py.Value) (py.Value, error) {
					s := py.As[stringIO](v)
					if err := s.check(); err != nil {
						return py.Nil, err
					}
					return s.nl.value(), nil
				}, nil),
				py.Method("read(size=-1, /)", (*stringIO).read).Maker(leafStringIORead),
				py.Method("readable()", (*stringIO).yes),
				py.Method("readinto(buffer, /)", (*stringIO).readinto),
				py.Method("readline(size=-1, /)", (*stringIO).readline).Maker(leafStringIOReadline),
				py.Method("seek(pos, whence=0, /)", (*stringIO).seek),
				py.Method("seekable()", (*stringIO).yes),
				py.Method("tell()", (*stringIO).tell),
				py.Method("truncate(pos=None, /)", (*stringIO).truncate),
				py.Method("writable()", (*stringIO).yes),
				py.Method("write(s, /)", (*stringIO).write).Leaf(leafStringIOWrite),
			}
		},
	}
}

func stringIOInit(t *py.Thread, a *py.Args) error {
	s := py.As[stringIO](a.Self)
	s.b, s.r, s.wide, s.pos = nil, nil, false, 0
	s.ready = false
	none := a.Has(1) && a.Value(1) == py.None
	text := "\n"
	if a.Given(1) {
		x, ok := py.AsStr(a.Value(1))
		if !ok {
			return py.Raise(py.TypeError, "newline must be str or None, not %s", py.TypeName(a.Value(1)))
		}
		var err error
		if text, _, err = newlineArg(a.Value(1), ""); err != nil {
			r, _ := py.Repr(t, x.Value())
			return py.Raise(py.ValueError, "illegal newline value: %s", r)
		}
	}
	s.nl = newNewlines(text, none)
	if none {
		s.nl.arg = ""
	}
	s.closed, s.ready = false, true
	if a.Given(0) {
		// MicroPython: a number is room to allocate.
		if x, ok := py.AsStr(a.Value(0)); ok {
			if err := s.put(t, x); err != nil {
				return err
			}
		} else {
			return py.Raise(py.TypeError, "initial_value must be str or None, not %s", py.TypeName(a.Value(0)))
		}
	}
	s.pos = 0
	return nil
}

func (s *stringIO) check() error {
	if s.closed {
		return py.Raise(py.ValueError, "I/O operation on closed file")
	}
	if !s.ready {
		return py.Raise(py.ValueError, "I/O operation on uninitialized object")
	}
	return nil
}

func (s *stringIO) len() int {
	if s.wide {
		return len(s.r)
	}
	return len(s.b)
}

// slice returns characters lo to hi as a string.
func (s *stringIO) slice(lo, hi int) py.Value {
	if !s.wide {
		return py.NewStrBytes(s.b[lo:hi])
	}
	return py.NewStrBytes(appendRunes(nil, s.r[lo:hi]))
}

func appendRunes(b []byte, r []rune) []byte {
	for _, c := range r {
		if c < utf8.RuneSelf {
			b = append(b, byte(c))
		} else {
			b = py.AppendRune(b, c)
		}
	}
	return b
}

// put writes text at pos.
func (s *stringIO) put(t *py.Thread, x *py.Str) error {
	text := x.String()
	if s.nl.universal {
		text = s.nl.translate(text, true)
	}
	text = s.nl.output(text)
	ascii := x.ASCII()
	if len(text) == 0 {
		return nil
	}
	if err := t.Alloc(len(text)); err != nil {
		return err
	}
	if !ascii && !s.wide {
		if err := t.Alloc(4 * len(s.b)); err != nil {
			return err
		}
		s.r = make([]rune, len(s.b), len(s.b)+len(text))
		for i, c := range s.b {
			s.r[i] = rune(c)
		}
		s.b, s.wide = nil, true
	}
	if gap := s.pos - s.len(); gap > 0 {
		if err := t.Alloc(4 * gap); err != nil {
			return err
		}
		if s.wide {
			s.r = append(s.r, make([]rune, gap)...)
		} else {
			s.b = append(s.b, make([]byte, gap)...)
		}
	}
	if !s.wide {
		n := copy(s.b[s.pos:], text)
		b, err := py.GrowBytes(t, s.b, len(text)-n)
		if err != nil {
			return err
		}
		s.b = append(b, text[n:]...)
		s.pos += len(text)
		return nil
	}
	for len(text) > 0 {
		c, w := py.DecodeRune(text)
		text = text[w:]
		if s.pos < len(s.r) {
			s.r[s.pos] = c
		} else {
			s.r = append(s.r, c)
		}
		s.pos++
	}
	return nil
}

func (s *stringIO) yes(t *py.Thread, a *py.Args) (py.Value, error) { return py.True, s.check() }

func (s *stringIO) close(t *py.Thread, a *py.Args) (py.Value, error) {
	s.closed = true
	s.b, s.r = nil, nil
	return py.None, nil
}

func (s *stringIO) getvalue(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := s.check(); err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(s.len()); err != nil {
		return py.Nil, err
	}
	return s.slice(0, s.len()), nil
}

func (s *stringIO) read(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := s.check(); err != nil {
		return py.Nil, err
	}
	n, err := sizeArg(t, a.ValueOr(0, py.None))
	if err != nil {
		return py.Nil, err
	}
	lo := min(s.pos, s.len())
	hi := s.len()
	if n >= 0 && n < hi-lo {
		hi = lo + n
	}
	if err := t.Alloc(hi - lo); err != nil {
		return py.Nil, err
	}
	s.pos = max(s.pos, hi)
	return s.slice(lo, hi), nil
}

// line takes a line of at most limit characters.
func (s *stringIO) line(limit int) py.Value {
	lo, n := s.pos, s.len()
	if lo >= n {
		return py.NewStr("")
	}
	at := func(i int) rune {
		if s.wide {
			return s.r[i]
		}
		return rune(s.b[i])
	}
	end := n
	if limit >= 0 && limit < n-lo {
		end = lo + limit
	}
	hi := lo
scan:
	for hi < end {
		c := at(hi)
		hi++
		switch {
		case s.nl.none || s.nl.arg == "\n" || s.nl.arg == "":
			if c == '\n' {
				break scan
			}
			if c == '\r' && s.nl.arg == "" && !s.nl.none {
				if hi < end && at(hi) == '\n' {
					hi++
				}
				break scan
			}
		case s.nl.arg == "\r":
			if c == '\r' {
				break scan
			}
		default:
			if c == '\n' && hi-2 >= lo && at(hi-2) == '\r' {
				break scan
			}
		}
	}
	s.pos = hi
	return s.slice(lo, hi)
}

func (s *stringIO) readline(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := s.check(); err != nil {
		return py.Nil, err
	}
	n, err := sizeArg(t, a.ValueOr(0, py.None))
	if err != nil {
		return py.Nil, err
	}
	return s.line(n), nil
}

// readinto is MicroPython's: text as bytes into a buffer.
func (s *stringIO) readinto(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := s.check(); err != nil {
		return py.Nil, err
	}
	dst, release, err := writable(t, a, "readinto() argument must be")
	if err != nil {
		return py.Nil, err
	}
	defer release()
	lo := min(s.pos, s.len())
	hi := min(s.len(), lo+len(dst))
	x, _ := py.AsStr(s.slice(lo, hi))
	n := copy(dst, x.String())
	s.pos = hi
	return py.Int(int64(n)), nil
}

func (s *stringIO) seek(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := s.check(); err != nil {
		return py.Nil, err
	}
	pos, whence := a.Int(t, 0), a.IntOr(t, 1, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	switch {
	case whence < 0 || whence > 2:
		return py.Nil, py.Raise(py.ValueError, "Invalid whence (%d, should be 0, 1 or 2)", whence)
	case pos < 0 && whence == 0:
		return py.Nil, py.Raise(py.ValueError, "Negative seek position %d", pos)
	case whence != 0 && pos != 0:
		return py.Nil, py.Raise(py.OSError, "Can't do nonzero cur-relative seeks")
	case whence == 1:
		pos = s.pos
	case whence == 2:
		pos = s.len()
	}
	s.pos = pos
	return py.Int(int64(pos)), nil
}

func (s *stringIO) tell(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Int(int64(s.pos)), s.check()
}

func (s *stringIO) truncate(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := s.check(); err != nil {
		return py.Nil, err
	}
	size, err := s.pos, error(nil)
	if a.Given(0) {
		if size, err = sizeArg(t, a.Value(0)); err != nil {
			return py.Nil, err
		}
	}
	if size < 0 {
		return py.Nil, py.Raise(py.ValueError, "Negative size value %d", size)
	}
	if size < s.len() {
		if s.wide {
			s.r = s.r[:size]
		} else {
			s.b = s.b[:size]
		}
	}
	return py.Int(int64(size)), nil
}

func (s *stringIO) write(t *py.Thread, a *py.Args) (py.Value, error) {
	x, ok := py.AsStr(a.Value(0))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "string argument expected, got '%s'", py.TypeName(a.Value(0)))
	}
	if err := s.check(); err != nil {
		return py.Nil, err
	}
	return py.Int(int64(x.Len())), s.put(t, x)
}
