package zlib

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"hash/adler32"
	"hash/crc32"

	"github.com/woma-lang/woma/py"
)

// compressor is one stream that is being compressed.
type compressor struct {
	py.Head
	out    bytes.Buffer
	w      *flate.Writer
	wrap   wrapping
	window int // largest distance, if smaller than flate's
	since  int // bytes since the writer was reset
	sum    uint32
	size   uint32
	done   bool
}

// wrapping is what stands around a deflate stream.
type wrapping uint8

const (
	raw wrapping = iota
	zlibWrap
	gzipWrap
	anyWrap // zlib or gzip: decompression only
)

var (
	compressType  = &py.Type{}
	compressShape py.Shape
)

func compressSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "zlib", Flags: py.NotCallable | py.DottedName | py.Final,
		Members: py.Members{
			py.Method("compress(data, /)", (*compressor).compress),
			py.Method("flush(mode=4, /)", (*compressor).flush),
		},
	}
}

// wrapOf splits wbits into wrapping and window.
func wrapOf(wbits int) (wrapping, int, bool) {
	switch {
	case wbits >= -15 && wbits <= -8:
		return raw, -wbits, true
	case wbits >= 8 && wbits <= 15:
		return zlibWrap, wbits, true
	case wbits >= 24 && wbits <= 31:
		return gzipWrap, wbits - 16, true
	}
	return raw, 0, false
}

// newCompressor returns nil if a parameter is out of range.
func newCompressor(level, wbits, strategy int, dict []byte) *compressor {
	wrap, bits, ok := wrapOf(wbits)
	if !ok || level < -1 || level > 9 || bits == 8 && wrap != zlibWrap {
		return nil
	}
	c := &compressor{wrap: wrap, sum: 1}
	c.Head = compressType.Root()
	if bits < maxWbits {
		c.window = 1 << bits
	}
	flateLevel := level
	if strategy == huffmanOnly && level != 0 {
		flateLevel = flate.HuffmanOnly
	}
	switch wrap {
	case zlibWrap:
		c.header(level, max(bits, 9), dict)
	case gzipWrap:
		c.sum = 0
		hint := byte(0)
		if level == 9 {
			hint = 2
		} else if level == 0 || level == 1 {
			hint = 4
		}
		c.out.Write([]byte{0x1f, 0x8b, deflated, 0, 0, 0, 0, 0, hint, 3})
	}
	if len(dict) > 0 {
		c.w, _ = flate.NewWriterDict(&c.out, flateLevel, dict)
	} else {
		c.w, _ = flate.NewWriter(&c.out, flateLevel) // the level is in range
	}
	return c
}

// header writes the two bytes of RFC 1950 and the id of the dictionary.
func (c *compressor) header(level, bits int, dict []byte) {
	speed := uint16(2)
	switch {
	case level >= 0 && level < 2:
		speed = 0
	case level >= 2 && level < 6:
		speed = 1
	case level > 6:
		speed = 3
	}
	h := uint16(bits-8)<<12 | deflated<<8 | speed<<6
	if len(dict) > 0 {
		h |= 0x20
	}
	h += 31 - h%31
	var b [6]byte
	binary.BigEndian.PutUint16(b[:], h)
	if len(dict) == 0 {
		c.out.Write(b[:2])
		return
	}
	binary.BigEndian.PutUint32(b[2:], adler32.Checksum(dict))
	c.out.Write(b[:])
}

// write compresses b. flate's window is always 32 KiB; for a smaller one the writer
// forgets what it has seen whenever that much has gone by.
func (c *compressor) write(t *py.Thread, b []byte) error {
	switch c.wrap {
	case zlibWrap:
		c.sum = adlerFrom(c.sum, b)
	case gzipWrap:
		c.sum = crc32.Update(c.sum, crc32.IEEETable, b)
		c.size += uint32(len(b))
	}
	for len(b) > 0 {
		n := min(len(b), 1<<16)
		if c.window > 0 {
			if c.since >= c.window {
				c.restart()
			}
			n = min(n, c.window-c.since)
		}
		if err := t.Alloc(n / 8); err != nil {
			return err
		}
		c.w.Write(b[:n]) // a Buffer takes all
		c.since += n
		b = b[n:]
		if err := t.Step(n / 16); err != nil {
			return err
		}
	}
	return nil
}

// restart makes the writer forget what it has seen.
func (c *compressor) restart() {
	c.w.Flush()
	c.w.Reset(&c.out)
	c.since = 0
}

// finish ends the stream.
func (c *compressor) finish() {
	c.w.Close()
	c.done = true
	switch c.wrap {
	case zlibWrap:
		c.out.Write(binary.BigEndian.AppendUint32(nil, c.sum))
	case gzipWrap:
		c.out.Write(binary.LittleEndian.AppendUint32(binary.LittleEndian.AppendUint32(nil, c.sum), c.size))
	}
}

// take returns what has come out so far.
func (c *compressor) take() py.Value {
	b := append([]byte(nil), c.out.Bytes()...)
	c.out.Reset()
	return py.NewBytes(b)
}

func compress(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	level, wbits := a.IntOr(t, 1, -1), a.IntOr(t, 2, maxWbits)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	c := newCompressor(level, wbits, 0, nil)
	if c == nil {
		return py.Nil, py.Raise(errorType, "Bad compression level")
	}
	if err := c.write(t, data); err != nil {
		return py.Nil, err
	}
	c.finish()
	return c.take(), nil
}

func compressobj(t *py.Thread, a *py.Args) (py.Value, error) {
	level, method, wbits := a.IntOr(t, 0, -1), a.IntOr(t, 1, deflated), a.IntOr(t, 2, maxWbits)
	mem, strategy := a.IntOr(t, 3, defMem), a.IntOr(t, 4, 0)
	var dict []byte
	if a.Has(5) {
		dict = append(dict, a.Buffer(t, 5)...)
	}
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	c := newCompressor(level, wbits, strategy, dict)
	if c == nil || method != deflated || mem < 1 || mem > 9 || strategy < 0 || strategy > 4 {
		return py.Nil, py.Raise(py.ValueError, "Invalid initialization option")
	}
	return py.Object(c), nil
}

func (c *compressor) compress(t *py.Thread, a *py.Args) (py.Value, error) {
	data := a.Buffer(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if c.done {
		return py.Nil, py.Raise(errorType, "Error -2 while compressing data: inconsistent stream state")
	}
	if err := c.write(t, data); err != nil {
		return py.Nil, err
	}
	return c.take(), nil
}

func (c *compressor) flush(t *py.Thread, a *py.Args) (py.Value, error) {
	mode := a.IntOr(t, 0, finish)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if mode == noFlush {
		return py.NewBytes(nil), nil
	}
	if c.done || mode < 0 || mode > trees {
		return py.Nil, py.Raise(errorType, "Error -2 while flushing: inconsistent stream state")
	}
	switch mode {
	case finish:
		c.finish()
	case fullFlush:
		c.restart()
	default:
		c.w.Flush()
	}
	return c.take(), nil
}
