package io

import (
	"github.com/woma-lang/woma/py"
)

// bytesTo returns how many bytes of chunk made the first n bytes of text.
func (f *textIO) bytesTo(t *py.Thread, n int) (int, error) {
	if n == len(f.text) {
		return len(f.chunk), nil
	}
	simple := f.codec.kind == codecUTF8 && len(f.chunk) == len(f.text)
	if simple {
		return n, nil
	}
	// Decode the chunk character by character until as much text has come out.
	c := *f.codec
	nl := newlines{arg: f.nl.arg, none: f.nl.none, universal: f.nl.universal}
	got, start := 0, 0
	for end := 1; end <= len(f.chunk); end++ {
		piece := f.chunk[start:end]
		if c.partial(piece) > 0 && end < len(f.chunk) {
			continue
		}
		s, err := c.decode(t, piece)
		if err != nil {
			return 0, err
		}
		start = end
		got += len(nl.translate(s, false))
		if nl.pendingCR {
			// A lone \r or the first half of \r\n.
			if end < len(f.chunk) && f.chunk[end] == '\n' {
				continue
			}
			got += len(nl.translate("", true))
		}
		if got >= n {
			return end, nil
		}
	}
	return len(f.chunk), nil
}

func (f *textIO) tell(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.check(t); err != nil {
		return py.Nil, err
	}
	if !f.canSeek {
		return py.Nil, py.Raise(unsupported, "underlying stream is not seekable")
	}
	if !f.telling {
		return py.Nil, py.Raise(py.OSError, "telling position disabled by next() call")
	}
	if err := f.pushOut(t); err != nil {
		return py.Nil, err
	}
	pos, err := py.CallMethod(t, f.buffer, nameTell.Str())
	if err != nil {
		return py.Nil, err
	}
	n, err := py.AsInt64(t, pos)
	if err != nil {
		return py.Nil, err
	}
	used, err := f.bytesTo(t, f.pos)
	if err != nil {
		return py.Nil, err
	}
	back := len(f.chunk) - used + len(f.carry)
	if f.nl.pendingCR && f.pos == len(f.text) && len(f.chunk) > 0 {
		back++
	}
	return py.Int(n - int64(back)), nil
}

func (f *textIO) seek(t *py.Thread, a *py.Args) (py.Value, error) {
	whence := a.IntOr(t, 1, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if err := f.check(t); err != nil {
		return py.Nil, err
	}
	cookie := a.Value(0)
	if !f.canSeek {
		return py.Nil, py.Raise(unsupported, "underlying stream is not seekable")
	}
	switch whence {
	case 1:
		if cookie != py.Int(0) {
			return py.Nil, py.Raise(unsupported, "can't do nonzero cur-relative seeks")
		}
		v, err := f.tell(t, a)
		if err != nil {
			return py.Nil, err
		}
		cookie = v
	case 2:
		if cookie != py.Int(0) {
			return py.Nil, py.Raise(unsupported, "can't do nonzero end-relative seeks")
		}
		if _, err := f.flush(t, a); err != nil {
			return py.Nil, err
		}
		f.forget()
		f.codec.order, f.codec.started = false, false
		v, err := py.CallMethod(t, f.buffer, nameSeek.Str(), py.Int(0), py.Int(2))
		if err == nil {
			f.atStart = v == py.Int(0)
		}
		return v, err
	case 0:
	default:
		return py.Nil, py.Raise(py.ValueError, "invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	n, err := py.AsInt64(t, cookie)
	if err != nil {
		return py.Nil, err
	}
	if n < 0 {
		return py.Nil, py.Raise(py.ValueError, "negative seek position %d", n)
	}
	if _, err := f.flush(t, a); err != nil {
		return py.Nil, err
	}
	f.forget()
	if n == 0 {
		f.codec.order, f.codec.started, f.atStart = false, false, true
	} else {
		f.atStart = false
	}
	_, err = py.CallMethod(t, f.buffer, nameSeek.Str(), py.Int(n))
	return cookie, err
}

func (f *textIO) truncate(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.check(t); err != nil {
		return py.Nil, err
	}
	pos := a.ValueOr(0, py.None)
	if _, err := f.flush(t, a); err != nil {
		return py.Nil, err
	}
	if pos.IsNone() && f.canSeek && f.fast != nil && f.fast.canWrite {
		var err error
		if pos, err = f.tell(t, a); err != nil {
			return py.Nil, err
		}
	}
	return py.CallMethod(t, f.buffer, nameTruncate.Str(), pos)
}
