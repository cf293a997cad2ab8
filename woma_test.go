package woma_test

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"math/big"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib"
)

func newInterp(t *testing.T, out *bytes.Buffer) *woma.Interp {
	t.Helper()
	c := woma.Config{Modules: stdlib.All()}
	if out != nil {
		c.Stdout = out
	}
	in, err := woma.New(c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	return in
}

func TestConversions(t *testing.T) {
	two70 := new(big.Int).Lsh(big.NewInt(1), 70)
	word := "abc"
	tests := []struct {
		in   any
		repr string
		out  any
	}{
		{nil, "None", nil},
		{true, "True", true},
		{-7, "-7", int64(-7)},
		{uint8(200), "200", int64(200)},
		{uint64(1 << 63), "9223372036854775808", new(big.Int).Lsh(big.NewInt(1), 63)},
		{two70, "1180591620717411303424", two70},
		{1.5, "1.5", 1.5},
		{float32(0.25), "0.25", 0.25},
		{complex(1, -2), "(1-2j)", complex(1, -2)},
		{"héé", "'héé'", "héé"},
		{[]byte{0, 255}, `b'\x00\xff'`, []byte{0, 255}},
		{[]int{1, 2}, "[1, 2]", []any{int64(1), int64(2)}},
		{[2]string{"a", "b"}, "['a', 'b']", []any{"a", "b"}},
		{[]any{nil, "x", []any{}}, "[None, 'x', []]", []any{nil, "x", []any{}}},
		{map[string]any{"k": 1}, "{'k': 1}", map[string]any{"k": int64(1)}},
		{map[int]bool{3: false}, "{3: False}", map[any]any{int64(3): false}},
		{&word, "'abc'", "abc"},
		{(*string)(nil), "None", nil},
		{time.Second, "1000000000", int64(1000000000)},
	}
	in := newInterp(t, nil)
	ctx := context.Background()
	for _, tt := range tests {
		if err := in.Set("x", tt.in); err != nil {
			t.Errorf("%#v: %v", tt.in, err)
			continue
		}
		r, err := in.Call(ctx, "repr", first(in.Get("x")))
		if err != nil {
			t.Errorf("%#v: repr: %v", tt.in, err)
			continue
		}
		if s, _ := woma.FromPython(r); s != tt.repr {
			t.Errorf("%#v: repr %s, want %s", tt.in, s, tt.repr)
		}
		back, err := woma.FromPython(first(in.Get("x")))
		if err != nil || !reflect.DeepEqual(back, tt.out) {
			t.Errorf("%#v: comes back as %#v (%v), want %#v", tt.in, back, err, tt.out)
		}
	}
	if _, err := woma.ToPython(make(chan int)); err == nil {
		t.Error("a channel became a Python value")
	}
	if _, err := woma.ToPython(struct{}{}); err == nil {
		t.Error("a struct became a Python value")
	}
	cycle := []any{nil}
	cycle[0] = cycle
	if _, err := woma.ToPython(cycle); err == nil {
		t.Error("a slice that contains itself became a Python value")
	}
	must(t, in.Exec(ctx, "l = []; l.append(l)\nclass C: pass\nc = C()\nm = {1: 2, 'a': (1, 2), (1, 2): 3}\ns = {5}", "x.py"))
	if _, err := woma.FromPython(first(in.Get("l"))); err == nil {
		t.Error("a list that contains itself became a Go value")
	}
	c := first(in.Get("c"))
	if x, err := woma.FromPython(c); err != nil || x != any(c) {
		t.Errorf("an object comes back as %v, %v", x, err)
	}
	m, _ := woma.FromPython(first(in.Get("m")))
	if mm, ok := m.(map[any]any); !ok || mm[int64(1)] != int64(2) || !reflect.DeepEqual(mm["a"], []any{int64(1), int64(2)}) || len(mm) != 3 {
		t.Errorf("dict comes back as %#v", m)
	}
	if s, _ := woma.FromPython(first(in.Get("s"))); !reflect.DeepEqual(s, []any{int64(5)}) {
		t.Errorf("set comes back as %#v", s)
	}
}

func first[T, U any](x T, _ U) T { return x }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestModulesNeeded(t *testing.T) {
	if _, err := woma.New(woma.Config{}); err == nil || !strings.Contains(err.Error(), "stdlib") {
		t.Errorf("New without modules: %v", err)
	}
}

func TestCall(t *testing.T) {
	in := newInterp(t, nil)
	ctx := context.Background()
	must(t, in.Exec(ctx, "class A:\n    def f(self, x): return x * 2\na = A()", "x.py"))
	v, err := in.Call(ctx, "a.f", "ab")
	if err != nil || !py.IsStr(v) || py.As[py.Str](v).String() != "abab" {
		t.Errorf("a.f: %v %v", v, err)
	}
	if _, err := in.Call(ctx, "nothing"); !py.ErrIs(err, py.NameError) {
		t.Errorf("nothing: %v", err)
	}
	if _, err := in.Call(ctx, "a.g"); !py.ErrIs(err, py.AttributeError) {
		t.Errorf("a.g: %v", err)
	}
	if _, err := in.Call(ctx, 7); err == nil {
		t.Error("called 7")
	}
	if _, err := in.Call(ctx, "a"); !py.ErrIs(err, py.TypeError) {
		t.Errorf("a: %v", err)
	}
}

// What is not granted is not there.
func TestNothingGranted(t *testing.T) {
	in := newInterp(t, nil)
	ctx := context.Background()
	for _, src := range []string{"open('x')", "open('x', 'w')", "import os; os.listdir()", "import os; os.stat('.')", "import os; os.mkdir('x')"} {
		err := in.Exec(ctx, src, "x.py")
		if !py.ErrIs(err, py.PermissionError) {
			t.Errorf("%s: %v, want PermissionError", src, err)
		}
	}
	if err := in.ExecFile(ctx, "x.py"); !py.ErrIs(err, py.PermissionError) {
		t.Errorf("ExecFile: %v", err)
	}
	must(t, in.Exec(ctx, "import sys, os\nassert sys.argv == [''], sys.argv\nassert not os.environ, os.environ\nassert sys.stdin.read() == ''\nprint('lost')", "x.py"))
	if err := in.Exec(ctx, "import os; os.urandom(1)", "x.py"); err == nil {
		t.Error("os.urandom works without Config.Random")
	}
}

// Loops, handlers that catch everything and long builtins all end.
func TestCancel(t *testing.T) {
	programs := map[string]string{
		"loop":       "while True: pass",
		"for":        "from itertools import count\nfor i in count(): pass",
		"call":       "def f(): pass\nwhile True: f()",
		"handler":    "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
		"nested":     "while True:\n  try:\n    while True:\n      try:\n        while True: pass\n      except BaseException: continue\n  except: pass",
		"finally":    "def f():\n    while True:\n        try:\n            while True: pass\n        finally: continue\nf()",
		"generator":  "def g():\n    while True:\n        try: yield\n        except BaseException: pass\nfor x in g(): pass",
		"sum":        "sum(range(10**12))",
		"list":       "max(range(10**12))",
		"in":         "-1.5 in iter(range(10**12))",
		"regex":      "import re\nre.match('(a*)*b', 'a' * 100)",
		"sub":        "import re\nre.sub('(?:x+x+)+y', '', 'x' * 50)",
		"contextman": "class C:\n    def __enter__(s): return s\n    def __exit__(s, *a): return True\nwhile True:\n    with C():\n        while True: pass",
	}
	for name, src := range programs {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := newInterp(t, nil)
			ctx, cancel := context.WithTimeout(context.Background(), 30*time.Millisecond)
			defer cancel()
			done := make(chan error, 1)
			go func() { done <- in.Exec(ctx, src, "x.py") }()
			select {
			case err := <-done:
				if !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("%v", err)
				}
				var exc *py.Exc
				if !errors.As(err, &exc) || !exc.IsA(py.KeyboardInterrupt) {
					t.Errorf("not a KeyboardInterrupt: %v", err)
				}
			case <-time.After(20 * time.Second):
				t.Fatal("does not end")
			}
			// The interpreter is usable afterwards.
			must(t, in.Exec(context.Background(), "x = 1\nfor i in range(100000): x += 1", "x.py"))
		})
	}
}

func TestInterrupt(t *testing.T) {
	in := newInterp(t, nil)
	time.AfterFunc(20*time.Millisecond, in.Interrupt)
	must(t, in.Exec(context.Background(), "try:\n    while True: pass\nexcept KeyboardInterrupt: ok = True", "x.py"))
	if v := first(in.Get("ok")); v != py.True {
		t.Error("not interrupted")
	}
}

func TestCancelledBefore(t *testing.T) {
	in := newInterp(t, nil)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := in.Exec(ctx, "x = 1", "x.py"); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if _, ok := in.Get("x"); ok {
		t.Error("it ran")
	}
}

func TestClose(t *testing.T) {
	var out bytes.Buffer
	in := newInterp(t, &out)
	must(t, in.Exec(context.Background(), "import atexit\natexit.register(print, 'first')\natexit.register(print, 'second')\nprint('body')", "x.py"))
	must(t, in.Close())
	if got := out.String(); got != "body\nsecond\nfirst\n" {
		t.Errorf("%q", got)
	}
	if err := in.Exec(context.Background(), "1", "x.py"); err != woma.ErrClosed {
		t.Errorf("%v", err)
	}
	must(t, in.Close())
}

// Interpreters share nothing that changes: many run at the same time, and the race
// detector watches.
func TestConcurrent(t *testing.T) {
	const src = `
import math, json, collections, itertools, functools
class P:
    def __init__(self, x): self.x = x
    def __add__(self, o): return P(self.x + o.x)
def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
@functools.lru_cache
def g(n): return n * me
total = sum(fib(n) for n in range(15))
p = functools.reduce(lambda a, b: a + b, [P(i) for i in range(100)])
d = {str(i): [i, i * 1.5, None, {"k": "é" * (i % 5)}] for i in range(200)}
assert json.loads(json.dumps(d)) == d
words = sorted(d, key=lambda w: (len(w), w), reverse=True)
try:
    {}['missing']
except KeyError as e:
    text = repr(e)
result = f"{me} {total} {p.x} {len(words)} {text} {g(me)} {math.sqrt(me * me):.1f}"
`
	var wg sync.WaitGroup
	for i := range 16 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			in, err := woma.New(woma.Config{Modules: stdlib.All()})
			if err != nil {
				t.Error(err)
				return
			}
			defer in.Close()
			in.Set("me", i)
			if err := in.Exec(context.Background(), src, "x.py"); err != nil {
				t.Error(in.Traceback(err))
				return
			}
			v, _ := in.Get("result")
			got, _ := woma.FromPython(v)
			want := strings.NewReplacer("N", itoa(i), "Q", itoa(i*i)).Replace("N 986 4950 200 KeyError('missing') Q N.0")
			if got != want {
				t.Errorf("%v, want %s", got, want)
			}
		}()
	}
	wg.Wait()
}

func itoa(n int) string { return big.NewInt(int64(n)).String() }

// One interpreter may be used from many goroutines; they take turns.
func TestTurns(t *testing.T) {
	in := newInterp(t, nil)
	ctx := context.Background()
	must(t, in.Exec(ctx, "n = 0\ndef add():\n    global n\n    for i in range(1000): n += 1", "x.py"))
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if _, err := in.Call(ctx, "add"); err != nil {
				t.Error(err)
			}
		}()
	}
	wg.Wait()
	if v := first(in.Get("n")); v != py.Int(8000) {
		t.Errorf("n = %v", v.I())
	}
}

func TestMemoryLimit(t *testing.T) {
	in, err := woma.New(woma.Config{Modules: stdlib.Core(), MaxMemory: 128 << 20})
	must(t, err)
	defer in.Close()
	for _, src := range []string{
		"'x' * 10**12", "[0] * 10**12", "b'x' * 10**15", "10**10**9", "bytearray(10**14)", "'%1000000000000d' % 1",
		"1 << 10**15", "' '.join(['x' * 10**9] * 1000)", "x = []\nwhile True: x.append('y' * 100000 + str(len(x)))", "tuple(range(10**13))", "(1,) * 10**13",
		"x = 'ab'\nwhile True: x += x", "'{:1000000000000}'.format('')", "x = 3\nwhile True: x *= x", "list(range(10**12))", "'a'.ljust(10**13)", "bytes(10**14)",
		"'aaa'.replace('', 'b' * 10**9)", "range(10**30)[10**29]; '\\t'.expandtabs(10**15)",
	} {
		err := in.Exec(context.Background(), src, "x.py")
		if !py.ErrIs(err, py.MemoryError) && !py.ErrIs(err, py.OverflowError) && !py.ErrIs(err, py.ValueError) {
			t.Errorf("%s: %v", src, err)
		}
	}
}

func TestRecursion(t *testing.T) {
	in := newInterp(t, nil)
	for _, src := range []string{
		"def f(): f()\nf()", "class A:\n    def __getattr__(s, n): return getattr(s, n)\nA().x", "class A:\n    def __eq__(s, o): return s == o\nA() == A()",
		"class A:\n    def __repr__(s): return repr(s)\nrepr(A())", "x = []\nfor i in range(100000): x = [x]\nrepr(x)", "f = lambda: [f() for _ in '1']\nf()",
		"def g(): yield from g()\nlist(g())", "x = y = None\nfor i in range(100000): x = [x]; y = [y]\nx == y", "class A:\n    def __call__(s): return s()\nA()()",
		"import functools\ndef f(): return functools.reduce(lambda a, b: f(), [1, 2])\nf()", "def f(): sorted([1, 2], key=lambda x: f())\nf()",
		"class A:\n    def __init__(s): A()\nA()", "class A:\n    def __hash__(s): return hash(s)\n{A(): 1}", "class M(type):\n    def __instancecheck__(c, o): return isinstance(o, c)\nclass A(metaclass=M): pass\nisinstance(1, A)",
	} {
		if err := in.Exec(context.Background(), src, "x.py"); !py.ErrIs(err, py.RecursionError) {
			t.Errorf("%s: %v", src, err)
		}
	}
}

func TestErrorsAreGoErrors(t *testing.T) {
	in := newInterp(t, nil)
	err := in.ExecFile(context.Background(), "x.py")
	if errors.Is(err, fs.ErrPermission) {
		t.Log("OSError keeps its Go error")
	}
	err = in.Exec(context.Background(), "raise ValueError('bad', 1)", "x.py")
	if err == nil || err.Error() != "ValueError: ('bad', 1)" {
		t.Errorf("%v", err)
	}
	err = in.Exec(context.Background(), "x = (", "x.py")
	if !py.ErrIs(err, py.SyntaxError) {
		t.Errorf("%v", err)
	}
}
