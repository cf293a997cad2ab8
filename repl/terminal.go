package repl

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// NewTerminal returns a console with line editing and history on a terminal. tty is
// the terminal itself, whose mode is changed while a line is read; keys come from r
// (the terminal, maybe wrapped), everything shown goes to w.
func NewTerminal(tty *os.File, r io.Reader, w io.Writer) Console {
	c := &terminal{tty: tty, keys: keys{r: r, w: w}}
	c.newEditor()
	return c
}

type terminal struct {
	tty    *os.File
	keys   keys
	editor *term.Terminal
}

func (c *terminal) newEditor() {
	old := c.editor
	c.editor = term.NewTerminal(&c.keys, "")
	if old != nil {
		c.editor.History = old.History
	}
}

func (c *terminal) ReadLine(prompt string) (string, error) {
	fd := int(c.tty.Fd())
	state, err := term.MakeRaw(fd)
	if err != nil {
		return "", err
	}
	defer term.Restore(fd, state)
	if width, height, err := term.GetSize(fd); err == nil && width > 0 {
		c.editor.SetSize(width, height)
	}
	c.editor.SetPrompt(prompt)
	c.keys.interrupted = false
	line, err := c.editor.ReadLine()
	if errors.Is(err, term.ErrPasteIndicator) {
		err = nil
	}
	if c.keys.interrupted && errors.Is(err, io.EOF) {
		c.newEditor() // the old one keeps the line and the Ctrl-C
		return "", ErrInterrupted
	}
	return line, err
}

func (c *terminal) Print(text string) {
	io.WriteString(c.keys.w, strings.ReplaceAll(text, "\n", "\r\n"))
}

// keys passes on what is typed and remembers a Ctrl-C, which the editor reports
// like the end of input. Tab becomes four blanks: there is no completion yet.
type keys struct {
	r           io.Reader
	w           io.Writer
	interrupted bool
}

func (k *keys) Read(p []byte) (int, error) {
	n, err := k.r.Read(p[:max(1, len(p)/4)])
	if i := bytes.IndexByte(p[:n], 3); i >= 0 {
		k.interrupted = true
		n = i + 1
	}
	if bytes.IndexByte(p[:n], '\t') >= 0 {
		n = copy(p, bytes.ReplaceAll(p[:n], []byte("\t"), []byte("    ")))
	}
	return n, err
}

func (k *keys) Write(p []byte) (int, error) { return k.w.Write(p) }
