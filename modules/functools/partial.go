package functools

import (
	"unsafe"

	"github.com/woma-lang/woma/py"
)

type partial struct {
	py.Head
	attrs *py.Dict
	f     py.Value
	args  []py.Value
	kw    *py.Dict
}

var partialType = &py.Type{}
var partialShape py.Shape

//go:noinline
func definePartial() {
	py.DefineLater(partialType, &partialShape, "partial", func() py.TypeSpec {
		return py.TypeSpec{
			Module: "functools", Flags: py.DottedName,
			Doc:        "partial(func, *args, **kwargs): func with these arguments given already.",
			DictOffset: unsafe.Offsetof(partial{}.attrs),
			SubDict:    unsafe.Offsetof(partial{}.attrs),
			Slots: py.Slots{
				New:  partialNew,
				Call: partialCall,
				Repr: partialRepr,
			},
			Members: py.Members{
				py.ReadOnly("func", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[partial](v).f, nil }),
				py.ReadOnly("args", func(t *py.Thread, v py.Value) (py.Value, error) { return py.NewTuple(py.As[partial](v).args...), nil }),
				py.ReadOnly("keywords", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[partial](v).kw.Value(), nil }),
				py.Method("__reduce__()", (*partial).__reduce__),
				py.Method("__setstate__(state, /)", (*partial).__setstate__),
				py.ClassGetItem(),
			},
		}
	})
	py.DefineLater(keyWrapperType, &keyWrapperShape, "KeyWrapper", func() py.TypeSpec {
		call := keyWrapperCall()
		return py.TypeSpec{
			Module: "functools", Flags: py.DottedName | py.Final | py.NotCallable,
			Slots: py.Slots{
				Call: func(t *py.Thread, v py.Value, args []py.Value, kw []*py.Str) (py.Value, error) {
					return call.Invoke(t, v, args, kw)
				},
				Compare: keyCompare,
			},
			Members: py.Members{
				py.GetSet("obj", func(t *py.Thread, v py.Value) (py.Value, error) {
					if o := py.As[keyWrapper](v).obj; o.Bound() {
						return o, nil
					}
					return py.None, nil
				}, func(t *py.Thread, v, val py.Value) error {
					py.As[keyWrapper](v).obj = val
					return nil
				}),
			},
		}
	})
}

func partialNew(t *py.Thread, cls *py.Type, args []py.Value, kw []*py.Str) (py.Value, error) {
	n := len(args) - len(kw)
	if n < 1 {
		return py.Nil, py.Raise(py.TypeError, "type 'partial' takes at least one argument")
	}
	f := args[0]
	if !py.IsCallable(f) {
		return py.Nil, py.Raise(py.TypeError, "the first argument must be callable")
	}
	p := &partial{Head: cls.Root(), f: f, kw: py.NewDict()}
	if o, ok := py.Cast[partial](f, partialType); ok && o.attrs == nil && f.Type().Lookup(nameCall.Str()) == partialType.Lookup(nameCall.Str()) {
		// partial(partial(f, a), b) is partial(f, a, b)
		p.f, p.kw = o.f, o.kw.Copy()
		p.args = append(p.args, o.args...)
	}
	p.args = append(p.args, args[1:n]...)
	for i, k := range kw {
		p.kw.SetStr(k, args[n+i])
	}
	return py.Object(p), nil
}

var nameCall = py.LateName{Text: "__call__"}

func partialCall(t *py.Thread, v py.Value, args []py.Value, kw []*py.Str) (py.Value, error) {
	p := py.As[partial](v)
	if err := t.Enter(); err != nil {
		return py.Nil, err
	}
	defer t.Leave()
	n := len(args) - len(kw)
	if p.kw.Len() == 0 {
		return py.CallAfter(t, p.f, p.args, args, kw)
	}
	all := make([]py.Value, 0, len(p.args)+len(args)+p.kw.Len())
	all = append(append(all, p.args...), args[:n]...)
	var names []*py.Str
	for pos := 0; ; {
		k, val, next, ok := p.kw.Next(pos)
		if !ok {
			break
		}
		pos = next
		s, ok := py.AsStr(k)
		if !ok {
			return py.Nil, py.Raise(py.TypeError, "keywords must be strings")
		}
		for i, given := range kw {
			if given.Equal(s) {
				val = args[n+i]
			}
		}
		names = append(names, s)
		all = append(all, val)
	}
	for i, given := range kw {
		if p.kw.GetStr(given) == nil {
			names = append(names, given)
			all = append(all, args[n+i])
		}
	}
	return py.CallKw(t, p.f, all, names)
}

func partialRepr(t *py.Thread, v py.Value) (py.Value, error) {
	p := py.As[partial](v)
	name := v.Type().Name
	if v.Type() == partialType {
		name = "functools.partial"
	} else if m, err := py.GetAttr(t, v.Type().Value(), py.Name("__module__")); err == nil {
		if s, ok := py.AsStr(m); ok {
			q := v.Type().QualName
			if q == "" {
				q = v.Type().Name
			}
			name = s.String() + "." + q
		}
	}
	if !py.EnterRepr(t, v) {
		return py.NewStr("..."), nil
	}
	defer py.LeaveRepr(t)
	text := name + "("
	add := func(sep string, v py.Value) error {
		s, err := py.Repr(t, v)
		if err == nil {
			text += sep + s.String()
		}
		return err
	}
	if err := add("", p.f); err != nil {
		return py.Nil, err
	}
	for _, x := range p.args {
		if err := add(", ", x); err != nil {
			return py.Nil, err
		}
	}
	for pos := 0; ; {
		k, val, next, ok := p.kw.Next(pos)
		if !ok {
			break
		}
		pos = next
		s, err := py.ToStr(t, k)
		if err != nil {
			return py.Nil, err
		}
		if err := add(", "+s.String()+"=", val); err != nil {
			return py.Nil, err
		}
	}
	return py.NewStr(text + ")"), nil
}

func (p *partial) __reduce__(t *py.Thread, a *py.Args) (py.Value, error) {
	attrs := py.None
	if p.attrs != nil {
		attrs = p.attrs.Value()
	}
	return py.NewTuple(a.Self.Type().Value(), py.NewTuple(p.f), py.NewTuple(p.f, py.NewTuple(p.args...), p.kw.Value(), attrs)), nil
}

func (p *partial) __setstate__(t *py.Thread, a *py.Args) (py.Value, error) {
	bad := py.Raise(py.TypeError, "invalid partial state")
	s, ok := py.AsTuple(a.Value(0))
	if !ok || s.Len() != 4 || !py.IsCallable(s.Items()[0]) {
		return py.Nil, bad
	}
	args, ok := py.AsTuple(s.Items()[1])
	if !ok {
		return py.Nil, bad
	}
	kw, ok := py.AsDict(s.Items()[2])
	if !ok && !s.Items()[2].IsNone() {
		return py.Nil, bad
	}
	if kw == nil {
		kw = py.NewDict()
	}
	p.f, p.args, p.kw = s.Items()[0], append([]py.Value(nil), args.Items()...), kw
	p.attrs, _ = py.AsDict(s.Items()[3])
	return py.None, nil
}
