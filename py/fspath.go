package py

import "strings"

// What modules share that deal with files and streams.

var (
	nameFSPath   = Name("__fspath__")
	nameWrite    = Name("write")
	nameErrno    = Name("errno")
	nameStrError = Name("strerror")
)

// FSPath is os.fspath followed by os.fsdecode: the path that a str, bytes or
// os.PathLike object names. It refuses NUL characters.
func FSPath(t *Thread, v Value) (string, error) {
	p, err := FSPathValue(t, v)
	if err != nil {
		return "", err
	}
	var path string
	if s, ok := AsStr(p); ok {
		path = s.String()
	} else {
		path = FSDecode(As[Bytes](p).B)
	}
	if strings.IndexByte(path, 0) >= 0 {
		return "", Raise(ValueError, "embedded null byte")
	}
	return path, nil
}

// FSPathValue is os.fspath: a str or bytes.
func FSPathValue(t *Thread, v Value) (Value, error) {
	if v.p == nil {
		v = None
	}
	if _, ok := AsStr(v); ok || IsInstance(v, BytesType) {
		return v, nil
	}
	p, found, err := CallSpecial(t, v, nameFSPath)
	if err != nil {
		return Nil, err
	}
	if !found {
		return Nil, Raise(TypeError, "expected str, bytes or os.PathLike object, not %s", TypeName(v))
	}
	if _, ok := AsStr(p); ok || IsInstance(p, BytesType) {
		return p, nil
	}
	return Nil, Raise(TypeError, "expected %s.__fspath__() to return str or bytes, not %s", TypeName(v), TypeName(p))
}

// FSDecode turns the bytes of a file name into text; bytes that are no UTF-8 become
// lone surrogates (PEP 383).
func FSDecode(b []byte) string {
	s := string(b)
	if isASCII(s) {
		return s
	}
	out := make([]byte, 0, len(s)+8)
	for len(s) > 0 {
		r, n := DecodeRune(s)
		if n == 1 && s[0] >= 0x80 || n == 3 && r >= 0xD800 && r < 0xE000 {
			for i := 0; i < n; i++ {
				out = AppendRune(out, 0xDC00+rune(s[i]))
			}
		} else {
			out = append(out, s[:n]...)
		}
		s = s[n:]
	}
	return string(out)
}

// FSEncode undoes [FSDecode].
func FSEncode(s string) []byte {
	if strings.IndexByte(s, 0xED) < 0 {
		return []byte(s)
	}
	out := make([]byte, 0, len(s))
	for len(s) > 0 {
		r, n := DecodeRune(s)
		if r >= 0xDC80 && r <= 0xDCFF {
			out = append(out, byte(r-0xDC00))
		} else {
			out = append(out, s[:n]...)
		}
		s = s[n:]
	}
	return out
}

// PathError returns the OSError for a Go error of a file operation, with the file
// names as the program wrote them.
func PathError(t *Thread, err error, names ...Value) error {
	e, ok := FromGo(err).(*Exc)
	if !ok || !e.IsA(OSError) || len(names) == 0 {
		return FromGo(err)
	}
	no, err1 := LookupAttr(t, e.Value(), nameErrno)
	text, err2 := LookupAttr(t, e.Value(), nameStrError)
	if err1 != nil || err2 != nil || !no.Bound() || no.IsNone() {
		return e
	}
	args := []Value{no, text, names[0]}
	if len(names) > 1 {
		args = append(args, None, names[1])
	}
	x, err := Call(t, OSError.Value(), args...)
	if err != nil {
		return err
	}
	return As[Exc](x)
}

// Streams is what the io module gives the rest of an interpreter.
type Streams struct {
	// WriteText writes to v if it is one of io's own text streams and knows a quick way.
	WriteText func(t *Thread, v Value, s string) (done bool, err error)
	// Flush writes out what open files hold back, so that another look at the file
	// system sees it. CPython's reference counting does that to forgotten files.
	Flush func(t *Thread) error
	// FlushText flushes v if WriteText writes to it.
	FlushText func(t *Thread, v Value) (done bool, err error)
	// Open is io.open.
	Open Value
	// Std makes the text stream of a standard stream of the host: 0, 1 or 2.
	Std func(t *Thread, fd int) (Value, error)
}

// WriteText calls stream.write(s), as print does.
func WriteText(t *Thread, stream Value, s string) error {
	if w := t.Interp.Streams.WriteText; w != nil {
		if done, err := w(t, stream, s); done || err != nil {
			return err
		}
	}
	_, err := CallMethod(t, stream, nameWrite, NewStr(s))
	return err
}

// FlushFiles calls [Streams].Flush.
func FlushFiles(t *Thread) {
	if f := t.Interp.Streams.Flush; f != nil {
		f(t)
	}
}
