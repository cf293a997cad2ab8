package woma_test

import (
	"context"
	"testing"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/stdlib"
)

// BenchmarkNew is what a fresh interpreter costs, idle.
func BenchmarkNew(b *testing.B) {
	mods := stdlib.All()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := woma.New(woma.Config{Modules: mods}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHello is a fresh interpreter that runs one line.
func BenchmarkHello(b *testing.B) {
	mods := stdlib.All()
	b.ReportAllocs()
	for b.Loop() {
		in, err := woma.New(woma.Config{Modules: mods})
		if err != nil {
			b.Fatal(err)
		}
		if err := in.Exec(context.Background(), "print('hello')", "hello.py"); err != nil {
			b.Fatal(err)
		}
		in.Close()
	}
}

// BenchmarkCall is a call from Go of a Python function.
func BenchmarkCall(b *testing.B) {
	in, err := woma.New(woma.Config{Modules: stdlib.Core()})
	if err != nil {
		b.Fatal(err)
	}
	defer in.Close()
	ctx := context.Background()
	if err := in.Exec(ctx, "def f(x): return x", "f.py"); err != nil {
		b.Fatal(err)
	}
	f, _ := in.Get("f")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := in.Call(ctx, f, 1); err != nil {
			b.Fatal(err)
		}
	}
}
