package py

func initDescriptors() {
	GetSetType.define(&getSetShape, TypeSpec{Name: "getset_descriptor", Flags: NotCallable | Final, Slots: Slots{
		Hash: identityHash,
		Repr: func(t *Thread, v Value) (Value, error) {
			g := As[GetSetDescr](v)
			return NewStr("<attribute '" + g.Name + "' of '" + g.Owner.Name + "' objects>"), nil
		},
		DescrGet: func(t *Thread, d, obj Value, cls *Type) (Value, error) {
			g := As[GetSetDescr](d)
			if obj.p == nil {
				return d, nil
			}
			if !IsInstance(obj, g.Owner) {
				return Nil, Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.Name, g.Owner.Name, TypeName(obj))
			}
			return g.get(t, obj)
		},
		DescrSet: func(t *Thread, d, obj, val Value) error {
			g := As[GetSetDescr](d)
			if !IsInstance(obj, g.Owner) {
				return Raise(TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%s' object", g.Name, g.Owner.longName(), TypeName(obj))
			}
			if g.set == nil {
				return Raise(AttributeError, "attribute '%s' of '%s' objects is not writable", g.Name, g.Owner.longName())
			}
			return g.set(t, obj, val)
		},
	}, Table: func() Members {
		return Members{
			GetSet("__name__", func(t *Thread, v Value) (Value, error) { return NewStr(As[GetSetDescr](v).Name), nil }, nil),
			GetSet("__objclass__", func(t *Thread, v Value) (Value, error) { return As[GetSetDescr](v).Owner.Value(), nil }, nil),
			GetSet("__qualname__", func(t *Thread, v Value) (Value, error) {
				g := As[GetSetDescr](v)
				return NewStr(g.Owner.qualName() + "." + g.Name), nil
			}, nil),
			GetSet("__doc__", func(t *Thread, v Value) (Value, error) { return None, nil }, nil),
		}
	}})
}
