package woma

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"github.com/woma-lang/woma/py"
)

// ErrIncomplete is returned by [Interp.CompilePrompt] if more lines may complete the
// statement.
var ErrIncomplete = errors.New("woma: incomplete statement")

// promptFile starts the file names of statements typed at a prompt.
const promptFile = "<stdin>-"

// CompilePrompt compiles the lines typed at a prompt so far as one statement, which
// prints the value of an expression when it runs.
func (p *Interp) CompilePrompt(ctx context.Context, lines string) (code py.Value, err error) {
	err = p.Do(ctx, func(t *py.Thread) error {
		name := promptFile + strconv.Itoa(len(p.source))
		code, err = p.in.Machine.Compile(t, []byte(lines), name, "prompt", py.CompileFlags{Optimize: -1})
		var e *py.Exc
		if errors.As(err, &e) && e.Incomplete() {
			return ErrIncomplete
		}
		if err != nil && !strings.HasSuffix(lines, "\n") {
			// The error may be that the line ends: then the place is behind its end.
			_, err = p.in.Machine.Compile(t, []byte(lines+"\n"), name, "single", py.CompileFlags{Optimize: -1})
		}
		p.keepSource(name, lines)
		return err
	})
	return code, err
}
