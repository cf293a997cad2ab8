package py

import (
	"runtime"
	"slices"
	"sync/atomic"
	"time"
	"weak"
)

// __del__: Go's collector finds that an object is gone and keeps it for one more
// round; its method is called between two instructions of the interpreter's own
// thread, soon after. Objects that refer to themselves, directly or through others, are
// never found by Go's finalizers: those wait for the interpreter's end, as in CPython
// before 3.4. Classes without __del__ pay nothing.

// finalizers are the objects of an interpreter whose classes have __del__.
type finalizers struct {
	alive  []weak.Pointer[Head] // in the order of their making, some of them dead
	closed atomic.Bool
	count  atomic.Int64 // objects that Go's finalizers have not found
	most   int64        // how many more than manyWatched there may be before Go's collector is asked
	next   time.Time    // it is not asked before
}

// watch arranges for the call of __del__ on a fresh object.
func watch(cls *Type, h *Head) {
	in := cls.interp
	if in == nil || in.finalizers.closed.Load() {
		return
	}
	f := &in.finalizers
	if len(f.alive) == cap(f.alive) {
		if f.forget(); len(f.alive) > cap(f.alive)/2 {
			f.alive = slices.Grow(f.alive, len(f.alive))
		}
	}
	if f.count.Add(1) > f.most+manyWatched {
		f.collect()
	}
	f.alive = append(f.alive, weak.Make(h))
	// The function must not hold the interpreter: nobody may ever close it.
	setFinalizer(h, true)
}

// manyWatched is how many objects are waited for without a look whether they are gone.
const manyWatched = 1 << 15

// collect lets Go find the objects that are gone. An object with __del__ survives the first
// collection that finds it, so that a heap that may grow to several times what has survived
// would grow with each collection: to 1.5 GB for six million objects made one after the
// other.
func (f *finalizers) collect() {
	start := time.Now()
	if f.most += manyWatched / 32; start.Before(f.next) {
		return
	}
	runtime.GC()
	f.forget()
	for i := 0; i < 20 && f.count.Load() > int64(len(f.alive)); i++ {
		time.Sleep(100 * time.Microsecond) // the finalizers run
	}
	now := time.Now()
	f.next = now.Add(now.Sub(start))
	f.most = 2 * int64(len(f.alive))
}

// forget drops objects that are gone.
func (f *finalizers) forget() {
	f.alive = slices.DeleteFunc(f.alive, func(w weak.Pointer[Head]) bool { return w.Value() == nil })
}

// setFinalizer sets or removes the finalizer of an object. Go wants to see the start of
// the memory, which for tuples is before the head.
func setFinalizer(h *Head, on bool) {
	tuple := h.shape.Class.IsSubtype(TupleType)
	switch {
	case tuple && on:
		runtime.SetFinalizer(subTupleOf(h), func(x *subTuple) { dying(&x.Head) })
	case tuple:
		runtime.SetFinalizer(subTupleOf(h), nil)
	case on:
		runtime.SetFinalizer(h, dying)
	default:
		runtime.SetFinalizer(h, nil)
	}
}

// dying is what Go calls, on a goroutine of its own, with an object that is gone.
func dying(h *Head) {
	if in := h.shape.Class.interp; in != nil && !in.finalizers.closed.Load() {
		in.finalizers.count.Add(-1)
		in.CallLater(finalize, Object(h))
	}
}

// finalize calls __del__.
var finalize = NewNative("finalize(object, /)", func(t *Thread, a *Args) (Value, error) {
	callDel(t, a.Value(0))
	return None, nil
})

func callDel(t *Thread, v Value) {
	del := v.Type().Slots.Del
	if del == nil {
		return
	}
	if err := del(t, v); err != nil {
		Unraisable(t, err, "", v.Type().Lookup(nameDel))
	}
}

// Finalizing reports whether there may be objects with __del__.
func (in *Interp) Finalizing() bool { return len(in.finalizers.alive) > 0 }

// FinalizeAll calls __del__ of all objects that are left, oldest first, at the end of
// the interpreter's life.
func (in *Interp) FinalizeAll(t *Thread) {
	f := &in.finalizers
	if len(f.alive) == 0 {
		return
	}
	t.RunScheduled(func(error) {})
	for len(f.alive) > 0 {
		h := f.alive[0].Value()
		f.alive = f.alive[1:]
		if h == nil {
			continue
		}
		setFinalizer(h, false)
		callDel(t, Object(h))
	}
	t.RunScheduled(func(error) {}) // what died at the same time
	f.closed.Store(true)
}
