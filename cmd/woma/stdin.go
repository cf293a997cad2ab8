package main

import (
	"io"
	"os"
	"sync"

	"github.com/woma-lang/woma/py"
)

// interruptibleReader reads stdin in a goroutine, so that Ctrl-C gets through while
// Python waits in input(). What arrives after an interrupt goes to the next Read.
type interruptibleReader struct {
	r      io.Reader
	before func() // called before a Read waits; may be nil

	// set and take make and withdraw an interrupt of the interpreter: one that comes
	// before a Read waits must end the Read, which the interpreter does not see.
	set  func()
	take func() bool

	mu      sync.Mutex    // of waiting, and of set and take
	waiting bool          // a Read waits
	signal  chan struct{} // has room for one

	want chan int
	got  chan chunk
	busy bool // a read that an interrupt has left behind is under way
	rest []byte
}

type chunk struct {
	data []byte
	err  error
}

func newInterruptibleReader(r io.Reader) *interruptibleReader {
	return &interruptibleReader{r: r, signal: make(chan struct{}, 1)}
}

// interrupt ends a Read that waits, or interrupts the interpreter.
func (r *interruptibleReader) interrupt() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.waiting {
		r.set()
		return
	}
	r.waiting = false
	r.signal <- struct{}{}
}

// wait says that a Read waits from now on; false if there was an interrupt already.
func (r *interruptibleReader) wait() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.waiting = !r.take()
	return r.waiting
}

// read says that the Read has got something. What interrupted it at the same time
// interrupts what comes next.
func (r *interruptibleReader) read() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.waiting {
		<-r.signal
		r.set()
	}
	r.waiting = false
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
		if r.before != nil {
			r.before()
		}
		if !r.busy {
			r.want <- len(p)
			r.busy = true
		}
		if !r.wait() {
			return 0, py.NewExc(py.KeyboardInterrupt)
		}
		select {
		case c := <-r.got:
			r.read()
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

// File is what isatty() and fileno() ask; nil if it reads something else.
func (r *interruptibleReader) File() *os.File {
	f, _ := r.r.(*os.File)
	return f
}

// mostAtOnce is how much is read at once: as much as there is room for in a pipe.
const mostAtOnce = 64 << 10

// serve reads into the same buffer again and again: a Read asks for more only when it
// has given away everything.
func (r *interruptibleReader) serve() {
	var buf []byte
	for n := range r.want {
		if n = min(n, mostAtOnce); n > len(buf) {
			buf = make([]byte, n)
		}
		k, err := r.r.Read(buf[:n])
		r.got <- chunk{buf[:k], err}
	}
}
