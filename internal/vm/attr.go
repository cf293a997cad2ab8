package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// loadAttr is LoadAttr when the site did not hold: it fills the site if the
// attribute stands in a place the hidden class tells.
func (vm *VM) loadAttr(in *Instr) error {
	s := &vm.code.sites[in.C]
	o := *vm.reg(in.B)
	h := o.Shape()
	c := h.Class
	switch s.kind {
	case siteClassVal:
		if s.next == h && s.version == h.Version {
			*vm.reg(in.A) = *(*py.Value)(s.obj)
			return nil
		}
	case siteProperty:
		if s.next == h && s.version == h.Version {
			if ok, err := vm.enterMethod(py.MakeValue(s.fn, 0), in.A, frameCall, o); ok || err != nil {
				return err
			}
		}
	case siteComputed:
		if s.next == h && s.version == h.Version {
			return vm.loadComputed(in, *(*py.Value)(s.obj), o)
		}
	case siteCell:
		if s.obj == o.Ptr() && s.cell.Owned() {
			*vm.reg(in.A) = s.cell.V
			return nil
		}
	}
	if v, ok := py.PlainClass(o, s.name); ok {
		s.fill(Site{next: h, version: h.Version, kind: siteClass})
		*vm.reg(in.A) = v
		return nil
	}
	if py.IsClass(&o) && (s.kind == siteNone || s.kind == siteOfClass && s.fn == o.Ptr()) {
		of := py.As[py.Type](o)
		if d := of.LookupRef(s.name); d != nil && py.IsPlainData(*d) && !py.TypeType.Lookup(s.name).Bound() {
			root := of.RootShape()
			s.fill(Site{next: root, version: root.Version, kind: siteOfClass, fn: o.Ptr(), obj: unsafe.Pointer(d)})
			*vm.reg(in.A) = *d
			return nil
		}
	}
	if s.free() && !h.IsInstanceShape() && py.HasOwnDict(o) && c.PlainLookup() {
		if d := c.LookupRef(s.name); d == nil || !d.Type().IsDataDescr() {
			if p := py.OwnAttr(o, s.name); p != nil {
				s.fill(Site{next: h, version: h.Version, kind: siteDict})
				*vm.reg(in.A) = *p
				return nil
			}
		} else if d.Type().Flags&py.Heap == 0 && c.Flags&py.HasGetAttr == 0 {
			s.fill(Site{next: h, version: h.Version, kind: siteComputed, obj: unsafe.Pointer(d)})
			return vm.loadComputed(in, *d, o)
		}
	} else if h.IsInstanceShape() && c.PlainLookup() {
		d := c.LookupRef(s.name)
		if d != nil && d.Type() == py.PropertyType && c.Flags&py.HasGetAttr == 0 {
			if get := py.As[py.Property](*d).Getter; get.Bound() && isFunction(get) && py.As[Function](get).code.simple == 1 {
				s.fill(Site{next: h, version: h.Version, kind: siteProperty, fn: get.Ptr()})
				ok, err := vm.enterMethod(get, in.A, frameCall, o)
				if ok || err != nil {
					return err
				}
			}
		}
		key, member := isMember(d)
		if !member {
			key = s.name
		}
		i := h.FindSlot(key)
		if i >= 0 {
			if off, ok := h.InlineSlot(i); ok {
				if d == nil || member || !d.Type().IsDataDescr() {
					s.fill(Site{shape: h, version: h.Version, kind: siteSlot, off: off})
				}
			}
		} else if d != nil && py.IsPlainData(*d) {
			s.fill(Site{next: h, version: h.Version, kind: siteClassVal, obj: unsafe.Pointer(d)})
			*vm.reg(in.A) = *d
			return nil
		}
	} else if py.IsModule(o) {
		m := py.As[py.ModuleObj](o)
		if p := m.Dict.GetStr(s.name); p != nil {
			s.fill(Site{kind: siteCell, obj: o.Ptr(), cell: m.Dict.GlobalCell(s.name)})
			*vm.reg(in.A) = *p
			return nil
		}
	}
	if c.Flags&py.HasGetAttr != 0 {
		if hook := py.AttrHook(o, s.name); hook.Bound() {
			if ok, err := vm.enterMethod(hook, in.A, frameCall, o, s.name.Value()); ok || err != nil {
				return err
			}
		}
	}
	v, err := py.GetAttr(vm.t, o, s.name)
	if err != nil {
		return err
	}
	*vm.reg(in.A) = v
	return nil
}

// loadComputed is LoadAttr of o for which its class has the data descriptor d.
func (vm *VM) loadComputed(in *Instr, d, o py.Value) error {
	v, err := d.Type().Slots.DescrGet(vm.t, d, o, o.Type())
	if err != nil {
		if e, ok := err.(*py.Exc); ok {
			py.AttrFailed(e, o, vm.code.sites[in.C].name)
		}
		return err
	}
	*vm.reg(in.A) = v
	return nil
}

func isMember(d *py.Value) (*py.Str, bool) {
	if d == nil {
		return nil, false
	}
	return py.IsMember(*d)
}

// storeAttr is StoreAttr when the site did not hold.
func (vm *VM) storeAttr(in *Instr) error {
	s := &vm.code.sites[in.C]
	o := *vm.reg(in.A)
	h := o.Shape()
	c := h.Class
	if h.IsInstanceShape() && c.Slots.SetAttr == nil {
		d := c.LookupRef(s.name)
		key, member := isMember(d)
		if !member {
			key = s.name
		}
		if d == nil || member || !d.Type().SetsDescr() {
			if i := h.FindSlot(key); i >= 0 {
				if off, ok := h.InlineSlot(i); ok {
					s.fill(Site{shape: h, version: h.Version, kind: siteSlot, off: off})
				}
			} else if c.Flags&py.HasSlotsOf == 0 || member {
				if next := h.WithSlot(key); next != nil {
					if off, ok := next.InlineSlot(next.NumSlots() - 1); ok {
						s.fill(Site{shape: h, version: h.Version, kind: siteAdd, off: off, next: next})
					}
				}
			}
		}
	} else if s.free() && py.HasOwnDict(o) && c.Slots.SetAttr == nil {
		if d := c.LookupRef(s.name); d == nil || !d.Type().SetsDescr() {
			s.fill(Site{next: h, version: h.Version, kind: siteDict})
		}
	}
	return py.SetAttr(vm.t, o, s.name, *vm.reg(in.B))
}

// deleteAttr is DeleteAttr when the site did not hold.
func (vm *VM) deleteAttr(in *Instr) error {
	s := &vm.code.sites[in.C]
	o := *vm.reg(in.A)
	h := o.Shape()
	if err := py.SetAttr(vm.t, o, s.name, py.Nil); err != nil {
		return err
	}
	if h.IsInstanceShape() && h.Class.Slots.SetAttr == nil {
		if d := h.Class.LookupRef(s.name); d == nil || !d.Type().SetsDescr() {
			if parent := h.Parent(); parent != nil && o.Shape() == parent {
				off, _ := h.InlineSlot(parent.NumSlots())
				s.fill(Site{shape: h, version: h.Version, kind: siteDrop, off: off, next: parent})
			}
		}
	}
	return nil
}

var nameSuper = py.Name("super")

// holdsSuper reports whether the site has what super(cls, self) finds.
func (s *Site) holdsSuper(cls, self py.Value) bool {
	h := self.Shape()
	return s.kind == siteSuper && s.next == h && s.version == h.Version && s.obj == cls.Ptr() && s.cell.V == py.SuperType.Value()
}

// loadSuperAttr is super().name without making the super object where that can be
// done.
func (vm *VM) loadSuperAttr(in *Instr) error {
	s := &vm.code.sites[in.C]
	cls, self := *vm.reg(in.B), *vm.reg(in.B + vs)
	if !cls.Bound() {
		return py.Raise(py.RuntimeError, "super(): empty __class__ cell")
	}
	if s.holdsSuper(cls, self) {
		f := py.MakeValue(s.fn, 0)
		v, err := f.Type().Slots.DescrGet(vm.t, f, self, self.Type())
		*vm.reg(in.A) = v
		return err
	}
	cell := vm.code.globals.GlobalCell(nameSuper)
	super := cell.V
	if super.Bound() && super == py.SuperType.Value() && py.IsClass(&cls) && s.name.String() != "__class__" {
		start := py.As[py.Type](cls)
		c := self.Type()
		if c != start && c.IsSubtype(start) || c == start {
			for i, m := range c.MRO {
				if m != start {
					continue
				}
				for _, b := range c.MRO[i+1:] {
					if p := b.Attrs().GetStr(s.name); p != nil {
						v := *p
						if get := v.Type().Slots.DescrGet; get != nil {
							if h := self.Shape(); c.Flags&py.IsMeta == 0 {
								s.fill(Site{next: h, version: h.Version, kind: siteSuper, obj: cls.Ptr(), fn: v.Ptr(), cell: cell})
							}
							var err error
							if v, err = get(vm.t, v, self, c); err != nil {
								return err
							}
						}
						*vm.reg(in.A) = v
						return nil
					}
				}
				break
			}
		}
	}
	if !super.Bound() {
		return vm.nameError("super")
	}
	obj, err := py.Call(vm.t, super, cls, self)
	if err != nil {
		return err
	}
	v, err := py.GetAttr(vm.t, obj, s.name)
	if err != nil {
		return err
	}
	*vm.reg(in.A) = v
	return nil
}

var specialNames = [...]*py.Str{
	bytecode.SpecialEnter:  py.Name("__enter__"),
	bytecode.SpecialExit:   py.Name("__exit__"),
	bytecode.SpecialAEnter: py.Name("__aenter__"),
	bytecode.SpecialAExit:  py.Name("__aexit__"),
}

// loadSpecial is LoadSpecial.
func (vm *VM) loadSpecial(in *Instr) error {
	o := *vm.reg(in.B)
	name := specialNames[in.C]
	v, err := py.BindSpecial(vm.t, o, name)
	if err != nil {
		return err
	}
	if !v.Bound() {
		what, other := "context manager", specialNames[bytecode.SpecialAEnter]
		with := "async with"
		if in.C >= bytecode.SpecialAEnter {
			what, other, with = "asynchronous context manager", specialNames[bytecode.SpecialEnter], "with"
		}
		missed := ""
		if in.C == bytecode.SpecialExit || in.C == bytecode.SpecialAExit {
			missed = " (missed " + name.String() + " method)"
		}
		if x, _ := py.BindSpecial(vm.t, o, other); x.Bound() {
			return py.Raise(py.TypeError, "'%s' object does not support the %s protocol%s. Did you mean to use '%s'?", py.TypeName(o), what, missed, with)
		}
		return py.Raise(py.TypeError, "'%s' object does not support the %s protocol%s", py.TypeName(o), what, missed)
	}
	*vm.reg(in.A) = v
	return nil
}
