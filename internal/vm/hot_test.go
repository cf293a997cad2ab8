package vm

import (
	"testing"

	"github.com/woma-lang/woma/internal/jit"
	"github.com/woma-lang/woma/py"
)

// TestHotLoops looks whether loops do become machine code: each runs n = 100000 rounds
// of a loop, nearly all of which must run there.
func TestHotLoops(t *testing.T) {
	if !jit.Supported {
		t.Skip("no machine code on this processor or system")
	}
	const prelude = `
class P:
    def __init__(self): self.a = 1; self.b = 2.5
    def get(self, k): return self.a + k
    def add(self, k):
        self.a = k & 7
        return self
def double(x): return x + x
p = P(); xs = [1, 2, 3, 4]; ys = [0.5, 1.5]; t = (1, 2.5); buf = bytearray(16); pairs = [(1, 2), (3, 4)]
G = 0
`
	for _, tt := range []struct{ name, setup, body string }{
		{"int", "x = 0", "x = (x * 3 + i) & 1023"},
		{"float", "x = 0.5", "x = x * 0.5 + i"},
		{"compare", "x = 0", "if i % 3 == 1 and x < 1000: x += 1"},
		{"list items", "", "xs[i & 3] = xs[(i + 1) & 3] + 1"},
		{"float items", "", "ys[i & 1] += 0.5"},
		{"tuple items", "x = 0", "x = t[0] + i"},
		{"bytearray", "", "buf[i & 15] = buf[(i + 1) & 15] ^ 1"},
		{"unpacking", "x = 0", "a, b = t; x = a + i"},
		{"attributes", "", "p.a = (p.a + i) & 255; p.b = p.b * 0.5"},
		{"methods", "x = 0", "x = p.get(i) + p.add(i).a"},
		{"functions", "x = 0", "x = double(i) - double(3)"},
		{"builtins", "x = 0", "x = len(xs) + abs(-i) + min(i, 7) + max(i, 3) + int(2.5)"},
		{"inner range", "x = 0", "for k in range(3): x = (x + k) & 63"},
		{"inner list", "x = 0", "for a in xs: x = (x + a) & 63"},
		{"inner pairs", "x = 0", "for a, b in pairs: x = (x + a * b) & 63"},
		{"while", "x = 0", "k = i & 3\n        while k: k -= 1; x = x ^ k"},
		{"characters", "x = 0", "for c in 'some text': x = x + 1 if c == 'e' else x"},
		{"items of str", "x = 0; s = 'text'", "if s[i & 3] == 't': x += 1"},
		{"in text", "x = 0; s = 'text and'", "if s[i & 7] in 'aeiou ': x += 1"},
		{"ord, chr, str", "x = 0; s = 'text'", "x += ord(chr(ord(s[i & 3]) ^ 1)) + len(str(s))"},
		{"append", "l = []", "if i & 15: l.append(i)\n        else: l = []"},
		{"comprehension", "", "if i % 100 == 0: x = [k * 2 for k in range(200)]"},
		{"closure", "x = 0\n    def g(k):\n        nonlocal x\n        x = x + k & 255\n        return x", "g(i)"},
		{"complex", "z = 1j; w = 0.5 + 0.25j", "z = z * w + w - 1\n        if abs(z) > 2 or z.real > 3: z = w * 1.5"},
		{"own cell", "x = 0\n    def g(): return x", "x = x + i & 255"},
		{"global", "global G", "G = (G + i) & 1023"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			src := prelude + "def f(n):\n    " + tt.setup + "\n    for i in range(n):\n        " + tt.body + "\n    return n\nf(100000)\n"
			if vm := runHot(t, src); vm.hot == nil || vm.hot.rounds < 90000 {
				t.Error("runs in the interpreter")
			}
		})
	}
	if vm := runHot(t, prelude+"for i in range(100000):\n    G = (G + i) & 1023\n"); vm.hot == nil || vm.hot.rounds < 90000 {
		t.Errorf("a loop of a module runs in the interpreter: %v", vm.hot)
	}
}

// runHot runs a program with machine code and returns its machine.
func runHot(t *testing.T, src string) *VM {
	t.Helper()
	in := &py.Interp{Modules: py.NewDictSize(1), JIT: true, SliceSteps: 996}
	th := New(in)
	in.OnInterrupt = func(*py.Thread) error { return nil }
	in.Builtins = py.NewDict()
	in.Builtins.SetItem("__build_class__", py.NewNative("__build_class__(*args)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		return in.Machine.BuildClass(t, a.Rest(), nil)
	}))
	in.Builtins.SetItem("range", py.RangeType.Value())
	in.Builtins.SetItem("bytearray", py.ByteArrayType.Value())
	in.Builtins.SetItem("int", py.IntType.Value())
	in.Builtins.SetItem("str", py.StrType.Value())
	main := py.NewModuleObj(in, "__main__")
	builtins := py.NewModuleObj(in, "builtins")
	for _, name := range []string{"len(x, /)", "abs(x, /)", "min(*args)", "max(*args)", "ord(c, /)", "chr(i, /)"} {
		f := py.NewNative(name, func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(4), nil })
		fn := py.As[py.Native](f)
		fn.Mod = "builtins"
		in.Builtins.SetItem(fn.Name, f)
	}
	main.Dict.SetItem("__builtins__", builtins.Value())
	in.BuiltinM = main.Value()
	code, err := in.Machine.Compile(th, []byte(src), "x.py", "exec", py.CompileFlags{Optimize: -1})
	if err != nil {
		t.Fatal(err)
	}
	if _, err = in.Machine.Run(th, code, main.Dict, py.Nil); err != nil {
		t.Fatal(err)
	}
	return of(th)
}
