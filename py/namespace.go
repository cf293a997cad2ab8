package py

import (
	"strings"
	"unsafe"
)

// Namespace is types.SimpleNamespace: an object that only has attributes.
// https://docs.python.org/3.13/library/types.html#types.SimpleNamespace
type Namespace struct {
	Head
	Attrs *Dict
}

// NamespaceType is the class of namespaces.
var NamespaceType = &Type{}

var namespaceShape Shape

func initNamespace() {
	NamespaceType.define(&namespaceShape, TypeSpec{
		Name: "SimpleNamespace", Module: "types",
		Doc:        "SimpleNamespace(mapping=(), **attributes): an object that has only attributes.",
		DictOffset: unsafe.Offsetof(Namespace{}.Attrs),
		SubDict:    unsafe.Offsetof(Namespace{}.Attrs),
		Slots: Slots{
			New: func(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
				o := Alloc[Namespace](cls)
				o.Attrs = NewDict()
				return Object(o), nil
			},
			Init: func(t *Thread, self Value, args []Value, kw []*Str) error {
				d := As[Namespace](self).Attrs
				pos := args[:len(args)-len(kw)]
				if len(pos) > 1 {
					return Raise(TypeError, "SimpleNamespace expected at most 1 argument, got %d", len(pos))
				}
				if len(pos) == 1 {
					src, err := Call(t, DictType.Value(), pos[0])
					if err != nil {
						return err
					}
					for k, v, next, ok := As[Dict](src).Next(0); ok; k, v, next, ok = As[Dict](src).Next(next) {
						s, isStr := AsStr(k)
						if !isStr {
							return Raise(TypeError, "keywords must be strings")
						}
						d.SetStr(s, v)
					}
				}
				for i, n := range kw {
					d.SetStr(n, args[len(pos)+i])
				}
				return nil
			},
			Repr: func(t *Thread, v Value) (Value, error) {
				name := v.Type().Name
				if v.Type() == NamespaceType {
					name = "namespace"
				}
				if !enterRepr(t, v) {
					return NewStr(name + "(...)"), nil
				}
				defer leaveRepr(t)
				var b strings.Builder
				b.WriteString(name + "(")
				d := As[Namespace](v).Attrs
				for k, x, next, ok := d.Next(0); ok; k, x, next, ok = d.Next(next) {
					r, err := Repr(t, x)
					if err != nil {
						return Nil, err
					}
					if b.Len() > len(name)+1 {
						b.WriteString(", ")
					}
					s, _ := AsStr(k)
					b.WriteString(s.String() + "=" + r.String())
				}
				b.WriteString(")")
				return NewStr(b.String()), nil
			},
			Compare: func(t *Thread, op CmpOp, a, b Value) (Value, error) {
				y, ok := Cast[Namespace](b, NamespaceType)
				if !ok {
					return NotImplemented, nil
				}
				return CompareItems(t, op, As[Namespace](a).Attrs.Value(), y.Attrs.Value())
			},
		},
		Table: func() Members {
			return Members{
				GetSet("__dict__", func(t *Thread, v Value) (Value, error) { return As[Namespace](v).Attrs.Value(), nil }, nil),
				MethodOf("__replace__(**changes)", func(t *Thread, a *Args) (Value, error) {
					c := a.Self.Type()
					v, err := Call(t, c.Value())
					if err != nil {
						return Nil, err
					}
					d := As[Namespace](v).Attrs
					if err := d.Update(t, As[Namespace](a.Self).Attrs.Value()); err != nil {
						return Nil, err
					}
					names, vals := a.Kw()
					for i, n := range names {
						d.SetStr(n, vals[i])
					}
					return v, nil
				}),
				MethodOf("__reduce__()", func(t *Thread, a *Args) (Value, error) {
					return NewTuple(a.Self.Type().Value(), NewTuple(), As[Namespace](a.Self).Attrs.Copy().Value()), nil
				}),
			}
		},
	})
}

// NewSimpleNamespace returns a namespace with these attributes.
func NewSimpleNamespace(attrs *Dict) Value {
	return Object(&Namespace{Head: NamespaceType.Root(), Attrs: attrs})
}
