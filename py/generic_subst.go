package py

// Type parameters in the arguments of generic aliases and unions: finding them and
// putting something in their places (PEP 585, 646, 612).

func isTypeParam(v Value) bool {
	c := v.Type()
	return c == TypeVarType || c == ParamSpecType || c == TypeVarTupleType
}

func (g *genericAlias) parameters(t *Thread) (*Tuple, error) {
	if g.params == nil {
		p, err := typeParamsIn(t, g.args.Items(), nil)
		if err != nil {
			return nil, err
		}
		g.params = newTuple(p)
	}
	return g.params, nil
}

// typeParamsIn adds the type parameters in args, each once, to found.
func typeParamsIn(t *Thread, args, found []Value) ([]Value, error) {
	add := func(v Value) {
		for _, f := range found {
			if f == v {
				return
			}
		}
		found = append(found, v)
	}
	var err error
	for _, a := range args {
		if _, ok := IsType(a); ok {
			continue
		}
		if isTypeParam(a) {
			add(a)
			continue
		}
		if IsList(a) || IsTuple(a) {
			items, _ := ToSlice(t, a)
			if err = t.Enter(); err != nil {
				return nil, err
			}
			found, err = typeParamsIn(t, items, found)
			t.Leave()
			if err != nil {
				return nil, err
			}
			continue
		}
		p, err := attrOrNone(t, a, nameParameters)
		if err != nil {
			return nil, err
		}
		if tup, ok := AsTuple(p); ok {
			for _, x := range tup.Items() {
				add(x)
			}
		}
	}
	return found, nil
}

// bindTypeParams pairs the parameters of self with the items that it is subscripted
// with. A TypeVarTuple gets a tuple.
func bindTypeParams(t *Thread, self Value, params []Value, item Value) (map[Value]Value, error) {
	if len(params) == 0 {
		r, err := Repr(t, self)
		if err != nil {
			return nil, err
		}
		return nil, Raise(TypeError, "%s is not a generic class", r)
	}
	items := []Value{item}
	if tup, ok := AsTuple(item); ok {
		items = tup.Items()
	}
	var flat []Value
	for _, it := range items {
		if g, ok := asAlias(it); ok && g.starred && g.origin == TupleType.Value() && !(g.args.Len() == 2 && g.args.Items()[1] == Ellipsis) {
			flat = append(flat, g.args.Items()...)
			continue
		}
		flat = append(flat, it)
	}
	items = flat
	if len(params) == 1 && params[0].Type() == ParamSpecType && !(len(items) == 1 && (IsList(items[0]) || IsTuple(items[0]) || items[0] == Ellipsis || items[0].Type() == ParamSpecType)) {
		items = []Value{NewTuple(items...)}
	}
	variadic := -1
	for i, p := range params {
		if p.Type() == TypeVarTupleType {
			variadic = i
		}
	}
	for i := len(items); i < len(params) && variadic < 0; i++ {
		p := As[typeParam](params[i])
		if !p.hasDefault() {
			break
		}
		d, err := p.def.get(t, Nil)
		if err != nil {
			return nil, err
		}
		items = append(items, d)
	}
	n := len(items)
	if variadic < 0 && n != len(params) || variadic >= 0 && n < len(params)-1 {
		r, err := Repr(t, self)
		if err != nil {
			return nil, err
		}
		many, least := "few", "at least "
		if n > len(params) {
			many, least = "many", ""
		}
		want := len(params)
		if variadic >= 0 {
			want--
		}
		return nil, Raise(TypeError, "Too %s arguments for %s; actual %d, expected %s%d", many, r, n, least, want)
	}
	m := map[Value]Value{}
	j := 0
	for i, p := range params {
		if i == variadic {
			k := n - len(params) + 1
			m[p] = NewTuple(items[j : j+k]...)
			j += k
			continue
		}
		v := items[j]
		j++
		if p.Type() == ParamSpecType {
			if l, ok := AsList(v); ok {
				v = NewTuple(l.A...)
			}
		} else if p.Type() == TypeVarType && v.IsNone() {
			v = NoneType.Value()
		}
		m[p] = v
	}
	return m, nil
}

// substitute returns args with the parameters of self replaced.
func substitute(t *Thread, self Value, params, args []Value, item Value) ([]Value, error) {
	m, err := bindTypeParams(t, self, params, item)
	if err != nil {
		return nil, err
	}
	return substituteIn(t, args, m)
}

func substituteIn(t *Thread, args []Value, m map[Value]Value) ([]Value, error) {
	if err := t.Enter(); err != nil {
		return nil, err
	}
	defer t.Leave()
	var out []Value
	for _, a := range args {
		if _, ok := IsType(a); ok {
			out = append(out, a)
			continue
		}
		if isTypeParam(a) {
			v, ok := m[a]
			switch {
			case !ok:
				out = append(out, a)
			case a.Type() == TypeVarTupleType:
				out = append(out, As[Tuple](v).Items()...)
			default:
				out = append(out, v)
			}
			continue
		}
		if IsList(a) || IsTuple(a) {
			items, _ := ToSlice(t, a)
			r, err := substituteIn(t, items, m)
			if err != nil {
				return nil, err
			}
			if IsList(a) {
				out = append(out, NewList(r).Value())
			} else {
				out = append(out, NewTuple(r...))
			}
			continue
		}
		p, err := attrOrNone(t, a, nameParameters)
		if err != nil {
			return nil, err
		}
		tup, ok := AsTuple(p)
		if !ok || tup.Len() == 0 {
			out = append(out, a)
			continue
		}
		var sub []Value
		for _, x := range tup.Items() {
			v, ok := m[x]
			switch {
			case !ok:
				sub = append(sub, x)
			case x.Type() == TypeVarTupleType:
				sub = append(sub, As[Tuple](v).Items()...)
			default:
				sub = append(sub, v)
			}
		}
		r, err := GetItem(t, a, NewTuple(sub...))
		if err != nil {
			return nil, err
		}
		if g, ok := asAlias(r); ok && g.starred && g.origin == TupleType.Value() {
			out = append(out, g.args.Items()...)
			continue
		}
		out = append(out, r)
	}
	return out, nil
}
