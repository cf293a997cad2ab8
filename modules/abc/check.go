package abc

import "github.com/woma-lang/woma/py"

// data is what an abstract class knows of other classes, its _abc_impl. Classes that
// were found to be subclasses stay so. Those that were not are asked again after the
// next registration with any abstract class. The caches may hold classes, since
// __subclasses__ of their bases does.
type data struct {
	py.Head
	registry []*py.Type
	yes, no  map[*py.Type]bool
	token    int // of the checker when no was begun
}

var dataType = py.LazyType("_abc_data", dataSpec)

func dataSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "_abc",
		Doc:    "Internal state held by ABC machinery.",
		Flags:  py.Final | py.DottedName,
		Slots: py.Slots{New: py.Ctor("_abc_data()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.Object(&data{Head: a.ClassOf().Root(), yes: map[*py.Type]bool{}, no: map[*py.Type]bool{}}), nil
		})},
	}
}

// checker is the state of an interpreter: how many classes were registered.
type checker struct{ token int }

var (
	nameImpl          = py.LateName{Text: "_abc_impl"}
	nameSubclassCheck = py.LateName{Text: "__subclasscheck__"}
	nameSubclassHook  = py.LateName{Text: "__subclasshook__"}
	nameSubclasses    = py.LateName{Text: "__subclasses__"}
)

func dataOf(t *py.Thread, cls py.Value) (*data, error) {
	v, err := py.GetAttr(t, cls, nameImpl.Str())
	if err != nil {
		return nil, err
	}
	d, ok := py.Cast[data](v, dataType)
	if !ok {
		return nil, py.Raise(py.TypeError, "_abc_impl is set to a wrong type")
	}
	return d, nil
}

func (k *checker) get_cache_token(t *py.Thread, a *py.Args) (py.Value, error) {
	return py.Int(int64(k.token)), nil
}

func (k *checker) register(t *py.Thread, a *py.Args) (py.Value, error) {
	cls, sub := a.Value(0), a.Value(1)
	c, ok := py.IsType(sub)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "Can only register classes")
	}
	if is, err := py.IsSubclassOf(t, sub, cls); is || err != nil {
		return sub, err
	}
	if is, err := py.IsSubclassOf(t, cls, sub); is || err != nil {
		if err == nil {
			err = py.Raise(py.RuntimeError, "Refusing to create an inheritance cycle")
		}
		return py.Nil, err
	}
	d, err := dataOf(t, cls)
	if err == nil {
		err = t.Alloc(64)
	}
	if err != nil {
		return py.Nil, err
	}
	d.registry = append(d.registry, c)
	k.token++
	if base, ok := py.IsType(cls); ok {
		c.MatchAs(base.Flags & (py.SeqPattern | py.MatchMapping))
	}
	return sub, nil
}

// instancecheck asks the caches and, where they do not know, cls.__subclasscheck__.
func (k *checker) instancecheck(t *py.Thread, a *py.Args) (py.Value, error) {
	cls, v := a.Value(0), a.Value(1)
	d, err := dataOf(t, cls)
	if err != nil {
		return py.Nil, err
	}
	says, err := py.ClassOf(t, v)
	if err != nil {
		return py.Nil, err
	}
	c := v.Type()
	if s, ok := py.IsType(says); ok {
		if d.yes[s] {
			return py.True, nil
		}
		if s == c && d.token == k.token && d.no[c] {
			return py.False, nil
		}
	}
	r, err := py.CallMethod(t, cls, nameSubclassCheck.Str(), says)
	if err != nil || says == c.Value() {
		return r, err
	}
	if is, err := py.Truth(t, r); is || err != nil {
		return r, err
	}
	return py.CallMethod(t, cls, nameSubclassCheck.Str(), c.Value())
}

func (k *checker) subclasscheck(t *py.Thread, a *py.Args) (py.Value, error) {
	cls, sub := a.Value(0), a.Value(1)
	c, ok := py.IsType(sub)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "issubclass() arg 1 must be a class")
	}
	d, err := dataOf(t, cls)
	if err != nil {
		return py.Nil, err
	}
	if d.yes[c] {
		return py.True, nil
	}
	if d.token != k.token {
		clear(d.no)
		d.token = k.token
	} else if d.no[c] {
		return py.False, nil
	}
	is, err := d.ask(t, cls, c)
	if err == nil {
		err = t.Alloc(64)
	}
	if err != nil {
		return py.Nil, err
	}
	if is {
		d.yes[c] = true
	} else {
		d.no[c] = true
	}
	return py.Bool(is), nil
}

// ask works out whether c is a subclass of cls: by its hook, its bases, the classes
// that were registered, or the subclasses of cls.
func (d *data) ask(t *py.Thread, cls py.Value, c *py.Type) (bool, error) {
	r, err := py.CallMethod(t, cls, nameSubclassHook.Str(), c.Value())
	if err != nil {
		return false, err
	}
	switch r {
	case py.True, py.False:
		return r == py.True, nil
	case py.NotImplemented:
	default:
		return false, py.Raise(py.AssertionError, "__subclasshook__ must return either False, True, or NotImplemented")
	}
	if b, ok := py.IsType(cls); ok && c.IsSubtype(b) {
		return true, nil
	}
	for _, b := range d.registry {
		if is, err := py.IsSubclassOf(t, c.Value(), b.Value()); is || err != nil {
			return is, err
		}
	}
	subs, err := py.CallMethod(t, cls, nameSubclasses.Str())
	if err != nil {
		return false, err
	}
	l, ok := py.AsList(subs)
	if !ok {
		return false, py.Raise(py.TypeError, "__subclasses__() must return a list")
	}
	for i := 0; i < len(l.A); i++ {
		if is, err := py.IsSubclassOf(t, c.Value(), l.A[i]); is || err != nil {
			return is, err
		}
	}
	return false, nil
}
