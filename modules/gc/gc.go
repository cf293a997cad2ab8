// Package gc is Python's gc, as far as it has a meaning over Go's collector, with
// MicroPython's mem_alloc, mem_free and threshold.
// https://docs.python.org/3.13/library/gc.html
// https://docs.micropython.org/en/latest/library/gc.html
package gc

import (
	"runtime"
	"time"

	"github.com/woma-lang/woma/py"
)

// Module is the module gc.
var Module = &py.Module{
	Name: "gc",
	Doc:  "Memory and its collector.",
	Table: func() py.Members {
		return py.Members{
			py.Const("DEBUG_COLLECTABLE", py.Int(2)),
			py.Const("DEBUG_LEAK", py.Int(38)),
			py.Const("DEBUG_SAVEALL", py.Int(32)),
			py.Const("DEBUG_STATS", py.Int(1)),
			py.Const("DEBUG_UNCOLLECTABLE", py.Int(4)),
			py.Make("callbacks", func(*py.Interp) py.Value { return py.NewList(nil).Value() }),
			py.Func("collect(generation=2)", collect),
			py.Func("disable()", disable),
			py.Func("enable()", enable),
			py.Func("freeze()", nothing),
			py.Make("garbage", func(*py.Interp) py.Value { return py.NewList(nil).Value() }),
			py.Func("get_count()", func(*py.Thread, *py.Args) (py.Value, error) {
				return py.NewTuple(py.Int(0), py.Int(0), py.Int(0)), nil
			}),
			py.Func("get_debug()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(of(t).debug), nil }),
			py.Func("get_freeze_count()", func(*py.Thread, *py.Args) (py.Value, error) { return py.Int(0), nil }),
			py.Func("get_threshold()", get_threshold),
			py.Func("is_finalized(obj, /)", func(*py.Thread, *py.Args) (py.Value, error) { return py.False, nil }),
			py.Func("is_tracked(obj, /)", is_tracked),
			py.Func("isenabled()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Bool(!of(t).off), nil }),
			py.Func("mem_alloc()", mem_alloc),
			py.Func("mem_free()", mem_free),
			py.Func("set_debug(flags, /)", set_debug),
			py.Func("set_threshold(threshold0, threshold1=10, threshold2=10, /)", set_threshold),
			py.Func("threshold(amount=-1, /)", threshold),
			py.Func("unfreeze()", nothing),
		}
	},
}

// state is what a program set; Go collects when it sees fit all the same.
type state struct {
	off        bool
	debug      int64
	thresholds [3]int64
	amount     int64 // MicroPython's threshold in bytes; -1: none
}

var stateKey = &py.Module{Name: "gc"}

func of(t *py.Thread) *state {
	if s, ok := t.Interp.State[stateKey].(*state); ok {
		return s
	}
	s := &state{thresholds: [3]int64{2000, 10, 0}, amount: -1}
	py.SetState(t, stateKey, s)
	return s
}

// collect runs Go's collector. How many unreachable objects it found is not known:
// the result is 0.
func collect(t *py.Thread, a *py.Args) (py.Value, error) {
	g := a.IntOr(t, 0, 2)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	if g < 0 || g > 2 {
		return py.Nil, py.Raise(py.ValueError, "invalid generation")
	}
	t.Interp.Machine.ClearDead(t)
	sweep()
	if t.Interp.WeakCallbacks > 0 || t.Interp.Finalizing() {
		sweep() // behind what the first one has queued
		time.Sleep(time.Millisecond)
	}
	// What died has callbacks to call (module weakref) and __del__. An object that is
	// only held by one with __del__ dies in the round after.
	for range 100 {
		if t.Interrupt.Load()&py.InterruptCall == 0 || t.Interp.OnInterrupt == nil {
			break
		}
		if err := t.Interp.OnInterrupt(t); err != nil {
			return py.Nil, err
		}
		if !t.Interp.Finalizing() {
			break
		}
		t.Interp.Machine.ClearDead(t)
		sweep()
		sweep()
	}
	return py.Int(0), nil
}

// sweep collects and waits until the functions for what died have run, as far as can
// be known: they run in no order that is promised.
func sweep() {
	done := make(chan struct{})
	runtime.AddCleanup(new([64]byte), func(c chan struct{}) { close(c) }, done)
	last := &sentinel{make(chan struct{})}
	finalized := last.done
	runtime.SetFinalizer(last, func(s *sentinel) { close(s.done) })
	runtime.GC()
	timeout := time.After(time.Second)
	for _, c := range [...]chan struct{}{done, finalized} {
		select {
		case <-c:
		case <-timeout:
			return
		}
	}
	time.Sleep(200 * time.Microsecond)
}

// sentinel is an object whose death is waited for.
type sentinel struct{ done chan struct{} }

func disable(t *py.Thread, a *py.Args) (py.Value, error) {
	of(t).off = true
	return py.None, nil
}

func enable(t *py.Thread, a *py.Args) (py.Value, error) {
	of(t).off = false
	return py.None, nil
}

func nothing(t *py.Thread, a *py.Args) (py.Value, error) { return py.None, nil }

func is_tracked(t *py.Thread, a *py.Args) (py.Value, error) {
	switch v := a.Value(0); v.Type() {
	case py.IntType, py.FloatType, py.ComplexType, py.BoolType, py.StrType, py.BytesType, py.NoneType:
		return py.False, nil
	}
	return py.True, nil
}

func get_threshold(t *py.Thread, a *py.Args) (py.Value, error) {
	h := of(t).thresholds
	return py.NewTuple(py.Int(h[0]), py.Int(h[1]), py.Int(h[2])), nil
}

func set_threshold(t *py.Thread, a *py.Args) (py.Value, error) {
	h := of(t).thresholds
	for i := range h {
		h[i] = int64(a.IntOr(t, i, int(h[i])))
	}
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	of(t).thresholds = h
	return py.None, nil
}

func set_debug(t *py.Thread, a *py.Args) (py.Value, error) {
	n := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	of(t).debug = int64(n)
	return py.None, nil
}

// threshold is MicroPython's: without an argument it returns the amount.
func threshold(t *py.Thread, a *py.Args) (py.Value, error) {
	if !a.Has(0) {
		return py.Int(of(t).amount), nil
	}
	n := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	// MicroPython counts in blocks of four words.
	of(t).amount = -1
	if n >= 0 {
		of(t).amount = int64(n) / 32 * 32
	}
	return py.None, nil
}

// mem_alloc is the number of bytes in objects, those of a whole process.
func mem_alloc(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(py.HeapBytes()), nil }

// mem_free is what the memory limit leaves, or the largest int without a limit.
func mem_free(t *py.Thread, a *py.Args) (py.Value, error) {
	if limit := t.Interp.MemLimit; limit > 0 {
		return py.Int(max(limit-py.HeapBytes(), 0)), nil
	}
	return py.Int(1<<63 - 1 - py.HeapBytes()), nil
}
