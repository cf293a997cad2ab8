package vm

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

var nameMatchArgs = py.Name("__match_args__")

// matchOp executes the instructions of the match statement (PEP 634).
func (vm *VM) matchOp(in *Instr) error {
	t := vm.t
	switch in.Op {
	case bytecode.JumpIfNotSequence:
		if vm.reg(in.A).Type().Flags&py.SeqPattern == 0 {
			vm.jump(in.C)
		}
	case bytecode.JumpIfNotMapping:
		if vm.reg(in.A).Type().Flags&(py.MapPattern|py.MatchMapping) == 0 {
			vm.jump(in.C)
		}
	case bytecode.GetLen:
		n, err := py.Len(t, *vm.reg(in.B))
		if err != nil {
			return err
		}
		vm.reg(in.A).SetInt(int64(n))
	case bytecode.MatchKeys:
		v, err := vm.matchKeys(*vm.reg(in.B), py.As[py.Tuple](*vm.reg(in.C)).Items())
		if err != nil {
			return err
		}
		*vm.reg(in.A) = v
	case bytecode.MatchRest:
		d := py.NewDict()
		if err := vm.eachItem(*vm.reg(in.B), nil, func(k, v py.Value) error { return d.Set(t, k, v) }); err != nil {
			return err
		}
		for _, k := range py.As[py.Tuple](*vm.reg(in.C)).Items() {
			if _, err := d.Delete(t, k); err != nil {
				return err
			}
		}
		*vm.reg(in.A) = d.Value()
	case bytecode.MatchClass:
		v, err := vm.matchClass(*vm.reg(in.B), *vm.reg(in.B + vs), &vm.code.bc.CallShapes[in.C])
		if err != nil {
			return err
		}
		*vm.reg(in.A) = v
	}
	return nil
}

// matchKeys returns the tuple of the values of keys in a mapping, or None.
func (vm *VM) matchKeys(m py.Value, keys []py.Value) (py.Value, error) {
	t := vm.t
	seen := py.NewSet()
	vals := make([]py.Value, len(keys))
	missing := py.Object(py.NewCell(py.Nil))
	var get py.Value
	for i, k := range keys {
		dup, err := seen.Contains(t, k)
		if err != nil {
			return py.Nil, err
		}
		if dup {
			return py.Nil, py.Raise(py.ValueError, "mapping pattern checks duplicate key (%s)", reprOf(t, k))
		}
		if err := seen.Add(t, k); err != nil {
			return py.Nil, err
		}
		if d, ok := plainDict(m); ok {
			p, err := d.Get(t, k)
			if err != nil || p == nil {
				return py.None, err
			}
			vals[i] = *p
			continue
		}
		if !get.Bound() {
			if get, err = py.GetAttr(t, m, py.Name("get")); err != nil {
				return py.Nil, err
			}
		}
		v, err := py.Call(t, get, k, missing)
		if err != nil {
			return py.Nil, err
		}
		if v == missing {
			return py.None, nil
		}
		vals[i] = v
	}
	return py.NewTuple(vals...), nil
}

// matchClass returns the tuple of the attributes that a class pattern names, or
// None if the subject does not match.
func (vm *VM) matchClass(subject, cls py.Value, shape *bytecode.CallShape) (py.Value, error) {
	t := vm.t
	c, ok := py.IsType(cls)
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "called match pattern must be a class")
	}
	is, err := py.IsInstanceOf(t, subject, cls)
	if err != nil || !is {
		return py.None, err
	}
	var vals []py.Value
	var seen []string
	attr := func(name *py.Str) (bool, error) {
		for _, s := range seen {
			if s == name.String() {
				return false, py.Raise(py.TypeError, "%s() got multiple sub-patterns for attribute '%s'", c.Name, name)
			}
		}
		seen = append(seen, name.String())
		v, err := py.LookupAttr(t, subject, name)
		if err != nil || !v.Bound() {
			return false, err
		}
		vals = append(vals, v)
		return true, nil
	}
	if n := int(shape.Pos); n > 0 {
		self := false
		var args []py.Value
		ma, err := py.LookupAttr(t, cls, nameMatchArgs)
		if err != nil {
			return py.Nil, err
		}
		if ma.Bound() {
			tup, ok := py.Cast[py.Tuple](ma, py.TupleType)
			if !ok {
				return py.Nil, py.Raise(py.TypeError, "%s.__match_args__ must be a tuple (got %s)", c.Name, py.TypeName(ma))
			}
			args = tup.Items()
		} else if c.Flags&py.SelfMatch != 0 {
			self = true
		}
		allowed := len(args)
		if self {
			allowed = 1
		}
		if n > allowed {
			s := "s"
			if allowed == 1 {
				s = ""
			}
			return py.Nil, py.Raise(py.TypeError, "%s() accepts %d positional sub-pattern%s (%d given)", c.Name, allowed, s, n)
		}
		if self {
			vals = append(vals, subject)
		} else {
			for _, a := range args[:n] {
				name, ok := py.AsStr(a)
				if !ok {
					return py.Nil, py.Raise(py.TypeError, "__match_args__ elements must be strings (got %s)", py.TypeName(a))
				}
				if ok, err := attr(name); err != nil || !ok {
					return py.None, err
				}
			}
		}
	}
	for _, i := range shape.Names {
		if ok, err := attr(vm.code.names[i]); err != nil || !ok {
			return py.None, err
		}
	}
	return py.NewTuple(vals...), nil
}
