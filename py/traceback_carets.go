package py

import (
	"strconv"
	"strings"
)

// sourceLines returns the lines of source of a place, with carets under what was
// being executed unless that is all there is. Columns are in bytes.
func (p *excPrinter) sourceLines(file string, line, col, endLine, endCol int) string {
	if p.source == nil {
		return ""
	}
	var lines []string
	for n := line; n <= max(endLine, line); n++ {
		s, ok := p.source(file, n)
		if !ok {
			break
		}
		lines = append(lines, strings.TrimRight(s, "\r\n"))
	}
	if len(lines) == 0 {
		return ""
	}
	if col < 0 || endCol < 0 || len(lines) != max(endLine, line)-line+1 {
		return "    " + strings.TrimSpace(lines[0]) + "\n"
	}
	c := caretLines{start: col, end: endCol}
	c.dedent(lines)
	if c.start > len(c.lines[0]) || c.end > len(c.lines[len(c.lines)-1]) || c.start < 0 || c.end < 0 {
		return "    " + strings.TrimSpace(lines[0]) + "\n"
	}
	all := strings.Join(c.lines, "\n")
	segment := all[c.start : len(all)-(len(c.lines[len(c.lines)-1])-c.end)]
	c.anchors, c.hasAnchors = p.t.Interp.Machine.Anchors(segment)
	c.show = c.worthIt(p.t.Interp.Machine, all)
	if c.hasAnchors {
		if c.anchors.LeftLine == 0 {
			c.anchors.LeftCol += c.start
		}
		if c.anchors.RightLine == 0 {
			c.anchors.RightCol += c.start
		}
	}
	return c.text()
}

// caretLines are the lines of a place without their common indentation.
type caretLines struct {
	lines      []string
	start, end int // of the place, in the first and the last line
	anchors    Anchors
	hasAnchors bool
	show       bool
}

func (c *caretLines) dedent(lines []string) {
	common := -1
	for _, s := range lines {
		if strings.TrimSpace(s) == "" {
			continue
		}
		n := len(s) - len(strings.TrimLeft(s, " \t"))
		if common < 0 || n < common {
			common = n
		}
	}
	common = max(common, 0)
	for _, s := range lines {
		if len(s) >= common {
			s = s[common:]
		} else {
			s = ""
		}
		c.lines = append(c.lines, s)
	}
	c.start, c.end = max(c.start-common, 0), max(c.end-common, 0)
}

// worthIt tells whether carets say more than the lines themselves.
func (c *caretLines) worthIt(m Machine, all string) bool {
	if m.IsCallStatement(all, 0, c.start, len(c.lines)-1, c.end) {
		return false
	}
	if c.hasAnchors {
		return true
	}
	last := c.lines[len(c.lines)-1]
	return strings.TrimSpace(c.lines[0][:c.start]) != "" || strings.TrimSpace(last[c.end:]) != ""
}

// text returns the lines to print: the first, the last, those around the anchors.
func (c *caretLines) text() string {
	want := map[int]bool{0: true, len(c.lines) - 1: true}
	if c.hasAnchors {
		for d := -1; d <= 1; d++ {
			want[c.anchors.LeftLine+d] = true
			want[c.anchors.RightLine+d] = true
		}
	}
	var out []string
	prev := -1
	for i := range c.lines {
		if !want[i] {
			continue
		}
		if gap := i - prev - 1; prev >= 0 && gap == 1 {
			out = append(out, c.line(i-1)...)
		} else if prev >= 0 && gap > 1 {
			out = append(out, "...<"+strconv.Itoa(gap)+" lines>...")
		}
		out = append(out, c.line(i)...)
		prev = i
	}
	return "    " + strings.Join(out, "\n    ") + "\n"
}

// line returns line i and, if they are worth it, its carets.
func (c *caretLines) line(i int) []string {
	s := c.lines[i]
	if !c.show {
		return []string{s}
	}
	indent := len(s) - len(strings.TrimLeft(s, " \t"))
	end := len(s)
	if i == len(c.lines)-1 {
		end = c.end
	}
	var marks strings.Builder
	for col, r := range s[:end] {
		mark := "^"
		switch {
		case col < indent || i == 0 && col < c.start:
			mark = " "
		case c.hasAnchors && !c.inside(i, col):
			mark = "~"
		}
		marks.WriteString(strings.Repeat(mark, displayWidth(r)))
	}
	return []string{s, strings.TrimRight(marks.String(), " ")}
}

func (c *caretLines) inside(line, col int) bool {
	a := &c.anchors
	return (line > a.LeftLine || line == a.LeftLine && col >= a.LeftCol) && (line < a.RightLine || line == a.RightLine && col < a.RightCol)
}

// displayWidth is how many columns of a terminal a character takes.
func displayWidth(r rune) int {
	switch {
	case r < 0x1100:
		return 1
	case r <= 0x115F, r >= 0x2E80 && r <= 0x303E, r >= 0x3041 && r <= 0xA4CF, r >= 0xAC00 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF,
		r >= 0xFE30 && r <= 0xFE6F, r >= 0xFF00 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6, r >= 0x1F300 && r <= 0x1F64F,
		r >= 0x1F900 && r <= 0x1F9FF, r >= 0x20000 && r <= 0x3FFFD:
		return 2
	}
	return 1
}
