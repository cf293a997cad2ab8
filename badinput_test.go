package woma_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib"
)

// Sources that no program should have.
func TestOddSources(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	tests := []struct {
		name, src string
		want      *py.Type // nil: runs
	}{
		{"empty", "", nil},
		{"nul", "x\x00y", py.SyntaxError},
		{"bad UTF-8", "x = '\xff'", py.SyntaxError},
		{"truncated UTF-8", "x = '\xc3", py.SyntaxError},
		{"surrogate", "x = '\xed\xa0\x80'", py.SyntaxError},
		{"BOM", "\ufeffx = 1", nil},
		{"latin-1", "# coding: latin-1\nx = '\xe9'\nassert x == '\\xe9'", nil},
		{"unknown coding", "# coding: nonsense\n", py.SyntaxError},
		{"long name", long + " = 1", nil},
		{"long string", "x = '" + long + "'\nassert len(x) == 2**20", nil},
		{"long comment", "#" + long, nil},
		{"long number", "x = " + strings.Repeat("1", 1<<20), py.SyntaxError},
		{"long hex number", "x = 0x" + strings.Repeat("1", 1<<16), nil},
		{"long sum", "x = 1" + strings.Repeat(" + 1", 1<<14), nil},
		{"many lines", strings.Repeat("x = 1\n", 1<<16), nil},
		{"blank lines", strings.Repeat("\n", 1<<20), nil},
		{"blanks", strings.Repeat(" ", 1<<20), nil},
		{"tabs and blanks", "if 1:\n\tx = 1\n        y = 2", py.TabError},
		{"brackets", strings.Repeat("(", 10000), py.SyntaxError},
		{"closed brackets", strings.Repeat("(", 10000) + strings.Repeat(")", 10000), py.SyntaxError},
		{"lists", strings.Repeat("[", 10000) + strings.Repeat("]", 10000), py.SyntaxError},
		{"dicts", strings.Repeat("{1:", 10000), py.SyntaxError},
		{"minus", strings.Repeat("-", 100000) + "1", py.RecursionError},
		{"not", strings.Repeat("not ", 100000) + "1", py.RecursionError},
		{"lambda", strings.Repeat("lambda: ", 100000) + "1", py.RecursionError},
		{"if else", "x = " + strings.Repeat("1 if 1 else ", 100000) + "1", py.RecursionError},
		{"power", "x = 1" + strings.Repeat("**1", 100000), py.RecursionError},
		{"attributes", "x" + strings.Repeat(".a", 100000), py.RecursionError},
		{"calls", "x" + strings.Repeat("()", 100000), py.RecursionError},
		{"await", "async def f():\n " + strings.Repeat("await ", 100000) + "1", py.RecursionError},
		{"indentation", nest(99), nil},
		{"deep indentation", nest(200), py.IndentationError},
		{"elif", "if 0: pass\n" + strings.Repeat("elif 0: pass\n", 3000), nil},
		{"many names", many("x%d = %d\n", 20000), nil},
		{"many locals", "def f():\n" + many(" x%d = %d\n", 3000), nil},
		{"many constants", "x = [" + many("%d.5,%d,\n", 70000) + "]", nil},
		{"many arguments", "print(" + many("%d,%d,", 5000) + "sep='', file=None, end='')if 0 else 0", nil},
		{"many parameters", "def f(" + many("a%d=%d,", 2000) + "): return a1999\nassert f() == 1999", nil},
		{"f-strings in f-strings", strings.Repeat("f'{", 200), py.SyntaxError},
		{"long f-string", "x = f'" + strings.Repeat("{1}", 20000) + "'\nassert len(x) == 20000", nil},
		{"backslash at the end", "x = 1\\", py.SyntaxError},
		{"only a backslash", "\\", py.SyntaxError},
		{"form feed", "\fx = 1\n\f\ny = 2", nil},
		{"carriage returns", "x = 1\ry = 2\rassert y == 2", nil},
		{"not a character", "x = '\\U00110000'", py.SyntaxError},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := newInterp(t, nil)
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			err := in.Exec(ctx, tt.src, "x.py")
			var e *py.Exc
			switch {
			case errors.Is(err, context.DeadlineExceeded):
				t.Error("too slow")
			case tt.want == nil && err != nil:
				t.Errorf("%.300s", err)
			case tt.want != nil && err == nil:
				t.Errorf("no error, want %s", tt.want.Name)
			case tt.want != nil && errors.As(err, &e) && !e.IsA(tt.want) && !tooDeep(e, tt.want):
				t.Errorf("%.300s, want %s", err, tt.want.Name)
			}
		})
	}
}

// tooDeep accepts each of the exceptions that CPython has for what nests too deeply.
func tooDeep(e *py.Exc, want *py.Type) bool {
	return want == py.RecursionError && (e.IsA(py.MemoryError) || e.IsA(py.SyntaxError) || e.IsA(py.NameError) || e.IsA(py.AttributeError))
}

func nest(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i) + "if 1:\n")
	}
	b.WriteString(strings.Repeat(" ", n) + "x = 1\n")
	return b.String()
}

// many repeats a pattern with two %d, both of them the number.
func many(pattern string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(pattern, "%d", itoa(i)))
	}
	return b.String()
}

// Every beginning of a real program compiles or is a SyntaxError.
func TestTruncatedSources(t *testing.T) {
	src, err := os.ReadFile("tests/language/bigprograms.py")
	must(t, err)
	in := newInterp(t, nil)
	step := 1
	if testing.Short() {
		step = 17
	}
	for i := 0; i < len(src); i += step {
		compileOrFail(t, in, string(src[:i]))
	}
}

// Every program with one byte missing or doubled compiles or is a SyntaxError.
func TestDamagedSources(t *testing.T) {
	src, err := os.ReadFile("tests/language/match.py")
	must(t, err)
	in := newInterp(t, nil)
	step := 3
	if testing.Short() {
		step = 31
	}
	for i := 0; i < len(src); i += step {
		compileOrFail(t, in, string(src[:i])+string(src[i+1:]))
		compileOrFail(t, in, string(src[:i])+"("+string(src[i:]))
		compileOrFail(t, in, string(src[:i])+"'"+string(src[i:]))
		compileOrFail(t, in, string(src[:i])+"\n"+string(src[i:]))
	}
}

func compileOrFail(t *testing.T, in *woma.Interp, src string) {
	t.Helper()
	err := in.Do(context.Background(), func(th *py.Thread) error {
		_, err := th.Interp.Machine.Compile(th, []byte(src), "x.py", "exec", py.CompileFlags{})
		return err
	})
	if err != nil && !py.ErrIs(err, py.SyntaxError) {
		t.Fatalf("%v\n%s", err, src)
	}
}

// Operations that a program should not ask for.
func TestOddOperations(t *testing.T) {
	tests := []struct{ src, want string }{
		{"'x' * 10**12", "MemoryError|OverflowError"},
		{"10**10**9", "MemoryError|OverflowError"},
		{"[0] * 10**12", "MemoryError"},
		{"[0] * 10**20", "OverflowError"},
		{"(0,) * 10**12", "MemoryError"},
		{"b'' .ljust(10**12)", "MemoryError"},
		{"bytes(10**12)", "MemoryError"},
		{"bytearray(-1)", "ValueError"},
		{"1 << 10**12", "MemoryError|OverflowError"},
		{"1 << 10**20", "OverflowError|MemoryError"},
		{"1.0 ** 10**400", "OverflowError"},
		{"int('9' * 5000)", "ValueError"},
		{"str(10**5000)", "ValueError"},
		{"'%.1000000000000f' % 1", "ValueError|OverflowError"},
		{"'{:.1000000000000f}'.format(1)", "ValueError"},
		{"'{:99999999999999999999}'.format(1)", "ValueError"},
		{"range(10**30).__len__()", "OverflowError"},
		{"chr(-1)", "ValueError"},
		{"chr(10**10)", "ValueError|OverflowError"},
		{"'a'.encode('utf-8')['x']", "TypeError"},
		{"[3, 1, 2].sort(key=lambda x: 1 / 0)", "ZeroDivisionError"},
		{"[3, 'a', 2].sort()", "TypeError"},
		{"l = [3, 1, 2]\nl.sort(key=lambda x: l.append(x) or x)", "ValueError"},
		{"d = {1: 2}\nfor k in d: d[k + 1] = 0", "RuntimeError"},
		{"d = {1: 2, 3: 4}\nfor k in d: del d[k]", "RuntimeError"},
		{"s = {1, 2}\nfor k in s: s.add(k + 10)", "RuntimeError"},
		{"class E:\n def __eq__(s, o): d.clear(); return True\n def __hash__(s): return 1\nd = {E(): 1, 2: 3}\nd[E()]", "KeyError|None"},
		{"class H:\n def __hash__(s): return 'x'\n{H(): 1}", "TypeError"},
		{"class L:\n def __len__(s): return -1\nlen(L())", "ValueError"},
		{"class L:\n def __len__(s): return 10**30\nlen(L())", "OverflowError"},
		{"class I:\n def __index__(s): return 'x'\n[1][I()]", "TypeError"},
		{"class B:\n def __bool__(s): return 2\nbool(B())", "TypeError"},
		{"class S:\n def __str__(s): return 5\nstr(S())", "TypeError"},
		{"class R:\n def __repr__(s): return None\nrepr(R())", "TypeError"},
		{"class I:\n def __iter__(s): return s\nlist(I())", "TypeError"},
		{"class I:\n def __iter__(s): return s\n def __next__(s): raise OSError('x')\nlist(I())", "OSError"},
		{"x = []\nx.extend(x)\nx.append(x)\nrepr(x)\nx == x\nhash(x)", "TypeError"},
		{"x = []\nx.append(x)\ny = []\ny.append(y)\nx == y", "RecursionError"},
		{"import sys\nsys.setrecursionlimit(10**9)\ndef f(): f()\nf()", "RecursionError|MemoryError|OverflowError"},
		{"def f(): f()\nf()", "RecursionError"},
		{"x = type('X', (), {})\nfor i in range(2000): x = type('X', (x,), {})\nx()", "RecursionError|None"},
		{"import sys\nsys.exit(1)", "SystemExit"},
		{"print('x', file=5)", "AttributeError"},
		{"import sys\nsys.stdout = None\nprint('x')\ndel sys.stdout\nprint('x')", "RuntimeError"},
		{"import io\nf = io.StringIO('x')\nf.close()\nf.read()", "ValueError"},
		{"open('/no/such')", "PermissionError"},
		{"exec('exec(' * 50 + '\"1\"' + ')' * 50)", "None|MemoryError|SyntaxError|TypeError"},
		{"s = '1'\nfor i in range(12): s = 'eval(' + repr(s) + ')'\neval(s)", "None"},
		{"def f():\n try: f()\n finally: f()\nf()", "cancelled"}, // exponential
		{"def f():\n try: f()\n finally: pass\nf()", "RecursionError"},
		{"def f():\n try: f()\n except RecursionError: raise KeyError\nf()", "KeyError"},
		{"g = (g for _ in [1])\nnext(g); g = (next(g) for _ in [1]); next(g)", "ValueError|StopIteration|RuntimeError"},
		{"import gc\nclass D:\n def __del__(s): 1 / 0\nD()\ngc.collect()", "None"},
		{"type('X' * 10**7, (), {}).__name__.upper()", "None"},
		{"a = b = {}\nfor i in range(100000): b['x'] = b = {}\nrepr(a)", "RecursionError"},
		{"a = ()\nfor i in range(100000): a = (a,)\nhash(a)", "RecursionError"},
		{"a = []\nfor i in range(100000): a = [a]\ndel a", "None"},
		{"e = None\nfor i in range(10000):\n try:\n  raise ValueError from e\n except ValueError as x: e = x\nraise e", "ValueError"},
		{"from functools import partial\np = print\nfor i in range(100000): p = partial(p)\nstr(p)", "RecursionError|None"},
		{"it = iter([])\nfor i in range(100000): it = map(str, it)\nlist(it)", "RecursionError"},
		{"it = iter([])\nfor i in range(100000): it = (x for x in it)\nlist(it)", "RecursionError"},
		{"import itertools\nlist(itertools.repeat(1))", "MemoryError"},
		{"''.join(str(i) for i in iter(int, 1))", "MemoryError"},
		{"sum([[1] * 10**6] * 10**6, [])", "MemoryError|cancelled"},
		{"int.__new__(str)", "TypeError"},
		{"object.__new__(int)", "TypeError"},
		{"str.upper(5)", "TypeError"},
		{"type.__call__(int, 'x')", "ValueError"},
		{"type.__new__(type, 'X', (int, str), {})", "TypeError"},
		{"(lambda: 0).__code__ = 5", "TypeError|AttributeError"},
		{"(lambda: 0).__class__ = int", "TypeError"},
		{"(5).__class__ = str", "TypeError"},
		{"class A: pass\nclass B(A): pass\nA.__bases__ = (B,)", "TypeError"},
		{"class A(int): __slots__ = ('x',)", "TypeError"},
		{"int.x = 5", "TypeError"},
		{"del int.real", "TypeError"},
		{"import builtins\nbuiltins.__dict__.clear()\nprint", "NameError"},
		{"import sys\nsys.modules.clear()\nimport math", "None|ImportError|KeyError"},
		{"import sys\nsys.modules['sys'] = 5\nimport sys\nsys.x", "AttributeError"},
		{"globals().clear()\nx", "NameError"},
		{"__builtins__ = 5\nprint", "None|NameError|TypeError"},
		{"exec('x = 1', {'__builtins__': {}})\nexec('print', {'__builtins__': {}})", "NameError"},
	}
	for _, tt := range tests {
		t.Run(tt.src, func(t *testing.T) {
			in, err := woma.New(woma.Config{Modules: stdlib.All(), Stdout: new(bytes.Buffer), Stderr: new(bytes.Buffer), MaxMemory: 128 << 20})
			must(t, err)
			limit := 2 * time.Minute
			if strings.Contains(tt.want, "cancelled") {
				limit = 2 * time.Second
			}
			ctx, cancel := context.WithTimeout(context.Background(), limit)
			defer cancel()
			err = in.Exec(ctx, tt.src, "x.py")
			got := "None"
			var e *py.Exc
			if errors.Is(err, context.DeadlineExceeded) {
				got = "cancelled"
			} else if errors.As(err, &e) {
				got = e.Class().Name
				in.Traceback(err)
			}
			if !strings.Contains("|"+tt.want+"|", "|"+got+"|") {
				t.Errorf("%s: %.200v, want %s", got, err, tt.want)
			}
			in.CloseContext(ctx)
		})
	}
}
