package py

import "fmt"

// The fields of the Unicode errors.
const (
	uniEncoding = iota
	uniObject
	uniStart
	uniEnd
	uniReason
)

var unicodeFields = []string{"encoding", "object", "start", "end", "reason"}

// unicodeErrorInit is the __init__ of the three classes.
func unicodeErrorInit(t *Thread, self Value, args []Value, kw []*Str) error {
	if err := excInit(t, self, args, kw); err != nil {
		return err
	}
	e := (*Exc)(self.p)
	translate, decode := e.IsA(UnicodeTranslateError), e.IsA(UnicodeDecodeError)
	x := args
	want := 5
	if translate {
		want = 4
	}
	if len(args) != want {
		return Raise(TypeError, "function takes exactly %d arguments (%d given)", want, len(args))
	}
	if translate {
		x = append([]Value{Nil}, args...)
	} else {
		x = append([]Value(nil), args...)
	}
	shift := 1 // the number of an argument in messages is its field's plus this
	if translate {
		shift = 0
	}
	mustStr := func(i int) error {
		if _, ok := AsStr(x[i]); !ok {
			return Raise(TypeError, "argument %d must be str, not %s", i+shift, TypeName(x[i]))
		}
		return nil
	}
	if !translate {
		if err := mustStr(uniEncoding); err != nil {
			return err
		}
	}
	if !decode {
		if err := mustStr(uniObject); err != nil {
			return err
		}
	}
	for _, i := range [...]int{uniStart, uniEnd} {
		n, err := AsInt(t, x[i])
		if err != nil {
			return err
		}
		x[i] = Int(int64(n))
	}
	if err := mustStr(uniReason); err != nil {
		return err
	}
	if decode && !IsBytes(x[uniObject]) {
		b, err := AsBuffer(t, x[uniObject])
		if err != nil {
			return err
		}
		x[uniObject] = NewBytes(append([]byte(nil), b...))
	}
	e.X = x
	return nil
}

// uniParts returns what the texts are made of; ok is false if __init__ did not run
// or the fields were set to something else.
func uniParts(t *Thread, e *Exc) (enc, reason string, start, end int64, ok bool, err error) {
	if len(e.X) < 5 || e.X[uniObject].p == nil {
		return
	}
	s, err := ToStr(t, e.Field(uniReason))
	if err != nil {
		return
	}
	reason = s.String()
	if s, err = ToStr(t, e.Field(uniEncoding)); err != nil {
		return
	}
	a, b := e.Field(uniStart), e.Field(uniEnd)
	return s.String(), reason, a.I(), b.I(), a.IsInt() && b.IsInt(), nil
}

// charAt returns the code point of a str at an index, as in \x41, \u1234.
func escapedChar(v Value, i int64) (string, bool) {
	s, ok := AsStr(v)
	if !ok || i < 0 || i >= int64(s.Len()) {
		return "", false
	}
	c, ok := AsStr(s.At(int(i)))
	if !ok {
		return "", false
	}
	r, _ := DecodeRune(c.String())
	switch {
	case r < 0x100:
		return fmt.Sprintf("\\x%02x", r), true
	case r < 0x10000:
		return fmt.Sprintf("\\u%04x", r), true
	}
	return fmt.Sprintf("\\U%08x", r), true
}

func unicodeEncodeErrorStr(t *Thread, v Value) (Value, error) {
	e := (*Exc)(v.p)
	enc, reason, start, end, ok, err := uniParts(t, e)
	if err != nil || !ok {
		return emptyStr.Value(), err
	}
	if c, ok := escapedChar(e.X[uniObject], start); ok && end == start+1 {
		return NewStr(fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s", enc, c, start, reason)), nil
	}
	return NewStr(fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", enc, start, end-1, reason)), nil
}

func unicodeTranslateErrorStr(t *Thread, v Value) (Value, error) {
	e := (*Exc)(v.p)
	_, reason, start, end, ok, err := uniParts(t, e)
	if err != nil || !ok {
		return emptyStr.Value(), err
	}
	if c, ok := escapedChar(e.X[uniObject], start); ok && end == start+1 {
		return NewStr(fmt.Sprintf("can't translate character '%s' in position %d: %s", c, start, reason)), nil
	}
	return NewStr(fmt.Sprintf("can't translate characters in position %d-%d: %s", start, end-1, reason)), nil
}

func unicodeDecodeErrorStr(t *Thread, v Value) (Value, error) {
	e := (*Exc)(v.p)
	enc, reason, start, end, ok, err := uniParts(t, e)
	if err != nil || !ok {
		return emptyStr.Value(), err
	}
	if b, isBytes := Cast[Bytes](e.X[uniObject], BytesType); isBytes && start >= 0 && start < int64(len(b.B)) && end == start+1 {
		return NewStr(fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", enc, b.B[start], start, reason)), nil
	}
	return NewStr(fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", enc, start, end-1, reason)), nil
}
