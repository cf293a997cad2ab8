package repl

import (
	"errors"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/term"
)

// NewTerminal returns a console with line editing, completion and history on a
// terminal. tty is the terminal itself, whose mode is changed while a line is read; keys
// come from r (the terminal, maybe wrapped), everything shown goes to w. history has the
// lines of earlier sessions, oldest first, and is told of new ones; it may be nil.
func NewTerminal(tty *os.File, r io.Reader, w io.Writer, history *History) Console {
	if history == nil {
		history = &History{}
	}
	c := &terminal{tty: tty, keys: keys{r: r, w: w}, history: history}
	c.newEditor()
	return c
}

// terminal is an editor of package x/term, to which keys adds what is missing.
type terminal struct {
	tty     *os.File
	keys    keys
	editor  *term.Terminal
	history *History
	width   int
	killed  string // for Ctrl-Y
	// complete returns the words that the end of a line can become, and where it begins.
	complete func(line string) (words []string, start int)
	indent   string // what the next line begins with
	pasted   bool   // the last line was pasted
}

func (c *terminal) newEditor() {
	c.editor = term.NewTerminal(&c.keys, "")
	c.editor.History = c.history
	c.editor.AutoCompleteCallback = c.key
}

func (c *terminal) raw() (restore func(), err error) {
	fd := int(c.tty.Fd())
	state, err := term.MakeRaw(fd)
	if err != nil {
		return nil, err
	}
	return func() { term.Restore(fd, state) }, nil
}

func (c *terminal) ReadLine(prompt string) (string, error) {
	restore, err := c.raw()
	if err != nil {
		return "", err
	}
	defer restore()
	c.width = 80
	if width, height, err := term.GetSize(int(c.tty.Fd())); err == nil && width > 0 {
		c.width = width
		c.editor.SetSize(width, height)
	}
	c.editor.SetBracketedPasteMode(true)
	defer io.WriteString(c.keys.w, "\x1b[?2004l")
	c.editor.SetPrompt(prompt)
	c.keys.interrupted, c.keys.fresh = false, true
	if c.indent != "" && !c.pasted && len(c.keys.typed) == 0 {
		c.keys.typed = append(c.keys.typed, c.indent...)
	}
	line, err := c.editor.ReadLine()
	c.pasted = errors.Is(err, term.ErrPasteIndicator)
	switch {
	case c.pasted:
		err = nil
	case errors.Is(err, errPaste):
		c.newEditor()
	case c.keys.interrupted && errors.Is(err, io.EOF):
		c.newEditor() // the old one keeps the line and the Ctrl-C
		return "", ErrInterrupted
	}
	if err == nil && c.indent != "" && strings.TrimSpace(line) == "" {
		line = "" // only the blanks that were there already
	}
	return line, err
}

// Complete sets what finds completions.
func (c *terminal) Complete(f func(line string) (words []string, start int)) { c.complete = f }

// Indent sets what the next line begins with, and whether Ctrl-E there begins the
// paste mode: at the first line of a statement.
func (c *terminal) Indent(indent string, first bool) { c.indent, c.keys.canPaste = indent, first }

// ReadPaste is the paste mode: lines are taken as they are up to Ctrl-D.
func (c *terminal) ReadPaste() (string, error) {
	restore, err := c.raw()
	if err != nil {
		return "", err
	}
	defer restore()
	const prompt = "\r\n=== "
	io.WriteString(c.keys.w, "\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish"+prompt)
	var text []byte
	for {
		if len(c.keys.typed) == 0 {
			if err := c.keys.more(); err != nil {
				return "", err
			}
		}
		b := c.keys.typed[0]
		c.keys.typed = c.keys.typed[:copy(c.keys.typed, c.keys.typed[1:])]
		switch {
		case b == 3:
			return "", ErrInterrupted
		case b == 4:
			io.WriteString(c.keys.w, "\r\n")
			return string(text), nil
		case b == '\r', b == '\n':
			text = append(text, '\n')
			io.WriteString(c.keys.w, prompt)
		case b == 8, b == 127:
			if n := len(text); n > 0 && text[n-1] != '\n' {
				_, size := utf8.DecodeLastRune(text)
				text = text[:n-size]
				io.WriteString(c.keys.w, "\b \b")
			}
		case b >= ' ', b == '\t':
			text = append(text, b)
			c.keys.w.Write([]byte{b})
		}
	}
}

func (c *terminal) Print(text string) {
	io.WriteString(c.keys.w, strings.ReplaceAll(text, "\n", "\r\n"))
}

// key does what x/term's editor does not: the line and the place of the cursor after a
// key; false if it is none of ours.
func (c *terminal) key(line string, pos int, key rune) (string, int, bool) {
	before, after := line[:pos], line[pos:]
	kill := func(from, to int) (string, int, bool) {
		c.killed = line[from:to]
		return line[:from] + line[to:], from, true
	}
	switch key {
	case keyTab:
		before = c.tab(before)
		return before + after, len(before), true
	case keyWordLeft:
		return line, wordLeft(before), true
	case keyWordRight:
		return line, wordRight(line, pos), true
	case keyKillWord:
		return kill(pos, wordRight(line, pos))
	case keyKillWordLeft:
		return kill(wordLeft(before), pos)
	case keyKillWordBlanks:
		return kill(strings.LastIndexByte(strings.TrimRight(before, " "), ' ')+1, pos)
	case keyKillToEnd:
		return kill(pos, len(line))
	case keyKillToStart:
		return kill(0, pos)
	case keyYank:
		before += c.killed
		return before + after, len(before), true
	}
	return "", 0, false
}

// tab completes what stands before the cursor; in front of everything it indents.
func (c *terminal) tab(before string) string {
	if strings.TrimSpace(before) == "" {
		return before + strings.Repeat(" ", 4-len(before)%4)
	}
	if c.complete == nil {
		return before
	}
	words, start := c.complete(before)
	if longer := common(words); len(longer) > len(before)-start {
		return before[:start] + longer
	}
	if len(words) > 1 {
		io.WriteString(c.editor, columns(words, c.width))
	}
	return before
}

func wordPart(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordLeft returns where the word begins that s ends with or that ends last in s.
func wordLeft(s string) int {
	s = strings.TrimRightFunc(s, func(r rune) bool { return !wordPart(r) })
	return len(strings.TrimRightFunc(s, wordPart))
}

// wordRight returns where the word at pos, or the next one, ends.
func wordRight(s string, pos int) int {
	rest := strings.TrimLeftFunc(s[pos:], func(r rune) bool { return !wordPart(r) })
	return len(s) - len(strings.TrimLeftFunc(rest, wordPart))
}
