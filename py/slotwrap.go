package py

import "sync"

// Special methods of builtin types: for every slot a type fills, its namespace
// gets the method of that name ("slot wrapper" in CPython), so that int.__add__ or
// super().__len__() find it.

type slotWrapper struct {
	sig string
	has func(s *Slots) bool
	fn  func(owner *Type) NativeFunc
}

// binOpNames are the operators' names without underscores.
var binOpNames = [numBinOps]string{"add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "matmul", "lshift", "rshift", "and", "or", "xor", "divmod"}

// The names are there from the start: bool and int are two builtin types of which
// one is the other's subclass, so 1 + False looks for __radd__ before there is any
// class or namespace.
var binNames, rbinNames, ibinNames = operatorNames("__"), operatorNames("__r"), operatorNames("__i")

func operatorNames(prefix string) (names [numBinOps]*Str) {
	for i, n := range binOpNames {
		names[i] = Name(prefix + n + "__")
	}
	return names
}

var cmpNames [6]*Str
var unaryNames [7]*Str

var slotWrappers []slotWrapper

// slotWrappersOnce guards the making of the tables and names, which are needed when
// the first namespace of a builtin type or the first class is made.
var slotWrappersOnce sync.Once

func needSlotWrappers() { slotWrappersOnce.Do(initSlotWrappers) }

func initSlotWrappers() {
	for i, n := range binOpNames {
		op := BinOp(i)
		params := "(value, /)"
		if op == OpPow {
			params = "(value, mod=None, /)"
		}
		slotWrappers = append(slotWrappers,
			slotWrapper{"__" + n + "__" + params, func(s *Slots) bool { return s.BinaryOps>>op&1 != 0 }, func(o *Type) NativeFunc {
				return func(t *Thread, a *Args) (Value, error) {
					if op == OpPow && a.Given(1) && o.Slots.Pow3 != nil {
						return o.Slots.Pow3(t, a.Self, a.Value(0), a.Value(1))
					}
					v, err := o.Slots.Binary(t, op, a.Self, a.Value(0))
					if v == NotImplemented && (op == OpAdd || op == OpMul) {
						return seqDunder(op, a.Self, a.Value(0))
					}
					return v, err
				}
			}},
			slotWrapper{"__r" + n + "__" + params, func(s *Slots) bool { return s.RBinOps>>op&1 != 0 }, func(o *Type) NativeFunc {
				return func(t *Thread, a *Args) (Value, error) {
					v, err := o.Slots.Binary(t, op, a.Value(0), a.Self)
					if v == NotImplemented && op == OpMul {
						return seqDunder(op, a.Self, a.Value(0))
					}
					return v, err
				}
			}},
			slotWrapper{"__i" + n + "__(value, /)", func(s *Slots) bool { return s.InplOps>>op&1 != 0 }, func(o *Type) NativeFunc {
				return func(t *Thread, a *Args) (Value, error) {
					v, err := o.Slots.Inplace(t, op, a.Self, a.Value(0))
					if v == NotImplemented && op == OpMul {
						return seqDunder(op, a.Self, a.Value(0))
					}
					return v, err
				}
			}})
	}
	for i, n := range [...]string{"lt", "le", "gt", "ge", "eq", "ne"} {
		op := CmpOp(i)
		cmpNames[i] = Name("__" + n + "__")
		slotWrappers = append(slotWrappers, slotWrapper{"__" + n + "__(value, /)", func(s *Slots) bool { return s.Compare != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return o.Slots.Compare(t, op, a.Self, a.Value(0)) }
		}})
	}
	for i, n := range [...]string{"neg", "pos", "invert", "abs", "index", "int", "float"} {
		op := UnaryOp(i)
		unaryNames[i] = Name("__" + n + "__")
		slotWrappers = append(slotWrappers, slotWrapper{"__" + n + "__()", func(s *Slots) bool { return s.UnaryOps>>op&1 != 0 }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return o.Slots.Unary(t, op, a.Self) }
		}})
	}
	type row = slotWrapper
	slotWrappers = append(slotWrappers, []row{
		{"__init__(*args, **kwargs)", func(s *Slots) bool { return s.Init != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				args, kw := a.all()
				return None, o.Slots.Init(t, a.Self, args, kw)
			}
		}},
		{"__call__(*args, **kwargs)", func(s *Slots) bool { return s.Call != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				args, kw := a.all()
				return o.Slots.Call(t, a.Self, args, kw)
			}
		}},
		{"__repr__()", func(s *Slots) bool { return s.Repr != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return o.Slots.Repr(t, a.Self) }
		}},
		{"__str__()", func(s *Slots) bool { return s.Str != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return o.Slots.Str(t, a.Self) }
		}},
		{"__format__(format_spec, /)", func(s *Slots) bool { return s.Format != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				spec, ok := AsStr(a.Value(0))
				if !ok {
					return Nil, Raise(TypeError, "__format__() argument must be str, not %s", TypeName(a.Value(0)))
				}
				return o.Slots.Format(t, a.Self, spec)
			}
		}},
		{"__hash__()", func(s *Slots) bool { return s.Hash != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				h, err := o.Slots.Hash(t, a.Self)
				return Int(h), err
			}
		}},
		{"__bool__()", func(s *Slots) bool { return s.Bool != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				b, err := o.Slots.Bool(t, a.Self)
				return Bool(b), err
			}
		}},
		{"__len__()", func(s *Slots) bool { return s.Len != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				n, err := o.Slots.Len(t, a.Self)
				return Int(int64(n)), err
			}
		}},
		{"__getitem__(key, /)", func(s *Slots) bool { return s.GetItem != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return o.Slots.GetItem(t, a.Self, a.Value(0)) }
		}},
		{"__setitem__(key, value, /)", func(s *Slots) bool { return s.SetItem != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				return None, o.Slots.SetItem(t, a.Self, a.Value(0), a.Value(1))
			}
		}},
		{"__delitem__(key, /)", func(s *Slots) bool { return s.SetItem != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return None, o.Slots.SetItem(t, a.Self, a.Value(0), Nil) }
		}},
		{"__contains__(key, /)", func(s *Slots) bool { return s.Contains != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				b, err := o.Slots.Contains(t, a.Self, a.Value(0))
				return Bool(b), err
			}
		}},
		{"__buffer__(flags, /)", func(s *Slots) bool { return s.Buffer != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				flags := a.Int(t, 0)
				if err := a.Err(); err != nil {
					return Nil, err
				}
				m, err := NewMemoryView(t, a.Self)
				if err == nil && flags&1 != 0 && As[MemoryView](m).readOnly {
					return Nil, Raise(BufferError, "Object is not writable.")
				}
				return m, err
			}
		}},
		{"__iter__()", func(s *Slots) bool { return s.Iter != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return o.Slots.Iter(t, a.Self) }
		}},
		{"__next__()", func(s *Slots) bool { return s.Next != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				t.StopValue = Nil
				v, err := o.Slots.Next(t, a.Self)
				if err == nil && v.p == nil {
					return Nil, t.StopIteration()
				}
				return v, err
			}
		}},
		{"__getattribute__(name, /)", func(s *Slots) bool { return s.GetAttr != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				name := a.Str(0)
				if a.Err() != nil {
					return Nil, Raise(TypeError, "attribute name must be string, not '%s'", TypeName(a.Value(0)))
				}
				return o.Slots.GetAttr(t, a.Self, name)
			}
		}},
		{"__setattr__(name, value, /)", func(s *Slots) bool { return s.SetAttr != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				name := a.Str(0)
				if a.Err() != nil {
					return Nil, Raise(TypeError, "attribute name must be string, not '%s'", TypeName(a.Value(0)))
				}
				return None, o.Slots.SetAttr(t, a.Self, name, a.Value(1))
			}
		}},
		{"__delattr__(name, /)", func(s *Slots) bool { return s.SetAttr != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				name := a.Str(0)
				if a.Err() != nil {
					return Nil, Raise(TypeError, "attribute name must be string, not '%s'", TypeName(a.Value(0)))
				}
				return None, o.Slots.SetAttr(t, a.Self, name, Nil)
			}
		}},
		{"__get__(instance, owner=None, /)", func(s *Slots) bool { return s.DescrGet != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				obj := a.Value(0)
				cls, _ := IsType(a.Value(1))
				if obj.IsNone() && cls != nil && cls != NoneType {
					obj = Nil
				} else if cls == nil {
					if obj.IsNone() {
						return Nil, Raise(TypeError, "__get__(None, None) is invalid")
					}
					cls = obj.Type()
				}
				return o.Slots.DescrGet(t, a.Self, obj, cls)
			}
		}},
		{"__set__(instance, value, /)", func(s *Slots) bool { return s.DescrSet != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) {
				return None, o.Slots.DescrSet(t, a.Self, a.Value(0), a.Value(1))
			}
		}},
		{"__delete__(instance, /)", func(s *Slots) bool { return s.DescrSet != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return None, o.Slots.DescrSet(t, a.Self, a.Value(0), Nil) }
		}},
		{"__await__()", func(s *Slots) bool { return s.Await != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return o.Slots.Await(t, a.Self) }
		}},
		{"__aiter__()", func(s *Slots) bool { return s.AIter != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return o.Slots.AIter(t, a.Self) }
		}},
		{"__anext__()", func(s *Slots) bool { return s.ANext != nil }, func(o *Type) NativeFunc {
			return func(t *Thread, a *Args) (Value, error) { return o.Slots.ANext(t, a.Self) }
		}},
	}...)
}

// addSlotWrappers puts the special methods of the slots own into d, the namespace of t.
func addSlotWrappers(t *Type, d *Dict, own *Slots) {
	needSlotWrappers()
	for i := range slotWrappers {
		w := &slotWrappers[i]
		if w.has(own) {
			n := &Native{Head: Head{&slotWrapperShape}, Sig: w.sig, Owner: t, fn: w.fn(t)}
			n.Name = Member{&row{sig: w.sig}}.Name()
			d.SetStr(slotWrapperName(i), Object(n))
		}
	}
	if own.New != nil {
		n := &Native{Head: Head{&nativeShape}, Name: "__new__", Sig: "__new__(*args, **kwargs)", Owner: t, fn: wrapNew(t)}
		d.SetStr(nameNew, Object(n))
	}
	if own.Compare != nil && own.Hash == nil {
		d.SetStr(nameHash, None)
	}
}

var slotWrapperNames []*Str

func slotWrapperName(i int) *Str {
	for len(slotWrapperNames) < len(slotWrappers) {
		slotWrapperNames = append(slotWrapperNames, Name(Member{&row{sig: slotWrappers[len(slotWrapperNames)].sig}}.Name()))
	}
	return slotWrapperNames[i]
}

// wrapNew is type.__new__ as a function: cls is checked.
func wrapNew(owner *Type) NativeFunc {
	return func(t *Thread, a *Args) (Value, error) {
		if len(a.rest) == 0 {
			return Nil, Raise(TypeError, "%s.__new__(): not enough arguments", owner.fullName())
		}
		cls, ok := IsType(a.rest[0])
		if !ok {
			return Nil, Raise(TypeError, "%s.__new__(X): X is not a type object (%s)", owner.fullName(), TypeName(a.rest[0]))
		}
		if !cls.IsSubtype(owner) {
			return Nil, Raise(TypeError, "%s.__new__(%s): %s is not a subtype of %s", owner.Name, cls.Name, cls.Name, owner.Name)
		}
		b := cls.builtinBase()
		if n, ok := IsNative(b.Lookup(nameNew)); b.Slots.New == nil || ok && n.Owner != owner {
			return Nil, Raise(TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", owner.Name, cls.Name, b.Name)
		}
		args, kw := a.all()
		return owner.Slots.New(t, cls, args[1:], kw)
	}
}

// builtinBase returns the nearest builtin class along the layout bases.
func (t *Type) builtinBase() *Type {
	for t.Flags&Heap != 0 {
		t = t.Base
	}
	return t
}

// all returns *args and **kwargs in calling form.
func (a *Args) all() ([]Value, []*Str) {
	if len(a.kwNames) == 0 {
		return a.rest, nil
	}
	if a.whole != nil {
		return a.whole, a.kwNames
	}
	return append(append([]Value(nil), a.rest...), a.kwVals...), a.kwNames
}

// All returns what *args and **kwargs got, in calling form.
func (a *Args) All() ([]Value, []*Str) { return a.all() }

// inheritSlots gives t the slots of a builtin base that it has not got itself.
func (t *Type) inheritSlots(b *Type) {
	s, o := &t.Slots, &b.Slots
	if s.Hash == nil && s.Compare == nil {
		s.Hash = o.Hash
	}
	// object's __init__ only complains about arguments; a __new__ of one's own has
	// looked at them.
	if s.Init == nil && (s.New == nil || b != ObjectType) {
		s.Init = o.Init
	}
	if s.New == nil && t.Flags&NotCallable == 0 {
		s.New = o.New
	}
	if s.Call == nil {
		s.Call = o.Call
	}
	if s.Repr == nil {
		s.Repr = o.Repr
	}
	if s.Str == nil {
		s.Str = o.Str
	}
	if s.Format == nil {
		s.Format = o.Format
	}
	if s.Bool == nil {
		s.Bool = o.Bool
	}
	if s.Compare == nil {
		s.Compare = o.Compare
	}
	if s.Binary == nil {
		s.Binary, s.BinaryOps, s.RBinOps = o.Binary, o.BinaryOps, o.RBinOps
	}
	if s.Inplace == nil {
		s.Inplace, s.InplOps = o.Inplace, o.InplOps
	}
	if s.Pow3 == nil {
		s.Pow3 = o.Pow3
	}
	if s.Unary == nil {
		s.Unary, s.UnaryOps = o.Unary, o.UnaryOps
	}
	if s.Len == nil {
		s.Len = o.Len
	}
	if s.GetItem == nil {
		s.GetItem = o.GetItem
	}
	if s.SetItem == nil {
		s.SetItem = o.SetItem
	}
	if s.Contains == nil {
		s.Contains = o.Contains
	}
	if s.Iter == nil {
		s.Iter = o.Iter
	}
	if s.Next == nil {
		s.Next = o.Next
	}
	if s.GetAttr == nil {
		s.GetAttr = o.GetAttr
	}
	if s.SetAttr == nil {
		s.SetAttr = o.SetAttr
	}
	if s.DescrGet == nil {
		s.DescrGet = o.DescrGet
	}
	if s.DescrSet == nil {
		s.DescrSet = o.DescrSet
	}
	if s.Del == nil {
		s.Del = o.Del
	}
	if s.Await == nil {
		s.Await = o.Await
	}
	if s.AIter == nil {
		s.AIter = o.AIter
	}
	if s.ANext == nil {
		s.ANext = o.ANext
	}
	if s.Buffer == nil {
		s.Buffer = o.Buffer
	}
	if s.Traverse == nil {
		s.Traverse = o.Traverse
	}
}
