package micropython

import (
	"encoding/binary"
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// What the compiler calls in viper functions (internal/compile/viper.go). Words are 64
// bits wide: int values are Python ints from -2**63 to 2**63-1, uint values from 0 to
// 2**64-1.

// viperMembers are the rows of the helpers.
func viperMembers() py.Members {
	return py.Members{
		py.FastFunc("_as_ptr(x, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) { return newPointer(t, a[0], 8) }),
		py.FastFunc("_as_ptr8(x, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) { return newPointer(t, a[0], 1) }),
		py.FastFunc("_as_ptr16(x, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) { return newPointer(t, a[0], 2) }),
		py.FastFunc("_as_ptr32(x, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) { return newPointer(t, a[0], 4) }),
		py.FastFunc("_load(p, i, /)", load),
		py.FastFunc("_shl_int(x, n, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) {
			x, n, err := words(t, a)
			return py.Int(int64(x << (n & 63))), err
		}),
		py.FastFunc("_shl_uint(x, n, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) {
			x, n, err := words(t, a)
			return py.NewUint(x << (n & 63)), err
		}),
		py.FastFunc("_shr(x, n, /)", func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) {
			x, n, err := words(t, a)
			if a[0].IsInt() && a[0].I() >= 0 || !a[0].IsInt() { // a uint above 2**63-1 is no small int
				return py.NewUint(x >> (n & 63)), err
			}
			return py.Int(int64(x) >> (n & 63)), err
		}),
		py.FastFunc("_store(p, i, x, /)", store),
	}
}

func words(t *py.Thread, a []py.Value) (x, y uint64, err error) {
	if x, err = py.MachineWord(t, a[0]); err == nil {
		y, err = py.MachineWord(t, a[1])
	}
	return x, y, err
}

// pointer is a viper pointer: memory of an object with the buffer protocol, seen as
// elements of size bytes.
type pointer struct {
	py.Head
	mem      []byte
	readOnly bool
	size     int
}

var (
	pointerType  = &py.Type{}
	pointerShape py.Shape
)

func pointerSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "micropython", Flags: py.Final | py.NotCallable | py.DottedName,
		Doc: "A pointer of a viper function.",
		Slots: py.Slots{Binary: pointerBinary, BinaryOps: 1<<py.OpAdd | 1<<py.OpSub, RBinOps: 1 << py.OpAdd,
			Unary: pointerInt, UnaryOps: 1 << py.OpInt},
	}
}

func newPointer(t *py.Thread, v py.Value, size int) (py.Value, error) {
	if p, ok := py.Cast[pointer](v, pointerType); ok {
		q := *p
		q.size = size
		return py.Object(&q), nil
	}
	if v.IsInt() && v.Bits() == 0 {
		return py.Object(&pointer{Head: pointerType.Root(), size: size}), nil
	}
	if v.Type().Slots.Buffer == nil {
		return py.Nil, py.Raise(py.TypeError, "a viper pointer needs an object with the buffer protocol, not '%s': there are no addresses here", py.TypeName(v))
	}
	b, err := py.GetBuffer(t, v)
	if err != nil {
		return py.Nil, err
	}
	if b.Release != nil {
		b.Release() // as in C, nobody keeps the object from being resized
	}
	return py.Object(&pointer{Head: pointerType.Root(), mem: b.Data, readOnly: b.ReadOnly, size: size}), nil
}

// pointerInt is int(pointer): a number that is the same for the same place. It cannot be
// made a pointer again.
func pointerInt(t *py.Thread, op py.UnaryOp, v py.Value) (py.Value, error) {
	p := py.As[pointer](v)
	if len(p.mem) == 0 {
		return py.Int(0), nil
	}
	return py.NewUint(uint64(uintptr(unsafe.Pointer(unsafe.SliceData(p.mem))))), nil
}

// pointerBinary is pointer + int, int + pointer, pointer - int outside of viper
// functions, in bytes; a pointer cannot leave the object.
func pointerBinary(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
	p, ok := py.Cast[pointer](a, pointerType)
	if !ok {
		if p, ok = py.Cast[pointer](b, pointerType); !ok || op != py.OpAdd {
			return py.NotImplemented, nil
		}
		b = a
	}
	if !b.IsInt() {
		return py.NotImplemented, nil
	}
	n := b.I()
	if op == py.OpSub {
		n = -n
	} else if op != py.OpAdd {
		return py.NotImplemented, nil
	}
	if n < 0 || n > int64(len(p.mem)) {
		return py.Nil, py.Raise(py.IndexError, "viper pointer offset %d is outside the %d bytes it points to", n, len(p.mem))
	}
	q := *p
	q.mem = p.mem[n:]
	return py.Object(&q), nil
}

// at returns the bytes of element i; IndexError where C would read what is not ours.
func (p *pointer) at(t *py.Thread, i py.Value) ([]byte, error) {
	n, err := py.MachineWord(t, i)
	if err != nil {
		return nil, err
	}
	k := int64(n)
	if k < 0 || k >= int64(len(p.mem)/p.size) {
		return nil, py.Raise(py.IndexError, "viper pointer index %d is outside the %d bytes it points to", k, len(p.mem))
	}
	return p.mem[int(k)*p.size : (int(k)+1)*p.size], nil
}

func load(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) {
	p, ok := py.Cast[pointer](a[0], pointerType)
	if !ok {
		return py.GetItem(t, a[0], a[1])
	}
	b, err := p.at(t, a[1])
	if err != nil {
		return py.Nil, err
	}
	switch p.size {
	case 1:
		return py.Int(int64(b[0])), nil
	case 2:
		return py.Int(int64(binary.LittleEndian.Uint16(b))), nil
	case 4:
		return py.Int(int64(binary.LittleEndian.Uint32(b))), nil
	}
	return py.Int(int64(binary.LittleEndian.Uint64(b))), nil
}

func store(t *py.Thread, _ py.Value, a []py.Value) (py.Value, error) {
	p, ok := py.Cast[pointer](a[0], pointerType)
	if !ok {
		return py.None, py.SetItem(t, a[0], a[1], a[2])
	}
	b, err := p.at(t, a[1])
	if err != nil {
		return py.Nil, err
	}
	if p.readOnly {
		return py.Nil, py.Raise(py.TypeError, "the viper pointer points to read-only memory")
	}
	x, err := py.MachineWord(t, a[2])
	if err != nil {
		return py.Nil, err
	}
	switch p.size {
	case 1:
		b[0] = byte(x)
	case 2:
		binary.LittleEndian.PutUint16(b, uint16(x))
	case 4:
		binary.LittleEndian.PutUint32(b, uint32(x))
	default:
		binary.LittleEndian.PutUint64(b, x)
	}
	return py.None, nil
}
