package operator

import (
	"strings"

	"github.com/woma-lang/woma/py"
)

// getter is an attrgetter, itemgetter or methodcaller.
type getter struct {
	py.Head
	args  []py.Value  // keys, names, or the arguments of the method
	paths [][]*py.Str // attrgetter: the parts of each dotted name
	name  *py.Str     // methodcaller
	kw    []*py.Str
}

var attrGetterType = py.LazyType("attrgetter", attrGetterSpec)

func attrGetterSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "operator",
		Doc:    "attrgetter('a', …): a function that returns these attributes of its argument; 'a.b' goes through a.",
		Slots:  py.Slots{New: attrGetterNew, Call: attrGetterCall, Repr: getterRepr},
		Members: py.Members{
			py.Method("__reduce__()", (*getter).__reduce__),
		},
	}
}

var itemGetterType = py.LazyType("itemgetter", itemGetterSpec)

func itemGetterSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "operator",
		Doc:    "itemgetter(key, …): a function that returns the items of its argument with these keys.",
		Slots:  py.Slots{New: itemGetterNew, Call: itemGetterCall, Repr: getterRepr},
		Members: py.Members{
			py.Method("__reduce__()", (*getter).__reduce__),
		},
	}
}

var methodCallerType = py.LazyType("methodcaller", methodCallerSpec)

func methodCallerSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "operator",
		Doc:    "methodcaller(name, *args, **kwargs): a function that calls this method of its argument.",
		Slots:  py.Slots{New: methodCallerNew, Call: methodCallerCall, Repr: getterRepr},
		Members: py.Members{
			py.Method("__reduce__()", (*getter).__reduce__),
		},
	}
}

// arguments checks the arguments of a constructor or a call: no keywords, at least
// one (exactly one for a call).
func arguments(name string, args []py.Value, kw []*py.Str, call bool) error {
	if err := py.CheckNoKeywords(name, kw); err != nil {
		return err
	}
	if len(args) == 0 || call && len(args) > 1 {
		return py.CheckArgCount(name, len(args), 1, 1)
	}
	return nil
}

func attrGetterNew(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
	if err := arguments("attrgetter", args, kw, false); err != nil {
		return py.Nil, err
	}
	g := &getter{Head: cls.Root(), args: append([]py.Value(nil), args...)}
	for _, v := range args {
		s, ok := py.AsStr(v)
		if !ok {
			return py.Nil, py.Raise(py.TypeError, "attribute name must be a string")
		}
		var path []*py.Str
		for _, part := range strings.Split(s.String(), ".") {
			path = append(path, py.Name(part))
		}
		g.paths = append(g.paths, path)
	}
	return py.Object(g), nil
}

func attrGetterCall(t *py.Thread, f py.Value, args []py.Value, kw []*py.Str) (py.Value, error) {
	if err := arguments("attrgetter", args, kw, true); err != nil {
		return py.Nil, err
	}
	g := py.As[getter](f)
	get := func(path []*py.Str) (py.Value, error) {
		v := args[0]
		var err error
		for _, name := range path {
			if v, err = py.GetAttr(t, v, name); err != nil {
				break
			}
		}
		return v, err
	}
	if len(g.paths) == 1 {
		return get(g.paths[0])
	}
	tup := py.MakeTuple(len(g.paths))
	out := tup.Items()
	for i, path := range g.paths {
		v, err := get(path)
		if err != nil {
			return py.Nil, err
		}
		out[i] = v
	}
	return tup.Value(), nil
}

func itemGetterNew(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
	if err := arguments("itemgetter", args, kw, false); err != nil {
		return py.Nil, err
	}
	return py.Object(&getter{Head: cls.Root(), args: append([]py.Value(nil), args...)}), nil
}

func itemGetterCall(t *py.Thread, f py.Value, args []py.Value, kw []*py.Str) (py.Value, error) {
	if err := arguments("itemgetter", args, kw, true); err != nil {
		return py.Nil, err
	}
	g := py.As[getter](f)
	obj := args[0]
	if len(g.args) == 1 {
		return py.GetItem(t, obj, g.args[0])
	}
	tup := py.MakeTuple(len(g.args))
	out := tup.Items()
	for i, k := range g.args {
		v, err := py.GetItem(t, obj, k)
		if err != nil {
			return py.Nil, err
		}
		out[i] = v
	}
	return tup.Value(), nil
}

func methodCallerNew(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
	if len(args)-len(kw) < 1 {
		return py.Nil, py.Raise(py.TypeError, "methodcaller needs at least one argument, the method name")
	}
	s, ok := py.AsStr(args[0])
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "method name must be a string")
	}
	return py.Object(&getter{
		Head: cls.Root(), name: py.Name(s.String()),
		args: append([]py.Value(nil), args[1:]...), kw: append([]*py.Str(nil), kw...),
	}), nil
}

func methodCallerCall(t *py.Thread, f py.Value, args []py.Value, kw []*py.Str) (py.Value, error) {
	if err := arguments("methodcaller", args, kw, true); err != nil {
		return py.Nil, err
	}
	g := py.As[getter](f)
	if len(g.kw) == 0 {
		return py.CallMethod(t, args[0], g.name, g.args...)
	}
	m, err := py.GetAttr(t, args[0], g.name)
	if err != nil {
		return py.Nil, err
	}
	return py.CallKw(t, m, g.args, g.kw)
}

func getterRepr(t *py.Thread, v py.Value) (py.Value, error) {
	g := py.As[getter](v)
	head := v.Type().Module + "." + v.Type().Name + "("
	if v.Type().Flags&py.Heap != 0 {
		head = v.Type().Name + "("
	}
	if !py.EnterRepr(t, v) {
		return py.NewStr(head + "...)"), nil
	}
	defer py.LeaveRepr(t)
	var b strings.Builder
	b.WriteString(head)
	items := g.args
	if g.name != nil {
		items = append([]py.Value{g.name.Value()}, items...)
	}
	npos := len(items) - len(g.kw)
	for i, x := range items {
		if i > 0 {
			b.WriteString(", ")
		}
		if i >= npos {
			b.WriteString(g.kw[i-npos].String() + "=")
		}
		s, err := py.Repr(t, x)
		if err != nil {
			return py.Nil, err
		}
		b.WriteString(s.String())
	}
	b.WriteByte(')')
	return py.NewStr(b.String()), nil
}

func (g *getter) __reduce__(t *py.Thread, a *py.Args) (py.Value, error) {
	args := g.args[:len(g.args)-len(g.kw)]
	cls := a.Self.Type().Value()
	if g.name == nil {
		return py.NewTuple(cls, py.NewTuple(args...)), nil
	}
	all := append([]py.Value{g.name.Value()}, args...)
	if len(g.kw) == 0 {
		return py.NewTuple(cls, py.NewTuple(all...)), nil
	}
	partial, err := t.Interp.Machine.Import(t, "functools", nil, py.None, 0)
	if err != nil {
		return py.Nil, err
	}
	f, err := py.GetAttr(t, partial, py.Name("partial"))
	if err != nil {
		return py.Nil, err
	}
	if f, err = py.CallKw(t, f, append([]py.Value{cls, g.name.Value()}, g.args[len(args):]...), g.kw); err != nil {
		return py.Nil, err
	}
	return py.NewTuple(f, py.NewTuple(args...)), nil
}
