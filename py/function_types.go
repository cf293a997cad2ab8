package py

import "strings"

// Functions, methods, descriptors, modules, cells: the small builtin types.

func initFunctions() {
	noInit := NotCallable
	NativeType.define(&nativeShape, TypeSpec{Name: "builtin_function_or_method", Flags: noInit | Final, Slots: Slots{
		Call: nativeCall, Hash: identityHash,
		Repr: func(t *Thread, v Value) (Value, error) {
			n := As[Native](v)
			if n.Owner != nil {
				return NewStr("<built-in method " + n.Name + " of type object at " + Address(t, v) + ">"), nil
			}
			return NewStr("<built-in function " + n.Name + ">"), nil
		},
	}, Table: nativeMembers})
	MethodDescrType.define(&methodDescrShape, TypeSpec{Name: "method_descriptor", Flags: noInit | Final | BindsSelf, Slots: Slots{
		Call: methodDescrCall, Hash: identityHash,
		Repr: func(t *Thread, v Value) (Value, error) {
			n := As[Native](v)
			return NewStr("<method '" + n.Name + "' of '" + n.Owner.Name + "' objects>"), nil
		},
		DescrGet: nativeBind,
	}, Table: nativeMembers})
	SlotWrapperType.define(&slotWrapperShape, TypeSpec{Name: "wrapper_descriptor", Flags: noInit | Final | BindsSelf, Slots: Slots{
		Call: methodDescrCall, Hash: identityHash,
		Repr: func(t *Thread, v Value) (Value, error) {
			n := As[Native](v)
			return NewStr("<slot wrapper '" + n.Name + "' of '" + n.Owner.Name + "' objects>"), nil
		},
		DescrGet: nativeBind,
	}, Table: nativeMembers})
	ClassMethodDescrType.define(&classMethodDescrShape, TypeSpec{Name: "classmethod_descriptor", Flags: noInit | Final, Slots: Slots{
		Hash: identityHash,
		Repr: func(t *Thread, v Value) (Value, error) {
			n := As[Native](v)
			return NewStr("<method '" + n.Name + "' of '" + n.Owner.Name + "' objects>"), nil
		},
		Call: func(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
			if len(args) == 0 {
				return Nil, Raise(TypeError, "unbound method %s() needs an argument", As[Native](f).Name)
			}
			n := As[Native](f)
			cls, ok := IsType(args[0])
			if !ok {
				return Nil, Raise(TypeError, "descriptor '%s' requires a type but received a '%s' instance", n.Name, TypeName(args[0]))
			}
			if err := n.checkClass(cls); err != nil {
				return Nil, err
			}
			return n.Invoke(t, args[0], args[1:], kw)
		},
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) {
			if err := As[Native](d).checkClass(cls); err != nil {
				return Nil, err
			}
			return NewBoundNative(As[Native](d), cls.Value()), nil
		},
	}, Table: nativeMembers})
	bound := func(c *Type, shape *Shape, name string, repr func(t *Thread, v Value) (Value, error), ms ...Member) {
		c.define(shape, TypeSpec{Name: name, Flags: noInit | Final, Slots: Slots{
			Call: boundNativeCall,
			Repr: repr,
			Hash: func(t *Thread, v Value) (int64, error) {
				b := As[BoundNative](v)
				h, _ := identityHash(t, b.Self)
				g, _ := identityHash(t, Object(b.Fn))
				return h ^ g, nil
			},
			Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
				y, ok := Cast[BoundNative](b, c)
				if !ok || op != OpEq && op != OpNe {
					return NotImplemented, nil
				}
				x := As[BoundNative](a)
				return Bool((x.Fn == y.Fn && x.Self == y.Self) == (op == OpEq)), nil
			},
		}, Table: func() Members {
			return append(Members{
				GetSet("__name__", func(t *Thread, v Value) (Value, error) { return NewStr(As[BoundNative](v).Fn.Name), nil }, nil),
				GetSet("__self__", func(t *Thread, v Value) (Value, error) { return As[BoundNative](v).Self, nil }, nil),
				GetSet("__qualname__", func(t *Thread, v Value) (Value, error) {
					b := As[BoundNative](v)
					if c, ok := IsType(b.Self); ok {
						return NewStr(c.qualName() + "." + b.Fn.Name), nil
					}
					return NewStr(b.Self.Type().qualName() + "." + b.Fn.Name), nil
				}, nil),
				GetSet("__doc__", func(t *Thread, v Value) (Value, error) { return None, nil }, nil),
				GetSet("__text_signature__", func(t *Thread, v Value) (Value, error) {
					return NewStr(As[BoundNative](v).Fn.textSignature()), nil
				}, nil),
			}, ms...)
		}})
	}
	bound(BoundNativeType, &boundNativeShape, "builtin_function_or_method", func(t *Thread, v Value) (Value, error) {
		b := As[BoundNative](v)
		return NewStr("<built-in method " + b.Fn.Name + " of " + TypeName(b.Self) + " object at " + Address(t, b.Self) + ">"), nil
	}, Const("__module__", None))
	bound(BoundWrapperType, &boundWrapperShape, "method-wrapper", func(t *Thread, v Value) (Value, error) {
		b := As[BoundNative](v)
		return NewStr("<method-wrapper '" + b.Fn.Name + "' of " + TypeName(b.Self) + " object at " + Address(t, b.Self) + ">"), nil
	}, Field("__objclass__", func(t *Thread, v Value) (Value, error) { return As[BoundNative](v).Fn.Owner.Value(), nil }))
	BoundMethodType.define(&boundMethodShape, TypeSpec{Name: "method", Flags: Final, Slots: Slots{
		New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
			if len(args) != 2 {
				return Nil, Raise(TypeError, "method expected 2 arguments, got %d", len(args))
			}
			if args[0].Type().Slots.Call == nil {
				return Nil, Raise(TypeError, "first argument must be callable")
			}
			if args[1].IsNone() {
				return Nil, Raise(TypeError, "instance must not be None")
			}
			return NewBoundMethod(args[0], args[1]), nil
		},
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) { return d, nil }, // bound already
		Call: func(t *Thread, f Value, args []Value, kw []*Str) (Value, error) {
			b := As[BoundMethod](f)
			var buf [8]Value
			return CallKw(t, b.Func, append(append(buf[:0], b.Self), args...), kw)
		},
		Repr: func(t *Thread, v Value) (Value, error) {
			b := As[BoundMethod](v)
			name := "?"
			for _, n := range [...]*Str{nameQualName, nameName} {
				if q, err := LookupAttr(t, b.Func, n); err == nil && q.p != nil {
					if s, ok := AsStr(q); ok {
						name = s.String()
					}
					break
				}
			}
			r, err := Repr(t, b.Self)
			if err != nil {
				return Nil, err
			}
			return NewStr("<bound method " + name + " of " + r.String() + ">"), nil
		},
		Hash: func(t *Thread, v Value) (int64, error) {
			b := As[BoundMethod](v)
			h, _ := identityHash(t, b.Self)
			g, err := Hash(t, b.Func)
			return h ^ g, err
		},
		Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
			y, ok := Cast[BoundMethod](b, BoundMethodType)
			if !ok || op != OpEq && op != OpNe {
				return NotImplemented, nil
			}
			x := As[BoundMethod](a)
			return Bool((x.Func == y.Func && x.Self == y.Self) == (op == OpEq)), nil
		},
		GetAttr: func(t *Thread, v Value, name *Str) (Value, error) {
			b := As[BoundMethod](v)
			if d := BoundMethodType.Lookup(name); d.p != nil && !name.Equal(nameDoc) {
				return GenericGetAttr(t, v, name)
			}
			return GetAttr(t, b.Func, name)
		},
	}, Table: func() Members {
		return Members{
			Field("__func__", func(t *Thread, v Value) (Value, error) { return As[BoundMethod](v).Func, nil }),
			Field("__self__", func(t *Thread, v Value) (Value, error) { return As[BoundMethod](v).Self, nil }),
		}
	}})
}

func nativeBind(t *Thread, d, obj Value, cls *Type) (Value, error) {
	if obj.p == nil {
		return d, nil
	}
	n := As[Native](d)
	if n.Owner != nil && !IsInstance(obj, n.Owner) {
		return Nil, Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", n.Name, n.Owner.fullName(), TypeName(obj))
	}
	if n.shape == &slotWrapperShape {
		return Object(&BoundNative{Head{&boundWrapperShape}, n, obj}), nil
	}
	return NewBoundNative(n, obj), nil
}

// checkClass refuses a class method of a class that cls does not derive from.
func (n *Native) checkClass(cls *Type) error {
	if n.Owner != nil && !cls.IsSubtype(n.Owner) {
		return Raise(TypeError, "descriptor '%s' requires a subtype of '%s' but received '%s'", n.Name, n.Owner.fullName(), cls.Name)
	}
	return nil
}

func nativeMembers() Members {
	return Members{
		GetSet("__name__", func(t *Thread, v Value) (Value, error) { return NewStr(As[Native](v).Name), nil }, nil),
		GetSet("__qualname__", func(t *Thread, v Value) (Value, error) {
			if n := As[Native](v); n.Owner != nil {
				return NewStr(n.Owner.Name + "." + n.Name), nil
			}
			return NewStr(As[Native](v).Name), nil
		}, nil),
		GetSet("__doc__", func(t *Thread, v Value) (Value, error) { return None, nil }, nil),
		GetSet("__module__", func(t *Thread, v Value) (Value, error) {
			if m := As[Native](v).Mod; m != "" {
				return NewStr(m), nil
			}
			return None, nil
		}, nil),
		GetSet("__text_signature__", func(t *Thread, v Value) (Value, error) {
			return NewStr(As[Native](v).textSignature()), nil
		}, nil),
		GetSet("__self__", func(t *Thread, v Value) (Value, error) {
			n := As[Native](v)
			if n.shape != &nativeShape {
				return Nil, NoAttribute(v, Name("__self__"))
			}
			if n.Owner != nil {
				return n.Owner.Value(), nil
			}
			if m := t.Interp.Modules.GetStr(Name(n.Mod)); n.Mod != "" && m != nil {
				return *m, nil
			}
			return None, nil
		}, nil),
		GetSet("__objclass__", func(t *Thread, v Value) (Value, error) {
			if o := As[Native](v).Owner; o != nil {
				return o.Value(), nil
			}
			return Nil, NoAttribute(v, Name("__objclass__"))
		}, nil),
	}
}

// textSignature is the signature with the parameter that a function or method does
// not show marked by a dollar sign.
func (n *Native) textSignature() string {
	i := strings.IndexByte(n.Sig, '(')
	params := n.Sig[i+1:]
	switch n.shape {
	case &nativeShape:
		if n.Owner != nil {
			return n.Sig[i:]
		}
		params = "$module, " + params
	case &classMethodDescrShape:
		params = "$type, " + params
	default:
		params = "$self, " + params
	}
	j := strings.IndexByte(params, ' ') + 1
	if !strings.Contains(params, "/") {
		params = params[:j] + "/, " + params[j:]
	}
	return "(" + strings.Replace(params, ", )", ")", 1)
}
