package py

// scheduled is a call that waits for the end of a slice.
type scheduled struct{ f, arg Value }

// ScheduleCall asks the interpreter to call f(arg) between two instructions soon
// (micropython.schedule).
func (in *Interp) ScheduleCall(f, arg Value) {
	in.pending = append(in.pending, scheduled{f, arg})
	in.Main.SetInterrupt(InterruptCall)
}

// CallLater is ScheduleCall for other goroutines; there is no limit.
func (in *Interp) CallLater(f, arg Value) {
	in.laterLock.Lock()
	in.later = append(in.later, scheduled{f, arg})
	in.laterLock.Unlock()
	in.Main.SetInterrupt(InterruptCall)
}

// PendingCalls returns how many calls wait.
func (in *Interp) PendingCalls() int { return len(in.pending) }

// Scheduling reports whether a scheduled call runs: Ctrl-C waits until it has ended.
func (in *Interp) Scheduling() bool { return in.scheduling }

// RunScheduled makes the calls that wait, those that they schedule too, one after
// the other. report gets what they raise.
func (t *Thread) RunScheduled(report func(error)) {
	in := t.Interp
	if in.scheduling {
		return
	}
	in.scheduling = true
	defer func() { in.scheduling = false }()
	t.Interrupt.And(^InterruptCall)
	in.laterLock.Lock()
	in.pending = append(in.pending, in.later...)
	in.later = nil
	in.laterLock.Unlock()
	for n := len(in.pending); n > 0; n-- {
		c := in.pending[0]
		in.pending[0] = scheduled{} // what has been called may be garbage
		in.pending = in.pending[1:]
		if _, err := Call(t, c.f, c.arg); err != nil {
			report(err)
		}
	}
	if len(in.pending) > 0 {
		t.SetInterrupt(InterruptCall)
	}
}

// Interned returns the number of interned strings and of the bytes in them.
func (in *Interp) Interned() (n, bytes int) {
	for s := range in.interned {
		bytes += len(s)
	}
	return len(in.interned), bytes
}
