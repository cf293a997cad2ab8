package woma_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/stdlib"
)

// loops writes random programs that consist of loops over numbers, with the things in
// between that machine code does, and some that it does not.
type loops struct {
	r     *rand.Rand
	b     strings.Builder
	depth int // of loops
	names int
	inner bool // inside a function that is called in loops
}

// program writes one program.
func (g *loops) program() string {
	g.b.WriteString(`import math
G = 1
H = 2.5
class P:
    def __init__(self, a, b):
        self.a = a
        self.b = b
        self.n = 0
    def get(self, k):
        return self.a + k
    def add(self, k):
        self.b = self.b + k
        self.n += 1
        return self.n
class Q(P):
    pass
def same(x):
    return x
`)
	g.inner = true
	for i := range 3 {
		fmt.Fprintf(&g.b, "def g%d(x, y):\n", i)
		for range g.r.Intn(3) {
			g.simple("    ", []string{"x", "y"})
		}
		if g.r.Intn(2) == 0 {
			fmt.Fprintf(&g.b, "    if %s:\n        return %s\n", g.test([]string{"x", "y"}), g.expr(1, []string{"x", "y"}))
		}
		fmt.Fprintf(&g.b, "    return %s\n", g.expr(2, []string{"x", "y"}))
	}
	g.inner = false
	g.b.WriteString("def f(n, xs, ys, bs, t, p, q, s, a, b, c):\n    global G, H\n    d = 0\n    e = 1.5\n    errors = 0\n    i = j = k = 0\n    ch = 'q'\n    out = []\n    shared = 1\n    z = 1j\n    w = 0.5 + 0.25j\n")
	g.b.WriteString("    def up(k):\n        nonlocal shared\n        shared = shared + k\n        return shared\n")
	g.block("    ", 3+g.r.Intn(4))
	g.b.WriteString("    return (a, b, c, d, e, i, j, k, errors, xs, ys, bs, p.a, p.b, p.n, q.a, q.b, ch, out, shared, z, w, z is w, G, H)\n")
	g.b.WriteString(`
import traceback
for args in [(9, [3, 1, 4, 1, 5], [2.5, -1.0, 0.0], bytearray(b"jitcode"), (1, 2, 3), P(1, 2), Q(3, 4), 'jit code 42', 1, 2, 3),
             (7, [3, 1, 4, 1, 5], [2.5, -1.0, 0.0], bytearray(b"abc"), (1, 2.5, None), P(1.5, 2.5), P(0.5, 4), 'na\xefve', 1.5, 2, 0),
             (11, [1 << 62, -(1 << 63), 7, True], [0.5, 1e308, -0.0, 3], bytearray(b"\x00\xff"), (0, 1), Q(1, 2.0), P("s", 4), ["a", "b", "cd", ""], -1, 0.5, True)]:
    try:
        for v in f(*args):
            print(v, end=" ")
    except Exception as err:
        print(type(err).__name__, err, [(s.name, s.lineno) for s in traceback.extract_tb(err.__traceback__)], end=" ")
    print(G, H)
`)
	return g.b.String()
}

var locals = []string{"a", "b", "c", "d", "e", "i", "j", "k", "n"}

func (g *loops) pick(s ...string) string { return s[g.r.Intn(len(s))] }

func (g *loops) block(indent string, n int) {
	for range n {
		g.statement(indent)
	}
}

// statement writes a statement of f.
func (g *loops) statement(indent string) {
	more := indent + "    "
	loop := func(head string) {
		g.b.WriteString(indent + head + "\n")
		g.depth++
		g.block(more, 1+g.r.Intn(4))
		if g.r.Intn(4) == 0 {
			fmt.Fprintf(&g.b, "%sif %s:\n%s    %s\n", more, g.test(locals), more, g.pick("break", "continue"))
		}
		g.block(more, g.r.Intn(2))
		g.depth--
	}
	n := g.r.Intn(17)
	if g.depth == 0 && n < 10 {
		n = 10 + g.r.Intn(5)
	}
	if g.depth >= 3 && (n >= 10 && n < 15 || n == 16) {
		n = g.r.Intn(10)
	}
	switch n {
	case 10, 11:
		loop(fmt.Sprintf("for %s in range(%s):", g.pick("i", "j", "k"), g.pick("n", "12", "2, n", "0, 30, 3", "len(xs)", "n, 0, -1", "a & 7")))
	case 12:
		loop(fmt.Sprintf("for %s in %s:", g.pick("i", "j", "k", "a", "d"), g.pick("xs", "ys", "t", "bs", "(1, 2, 3, 4, 5)", "[1, 2.5, 3]")))
	case 16:
		loop("for ch in " + g.pick("s", "s", "'hot loop'", "['a', 'b', 'long', 'c']") + ":")
	case 13:
		g.names++
		w := fmt.Sprintf("w%d", g.names)
		fmt.Fprintf(&g.b, "%s%s = 0\n", indent, w)
		g.b.WriteString(indent + "while " + w + " < " + g.pick("8", "15", "n") + ":\n" + more + w + " += 1\n")
		g.depth++
		g.block(more, 1+g.r.Intn(4))
		g.depth--
	case 14:
		g.b.WriteString(indent + "try:\n")
		g.block(more, 1+g.r.Intn(3))
		g.b.WriteString(indent + "except (ArithmeticError, LookupError, TypeError, ValueError):\n" + more + "errors += 1\n")
	case 15, 0:
		fmt.Fprintf(&g.b, "%sif %s:\n", indent, g.test(locals))
		g.simple(more, locals)
		if g.r.Intn(2) == 0 {
			g.b.WriteString(indent + "else:\n")
			g.simple(more, locals)
		}
	default:
		g.simple(indent, locals)
	}
}

// simple writes a statement without others in it.
func (g *loops) simple(indent string, vars []string) {
	v := g.pick("a", "b", "c", "d", "e")
	if g.inner {
		v = g.pick("x", "y", "z")
		if v == "z" {
			fmt.Fprintf(&g.b, "%sz = %s\n", indent, g.expr(2, vars))
			v = "x"
		}
	}
	switch n := g.r.Intn(19); {
	case n < 5:
		fmt.Fprintf(&g.b, "%s%s = %s\n", indent, v, g.expr(2, vars))
	case n < 8:
		fmt.Fprintf(&g.b, "%s%s %s= %s\n", indent, v, g.pick("+", "-", "*", "+", "-", "^", "|", "&", "//", "%"), g.expr(1, vars))
	case g.inner:
		fmt.Fprintf(&g.b, "%sx = y\n", indent)
	case n == 14:
		fmt.Fprintf(&g.b, "%sch = s[%s]\n", indent, g.index("s", vars))
	case n == 15:
		fmt.Fprintf(&g.b, "%sout.append(%s)\n%sif len(out) > 20:\n%s    out = []\n", indent, g.pick("ch", g.expr(1, vars)), indent, indent)
	case n == 16:
		fmt.Fprintf(&g.b, "%s%s = %s\n", indent, v, g.pick("ord(ch)", "len(s)", "len(ch)", "up(1)", "up(0.5)", "shared", "sum([k + 1 for k in range(5)])", "len([x for x in xs if x])", "str(ch) == ch"))
	case n >= 17:
		x, y := g.pick("z", "w", g.pick(vars...)), g.pick("z", "w")
		fmt.Fprintf(&g.b, "%s%s\n", indent, g.pick(
			fmt.Sprintf("%s = %s %s %s", g.pick("z", "w"), x, g.pick("+", "-", "*"), y),
			fmt.Sprintf("%s %s= %s", y, g.pick("+", "-", "*"), x),
			"z = w", "w = -z", "w = g0(z, w)", "z = same(w)", "out.append(w)",
			fmt.Sprintf("%s = abs(%s)", v, y),
			fmt.Sprintf("%s = %s.%s", v, y, g.pick("real", "imag")),
			fmt.Sprintf("if abs(%s) > 100: %s = 0.25j", y, y),
			fmt.Sprintf("%s = %s is w", v, g.pick("z", "w"))))
	case n == 8:
		fmt.Fprintf(&g.b, "%sxs[%s] = %s\n", indent, g.index("xs", vars), g.expr(1, vars))
	case n == 9:
		fmt.Fprintf(&g.b, "%sys[%s] = %s\n", indent, g.index("ys", vars), g.expr(1, vars))
	case n == 10:
		fmt.Fprintf(&g.b, "%sbs[%s] = %s\n", indent, g.index("bs", vars), g.expr(1, vars)+g.pick("", " & 255"))
	case n == 11:
		fmt.Fprintf(&g.b, "%s%s.%s = %s\n", indent, g.pick("p", "q"), g.pick("a", "b"), g.expr(1, vars))
	case n == 12:
		fmt.Fprintf(&g.b, "%s%s = %s\n", indent, g.pick("G", "H"), g.expr(1, vars))
	default:
		fmt.Fprintf(&g.b, "%s%s = %s\n", indent, v, g.pick("xs.count(1)", "p.add(1)", "q.add(0.5)", "str(a)", "a ** 2", "None", "divmod(7, 2)[0]", "int(b)", "float(a)"))
	}
}

func (g *loops) index(seq string, vars []string) string {
	switch g.r.Intn(5) {
	case 0:
		return g.pick(vars...)
	case 1:
		return g.pick("0", "1", "-1", "2", "-2")
	}
	return "(" + g.pick(vars...) + ") % len(" + seq + ")"
}

// test writes a condition.
func (g *loops) test(vars []string) string {
	switch g.r.Intn(10) {
	case 8, 9:
		if g.inner {
			return g.expr(1, vars)
		}
		return g.pick("ch == 'o'", "ch != s[0]", "ch in 'aeio 4'", "ch not in 'tuvwx'", "ch < 'm'", "ch is s[1]", "ch", "s", "chr(a & 255) == ch", "s[i & 3] > ch", "ch in s", "ch == 'long'")
	case 0:
		return g.expr(1, vars)
	case 1:
		return "not " + g.pick(vars...)
	case 2:
		return g.pick(vars...) + g.pick(" is ", " is not ") + g.pick("None", "1", "True", g.pick(vars...))
	case 3:
		return g.test(vars) + g.pick(" and ", " or ") + g.test(vars)
	}
	return g.expr(1, vars) + " " + g.pick("<", "<=", ">", ">=", "==", "!=") + " " + g.expr(1, vars)
}

// expr writes an expression.
func (g *loops) expr(depth int, vars []string) string {
	if depth == 0 || g.r.Intn(5) == 0 {
		return g.pick(g.pick(vars...), g.pick(vars...), g.pick(vars...), "1", "2", "3", "0", "7", "255", "-1", "0.5", "2.0", "1000003", "True", "4611686018427387904")
	}
	x, y := g.expr(depth-1, vars), g.expr(depth-1, vars)
	n := g.r.Intn(26)
	if g.inner && n >= 20 {
		n -= 10
	}
	switch n {
	case 12:
		return "(" + x + " << " + g.pick("1", "3", "62", y) + ")"
	case 13:
		return "(" + x + " >> " + g.pick("1", "3", "70", y) + ")"
	case 14:
		return g.pick("-", "~", "-", "abs", "int", "float") + "(" + x + ")"
	case 15:
		return g.pick("min", "max") + "(" + x + ", " + y + ")"
	case 16:
		return "math.sqrt(" + x + ")"
	case 17:
		return "(" + x + " if " + g.pick(vars...) + g.pick(" < ", " == ") + y + " else " + g.pick(vars...) + ")"
	case 18:
		return "(" + x + g.pick(" < ", " >= ", " == ", " != ") + y + ")"
	case 19:
		return g.pick("G", "H")
	case 20:
		return "xs[" + g.index("xs", vars) + "]"
	case 21:
		return g.pick("ys[", "ys[") + g.index("ys", vars) + "]"
	case 22:
		return g.pick("bs[") + g.index("bs", vars) + "]"
	case 23:
		return g.pick("p.a", "p.b", "q.a", "q.b", "p.n", "t[0]", "t[-1]", "len(xs)", "len(t)")
	case 24:
		return fmt.Sprintf("g%d(%s, %s)", g.r.Intn(3), x, y)
	case 25:
		return g.pick("p", "q") + ".get(" + x + ")"
	}
	return "(" + x + " " + g.pick("+", "-", "*", "/", "//", "%", "&", "|", "^", "+", "-", "*") + " " + y + ")"
}

// TestJITRandom runs random programs with and without machine code.
func TestJITRandom(t *testing.T) {
	run := func(src string, steps int) string {
		var out bytes.Buffer
		in, err := woma.New(woma.Config{Modules: stdlib.All(), Stdout: &out, JIT: steps > 0, SliceSteps: steps})
		if err != nil {
			t.Fatal(err)
		}
		if err := in.Exec(context.Background(), src, "program.py"); err != nil {
			out.WriteString(in.Traceback(err))
		}
		return out.String()
	}
	programs := 400
	if testing.Short() {
		programs = 40
	}
	for part := range 8 {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			for seed := part; seed < programs; seed += 8 {
				g := &loops{r: rand.New(rand.NewSource(int64(seed)))}
				src := g.program()
				want := run(src, 0)
				for _, steps := range []int{1, 3, 20} {
					if got := run(src, steps); got != want {
						t.Fatalf("seed %d, %d steps:\n%s\n%s", seed, steps, difference(got, want), src)
					}
				}
			}
		})
	}
}
