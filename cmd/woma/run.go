package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/internal/hostfs"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib"
)

// interrupted is the exit status after Ctrl-C: what a shell shows for a process
// that SIGINT ended, which is how CPython ends.
const interrupted = 130

// session is one run of the command.
type session struct {
	*options
	in         *woma.Interp
	stdin      io.Reader // what sys.stdin reads
	interrupts interrupts
}

// run does what the command line says and returns the exit status.
func (o *options) run() int {
	s := &session{options: o, stdin: os.Stdin}
	var lines *interruptibleReader
	if mayBlock(os.Stdin) {
		lines = newInterruptibleReader(os.Stdin)
		s.stdin = lines
	}
	if o.heapSize == 0 {
		o.heapSize = defaultHeap()
	}
	in, err := woma.New(woma.Config{
		Modules: stdlib.All(),
		Stdin:   s.stdin,
		Stdout:  outStream{os.Stdout, &s.interrupts},
		Stderr:  outStream{os.Stderr, &s.interrupts},
		Args:    o.args,
		Path:    o.sysPath(),
		Env:     os.Environ(),
		FS:      hostfs.New(),
		Now:     time.Now,
		Random:  hostfs.Random,
		System:  s.system(),

		WarnOptions: o.warnOptions(),
		OnImport:    o.onImport(),

		MaxMemory: o.heapSize,
		Optimize:  o.optimize,
		FIPS:      o.fips,
		JIT:       !o.noJIT && os.Getenv("PYTHON_JIT") != "0",
	})
	if err != nil {
		os.Stderr.WriteString("woma: " + err.Error() + "\n")
		return 1
	}
	s.in = in
	s.interrupts.interrupt = in.Interrupt
	if lines != nil {
		lines.set, lines.take = in.Interrupt, in.TakeInterrupt
		lines.before = s.interrupts.catch
		s.interrupts.interrupt = lines.interrupt
	}
	// What a program that ends at once does not need.
	time.AfterFunc(quiet, func() {
		s.interrupts.catch()
		tuneGC(o.heapSize)
	})
	return s.main()
}

// system is os.system, nil where there are no commands. The command may end the program.
func (s *session) system() func(string, []string) (int, error) {
	if shell == nil {
		return nil
	}
	return func(command string, env []string) (int, error) {
		s.interrupts.catch()
		return shell(command, env)
	}
}

// onImport is what -v asks for.
func (o *options) onImport() func(name, file string) {
	if !o.verbose {
		return nil
	}
	return func(name, file string) {
		if file == "" {
			file = "built-in"
		}
		os.Stderr.WriteString("import '" + name + "' # " + file + "\n")
	}
}

// warnOptions are those of the environment and of the command line.
func (o *options) warnOptions() []string {
	var all []string
	if env := os.Getenv("PYTHONWARNINGS"); env != "" && !o.isolated {
		all = strings.Split(env, ",")
	}
	return append(all, o.warnings...)
}

// mayBlock reports whether reading from f may wait for somebody: it is no file.
func mayBlock(f *os.File) bool {
	st, err := f.Stat()
	return err == nil && !st.Mode().IsRegular()
}

func isTerminal(f *os.File) bool {
	st, err := f.Stat()
	return err == nil && st.Mode()&os.ModeCharDevice != 0 && termIs(f)
}

// main runs the program, then the prompt if one is asked for, then the end.
func (s *session) main() int {
	ctx := context.Background()
	var err error
	prompt := s.inspect
	switch s.kind {
	case fromCommand:
		err = s.exec(ctx, s.what, "<string>")
	case fromModule:
		err = s.runModule(ctx)
	case fromFile:
		err = s.runFile(ctx)
	case fromStdin:
		if isTerminal(os.Stdin) || s.inspect {
			s.interrupts.catch()
			s.banner()
			return s.finish(ctx, s.repl(ctx))
		}
		var text []byte
		if text, err = io.ReadAll(s.stdin); err == nil {
			err = s.exec(ctx, string(text), "<stdin>")
		}
	}
	var failed *cannotRun
	if errors.As(err, &failed) {
		os.Stderr.WriteString("woma: " + failed.text + "\n")
		s.in.Close()
		return failed.status
	}
	if prompt {
		s.interrupts.catch()
		if err == nil {
			s.in.Do(ctx, func(t *py.Thread) error { flush(t, "stdout"); return nil })
		}
		s.report(ctx, err)
		err = s.repl(ctx)
	}
	return s.finish(ctx, err)
}

// exec runs a program text as __main__, or only compiles it.
func (s *session) exec(ctx context.Context, text, filename string) error {
	if !s.compileOnly {
		return s.in.Run(ctx, text, filename)
	}
	return s.in.Do(ctx, func(t *py.Thread) error {
		_, err := t.Interp.Machine.Compile(t, []byte(text), filename, "exec", py.CompileFlags{Optimize: -1})
		return err
	})
}

// cannotRun is an error before the program starts.
type cannotRun struct {
	status int
	text   string
}

func (c *cannotRun) Error() string { return c.text }

// runFile runs the script, or __main__.py of a folder.
func (s *session) runFile(ctx context.Context) error {
	path, err := filepath.Abs(s.what)
	if err != nil {
		path = s.what
	}
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		dir := path
		path = filepath.Join(dir, "__main__.py")
		if _, err := os.Stat(path); err != nil {
			return &cannotRun{1, "can't find '__main__' module in '" + dir + "'"}
		}
	}
	text, err := hostfs.ReadFile(path)
	if err != nil {
		return &cannotRun{2, "can't open file '" + path + "': " + osErrorText(err)}
	}
	if s.skipFirst {
		if i := strings.IndexByte(string(text), '\n'); i >= 0 {
			text = text[i:]
		}
	}
	return s.execFile(ctx, string(text), path, "")
}

// execFile runs the text of a file as __main__.
func (s *session) execFile(ctx context.Context, text, path, pkg string) error {
	d := s.in.Main().Dict
	d.SetItem("__file__", py.NewStr(py.ToWTF8(path)))
	if pkg != "" {
		d.SetItem("__package__", py.NewStr(pkg))
	}
	return s.exec(ctx, text, path)
}

// osErrorText words an error of the operating system as str(OSError) does.
func osErrorText(err error) string {
	if e, ok := py.FromGo(err).(*py.Exc); ok {
		text := strings.TrimPrefix(e.Error(), e.Class().Name+": ")
		if i := strings.LastIndex(text, ": '"); i > 0 {
			text = text[:i]
		}
		return text
	}
	return err.Error()
}

// runModule is -m: the module is found on sys.path, after the packages above it
// were imported, and run as __main__.
func (s *session) runModule(ctx context.Context) error {
	var path, pkg string
	err := s.in.Do(ctx, func(t *py.Thread) (err error) {
		path, pkg, err = findModule(t, s.what)
		return err
	})
	if err != nil {
		return err
	}
	text, err := hostfs.ReadFile(path)
	if err != nil {
		return &cannotRun{1, "can't open file '" + path + "': " + osErrorText(err)}
	}
	s.args[0] = path
	s.in.Do(ctx, func(t *py.Thread) error {
		argv, err := py.GetAttr(t, t.Interp.SysM, py.Name("argv"))
		if err == nil {
			err = py.SetItem(t, argv, py.Int(0), py.NewStr(py.ToWTF8(path)))
		}
		return err
	})
	return s.execFile(ctx, string(text), path, pkg)
}

// findModule returns the file of a module and the package it belongs to.
func findModule(t *py.Thread, name string) (path, pkg string, err error) {
	dirs := t.Interp.Path
	base := name
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		pkg, base = name[:i], name[i+1:]
		if dirs, err = packageDirs(t, pkg); err != nil {
			if py.ErrIs(err, py.ModuleNotFoundError) {
				return "", "", &cannotRun{1, "Error while finding module specification for '" + name + "' (" + err.Error() + ")"}
			}
			return "", "", err
		}
	}
	for _, dir := range dirs {
		if dir == ".frozen" {
			continue
		}
		p := filepath.Join(dir, base)
		if isFile(p + ".py") {
			return absolute(p + ".py"), pkg, nil
		}
		if isFile(filepath.Join(p, "__init__.py")) || isFile(filepath.Join(p, "__main__.py")) {
			main := filepath.Join(p, "__main__.py")
			if !isFile(main) {
				return "", "", &cannotRun{1, "No module named " + name + ".__main__; '" + name + "' is a package and cannot be directly executed"}
			}
			if isFile(filepath.Join(p, "__init__.py")) {
				if _, err := packageDirs(t, name); err != nil {
					return "", "", err
				}
			}
			return absolute(main), name, nil
		}
	}
	if t.Interp.Available.Get(name) != nil {
		return "", "", &cannotRun{1, "No code object available for " + name}
	}
	return "", "", &cannotRun{1, "No module named " + name}
}

// packageDirs imports a package and returns its __path__.
func packageDirs(t *py.Thread, name string) ([]string, error) {
	m, err := t.Interp.Machine.Import(t, name, nil, py.NewTuple(py.NewStr("__path__")), 0)
	if err != nil {
		return nil, err
	}
	v, err := py.LookupAttr(t, m, py.Name("__path__"))
	if err != nil || !v.Bound() {
		return nil, err
	}
	items, err := py.ToSlice(t, v)
	if err != nil {
		return nil, err
	}
	var dirs []string
	for _, it := range items {
		if s, ok := py.AsStr(it); ok {
			dirs = append(dirs, s.String())
		}
	}
	return dirs, nil
}

func isFile(path string) bool {
	st, err := os.Stat(path)
	return err == nil && st.Mode().IsRegular()
}

func absolute(path string) string {
	if p, err := filepath.Abs(path); err == nil {
		return p
	}
	return path
}

// sysPath returns the initial sys.path: the script's folder as in CPython (” for
// the current one where there is no script), then MICROPYPATH or MicroPython's
// default folders.
func (o *options) sysPath() []string {
	var path []string
	switch {
	case o.safePath:
	case o.kind == fromFile:
		dir := absolute(o.what)
		if st, err := os.Stat(dir); err != nil || !st.IsDir() {
			if p, err := filepath.EvalSymlinks(dir); err == nil {
				dir = p
			}
			dir = filepath.Dir(dir)
		}
		path = append(path, dir)
	case o.kind == fromModule:
		if dir, err := os.Getwd(); err == nil {
			path = append(path, dir)
		}
	default:
		path = append(path, "")
	}
	list, ok := os.LookupEnv("MICROPYPATH")
	if o.isolated {
		return append(path, ".frozen")
	}
	if !ok {
		list = strings.Join([]string{".frozen", "~/.micropython/lib", "/usr/lib/micropython"}, string(os.PathListSeparator))
	}
	if list == "" {
		return path
	}
	home, _ := os.UserHomeDir()
	for _, dir := range filepath.SplitList(list) {
		if strings.HasPrefix(dir, "~/") {
			if home == "" {
				continue
			}
			dir = home + dir[1:]
		}
		path = append(path, dir)
	}
	return path
}

// report prints an exception that ended the program, if it is one to be printed.
// It returns the exit status.
func (s *session) report(ctx context.Context, err error) int {
	if err == nil {
		return 0
	}
	var exc *py.Exc
	if !errors.As(err, &exc) {
		os.Stderr.WriteString("woma: " + err.Error() + "\n")
		return 1
	}
	status := 1
	s.in.Do(ctx, func(t *py.Thread) error {
		flush(t, "stdout")
		if exc.IsA(py.SystemExit) {
			code, err := py.LookupAttr(t, exc.Value(), py.Name("code"))
			if err != nil {
				return err
			}
			var text py.Value
			if status, text = exitStatus(code); text.Bound() {
				if msg, err := py.ToStr(t, text); err == nil {
					writeErr(t, msg.String()+"\n")
				}
			}
			return nil
		}
		if exc.IsA(py.KeyboardInterrupt) {
			status = interrupted
		}
		hook, err := py.LookupAttr(t, t.Interp.SysM, py.Name("excepthook"))
		if _, native := py.IsNative(hook); err == nil && hook.Bound() && !native {
			tb := py.None
			if exc.TB != nil {
				tb = py.Object(exc.TB)
			}
			_, err = py.Call(t, hook, exc.Class().Value(), exc.Value(), tb)
			if err == nil {
				return nil
			}
			writeErr(t, "Error in sys.excepthook:\n"+s.in.FormatError(t, err)+"\nOriginal exception was:\n")
		}
		writeErr(t, s.in.FormatError(t, exc))
		if exc.IsA(py.MemoryError) {
			writeErr(t, "woma: the limit for the program's objects is "+strconv.FormatInt(s.heapSize>>10, 10)+"k; -X heapsize=N, before the program's name, sets another\n")
		}
		return nil
	})
	return status
}

// writeErr writes to sys.stderr, or to the real one if that fails.
func writeErr(t *py.Thread, text string) {
	f, err := py.LookupAttr(t, t.Interp.SysM, py.Name("stderr"))
	if err == nil && f.Bound() && !f.IsNone() {
		if _, err = py.CallMethod(t, f, py.Name("write"), py.NewStr(text)); err == nil {
			flush(t, "stderr")
			return
		}
	}
	os.Stderr.WriteString(text)
}

func flush(t *py.Thread, stream string) {
	if f, err := py.LookupAttr(t, t.Interp.SysM, py.Name(stream)); err == nil && f.Bound() && !f.IsNone() {
		py.CallMethod(t, f, py.Name("flush"))
	}
}

// exitStatus returns the process exit status for the argument of SystemExit; text
// is what must be printed, if it is not a number.
func exitStatus(code py.Value) (status int, text py.Value) {
	switch {
	case !code.Bound() || code.IsNone():
		return 0, py.Nil
	case code.IsInt() || code.IsBool():
		return int(code.I() & 0xFF), py.Nil
	case py.IsInstance(code, py.IntType):
		return 255, py.Nil
	}
	return 1, code
}

// finish reports how the program ended, runs its exit functions and returns the
// exit status.
func (s *session) finish(ctx context.Context, err error) int {
	s.interrupts.ending = true
	var exc *py.Exc
	if errors.As(err, &exc) && exc.IsA(py.OSError) && exc.TB == nil {
		err = nil // no code raised it: standard output could not be written, as Close will find again
	}
	status := s.report(ctx, err)
	if err := s.in.Close(); err != nil {
		if py.ErrIs(err, py.BrokenPipeError) {
			return status
		}
		// As CPython when flushing fails.
		os.Stderr.WriteString("Exception ignored on flushing sys.stdout:\n" + s.in.Traceback(err))
		status = 120
	}
	return status
}
