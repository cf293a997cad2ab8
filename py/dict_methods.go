package py

import "unsafe"

// dict: the type's table, its slots and methods. The table of entries is in dict.go,
// the views in dict_views.go.

func initDict() {
	DictType.define(&dictShape, TypeSpec{
		Name:    "dict",
		Flags:   MapPattern | SelfMatch,
		SubDict: SubDict[Dict](),
		Doc:     "dict(mapping or pairs=(), **items): values by key, in the order they came.",
		Slots: Slots{
			New: dictNew,
			Init: func(t *Thread, v Value, args []Value, kw []*Str) error {
				return (*Dict)(v.p).updateArgs(t, v, "dict", args, kw)
			},
			Repr:      dictRepr,
			Compare:   dictCompare,
			Binary:    dictBinary,
			BinaryOps: 1 << OpOr,
			RBinOps:   1 << OpOr,
			Inplace:   dictInplace,
			InplOps:   1 << OpOr,
			Len:       func(t *Thread, v Value) (int, error) { return (*Dict)(v.p).Len(), nil },
			GetItem:   dictGetItem,
			SetItem:   dictSetItem,
			Contains: func(t *Thread, v, k Value) (bool, error) {
				p, err := (*Dict)(v.p).Get(t, k)
				return p != nil, err
			},
			Iter: func(t *Thread, v Value) (Value, error) { return newDictIter((*Dict)(v.p), dictKeys, false), nil },
		},
		Table: func() Members {
			return Members{
				Method("clear()", (*Dict).clear),
				Method("copy()", (*Dict).copy),
				ClassMethod("fromkeys(iterable, value=None, /)", dictFromKeys),
				Method("get(key, default=None, /)", (*Dict).get).Leaf(leafDictGet),
				Method("items()", func(d *Dict, t *Thread, a *Args) (Value, error) {
					return newDictView(d, a.Self, dictItems), t.heapCheck()
				}),
				Method("keys()", func(d *Dict, t *Thread, a *Args) (Value, error) { return newDictView(d, a.Self, dictKeys), nil }),
				Method("pop(key, default=<unrepresentable>, /)", (*Dict).pop),
				Method("popitem()", (*Dict).popitem),
				Method("setdefault(key, default=None, /)", (*Dict).setdefault),
				Method("update(*args, **kwargs)", (*Dict).update),
				Method("values()", func(d *Dict, t *Thread, a *Args) (Value, error) { return newDictView(d, a.Self, dictValues), nil }),
				Method("__reversed__()", func(d *Dict, t *Thread, a *Args) (Value, error) { return newDictIter(d, dictKeys, true), nil }),
				Method("__sizeof__()", (*Dict).__sizeof__),
				ClassMethod("__class_getitem__(object, /)", classGetItem),
			}
		},
	})
	nsDictShape.Class = DictType
}

func dictNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if cls == DictType {
		return NewDict().Value(), nil
	}
	return Object(Alloc[Dict](cls)), nil
}

func dictRepr(t *Thread, v Value) (Value, error) {
	d := (*Dict)(v.p)
	if d.Len() == 0 {
		return NewStr("{}"), nil
	}
	if !enterRepr(t, v) {
		return NewStr("{...}"), nil
	}
	defer leaveRepr(t)
	return d.reprItems(t, "{", "}")
}

// reprItems writes the items between two texts.
func (d *Dict) reprItems(t *Thread, head, tail string) (Value, error) {
	r := reprBuilder{t: t, b: append(make([]byte, 0, 16+8*min(d.Len(), 1024)), head...)}
	n := 0
	for pos := 0; ; n++ {
		k, v, next, ok := d.Next(pos)
		if !ok {
			break
		}
		pos = next
		if n > 0 {
			r.b = append(r.b, ", "...)
		}
		if err := r.value(k); err != nil {
			return Nil, err
		}
		r.b = append(r.b, ": "...)
		if err := r.value(v); err != nil {
			return Nil, err
		}
	}
	return takeStr(append(r.b, tail...)), nil
}

func dictCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	y, ok := AsDict(b)
	if !ok || op != OpEq && op != OpNe {
		return NotImplemented, nil
	}
	eq, err := (*Dict)(a.p).Equal(t, y)
	return Bool(eq == (op == OpEq)), err
}

// Equal reports whether two dicts have equal items, in any order.
func (d *Dict) Equal(t *Thread, o *Dict) (bool, error) {
	if d == o {
		return true, nil
	}
	if d.Len() != o.Len() {
		return false, nil
	}
	for i := 0; i < len(d.ents); i++ {
		e := &d.ents[i]
		if e.K.p == nil {
			continue
		}
		v := *d.value(i)
		p, err := o.getHashed(t, e.K, e.Hash)
		if p == nil || err != nil {
			return false, err
		}
		if eq, err := itemEq(t, v, *p); !eq || err != nil {
			return false, err
		}
		if i&511 == 511 {
			if err := t.Step(512); err != nil {
				return false, err
			}
		}
	}
	return true, nil
}

func dictBinary(t *Thread, op BinOp, a, b Value) (Value, error) {
	if op != OpOr {
		return NotImplemented, nil
	}
	x, ok := AsDict(a)
	y, ok2 := AsDict(b)
	if !ok || !ok2 {
		return NotImplemented, nil
	}
	if err := t.Alloc(40 * (x.Len() + y.Len())); err != nil {
		return Nil, err
	}
	d, err := copyMapping(t, a)
	if err != nil {
		return Nil, err
	}
	return d, (*Dict)(d.p).Update(t, b)
}

func dictInplace(t *Thread, op BinOp, a, b Value) (Value, error) {
	if op != OpOr {
		return NotImplemented, nil
	}
	return a, (*Dict)(a.p).Update(t, b)
}

func dictGetItem(t *Thread, v, key Value) (Value, error) {
	d := (*Dict)(v.p)
	p, err := d.Get(t, key)
	if err != nil {
		return Nil, err
	}
	if p != nil {
		return *p, nil
	}
	if d.shape != &dictShape && d.shape != &nsDictShape {
		if r, found, err := CallSpecial(t, v, nameMissing, key); found {
			return r, err
		}
	}
	return Nil, RaiseValue(KeyError, key)
}

func dictSetItem(t *Thread, v, key, val Value) error {
	d := (*Dict)(v.p)
	if val.p != nil {
		return d.Set(t, key, val)
	}
	old, err := d.Delete(t, key)
	if err == nil && old.p == nil {
		return RaiseValue(KeyError, key)
	}
	return err
}

func (d *Dict) clear(t *Thread, a *Args) (Value, error) {
	d.Clear()
	return None, nil
}

func (d *Dict) copy(t *Thread, a *Args) (Value, error) {
	if d.Len() >= 512 {
		if err := t.Alloc(48 * d.Len()); err != nil {
			return Nil, err
		}
	}
	return copyMapping(t, a.Self)
}

// copyMapping returns a plain dict with the items of v, a dict.
func copyMapping(t *Thread, v Value) (Value, error) {
	if d, ok := AsPlainDict(v); ok {
		return d.Copy().Value(), nil
	}
	c := NewDict()
	return c.Value(), c.Update(t, v)
}

func dictFromKeys(t *Thread, a *Args) (Value, error) {
	val := a.ValueOr(1, None)
	r, err := Call(t, a.Self)
	if err != nil {
		return Nil, err
	}
	if d, ok := AsDict(r); ok && IsDict(r) {
		return r, Iterate(t, a.v[0], func(k Value) error { return d.Set(t, k, val) })
	}
	return r, Iterate(t, a.v[0], func(k Value) error { return SetItem(t, r, k, val) })
}

func (d *Dict) get(t *Thread, a *Args) (Value, error) {
	p, err := d.Get(t, a.v[0])
	if err != nil {
		return Nil, err
	}
	if p != nil {
		return *p, nil
	}
	return a.ValueOr(1, None), nil
}

func (d *Dict) pop(t *Thread, a *Args) (Value, error) {
	if d.Len() > 0 {
		v, err := d.Delete(t, a.v[0])
		if v.p != nil || err != nil {
			return v, err
		}
	} else if !a.Has(1) {
		if _, err := HashKey(t, a.v[0]); err != nil && !ErrIs(err, TypeError) {
			return Nil, err
		}
	}
	if a.Has(1) {
		return a.v[1], nil
	}
	return Nil, RaiseValue(KeyError, a.v[0])
}

func (d *Dict) popitem(t *Thread, a *Args) (Value, error) {
	k, v, i, ok := d.Prev(d.Last())
	if !ok {
		return Nil, Raise(KeyError, "popitem(): dictionary is empty")
	}
	d.remove(i)
	return NewTuple(k, v), nil
}

func (d *Dict) setdefault(t *Thread, a *Args) (Value, error) {
	h, err := HashKey(t, a.v[0])
	if err != nil {
		return Nil, err
	}
	k := a.v[0]
	i, err := d.find(t, &k, h)
	if err != nil {
		return Nil, err
	}
	if i >= 0 {
		return *d.value(i), nil
	}
	v := a.ValueOr(1, None)
	return v, d.setHashed(t, &k, h, v)
}

func (d *Dict) update(t *Thread, a *Args) (Value, error) {
	args, kw := a.all()
	return None, d.updateArgs(t, a.Self, "update", args, kw)
}

func (d *Dict) __sizeof__(t *Thread, a *Args) (Value, error) {
	n := 64 + 40*cap(d.ents)
	if d.idx != nil {
		n += 48 + 4*cap(d.idx.slots)
	}
	return Int(int64(n)), nil
}

// updateArgs is dict.update and dict.__init__.
func (d *Dict) updateArgs(t *Thread, self Value, name string, args []Value, kw []*Str) error {
	n := len(args) - len(kw)
	if err := argCount(name, n, 0, 1); err != nil {
		return err
	}
	if n == 1 {
		if err := d.Update(t, args[0]); err != nil {
			return err
		}
	}
	for i, k := range kw {
		if err := d.Set(t, k.Value(), args[n+i]); err != nil {
			return err
		}
	}
	return nil
}

// Update is d.update(src): a mapping or an iterable of pairs.
func (d *Dict) Update(t *Thread, src Value) error {
	is, err := d.UpdateMapping(t, src)
	if !is && err == nil {
		return d.updatePairs(t, src)
	}
	return err
}

// UpdateMapping is Update if src is a mapping.
func (d *Dict) UpdateMapping(t *Thread, src Value) (is bool, err error) {
	if s, ok := AsPlainDict(src); ok {
		return true, d.Merge(t, s)
	}
	keys, err := LookupAttr(t, src, nameKeys)
	if err != nil || keys.p == nil {
		return false, err
	}
	ks, err := Call(t, keys)
	if err != nil {
		return true, err
	}
	return true, Iterate(t, ks, func(k Value) error {
		v, err := GetItem(t, src, k)
		if err != nil {
			return err
		}
		return d.Set(t, k, v)
	})
}

var nameKeys = Name("keys")

// AsPlainDict returns v as a dict whose items can be taken from the table: a
// subclass may have its own __iter__.
func AsPlainDict(v Value) (*Dict, bool) {
	d, ok := AsDict(v)
	if !ok {
		return nil, false
	}
	if c := v.Type(); c.Flags&Heap != 0 {
		if it := c.Lookup(nameIter); (*Head)(it.p).shape != &slotWrapperShape {
			return nil, false
		}
	}
	return d, true
}

// Merge sets all items of s in d.
func (d *Dict) Merge(t *Thread, s *Dict) error {
	if s == d || s.Len() == 0 {
		return nil
	}
	n := s.live
	if d.live == 0 && d.shape != &nsDictShape && s.shape != &nsDictShape {
		if n >= 512 && t != nil {
			if err := t.Alloc(48 * int(n)); err != nil {
				return err
			}
		}
		d.copyItems(s)
		return nil
	}
	for i := 0; i < len(s.ents); i++ {
		e := &s.ents[i]
		if e.K.p == nil {
			continue
		}
		k := e.K
		if err := d.setHashed(t, &k, e.Hash, *s.value(i)); err != nil {
			return err
		}
		if s.live != n {
			return Raise(RuntimeError, "dict mutated during update")
		}
		if i&1023 == 1023 {
			if err := t.Step(1024); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *Dict) updatePairs(t *Thread, src Value) error {
	i := 0
	return Iterate(t, src, func(x Value) error {
		var p []Value
		if IsTuple(x) {
			p = (*Tuple)(x.p).Items()
		} else {
			var err error
			if p, err = Collect(t, x); err != nil {
				if ErrIs(err, TypeError) && x.Type().Slots.Iter == nil {
					return Raise(TypeError, "cannot convert dictionary update sequence element #%d to a sequence", i)
				}
				return err
			}
		}
		if len(p) != 2 {
			return Raise(ValueError, "dictionary update sequence element #%d has length %d; 2 is required", i, len(p))
		}
		i++
		return d.Set(t, p[0], p[1])
	})
}

// SetDefault returns the value of k, after setting it to v if it is not there.
func (d *Dict) SetDefault(t *Thread, k, v Value) (Value, error) {
	p, err := d.Get(t, k)
	if err != nil {
		return Nil, err
	}
	if p != nil {
		return *p, nil
	}
	return v, d.Set(t, k, v)
}

// PopAt removes the item that [Dict.Next] or [Dict.Prev] returned and reports it: pos
// is the position of the entry itself.
func (d *Dict) PopAt(pos int) { d.remove(pos) }

// MoveToEnd makes the item of k, which is there, the last one or the first.
func (d *Dict) MoveToEnd(t *Thread, k Value, last bool) error {
	h, err := HashKey(t, k)
	if err != nil {
		return err
	}
	i, err := d.find(t, &k, h)
	if i < 0 || err != nil {
		return err
	}
	if last {
		d.moveLast(i)
		return nil
	}
	e := d.ents[i]
	v := *d.value(i)
	if _, _, next, _ := d.Next(0); next-1 == i {
		return nil
	}
	if err := t.Step(d.Len()); err != nil {
		return err
	}
	c := d.Copy()
	d.Clear()
	d.insert(e.K, e.Hash, v)
	for i := range c.ents {
		if x := &c.ents[i]; x.K.p != e.K.p || x.K.n != e.K.n {
			d.insert(x.K, x.Hash, x.V)
		}
	}
	return nil
}

// MoveLast makes the item whose value is at p, which Get returned, the last one. d is no
// namespace.
func (d *Dict) MoveLast(p *Value) {
	d.moveLast(int((uintptr(unsafe.Pointer(p)) - uintptr(unsafe.Pointer(unsafe.SliceData(d.ents)))) / unsafe.Sizeof(Entry{})))
}

func (d *Dict) moveLast(i int) {
	if i != len(d.ents)-1 {
		e := d.ents[i]
		v := *d.value(i)
		d.remove(i)
		d.insert(e.K, e.Hash, v)
	}
}

// MoveSimple is MoveToEnd for a str or an int that is there; false if that could run Python
// code, or if it is not there.
func (d *Dict) MoveSimple(k *Value) bool {
	i := foreign
	if IsStr(*k) {
		i = d.findStr((*Str)(k.p), (*Str)(k.p).tableHash())
	} else if k.IsInt() {
		i = d.findInt(k.I())
	}
	if i < 0 || d.shape == &nsDictShape {
		return false
	}
	d.moveLast(i)
	return true
}
