package womamod

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math"

	"github.com/woma-lang/woma/internal/recipes"
	"github.com/woma-lang/woma/py"
)

// keyStore is an open key store. Every change is in the file when the method returns.
type keyStore struct {
	py.Head
	s    *recipes.Store // nil: closed
	path string
}

var (
	keyStoreType  = &py.Type{}
	keyStoreShape py.Shape
)

func keyStoreSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "woma", Flags: py.NotCallable | py.Final | py.DottedName,
		Doc: "Names and secrets in a file that a password encrypts; woma.keystore() opens one.",
		Slots: py.Slots{
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
				k := py.As[keyStore](v)
				path, err := py.Repr(t, py.NewStr(py.FSDecode([]byte(k.path))))
				if err != nil {
					return py.Nil, err
				}
				state := "open"
				if k.s == nil {
					state = "closed"
				}
				return py.NewStr("<woma.KeyStore " + path.String() + " " + state + ">"), nil
			},
			Len: func(t *py.Thread, v py.Value) (int, error) {
				s, err := py.As[keyStore](v).opened()
				if err != nil {
					return 0, err
				}
				return len(s.Names()), nil
			},
			Contains: func(t *py.Thread, v, item py.Value) (bool, error) {
				s, err := py.As[keyStore](v).opened()
				if err != nil {
					return false, err
				}
				name, err := nameArg(item)
				if err != nil {
					return false, err
				}
				_, ok := s.Get(name)
				return ok, nil
			},
		},
		Members: py.Members{
			py.Method("def KeyStore.__enter__(self)", func(k *keyStore, t *py.Thread, a *py.Args) (py.Value, error) {
				if _, err := k.opened(); err != nil {
					return py.Nil, err
				}
				return a.Self, nil
			}),
			py.Method("def KeyStore.__exit__(self, kind, value, traceback)", (*keyStore).close),
			py.Method("def KeyStore.change_password(self, password)", (*keyStore).change_password),
			py.Method("def KeyStore.close(self)", (*keyStore).close),
			py.Method("def KeyStore.delete(self, name)", (*keyStore).delete),
			py.Method("def KeyStore.get(self, name, default=None)", (*keyStore).get),
			py.Method("def KeyStore.list(self)", (*keyStore).list),
			py.Method("def KeyStore.set(self, name, value)", (*keyStore).set),
		},
	}
}

// password returns the bytes of a password; text is UTF-8.
func password(t *py.Thread, v py.Value) ([]byte, error) {
	if s, ok := py.AsStr(v); ok {
		return []byte(s.String()), nil
	}
	if v.Type().Slots.Buffer == nil {
		return nil, py.Raise(py.TypeError, "password must be str or bytes, not %s", py.TypeName(v))
	}
	b, err := py.AsBuffer(t, v)
	return append([]byte(nil), b...), err
}

// keystore opens a key store, or makes one.
func keystore(t *py.Thread, a *py.Args) (py.Value, error) {
	f, err := filesOf(t)
	if err != nil {
		return py.Nil, err
	}
	path, err := pathArg(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	pass, err := password(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	defer clear(pass)
	create := a.BoolOr(t, 2, false)
	costs := recipes.DefaultCosts(approved(t))
	if a.Given(3) {
		costs.Memory, costs.Lanes = number(t, a, 3), 1
	}
	if a.Given(4) {
		costs.Passes = number(t, a, 4)
	}
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	k := &keyStore{Head: keyStoreType.Root(), path: path}
	_, err = f.Stat(path) // of what a link points to, which may have to be made
	switch {
	case err == nil:
		err = k.open(t, f, pass)
	case create && errors.Is(err, fs.ErrNotExist):
		err = k.create(t, f, pass, costs)
	default:
		err = py.FromGo(err)
	}
	if err != nil {
		return py.Nil, err
	}
	return py.Object(k), nil
}

// number reads costs; what is out of bounds is refused later, with the bounds.
func number(t *py.Thread, a *py.Args, i int) uint32 {
	n := a.Int(t, i)
	if n < 0 || int64(n) > math.MaxUint32 {
		return math.MaxUint32
	}
	return uint32(n)
}

// weigh charges the cost of making the key, before it is made.
func weigh(t *py.Thread, c recipes.Costs) error {
	if err := c.Check(); err != nil {
		return py.Raise(py.ValueError, "%s: memory is %d to %d (KiB), passes %d to %d; with -X fips memory is 0, passes %d to %d", err,
			recipes.MinMemory, recipes.MaxMemory, recipes.MinPasses, recipes.MaxPasses, recipes.MinIterations, recipes.MaxIterations)
	}
	if err := t.Alloc(int(c.Memory) << 10); err != nil {
		return err
	}
	return t.Step(c.Steps())
}

func (k *keyStore) create(t *py.Thread, f files, pass []byte, costs recipes.Costs) error {
	if len(pass) == 0 {
		return py.Raise(py.ValueError, "the password is empty")
	}
	if err := weigh(t, costs); err != nil {
		return err
	}
	strict := approved(t)
	var s *recipes.Store
	err := derive(t, pass, true, func(salt io.Reader, pass []byte) (err error) {
		s, err = recipes.CreateStore(salt, strict, pass, costs)
		return err
	})
	if err != nil {
		return failed(err, py.ValueError, "")
	}
	k.s = s
	return k.write(t, f, s)
}

func (k *keyStore) open(t *py.Thread, f files, pass []byte) error {
	b, err := f.readAll(t, k.path, recipes.MaxStore)
	if err != nil {
		return err
	}
	where := py.FSDecode([]byte(k.path)) + ": "
	costs, err := recipes.StoreCosts(b)
	if err == nil && len(b) > recipes.MaxStore {
		err = recipes.ErrStore
	}
	if err != nil {
		return failed(err, decryptError, where)
	}
	if err := weigh(t, costs); err != nil {
		return err
	}
	strict := approved(t)
	var s *recipes.Store
	err = derive(t, pass, false, func(_ io.Reader, pass []byte) (err error) {
		s, err = recipes.OpenStore(strict, b, pass)
		return err
	})
	if err != nil {
		return failed(err, decryptError, where)
	}
	k.s = s
	return nil
}

// derive does the work with a password beside the interpreter, so that an interrupt ends the wait: a
// store can cost 16 GiB. The salt, if a new one is wanted, is drawn before.
func derive(t *py.Thread, pass []byte, fresh bool, work func(salt io.Reader, pass []byte) error) error {
	salt := make([]byte, recipes.SaltSize)
	if fresh {
		if _, err := io.ReadFull(source{t}, salt); err != nil {
			return err
		}
	}
	pass = bytes.Clone(pass)
	var err error
	if err := t.Outside(func() {
		err = work(bytes.NewReader(salt), pass)
		clear(pass)
	}); err != nil {
		return err
	}
	return err
}

func (k *keyStore) opened() (*recipes.Store, error) {
	if k.s == nil {
		return nil, py.Raise(py.ValueError, "I/O operation on closed key store.")
	}
	return k.s, nil
}

// write replaces the file.
func (k *keyStore) write(t *py.Thread, f files, s *recipes.Store) error {
	b, err := s.Bytes(source{t})
	if err == nil {
		err = recipes.WriteFile(f, source{t}, k.path, b, 0o600)
	}
	if err != nil {
		return failed(err, py.ValueError, "")
	}
	s.Written(b)
	return nil
}

// save writes a change, unless another program has changed the file.
func (k *keyStore) save(t *py.Thread, s *recipes.Store) error {
	f, err := filesOf(t)
	if err != nil {
		return err
	}
	now, err := f.readAll(t, k.path, recipes.MaxStore)
	if err != nil {
		return err
	}
	if !k.s.Same(now) {
		return py.Raise(baseError, "%s: another program has changed the key store; open it again", py.FSDecode([]byte(k.path)))
	}
	return k.write(t, f, s)
}

// nameArg returns the name of an entry.
func nameArg(v py.Value) (string, error) {
	s, ok := py.AsStr(v)
	if !ok {
		return "", py.Raise(py.TypeError, "name must be str, not %s", py.TypeName(v))
	}
	return s.String(), nil
}

func (k *keyStore) get(t *py.Thread, a *py.Args) (py.Value, error) {
	s, err := k.opened()
	if err != nil {
		return py.Nil, err
	}
	name, err := nameArg(a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	if b, ok := s.Get(name); ok {
		return py.NewBytes(append([]byte(nil), b...)), nil
	}
	if a.Has(1) {
		return a.Value(1), nil
	}
	return py.Nil, py.RaiseValue(py.KeyError, a.Value(0))
}

func (k *keyStore) set(t *py.Thread, a *py.Args) (py.Value, error) {
	s, err := k.opened()
	if err != nil {
		return py.Nil, err
	}
	name, err := nameArg(a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	value, err := bytesArg(t, a.Value(1), "value", ": encode it first")
	if err != nil {
		return py.Nil, err
	}
	if err := t.Alloc(len(value)); err != nil {
		return py.Nil, err
	}
	undo, err := s.Set(name, value)
	if err != nil {
		return py.Nil, failed(err, py.ValueError, "")
	}
	if err := k.save(t, s); err != nil {
		undo()
		return py.Nil, err
	}
	return py.None, nil
}

func (k *keyStore) delete(t *py.Thread, a *py.Args) (py.Value, error) {
	s, err := k.opened()
	if err != nil {
		return py.Nil, err
	}
	name, err := nameArg(a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	undo := s.Delete(name)
	if undo == nil {
		return py.Nil, py.RaiseValue(py.KeyError, a.Value(0))
	}
	if err := k.save(t, s); err != nil {
		undo()
		return py.Nil, err
	}
	return py.None, nil
}

func (k *keyStore) list(t *py.Thread, a *py.Args) (py.Value, error) {
	s, err := k.opened()
	if err != nil {
		return py.Nil, err
	}
	var names []py.Value
	for _, name := range s.Names() {
		names = append(names, py.NewStr(name))
	}
	return py.NewList(names).Value(), nil
}

func (k *keyStore) change_password(t *py.Thread, a *py.Args) (py.Value, error) {
	s, err := k.opened()
	if err != nil {
		return py.Nil, err
	}
	pass, err := password(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	defer clear(pass)
	if err := weigh(t, s.Costs()); err != nil {
		return py.Nil, err
	}
	next := s.Clone()
	strict := approved(t)
	err = derive(t, pass, true, func(salt io.Reader, pass []byte) error { return next.ChangePassword(salt, strict, pass) })
	if err != nil {
		return py.Nil, failed(err, py.ValueError, "")
	}
	if err := k.save(t, next); err != nil {
		return py.Nil, err
	}
	s.Forget()
	k.s = next
	return py.None, nil
}

func (k *keyStore) close(t *py.Thread, a *py.Args) (py.Value, error) {
	if k.s != nil {
		k.s.Close()
		k.s = nil
	}
	return py.None, nil
}
