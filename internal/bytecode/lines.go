package bytecode

import "encoding/binary"

// Span is the place of an instruction in the source: lines count from 1, columns
// are byte offsets from 0. A Line of 0 means that the instruction has no place.
type Span struct {
	Line, Col, EndLine, EndCol int32
}

// EncodeLines packs one position per instruction for [Code.Lines]. Neighbours
// with the same position share one entry: the length of the run, then the line
// relative to the entry before, the column, the end line relative to the line
// and the end column relative to the column, all as varints. Typical code needs
// three bytes for an instruction.
func EncodeLines(pos []Span) []byte {
	var b []byte
	line := int32(0)
	for i := 0; i < len(pos); {
		p := pos[i]
		n := 1
		for i+n < len(pos) && pos[i+n] == p {
			n++
		}
		b = binary.AppendUvarint(b, uint64(n))
		b = binary.AppendVarint(b, int64(p.Line-line))
		b = binary.AppendVarint(b, int64(p.Col))
		b = binary.AppendVarint(b, int64(p.EndLine-p.Line))
		b = binary.AppendVarint(b, int64(p.EndCol-p.Col))
		line = p.Line
		i += n
	}
	return b
}

// Spans returns the places of all instructions.
func (c *Code) Spans() []Span {
	out := make([]Span, len(c.Instrs))
	b, line, i := c.Lines, int32(0), 0
	next := func() int32 {
		v, n := binary.Varint(b)
		b = b[max(n, 0):]
		return int32(v)
	}
	for len(b) > 0 && i < len(out) {
		run, n := binary.Uvarint(b)
		if n <= 0 {
			break
		}
		b = b[n:]
		line += next()
		s := Span{Line: line, Col: next()}
		s.EndLine = line + next()
		s.EndCol = s.Col + next()
		for ; run > 0 && i < len(out); run-- {
			out[i] = s
			i++
		}
	}
	return out
}

// Position returns where instruction pc stands in the source. It reads the
// table from its start, which is what a traceback can afford. Without an entry
// it returns the first line.
func (c *Code) Position(pc int) (line, col, endLine, endCol int32) {
	b := c.Lines
	next := func() int32 {
		v, n := binary.Varint(b)
		if n <= 0 {
			b = nil
			return 0
		}
		b = b[n:]
		return int32(v)
	}
	for i := 0; len(b) > 0; {
		run, n := binary.Uvarint(b)
		if n <= 0 {
			break
		}
		b = b[n:]
		line += next()
		col = next()
		endLine = line + next()
		endCol = col + next()
		if i += int(run); pc < i {
			return line, col, endLine, endCol
		}
	}
	return c.FirstLine, 0, c.FirstLine, 0
}

// EachPosition calls f for each run of instructions that stand at one place in the source.
func (c *Code) EachPosition(f func(run int, line, col, endLine, endCol int32)) {
	b := c.Lines
	var d [4]int64
	line := int32(0)
	for len(b) > 0 {
		run, n := binary.Uvarint(b)
		if n <= 0 {
			return
		}
		b = b[n:]
		for i := range 4 {
			if d[i], n = binary.Varint(b); n <= 0 {
				return
			}
			b = b[n:]
		}
		line += int32(d[0])
		col := int32(d[1])
		f(int(run), line, col, line+int32(d[2]), col+int32(d[3]))
	}
}
