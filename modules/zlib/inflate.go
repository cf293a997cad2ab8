package zlib

import (
	"compress/flate"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"hash/crc32"
	"io"
	"iter"

	"github.com/woma-lang/woma/py"
)

// inflater decompresses what it is given piece by piece. Go's flate wants a reader,
// so it runs as a coroutine that stops whenever its input is used up or its output
// is wanted.
type inflater struct {
	*stream
	next func() (event, bool)
	stop func()
}

// stream is what coroutine and inflater share; it must not refer to the inflater,
// or an abandoned one would never be collected.
type stream struct {
	in    []byte
	pos   int
	chunk []byte // the output of one step
	want  int    // how much output is wanted, 0: any
	err   error
	ended bool

	wrap  wrapping
	bits  int
	dict  []byte
	yield func(event) bool
}

type event uint8

const (
	hungry event = iota
	output
)

// needDict is the code of a stream that needs a dictionary.
const needDict = 2

// streamError is an error with zlib's number and text.
type streamError struct {
	code int
	text string
}

func (e streamError) Error() string { return e.text }

// dictError marks a wrong dictionary, whose message is worded differently.
const dictError = -1000

var errStopped = errors.New("zlib: abandoned")

// newInflater returns nil if wbits is out of range.
func newInflater(wbits int, dict []byte) *inflater {
	s := &stream{dict: dict}
	switch {
	case wbits == 0:
		s.wrap, s.bits = zlibWrap, maxWbits
	case wbits == 32:
		s.wrap, s.bits = anyWrap, maxWbits
	case wbits >= 40 && wbits <= 47:
		s.wrap, s.bits = anyWrap, wbits-32
	case wbits == 16:
		s.wrap, s.bits = gzipWrap, maxWbits
	default:
		var ok bool
		if s.wrap, s.bits, ok = wrapOf(wbits); !ok {
			return nil
		}
	}
	n := &inflater{stream: s}
	n.next, n.stop = iter.Pull(s.all)
	return n
}

// close ends the coroutine.
func (n *inflater) close() { n.stop() }

// rest returns the input that was not used.
func (n *inflater) rest() []byte { return n.in[n.pos:] }

// run decompresses data, to at most limit bytes if that is positive. The data is
// looked at only until run returns, but for what rest returns.
func (n *inflater) run(t *py.Thread, data []byte, limit int) ([]byte, error) {
	var out []byte
	n.in, n.pos = data, 0
	for !n.ended && n.err == nil && (limit == 0 || len(out) < limit) {
		n.want = 0
		if limit > 0 {
			n.want = limit - len(out)
		}
		e, ok := n.next()
		if !ok || e == hungry {
			break
		}
		if err := t.Alloc(len(n.chunk)); err != nil {
			return nil, err
		}
		out = append(out, n.chunk...)
		if err := t.Step(len(n.chunk) / 32); err != nil {
			return nil, err
		}
	}
	return out, n.err
}

// ReadByte implements io.ByteReader, which keeps flate from reading ahead.
func (s *stream) ReadByte() (byte, error) {
	for s.pos >= len(s.in) {
		if !s.yield(hungry) {
			return 0, errStopped
		}
	}
	c := s.in[s.pos]
	s.pos++
	return c, nil
}

// Read implements io.Reader.
func (s *stream) Read(b []byte) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	c, err := s.ReadByte()
	if err != nil {
		return 0, err
	}
	b[0] = c
	return 1 + s.take(b[1:]), nil
}

func (s *stream) take(b []byte) int {
	n := copy(b, s.in[s.pos:])
	s.pos += n
	return n
}

// all is the coroutine: header, deflate stream, checksum.
func (s *stream) all(yield func(event) bool) {
	s.yield = yield
	if err := s.inflate(); err != nil && err != errStopped {
		var corrupt flate.CorruptInputError
		switch {
		case errors.As(err, &corrupt):
			err = streamError{-3, "invalid block type"}
		case errors.Is(err, io.ErrUnexpectedEOF):
			err = streamError{-5, "incomplete or truncated stream"}
		}
		s.err = err
	}
}

func (s *stream) inflate() error {
	wrap, err := s.header()
	if err != nil {
		return err
	}
	var r io.ReadCloser
	if len(s.dict) > 0 {
		r = flate.NewReaderDict(s, s.dict)
	} else {
		r = flate.NewReader(s)
	}
	sum, size := uint32(1), uint32(0)
	if wrap == gzipWrap {
		sum = 0
	}
	buf := make([]byte, 32<<10)
	for {
		b := buf
		if s.want > 0 && s.want < len(b) {
			b = b[:s.want]
		}
		n, err := r.Read(b)
		if n > 0 {
			switch s.chunk = b[:n]; wrap {
			case zlibWrap:
				sum = adlerFrom(sum, s.chunk)
			case gzipWrap:
				sum = crc32.Update(sum, crc32.IEEETable, s.chunk)
			}
			size += uint32(n)
			if !s.yield(output) {
				return errStopped
			}
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return err
		}
	}
	if err := s.trailer(wrap, sum, size); err != nil {
		return err
	}
	s.ended = true
	return nil
}

// header reads what stands before the deflate stream.
func (s *stream) header() (wrapping, error) {
	if s.wrap == raw {
		return raw, nil
	}
	var b [10]byte
	if _, err := io.ReadFull(s, b[:2]); err != nil {
		return raw, err
	}
	if s.wrap != zlibWrap && b[0] == 0x1f && b[1] == 0x8b {
		return gzipWrap, s.gzipHeader(b[:])
	}
	switch h := binary.BigEndian.Uint16(b[:]); {
	case s.wrap == gzipWrap || h%31 != 0:
		return raw, streamError{-3, "incorrect header check"}
	case h>>8&15 != deflated:
		return raw, streamError{-3, "unknown compression method"}
	case int(h>>12)+8 > s.bits:
		return raw, streamError{-3, "invalid window size"}
	case h&0x20 == 0:
		s.dict = nil
		return zlibWrap, nil
	}
	if _, err := io.ReadFull(s, b[:4]); err != nil {
		return raw, err
	}
	if len(s.dict) == 0 {
		return raw, streamError{needDict, ""}
	}
	if adler32.Checksum(s.dict) != binary.BigEndian.Uint32(b[:]) {
		return raw, streamError{dictError, "invalid input data"}
	}
	return zlibWrap, nil
}

// gzipHeader reads the rest of RFC 1952's header.
func (s *stream) gzipHeader(b []byte) error {
	const headerCRC, extra, name, comment, unknown = 2, 4, 8, 16, 0xe0
	if _, err := io.ReadFull(s, b[2:3]); err != nil {
		return err
	}
	if b[2] != deflated {
		return streamError{-3, "unknown compression method"}
	}
	if _, err := io.ReadFull(s, b[3:]); err != nil {
		return err
	}
	flags := b[3]
	if flags&unknown != 0 {
		return streamError{-3, "unknown header flags set"}
	}
	crc := crc32.ChecksumIEEE(b)
	skip := func(n int, untilNul bool) error {
		for i := 0; untilNul || i < n; i++ {
			c, err := s.ReadByte()
			if err != nil {
				return err
			}
			crc = crc32.Update(crc, crc32.IEEETable, []byte{c})
			if untilNul && c == 0 {
				break
			}
		}
		return nil
	}
	if flags&extra != 0 {
		var n [2]byte
		if _, err := io.ReadFull(s, n[:]); err != nil {
			return err
		}
		crc = crc32.Update(crc, crc32.IEEETable, n[:])
		if err := skip(int(binary.LittleEndian.Uint16(n[:])), false); err != nil {
			return err
		}
	}
	for _, f := range [...]byte{name, comment} {
		if flags&f != 0 {
			if err := skip(0, true); err != nil {
				return err
			}
		}
	}
	if flags&headerCRC != 0 {
		var n [2]byte
		if _, err := io.ReadFull(s, n[:]); err != nil {
			return err
		}
		if binary.LittleEndian.Uint16(n[:]) != uint16(crc) {
			return streamError{-3, "header crc mismatch"}
		}
	}
	return nil
}

// trailer checks the sums after the deflate stream.
func (s *stream) trailer(wrap wrapping, sum, size uint32) error {
	var b [4]byte
	if wrap == raw {
		return nil
	}
	if _, err := io.ReadFull(s, b[:]); err != nil {
		return err
	}
	if wrap == zlibWrap {
		if binary.BigEndian.Uint32(b[:]) != sum {
			return streamError{-3, "incorrect data check"}
		}
		return nil
	}
	if binary.LittleEndian.Uint32(b[:]) != sum {
		return streamError{-3, "incorrect data check"}
	}
	if _, err := io.ReadFull(s, b[:]); err != nil {
		return err
	}
	if binary.LittleEndian.Uint32(b[:]) != size {
		return streamError{-3, "incorrect length check"}
	}
	return nil
}
