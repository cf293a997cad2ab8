package main

import (
	"os"
	"os/signal"
	"sync"
	"time"
)

// quiet is how long a program runs before it can be interrupted, if nobody sees it run.
const quiet = 10 * time.Millisecond

// interrupts makes Ctrl-C a KeyboardInterrupt. Package os/signal starts three threads
// for that, which take a fifth of the time from the start of a hello to its end. So
// they start when a program writes, waits for input or has a command run, or after
// [quiet]. Before that Ctrl-C ends the process, as while it is being loaded.
type interrupts struct {
	once      sync.Once
	interrupt func() // what Ctrl-C does
	ending    bool   // the program has ended: what is written now is its last output
}

// catch lets Ctrl-C through to the program from now on, unless the process was started
// to ignore it (a background job of a shell script).
func (i *interrupts) catch() {
	i.once.Do(func() {
		if signal.Ignored(os.Interrupt) {
			return
		}
		ctrlC := make(chan os.Signal, 1)
		signal.Notify(ctrlC, os.Interrupt)
		go func() {
			for range ctrlC {
				i.interrupt()
			}
		}()
	})
}

// outStream is a standard stream. Who reads it may answer with Ctrl-C.
type outStream struct {
	f *os.File
	i *interrupts
}

func (o outStream) Write(p []byte) (int, error) {
	if !o.i.ending {
		o.i.catch()
	}
	return o.f.Write(p)
}

// File is what isatty() and fileno() ask.
func (o outStream) File() *os.File { return o.f }
