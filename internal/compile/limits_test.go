package compile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/woma-lang/woma/internal/bytecode"
)

// TestLimits compiles programs that are long in one way or another.
func TestLimits(t *testing.T) {
	rep := strings.Repeat
	items := func(n int, f string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, f, i)
		}
		return b.String()
	}
	for name, src := range map[string]string{
		"sum":           "def f(a): return a" + rep(" + a", 100000),
		"constant sum":  "x = 1" + rep(" + 1", 100000),
		"and":           "def f(a): return a" + rep(" and a", 20000),
		"attributes":    "def f(a): return a" + rep(".b", 20000),
		"calls":         "def f(a): return a" + rep("()", 2000),
		"subscripts":    "def f(a): return a" + rep("[0]", 2000),
		"list":          "x = [" + rep("x,", 100000) + "]",
		"tuple":         "x = (" + rep("x,", 5000) + ")",
		"set":           "x = {" + rep("x,", 5000) + "}",
		"dict":          "x = {" + items(50000, "'k%d': x,") + "}",
		"dict of calls": "x = {" + items(5000, "'k%d': x(),") + "}",
		"arguments":     "f(" + rep("x,", 5000) + ")",
		"keywords":      "f(" + items(5000, "k%d=x,") + ")",
		"method":        "f.g(" + rep("x,", 300) + "k=1)",
		"bases":         "class A(" + rep("x,", 300) + "k=1): pass",
		"parameters":    "def f(" + items(1000, "a%d=x,") + "): return a999",
		"constants":     "def f(x):\n" + items(70000, "  x = %d.5\n"),
		"far branch":    "def f(x):\n while x:\n  if x < 1: break\n" + rep("  x = x + 1\n", 70000) + "  if x: continue\n  x = 1\n else:\n  x = 2\n return x",
		"far for":       "def f(x):\n for y in x:\n" + rep("  x = x + y\n", 40000),
		"far handler":   "def f(x):\n try:\n  x()\n except A:\n" + rep("  x = x + y\n", 40000) + " except B: pass",
		"far match":     "def f(x):\n match x:\n  case [1, *_]:\n" + rep("   x = x + y\n", 40000) + "  case {1: y}: pass",
		"elif":          "def f(x):\n if x: pass\n" + rep(" elif x == 3: x()\n", 3000),
		"fstring":       "x = f'" + rep("{x} ", 3000) + "'",
		"functions":     items(3000, "def f%d(a, b=x): return a\n"),
		"unpack":        "def f(x):\n " + items(2000, "a%d,") + "= x",
		"globals":       items(60000, "g%d = 1\n"),
	} {
		for _, globals := range []bool{false, true} {
			code, err := compileSource([]byte(src+"\n"), Options{Filename: name, LocalsAreGlobals: globals})
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if err := bytecode.Verify(code); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			if code.NumRegs > 1000 {
				t.Errorf("%s: %d registers", name, code.NumRegs)
			}
		}
	}
	for name, src := range map[string]string{
		"locals":     "def f():\n" + items(5000, " a%d = 1\n"),
		"names":      items(70000, "x = a%d\n"),
		"attributes": "def f(x):\n" + rep(" x.y\n", 70000),
	} {
		if _, err := compileSource([]byte(src), Options{Filename: name}); err == nil {
			t.Errorf("%s: no error", name)
		} else if !strings.HasPrefix(err.Error(), "SyntaxError: too many") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
