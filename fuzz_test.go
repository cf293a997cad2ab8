package woma_test

import (
	"bytes"
	"context"
	"os"
	"testing"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/stdlib"
)

// FuzzExec runs whatever it gets: nothing a program does may bring down the process
// or outlive its context.
func FuzzExec(f *testing.F) {
	for _, path := range []string{
		"tests/language/match.py", "tests/language/operators.py", "tests/language/bigprograms.py", "tests/language/unpacking.py",
		"tests/language/comprehensions.py", "tests/language/loops.py", "tests/language/arguments.py", "tests/language/fstrings.py",
	} {
		if src, err := os.ReadFile(path); err == nil {
			f.Add(string(src))
			for _, piece := range bytes.Split(src, []byte("\n")) {
				f.Add(string(piece))
			}
		}
	}
	mods := stdlib.Core()
	f.Fuzz(func(t *testing.T, src string) {
		var out bytes.Buffer
		in, err := woma.New(woma.Config{Modules: mods, Stdout: &out, Stderr: &out, MaxMemory: 64 << 20, MaxDepth: 200})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
		defer cancel()
		start := time.Now()
		if err := in.Exec(ctx, src, "fuzz.py"); err != nil {
			in.Traceback(err)
		}
		in.CloseContext(ctx)
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("ended after %v", d)
		}
	})
}
