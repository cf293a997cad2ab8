package womamod_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/stdlib"
)

// TestPrimeInterrupt: a test that takes long ends early when its time is over amid its rounds.
func TestPrimeInterrupt(t *testing.T) {
	in, err := woma.New(woma.Config{Modules: stdlib.All()})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	const program = "import woma\nassert woma.is_prime(2**3217-1)"
	start := time.Now()
	if err := in.Exec(context.Background(), program, "x.py"); err != nil {
		t.Fatal(in.Traceback(err))
	}
	whole := time.Since(start)
	for try := range 5 {
		ctx, cancel := context.WithTimeout(context.Background(), whole/3)
		start = time.Now()
		err = in.Exec(ctx, program, "x.py")
		took := time.Since(start)
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Fatalf("%v after %v of %v", err, took, whole)
		}
		if took < 2*whole/3 {
			return
		}
		t.Logf("attempt %d: %v of %v", try, took, whole)
	}
	t.Error("not interrupted before two thirds of the work were done")
}
