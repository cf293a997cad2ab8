package vm

import (
	"errors"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// display executes the instructions that build sets, dicts and argument lists.
func (vm *VM) display(in *Instr) error {
	t := vm.t
	switch in.Op {
	case bytecode.BuildSet:
		s := py.NewSet()
		for i := 0; i < int(in.C); i++ {
			if err := s.Add(t, *vm.reg(in.B + uint16(i)*vs)); err != nil {
				return err
			}
		}
		*vm.reg(in.A) = py.Object(s)
	case bytecode.BuildDict:
		d := py.NewDictSize(int(in.C))
		for i := 0; i < int(in.C); i++ {
			if err := d.Set(t, *vm.reg(in.B + uint16(2*i)*vs), *vm.reg(in.B + uint16(2*i+1)*vs)); err != nil {
				return err
			}
		}
		*vm.reg(in.A) = d.Value()
	case bytecode.SetAdd:
		return py.As[py.Set](*vm.reg(in.A)).Add(t, *vm.reg(in.B))
	case bytecode.DictSet:
		return py.As[py.Dict](*vm.reg(in.A)).Set(t, *vm.reg(in.B), *vm.reg(in.C))
	case bytecode.ListExtend:
		if in.C&bytecode.ExtendNew != 0 {
			*vm.reg(in.A) = py.NewList(nil).Value()
		}
		l := py.As[py.List](*vm.reg(in.A))
		v := *vm.reg(in.B)
		if v.Type().Slots.Iter == nil && v.Type().Slots.GetItem == nil {
			return py.Raise(py.TypeError, "Value after * must be an iterable, not %s", py.TypeName(v))
		}
		items, err := vm.starred(v)
		if err != nil {
			return err
		}
		if n := len(l.A) + len(items); n > cap(l.A) && n > 512 {
			if err := t.Alloc(n * int(valueSize)); err != nil {
				return err
			}
		}
		l.A = append(l.A, items...)
	case bytecode.SetUpdate:
		s := py.As[py.Set](*vm.reg(in.A))
		return py.Iterate(t, *vm.reg(in.B), func(x py.Value) error { return s.Add(t, x) })
	case bytecode.DictUpdate:
		v := *vm.reg(in.B)
		if in.C&bytecode.ExtendNew != 0 {
			*vm.reg(in.A) = py.NewDict().Value()
		}
		is, err := py.As[py.Dict](*vm.reg(in.A)).UpdateMapping(t, v)
		if !is && err == nil {
			return py.Raise(py.TypeError, "'%s' object is not a mapping", py.TypeName(v))
		}
		return err
	case bytecode.DictMerge:
		return vm.mergeKeywords(py.As[py.Dict](*vm.reg(in.A)), *vm.reg(in.B), *vm.reg(in.C))
	case bytecode.ListToTuple:
		x, err := t.NewTuple(py.As[py.List](*vm.reg(in.B)).A)
		if err != nil {
			return err
		}
		*vm.reg(in.A) = x.Value()
	}
	return nil
}

// mergeKeywords puts the items of v, the argument after ** in a call of f, into d.
func (vm *VM) mergeKeywords(d *py.Dict, v, f py.Value) error {
	t := vm.t
	err := vm.eachItem(v, func(k py.Value) error {
		p, err := d.Get(t, k)
		if err != nil || p == nil {
			return err
		}
		name, err := py.ToStr(t, k) // that it must be a str is said by the call
		if err != nil {
			return err
		}
		return py.Raise(py.TypeError, "%s got multiple values for keyword argument '%s'", calleeName(t, f), name)
	}, func(k, x py.Value) error { return d.Set(t, k, x) })
	if err == errNoMapping {
		return py.Raise(py.TypeError, "%s argument after ** must be a mapping, not %s", calleeName(t, f), py.TypeName(v))
	}
	return err
}

// calleeName is how messages about a call name the callee: "mod.f()".
func calleeName(t *py.Thread, f py.Value) string {
	if !f.Bound() {
		return "function"
	}
	q, err := py.LookupAttr(t, f, py.Name("__qualname__"))
	if err != nil || !q.Bound() {
		return reprOf(t, f)
	}
	qs, ok := py.AsStr(q)
	if !ok {
		return reprOf(t, f)
	}
	m, err := py.LookupAttr(t, f, py.Name("__module__"))
	if err == nil && m.Bound() {
		if ms, ok := py.AsStr(m); ok && ms.String() != "builtins" {
			return ms.String() + "." + qs.String() + "()"
		}
	}
	return qs.String() + "()"
}

// errNoMapping never reaches Python: it is replaced by a TypeError that names the use.
var errNoMapping = errors.New("not a mapping")

// eachItem calls f for the items of a mapping: a dict, or an object with keys(); before
// an item is asked for, it calls key, which may be nil.
func (vm *VM) eachItem(m py.Value, key func(k py.Value) error, f func(k, v py.Value) error) error {
	if key == nil {
		key = func(py.Value) error { return nil }
	}
	t := vm.t
	if d, ok := py.AsPlainDict(m); ok {
		n := d.Len()
		for pos := 0; ; {
			k, v, next, ok := d.Next(pos)
			if !ok {
				return nil
			}
			pos = next
			if err := key(k); err != nil {
				return err
			}
			if err := f(k, v); err != nil {
				return err
			}
			if d.Len() != n {
				return py.Raise(py.RuntimeError, "dictionary changed size during iteration")
			}
		}
	}
	keys, err := py.LookupAttr(t, m, py.Name("keys"))
	if err != nil {
		return err
	}
	if !keys.Bound() {
		return errNoMapping
	}
	ks, err := py.Call(t, keys)
	if err != nil {
		return err
	}
	return py.Iterate(t, ks, func(k py.Value) error {
		if err := key(k); err != nil {
			return err
		}
		v, err := py.GetItem(t, m, k)
		if err != nil {
			return err
		}
		return f(k, v)
	})
}

// unpackSequence is UnpackSequence.
func (vm *VM) unpackSequence(in *Instr) error {
	t, v, n := vm.t, *vm.reg(in.B), int(in.C)
	var items []py.Value
	switch {
	case py.IsTuple(v):
		items = py.As[py.Tuple](v).Items()
	case py.IsList(v):
		items = append(items, py.As[py.List](v).A...)
	default:
		it, err := py.Iter(t, v)
		if err != nil {
			if py.ErrIs(err, py.TypeError) && v.Type().Slots.Iter == nil {
				return py.Raise(py.TypeError, "cannot unpack non-iterable %s object", py.TypeName(v))
			}
			return err
		}
		for len(items) <= n {
			x, err := py.Next(t, it)
			if err != nil {
				return err
			}
			if !x.Bound() {
				break
			}
			items = append(items, x)
		}
		if len(items) > n {
			return py.Raise(py.ValueError, "too many values to unpack (expected %d)", n)
		}
	}
	if len(items) < n {
		return py.Raise(py.ValueError, "not enough values to unpack (expected %d, got %d)", n, len(items))
	}
	if len(items) > n {
		return py.Raise(py.ValueError, "too many values to unpack (expected %d)", n)
	}
	for i, x := range items {
		*vm.reg(in.A + uint16(i)*vs) = x
	}
	return nil
}

// unpackEx is UnpackEx: one target is starred.
func (vm *VM) unpackEx(in *Instr) error {
	before, after := int(in.C&255), int(in.C>>8)
	v := *vm.reg(in.B)
	items, err := py.Collect(vm.t, v)
	if err != nil {
		if py.ErrIs(err, py.TypeError) && v.Type().Slots.Iter == nil {
			return py.Raise(py.TypeError, "cannot unpack non-iterable %s object", py.TypeName(v))
		}
		return err
	}
	if len(items) < before+after {
		return py.Raise(py.ValueError, "not enough values to unpack (expected at least %d, got %d)", before+after, len(items))
	}
	mid := len(items) - before - after
	for i := 0; i < before; i++ {
		*vm.reg(in.A + uint16(i)*vs) = items[i]
	}
	rest := append([]py.Value(nil), items[before:before+mid]...)
	*vm.reg(in.A + uint16(before)*vs) = py.NewList(rest).Value()
	for i := 0; i < after; i++ {
		*vm.reg(in.A + uint16(before+1+i)*vs) = items[before+mid+i]
	}
	return nil
}

// formatValue is FormatValue.
func (vm *VM) formatValue(in *Instr) error {
	t, v := vm.t, *vm.reg(in.B)
	var s *py.Str
	var err error
	switch in.C & 3 {
	case 1:
		s, err = py.ToStr(t, v)
	case 2:
		s, err = py.Repr(t, v)
	case 3:
		s, err = py.ASCII(t, v)
	}
	if err != nil {
		return err
	}
	if s != nil {
		v = s.Value()
	}
	spec := py.EmptyStr()
	if in.C&4 != 0 {
		spec = py.As[py.Str](*vm.reg(in.B + vs))
	}
	if s, err = py.Format(t, v, spec); err != nil {
		return err
	}
	*vm.reg(in.A) = s.Value()
	return nil
}

// buildString is BuildString.
func (vm *VM) buildString(in *Instr) error {
	n := 0
	parts := vm.regs(in.B, int(in.C))
	for _, p := range parts {
		n += py.As[py.Str](p).NBytes()
	}
	if n > py.MaxStr {
		return py.Raise(py.MemoryError, "memory allocation failed, allocating %d bytes", n)
	}
	if n > 1024 {
		if err := vm.t.Alloc(n); err != nil {
			return err
		}
	}
	b := vm.t.Scratch(n)
	for _, p := range parts {
		b = append(b, py.As[py.Str](p).String()...)
	}
	*vm.reg(in.A) = vm.t.ScratchStr(b)
	return nil
}
