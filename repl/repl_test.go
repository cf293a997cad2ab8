package repl_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/repl"
	"github.com/woma-lang/woma/stdlib"
)

// script plays lines and writes down what happens.
type script struct {
	lines []string
	log   *bytes.Buffer
}

func (s *script) ReadLine(prompt string) (string, error) {
	if len(s.lines) == 0 {
		fmt.Fprintf(s.log, "%s", prompt)
		return "", io.EOF
	}
	line := s.lines[0]
	s.lines = s.lines[1:]
	fmt.Fprintf(s.log, "%s%s\n", prompt, line)
	if line == "^C" {
		return "", repl.ErrInterrupted
	}
	return line, nil
}

func (s *script) Print(text string) { s.log.WriteString(text) }

// play runs a session and returns what a user would have seen.
func play(t *testing.T, session string) (string, error) {
	t.Helper()
	log := new(bytes.Buffer)
	in, err := woma.New(woma.Config{Modules: stdlib.Core(), Stdout: log, Stderr: log, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	c := &script{log: log}
	for line := range strings.Lines(session) {
		line = strings.TrimSuffix(line, "\n")
		if s, ok := strings.CutPrefix(line, ">>> "); ok {
			c.lines = append(c.lines, s)
		} else if s, ok := strings.CutPrefix(line, "... "); ok {
			c.lines = append(c.lines, s)
		}
	}
	err = repl.Run(context.Background(), in, c, func(err error) { log.WriteString(in.Traceback(err)) })
	return log.String(), err
}

// The sessions are copied from CPython 3.13 ("... " stands before empty lines too).
var sessions = map[string]string{
	"values": `>>> 1 + 1
2
>>> _ * 21
42
>>> 'text'
'text'
>>> None
>>> x = 5
>>> x; x + 1
5
6
>>> [1,
... 2]
[1, 2]
>>> """a
... b"""
'a\nb'
>>> 
`,
	"blocks": `>>> for i in range(2):
...     print(i)
... 
0
1
>>> def f(x):
...     return x * 2
... 
>>> f(4)
8
>>> if True: print("one line")
... 
one line
>>> class C:
...     a = 1
... 
...     b = 2
Traceback
>>> @staticmethod
... def g(): pass
... 
>>> try:
...     1/0
... except ZeroDivisionError:
...     print("zero")
... 
zero
>>> x = 1 + \
... 2
>>> x
3
`,
	"errors": `>>> 1/0
Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
    1/0
    ~^~
ZeroDivisionError: division by zero
>>> def f():
...     return undefined
... 
>>> x = 1
>>> f()
Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
    f()
    ~^^
  File "<stdin>", line 2, in f
    return undefined
           ^^^^^^^^^
NameError: name 'undefined' is not defined
>>> x =
  File "<stdin>", line 1
    x =
       ^
SyntaxError: invalid syntax
>>> x
1
>>> ^C

KeyboardInterrupt
>>> (1,
... ^C

KeyboardInterrupt
>>> x
1
`,
}

func TestSessions(t *testing.T) {
	for name, session := range sessions {
		t.Run(name, func(t *testing.T) {
			got, err := play(t, session)
			if err != nil {
				t.Fatal(err)
			}
			want := session + ">>> \n"
			if name == "blocks" {
				want = strings.Replace(want, "... \n...     b = 2\nTraceback\n", "... \n>>>     b = 2\n  File \"<stdin>\", line 1\n    b = 2\nIndentationError: unexpected indent\n", 1)
			}
			if got != want {
				t.Errorf("got:\n%s\nwant:\n%s", got, want)
			}
		})
	}
}

func TestExit(t *testing.T) {
	got, err := play(t, ">>> import sys\n>>> sys.exit(3)\n>>> 1\n")
	var e *py.Exc
	if !errors.As(err, &e) || !e.IsA(py.SystemExit) {
		t.Errorf("%v", err)
	}
	if strings.HasSuffix(got, "1\n") {
		t.Error("goes on after exit")
	}
}

func TestPrompts(t *testing.T) {
	got, _ := play(t, `>>> import sys
>>> sys.ps1 = "woma> "
>>> sys.ps2 = "    > "
>>> (1 +
... 1)
`)
	if want := "woma> (1 +\n    > 1)\n2\nwoma> \n"; !strings.HasSuffix(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestEndInside(t *testing.T) {
	got, err := play(t, ">>> x = (1,\n")
	if err != nil || !strings.Contains(got, "SyntaxError: '(' was never closed") {
		t.Errorf("%v %q", err, got)
	}
}

func TestPlain(t *testing.T) {
	var out bytes.Buffer
	c := repl.NewPlain(strings.NewReader("a\r\nb"), &out)
	for _, want := range []string{"a", "b"} {
		if line, err := c.ReadLine("> "); err != nil || line != want {
			t.Errorf("%q %v, want %q", line, err, want)
		}
	}
	if _, err := c.ReadLine("> "); err != io.EOF {
		t.Errorf("%v", err)
	}
	c.Print("end")
	if out.String() != "> > > end" {
		t.Errorf("%q", out.String())
	}
}
