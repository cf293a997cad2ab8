package woma_test

import (
	"bytes"
	"context"
	"fmt"
	"runtime"
	"testing"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/stdlib"
)

// What things cost: objects, interpreters, operations. The limits are a promise to
// users, so they are tests.

// heapNow is the live heap after a collection.
func heapNow() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// TestObjectSizes makes many objects of a kind and divides the growth of the heap: a
// size includes the place in the list, and growth that a list has in stock.
func TestObjectSizes(t *testing.T) {
	if testing.Short() {
		t.Skip("collects garbage many times")
	}
	const n = 50000
	tests := []struct {
		name, setup, item string // item: an expression of i
		limit             int
	}{
		{"list element, small int", "", "i & 63", 16},
		{"list element, 2**40", "", "2**40 + i", 16},
		{"list element, float", "", "i * 0.5", 16},
		{"tuple(2)", "", "(i, i)", 64},
		{"[x]", "", "[i]", 64},
		{"{}", "", "{}", 64},
		{"str(8)", "", "'%08d' % i", 48},
		{"instance with 2 attributes", "class P:\n  def __init__(self, x): self.x = x; self.y = x\n", "P(i)", 80},
		{"closure", "def outer(i):\n  return lambda: i\n", "outer(i)", 96},
		{"suspended generator", "def gen(i):\n  yield i\n  yield i\ndef started(i):\n  g = gen(i); next(g); return g\n", "started(i)", 256},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := newInterp(t, nil)
			ctx := context.Background()
			// The list is made at its full size first, so that only what its places
			// hold is measured besides 16 bytes a place.
			program := fmt.Sprintf("%s\ndef fill(a):\n  for i in range(len(a)):\n    a[i] = %s\n", tt.setup, tt.item)
			if err := in.Exec(ctx, program+"a = [None] * 10\nfill(a)\na = None", "warm.py"); err != nil {
				t.Fatal(err)
			}
			before := heapNow()
			if err := in.Exec(ctx, fmt.Sprintf("a = [None] * %d\nfill(a)", n), "fill.py"); err != nil {
				t.Fatal(err)
			}
			got := float64(heapNow()-before) / n
			t.Logf("%.1f bytes, limit %d", got, tt.limit)
			if got > float64(tt.limit)+1 {
				t.Errorf("%.1f bytes, not more than %d allowed", got, tt.limit)
			}
			runtime.KeepAlive(in)
		})
	}
	for _, tt := range []struct {
		name, key string
		limit     int
	}{
		{"dict entry, int key", "i", 49},
		{"dict entry, new str key", "'k%07d' % i", 90},
	} {
		t.Run(tt.name, func(t *testing.T) {
			in := newInterp(t, nil)
			ctx := context.Background()
			program := "def fill(d, n):\n  for i in range(n):\n    d[" + tt.key + "] = i\nfill({}, 10)\n"
			if err := in.Exec(ctx, program, "warm.py"); err != nil {
				t.Fatal(err)
			}
			// A thousand dicts of a thousand: the usual size of a dict that is not small.
			const dicts, each = 100, 1000
			before := heapNow()
			if err := in.Exec(ctx, fmt.Sprintf("a = [{} for _ in range(%d)]\nfor d in a: fill(d, %d)", dicts, each), "fill.py"); err != nil {
				t.Fatal(err)
			}
			got := float64(heapNow()-before) / (dicts * each)
			t.Logf("%.1f bytes, limit %d", got, tt.limit)
			if got > float64(tt.limit)+1 {
				t.Errorf("%.1f bytes, not more than %d allowed", got, tt.limit)
			}
			runtime.KeepAlive(in)
		})
	}
}

// TestIdleInterpreters: an interpreter that waits takes 8 KB and no goroutine.
func TestIdleInterpreters(t *testing.T) {
	const n = 1000
	mods := stdlib.All()
	for range 3 { // what the first one makes for all
		if _, err := woma.New(woma.Config{Modules: mods}); err != nil {
			t.Fatal(err)
		}
	}
	goroutines := runtime.NumGoroutine()
	before := heapNow()
	all := make([]*woma.Interp, n)
	for i := range all {
		in, err := woma.New(woma.Config{Modules: mods})
		if err != nil {
			t.Fatal(err)
		}
		all[i] = in
	}
	each := (heapNow() - before) / n
	t.Logf("%d bytes each", each)
	if each > 8<<10 {
		t.Errorf("an idle interpreter takes %d bytes, more than 8 KB", each)
	}
	if g := runtime.NumGoroutine(); g > goroutines {
		t.Errorf("%d goroutines for %d idle interpreters", g-goroutines, n)
	}
	// They are alive.
	for _, in := range all[:3] {
		if v, err := in.Eval(context.Background(), "len([1, 2]) + len(str(ValueError))"); err != nil {
			t.Error(err)
		} else if v.Bits() != 22 {
			t.Error(v.Bits())
		}
	}
	runtime.KeepAlive(all)
}

// TestNoAllocations runs loops of two lengths: what the longer one allocates more, the
// operation in the loop allocates.
func TestNoAllocations(t *testing.T) {
	const setup = `
class P:
    k = 3
    def __init__(self):
        self.x = 1
    def get(self):
        return self.x
    def add(self, n):
        self.x += n
        return self.x
def f(a, b=2):
    return a
def two(a, b):
    return b
p = P()
items = list(range(100))
table = {i: i for i in range(100)}
text = 'abcdefghij' * 10
`
	tests := []struct{ name, body string }{
		{"int arithmetic", "x = i * 3 + 7 - (i >> 1) ^ 5; y = x // 3 % 7 & 15"},
		{"float arithmetic", "x = i * 0.5 + 1.25; y = x / 3.0 - x * x"},
		{"comparisons", "x = i < 5 or i == 7 or not i"},
		{"a call", "two(i, i)"},
		{"a call with a default", "f(i)"},
		{"a method call", "p.get()"},
		{"a method call with an argument", "p.add(1)"},
		{"attributes", "p.x = i; x = p.x; y = p.k"},
		{"a global", "p"},
		{"iteration over a list", "for x in items: pass"},
		{"iteration over a range", "for x in range(20): pass"},
		{"iteration over a dict", "for x in table: pass"},
		{"iteration over a str", "for x in text: pass"},
		{"list items", "items[3] = items[i & 63]"},
		{"dict items", "table[3] = table[i & 63]"},
		{"len", "len(items)"},
		{"ord", "ord('a')"},
		{"chr", "chr(i & 127)"},
		{"isinstance", "isinstance(i, int); isinstance(p, P)"},
		{"abs", "abs(-i)"},
		{"a character", "text[i & 63]"},
		{"membership", "i in table; 'x' in text"},
		{"tuple assignment", "a, b = i, 2; a, b = b, a"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			in := newInterp(t, nil)
			ctx := context.Background()
			if err := in.Exec(ctx, setup+"def run(n):\n    for i in range(n):\n        "+tt.body+"\n", "alloc.py"); err != nil {
				t.Fatal(err)
			}
			run, ok := in.Get("run")
			if !ok {
				t.Fatal("no function")
			}
			measure := func(n int) float64 {
				return testing.AllocsPerRun(5, func() {
					if _, err := in.Call(ctx, run, n); err != nil {
						t.Fatal(err)
					}
				})
			}
			measure(2000) // fills caches, grows stacks
			short, long := measure(100), measure(1100)
			if long > short {
				t.Errorf("%.0f allocations in 100 rounds, %.0f in 1100", short, long)
			}
		})
	}
}

// TestLateNames: what a fresh interpreter leaves out of its start must still be
// there when it is asked for.
func TestLateNames(t *testing.T) {
	var out bytes.Buffer
	in := newInterp(t, &out)
	const program = `
import sys, builtins
print(sys.stdout is sys.__stdout__, sys.excepthook is sys.__excepthook__, builtins.len is len)
names = list(vars(builtins))
print(len(names) == len(set(names)), 'ValueError' in names, names.index('abs') < names.index('any'))
del builtins.oct
try:
    oct(8)
except NameError:
    print('gone', 'oct' in vars(builtins), hasattr(builtins, 'oct'))
builtins.hex = lambda n: 'own'
print(hex(3), [k for k in vars(builtins) if k == 'hex'])
print(ExceptionGroup.__mro__[1:3])
`
	if err := in.Exec(context.Background(), program, "hello.py"); err != nil {
		t.Fatal(in.Traceback(err))
	}
	const want = "True True True\nTrue True True\ngone False False\nown ['hex']\n(<class 'BaseExceptionGroup'>, <class 'Exception'>)\n"
	if out.String() != want {
		t.Errorf("got %q", out.String())
	}
}
