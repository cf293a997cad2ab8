package vm_test

import (
	"strings"
	"testing"

	"github.com/woma-lang/woma/internal/vm"
	"github.com/woma-lang/woma/py"
)

// run executes a program on a machine that has no modules and few builtins, among them
// out, and returns what out was given.
func run(t *testing.T, maxDepth int, src string) (out []string, err error) {
	t.Helper()
	in := &py.Interp{Modules: py.NewDictSize(1), MaxDepth: maxDepth}
	th := vm.New(in)
	in.OnInterrupt = func(*py.Thread) error { return nil }
	in.Builtins = py.NewDict()
	in.Builtins.SetItem("out", py.NewNative("out(*args)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		for _, v := range a.Rest() {
			s, err := py.Repr(t, v)
			if err != nil {
				return py.Nil, err
			}
			out = append(out, s.String())
		}
		return py.None, nil
	}))
	in.Builtins.SetItem("__build_class__", py.NewNative("__build_class__(*args)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		return in.Machine.BuildClass(t, a.Rest(), nil)
	}))
	main := py.NewModuleObj(in, "__main__")
	main.Dict.SetItem("__builtins__", py.NewModuleObj(in, "builtins").Value())
	in.BuiltinM = main.Value()
	code, err := in.Machine.Compile(th, []byte(src), "x.py", "exec", py.CompileFlags{Optimize: -1})
	if err != nil {
		return nil, err
	}
	main.Dict.SetItem("out", in.Builtins.GetItem("out"))
	_, err = in.Machine.Run(th, code, main.Dict, py.Nil)
	return out, err
}

// Registers and frames: calls, closures, generators, handlers, growth of both stacks.
func TestMachine(t *testing.T) {
	for _, tt := range []struct{ src, want string }{
		{"out(1 + 2 * 3)", "7"},
		{"a, *b, c = [1, 2, 3, 4]\nout(a, b, c)", "1 [2, 3] 4"},
		{"def f(n): return 1 if n < 2 else n * f(n - 1)\nout(f(20), f(25))", "2432902008176640000 15511210043330985984000000"},
		{"def f(n): return 0 if n == 0 else 1 + f(n - 1)\nout(f(900))", "900"},
		{"def f():\n n = 0\n def g():\n  nonlocal n\n  n += 1\n  return n\n return g\ng = f(); g()\nout(g())", "2"},
		{"def g(n):\n if n: yield from g(n - 1)\n yield n\nout([x for x in g(50)][-1])", "50"},
		{"def g():\n try:\n  while 1: yield\n finally: out('closed')\nx = g(); x.send(None); x.close()", "'closed'"},
		{"try:\n try: 1 / 0\n finally: out(1)\nexcept 5 .__class__.__mro__[1]: pass", "error"},
		{"def f(a, b=2, *c, d, e=5, **k): return [a, b, c, d, e, k]\nout(f(1, d=4, z=9), f(1, 2, 3, 4, d=0))", "[1, 2, (), 4, 5, {'z': 9}] [1, 2, (3, 4), 0, 5, {}]"},
		{"x = [i * j for i in [1, 2] for j in [3, 4] if i + j > 4]\nout(x, {k: v for k, v in [(1, 2)]}, {1, 1})", "[4, 6, 8] {1: 2} {1}"},
		{"match {'k': [1, (2, 3)]}:\n case {'k': [a, (b, c)], **rest}: out(a, b, c, rest)", "1 2 3 {}"},
		{"def f(" + params(300) + "): return p299\nout(f(" + numbers(300) + "))", "299"},
		{"x = 0\nwhile x < 100000: x += 1\nout(x)", "100000"},
		{"out(f'{1 + 1!r:>5}|{\"x\"}')", `'    2|x'`},
	} {
		out, err := run(t, 0, tt.src)
		got := strings.Join(out, " ")
		if tt.want == "error" {
			if err == nil || got != "1" {
				t.Errorf("%s: %v, %s", tt.src, err, got)
			}
			continue
		}
		if err != nil || got != tt.want {
			t.Errorf("%s: %s (%v), want %s", tt.src, got, err, tt.want)
		}
	}
}

func params(n int) string {
	var s []string
	for i := range n {
		s = append(s, "p"+string(py.AppendInt(nil, py.Int(int64(i)))))
	}
	return strings.Join(s, ", ")
}

func numbers(n int) string { return strings.ReplaceAll(params(n), "p", "") }

// A function of Python counts one towards the recursion limit, whether Python or
// native code has called it, and the module counts as well.
func TestRecursionLimit(t *testing.T) {
	for _, src := range []string{
		"def f():\n out(1)\n f()\nf()",
		"def f():\n out(1)\n yield from f()\n[*f()]",
		"class A:\n def __repr__(s):\n  out(1)\n  out(s)\nout(A())",
		"class A:\n def __getattr__(s, n):\n  out(1)\n  return s.x\nA().x",
		"class A:\n def __eq__(s, o):\n  out(1)\n  return [s] == [o]\nA() == 1",
	} {
		for _, limit := range []int{50, 1000} {
			out, err := run(t, limit, src)
			if !py.ErrIs(err, py.RecursionError) || len(out) != limit-1 {
				t.Errorf("limit %d: %v after %d calls\n%s", limit, err, len(out), src)
			}
		}
	}
}
