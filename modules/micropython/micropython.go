// Package micropython is MicroPython's module of the same name.
// https://docs.micropython.org/en/latest/library/micropython.html
//
// Native code is not emitted: @native functions are plain functions, @viper ones are
// plain functions too, compiled with viper's integers and pointers (see
// internal/compile). There is no heap to lock; heap_lock counts, and while it is
// above 0 what asks for memory by size raises MemoryError.
package micropython

import (
	"runtime"
	"strconv"

	"github.com/woma-lang/woma/py"
)

// Module is the module micropython.
var Module = &py.Module{
	Name: "micropython",
	Doc:  "Access and control MicroPython internals.",
	Types: func() {
		py.DefineLater(pointerType, &pointerShape, "ptr", pointerSpec)
		py.DefineLater(ringIOType, &ringIOShape, "RingIO", ringIOSpec)
	},
	Table: func() py.Members {
		return append(py.Members{
			py.Class(ringIOType),
			py.Func("alloc_emergency_exception_buf(size, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				a.Int(t, 0) // exceptions are always complete here
				return py.None, a.Err()
			}),
			py.Func("asm_thumb(func, /)", assembler),
			py.Func("asm_xtensa(func, /)", assembler),
			py.Func("asm_rv32(func, /)", assembler),
			py.Func("bytecode(func, /)", same),
			py.FastFunc("const(expr, /)", func(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) { return args[0], nil }),
			py.Func("heap_lock()", func(t *py.Thread, a *py.Args) (py.Value, error) {
				t.Interp.HeapLocks++
				return py.None, nil
			}),
			py.Func("heap_locked()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(int64(t.Interp.HeapLocks)), nil }),
			py.Func("heap_unlock()", func(t *py.Thread, a *py.Args) (py.Value, error) {
				if t.Interp.HeapLocks > 0 {
					t.Interp.HeapLocks--
				}
				return py.Int(int64(t.Interp.HeapLocks)), nil
			}),
			py.Func("kbd_intr(chr, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				a.Int(t, 0)
				return py.None, a.Err()
			}),
			py.Func("mem_current()", memory),
			py.Func("mem_info(verbose=None, /)", mem_info),
			py.Func("mem_peak()", memory),
			py.Func("mem_total()", memory),
			py.Func("native(func, /)", same),
			py.Func("opt_level(level=None, /)", opt_level),
			py.Func("qstr_info(verbose=None, /)", qstr_info),
			py.Func("schedule(func, arg, /)", schedule),
			py.Func("stack_use()", func(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(int64(t.Depth) * 96), nil }),
			py.Func("viper(func, /)", same),
		}, viperMembers()...)
	},
}

// same is a decorator that leaves the function as it is.
func same(t *py.Thread, a *py.Args) (py.Value, error) { return a.Value(0), nil }

func assembler(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Nil, py.Raise(py.NotImplementedError, "inline assembler needs a board: use @micropython.viper, which runs everywhere")
}

func opt_level(t *py.Thread, a *py.Args) (py.Value, error) {
	if !a.Has(0) {
		return py.Int(int64(t.Interp.Optimize)), nil
	}
	n := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	t.Interp.Optimize = n
	return py.None, nil
}

func memory(t *py.Thread, a *py.Args) (py.Value, error) { return py.Int(py.HeapBytes()), nil }

// mem_info prints what is known about memory in MicroPython's form.
func mem_info(t *py.Thread, a *py.Args) (py.Value, error) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	text := "stack: " + itoa(int64(t.Interp.Machine.Depth(t))*96) + " out of " + itoa(int64(t.Interp.MaxDepth)*96) +
		"\nGC: total: " + itoa(int64(m.HeapSys)) + ", used: " + itoa(int64(m.HeapAlloc)) + ", free: " + itoa(int64(m.HeapSys-m.HeapAlloc)) + "\n"
	return py.None, print(t, text)
}

// qstr_info prints how many strings are interned.
func qstr_info(t *py.Thread, a *py.Args) (py.Value, error) {
	n, bytes := t.Interp.Interned()
	return py.None, print(t, "qstr pool: n_pool=1, n_qstr="+itoa(int64(n))+", n_str_data_bytes="+itoa(int64(bytes))+", n_total_bytes="+itoa(int64(bytes)+24*int64(n))+"\n")
}

// print writes to sys.stdout.
func print(t *py.Thread, text string) error {
	out, err := py.LookupAttr(t, t.Interp.SysM, nameStdout.Str())
	if err != nil || !out.Bound() || out.IsNone() {
		return err
	}
	return py.WriteText(t, out, text)
}

var nameStdout = py.LateName{Text: "stdout"}

func itoa(n int64) string { return strconv.FormatInt(n, 10) }

// maxScheduled is how many calls may wait.
const maxScheduled = 8

func schedule(t *py.Thread, a *py.Args) (py.Value, error) {
	f := a.Value(0)
	if !py.IsCallable(f) {
		return py.Nil, py.Raise(py.TypeError, "'%s' object is not callable", py.TypeName(f))
	}
	if n, ok := py.IsNative(f); ok && n.Name == "kbd_intr" {
		// As if Ctrl-C had been typed; typed often before it is noticed, it counts once.
		t.SetInterrupt(py.InterruptSignal)
		return py.None, nil
	}
	if t.Interp.PendingCalls() >= maxScheduled {
		return py.Nil, py.Raise(py.RuntimeError, "schedule queue full")
	}
	t.Interp.ScheduleCall(f, a.Value(1))
	return py.None, nil
}
