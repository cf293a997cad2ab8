package io

import (
	"strings"

	"github.com/woma-lang/woma/py"
)

// textIO is io.TextIOWrapper.
//
// When reading, text holds what is decoded, pos is the byte position in it, and
// chunk the bytes that text was made from, so that tell() can find the place of
// pos; carry is the start of a character that is not complete. When writing, out
// holds encoded bytes.
type textIO struct {
	base
	buffer       py.Value // unbound: detached or not initialised
	fast         *buffered
	codec        *codec
	nl           newlines
	lineBuffered bool
	writeThrough bool
	canSeek      bool
	telling      bool
	detached     bool
	dirty        bool
	eof          bool
	host         bool // sys.stdout and its like
	atStart      bool
	hasRead1     bool
	chunkSize    int

	text  string
	pos   int
	chunk []byte
	carry []byte
	out   []byte
}

// chunkSize is how much is read or held back at a time.
const chunkSize = 8192

var (
	textIOType  = &py.Type{}
	textIOShape py.Shape
)

func textIOSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_io", Base: textIOBaseType,
		Doc: "TextIOWrapper(buffer, encoding, errors, newline, …): text over a binary file.",
		Slots: py.Slots{
			New:  newObject[textIO],
			Init: initWith("TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)", textIOInit),
			Repr: textIORepr,
			Next: textIONext,
		},
		NextLeaf: leafTextNext,
		Table: func() py.Members {
			return py.Members{
				py.GetSet("_CHUNK_SIZE", func(t *py.Thread, v py.Value) (py.Value, error) {
					return py.Int(int64(py.As[textIO](v).chunkSize)), nil
				}, func(t *py.Thread, v, n py.Value) error {
					if !n.Bound() {
						return py.Raise(py.AttributeError, "cannot delete attribute")
					}
					k, err := py.AsInt(t, n)
					if err == nil && k <= 0 {
						err = py.Raise(py.ValueError, "a strictly positive integer is required")
					}
					if err == nil {
						py.As[textIO](v).chunkSize = k
					}
					return err
				}),
				textAttr("buffer", func(f *textIO) py.Value { return f.buffer }),
				py.Method("close()", (*textIO).close),
				py.GetSet("closed", func(t *py.Thread, v py.Value) (py.Value, error) {
					f := py.As[textIO](v)
					if err := f.initialized(); err != nil {
						return py.Nil, err
					}
					closed, err := f.isClosed(t)
					return py.Bool(closed), err
				}, nil),
				py.Method("detach()", (*textIO).detach),
				textAttr("encoding", func(f *textIO) py.Value { return py.NewStr(f.codec.encoding) }),
				textAttr("errors", func(f *textIO) py.Value { return py.NewStr(f.codec.errors) }),
				py.Method("fileno()", forwardText(nameFileno.Str())),
				py.Method("flush()", (*textIO).flush),
				py.Method("isatty()", forwardText(nameIsatty.Str())),
				textAttr("line_buffering", func(f *textIO) py.Value { return py.Bool(f.lineBuffered) }),
				py.GetSet("name", func(t *py.Thread, v py.Value) (py.Value, error) {
					f := py.As[textIO](v)
					if err := f.initialized(); err != nil {
						return py.Nil, err
					}
					return py.GetAttr(t, f.buffer, nameName.Str())
				}, nil),
				textAttr("newlines", func(f *textIO) py.Value { return f.nl.value() }),
				py.Method("read(size=-1, /)", (*textIO).read).Maker(leafTextRead),
				py.Method("readable()", forwardText(nameReadable.Str())),
				py.Method("readinto(buffer, /)", (*textIO).readinto),
				py.Method("readline(size=-1, /)", (*textIO).readline).Maker(leafTextReadline),
				py.Method("reconfigure(*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)", (*textIO).reconfigure),
				py.Method("seek(cookie, whence=0, /)", (*textIO).seek),
				py.Method("seekable()", forwardText(nameSeekable.Str())),
				py.Method("tell()", (*textIO).tell),
				py.Method("truncate(pos=None, /)", (*textIO).truncate),
				py.Method("writable()", forwardText(nameWritable.Str())),
				py.Method("write(text, /)", (*textIO).write).Leaf(leafTextWrite),
				textAttr("write_through", func(f *textIO) py.Value { return py.Bool(f.writeThrough) }),
			}
		},
	}
}

//go:noinline
func textAttr(name string, get func(*textIO) py.Value) py.Member {
	return py.GetSet(name, func(t *py.Thread, v py.Value) (py.Value, error) {
		f := py.As[textIO](v)
		if err := f.initialized(); err != nil {
			return py.Nil, err
		}
		return get(f), nil
	}, nil)
}

//go:noinline
func forwardText(name *py.Str) func(*textIO, *py.Thread, *py.Args) (py.Value, error) {
	return func(f *textIO, t *py.Thread, a *py.Args) (py.Value, error) {
		if err := f.initialized(); err != nil {
			return py.Nil, err
		}
		return py.CallMethod(t, f.buffer, name)
	}
}

func (f *textIO) initialized() error {
	if f.buffer.Bound() {
		return nil
	}
	if f.detached {
		return py.Raise(py.ValueError, "underlying buffer has been detached")
	}
	return py.Raise(py.ValueError, "I/O operation on uninitialized object")
}

func textIOInit(t *py.Thread, a *py.Args) error {
	f := py.As[textIO](a.Self)
	f.buffer = py.Nil
	encoding, errors := "utf-8", "strict"
	if a.Given(1) {
		s, ok := py.AsStr(a.Value(1))
		if !ok {
			return py.Raise(py.TypeError, "TextIOWrapper() argument 'encoding' must be str or None, not %s", py.TypeName(a.Value(1)))
		}
		encoding = s.String()
	}
	if encoding == "locale" || !a.Given(1) {
		encoding = "UTF-8"
	}
	if a.Given(2) {
		s, ok := py.AsStr(a.Value(2))
		if !ok {
			return py.Raise(py.TypeError, "TextIOWrapper() argument 'errors' must be str or None, not %s", py.TypeName(a.Value(2)))
		}
		errors = s.String()
	}
	text, none, err := newlineArg(a.ValueOr(3, py.None), "TextIOWrapper()")
	if err != nil {
		return err
	}
	lineBuffered, writeThrough := a.Bool(t, 4), a.Bool(t, 5)
	if err := a.Err(); err != nil {
		return err
	}
	return f.init(t, a.Value(0), encoding, errors, newNewlines(text, none), lineBuffered, writeThrough)
}

func (f *textIO) init(t *py.Thread, buffer py.Value, encoding, errors string, nl newlines, lineBuffered, writeThrough bool) error {
	c, err := newCodec(t, encoding, errors)
	if err != nil {
		return err
	}
	// Streams that do not say what they can do count as capable of it, as those
	// that MicroPython programs write do.
	able := func(name *py.Str) (bool, error) {
		v, err := py.CallMethod(t, buffer, name)
		if err != nil {
			return false, err
		}
		return py.Truth(t, v)
	}
	if buffer.Type() == bufferedReaderType || buffer.Type() == bufferedWriterType || buffer.Type() == bufferedRandomType {
		f.fast = py.As[buffered](buffer)
		f.hasRead1 = true
	} else {
		f.fast = nil
		if _, err := able(nameReadable.Str()); err != nil {
			return err
		}
		r1, err := py.LookupAttr(t, buffer, nameRead1.Str())
		if err != nil {
			return err
		}
		f.hasRead1 = r1.Bound()
	}
	if raw, ok := f.rawFile(); ok {
		if err = raw.check(); err == nil {
			f.canSeek = raw.canSeek()
		}
	} else {
		f.canSeek, err = able(nameSeekable.Str())
	}
	if err != nil {
		return err
	}
	f.telling = f.canSeek
	f.codec, f.nl, f.lineBuffered, f.writeThrough = c, nl, lineBuffered, writeThrough
	f.chunkSize = chunkSize
	f.atStart = true
	f.detached = false
	if f.canSeek && c.kind >= codecUTF8Sig {
		if w, err := able(nameWritable.Str()); err == nil && w {
			pos, err := py.CallMethod(t, buffer, nameTell.Str())
			if err != nil {
				return err
			}
			f.atStart = pos == py.Int(0)
		}
	}
	f.buffer = buffer
	f.forget()
	f.out = nil
	return nil
}

// forget drops what was read ahead.
func (f *textIO) forget() {
	f.text, f.pos, f.chunk, f.carry, f.eof, f.nl.pendingCR = "", 0, nil, nil, false, false
}

func textIORepr(t *py.Thread, v py.Value) (py.Value, error) {
	f := py.As[textIO](v)
	if err := f.initialized(); err != nil {
		return py.Nil, err
	}
	if !py.EnterRepr(t, v) {
		return py.Nil, py.Raise(py.RuntimeError, "reentrant call inside %s.__repr__", v.Type().Name)
	}
	defer py.LeaveRepr(t)
	text := "<_io." + v.Type().Name
	for _, name := range [...]*py.Str{nameName.Str(), nameMode.Str()} {
		x, err := py.LookupAttr(t, v, name)
		if err != nil && !py.ErrIs(err, py.ValueError) {
			return py.Nil, err
		}
		if err == nil && x.Bound() {
			r, err := py.Repr(t, x)
			if err != nil {
				return py.Nil, err
			}
			text += " " + name.String() + "=" + r.String()
		}
	}
	return py.NewStr(text + " encoding='" + f.codec.encoding + "'>"), nil
}

func (f *textIO) isClosed(t *py.Thread) (bool, error) {
	if f.fast != nil {
		if f.fast.raw == nil {
			return false, f.fast.initialized()
		}
		return f.fast.isClosed(t)
	}
	return isClosed(t, f.buffer)
}

// check is the error of an operation on a stream that is closed.
func (f *textIO) check(t *py.Thread) error {
	if err := f.initialized(); err != nil {
		return err
	}
	closed, err := f.isClosed(t)
	if err == nil && closed {
		err = errClosed()
	}
	return err
}

func (f *textIO) checkReadable(t *py.Thread) error {
	if f.fast != nil {
		if f.fast.canRead {
			return nil
		}
		return py.Raise(unsupported, "not readable")
	}
	return f.able(t, nameReadable.Str(), "not readable")
}

func (f *textIO) able(t *py.Thread, name *py.Str, text string) error {
	v, err := py.CallMethod(t, f.buffer, name)
	if err != nil {
		return err
	}
	ok, err := py.Truth(t, v)
	if err == nil && !ok {
		err = py.Raise(unsupported, text)
	}
	return err
}

// more decodes the next chunk; false at the end.
func (f *textIO) more(t *py.Thread, hint int) (bool, error) {
	if f.eof && f.text == "" {
		f.eof = false
	}
	if f.telling && f.pos > 0 {
		// Keep chunk the bytes of text.
		n, err := f.bytesTo(t, f.pos)
		if err != nil {
			return false, err
		}
		f.chunk = f.chunk[n:]
	}
	f.text, f.pos = f.text[f.pos:], 0
	if f.text == "" {
		f.chunk = nil
	}
	n := max(hint, f.chunkSize)
	if err := t.Step(1); err != nil {
		return false, err
	}
	var p []byte
	if f.fast != nil {
		if err := f.fast.check(t, "read of closed file"); err != nil {
			return false, err
		}
		var err error
		if p, err = f.fast.some(t, n); err != nil {
			return false, err
		}
	} else {
		name := nameRead.Str()
		if f.hasRead1 {
			name = nameRead1.Str()
		}
		v, err := py.CallMethod(t, f.buffer, name, py.Int(int64(n)))
		if err != nil {
			return false, err
		}
		if v.Type().Slots.Buffer == nil {
			return false, py.Raise(py.TypeError, "underlying %s() should have returned a bytes-like object, not '%s'", name, py.TypeName(v))
		}
		if p, err = py.AsBuffer(t, v); err != nil {
			return false, err
		}
		p = append([]byte(nil), p...)
	}
	final := len(p) == 0
	if len(f.carry) > 0 {
		p = append(f.carry, p...)
		f.carry = nil
	}
	if !final {
		if k := f.codec.partial(p); k > 0 {
			f.carry = append([]byte(nil), p[len(p)-k:]...)
			p = p[:len(p)-k]
		}
	}
	s, err := f.codec.decodeOwn(t, p)
	if err != nil {
		return false, err
	}
	s = f.nl.translate(s, final)
	if f.telling {
		if len(f.chunk) == 0 {
			f.chunk = p[:len(p):len(p)]
		} else {
			f.chunk = append(f.chunk, p...)
		}
	}
	if f.text == "" {
		f.text = s
	} else {
		f.text += s
	}
	f.eof = final
	return !final || s != "", nil
}

// rest decodes all that is left.
func (f *textIO) rest(t *py.Thread) (string, error) {
	var p []byte
	owned := false // by us, and not changed again
	if f.fast != nil {
		if err := f.fast.check(t, "read of closed file"); err != nil {
			return "", err
		}
		data, _, err := f.fast.all(t)
		if err != nil {
			return "", err
		}
		p = data
		owned = cap(p)-len(p) <= len(p)/8+64 // or the text would keep twice its memory
	} else {
		v, err := py.CallMethod(t, f.buffer, nameRead.Str())
		if err != nil {
			return "", err
		}
		if v.IsNone() {
			return "", nil
		}
		if v.Type().Slots.Buffer == nil {
			return "", py.Raise(py.TypeError, "underlying read() should have returned a bytes-like object, not '%s'", py.TypeName(v))
		}
		if p, err = py.AsBuffer(t, v); err != nil {
			return "", err
		}
	}
	if len(f.carry) > 0 {
		p = append(f.carry, p...)
		f.carry = nil
	}
	decode := f.codec.decodeOwn
	if !owned {
		decode = f.codec.decode
		if err := t.Alloc(len(p)); err != nil {
			return "", err
		}
	}
	s, err := decode(t, p)
	if err != nil {
		return "", err
	}
	s = f.text[f.pos:] + f.nl.translate(s, true)
	f.text, f.pos, f.chunk = "", 0, nil
	return s, nil
}

// beforeRead writes out what is pending.
func (f *textIO) beforeRead(t *py.Thread) error {
	if len(f.out) > 0 {
		return f.pushOut(t)
	}
	return nil
}

func (f *textIO) read(t *py.Thread, a *py.Args) (py.Value, error) {
	n, err := sizeArg(t, a.ValueOr(0, py.None))
	if err != nil {
		return py.Nil, err
	}
	if err := f.check(t); err != nil {
		return py.Nil, err
	}
	if err := f.checkReadable(t); err != nil {
		return py.Nil, err
	}
	if err := f.beforeRead(t); err != nil {
		return py.Nil, err
	}
	if n < 0 {
		s, err := f.rest(t)
		if err != nil {
			return py.Nil, err
		}
		return py.NewStr(s), nil
	}
	var out []byte
	for n > 0 {
		s := f.text[f.pos:]
		k, bytes := takeRunes(s, n)
		n -= k
		f.pos += bytes
		if n == 0 && out == nil {
			return py.NewStrSub(s[:bytes]), nil
		}
		if err := t.Alloc(bytes); err != nil {
			return py.Nil, err
		}
		out = append(out, s[:bytes]...)
		if n > 0 {
			ok, err := f.more(t, n)
			if err != nil {
				return py.Nil, err
			}
			if !ok {
				break
			}
		}
	}
	return py.NewStrBytes(out), nil
}

// takeRunes returns how many of up to n code points s has and their bytes.
func takeRunes(s string, n int) (runes, bytes int) {
	for bytes < len(s) {
		if runes == n {
			return runes, bytes
		}
		if s[bytes] < 0x80 {
			bytes++
		} else {
			_, w := py.DecodeRune(s[bytes:])
			bytes += w
		}
		runes++
	}
	return runes, bytes
}

// readinto is MicroPython's: text as bytes into a buffer.
func (f *textIO) readinto(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.check(t); err != nil {
		return py.Nil, err
	}
	dst, release, err := writable(t, a, "readinto() argument must be")
	if err != nil {
		return py.Nil, err
	}
	defer release()
	n := 0
	for n < len(dst) {
		if f.pos == len(f.text) {
			ok, err := f.more(t, 0)
			if err != nil {
				return py.Nil, err
			}
			if !ok {
				break
			}
		}
		k := copy(dst[n:], f.text[f.pos:])
		f.pos += k
		n += k
	}
	return py.Int(int64(n)), nil
}

func textIONext(t *py.Thread, v py.Value) (py.Value, error) {
	f := py.As[textIO](v)
	if err := f.initialized(); err != nil {
		return py.Nil, err
	}
	f.telling = false
	var line py.Value
	var err error
	if v.Type().Flags&py.Heap != 0 {
		line, err = py.CallMethod(t, v, nameReadline.Str())
		if err == nil {
			if _, ok := py.AsStr(line); !ok {
				err = py.Raise(py.OSError, "readline() should have returned a str object, not '%s'", py.TypeName(line))
			}
		}
	} else {
		line, err = f.line(t, -1)
	}
	if err != nil {
		return py.Nil, err
	}
	if s, _ := py.AsStr(line); s.NBytes() == 0 {
		f.telling = f.canSeek
		if f.telling && f.text[f.pos:] == "" {
			f.text, f.pos, f.chunk = "", 0, nil
		}
		return py.Nil, nil
	}
	return line, nil
}

func (f *textIO) readline(t *py.Thread, a *py.Args) (py.Value, error) {
	limit := a.IntOr(t, 0, -1)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	return f.line(t, limit)
}

// line reads a line of at most limit characters.
func (f *textIO) line(t *py.Thread, limit int) (py.Value, error) {
	if err := f.check(t); err != nil {
		return py.Nil, err
	}
	if f.pos < len(f.text) && limit < 0 {
		s := f.text[f.pos:]
		if n := f.nl.end(s, f.eof); n > 0 {
			f.pos += n
			return py.NewStrSub(s[:n]), nil
		}
	}
	if err := f.checkReadable(t); err != nil {
		return py.Nil, err
	}
	if err := f.beforeRead(t); err != nil {
		return py.Nil, err
	}
	for {
		s := f.text[f.pos:]
		n := f.nl.end(s, f.eof)
		if limit >= 0 {
			if k, bytes := takeRunes(s, limit); k == limit && (n < 0 || bytes < n) {
				n = bytes
			}
			if limit == 0 {
				return py.NewStr(""), nil
			}
		}
		if n >= 0 {
			f.pos += n
			return py.NewStrSub(s[:n]), nil
		}
		if err := t.Alloc(chunkSize); err != nil {
			return py.Nil, err
		}
		ok, err := f.more(t, len(s))
		if err != nil {
			return py.Nil, err
		}
		if !ok {
			s = f.text[f.pos:]
			if f.nl.end(s, true) > 0 {
				continue
			}
			f.pos = len(f.text)
			return py.NewStrSub(s), nil
		}
	}
}

func (f *textIO) write(t *py.Thread, a *py.Args) (py.Value, error) {
	s, ok := py.AsStr(a.Value(0))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "write() argument must be str, not %s", py.TypeName(a.Value(0)))
	}
	return py.Int(int64(s.Len())), f.writeStr(t, s)
}

func (f *textIO) writeStr(t *py.Thread, s *py.Str) error {
	if err := f.check(t); err != nil {
		return err
	}
	if f.fast != nil {
		if !f.fast.canWrite {
			return py.Raise(unsupported, "not writable")
		}
	} else if err := checkTextWritable(t, f); err != nil {
		return err
	}
	text := s.String()
	flush := f.lineBuffered && strings.ContainsAny(text, "\n\r")
	if t2 := f.nl.output(text); t2 != text {
		s, _ = py.AsStr(py.NewStr(t2))
	}
	if f.canSeek && (f.text != "" || f.carry != nil || f.eof) {
		f.forget() // a connection's other direction is not touched
	}
	if len(text) > chunkSize {
		if err := t.Alloc(len(text)); err != nil {
			return err
		}
	}
	var err error
	if f.out, err = f.codec.encode(t, f.out, s, f.atStart); err != nil {
		return err
	}
	f.atStart = false
	if len(f.out) >= f.chunkSize || flush || f.writeThrough {
		if err := f.pushOut(t); err != nil {
			return err
		}
	} else if !f.dirty && f.fast != nil {
		markDirty(t, f)
	}
	if flush {
		if f.fast != nil {
			return f.fast.flushAll(t)
		}
		_, err := py.CallMethod(t, f.buffer, nameFlush.Str())
		return err
	}
	return nil
}

func checkTextWritable(t *py.Thread, f *textIO) error {
	err := f.able(t, nameWritable.Str(), "not writable")
	if err != nil && py.ErrIs(err, unsupported) && checkWritable(t, f.buffer) == nil {
		err = nil
	}
	return err
}

// pushOut hands the encoded bytes to the buffer.
func (f *textIO) pushOut(t *py.Thread) error {
	if len(f.out) == 0 {
		return nil
	}
	out := f.out
	if f.fast != nil {
		if err := f.fast.check(t, "write to closed file"); err != nil {
			return err
		}
		f.out = f.out[:0]
		return f.fast.put(t, out)
	}
	f.out = nil
	_, err := py.CallMethod(t, f.buffer, nameWrite.Str(), py.NewBytes(out))
	return err
}

func (f *textIO) flush(t *py.Thread, a *py.Args) (py.Value, error) { return py.None, f.flushed(t) }

func (f *textIO) close(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.initialized(); err != nil {
		return py.Nil, err
	}
	closed, err := f.isClosed(t)
	if err != nil {
		return py.Nil, err
	}
	if closed {
		return py.None, nil
	}
	_, first := py.CallMethod(t, a.Self, nameFlush.Str())
	f.out = nil
	v, err := py.CallMethod(t, f.buffer, nameClose.Str())
	return v, both(first, err)
}

func (f *textIO) detach(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.initialized(); err != nil {
		return py.Nil, err
	}
	if _, err := py.CallMethod(t, a.Self, nameFlush.Str()); err != nil {
		return py.Nil, err
	}
	v := f.buffer
	f.buffer, f.fast, f.detached = py.Nil, nil, true
	return v, nil
}

func (f *textIO) reconfigure(t *py.Thread, a *py.Args) (py.Value, error) {
	if err := f.initialized(); err != nil {
		return py.Nil, err
	}
	if f.text != "" && (a.Given(0) || a.Given(1) || a.Has(2)) {
		return py.Nil, py.Raise(unsupported, "It is not possible to set the encoding or newline of stream after the first read")
	}
	nl := f.nl
	if a.Has(2) {
		text, none, err := newlineArg(a.Value(2), "reconfigure()")
		if err != nil {
			return py.Nil, err
		}
		nl = newNewlines(text, none)
	}
	lineBuffered, writeThrough := f.lineBuffered, f.writeThrough
	if a.Given(3) {
		lineBuffered = a.Bool(t, 3)
	}
	if a.Given(4) {
		writeThrough = a.Bool(t, 4)
	}
	encoding, errors := f.codec.encoding, f.codec.errors
	if a.Given(0) {
		if encoding = a.String(0); encoding == "locale" {
			encoding = "UTF-8"
		}
		if !a.Given(1) {
			errors = "strict"
		}
	}
	if a.Given(1) {
		errors = a.String(1)
	}
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if _, err := py.CallMethod(t, a.Self, nameFlush.Str()); err != nil {
		return py.Nil, err
	}
	if encoding != f.codec.encoding || errors != f.codec.errors {
		c, err := newCodec(t, encoding, errors)
		if err != nil {
			return py.Nil, err
		}
		f.codec = c
	}
	f.nl, f.lineBuffered, f.writeThrough = nl, lineBuffered, writeThrough
	return py.None, nil
}
