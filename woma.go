// Package woma runs Python programs inside a Go program.
//
//	in, err := woma.New(woma.Config{Modules: stdlib.Core(), Stdout: os.Stdout})
//	if err != nil { … }
//	defer in.Close()
//	err = in.Exec(ctx, `print("hello")`, "hello.py")
//
// An interpreter is one Python world: its modules, its sys.modules, its __main__.
// Any number of them can exist and run at the same time; they share nothing that
// changes. The methods of one [Interp] may be called from any goroutine, one call
// runs at a time.
//
// A Python exception comes back as a *[py.Exc] (use [errors.As]); [Interp.Traceback]
// gives the text that Python would print for it.
package woma

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/woma-lang/woma/internal/vm"
	"github.com/woma-lang/woma/py"
)

// ErrClosed is returned by the methods of an interpreter after Close.
var ErrClosed = errors.New("woma: interpreter is closed")

// Interp is one Python interpreter.
type Interp struct {
	mu     sync.Mutex // held while Python runs
	in     *py.Interp
	t      *py.Thread
	main   *py.ModuleObj
	grace  time.Time         // when a cancelled program stops getting time to clean up
	source map[string]string // text of what Exec ran, by file name, for tracebacks
	shown  struct {          // file that a traceback is being made from
		name  string
		lines []string
	}
	closed bool
}

// cleanup is how long a cancelled program may go on in its finally clauses and
// with statements before every further step of it fails.
const cleanup = 250 * time.Millisecond

// New returns an interpreter with an empty __main__.
func New(c Config) (*Interp, error) {
	in := &py.Interp{
		Modules: py.NewDictSize(16),
		Stdin:   c.Stdin,
		Stdout:  c.Stdout,
		Stderr:  c.Stderr,
		FS:      c.FS,
		Now:     c.Now,
		Random:  c.Random,
		System:  c.System,

		OnImport:    c.OnImport,
		WarnOptions: c.WarnOptions,

		Env:       c.Env,
		Argv:      c.Args,
		Path:      c.Path,
		Optimize:  c.Optimize,
		MaxDepth:  c.MaxDepth,
		MemLimit:  c.MaxMemory,
		FIPS:      c.FIPS,
		JIT:       c.JIT,
		Available: c.Modules,
	}
	in.SliceSteps = int64(max(c.SliceSteps, 0))
	if in.Argv == nil {
		in.Argv = []string{""}
	}
	builtins, sys := in.Available.Get("builtins"), in.Available.Get("sys")
	if builtins == nil || sys == nil {
		return nil, errors.New("woma: Config.Modules lacks builtins or sys; see package stdlib")
	}
	p := &Interp{in: in, t: vm.New(in)}
	in.OnInterrupt = p.onInterrupt
	in.Source = p.sourceLine
	b, err := builtins.Instantiate(p.t)
	if err != nil {
		return nil, fmt.Errorf("woma: builtins: %w", err)
	}
	in.Builtins, in.BuiltinM = b.Dict, b.Value()
	s, err := sys.Instantiate(p.t)
	if err != nil {
		return nil, fmt.Errorf("woma: sys: %w", err)
	}
	in.SysM = s.Value()
	p.newMain()
	return p, nil
}

// newMain makes an empty __main__.
func (p *Interp) newMain() {
	p.main = py.NewModuleObj(p.in, "__main__")
	p.main.Dict.SetItem("__builtins__", p.in.BuiltinM)
	p.main.Dict.SetItem("__annotations__", py.NewDict().Value())
	p.in.Modules.SetItem("__main__", p.main.Value())
}

// Do runs f on the interpreter's main thread, which all of package py is used
// with. It is what the other methods are made of: it waits until nothing else runs,
// and makes f end early when ctx is cancelled. f must not keep the thread.
//
// An error that comes from a cancelled ctx satisfies errors.Is(err, ctx.Err()).
func (p *Interp) Do(ctx context.Context, f func(t *py.Thread) error) (err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return ErrClosed
	}
	return p.do(ctx, f)
}

func (p *Interp) do(ctx context.Context, f func(t *py.Thread) error) (err error) {
	if err := ctx.Err(); err != nil {
		return err
	}
	if ctx.Done() != nil {
		p.grace = time.Time{}
		// The interrupt must not be set after the run it was meant for.
		var end sync.Mutex
		ended := false
		stop := context.AfterFunc(ctx, func() {
			end.Lock()
			defer end.Unlock()
			if !ended {
				p.t.SetInterrupt(py.InterruptCancel)
			}
		})
		defer func() {
			if !stop() {
				end.Lock()
				ended = true
				end.Unlock()
				p.t.Interrupt.And(^py.InterruptCancel)
				if err != nil {
					err = &cancelled{err, ctx.Err()}
				}
			}
		}()
	}
	return f(p.t)
}

// cancelled is the error of a run that its context ended: both the Python exception
// and the context's error.
type cancelled struct{ err, cause error }

func (c *cancelled) Error() string   { return c.cause.Error() + ": " + c.err.Error() }
func (c *cancelled) Unwrap() []error { return []error{c.err, c.cause} }

// onInterrupt is called at the end of a slice when an interrupt is pending.
func (p *Interp) onInterrupt(t *py.Thread) error {
	bits := t.Interrupt.Load()
	if bits&py.InterruptCancel != 0 {
		// The exception comes again at the end of every slice. A program that
		// catches it and goes on has a moment to clean up, then every back-edge
		// and every call fails: it gets out of any nest of loops and handlers.
		now := time.Now()
		if p.grace.IsZero() {
			p.grace = now.Add(cleanup)
		} else if now.After(p.grace) {
			t.Budget = 0
		}
		return py.NewExc(py.KeyboardInterrupt)
	}
	if bits&py.InterruptSignal != 0 && !p.in.Scheduling() {
		t.Interrupt.And(^py.InterruptSignal)
		return py.NewExc(py.KeyboardInterrupt)
	}
	if bits&py.InterruptCall != 0 {
		t.RunScheduled(func(err error) { p.report(t, err) })
	}
	return nil
}

// report writes an exception that nobody can catch to sys.stderr.
func (p *Interp) report(t *py.Thread, err error) {
	out, lerr := py.LookupAttr(t, p.in.SysM, nameStderr.Str())
	if lerr == nil && out.Bound() && !out.IsNone() {
		// Nothing more can be done if even that fails.
		if e, ok := err.(*py.Exc); ok {
			_ = py.WriteText(t, out, py.FormatException(t, e, p.in.Source))
		}
	}
}

// Interrupt makes the running program raise KeyboardInterrupt, as Ctrl-C does. It
// does not wait, and may be called by a signal handler's goroutine.
func (p *Interp) Interrupt() { p.t.SetInterrupt(py.InterruptSignal) }

// TakeInterrupt withdraws an interrupt that the program has not seen yet; it reports
// whether there was one. A Reader that the host gives as Stdin asks it before it waits, and
// returns a KeyboardInterrupt instead. It may be called from any goroutine.
func (p *Interp) TakeInterrupt() bool {
	return p.t.Interrupt.And(^py.InterruptSignal)&py.InterruptSignal != 0
}

// Exec runs source as the body of __main__. filename is what tracebacks show.
func (p *Interp) Exec(ctx context.Context, source, filename string) error {
	return p.Do(ctx, func(t *py.Thread) error { return p.exec(t, source, filename) })
}

// Run is Exec for a host that calls [Interp.Close] next: what sys.stdout holds back
// stays there until then.
func (p *Interp) Run(ctx context.Context, source, filename string) error {
	return p.Do(ctx, func(t *py.Thread) error { return p.run(t, source, filename) })
}

func (p *Interp) exec(t *py.Thread, source, filename string) error {
	return p.out(p.run(t, source, filename))
}

func (p *Interp) run(t *py.Thread, source, filename string) error {
	p.keepSource(filename, source)
	code, err := p.in.Machine.Compile(t, []byte(source), filename, "exec", py.CompileFlags{Optimize: -1, File: !strings.HasPrefix(filename, "<"),
		Text:   strings.HasPrefix(filename, "<") && filename != "<stdin>",
		Script: filename == "<stdin>" || !strings.HasPrefix(filename, "<")})
	if err != nil {
		return err
	}
	_, err = p.in.Machine.Run(t, code, p.main.Dict, py.Nil)
	return err
}

// out writes out what sys.stdout holds back, so that the host sees what was printed.
// err is the run's own error, which comes first.
func (p *Interp) out(err error) error {
	if e := p.flush(p.t); err == nil {
		err = e
	}
	return err
}

// keepSource remembers text for tracebacks. What the file system has is read again
// when it is needed.
func (p *Interp) keepSource(filename, source string) {
	if !strings.HasPrefix(filename, "<") && p.in.FS != nil {
		return
	}
	if filename == "<stdin>" {
		return // CPython shows no lines of a piped program either
	}
	if p.source == nil {
		p.source = map[string]string{}
	}
	p.source[filename] = source
}

// ExecFile runs a file of Config.FS as __main__ and sets its __file__.
func (p *Interp) ExecFile(ctx context.Context, path string) error {
	return p.Do(ctx, func(t *py.Thread) error {
		src, err := p.readFile(path)
		if err != nil {
			return py.FromGo(err)
		}
		p.main.Dict.SetItem("__file__", py.NewStr(py.ToWTF8(path)))
		return p.exec(t, string(src), path)
	})
}

func (p *Interp) readFile(path string) ([]byte, error) {
	if p.in.FS == nil {
		return nil, &fs.PathError{Op: "open", Path: path, Err: fs.ErrPermission}
	}
	f, err := p.in.FS.OpenFile(path, os.O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// Eval returns the value of an expression in __main__.
func (p *Interp) Eval(ctx context.Context, expr string) (v py.Value, err error) {
	err = p.Do(ctx, func(t *py.Thread) error {
		p.keepSource("<string>", expr)
		code, err := p.in.Machine.Compile(t, []byte(strings.TrimLeft(expr, " \t")), "<string>", "eval", py.CompileFlags{Optimize: -1})
		if err != nil {
			return err
		}
		v, err = p.in.Machine.Run(t, code, p.main.Dict, py.Nil)
		return p.out(err)
	})
	return v, err
}

// Call calls f, which is the name of a global of __main__ ("module.function" and
// "object.method" work) or a [py.Value]. The arguments are converted by [ToPython].
func (p *Interp) Call(ctx context.Context, f any, args ...any) (v py.Value, err error) {
	err = p.Do(ctx, func(t *py.Thread) error {
		fn, err := p.callee(t, f)
		if err != nil {
			return err
		}
		vals := make([]py.Value, len(args))
		for i, a := range args {
			if vals[i], err = ToPython(a); err != nil {
				return err
			}
		}
		v, err = py.Call(t, fn, vals...)
		return p.out(err)
	})
	return v, err
}

func (p *Interp) callee(t *py.Thread, f any) (py.Value, error) {
	switch f := f.(type) {
	case py.Value:
		return f, nil
	case string:
		name, rest, _ := strings.Cut(f, ".")
		v, ok := p.global(name)
		if !ok {
			return py.Nil, py.Raise(py.NameError, "name '%s' is not defined", name)
		}
		for rest != "" {
			var err error
			name, rest, _ = strings.Cut(rest, ".")
			if v, err = py.GetAttr(t, v, p.in.Intern(name)); err != nil {
				return py.Nil, err
			}
		}
		return v, nil
	}
	return py.Nil, fmt.Errorf("woma: cannot call a %T", f)
}

func (p *Interp) global(name string) (py.Value, bool) {
	if v := p.main.Dict.GetItem(name); v.Bound() {
		return v, true
	}
	v := p.in.Builtins.GetItem(name)
	return v, v.Bound()
}

// Set sets a global of __main__ to a value converted by [ToPython].
func (p *Interp) Set(name string, v any) error {
	return p.Do(context.Background(), func(t *py.Thread) error {
		x, err := ToPython(v)
		if err == nil {
			p.main.Dict.SetStr(p.in.Intern(name), x)
		}
		return err
	})
}

// Get returns a global of __main__ (or a builtin); [FromPython] makes a Go value of it.
func (p *Interp) Get(name string) (v py.Value, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return py.Nil, false
	}
	return p.global(name)
}

// Func makes a Go function a global of __main__. signature is a Python one,
// "area(width, height=1, /)": it gives the function its name, and callers the
// error messages they know.
func (p *Interp) Func(signature string, f py.NativeFunc) error {
	name, _, ok := strings.Cut(signature, "(")
	if !ok {
		return errors.New("woma: signature without parentheses: " + signature)
	}
	return p.Set(name, py.NewNative(signature, f))
}

// Main returns the namespace of __main__, for use inside [Interp.Do].
func (p *Interp) Main() *py.ModuleObj { return p.main }

// Close runs the functions registered with atexit, flushes the standard streams and
// closes open files. The interpreter cannot be used afterwards. A program that
// hangs in its exit functions is not waited for longer than the context of
// [Interp.CloseContext] says; Close waits for ever.
func (p *Interp) Close() error { return p.CloseContext(context.Background()) }

// CloseContext is [Interp.Close] with a limit.
func (p *Interp) CloseContext(ctx context.Context) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil
	}
	p.closed = true
	return p.do(ctx, p.shutdown)
}
