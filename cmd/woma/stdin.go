package main

import (
	"io"

	"github.com/woma-lang/woma/py"
)

// interruptibleReader reads stdin in a goroutine, so that Ctrl-C gets through while
// Python waits in input(). What arrives after an interrupt goes to the next Read.
type interruptibleReader struct {
	r      io.Reader
	signal chan struct{} // an offer is taken only while a Read waits
	want   chan int
	got    chan chunk
	busy   bool // a read that an interrupt has left behind is under way
	rest   []byte
}

type chunk struct {
	data []byte
	err  error
}

func newInterruptibleReader(r io.Reader) *interruptibleReader {
	return &interruptibleReader{r: r, signal: make(chan struct{})}
}

// interrupt ends a Read that waits; it reports whether there was one.
func (r *interruptibleReader) interrupt() bool {
	select {
	case r.signal <- struct{}{}:
		return true
	default:
		return false
	}
}

func (r *interruptibleReader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if len(r.rest) == 0 {
		if r.want == nil {
			r.want, r.got = make(chan int), make(chan chunk)
			go r.serve()
		}
		if !r.busy {
			r.want <- len(p)
			r.busy = true
		}
		select {
		case c := <-r.got:
			r.busy = false
			if c.err != nil {
				return copy(p, c.data), c.err
			}
			r.rest = c.data
		case <-r.signal:
			return 0, py.NewExc(py.KeyboardInterrupt)
		}
	}
	n := copy(p, r.rest)
	r.rest = r.rest[n:]
	return n, nil
}

func (r *interruptibleReader) serve() {
	for n := range r.want {
		buf := make([]byte, n)
		k, err := r.r.Read(buf)
		r.got <- chunk{buf[:k], err}
	}
}
