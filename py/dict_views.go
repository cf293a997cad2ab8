package py

// dict_keys, dict_values, dict_items and their iterators.

type dictKind uint8

const (
	dictKeys dictKind = iota
	dictValues
	dictItems
)

type dictView struct {
	Head
	d    *Dict
	self Value // the dict, maybe of a subclass
}

type dictIter struct {
	Head
	d    *Dict
	pos  int
	size int // live items when the iterator was made; -1 after an error
	left int
}

// orderedIter iterates over an OrderedDict, which notices any change.
type orderedIter struct {
	Head
	d         *Dict
	pos       int
	kind      dictKind
	backwards bool
	changes   uint32
	size      int
}

// The view types by kind, then those of OrderedDict; the iterators by kind, then by
// kind backwards.
var (
	dictViewTypes   = [6]*Type{{}, {}, {}, {}, {}, {}}
	dictIterTypes   = [6]*Type{{}, {}, {}, {}, {}, {}}
	orderedIterType = &Type{}

	dictViewShapes   [6]Shape
	dictIterShapes   [6]Shape
	orderedIterShape Shape
)

// kind returns what the view shows and whether it is of an OrderedDict.
func (v *dictView) kind() (kind dictKind, ordered bool) {
	for i := range dictViewShapes {
		if v.shape == &dictViewShapes[i] {
			return dictKind(i % 3), i >= 3
		}
	}
	return dictItems, false
}

// The views and iterators of an OrderedDict.
const (
	OrderedKeys = iota
	OrderedValues
	OrderedItems
)

// NewOrderedView returns odict_keys, odict_values or odict_items of self, whose items
// are d's.
func NewOrderedView(d *Dict, self Value, kind int) Value {
	return Object(&dictView{Head{&dictViewShapes[3+kind]}, d, self})
}

// NewOrderedIter returns an odict_iterator.
func NewOrderedIter(d *Dict, kind int, backwards bool) Value {
	it := &orderedIter{Head{&orderedIterShape}, d, 0, dictKind(kind), backwards, d.changes, d.Len()}
	if backwards {
		it.pos = d.Last()
	}
	return Object(it)
}

func orderedIterNext(t *Thread, v Value) (Value, error) {
	it := (*orderedIter)(v.p)
	if it.d == nil {
		return Nil, nil
	}
	if it.changes != it.d.changes {
		it.d = nil
		return Nil, Raise(RuntimeError, "OrderedDict mutated during iteration")
	}
	step := it.d.Next
	if it.backwards {
		step = it.d.Prev
	}
	key, val, next, ok := step(it.pos)
	if !ok {
		it.d = nil
		return Nil, nil
	}
	it.pos = next
	switch it.kind {
	case dictKeys:
		return key, nil
	case dictValues:
		return val, nil
	}
	return NewTuple(key, val), nil
}

func newDictView(d *Dict, self Value, kind dictKind) Value {
	return Object(&dictView{Head{&dictViewShapes[kind]}, d, self})
}

func newDictIter(d *Dict, kind dictKind, backwards bool) Value {
	it := &dictIter{Head{&dictIterShapes[kind]}, d, 0, d.Len(), d.Len()}
	if backwards {
		it.shape = &dictIterShapes[kind+3]
		it.pos = d.Last()
	}
	return Object(it)
}

func initDictViews() {
	for i, typ := range dictViewTypes {
		kind, ordered := dictKind(i%3), i >= 3
		iter := func(v *dictView, backwards bool) Value {
			if ordered {
				return NewOrderedIter(v.d, int(kind), backwards)
			}
			return newDictIter(v.d, kind, backwards)
		}
		spec := TypeSpec{
			Name:  [...]string{"dict_keys", "dict_values", "dict_items", "odict_keys", "odict_values", "odict_items"}[i],
			Flags: Final | NotCallable,
			Slots: Slots{
				Repr: dictViewRepr,
				Len:  func(t *Thread, v Value) (int, error) { return (*dictView)(v.p).d.Len(), nil },
				Iter: func(t *Thread, v Value) (Value, error) { return iter((*dictView)(v.p), false), nil },
			},
			Table: func() Members {
				rows := Members{
					GetSet("mapping", func(t *Thread, v Value) (Value, error) { return newMappingProxy((*dictView)(v.p).self), nil }, nil),
					Method("__reversed__()", func(v *dictView, t *Thread, a *Args) (Value, error) { return iter(v, true), nil }),
				}
				if kind != dictValues {
					rows = append(rows, Method("isdisjoint(other, /)", (*dictView).isdisjoint))
				}
				return rows
			},
		}
		if ordered {
			spec.Base = dictViewTypes[kind]
		}
		if kind != dictValues {
			s := &spec.Slots
			s.Contains = dictViewContains
			s.Compare = dictViewCompare
			s.Binary = dictViewBinary
			s.BinaryOps = 1<<OpSub | 1<<OpAnd | 1<<OpOr | 1<<OpXor
			s.RBinOps = s.BinaryOps
		}
		typ.define(&dictViewShapes[i], spec)
	}
	orderedIterType.define(&orderedIterShape, TypeSpec{
		Name: "odict_iterator", Flags: Final | NotCallable,
		Slots: Slots{Iter: iterSelf, Next: orderedIterNext},
	})
	for i, typ := range dictIterTypes {
		kind := dictKind(i % 3)
		next := func(t *Thread, v Value) (Value, error) { return (*dictIter)(v.p).next(t, kind) }
		if i >= 3 {
			next = func(t *Thread, v Value) (Value, error) { return (*dictIter)(v.p).prev(t, kind) }
		}
		typ.define(&dictIterShapes[i], TypeSpec{
			Name: [...]string{"dict_keyiterator", "dict_valueiterator", "dict_itemiterator",
				"dict_reversekeyiterator", "dict_reversevalueiterator", "dict_reverseitemiterator"}[i],
			Flags: Final | NotCallable,
			Slots: Slots{Iter: iterSelf, Next: next},
			Table: func() Members {
				return Members{
					Method("__length_hint__()", (*dictIter).__length_hint__),
					Method("__reduce__()", func(it *dictIter, t *Thread, a *Args) (Value, error) {
						copy := *it
						items, err := Collect(t, Object(&copy))
						return NewTuple(builtin(t, "iter"), NewTuple(NewList(items).Value())), err
					}),
				}
			},
		})
	}
}

// builtin returns what the builtins module has under a name, None if nothing.
func builtin(t *Thread, name string) Value {
	if t.Interp.Builtins != nil {
		if v := t.Interp.Builtins.GetItem(name); v.p != nil {
			return v
		}
	}
	return None
}

func iterSelf(t *Thread, v Value) (Value, error) { return v, nil }

// check notices that the dict changed its size.
func (it *dictIter) check() error {
	if it.size != it.d.Len() {
		it.size = -1
		return Raise(RuntimeError, "dictionary changed size during iteration")
	}
	return nil
}

func (it *dictIter) next(t *Thread, kind dictKind) (Value, error) {
	if it.d == nil {
		return Nil, nil
	}
	if err := it.check(); err != nil {
		return Nil, err
	}
	k, v, next, ok := it.d.Next(it.pos)
	return it.item(k, v, next, ok, kind)
}

func (it *dictIter) prev(t *Thread, kind dictKind) (Value, error) {
	if it.d == nil {
		return Nil, nil
	}
	if err := it.check(); err != nil {
		return Nil, err
	}
	k, v, next, ok := it.d.Prev(it.pos)
	return it.item(k, v, next, ok, kind)
}

func (it *dictIter) item(k, v Value, next int, ok bool, kind dictKind) (Value, error) {
	if !ok {
		it.d = nil
		return Nil, nil
	}
	if it.left == 0 {
		it.d = nil
		return Nil, Raise(RuntimeError, "dictionary keys changed during iteration")
	}
	it.left--
	it.pos = next
	switch kind {
	case dictKeys:
		return k, nil
	case dictValues:
		return v, nil
	}
	return NewTuple(k, v), nil
}

func (it *dictIter) __length_hint__(t *Thread, a *Args) (Value, error) {
	if it.d == nil || it.size != it.d.Len() {
		return Int(0), nil
	}
	return Int(int64(it.left)), nil
}

func dictViewRepr(t *Thread, v Value) (Value, error) {
	view := (*dictView)(v.p)
	if !enterRepr(t, v) {
		return NewStr("..."), nil
	}
	defer leaveRepr(t)
	items, err := Collect(t, v)
	if err != nil {
		return Nil, err
	}
	r := reprBuilder{t: t, b: []byte(view.shape.Class.Name + "([")}
	return r.items("])", items...)
}

func dictViewContains(t *Thread, v, item Value) (bool, error) {
	view := (*dictView)(v.p)
	if kind, _ := view.kind(); kind == dictKeys {
		p, err := view.d.Get(t, item)
		return p != nil, err
	}
	pair, ok := AsTuple(item)
	if !ok || pair.Len() != 2 {
		return false, nil
	}
	p, err := view.d.Get(t, pair.Items()[0])
	if p == nil || err != nil {
		return false, err
	}
	return itemEq(t, *p, pair.Items()[1])
}

// isSetView reports whether v is a dict_keys or dict_items.
func isSetView(v Value) bool {
	s := v.Shape()
	return s == &dictViewShapes[dictKeys] || s == &dictViewShapes[dictItems] ||
		s == &dictViewShapes[3+dictKeys] || s == &dictViewShapes[3+dictItems]
}

func dictViewCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if _, ok := AsSet(b); !ok && !isSetView(b) {
		return NotImplemented, nil
	}
	n, err := Len(t, a)
	if err != nil {
		return Nil, err
	}
	m, err := Len(t, b)
	if err != nil {
		return Nil, err
	}
	var r bool
	switch op {
	case OpEq, OpNe:
		if r = n == m; r {
			r, err = allIn(t, a, b)
		}
		r = r == (op == OpEq)
	case OpLt:
		if r = n < m; r {
			r, err = allIn(t, a, b)
		}
	case OpLe:
		if r = n <= m; r {
			r, err = allIn(t, a, b)
		}
	case OpGt:
		if r = n > m; r {
			r, err = allIn(t, b, a)
		}
	case OpGe:
		if r = n >= m; r {
			r, err = allIn(t, b, a)
		}
	}
	return Bool(r), err
}

// allIn reports whether all items of a are in b.
func allIn(t *Thread, a, b Value) (bool, error) {
	all := true
	err := Iterate(t, a, func(x Value) error {
		in, err := Contains(t, b, x)
		if err != nil {
			return err
		}
		if !in {
			all = false
			return errStop
		}
		return nil
	})
	return all, err
}

func dictViewBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	s := NewSet()
	switch op {
	case OpAnd:
		// The view may be on either side; the shorter of two views is walked.
		if !isSetView(a) {
			a, b = b, a
		}
		if isSetView(b) && (*dictView)(b.p).d.Len() > (*dictView)(a.p).d.Len() {
			a, b = b, a
		}
		return s.Value(), Iterate(t, b, func(x Value) error {
			in, err := dictViewContains(t, a, x)
			if !in || err != nil {
				return err
			}
			return s.Add(t, x)
		})
	case OpOr, OpSub, OpXor:
		if err := s.Update(t, a); err != nil {
			return Nil, err
		}
		switch op {
		case OpOr:
			return s.Value(), s.Update(t, b)
		case OpSub:
			return s.Value(), s.differenceUpdate(t, b)
		}
		return s.Value(), s.symmetricUpdate(t, b)
	}
	return NotImplemented, nil
}

func (v *dictView) isdisjoint(t *Thread, a *Args) (Value, error) {
	disjoint := true
	other := a.v[0]
	self := Object(v)
	if isSetView(other) || isAnySet(other) {
		if n, err := Len(t, other); err == nil && n > v.d.Len() {
			self, other = other, self
		}
	}
	err := Iterate(t, other, func(x Value) error {
		in, err := Contains(t, self, x)
		if err != nil {
			return err
		}
		if in {
			disjoint = false
			return errStop
		}
		return nil
	})
	return Bool(disjoint), err
}
