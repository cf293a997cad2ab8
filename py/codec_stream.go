package py

// Incremental coding, for text streams.

// IncrementalDecoder decodes bytes that come in pieces.
type IncrementalDecoder struct {
	c        *codec
	errors   string
	pending  []byte
	bom, big bool
}

// NewIncrementalDecoder returns a decoder; LookupError if there is no such encoding.
func NewIncrementalDecoder(encoding, errors string) (*IncrementalDecoder, error) {
	c, err := findCodec(encoding)
	if err != nil {
		return nil, err
	}
	d := &IncrementalDecoder{c: c, errors: errors}
	d.Reset()
	return d, nil
}

// Reset forgets what has come so far.
func (x *IncrementalDecoder) Reset() {
	x.pending = nil
	x.bom, x.big = x.c.bom, x.c.big
}

// Decode returns the text (WTF-8) of the pieces so far that has not been returned
// yet. An incomplete character at the end is kept for the next call unless final.
func (x *IncrementalDecoder) Decode(t *Thread, b []byte, final bool) (string, error) {
	if err := chargeStr(t, len(b)); err != nil {
		return "", err
	}
	if len(x.pending) == 0 && x.c == utf8Codec && isASCII(bytesText(b)) {
		return string(b), nil
	}
	if len(x.pending) > 0 {
		b = append(append(make([]byte, 0, len(x.pending)+len(b)), x.pending...), b...)
	}
	d := decoder{t: t, c: x.c, errors: x.errors, in: b, final: final, bom: x.bom, big: x.big}
	if err := d.run(); err != nil {
		return "", err
	}
	x.bom, x.big = d.bom, d.big
	x.pending = append([]byte(nil), b[d.done:]...)
	return bytesText(d.out), nil
}

// Pending returns the bytes of an incomplete character (for tell()).
func (x *IncrementalDecoder) Pending() []byte { return x.pending }

// IncrementalEncoder encodes text that comes in pieces: a byte order mark stands
// before the first only.
type IncrementalEncoder struct {
	c      *codec
	errors string
	bom    bool
}

// NewIncrementalEncoder returns an encoder; LookupError if there is no such encoding.
func NewIncrementalEncoder(encoding, errors string) (*IncrementalEncoder, error) {
	c, err := findCodec(encoding)
	if err != nil {
		return nil, err
	}
	return &IncrementalEncoder{c, errors, c.bom}, nil
}

// Encode returns the bytes of s.
func (x *IncrementalEncoder) Encode(t *Thread, s *Str) ([]byte, error) {
	b, err := x.c.encode(t, s, x.errors, x.bom)
	if err == nil && s.n&strMask != 0 {
		x.bom = false
	}
	return b, err
}

// NoMark says that text does not start here: no byte order mark is to be written.
func (x *IncrementalEncoder) NoMark() { x.bom = false }
