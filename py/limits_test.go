package py

import (
	"strings"
	"testing"
)

// Native code that calls itself without end is stopped, wherever the limit on
// Python functions is.
func TestEnter(t *testing.T) {
	th := testThread()
	depth := 0
	var descend func() error
	descend = func() error {
		if err := th.Enter(); err != nil {
			return err
		}
		defer th.Leave()
		depth++
		return descend()
	}
	if err := descend(); !ErrIs(err, RecursionError) || depth != maxNative {
		t.Errorf("%v after %d levels", err, depth)
	}
	if th.Depth != 0 {
		t.Errorf("depth is %d afterwards", th.Depth)
	}
}

// Comparing, hashing and showing what is nested deeply raises, and what is nested
// less deeply works.
func TestNesting(t *testing.T) {
	nested := func(depth int) Value {
		v := NewTuple()
		for range depth {
			v = NewTuple(v)
		}
		return v
	}
	for what, f := range map[string]func(th *Thread, a, b Value) error{
		"repr": func(th *Thread, a, b Value) error { _, err := Repr(th, a); return err },
		"hash": func(th *Thread, a, b Value) error { _, err := Hash(th, a); return err },
		"==":   func(th *Thread, a, b Value) error { _, err := CompareBool(th, OpEq, a, b); return err },
		"<":    func(th *Thread, a, b Value) error { _, err := CompareBool(th, OpLt, a, b); return err },
	} {
		th := testThread()
		if err := f(th, nested(5000), nested(5000)); err != nil {
			t.Errorf("%s of 5000 tuples: %v", what, err)
		}
		err := f(th, nested(100000), nested(100000))
		if !ErrIs(err, RecursionError) || !strings.HasPrefix(err.Error(), "RecursionError: maximum recursion depth exceeded") {
			t.Errorf("%s of 100000 tuples: %v", what, err)
		}
	}
}

// The account of memory turns down what is too much at once, and counts.
func TestAlloc(t *testing.T) {
	th := testThread()
	if terabyte := int64(1) << 40; int64(int(terabyte)) == terabyte {
		if err := th.Alloc(int(terabyte)); !ErrIs(err, MemoryError) {
			t.Errorf("a terabyte without a limit: %v", err)
		}
	}
	if err := th.Alloc(-1); !ErrIs(err, MemoryError) {
		t.Errorf("a negative size: %v", err)
	}
	th.Interp.MemLimit = 1 << 20
	if err := th.Alloc(1<<20 + 1); !ErrIs(err, MemoryError) {
		t.Errorf("more than the limit: %v", err)
	}
	for range 1000 {
		if err := th.Alloc(100); err != nil {
			t.Fatalf("100 KB of 1 MB: %v", err)
		}
	}
	if th.Interp.memUsed != 100_000 {
		t.Errorf("charged %d bytes", th.Interp.memUsed)
	}
}
