package py

// cell: a variable shared between functions, as types.CellType shows it.

func initCell() {
	CellType.define(&cellShape, TypeSpec{
		Name:  "cell",
		Flags: Final,
		Slots: Slots{
			New:     cellNew,
			Repr:    cellRepr,
			Compare: cellCompare,
		},
		Table: func() Members {
			return Members{
				GetSet("cell_contents", cellGet, cellSet),
			}
		},
	})
	globalCellShape.Class, hiddenCellShape.Class = CellType, CellType
}

func cellNew(t *Thread, cls *Type, args []Value, kw []*Str) (Value, error) {
	if err := noKeywords("cell", kw); err != nil {
		return Nil, err
	}
	if err := argCount("cell", len(args), 0, 1); err != nil {
		return Nil, err
	}
	if len(args) == 0 {
		return Object(NewCell(Nil)), nil
	}
	return Object(NewCell(args[0])), nil
}

func cellRepr(t *Thread, v Value) (Value, error) {
	c := (*Cell)(v.p)
	if c.V.p == nil {
		return NewStr("<cell at " + Address(t, v) + ": empty>"), nil
	}
	return NewStr("<cell at " + Address(t, v) + ": " + TypeName(c.V) + " object at " + Address(t, c.V) + ">"), nil
}

func cellCompare(t *Thread, op CmpOp, a, b Value) (Value, error) {
	if b.Type() != CellType {
		return NotImplemented, nil
	}
	x, y := (*Cell)(a.p).V, (*Cell)(b.p).V
	if x.p == nil || y.p == nil {
		has := func(v Value) int {
			if v.p != nil {
				return 1
			}
			return 0
		}
		return compareLen(op, has(x), has(y)), nil
	}
	return CompareItems(t, op, x, y)
}

func cellGet(t *Thread, v Value) (Value, error) {
	if c := (*Cell)(v.p); c.V.p != nil {
		return c.V, nil
	}
	return Nil, Raise(ValueError, "Cell is empty")
}

func cellSet(t *Thread, v, val Value) error {
	(*Cell)(v.p).V = val
	return nil
}
