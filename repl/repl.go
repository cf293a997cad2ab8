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
	r.screen, _ = c.(screen)
	if r.screen != nil {
		r.screen.Complete(func(line string) ([]string, int) { return r.complete(ctx, line) })
	}
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		src, err := r.read(ctx)
		switch {
		case err == nil && !src.Bound(): // run already
			continue
		case py.ErrIs(err, py.SystemExit):
			return err
		case errors.Is(err, io.EOF):
			c.Print("\n")
			return nil
		case err == ErrInterrupted:
			c.Print("\nKeyboardInterrupt\n")
			continue
		case err != nil:
			var p pasteError
			pasted := errors.As(err, &p)
			if pasted {
				err = p.error
			}
			report(err)
			if pasted || py.ErrIs(err, py.SyntaxError) {
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

// screen is what a Console for a person can do in addition.
type screen interface {
	Complete(func(line string) (words []string, start int))
	Indent(indent string, first bool)
	ReadPaste() (string, error)
}

type runner struct {
	in     *woma.Interp
	c      Console
	screen screen // nil: a pipe
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
		if r.screen != nil {
			r.screen.Indent(indentAfter(lines), len(lines) == 0)
		}
		line, err := r.c.ReadLine(prompt)
		if errors.Is(err, errPaste) {
			return py.Nil, r.paste(ctx)
		}
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

// paste runs what is pasted as a whole, like a file.
func (r *runner) paste(ctx context.Context) error {
	text, err := r.screen.ReadPaste()
	if err != nil {
		return err
	}
	if err := r.in.Exec(ctx, text, "<stdin>"); err != nil && !py.ErrIs(err, py.SystemExit) {
		return pasteError{err}
	} else {
		return err
	}
}

// pasteError is an exception of pasted text: the prompt goes on after it.
type pasteError struct{ error }

func (e pasteError) Unwrap() error { return e.error }

// indentAfter returns the blanks that the next line of a statement begins with: those of
// the line before, and four more after a colon.
func indentAfter(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	last := lines[len(lines)-1]
	text := strings.TrimLeft(last, " \t")
	indent := last[:len(last)-len(text)]
	if i := strings.Index(text, "#"); i >= 0 && !strings.ContainsAny(text, "'\"") {
		text = text[:i]
	}
	if strings.HasSuffix(strings.TrimRight(text, " \t"), ":") {
		indent += "    "
	}
	return indent
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
