package vm

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// intrinsic executes the Intrinsic instruction.
func (vm *VM) intrinsic(in *Instr) error {
	t := vm.t
	arg := func(i uint16) py.Value { return *vm.reg(in.B + i*vs) }
	var v py.Value
	var err error
	switch in.C {
	case bytecode.IntrinsicPrintExpr:
		hook, e := py.GetAttr(t, t.Interp.SysM, py.Name("displayhook"))
		if e != nil {
			return e
		}
		v, err = py.Call(t, hook, arg(0))
	case bytecode.IntrinsicAssertionError:
		v = py.AssertionError.Value()
	case bytecode.IntrinsicTypeVar:
		v, err = py.NewTypeVar(t, arg(0), arg(1), arg(2), arg(3))
	case bytecode.IntrinsicParamSpec:
		v, err = py.NewParamSpec(t, arg(0), arg(1))
	case bytecode.IntrinsicTypeVarTuple:
		v, err = py.NewTypeVarTuple(t, arg(0), arg(1))
	case bytecode.IntrinsicTypeAlias:
		v, err = py.NewTypeAlias(t, arg(0), arg(1), arg(2))
	case bytecode.IntrinsicSubscriptGeneric:
		v, err = py.SubscriptGeneric(t, arg(0))
	case bytecode.IntrinsicInterpolation:
		v, err = py.NewInterpolation(t, arg(0), arg(1), arg(2), arg(3))
	case bytecode.IntrinsicTemplate:
		v, err = py.NewTemplate(t, arg(0))
	case bytecode.IntrinsicGenIter:
		if v = arg(0); !py.IsList(v) && !py.IsTuple(v) && !py.IsRange(v) && !py.IsStr(v) {
			v, err = py.Iter(t, v)
		}
	case bytecode.IntrinsicViperBool:
		b, e := py.Truth(t, arg(0))
		v, err = py.Bool(b), e
	case bytecode.IntrinsicGeneratorRaise:
		e := py.As[py.Exc](arg(0))
		if !e.IsA(py.StopIteration) {
			return errReraise{e}
		}
		r := py.Raise(py.RuntimeError, "generator raised StopIteration").(*py.Exc)
		r.Cause, r.Context, r.Suppress, r.HasCause = e, e, true, true
		return r
	case bytecode.IntrinsicSetupAnnotations:
		ns := vm.locals()
		p, e := vm.fromMapping(ns, nameAnnotations)
		if e != nil {
			return e
		}
		if !p.Bound() {
			err = py.SetItem(t, ns, nameAnnotations.Value(), py.NewDict().Value())
		}
		v = py.None
	default:
		err = py.Raise(py.SystemError, "bad intrinsic %d", in.C)
	}
	if err == nil {
		*vm.reg(in.A) = v
	}
	return err
}

var nameAnnotations = py.Name("__annotations__")
