package py

// Outside runs f, which may take long and looks at nothing meanwhile, on a goroutine of its own
// and returns when it has ended. An interrupt that raises an exception ends the wait, not
// f: it goes on to its end, and nobody reads what it made. So f must own all that it reads
// and not touch the interpreter, of which other code may run by then.
func (t *Thread) Outside(f func()) error {
	wake := t.Wake()
	done := make(chan struct{})
	go func() {
		defer close(done)
		f()
	}()
	for {
		if err := t.Step(0); err != nil {
			return err
		}
		select {
		case <-done:
			return nil
		case <-wake:
		}
	}
}
