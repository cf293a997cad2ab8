package woma

import (
	"errors"
	"strings"

	"github.com/woma-lang/woma/py"
)

// shutdown ends the program of an interpreter: exit functions, last registered
// first, then the standard streams, then open files.
func (p *Interp) shutdown(t *py.Thread) error {
	var first error
	keep := func(err error) {
		if err != nil && first == nil {
			first = err
		}
	}
	for len(p.in.AtExit) > 0 {
		n := len(p.in.AtExit) - 1
		f := p.in.AtExit[n]
		p.in.AtExit = p.in.AtExit[:n]
		_, err := py.Call(t, f)
		keep(err)
	}
	p.in.FinalizeAll(t)
	keep(p.flush(t))
	if f := p.in.Streams.Flush; f != nil {
		keep(f(t))
	}
	return first
}

// flush writes out what sys.stdout and sys.stderr hold back.
func (p *Interp) flush(t *py.Thread) error {
	err := flushStream(t, nameStdout.Str())
	if e := flushStream(t, nameStderr.Str()); err == nil {
		err = e
	}
	return err
}

var (
	nameStdout = py.LateName{Text: "stdout"}
	nameStderr = py.LateName{Text: "stderr"}
	nameFlush  = py.LateName{Text: "flush"}
)

func flushStream(t *py.Thread, name *py.Str) error {
	f := py.As[py.ModuleObj](t.Interp.SysM).Dict.Made(name)
	if f == nil || f.IsNone() {
		return nil // nobody has used it
	}
	done, err := false, error(nil)
	if quick := t.Interp.Streams.FlushText; quick != nil {
		done, err = quick(t, *f)
	}
	if !done && err == nil {
		_, err = py.CallMethod(t, *f, nameFlush.Str())
	}
	if py.ErrIs(err, py.ValueError) {
		return nil // the program closed it
	}
	return err
}

// Traceback returns what Python prints for an exception that a method of p
// returned: the traceback with source lines, the exceptions before it, its text.
// For an error that is no Python exception it is the error's text and a newline.
func (p *Interp) Traceback(err error) string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.FormatError(p.t, err)
}

// FormatError is [Interp.Traceback] for use inside [Interp.Do].
func (p *Interp) FormatError(t *py.Thread, err error) string {
	var e *py.Exc
	if !errors.As(err, &e) {
		return err.Error() + "\n"
	}
	text := py.FormatException(t, e, p.in.Source)
	p.shown.lines = nil // the file may change until the next one
	return hidePromptNumbers(text)
}

// sourceLine returns a line of a file, for tracebacks. The last file is kept: the
// lines of one traceback are asked for one after the other.
func (p *Interp) sourceLine(filename string, line int) (string, bool) {
	if p.shown.name != filename || p.shown.lines == nil {
		p.shown.name, p.shown.lines = filename, p.sourceLines(filename)
	}
	if line < 1 || line > len(p.shown.lines) {
		return "", false
	}
	return p.shown.lines[line-1], true
}

// sourceLines returns the lines of a file or of what Exec ran under its name.
func (p *Interp) sourceLines(filename string) []string {
	text, ok := p.source[filename]
	if !ok {
		if strings.HasPrefix(filename, "<") {
			return nil
		}
		b, err := p.readFile(filename)
		if err != nil {
			return nil
		}
		text = string(b)
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
}

// hidePromptNumbers shows the file name of statements typed at a prompt as
// "<stdin>". They are told apart by a number, so that each has its source.
func hidePromptNumbers(text string) string {
	const mark = "File \"" + promptFile
	if !strings.Contains(text, mark) {
		return text
	}
	var out strings.Builder
	for {
		before, after, ok := strings.Cut(text, mark)
		out.WriteString(before)
		if !ok {
			return out.String()
		}
		number, rest, _ := strings.Cut(after, "\"")
		if strings.Trim(number, "0123456789") == "" {
			out.WriteString("File \"<stdin>\"")
		} else {
			out.WriteString(mark + number + "\"")
		}
		text = rest
	}
}
