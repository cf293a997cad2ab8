package woma_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/internal/hostfs"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// timeLimit is for one program; the slowest takes a twentieth of it on an idle machine.
const timeLimit = 5 * time.Minute

// TestPython runs every .py below tests and examples that has an .exp beside it and
// compares its standard output. CPython 3.13 wrote the .exp files (a program's first
// lines say so where it was something else). A program that ends with an exception
// has its last line, "ValueError: text", at the end. __file__ and sys.path[0] are
// relative to the root of the repository.
func TestPython(t *testing.T) {
	for _, root := range []string{"tests", "examples"} {
		for _, path := range pythonFiles(t, root) {
			exp := strings.TrimSuffix(path, ".py") + ".exp"
			if _, err := os.Stat(exp); err != nil {
				continue
			}
			t.Run(strings.TrimSuffix(filepath.ToSlash(path), ".py"), func(t *testing.T) {
				t.Parallel()
				want, err := os.ReadFile(exp)
				if err != nil {
					t.Fatal(err)
				}
				got, failure := runPython(t, path)
				if got = normalise(got); got != normalise(string(want)) {
					t.Errorf("%s\n%s", difference(got, normalise(string(want))), failure)
				}
			})
		}
	}
}

// TestJIT runs the same programs with loops that become machine code as soon as they
// jump back for the third time, which also puts the end of a slice of steps everywhere.
func TestJIT(t *testing.T) {
	for _, root := range []string{"tests", "examples"} {
		for _, path := range pythonFiles(t, root) {
			want, err := os.ReadFile(strings.TrimSuffix(path, ".py") + ".exp")
			if err != nil {
				continue
			}
			t.Run(strings.TrimSuffix(filepath.ToSlash(path), ".py"), func(t *testing.T) {
				t.Parallel()
				got, failure := runPython(t, path, func(c *woma.Config) { c.JIT, c.SliceSteps = true, 3 })
				if got = normalise(got); got != normalise(string(want)) {
					t.Errorf("%s\n%s", difference(got, normalise(string(want))), failure)
				}
			})
		}
	}
}

// TestEveryProgramIsRun fails for a .py below tests that no test looks at.
func TestEveryProgramIsRun(t *testing.T) {
	for _, path := range pythonFiles(t, "tests") {
		dir := filepath.ToSlash(filepath.Dir(path))
		exp := strings.TrimSuffix(path, ".py") + ".exp"
		if _, err := os.Stat(exp); err == nil {
			continue
		}
		if strings.HasPrefix(dir, "tests/errors") || strings.Contains(dir+"/", "/lib/") {
			continue // errors has its own test; lib folders are imported by programs
		}
		t.Errorf("%s has no .exp", path)
	}
}

func pythonFiles(t *testing.T, root string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".py") {
			out = append(out, path)
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return out
}

// runPython runs a file in a fresh interpreter and returns what it printed on
// stdout, followed by the last line of the traceback if it failed; and for the
// report what went to stderr.
func runPython(t *testing.T, path string, options ...func(*woma.Config)) (out, traceback string) {
	t.Helper()
	var buf, stderr bytes.Buffer
	in, err := newHosted(&buf, &stderr, path, options...)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeLimit)
	defer cancel()
	err = in.ExecFile(ctx, path)
	var exc *py.Exc
	switch {
	case err == nil:
	case errors.As(err, &exc) && exc.IsA(py.SystemExit):
		err = nil
	default:
		traceback = in.Traceback(err)
	}
	if e := in.CloseContext(ctx); e != nil {
		traceback += in.Traceback(e)
	}
	if err != nil {
		buf.WriteString(exceptionLine(traceback) + "\n")
	}
	return buf.String(), stderr.String() + traceback
}

// newHosted returns an interpreter that has the machine's files and clock.
func newHosted(stdout, stderr *bytes.Buffer, path string, options ...func(*woma.Config)) (*woma.Interp, error) {
	config := woma.Config{
		Modules: stdlib.All(),
		Stdout:  stdout,
		Stderr:  stderr,
		Args:    []string{path},
		Path:    []string{filepath.Dir(path)},
		FS:      hostfs.New(),
		Now:     time.Now,
		Random:  hostfs.Random,
		Env:     os.Environ(),
	}
	for _, f := range options {
		f(&config)
	}
	return woma.New(config)
}

// exceptionLine returns the last line of a traceback.
func exceptionLine(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	return lines[len(lines)-1]
}

// normalise removes what CPython may print differently without being wrong: the
// traceback of an uncaught exception but its last line, and line ends.
func normalise(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	if i := strings.LastIndex("\n"+s, "\nTraceback (most recent call last):\n"); i >= 0 && !strings.Contains(s[i:], "\n\n") {
		rest := s[i:]
		if j := strings.Index(rest, "\n  File "); j > 0 {
			if last := exceptionLine(rest); strings.HasSuffix(rest, last+"\n") && regexp.MustCompile(`^[A-Za-z_.]+(:|$)`).MatchString(last) {
				s = s[:i] + last + "\n"
			}
		}
	}
	return s
}

// difference shows the first line in which two texts differ, with its neighbours.
func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	i := 0
	for i < len(g) && i < len(w) && g[i] == w[i] {
		i++
	}
	line := func(lines []string, i int) string {
		if i < len(lines) {
			if len(lines[i]) > 300 {
				return lines[i][:300] + "…"
			}
			return lines[i]
		}
		return "(end)"
	}
	return "output line " + strconv.Itoa(i+1) + ":\n got: " + line(g, i) + "\nwant: " + line(w, i) +
		"\nnext\n got: " + line(g, i+1) + "\nwant: " + line(w, i+1)
}

var errorComment = regexp.MustCompile(`# error: (".*")\s*$`)

// TestErrors runs the files in tests/errors. Each holds pieces divided by lines of
// "---"; a piece must fail, with an exception whose text matches the regexp in the
// comment
//
//	# error: "regexp"
//
// and whose innermost line in the file is the one with the comment.
func TestErrors(t *testing.T) {
	for _, path := range pythonFiles(t, filepath.Join("tests", "errors")) {
		exp := strings.TrimSuffix(path, ".py") + ".exp"
		if _, err := os.Stat(exp); err == nil {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.ToSlash(path), ".py"), func(t *testing.T) {
			t.Parallel()
			first := 1
			for _, piece := range strings.SplitAfter("\n"+string(text), "\n---\n") {
				n := strings.Count(piece, "\n")
				checkError(t, path, strings.TrimSuffix(piece, "---\n"), first-1)
				first += n
			}
		})
	}
}

func checkError(t *testing.T, path, src string, skipped int) {
	wantLine, want := 0, ""
	for i, line := range strings.Split(src, "\n") {
		if m := errorComment.FindStringSubmatch(line); m != nil {
			text, err := strconv.Unquote(m[1])
			if err != nil || want != "" {
				t.Errorf("%s:%d: bad or second comment", path, skipped+i)
			}
			wantLine, want = i+1, text
		}
	}
	if want == "" {
		t.Errorf("%s:%d: no error comment in this piece", path, skipped)
		return
	}
	in, err := newHosted(new(bytes.Buffer), new(bytes.Buffer), path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	ctx, cancel := context.WithTimeout(context.Background(), timeLimit)
	defer cancel()
	err = in.Exec(ctx, src, path)
	var exc *py.Exc
	if !errors.As(err, &exc) {
		t.Errorf("%s:%d: no exception, want %q", path, skipped+wantLine-1, want)
		return
	}
	if ok, e := regexp.MatchString("^(?:"+want+")$", exc.Error()); e != nil || !ok {
		t.Errorf("%s:%d: %s\nwant: %s", path, skipped+wantLine-1, exc.Error(), want)
	}
	if line := errorLine(exc, path); line != wantLine {
		t.Errorf("%s:%d: %s is reported for line %d", path, skipped+wantLine-1, exc.Error(), skipped+line-1)
	}
}

// errorLine returns the innermost line of a file that a traceback, or a syntax
// error, names.
func errorLine(exc *py.Exc, path string) int {
	line := 0
	for tb := exc.TB; tb != nil; tb = tb.Next {
		if tb.Code != nil && tb.Code.FileName() == path {
			n := tb.Line
			if n == 0 {
				n, _, _, _ = tb.Code.Position(tb.PC)
			}
			line = int(n)
		}
	}
	if line == 0 && exc.IsA(py.SyntaxError) {
		if v, err := py.LookupAttr(nil, exc.Value(), py.Name("lineno")); err == nil && v.Bound() && v.IsInt() {
			line = int(v.I())
		}
	}
	return line
}
