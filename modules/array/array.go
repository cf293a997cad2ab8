// Package array is Python's array module: sequences of numbers or characters packed
// into memory. MicroPython's codes 'O' and 'P', objects and pointers, are there as well:
// a pointer is a number of 64 bits, which has a sign when it is read, an object is kept
// as its number in py.Handles.
package array

import (
	"encoding/binary"
	"math"

	"github.com/woma-lang/woma/py"
)

// Module is the module's table.
var Module = &py.Module{
	Name: "array",
	Doc:  "Arrays of numbers of one kind, stored as the machine does.",
	Types: func() {
		py.DefineLater(arrayType, &arrayShape, "array", arraySpec)
	},
	Table: func() py.Members {
		return py.Members{
			py.ClassAs("ArrayType", arrayType),
			py.Func("_array_reconstructor(arraytype, typecode, mformat_code, items, /)", reconstruct),
			py.Class(arrayType),
			py.Const("typecodes", py.NewStr("bBuwhHiIlLqQfd")),
		}
	},
}

// array is an array.array; the items are in b in the machine's (little-endian) order.
type array struct {
	py.Head
	code    byte
	size    int // of an item
	exports py.Exports
	b       []byte
	objects *py.Handles // of code 'O'
}

func itemSize(code byte) int {
	switch code {
	case 'b', 'B':
		return 1
	case 'h', 'H':
		return 2
	case 'i', 'I', 'f', 'u', 'w':
		return 4
	case 'l', 'L', 'q', 'Q', 'd', 'O', 'P':
		return 8
	}
	return 0
}

// arrayShape is the shape of plain arrays.
var arrayShape py.Shape

var arrayType = &py.Type{}

func arraySpec() py.TypeSpec {
	return py.TypeSpec{
		Module:  "array",
		Flags:   py.SeqPattern | py.DottedName,
		SubDict: py.SubDict[array](),
		Doc:     "array(typecode, initializer=()): numbers of the kind typecode says.",
		Slots: py.Slots{
			New:       arrayNew,
			Repr:      arrayRepr,
			Compare:   arrayCompare,
			Binary:    arrayBinary,
			BinaryOps: 1<<py.OpAdd | 1<<py.OpMul,
			RBinOps:   1 << py.OpMul,
			Inplace:   arrayInplace,
			InplOps:   1<<py.OpAdd | 1<<py.OpMul,
			Len:       func(t *py.Thread, v py.Value) (int, error) { return py.As[array](v).len(), nil },
			GetItem:   arrayGetItem,
			SetItem:   arraySetItem,
			Contains:  arrayContains,
			Iter:      arrayIter,
			Buffer:    arrayBuffer,
		},
		Members: py.Members{
			py.Method("append(v, /)", (*array).append_),
			py.Method("buffer_info()", (*array).buffer_info),
			py.Method("byteswap()", (*array).byteswap),
			py.Method("clear()", (*array).clear_),
			py.Method("count(v, /)", (*array).count),
			py.Method("extend(bb, /)", (*array).extend),
			py.Method("frombytes(buffer, /)", (*array).frombytes),
			py.Method("fromfile(f, n, /)", (*array).fromfile),
			py.Method("fromlist(list, /)", (*array).fromlist),
			py.Method("fromunicode(ustr, /)", (*array).fromunicode),
			py.Method("index(v, start=0, stop=9223372036854775807, /)", (*array).index),
			py.Method("insert(i, v, /)", (*array).insert),
			py.GetSet("itemsize", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Int(int64(py.As[array](v).size)), nil }, nil),
			py.Method("pop(i=-1, /)", (*array).pop),
			py.Method("remove(v, /)", (*array).remove),
			py.Method("reverse()", (*array).reverse),
			py.Method("tobytes()", (*array).tobytes),
			py.Method("tofile(f, /)", (*array).tofile),
			py.Method("tolist()", (*array).tolist),
			py.Method("tounicode()", (*array).tounicode),
			py.GetSet("typecode", func(t *py.Thread, v py.Value) (py.Value, error) { return py.Latin1(py.As[array](v).code), nil }, nil),
			py.Method("__copy__()", (*array).__copy__),
			py.Method("__deepcopy__(unused, /)", (*array).__copy__),
			py.Method("__reduce_ex__(value, /)", (*array).__reduce_ex__),
			py.Method("__sizeof__()", (*array).__sizeof__),
			py.ClassGetItem(),
		},
	}
}

func (o *array) len() int { return len(o.b) / o.size }

func isArray(v py.Value) (*array, bool) {
	if v.ShapeIs(&arrayShape) {
		return py.As[array](v), true
	}
	return py.Cast[array](v, arrayShape.Class)
}

// newArray returns an array that owns b.
func newArray(code byte, b []byte) *array {
	return &array{Head: arrayType.Root(), code: code, size: itemSize(code), b: b}
}

// like returns an array of o's kind that owns b.
func (o *array) like(b []byte) *array {
	x := newArray(o.code, b)
	x.objects = o.objects
	return x
}

// get returns item i.
func (o *array) get(i int) py.Value {
	switch o.code {
	case 'B':
		return py.Int(int64(o.b[i]))
	case 'b':
		return py.Int(int64(int8(o.b[i])))
	case 'h':
		return py.Int(int64(int16(binary.LittleEndian.Uint16(o.b[2*i:]))))
	case 'H':
		return py.Int(int64(binary.LittleEndian.Uint16(o.b[2*i:])))
	case 'i':
		return py.Int(int64(int32(binary.LittleEndian.Uint32(o.b[4*i:]))))
	case 'I':
		return py.Int(int64(binary.LittleEndian.Uint32(o.b[4*i:])))
	case 'f':
		return py.Float(float64(math.Float32frombits(binary.LittleEndian.Uint32(o.b[4*i:]))))
	case 'd':
		return py.Float(math.Float64frombits(binary.LittleEndian.Uint64(o.b[8*i:])))
	case 'l', 'q', 'P':
		return py.Int(int64(binary.LittleEndian.Uint64(o.b[8*i:])))
	case 'L', 'Q':
		return py.NewUint(binary.LittleEndian.Uint64(o.b[8*i:]))
	case 'O':
		v, _ := o.objects.Value(binary.LittleEndian.Uint64(o.b[8*i:]))
		return v
	}
	return py.Rune(rune(binary.LittleEndian.Uint32(o.b[4*i:]) & 0x1FFFFF))
}

// encode writes v as an item of o into b, which has room for one.
func (o *array) encode(t *py.Thread, b []byte, v py.Value) error {
	switch o.code {
	case 'f', 'd':
		f, err := py.AsFloat(t, v)
		if err != nil {
			return err
		}
		if o.code == 'f' {
			binary.LittleEndian.PutUint32(b, math.Float32bits(float32(f)))
		} else {
			binary.LittleEndian.PutUint64(b, math.Float64bits(f))
		}
		return nil
	case 'u', 'w':
		s, ok := py.AsStr(v)
		if !ok || s.Len() != 1 {
			return py.Raise(py.TypeError, "array item must be unicode character")
		}
		r, _ := py.DecodeRune(s.String())
		binary.LittleEndian.PutUint32(b, uint32(r))
		return nil
	case 'O':
		n, err := o.objects.Number(t, v)
		binary.LittleEndian.PutUint64(b, n)
		return err
	}
	if !v.IsInt() {
		var err error
		if v, err = py.Index(t, v); err != nil {
			return err
		}
	}
	n := uint64(v.I())
	if !v.IsInt() {
		x := py.AsBig(v)
		if !x.IsUint64() || o.code != 'L' && o.code != 'Q' && o.code != 'I' && o.code != 'P' {
			return o.tooBig(x.Sign() < 0)
		}
		if n = x.Uint64(); o.code == 'I' {
			return py.Raise(py.OverflowError, "unsigned int is greater than maximum")
		}
	} else if err := o.check(v.I()); err != nil {
		return err
	}
	switch o.size {
	case 1:
		b[0] = byte(n)
	case 2:
		binary.LittleEndian.PutUint16(b, uint16(n))
	case 4:
		binary.LittleEndian.PutUint32(b, uint32(n))
	default:
		binary.LittleEndian.PutUint64(b, n)
	}
	return nil
}

// tooBig is the error for an int of more than 64 bits.
func (o *array) tooBig(neg bool) error {
	switch o.code {
	case 'q':
		return py.Raise(py.OverflowError, "int too big to convert")
	case 'Q', 'P':
		if neg {
			return py.Raise(py.OverflowError, "can't convert negative int to unsigned")
		}
		return py.Raise(py.OverflowError, "int too big to convert")
	case 'I', 'L':
		if neg {
			return py.Raise(py.OverflowError, "can't convert negative value to unsigned int")
		}
		return py.Raise(py.OverflowError, "Python int too large to convert to C unsigned long")
	}
	return py.Raise(py.OverflowError, "Python int too large to convert to C long")
}

// check is the error for an int that does not fit the items. CPython reads some
// kinds of item through a wider type first, which its messages show.
func (o *array) check(n int64) error {
	within := func(lo, hi int64, what string) error {
		if n < lo {
			return py.Raise(py.OverflowError, "%s is less than minimum", what)
		}
		if n > hi {
			return py.Raise(py.OverflowError, "%s is greater than maximum", what)
		}
		return nil
	}
	switch o.code {
	case 'b':
		if n < -128 || n > 127 {
			if err := within(math.MinInt16, math.MaxInt16, "signed short integer"); err != nil {
				return err
			}
			return within(-128, 127, "signed char")
		}
	case 'B':
		if uint64(n) > 255 {
			return within(0, 255, "unsigned byte integer")
		}
	case 'h':
		if int64(int16(n)) != n {
			return within(math.MinInt16, math.MaxInt16, "signed short integer")
		}
	case 'H':
		if uint64(n) > 65535 {
			if err := within(math.MinInt32, math.MaxInt32, "signed integer"); err != nil {
				return err
			}
			return within(0, 65535, "unsigned short")
		}
	case 'i':
		if int64(int32(n)) != n {
			return within(math.MinInt32, math.MaxInt32, "signed integer")
		}
	case 'I', 'L':
		if n < 0 {
			return py.Raise(py.OverflowError, "can't convert negative value to unsigned int")
		}
		if o.code == 'I' && n > math.MaxUint32 {
			return py.Raise(py.OverflowError, "unsigned int is greater than maximum")
		}
	case 'Q':
		if n < 0 {
			return py.Raise(py.OverflowError, "can't convert negative int to unsigned")
		}
	}
	return nil
}

// resizable is the error while a buffer is exported.
func (o *array) resizable(t *py.Thread) error {
	if o.exports.Any(t) {
		return py.Raise(py.BufferError, "cannot resize an array that is exporting buffers")
	}
	return nil
}

// grow makes room for n more bytes, not yet part of the array.
func (o *array) grow(t *py.Thread, n int) error {
	if err := o.resizable(t); err != nil {
		return err
	}
	b, err := py.GrowBytes(t, o.b, n)
	if err != nil {
		return err
	}
	o.b = b
	return nil
}

// add appends an item.
func (o *array) add(t *py.Thread, v py.Value) error {
	var item [8]byte
	if err := o.encode(t, item[:], v); err != nil {
		return err
	}
	if err := o.grow(t, o.size); err != nil {
		return err
	}
	o.b = append(o.b, item[:o.size]...)
	return nil
}

func arrayNew(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
	if cls == arrayShape.Class && len(kw) > 0 {
		return py.Nil, py.CheckNoKeywords("array.array", kw)
	}
	args = args[:len(args)-len(kw)]
	switch {
	case len(args) == 0:
		return py.Nil, py.Raise(py.TypeError, "array() takes at least 1 argument (0 given)")
	case len(args) > 2:
		return py.Nil, py.Raise(py.TypeError, "array() takes at most 2 arguments (%d given)", len(args))
	}
	c, ok := py.AsStr(args[0])
	if !ok || c.Len() != 1 {
		name := py.TypeName(args[0])
		if args[0].IsNone() {
			name = "None"
		}
		return py.Nil, py.Raise(py.TypeError, "array() argument 1 must be a unicode character, not %s", name)
	}
	code := c.String()[0]
	o := py.Alloc[array](cls)
	o.code, o.size = code, itemSize(code)
	if code == 'O' {
		o.objects = t.Interp.Handles()
	}
	unicode := code == 'u' || code == 'w'
	if len(args) == 2 && !unicode {
		if _, ok := py.AsStr(args[1]); ok {
			return py.Nil, py.Raise(py.TypeError, "cannot use a str to initialize an array with typecode '%s'", c)
		}
		if x, ok := isArray(args[1]); ok && (x.code == 'u' || x.code == 'w') {
			return py.Nil, py.Raise(py.TypeError, "cannot use a unicode array to initialize an array with typecode '%s'", c)
		}
	}
	if o.size == 0 {
		return py.Nil, py.Raise(py.ValueError, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
	}
	if len(args) == 1 {
		return py.Object(o), nil
	}
	init := args[1]
	if s, ok := py.AsStr(init); ok {
		return py.Object(o), o.addText(t, s)
	}
	if x, ok := isArray(init); ok && x.code == o.code {
		if err := o.grow(t, len(x.b)); err != nil {
			return py.Nil, err
		}
		o.b = append(o.b, x.b...)
		return py.Object(o), nil
	}
	if py.IsInstance(init, py.BytesType) || py.IsInstance(init, py.ByteArrayType) {
		b, err := py.AsBuffer(t, init)
		if err != nil {
			return py.Nil, err
		}
		return py.Object(o), o.addBytes(t, b)
	}
	return py.Object(o), o.addAll(t, init)
}

func (o *array) addText(t *py.Thread, s *py.Str) error {
	if err := o.grow(t, 4*s.Len()); err != nil {
		return err
	}
	for text := s.String(); text != ""; {
		r, n := py.DecodeRune(text)
		o.b = binary.LittleEndian.AppendUint32(o.b, uint32(r))
		text = text[n:]
	}
	return nil
}

func (o *array) addBytes(t *py.Thread, b []byte) error {
	if len(b)%o.size != 0 {
		return py.Raise(py.ValueError, "bytes length not a multiple of item size")
	}
	if len(b) == 0 {
		return nil
	}
	if err := o.grow(t, len(b)); err != nil {
		return err
	}
	o.b = append(o.b, b...)
	return nil
}

// addAll appends the items of an iterable.
func (o *array) addAll(t *py.Thread, v py.Value) error {
	return py.Iterate(t, v, func(x py.Value) error { return o.add(t, x) })
}

func arrayRepr(t *py.Thread, v py.Value) (py.Value, error) {
	o := py.As[array](v)
	head := v.Type().Name + "('" + string(o.code)
	if len(o.b) == 0 {
		return py.NewStr(head + "')"), nil
	}
	var items py.Value
	var err error
	if o.code == 'u' || o.code == 'w' {
		items, err = o.text(t)
	} else {
		items, err = o.list(t)
	}
	if err != nil {
		return py.Nil, err
	}
	s, err := py.Repr(t, items)
	if err != nil {
		return py.Nil, err
	}
	return py.NewStr(head + "', " + s.String() + ")"), nil
}

func arrayCompare(t *py.Thread, op py.CmpOp, a, b py.Value) (py.Value, error) {
	x, ok := isArray(a)
	if !ok {
		return py.NotImplemented, nil
	}
	y, ok := isArray(b)
	if !ok {
		return py.NotImplemented, nil
	}
	eq := op == py.OpEq || op == py.OpNe
	if eq && x.len() != y.len() {
		return py.Bool(op == py.OpNe), nil
	}
	if eq && x.code == y.code && x.code != 'f' && x.code != 'd' {
		return py.Bool((string(x.b) == string(y.b)) == (op == py.OpEq)), nil
	}
	n := min(x.len(), y.len())
	for i := 0; i < n; i++ {
		v, w := x.get(i), y.get(i)
		same, err := py.CompareBool(t, py.OpEq, v, w)
		if err != nil {
			return py.Nil, err
		}
		if !same {
			if eq {
				return py.Bool(op == py.OpNe), nil
			}
			return py.Compare(t, op, v, w)
		}
		if i&1023 == 1023 {
			if err := t.Step(1024); err != nil {
				return py.Nil, err
			}
		}
	}
	return py.Compare(t, op, py.Int(int64(x.len())), py.Int(int64(y.len())))
}

func arrayBinary(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
	switch op {
	case py.OpAdd:
		x, ok := isArray(a)
		if !ok {
			return py.NotImplemented, nil
		}
		y, ok := isArray(b)
		if !ok {
			return py.NotImplemented, nil
		}
		if x.code != y.code {
			return py.Nil, py.Raise(py.TypeError, "bad argument type for built-in operation")
		}
		if err := t.Alloc(len(x.b) + len(y.b)); err != nil {
			return py.Nil, err
		}
		return py.Object(x.like(append(append(make([]byte, 0, len(x.b)+len(y.b)), x.b...), y.b...))), nil
	case py.OpMul:
		x, ok := isArray(a)
		if !ok {
			if x, ok = isArray(b); !ok {
				return py.NotImplemented, nil
			}
			b = a
		}
		n, ok, err := py.RepeatCount(t, b)
		if !ok || err != nil {
			return py.NotImplemented, err
		}
		data, err := x.repeat(t, n)
		if err != nil {
			return py.Nil, err
		}
		return py.Object(x.like(data)), nil
	}
	return py.NotImplemented, nil
}

// repeat returns n times the bytes in a fresh slice.
func (o *array) repeat(t *py.Thread, n int) ([]byte, error) {
	if len(o.b) == 0 || n == 0 {
		return nil, nil
	}
	if n > math.MaxInt/len(o.b) {
		return nil, py.Raise(py.MemoryError, "")
	}
	total := n * len(o.b)
	if err := t.Alloc(total); err != nil {
		return nil, err
	}
	if err := t.Step(total >> 10); err != nil {
		return nil, err
	}
	b := make([]byte, total)
	for k := copy(b, o.b); k < total; k *= 2 {
		copy(b[k:], b[:k])
	}
	return b, nil
}

func arrayInplace(t *py.Thread, op py.BinOp, a, b py.Value) (py.Value, error) {
	o := py.As[array](a)
	switch op {
	case py.OpAdd:
		if _, ok := isArray(b); !ok {
			return py.Nil, py.Raise(py.TypeError, "can only extend array with array (not \"%s\")", typeName(b))
		}
		return a, o.extendWith(t, b)
	case py.OpMul:
		n, ok, err := py.RepeatCount(t, b)
		if !ok || err != nil {
			return py.NotImplemented, err
		}
		if n == 1 || len(o.b) == 0 {
			return a, nil
		}
		if err := o.resizable(t); err != nil {
			return py.Nil, err
		}
		data, err := o.repeat(t, n)
		if err != nil {
			return py.Nil, err
		}
		o.b = data
		return a, nil
	}
	return py.NotImplemented, nil
}

// typeName is the name of v's class as CPython's C code prints it.
func typeName(v py.Value) string {
	c := v.Type()
	if c.Flags&py.DottedName != 0 {
		return c.Module + "." + c.Name
	}
	return c.Name
}

func arrayBuffer(t *py.Thread, v py.Value) (*py.Buffer, error) {
	o := py.As[array](v)
	format := string(o.code)
	if o.code == 'u' {
		format = "w"
	}
	return o.exports.Buffer(&py.Buffer{Data: o.b, Format: format, ItemSize: o.size, Shape: []int{o.len()}, Strides: []int{o.size}, Owner: v}), nil
}

func arrayContains(t *py.Thread, v, x py.Value) (bool, error) {
	i, err := py.As[array](v).find(t, x, 0, math.MaxInt)
	return i >= 0, err
}

// find returns the place of the first item equal to x from start up to stop, or -1.
func (o *array) find(t *py.Thread, x py.Value, start, stop int) (int, error) {
	for i := start; i < stop && i < o.len(); i++ {
		eq, err := py.CompareBool(t, py.OpEq, o.get(i), x)
		if eq || err != nil {
			return i, err
		}
		if i&1023 == 1023 {
			if err := t.Step(1024); err != nil {
				return -1, err
			}
		}
	}
	return -1, nil
}
