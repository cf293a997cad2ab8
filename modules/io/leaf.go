package io

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/woma-lang/woma/py"
)

// The short forms of what programs do most with files: reading what is there already
// and adding to what has not been written yet. Everything else they leave to the
// methods.

// leafMost is the size of what they make.
const leafMost = 4096

// open reports whether a stream over one of the system's files is open.
func (b *buffered) open() bool {
	raw, ok := b.raw.(*fileIO)
	return ok && raw.f != nil && b.rawV.Bound()
}

// size1 is the one argument, if it is a length for which short forms are; -1 if not.
func size1(args []py.Value) int {
	if len(args) == 1 && args[0].IsInt() && args[0].Bits() <= leafMost {
		return int(args[0].I())
	}
	return -1
}

// shortLine is the length of the line that p begins with, 0 if it is long or not all there.
func shortLine(p []byte) int { return bytes.IndexByte(p[:min(len(p), leafMost)], '\n') + 1 }

// ahead returns the first n bytes that were read ahead, and takes them.
func (b *buffered) ahead(n int) []byte {
	p := b.rbuf[b.rpos:]
	if n <= 0 || n > len(p) || len(b.wbuf) > 0 || !b.open() {
		return nil
	}
	b.rpos += n
	return p[:n]
}

func leafBufferedRead(dst, self *py.Value, args []py.Value) bool {
	p := (*buffered)(self.Ptr()).ahead(size1(args))
	if p == nil {
		return false
	}
	*dst = py.CopyBytes(p)
	return true
}

func leafBufferedReadinto(dst, self *py.Value, args []py.Value) bool {
	if len(args) != 1 || !py.IsByteArray(args[0]) {
		return false
	}
	to := (*py.ByteArray)(args[0].Ptr()).B
	p := (*buffered)(self.Ptr()).ahead(len(to))
	if p == nil {
		return false
	}
	dst.SetInt(int64(copy(to, p)))
	return true
}

func leafBufferedReadline(dst, self *py.Value, args []py.Value) bool {
	return len(args) == 0 && leafBufferedNext(dst, self)
}

func leafBufferedNext(dst, it *py.Value) bool {
	b := (*buffered)(it.Ptr())
	p := b.rbuf[b.rpos:]
	p = b.ahead(shortLine(p))
	if p == nil {
		return false
	}
	*dst = py.CopyBytes(p)
	return true
}

func leafBufferedWrite(dst, self *py.Value, args []py.Value) bool {
	b := (*buffered)(self.Ptr())
	if len(args) != 1 || !py.IsBytes(args[0]) || !b.dirty || len(b.rbuf) > 0 || !b.open() {
		return false
	}
	p := (*py.Bytes)(args[0].Ptr()).B
	if len(b.wbuf)+len(p) > min(b.size, cap(b.wbuf)) {
		return false
	}
	b.wbuf = append(b.wbuf, p...)
	dst.SetInt(int64(len(p)))
	return true
}

// open reports whether a stream over one of the system's files is open.
func (f *textIO) open() bool { return f.fast != nil && f.buffer.Bound() && f.fast.open() }

// lineAhead puts the next line into dst, if all of it is decoded.
func (f *textIO) lineAhead(dst *py.Value) bool {
	if !f.nl.none && f.nl.arg != "\n" || !f.open() {
		return false
	}
	s := f.text[f.pos:]
	n := strings.IndexByte(s[:min(len(s), leafMost)], '\n') + 1
	if n == 0 {
		return false
	}
	f.pos += n
	*dst = py.NewStrSub(s[:n])
	return true
}

func leafTextReadline(dst, self *py.Value, args []py.Value) bool {
	return len(args) == 0 && (*textIO)(self.Ptr()).lineAhead(dst)
}

func leafTextNext(dst, it *py.Value) bool {
	f := (*textIO)(it.Ptr())
	return !f.telling && f.lineAhead(dst)
}

func leafTextRead(dst, self *py.Value, args []py.Value) bool {
	f := (*textIO)(self.Ptr())
	n := size1(args)
	s := f.text[f.pos:]
	if n <= 0 || n > len(s) || len(f.out) > 0 || !f.open() || !f.fast.canRead || !py.IsASCII(s[:n]) {
		return false
	}
	f.pos += n
	if n == 1 {
		dst.SetLatin1(s[0])
		return true
	}
	*dst = py.NewStrSub(s[:n])
	return true
}

func leafTextWrite(dst, self *py.Value, args []py.Value) bool {
	f := (*textIO)(self.Ptr())
	if len(args) != 1 || !py.IsStr(args[0]) || !f.dirty || f.writeThrough || f.lineBuffered || f.atStart || !f.open() || !f.fast.canWrite ||
		f.codec.kind < codecUTF8 || f.codec.kind > codecLatin1 || !f.nl.none && f.nl.arg != "" && f.nl.arg != "\n" ||
		f.text != "" || f.carry != nil || f.eof {
		return false
	}
	s := (*py.Str)(args[0].Ptr())
	if len(f.out)+s.NBytes() >= min(f.chunkSize, cap(f.out)) || !s.ASCII() && (f.codec.kind != codecUTF8 || !utf8.ValidString(s.String())) {
		return false
	}
	f.out = append(f.out, s.String()...)
	dst.SetInt(int64(s.Len()))
	return true
}

func leafBytesIORead(dst, self *py.Value, args []py.Value) bool {
	b := (*bytesIO)(self.Ptr())
	n := size1(args)
	if n < 0 || b.closed || b.pos > len(b.b) {
		return false
	}
	n = min(n, len(b.b)-b.pos)
	*dst = py.CopyBytes(b.b[b.pos : b.pos+n])
	b.pos += n
	return true
}

func leafBytesIOReadline(dst, self *py.Value, args []py.Value) bool {
	return len(args) == 0 && leafBytesIONext(dst, self)
}

func leafBytesIONext(dst, it *py.Value) bool {
	b := (*bytesIO)(it.Ptr())
	if b.closed || b.pos > len(b.b) {
		return false
	}
	p := b.b[b.pos:]
	n := shortLine(p)
	if n == 0 {
		return false
	}
	*dst = py.CopyBytes(p[:n])
	b.pos += n
	return true
}

func leafBytesIOWrite(dst, self *py.Value, args []py.Value) bool {
	b := (*bytesIO)(self.Ptr())
	if len(args) != 1 || !py.IsBytes(args[0]) || b.closed || !b.exports.None() || b.pos > len(b.b) {
		return false
	}
	p := (*py.Bytes)(args[0].Ptr()).B
	if len(p) > min(leafMost, cap(b.b)-b.pos) {
		return false
	}
	end := b.pos + len(p)
	b.b = b.b[:max(end, len(b.b))]
	copy(b.b[b.pos:], p)
	b.pos = end
	dst.SetInt(int64(len(p)))
	return true
}

func leafStringIORead(dst, self *py.Value, args []py.Value) bool {
	s := (*stringIO)(self.Ptr())
	n := size1(args)
	if n <= 0 || s.closed || !s.ready || s.wide || n > len(s.b)-s.pos {
		return false
	}
	if n == 1 {
		dst.SetLatin1(s.b[s.pos])
	} else {
		*dst = py.NewStrBytes(s.b[s.pos : s.pos+n])
	}
	s.pos += n
	return true
}

func leafStringIOReadline(dst, self *py.Value, args []py.Value) bool {
	return len(args) == 0 && leafStringIONext(dst, self)
}

func leafStringIONext(dst, it *py.Value) bool {
	s := (*stringIO)(it.Ptr())
	if s.closed || !s.ready || s.wide || s.pos > len(s.b) || !s.nl.none && s.nl.arg != "\n" {
		return false
	}
	p := s.b[s.pos:]
	n := shortLine(p)
	if n == 0 {
		return false
	}
	*dst = py.NewStrBytes(p[:n])
	s.pos += n
	return true
}

func leafStringIOWrite(dst, self *py.Value, args []py.Value) bool {
	s := (*stringIO)(self.Ptr())
	if len(args) != 1 || !py.IsStr(args[0]) || s.closed || !s.ready || s.wide || s.pos != len(s.b) || s.nl.arg != "\n" || s.nl.universal {
		return false
	}
	x := (*py.Str)(args[0].Ptr())
	if !x.ASCII() || x.NBytes() > min(leafMost, cap(s.b)-len(s.b)) {
		return false
	}
	s.b = append(s.b, x.String()...)
	s.pos = len(s.b)
	dst.SetInt(int64(x.NBytes()))
	return true
}
