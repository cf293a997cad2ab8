package woma_test

import (
	"bytes"
	"context"
	"testing"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/stdlib"
)

// Wanted differences of docs/differences.md that CPython cannot write an .exp for.
func TestDifferences(t *testing.T) {
	for _, c := range []struct{ name, program, want string }{
		{"a generator that is dropped is not closed", `
import gc
def f():
    try:
        yield 1
    finally:
        print("closed")
for x in f():
    break
gc.collect()
print("dropped")
g = f()
next(g)
g.close()
`, "dropped\nclosed\n"},
		{"a generator expression that a builtin takes has no frame", `
def frames(e):
    tb = e.__traceback__
    while tb:
        yield tb.tb_frame.f_code.co_name
        tb = tb.tb_next
def own(it):
    return list(it)
try:
    list(1 // x for x in [0])
except ZeroDivisionError as e:
    print(*frames(e))
try:
    own(1 // x for x in [0])
except ZeroDivisionError as e:
    print(*frames(e))
`, "<module>\n<module> own <genexpr>\n"},
		{"a method is looked up after the arguments have been evaluated", `
class C:
    def m(self, x):
        return "old", x
def argument():
    print("argument")
    C.m = lambda self, x: ("new", x)
    return 1
c = C()
print(c.m(argument()))
try:
    c.missing(argument())
except AttributeError as e:
    print(e)
`, "argument\n('new', 1)\nargument\n'C' object has no attribute 'missing'\n"},
	} {
		var out bytes.Buffer
		in, err := woma.New(woma.Config{Modules: stdlib.Core(), Stdout: &out})
		if err != nil {
			t.Fatal(err)
		}
		if err := in.Exec(context.Background(), c.program, c.name); err != nil {
			t.Error(in.Traceback(err))
		}
		if err := in.Close(); err != nil {
			t.Error(err)
		}
		if out.String() != c.want {
			t.Errorf("%s: got %q, want %q", c.name, out.String(), c.want)
		}
	}
}
