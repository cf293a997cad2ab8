package hashlib

import (
	"hash"
	"math"

	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// blake2Kind says what differs between BLAKE2b and BLAKE2s.
type blake2Kind struct {
	name                   string
	size, key, salt, inner int
	maxOffset              uint64
	new                    func(hashes.Blake2Params) (hash.Hash, error)
}

func defineBlake2s() {
	defineBlake2(blake2bType, &blake2bShape, &blake2Kind{"blake2b", 64, 64, 16, 64, math.MaxUint64, hashes.NewBlake2b})
	defineBlake2(blake2sType, &blake2sShape, &blake2Kind{"blake2s", 32, 32, 8, 32, 1<<48 - 1, hashes.NewBlake2s})
}

func defineBlake2(typ *py.Type, shape *py.Shape, k *blake2Kind) {
	py.DefineLater(typ, shape, k.name, func() py.TypeSpec {
		return py.TypeSpec{
			Module: "_blake2", Flags: py.Final | py.DottedName,
			Doc: "A BLAKE2 hash (RFC 7693) that is being computed.",
			Slots: py.Slots{
				New: py.Ctor(k.name+"(data=b'', /, *, digest_size=64, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)",
					func(t *py.Thread, a *py.Args) (py.Value, error) { return k.make(t, a, typ) }),
				Repr: nil,
			},
			Members: append(append(py.Members{}, attributes()...),
				py.Const("MAX_DIGEST_SIZE", py.Int(int64(k.size))),
				py.Const("MAX_KEY_SIZE", py.Int(int64(k.key))),
				py.Const("PERSON_SIZE", py.Int(int64(k.salt))),
				py.Const("SALT_SIZE", py.Int(int64(k.salt))),
				py.FastMethod("digest()", digest),
				py.Method("hexdigest()", (*hasher).hexdigest)),
		}
	})
}

// make is the constructor.
func (k *blake2Kind) make(t *py.Thread, a *py.Args, typ *py.Type) (py.Value, error) {
	bytes := func(i int) []byte {
		if !a.Has(i) {
			return nil
		}
		return a.Buffer(t, i)
	}
	size := a.IntOr(t, 1, k.size)
	key, salt, person := bytes(2), bytes(3), bytes(4)
	fanout, depth := a.IntOr(t, 5, 1), a.IntOr(t, 6, 1)
	leaf := unsignedLong(t, a, 7)
	offset := unsigned(t, a, 8)
	nodeDepth, inner := a.IntOr(t, 9, 0), a.IntOr(t, 10, 0)
	last := a.BoolOr(t, 11, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	fail := func(format string, args ...any) (py.Value, error) {
		return py.Nil, py.Raise(py.ValueError, format, args...)
	}
	switch {
	case size <= 0 || size > k.size:
		return fail("digest_size must be between 1 and %d bytes", k.size)
	case len(salt) > k.salt:
		return fail("maximum salt length is %d bytes", k.salt)
	case len(person) > k.salt:
		return fail("maximum person length is %d bytes", k.salt)
	case fanout < 0 || fanout > 255:
		return fail("fanout must be between 0 and 255")
	case depth <= 0 || depth > 255:
		return fail("depth must be between 1 and 255")
	case leaf > math.MaxUint32:
		return py.Nil, py.Raise(py.OverflowError, "leaf_size is too large")
	case offset > k.maxOffset:
		return py.Nil, py.Raise(py.OverflowError, "node_offset is too large")
	case nodeDepth < 0 || nodeDepth > 255:
		return fail("node_depth must be between 0 and 255")
	case inner < 0 || inner > k.inner:
		return fail("inner_size must be between 0 and is %d", k.inner)
	case len(key) > k.key:
		return fail("maximum key length is %d bytes", k.key)
	}
	if algorithm, ok := hashes.Find(k.name); ok {
		if err := allowed(t, algorithm, a.ValueOr(12, py.True)); err != nil {
			return py.Nil, err
		}
	}
	var data []byte
	if a.Has(0) {
		var err error
		if data, err = input(t, a.Value(0)); err != nil {
			return py.Nil, err
		}
	}
	h, err := k.new(hashes.Blake2Params{Size: size, Key: key, Salt: salt, Person: person,
		Fanout: byte(fanout), Depth: byte(depth), LeafSize: uint32(leaf), NodeOffset: offset,
		NodeDepth: byte(nodeDepth), InnerSize: byte(inner), LastNode: last})
	if err != nil {
		return fail("%v", err)
	}
	o := &hasher{Head: typ.Root(), name: k.name, h: h}
	if err := o.write(t, data); err != nil {
		return py.Nil, err
	}
	return py.Object(o), nil
}

// unsignedLong is unsigned for what CPython reads another way.
func unsignedLong(t *py.Thread, a *py.Args, i int) uint64 {
	if !a.Has(i) {
		return 0
	}
	v, ok := py.IsIntLike(a.Value(i))
	if !ok {
		a.Fail(py.Raise(py.TypeError, "an integer is required"))
		return 0
	}
	n := py.AsBig(v)
	switch {
	case n.Sign() < 0:
		a.Fail(py.Raise(py.ValueError, "value must be positive"))
	case !n.IsUint64():
		a.Fail(py.Raise(py.OverflowError, "Python int too large to convert to C unsigned long"))
	}
	return n.Uint64()
}

// unsigned returns argument i as a number of 64 bits.
func unsigned(t *py.Thread, a *py.Args, i int) uint64 {
	if !a.Has(i) {
		return 0
	}
	v, err := py.Index(t, a.Value(i))
	if err != nil {
		a.Fail(err)
		return 0
	}
	n := py.AsBig(v)
	if n.Sign() < 0 {
		a.Fail(py.Raise(py.ValueError, "value must be positive"))
		return 0
	}
	if !n.IsUint64() {
		a.Fail(py.Raise(py.OverflowError, "int too big to convert"))
		return 0
	}
	return n.Uint64()
}
