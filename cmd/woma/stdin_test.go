package main

import (
	"io"
	"testing"
	"time"

	"github.com/woma-lang/woma/py"
)

// An interrupt ends a Read whether it comes while the Read waits or shortly before, when the
// interpreter does not look for it any more; and the text that comes afterwards is not lost.
func TestInterruptibleReader(t *testing.T) {
	in, out := io.Pipe()
	r := newInterruptibleReader(in)
	pending := false // under r.mu
	r.set = func() { pending = true }
	r.take = func() bool { p := pending; pending = false; return p }
	buf := make([]byte, 10)

	r.interrupt()
	if _, err := r.Read(buf); !py.ErrIs(err, py.KeyboardInterrupt) {
		t.Fatalf("interrupted before: %v", err)
	}
	go func() {
		for {
			r.mu.Lock()
			waiting := r.waiting
			r.mu.Unlock()
			if waiting {
				break
			}
			time.Sleep(time.Millisecond)
		}
		r.interrupt()
	}()
	if _, err := r.Read(buf); !py.ErrIs(err, py.KeyboardInterrupt) {
		t.Fatalf("interrupted while it waits: %v", err)
	}
	go out.Write([]byte("text"))
	if n, err := r.Read(buf); err != nil || string(buf[:n]) != "text" {
		t.Fatalf("%q, %v", buf[:n], err)
	}
	if pending || r.waiting || len(r.signal) > 0 {
		t.Error("something is left of an interrupt")
	}
}
