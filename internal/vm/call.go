package vm

import (
	"unsafe"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

const vs = uint16(valueSize)

// of returns the machine of a thread.
func of(t *py.Thread) *VM { return t.VM.(*VM) }

// callNative is Call of anything but a Python function or a class.
//
//go:noinline
func (vm *VM) callNative(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	f := *vm.r(base, in.B)
	if py.IsBoundMethod(f) && isFunction(py.As[py.BoundMethod](f).Func) {
		b := py.As[py.BoundMethod](f)
		co := py.As[Function](b.Func).code
		if nb := unsafe.Add(base, uintptr(in.B)); co.simple == int32(in.C)+1 && !co.isGen && uintptr(fp) < vm.frend && uintptr(nb)+co.frame <= vm.limit && budget > 0 {
			vm.r(base, in.B-vs).SetPtr(b.Func.Ptr())
			*vm.r(base, in.B) = b.Self
			vm.record(fp, code, pc, base, uint32(in.A))
			return co.entry, nb, co, unsafe.Add(fp, frameSize), budget - 1
		}
	}
	n, ok := py.IsNative(f)
	if ok && n.CallLeaf(vm.t, vm.r(base, in.A), nil, unsafe.Slice(vm.r(base, in.B+vs), int(in.C))) {
		return pc, base, code, fp, budget
	}
	self := py.Nil
	if b, bound := py.AsBoundNative(f); bound {
		// &self would make each call allocate it.
		n, self, ok = b.Fn, b.Self, true
		if n.CallLeaf(vm.t, vm.r(base, in.A), &b.Self, unsafe.Slice(vm.r(base, in.B+vs), int(in.C))) {
			return pc, base, code, fp, budget
		}
	}
	vm.save(pc, base, code, fp, budget)
	if ok {
		if n.Consumes() && in.C == 1 && vm.r(base, in.B+vs).ShapeIs(&generatorShape) {
			vm.consume(n, self, in.A, in.B+vs)
			return vm.load()
		}
		v, err := n.Call(vm.t, self, vm.regs(in.B+vs, int(in.C)))
		if err != nil {
			vm.unwind(err)
		} else {
			*vm.reg(in.A) = v
		}
		return vm.load()
	}
	if err := vm.call(in.A, in.B, int(in.C), nil); err != nil {
		vm.unwind(err)
	}
	return vm.load()
}

// callClass is Call of a class.
//
//go:noinline
func (vm *VM) callClass(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	c := (*py.Type)(vm.r(base, in.B).Ptr())
	if c == py.RangeType {
		next := (*Instr)(pc)
		if next.Op == bytecode.GetIter && next.B == in.A && int32(in.A/vs) >= code.bc.NumVars &&
			rangeIter(vm.r(base, next.A), vm.r(base, in.B+vs), int(in.C)) {
			// `for i in range(n)`: the range itself is not wanted.
			return unsafe.Add(pc, instrSize), base, code, fp, budget
		}
	} else if ctor := c.Ctor(); ctor.Bound() && isFunction(ctor) {
		f := (*Function)(ctor.Ptr())
		co := f.code
		if nb := unsafe.Add(base, uintptr(in.B)); co.simple == int32(in.C)+1 && !co.isGen && uintptr(fp) < vm.frend && uintptr(nb)+co.frame <= vm.limit && budget > 0 {
			obj := py.NewInstance(c)
			vm.r(base, in.B-vs).SetPtr(unsafe.Pointer(f))
			*vm.r(base, in.B) = obj
			vm.record(fp, code, pc, base, uint32(in.A)|frameInit)
			(*Frame)(fp).obj = obj.Ptr()
			return co.entry, nb, co, unsafe.Add(fp, frameSize), budget - 1
		}
	}
	if in.C == 1 && vm.t.Interp.HeapLocks == 0 && py.QuickNew(vm.r(base, in.A), c, vm.r(base, in.B+vs)) {
		return pc, base, code, fp, budget
	}
	vm.save(pc, base, code, fp, budget)
	if err := vm.call(in.A, in.B, int(in.C), nil); err != nil {
		vm.unwind(err)
	}
	return vm.load()
}

// rangeIter fills the three registers of an iteration over range(args...).
func rangeIter(r, args *py.Value, n int) bool {
	a := unsafe.Slice(args, n)
	start, stop, step := int64(0), int64(0), int64(1)
	switch n {
	case 1:
		stop = a[0].I()
	case 3:
		if step = a[2].I(); !a[2].IsInt() || step == 0 || step == -1<<63 {
			return false
		}
		fallthrough
	case 2:
		if start, stop = a[0].I(), a[1].I(); !a[1].IsInt() {
			return false
		}
	default:
		return false
	}
	if !a[0].IsInt() {
		return false
	}
	count := int64(0)
	if step > 0 && stop > start {
		count = int64((uint64(stop)-uint64(start)-1)/uint64(step) + 1)
	} else if step < 0 && stop < start {
		count = int64((uint64(start)-uint64(stop)-1)/uint64(-step) + 1)
	}
	if count < 0 {
		return false
	}
	it := (*[3]py.Value)(unsafe.Pointer(r))
	it[0].Assign2(unsafe.Pointer(&tagRangeIter), uint64(start))
	it[1].SetInt(count)
	it[2].SetInt(step)
	return true
}

// callOther is CallMethod for an object whose hidden class the site remembers; nil
// code if it does not, or if the call is not a simple one.
func (vm *VM) callOther(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	o, s := vm.r(base, in.B+vs), code.site(in.C)
	h := o.Shape()
	m := s
	if h != s.shape || h.Version != s.version {
		if s.kind == siteFunctionDict && s.next == h && s.version == h.Version && py.OwnAttr(*o, s.name) == nil {
			m = s
		} else if m = s.other(h); m == nil {
			return pc, base, nil, fp, budget
		}
	}
	if m.code != nil && m.code.isGen {
		if pc, base, code, fp, budget, ok := vm.startGenerator((*Function)(m.fn), s.nargs+1, in, pc, base, code, fp, budget); ok {
			return pc, base, code, fp, budget
		}
		return pc, base, nil, fp, budget
	}
	if m.native != nil && m.kind == siteNative && m.native.CallLeaf(vm.t, vm.r(base, in.A), o, unsafe.Slice(vm.r(base, in.B+2*vs), int(s.nargs))) {
		return pc, base, code, fp, budget
	}
	co := m.code
	if co == nil || co.simple != s.nargs+1 || uintptr(fp) >= vm.frend || uintptr(base)+uintptr(in.B)+valueSize+co.frame > vm.limit || budget <= 0 {
		return pc, base, nil, fp, budget
	}
	vm.r(base, in.B).SetPtr(m.fn)
	vm.record(fp, code, pc, base, uint32(in.A))
	return co.entry, unsafe.Add(base, uintptr(in.B)+valueSize), co, unsafe.Add(fp, frameSize), budget - 1
}

// callNativeMethod is CallMethod whose site holds for the object and does not name
// a Python function.
//
//go:noinline
func (vm *VM) callNativeMethod(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	s := code.site(in.C)
	if s.short == shortNone {
		if s.kind == siteCell {
			return vm.callGlobal(s, in, pc, base, code, fp, budget)
		}
		if s.kind == siteNativeDict && py.OwnAttr(*vm.r(base, in.B+vs), s.name) != nil {
			vm.save(pc, base, code, fp, budget)
			if err := vm.callMethod(in); err != nil {
				vm.unwind(err)
			}
			return vm.load()
		}
		if (s.kind == siteNative || s.kind == siteNativeDict) && s.native.CallLeaf(vm.t, vm.r(base, in.A), vm.r(base, in.B+vs), unsafe.Slice(vm.r(base, in.B+2*vs), int(s.nargs))) {
			return pc, base, code, fp, budget
		}
	} else if s.short == shortAppend {
		if l := (*py.List)(vm.r(base, in.B+vs).Ptr()); len(l.A) < cap(l.A) || len(l.A) < 256 && vm.t.Interp.HeapLocks == 0 {
			l.Append(*vm.r(base, in.B+2*vs))
			*vm.r(base, in.A) = py.None
			return pc, base, code, fp, budget
		}
	} else if vm.t.Interp.HeapLocks == 0 {
		self, args := vm.r(base, in.B+vs), unsafe.Slice(vm.r(base, in.B+2*vs), int(s.nargs))
		// `a, b = s.split(…)`: the list is not wanted.
		next := (*Instr)(pc)
		if next.Op == bytecode.UnpackSequence && next.B == in.A && int32(in.A/vs) >= code.bc.NumVars &&
			py.QuickUnpackSplit(unsafe.Slice(vm.r(base, next.A), int(next.C)), self, args) {
			return unsafe.Add(pc, instrSize), base, code, fp, budget
		}
		if s.native.CallLeaf(vm.t, vm.r(base, in.A), self, args) {
			return pc, base, code, fp, budget
		}
	}
	vm.save(pc, base, code, fp, budget)
	var err error
	if s.native != nil {
		if s.nargs == 1 && s.native.Consumes() && vm.r(base, in.B+2*vs).ShapeIs(&generatorShape) {
			vm.consume(s.native, *vm.reg(in.B + vs), in.A, in.B+2*vs)
			return vm.load()
		}
		if g, ok := asGenerator(*vm.reg(in.B + vs)); ok && s.nargs == 1 && s.name.String() == "send" {
			done, err := vm.send(g, *vm.reg(in.B + 2*vs), in.A)
			if err != nil {
				vm.unwind(err)
			}
			if done {
				return vm.load()
			}
		}
		var v py.Value
		if v, err = s.native.Call(vm.t, *vm.reg(in.B + vs), vm.regs(in.B+2*vs, int(s.nargs))); err == nil {
			*vm.reg(in.A) = v
		}
	} else {
		err = vm.callMethod(in)
	}
	if err != nil {
		vm.unwind(err)
	}
	return vm.load()
}

// callGlobal is callNativeMethod for a function of a module.
func (vm *VM) callGlobal(s *Site, in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (unsafe.Pointer, unsafe.Pointer, *Code, unsafe.Pointer, int64) {
	var n *py.Native
	var self py.Value
	if o := vm.r(base, in.B+vs); o.Ptr() == s.obj && s.cell.Owned() {
		f := &s.cell.V
		if f.ShapeIs(&functionShape) {
			co := (*Function)(f.Ptr()).code
			if nb := unsafe.Add(base, uintptr(in.B)+2*valueSize); co.simple == s.nargs && uintptr(fp) < vm.frend && uintptr(nb)+co.frame <= vm.limit && budget > 0 {
				o.SetPtr(f.Ptr())
				vm.record(fp, code, pc, base, uint32(in.A))
				return co.entry, nb, co, unsafe.Add(fp, frameSize), budget - 1
			}
		} else {
			var on *py.Value
			if b, ok := py.AsBoundNative(*f); ok {
				n, self, on = b.Fn, b.Self, &b.Self // &self would make each call allocate it
			} else {
				n, _ = py.IsNative(*f)
			}
			if n != nil && n.CallLeaf(vm.t, vm.r(base, in.A), on, unsafe.Slice(vm.r(base, in.B+2*vs), int(s.nargs))) {
				return pc, base, code, fp, budget
			}
		}
	}
	vm.save(pc, base, code, fp, budget)
	var err error
	if n == nil {
		err = vm.callMethod(in)
	} else {
		var v py.Value
		if v, err = n.Call(vm.t, self, vm.regs(in.B+2*vs, int(s.nargs))); err == nil {
			*vm.reg(in.A) = v
		}
	}
	if err != nil {
		vm.unwind(err)
	}
	return vm.load()
}

// call is a call with the window at w: nargs arguments, the last len(kw) of them by name.
func (vm *VM) call(dst, w uint16, nargs int, kw []*py.Str) error {
	f := *vm.reg(w)
	switch {
	case f.ShapeIs(&functionShape):
		return vm.callPython(py.As[Function](f), vm.base+uintptr(w)+valueSize, nargs, kw, dst, frameCall)
	case py.IsBoundMethod(f):
		b := py.As[py.BoundMethod](f)
		if isFunction(b.Func) {
			*vm.reg(w - vs) = b.Func
			*vm.reg(w) = b.Self
			return vm.callPython(py.As[Function](b.Func), vm.base+uintptr(w), nargs+1, kw, dst, frameCall)
		}
	case py.IsClass(&f):
		c := py.As[py.Type](f)
		if nargs == 1 && len(kw) == 0 && vm.reg(w+vs).ShapeIs(&generatorShape) {
			if con := c.Consumer(vm.t); con != nil {
				return vm.feed(py.As[Generator](*vm.reg(w + vs)), con, dst)
			}
		}
		ctor := c.Ctor()
		if ctor.Bound() && isFunction(ctor) && !py.As[Function](ctor).code.isGen {
			obj := py.NewInstance(c)
			*vm.reg(w - vs) = ctor
			*vm.reg(w) = obj
			fp := vm.fp
			if err := vm.callPython(py.As[Function](ctor), vm.base+uintptr(w), nargs+1, kw, dst, frameInit); err != nil {
				return err
			}
			(*Frame)(unsafe.Add(vm.frame0, fp)).obj = obj.Ptr()
			return nil
		}
	}
	if m := py.SpecialMethod(&f, nameCall); m.Bound() && isFunction(m) {
		*vm.reg(w - vs) = m
		return vm.callPython(py.As[Function](m), vm.base+uintptr(w), nargs+1, kw, dst, frameCall)
	}
	v, err := py.CallKw(vm.t, f, vm.regs(w+vs, nargs), kw)
	if err != nil {
		return err
	}
	*vm.reg(dst) = v
	return nil
}

// callPython enters a Python function whose arguments stand at argOff (from the
// start of the stack), the function itself below them.
func (vm *VM) callPython(f *Function, argOff uintptr, nargs int, kw []*py.Str, dst uint16, kind uint32) error {
	code := f.code
	if int(code.simple) == nargs && len(kw) == 0 {
		if err := vm.grow(argOff + code.frame); err != nil {
			return err
		}
	} else if err := vm.bindArgs(f, argOff, nargs, kw); err != nil {
		return err
	}
	if code.isGen {
		*vm.reg(dst) = vm.newGenerator(f, argOff)
		return nil
	}
	if err := vm.pushFrame(dst, kind); err != nil {
		return err
	}
	if vm.trace != nil {
		code = vm.entered(code)
	}
	vm.code, vm.base = code, argOff
	vm.pcOff = uintptr(code.entry) - uintptr(code.pc0)
	vm.t.Budget--
	return nil
}

// callFunction is the Call slot of functions: a call from Go.
func callFunction(t *py.Thread, fv py.Value, args []py.Value, kw []*py.Str) (py.Value, error) {
	vm := of(t)
	f := py.As[Function](fv)
	base := vm.top() + valueSize
	if err := vm.grow(base + uintptr(len(args)+1)*valueSize + f.code.frame); err != nil {
		return py.Nil, err
	}
	*vm.at(base) = fv
	argOff := base + valueSize
	if regs := unsafe.Slice(vm.at(argOff), len(args)+1); len(args) < 4 {
		for i := range args { // a write barrier only where a pointer changes
			regs[i].Assign(&args[i])
		}
	} else {
		copy(regs, args)
	}
	if int(f.code.simple) != len(args) || len(kw) > 0 {
		if err := vm.bindArgs(f, argOff, len(args), kw); err != nil {
			return py.Nil, err
		}
	}
	if f.code.isGen {
		return vm.newGenerator(f, argOff), nil
	}
	return vm.enter(f.code, argOff)
}

// keywords returns the names of a call with keywords, not to be changed. i is the
// number of the call's shape.
func (vm *VM) keywords(i uint16) []*py.Str {
	c := vm.code
	if c.keywords == nil {
		c.keywords = make([][]*py.Str, len(c.bc.CallShapes))
	}
	if c.keywords[i] == nil {
		names := c.bc.CallShapes[i].Names
		kw := make([]*py.Str, len(names))
		for k, n := range names {
			kw[k] = c.names[n]
		}
		c.keywords[i] = kw
	}
	return c.keywords[i]
}

// callMethod is CallMethod: it looks the method up, fills the site if that can be
// done, and calls.
func (vm *VM) callMethod(in *Instr) error {
	s := &vm.code.sites[in.C]
	o := *vm.reg(in.B + vs)
	f, self, err := vm.loadMethod(s, o)
	if err != nil {
		return err
	}
	if self {
		*vm.reg(in.B) = f
		if isFunction(f) {
			return vm.callPython(py.As[Function](f), vm.base+uintptr(in.B)+valueSize, int(s.nargs)+1, nil, in.A, frameCall)
		}
		n, _ := py.IsMethodDescr(f)
		args := vm.regs(in.B+2*vs, int(s.nargs))
		if n.CallLeaf(vm.t, vm.reg(in.A), vm.reg(in.B+vs), args) {
			return nil
		}
		v, err := n.Invoke(vm.t, o, args, nil)
		if err == nil {
			*vm.reg(in.A) = v
		}
		return err
	}
	*vm.reg(in.B + vs) = f
	return vm.call(in.A, in.B+vs, int(s.nargs), nil)
}

// callMethodKw is CallMethodKw.
func (vm *VM) callMethodKw(in *Instr) error {
	shape := &vm.code.bc.CallShapes[in.C]
	kw := vm.keywords(in.C)
	nargs := int(shape.Pos) + len(kw)
	o := *vm.reg(in.B + vs)
	f, self, err := vm.loadMethod(&vm.code.sites[shape.Site], o)
	if err != nil {
		return err
	}
	if self {
		*vm.reg(in.B) = f
		if isFunction(f) {
			return vm.callPython(py.As[Function](f), vm.base+uintptr(in.B)+valueSize, nargs+1, kw, in.A, frameCall)
		}
		n, _ := py.IsMethodDescr(f)
		v, err := n.Invoke(vm.t, o, vm.regs(in.B+2*vs, nargs), kw)
		if err == nil {
			*vm.reg(in.A) = v
		}
		return err
	}
	*vm.reg(in.B + vs) = f
	return vm.call(in.A, in.B+vs, nargs, kw)
}

// loadMethod finds o.name for a call. If self is true, f is a function or native
// method to be called with o as first argument; otherwise f is the whole callable.
func (vm *VM) loadMethod(s *Site, o py.Value) (f py.Value, self bool, err error) {
	h := o.Shape()
	c := h.Class
	if s.kind == siteFunction && s.shape == h && s.version == h.Version {
		return py.MakeValue(s.fn, 0), true, nil
	}
	if py.IsModule(o) {
		if s.kind == siteCell && s.obj == o.Ptr() && s.cell.Owned() {
			return s.cell.V, false, nil
		}
		m := py.As[py.ModuleObj](o)
		if m.Dict.GetStr(s.name) != nil {
			s.fill(Site{shape: h, version: h.Version, kind: siteCell, obj: o.Ptr(), cell: m.Dict.GlobalCell(s.name)})
			return s.cell.V, false, nil
		}
	}
	if c.PlainLookup() {
		f = c.Lookup(s.name)
		if f.Bound() {
			n, native := py.IsMethodDescr(f)
			if native && n.Owner != nil && !c.IsSubtype(n.Owner) {
				native = false // of another class: binding it is an error
			}
			if native || isFunction(f) {
				if h.IsInstanceShape() && h.FindSlot(s.name) < 0 || c.DictOffset == 0 && !c.IsPlainObject() {
					if native {
						s.fill(Site{shape: h, version: h.Version, kind: siteNative, native: n, short: shortOf(n, s.nargs)})
					} else {
						s.fill(Site{shape: h, version: h.Version, kind: siteFunction, code: py.As[Function](f).code, fn: f.Ptr()})
					}
					return f, true, nil
				}
				if py.OwnAttr(o, s.name) == nil {
					if native && c.DictOffset != 0 {
						s.fill(Site{shape: h, version: h.Version, kind: siteNativeDict, native: n})
					} else if !native && s.free() {
						s.fill(Site{next: h, version: h.Version, kind: siteFunctionDict, code: py.As[Function](f).code, fn: f.Ptr()})
					}
					return f, true, nil
				}
			}
		}
	}
	f, err = py.GetAttr(vm.t, o, s.name)
	return f, false, err
}

// callSpread is CallEx with the items of a tuple and no keywords, for a Python function
// with as many parameters that need no more than defaults, and for short forms of native
// functions.
func (vm *VM) callSpread(in *Instr, pc, base unsafe.Pointer, code *Code, fp unsafe.Pointer, budget int64) (_, _ unsafe.Pointer, _ *Code, _ unsafe.Pointer, _ int64, ok bool) {
	f, args, kw := vm.r(base, in.B), vm.r(base, in.B+vs), vm.r(base, in.B+2*vs)
	if !py.IsTuple(*args) || kw.Bound() && (!py.IsDict(*kw) || (*py.Dict)(kw.Ptr()).Len() != 0) {
		return pc, base, code, fp, budget, false
	}
	items := (*py.Tuple)(args.Ptr()).Items()
	if !f.ShapeIs(&functionShape) {
		n, native := py.IsNative(*f)
		return pc, base, code, fp, budget, native && n.CallLeaf(vm.t, vm.r(base, in.A), nil, items)
	}
	fn := (*Function)(f.Ptr())
	co := fn.code
	nb := unsafe.Add(base, code.frame+valueSize)
	left := int(co.simple) - len(items)
	if left < 0 || left > 0 && (fn.defaults == nil || fn.defaults.Len() < left) || uintptr(fp) >= vm.frend || uintptr(nb)+co.frame > vm.limit || budget <= 0 {
		return pc, base, code, fp, budget, false
	}
	regs := unsafe.Slice((*py.Value)(unsafe.Add(nb, -int(valueSize))), co.simple+1)
	regs[0].Assign(f)
	for i := range items {
		regs[i+1].Assign(&items[i])
	}
	if left > 0 {
		def := fn.defaults.Items()
		copy(regs[1+len(items):], def[len(def)-left:])
	}
	vm.record(fp, code, pc, base, uint32(in.A))
	return co.entry, nb, co, unsafe.Add(fp, frameSize), budget - 1, true
}

// callEx is CallEx.
func (vm *VM) callEx(in *Instr) error {
	f, args, kw := *vm.reg(in.B), *vm.reg(in.B + vs), *vm.reg(in.B + 2*vs)
	if in.C != 0 && !(py.IsDict(kw) && (py.IsTuple(args) || py.IsList(args))) {
		// A dict is not copied unless *args can run code that changes it.
		d := py.NewDict()
		if err := vm.mergeKeywords(d, kw, f); err != nil {
			return err
		}
		kw = d.Value()
		*vm.reg(in.B + 2*vs) = kw
	}
	if args.Type().Slots.Iter == nil && args.Type().Slots.GetItem == nil {
		return py.Raise(py.TypeError, "%s argument after * must be an iterable, not %s", calleeName(vm.t, f), py.TypeName(args))
	}
	items, err := vm.starred(args)
	if err != nil {
		return err
	}
	if done, err := vm.callExPython(in, items); done || err != nil {
		return err
	}
	v, err := py.CallItems(vm.t, f, items, kw)
	if err != nil {
		return err
	}
	*vm.reg(in.A) = v
	return nil
}

// callExPython is callEx of a Python function or method with not too many arguments:
// they go on top of the stack, and the function runs without entering the loop anew.
func (vm *VM) callExPython(in *Instr, items []py.Value) (done bool, err error) {
	f, self := *vm.reg(in.B), py.Nil
	if py.IsBoundMethod(f) {
		b := py.As[py.BoundMethod](f)
		f, self = b.Func, b.Self
	}
	kw := *vm.reg(in.B + 2*vs)
	n := len(items)
	if self.Bound() {
		n++
	}
	if kw.Bound() {
		n += py.As[py.Dict](kw).Len()
	}
	if !isFunction(f) || n > 256 {
		return false, nil
	}
	off := vm.top() + valueSize
	if err := vm.grow(off + uintptr(n+1)*valueSize + py.As[Function](f).code.frame); err != nil {
		return false, err
	}
	*vm.at(off - valueSize) = f
	regs := unsafe.Slice(vm.at(off), n+1)[:0]
	if self.Bound() {
		regs = append(regs, self)
	}
	regs = append(regs, items...)
	var buf [8]*py.Str
	names := buf[:0]
	if kw.Bound() {
		if names, err = py.As[py.Dict](kw).Keywords(names, regs[len(regs):n]); err != nil {
			return false, err
		}
	}
	return true, vm.callPython(py.As[Function](f), off, n, names, in.A, frameCall)
}

// starred returns the items of an iterable, not to be changed.
func (vm *VM) starred(v py.Value) ([]py.Value, error) {
	switch {
	case py.IsTuple(v):
		return py.As[py.Tuple](v).Items(), nil
	case py.IsList(v):
		return py.As[py.List](v).A, nil
	}
	return py.Collect(vm.t, v)
}
