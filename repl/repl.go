// Package repl is Python's interactive prompt: read lines until they make a
// statement, run it, print what it gives or how it failed.
//
// It knows nothing of where lines come from: that is a [Console], of which there
// are two, [NewTerminal] for a person and [NewPlain] for a pipe.
package repl

import (
	"context"
	"errors"
	"io"
	"strings"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/py"
)

// Console is where lines come from and prompts go to.
type Console interface {
	// ReadLine shows the prompt and returns a line without its end, io.EOF at the end
	// of the input (Ctrl-D), or [ErrInterrupted] after Ctrl-C.
	ReadLine(prompt string) (string, error)
	// Print shows text that is no output of the program, like the line end after
	// Ctrl-D.
	Print(text string)
}

// ErrInterrupted is what a Console returns after Ctrl-C.
var ErrInterrupted = errors.New("repl: interrupted")

// Run reads and runs statements until the input ends, which gives nil, or until one
// raises SystemExit, which is returned. Other exceptions go to report.
func Run(ctx context.Context, in *woma.Interp, c Console, report func(error)) error {
	r := &runner{in: in, c: c}
	r.setUp(ctx)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		src, err := r.read(ctx)
		switch {
		case errors.Is(err, io.EOF):
			c.Print("\n")
			return nil
		case err == ErrInterrupted:
			c.Print("\nKeyboardInterrupt\n")
			continue
		case err != nil:
			report(err)
			if py.ErrIs(err, py.SyntaxError) {
				continue
			}
			return nil
		}
		if err := r.run(ctx, src); err != nil {
			var e *py.Exc
			if errors.As(err, &e) && e.IsA(py.SystemExit) {
				return err
			}
			report(err)
		}
	}
}

type runner struct {
	in *woma.Interp
	c  Console
}

// setUp defines what only exists at the prompt.
func (r *runner) setUp(ctx context.Context) {
	r.in.Do(ctx, func(t *py.Thread) error {
		for name, text := range map[string]string{"ps1": ">>> ", "ps2": "... "} {
			k := py.Name(name)
			if v, err := py.LookupAttr(t, t.Interp.SysM, k); err == nil && !v.Bound() {
				py.SetAttr(t, t.Interp.SysM, k, py.NewStr(text))
			}
		}
		return nil
	})
}

// prompt returns str(sys.ps1) or str(sys.ps2).
func (r *runner) prompt(ctx context.Context, name, otherwise string) string {
	text := otherwise
	r.in.Do(ctx, func(t *py.Thread) error {
		v, err := py.LookupAttr(t, t.Interp.SysM, py.Name(name))
		if err == nil && v.Bound() {
			if s, err := py.ToStr(t, v); err == nil {
				text = s.String()
			}
		}
		return nil
	})
	return text
}

// read reads lines until they are a whole statement and compiles it.
func (r *runner) read(ctx context.Context) (py.Value, error) {
	var lines []string
	prompt := r.prompt(ctx, "ps1", ">>> ")
	for {
		line, err := r.c.ReadLine(prompt)
		if err != nil && !(errors.Is(err, io.EOF) && len(lines) > 0) {
			return py.Nil, err
		}
		atEnd := err != nil
		lines = append(lines, line)
		code, err := r.in.CompilePrompt(ctx, strings.Join(lines, "\n"))
		if err == nil {
			return code, nil
		}
		if err != woma.ErrIncomplete || atEnd {
			if err == woma.ErrIncomplete {
				// The input ends inside a statement: say what is missing.
				err = r.in.Exec(ctx, strings.Join(lines, "\n")+"\n", "<stdin>")
			}
			if err == nil {
				return py.Nil, io.EOF
			}
			return py.Nil, err
		}
		prompt = r.prompt(ctx, "ps2", "... ")
	}
}

// run executes a statement in __main__. The compiler has made it hand the values of
// expressions to sys.displayhook.
func (r *runner) run(ctx context.Context, code py.Value) error {
	return r.in.Do(ctx, func(t *py.Thread) error {
		_, err := t.Interp.Machine.Run(t, code, r.in.Main().Dict, py.Nil)
		if f, e := py.LookupAttr(t, t.Interp.SysM, py.Name("stdout")); e == nil && f.Bound() && !f.IsNone() {
			if _, e := py.CallMethod(t, f, py.Name("flush")); err == nil && e != nil {
				err = e
			}
		}
		return err
	})
}
