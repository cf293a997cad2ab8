package repl

import (
	"bufio"
	"io"
	"strings"

	"github.com/woma-lang/woma/py"
)

// NewPlain returns a console that reads lines as they come and writes prompts to w,
// without any editing: for pipes and dumb terminals.
func NewPlain(r io.Reader, w io.Writer) Console { return &plain{bufio.NewReader(r), w} }

type plain struct {
	r *bufio.Reader
	w io.Writer
}

func (p *plain) ReadLine(prompt string) (string, error) {
	io.WriteString(p.w, prompt)
	line, err := p.r.ReadString('\n')
	if py.ErrIs(err, py.KeyboardInterrupt) {
		return "", ErrInterrupted
	}
	if err != nil && line == "" {
		return "", err
	}
	return strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r"), nil
}

func (p *plain) Print(text string) { io.WriteString(p.w, text) }
