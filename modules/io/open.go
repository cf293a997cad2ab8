package io

import (
	"strings"

	"github.com/woma-lang/woma/py"
)

// open is the builtin open().
func open(t *py.Thread, a *py.Args) (py.Value, error) {
	optional := func(i int, name string) (string, bool) {
		if !a.Given(i) {
			return "", false
		}
		s, ok := py.AsStr(a.Value(i))
		if !ok {
			a.Fail(py.Raise(py.TypeError, "open() argument '%s' must be str or None, not %s", name, py.TypeName(a.Value(i))))
			return "", false
		}
		return s.String(), true
	}
	mode := "r"
	if a.Has(1) {
		s, ok := py.AsStr(a.Value(1))
		if !ok {
			return py.Nil, py.Raise(py.TypeError, "open() argument 'mode' must be str, not %s", typeName(a.Value(1)))
		}
		mode = s.String()
	}
	buffering := a.IntOr(t, 2, -1)
	encoding, hasEncoding := optional(3, "encoding")
	errors, hasErrors := optional(4, "errors")
	_, hasNewline := optional(5, "newline")
	closefd := a.BoolOr(t, 6, true)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	file := a.Value(0)
	if _, ok := py.IsIntLike(file); !ok {
		var err error
		if file, err = py.FSPathValue(t, file); err != nil {
			return py.Nil, err
		}
	}

	var creating, reading, writing, appending, updating, text, binary bool
	for i, c := range mode {
		if strings.ContainsRune(mode[:i], c) {
			return py.Nil, badOpenMode(t, mode)
		}
		switch c {
		case 'x':
			creating = true
		case 'r':
			reading = true
		case 'w':
			writing = true
		case 'a':
			appending = true
		case '+':
			updating = true
		case 't':
			text = true
		case 'b':
			binary = true
		default:
			return py.Nil, badOpenMode(t, mode)
		}
	}
	if text && binary {
		return py.Nil, py.Raise(py.ValueError, "can't have text and binary mode at once")
	}
	if b2i(creating)+b2i(reading)+b2i(writing)+b2i(appending) > 1 {
		return py.Nil, py.Raise(py.ValueError, "must have exactly one of create/read/write/append mode")
	}
	switch {
	case binary && hasEncoding:
		return py.Nil, py.Raise(py.ValueError, "binary mode doesn't take an encoding argument")
	case binary && hasErrors:
		return py.Nil, py.Raise(py.ValueError, "binary mode doesn't take an errors argument")
	case binary && hasNewline:
		return py.Nil, py.Raise(py.ValueError, "binary mode doesn't take a newline argument")
	}
	rawMode := ""
	for _, m := range [...]struct {
		on bool
		c  string
	}{{creating, "x"}, {reading, "r"}, {writing, "w"}, {appending, "a"}, {updating, "+"}} {
		if m.on {
			rawMode += m.c
		}
	}
	newline := a.ValueOr(5, py.None)
	opener := a.ValueOr(7, py.None)
	rawV, err := py.Call(t, fileIOType.Value(), file, py.NewStr(rawMode), py.Bool(closefd), opener)
	if err != nil {
		return py.Nil, err
	}
	f := py.As[fileIO](rawV)
	fail := func(err error) (py.Value, error) {
		f.closeFile(t)
		return py.Nil, err
	}
	terminal := buffering < 0 && isTerminal(f.f)
	line := buffering == 1 && !binary || terminal
	size := buffering
	if buffering < 0 || buffering == 1 {
		size = defaultBufferSize
	}
	if buffering == 0 {
		if !binary {
			return fail(py.Raise(py.ValueError, "can't have unbuffered text I/O"))
		}
		return rawV, nil
	}
	if err := t.Alloc(size); err != nil {
		return fail(err)
	}
	b := newBuffered(t, rawV, size, reading || updating, writing || creating || appending || updating)
	if updating {
		if err := checkAble(t, rawV, nameSeekable.Str()); err != nil {
			return fail(err)
		}
	}
	if binary {
		return b.value(), nil
	}
	nl, none, err := newlineArg(newline, "open()")
	if err != nil {
		return fail(err)
	}
	if !hasEncoding || encoding == "locale" {
		encoding = "UTF-8"
	}
	if !hasErrors {
		errors = "strict"
	}
	w := &textIO{}
	w.Head = textIOType.Root()
	if err := w.init(t, b.value(), encoding, errors, newNewlines(nl, none), line, false); err != nil {
		return fail(err)
	}
	py.OwnDict(w.value(), true).SetStr(nameMode.Str(), py.NewStr(mode))
	return w.value(), nil
}

func badOpenMode(t *py.Thread, mode string) error {
	r, err := py.Repr(t, py.NewStr(mode))
	if err != nil {
		return err
	}
	return py.Raise(py.ValueError, "invalid mode: %s", r)
}

func typeName(v py.Value) string {
	if v.IsNone() {
		return "None"
	}
	return py.TypeName(v)
}

// open_code is io.open_code: open(path, 'rb').
func open_code(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Call(t, t.Interp.Streams.Open, a.Value(0), py.NewStr("rb"))
}

// text_encoding is io.text_encoding.
func text_encoding(t *py.Thread, a *py.Args) (py.Value, error) {
	if a.Given(0) {
		return a.Value(0), nil
	}
	return py.NewStr("locale"), nil
}

// standard returns the text stream of a host's standard stream: what sys.stdin,
// sys.stdout and sys.stderr are at the start.
func standard(t *py.Thread, fd int) (py.Value, error) {
	file := &hostStream{fd: fd}
	name, mode, errors := "<stdin>", "r", "strict"
	switch fd {
	case 0:
		if file.r = t.Interp.Stdin; file.r == nil {
			file.r = strings.NewReader("")
		}
	case 1:
		name, mode = "<stdout>", "w"
		file.w = t.Interp.Stdout
	default:
		name, mode, errors = "<stderr>", "w", "backslashreplace"
		file.w = t.Interp.Stderr
	}
	if fd != 0 && file.w == nil {
		file.w = discard{}
	}
	f := &fileIO{f: file, fd: fd, canRead: fd == 0, canWrite: fd != 0}
	f.Head = fileIOType.Root()
	f.name = py.NewStr(name)
	py.OwnDict(f.value(), true).SetStr(nameName.Str(), f.name)
	b := newBuffered(t, f.value(), defaultBufferSize, fd == 0, fd != 0)
	w := &textIO{host: true}
	w.Head = textIOType.Root()
	line := fd == 2 || file.IsTerminal()
	if err := w.init(t, b.value(), "utf-8", errors, newNewlines("", true), line, false); err != nil {
		return py.Nil, err
	}
	py.OwnDict(w.value(), true).SetStr(nameMode.Str(), py.NewStr(mode))
	if fd == 1 {
		py.State[*state](t, stateKey).stdout = w
	}
	return w.value(), nil
}

// discard is where output goes that nobody wants.
type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }

// rawFile is the file below the buffer, if Python code has no part in either.
func (f *textIO) rawFile() (*fileIO, bool) {
	if f.fast == nil {
		return nil, false
	}
	raw, ok := f.fast.raw.(*fileIO)
	return raw, ok && raw.Head == fileIOType.Root()
}

// flushed is flush().
func (f *textIO) flushed(t *py.Thread) error {
	if err := f.check(t); err != nil {
		return err
	}
	f.telling = f.canSeek
	if err := f.pushOut(t); err != nil {
		return err
	}
	if f.fast != nil && f.fast.canWrite {
		if _, ok := f.fast.raw.(*fileIO); ok {
			return f.fast.flushAll(t)
		}
	}
	_, err := py.CallMethod(t, f.buffer, nameFlush.Str())
	return err
}
