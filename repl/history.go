package repl

import "strings"

// maxHistory is how many lines are kept.
const maxHistory = 500

// History are the lines that can be called back, of this session and earlier ones.
type History struct {
	lines []string // oldest first
	// Added is called with every line that is kept; nil: nobody wants to know.
	Added func(line string)
}

// NewHistory returns a history with the lines of a text.
func NewHistory(text string) *History {
	h := &History{}
	for line := range strings.Lines(text) {
		h.keep(strings.TrimRight(line, "\r\n"))
	}
	return h
}

func (h *History) keep(line string) bool {
	if strings.TrimSpace(line) == "" || len(h.lines) > 0 && h.lines[len(h.lines)-1] == line {
		return false
	}
	if len(h.lines) == maxHistory {
		h.lines = h.lines[:copy(h.lines, h.lines[1:])]
	}
	h.lines = append(h.lines, line)
	return true
}

// Add implements term.History.
func (h *History) Add(line string) {
	if h.keep(line) && h.Added != nil {
		h.Added(line)
	}
}

// Len implements term.History.
func (h *History) Len() int { return len(h.lines) }

// At implements term.History: 0 is the line entered last.
func (h *History) At(i int) string { return h.lines[len(h.lines)-1-i] }
