// Package hashlib is Python's hashlib module.
// https://docs.python.org/3.13/library/hashlib.html
//
// Unlike MicroPython's, a hash can be updated after digest(). The hash functions are
// Go's and golang.org/x/crypto's (see internal/hashes).
package hashlib

import (
	"crypto/fips140"
	"encoding/hex"
	"hash"

	"github.com/woma-lang/woma/internal/fips"
	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// Module is hashlib.
var Module = &py.Module{
	Name: "hashlib",
	Doc:  "Cryptographic hash functions.",
	Types: func() {
		py.DefineLater(hashType, &hashShape, "HASH", hashSpec)
		py.DefineLater(xofType, &xofShape, "HASHXOF", xofSpec)
		defineBlake2s()
	},
	Table: func() py.Members {
		return py.Members{
			py.Make("__all__", func(*py.Interp) py.Value {
				var all []py.Value
				for _, a := range hashes.All()[:hashes.Guaranteed] {
					all = append(all, py.NewStr(a.Name))
				}
				for _, name := range [...]string{"new", "algorithms_guaranteed", "algorithms_available", "file_digest", "pbkdf2_hmac"} {
					all = append(all, py.NewStr(name))
				}
				return py.NewTuple(all...)
			}),
			py.Make("algorithms_available", func(*py.Interp) py.Value { return names(len(hashes.All())) }),
			py.Make("algorithms_guaranteed", func(*py.Interp) py.Value { return names(hashes.Guaranteed) }),
			py.ClassAs("blake2b", blake2bType),
			py.ClassAs("blake2s", blake2sType),
			py.Func("def file_digest(fileobj, digest, /, *, _bufsize=262144)", file_digest),
			constructor("md5"),
			py.Func("def __hash_new(name, data=b'', **kwargs)", new_).As("new"),
			py.Func("pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None)", pbkdf2_hmac),
			py.Func("scrypt(password, *, salt=None, n=None, r=None, p=None, maxmem=0, dklen=64)", scrypt_),
			constructor("sha1"),
			constructor("sha224"),
			constructor("sha256"),
			constructor("sha384"),
			constructor("sha3_224"),
			constructor("sha3_256"),
			constructor("sha3_384"),
			constructor("sha3_512"),
			constructor("sha512"),
			constructor("shake_128"),
			constructor("shake_256"),
		}
	},
}

func names(n int) py.Value {
	set := py.NewSet()
	for _, a := range hashes.All()[:n] {
		set.Add(nil, py.NewStr(a.Name)) // strings hash without a thread
	}
	return set.Value()
}

// constructor is the function that makes hashes of one kind.
func constructor(name string) py.Member {
	algorithm, _ := hashes.Find(name)
	return py.Func("openssl_"+name+"(string=b'', *, usedforsecurity=True)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		if err := allowed(t, algorithm, a.ValueOr(1, py.True)); err != nil {
			return py.Nil, err
		}
		return start(t, algorithm, a.ValueOr(0, py.None), a.Has(0))
	}).Fast(func(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
		if err := allowed(t, algorithm, py.True); err != nil {
			return py.Nil, err
		}
		if len(args) == 0 {
			return start(t, algorithm, py.None, false)
		}
		return start(t, algorithm, args[0], true)
	}).As(name)
}

// allowed refuses what FIPS 140-3 does not approve, if only that may be used. As in a
// CPython with such an OpenSSL, usedforsecurity=False lets it pass; Go's own
// GODEBUG=fips140=only knows no such exception.
func allowed(t *py.Thread, algorithm *hashes.Algorithm, security py.Value) error {
	if algorithm.Approved() || !fips.On(t.Interp.FIPS) {
		return nil
	}
	serious, err := py.Truth(t, security)
	switch {
	case err != nil:
		return err
	case fips140.Enforced():
		return py.Raise(py.ValueError, "%s is not approved by FIPS 140-3", algorithm.Name)
	case serious:
		return py.Raise(py.ValueError, "%s is not approved by FIPS 140-3; where it protects nothing, say usedforsecurity=False", algorithm.Name)
	}
	return nil
}

// start makes a hash object and feeds it its first data.
func start(t *py.Thread, algorithm *hashes.Algorithm, data py.Value, given bool) (py.Value, error) {
	var b []byte
	if given {
		var err error
		if b, err = input(t, data); err != nil {
			return py.Nil, err
		}
	}
	h := &hasher{name: algorithm.Name, kind: algorithm}
	h.Head = hashType.Root()
	if algorithm.Size == 0 {
		h.Head = xofType.Root()
	}
	if algorithm.Sum == nil {
		h.h = algorithm.New()
	}
	if err := h.write(t, b); err != nil {
		return py.Nil, err
	}
	return py.Object(h), nil
}

// input returns the bytes to hash.
func input(t *py.Thread, v py.Value) ([]byte, error) {
	if py.IsBytes(v) {
		return py.As[py.Bytes](v).B, nil
	}
	if _, ok := py.AsStr(v); ok {
		return nil, py.Raise(py.TypeError, "Strings must be encoded before hashing")
	}
	if v.Type().Slots.Buffer == nil {
		return nil, py.Raise(py.TypeError, "object supporting the buffer API required")
	}
	return py.AsBuffer(t, v)
}

// hasher is a hash object. What programs hash is often a few bytes: as long as it
// fits into first, there is no hash.Hash, and the digest is made in one go. (16 bytes
// of SHA-256: two allocations instead of five.)
type hasher struct {
	py.Head
	name  string
	kind  *hashes.Algorithm
	h     hash.Hash // nil: see first
	n     uint8
	first [64]byte
}

// write adds b in pieces, so that a program can be interrupted.
func (h *hasher) write(t *py.Thread, b []byte) error {
	if h.h == nil && len(b) <= len(h.first)-int(h.n) {
		h.n += uint8(copy(h.first[h.n:], b))
		return nil
	}
	k := h.hash()
	const piece = 1 << 20
	for len(b) > piece {
		k.Write(b[:piece])
		b = b[piece:]
		if err := t.Step(piece / 64); err != nil {
			return err
		}
	}
	k.Write(b)
	return nil
}

// hash returns the hash of all that was written.
func (h *hasher) hash() hash.Hash {
	if h.h == nil {
		h.h = h.kind.New()
		h.h.Write(h.first[:h.n])
	}
	return h.h
}

// sum puts the digest into dst.
func (h *hasher) sum(dst []byte) {
	if h.h == nil {
		h.kind.Sum(dst, h.first[:h.n])
		return
	}
	h.h.Sum(dst[:0])
}

// size returns the size of the digest.
func (h *hasher) size() int {
	if h.h == nil {
		return h.kind.Size
	}
	return h.h.Size()
}

var (
	hashType, xofType, blake2bType, blake2sType     = &py.Type{}, &py.Type{}, &py.Type{}, &py.Type{}
	hashShape, xofShape, blake2bShape, blake2sShape py.Shape
)

func attributes() py.Members {
	return py.Members{
		py.GetSet("block_size", func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.Int(int64(py.As[hasher](v).hash().BlockSize())), nil
		}, nil),
		py.Method("copy()", (*hasher).copy),
		py.GetSet("digest_size", func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.Int(int64(py.As[hasher](v).size())), nil
		}, nil),
		py.GetSet("name", func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.NewStr(py.As[hasher](v).name), nil
		}, nil),
		py.FastMethod("update(obj, /)", update).Leaf(leafUpdate),
	}
}

func hashSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_hashlib", Flags: py.NotCallable | py.DottedName,
		Doc: "A hash that is being computed.",
		Slots: py.Slots{Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.NewStr("<" + py.As[hasher](v).name + " _hashlib." + v.Type().Name + " object @ " + py.Address(t, v) + ">"), nil
		}},
		Members: append(append(py.Members{}, attributes()...),
			py.FastMethod("digest()", digest),
			py.Method("hexdigest()", (*hasher).hexdigest)),
	}
}

func xofSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_hashlib", Flags: py.NotCallable | py.DottedName, Base: hashType,
		Doc: "A hash of any length that is being computed.",
		Members: py.Members{
			py.Method("digest(length)", (*hasher).xofDigest),
			py.Method("hexdigest(length)", (*hasher).xofHexdigest),
		},
	}
}

func update(t *py.Thread, self py.Value, args []py.Value) (py.Value, error) {
	b, err := input(t, args[0])
	if err != nil {
		return py.Nil, err
	}
	return py.None, py.As[hasher](self).write(t, b)
}

// leafUpdate is update with a few bytes.
func leafUpdate(dst, self *py.Value, args []py.Value) bool {
	if len(args) != 1 || !py.IsBytes(args[0]) {
		return false
	}
	b := py.As[py.Bytes](args[0]).B
	h := py.As[hasher](*self)
	switch {
	case len(b) > 1<<10:
		return false
	case h.h != nil:
		h.h.Write(b)
	case len(b) > len(h.first)-int(h.n):
		return false
	default:
		h.n += uint8(copy(h.first[h.n:], b))
	}
	*dst = py.None
	return true
}

func digest(t *py.Thread, self py.Value, _ []py.Value) (py.Value, error) {
	h := py.As[hasher](self)
	v, out := py.MakeBytes(h.size())
	h.sum(out)
	return v, nil
}

func (h *hasher) hexdigest(t *py.Thread, a *py.Args) (py.Value, error) {
	var sum [64]byte
	b := sum[:h.size()]
	h.sum(b)
	return py.NewStr(hex.EncodeToString(b)), nil
}

func (h *hasher) copy(t *py.Thread, a *py.Args) (py.Value, error) {
	c := *h
	if h.h != nil {
		k, err := hashes.Clone(h.h)
		if err != nil {
			return py.Nil, py.Raise(py.ValueError, "%v", err)
		}
		c.h = k
	}
	return py.Object(&c), nil
}

// output returns as many bytes of a shake as asked for.
func (h *hasher) output(t *py.Thread, a *py.Args) ([]byte, error) {
	n := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return nil, err
	}
	if n < 0 {
		return nil, py.Raise(py.ValueError, "value must be positive")
	}
	if err := t.Alloc(n); err != nil {
		return nil, err
	}
	if err := t.Step(n / 64); err != nil {
		return nil, err
	}
	return h.h.(hashes.XOF).Digest(n), nil
}

func (h *hasher) xofDigest(t *py.Thread, a *py.Args) (py.Value, error) {
	out, err := h.output(t, a)
	return py.NewBytes(out), err
}

func (h *hasher) xofHexdigest(t *py.Thread, a *py.Args) (py.Value, error) {
	out, err := h.output(t, a)
	return py.NewStr(hex.EncodeToString(out)), err
}

// new_ is hashlib.new.
func new_(t *py.Thread, a *py.Args) (py.Value, error) {
	s, ok := py.AsStr(a.Value(0))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "name must be a string")
	}
	algorithm, ok := hashes.Find(s.String())
	if !ok {
		return py.Nil, py.Raise(py.ValueError, "unsupported hash type %s", s)
	}
	names, vals := a.Kw()
	if cls := blake2Class(s.String()); cls != nil {
		args := append([]py.Value{a.ValueOr(1, py.NewBytes(nil))}, vals...)
		return py.CallKw(t, cls.Value(), args, append([]*py.Str(nil), names...))
	}
	security := py.True
	for i, n := range names {
		if n.String() == "usedforsecurity" {
			security = vals[i]
		}
		if n.String() == "string" && a.Has(1) {
			return py.Nil, py.Raise(py.TypeError, "argument for new() given by name ('string') and position (2)")
		}
		if n.String() != "usedforsecurity" {
			return py.Nil, py.Raise(py.TypeError, "new() got an unexpected keyword argument '%s'", n)
		}
	}
	if err := allowed(t, algorithm, security); err != nil {
		return py.Nil, err
	}
	return start(t, algorithm, a.Value(1), a.Has(1))
}

// blake2Class returns the class that new() uses for a name spelled as hashlib does.
func blake2Class(name string) *py.Type {
	switch name {
	case "blake2b":
		return blake2bType
	case "blake2s":
		return blake2sType
	}
	return nil
}

// file_digest hashes what is left of a file.
func file_digest(t *py.Thread, a *py.Args) (py.Value, error) {
	file, kind := a.Value(0), a.Value(1)
	size := a.IntOr(t, 2, 1<<18)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	var h py.Value
	var err error
	if s, ok := py.AsStr(kind); ok {
		algorithm, ok := hashes.Find(s.String())
		if !ok {
			return py.Nil, py.Raise(py.ValueError, "unsupported hash type %s", s)
		}
		if err := allowed(t, algorithm, py.True); err != nil {
			return py.Nil, err
		}
		if cls := blake2Class(s.String()); cls != nil {
			h, err = py.Call(t, cls.Value())
		} else {
			h, err = start(t, algorithm, py.Nil, false)
		}
	} else {
		h, err = py.Call(t, kind)
	}
	if err != nil {
		return py.Nil, err
	}
	update := func(data py.Value) error {
		_, err := py.CallMethod(t, h, py.Name("update"), data)
		return err
	}
	if get, err := py.LookupAttr(t, file, py.Name("getbuffer")); err != nil {
		return py.Nil, err
	} else if get.Bound() {
		view, err := py.Call(t, get)
		if err != nil {
			return py.Nil, err
		}
		return h, update(view)
	}
	into, err := py.LookupAttr(t, file, py.Name("readinto"))
	if err != nil {
		return py.Nil, err
	}
	readable, err := py.LookupAttr(t, file, py.Name("readable"))
	if err != nil {
		return py.Nil, err
	}
	ok := into.Bound() && readable.Bound()
	if ok {
		v, err := py.Call(t, readable)
		if err != nil {
			return py.Nil, err
		}
		if ok, err = py.Truth(t, v); err != nil {
			return py.Nil, err
		}
		// Text streams have readinto() here, as in MicroPython.
		enc, err := py.LookupAttr(t, file, py.Name("encoding"))
		if err != nil {
			return py.Nil, err
		}
		ok = ok && !enc.Bound()
	}
	if !ok {
		r, err := py.Repr(t, file)
		if err != nil {
			return py.Nil, err
		}
		return py.Nil, py.Raise(py.ValueError, "'%s' is not a file-like object in binary reading mode.", r)
	}
	if size < 0 {
		return py.Nil, py.Raise(py.ValueError, "negative count")
	}
	if err := t.Alloc(size); err != nil {
		return py.Nil, err
	}
	buf := py.NewByteArray(make([]byte, size))
	for {
		v, err := py.Call(t, into, buf)
		if err != nil {
			return py.Nil, err
		}
		if v.IsNone() {
			return py.Nil, py.Raise(py.BlockingIOError, "I/O operation would block.")
		}
		n, err := py.AsInt(t, v)
		if err != nil {
			return py.Nil, err
		}
		data := py.As[py.ByteArray](buf).B
		if n <= 0 || n > len(data) {
			return h, nil
		}
		if err := update(py.NewBytes(data[:n:n])); err != nil {
			return py.Nil, err
		}
	}
}
