package py

import (
	"runtime"
	"sync/atomic"
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
}

// watch arranges for the call of __del__ on a fresh object.
func watch(cls *Type, h *Head) {
	in := cls.interp
	if in == nil || in.finalizers.closed.Load() {
		return
	}
	f := &in.finalizers
	if len(f.alive) == cap(f.alive) {
		live := make([]weak.Pointer[Head], 0, len(f.alive)+8)
		for _, w := range f.alive {
			if w.Value() != nil {
				live = append(live, w)
			}
		}
		if cap(live) < 2*len(live) {
			live = append(make([]weak.Pointer[Head], 0, 2*len(live)), live...)
		}
		f.alive = live
	}
	f.alive = append(f.alive, weak.Make(h))
	// The function must not hold the interpreter: nobody may ever close it.
	setFinalizer(h, true)
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
