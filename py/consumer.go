package py

// Consumer takes the items of an iterator one by one, for a native function that
// wants them all (list, sum, any …). If the iterator is a generator, the machine
// feeds the consumer from its own loop: entering the loop anew for each item would
// cost more than the item.
type Consumer struct {
	Head // none: a consumer is in a register, but no object

	// Take takes an item; more is false when it has seen enough. nil: the items are
	// collected in Items.
	Take func(c *Consumer, t *Thread, v Value) (more bool, err error)
	// Simple is Take of a value for which that needs no Python code and cannot fail; ok
	// is false, and nothing is done, where that is not so. End cannot fail either then.
	Simple func(c *Consumer, v *Value) (more, ok bool)
	// Same is an item that changes nothing, so that Take need not see it; unbound: none.
	Same Value
	// End makes the result after the last item.
	End func(c *Consumer, t *Thread) (Value, error)

	Items []Value // what Take collects
	Acc   Value   // what Take computes
	Float float64 // what a float of Acc has lost
	N     int     // for Take's own use
}

// NewConsumer makes a consumer like c. The one that the last call has ended with is
// used again.
func (t *Thread) NewConsumer(c Consumer) *Consumer {
	n := t.consumer
	if n == nil {
		n = new(Consumer)
	}
	t.consumer = nil
	*n = c
	return n
}

// Result ends c, which is not used again, and returns its result.
func (c *Consumer) Result(t *Thread) (Value, error) {
	v, err := c.End(c, t)
	*c = Consumer{}
	t.consumer = c
	return v, err
}

// Feed gives c the items of an iterable and returns c's result.
func (c *Consumer) Feed(t *Thread, iterable Value) (Value, error) {
	err := Iterate(t, iterable, func(v Value) error {
		more, err := c.Give(t, v)
		if err == nil && !more {
			return errStop
		}
		return err
	})
	if err != nil {
		return Nil, err
	}
	return c.Result(t)
}

// Give gives c one item.
func (c *Consumer) Give(t *Thread, v Value) (more bool, err error) {
	if c.Take != nil {
		return c.Take(c, t, v)
	}
	if n := len(c.Items); n == cap(c.Items) {
		if n >= 1024 {
			if err := t.Alloc(n * 16); err != nil {
				return false, err
			}
		} else if n == 0 {
			c.Items = make([]Value, 0, 8)
		}
	}
	c.Items = append(c.Items, v)
	return true, nil
}

// Consumes adds a consumer to the row of a function or method: it makes the
// consumer for a call with one positional argument, a generator. The function
// itself must give the same result for one.
//
//go:noinline
func (m Member) Consumes(make func(t *Thread, self Value) (*Consumer, error)) Member {
	r := *m.row
	r.consume = make
	return Member{&r}
}

// Consumer returns the consumer for a call of the function with an iterator as its
// only argument; nil if it has none.
func (n *Native) Consumer(t *Thread, self Value) (*Consumer, error) {
	if n.consume == nil {
		return nil, nil
	}
	return n.consume(t, self)
}

// Consumes reports whether the function has a consumer.
func (n *Native) Consumes() bool { return n.consume != nil }

// Consumer returns the consumer for a call of a builtin class with an iterator as
// its only argument; nil if it has none.
func (c *Type) Consumer(t *Thread) *Consumer {
	switch c {
	case ListType:
		return t.NewConsumer(Consumer{End: endList})
	case TupleType:
		return t.NewConsumer(Consumer{End: endTuple, Items: TupleRoom(8)})
	case SetType:
		return t.NewConsumer(Consumer{Take: takeSet, Simple: takeSimple, End: endAcc, Acc: NewSet().Value()})
	case FrozenSetType:
		return t.NewConsumer(Consumer{Take: takeSet, Simple: takeSimple, End: endAcc, Acc: Alloc[Set](FrozenSetType).Value()})
	}
	return nil
}

func endList(c *Consumer, t *Thread) (Value, error) { return NewList(c.Items).Value(), nil }

func endTuple(c *Consumer, t *Thread) (Value, error) {
	return SealTuple(c.Items)
}

func endAcc(c *Consumer, t *Thread) (Value, error) { return c.Acc, nil }

func takeSet(c *Consumer, t *Thread, v Value) (bool, error) {
	s := (*Set)(c.Acc.p)
	if s.ents == nil {
		s.ents = make([]setEntry, 0, smallDict)
	}
	return true, s.Add(t, v)
}

func takeSimple(c *Consumer, v *Value) (more, ok bool) {
	s := (*Set)(c.Acc.p)
	if s.ents == nil {
		s.ents = make([]setEntry, 0, smallDict)
	}
	return true, s.AddSimple(v)
}

func consumeExtend(t *Thread, self Value) (*Consumer, error) {
	return t.NewConsumer(Consumer{Take: takeExtend, End: endNone, Acc: self}), nil
}

// takeExtend appends to the list as it is at that moment, as list.extend does.
func takeExtend(c *Consumer, t *Thread, v Value) (bool, error) {
	l := (*List)(c.Acc.p)
	if n := len(l.A); n == cap(l.A) && n >= 1024 {
		if err := t.Alloc(n * 16); err != nil {
			return false, err
		}
	}
	l.Append(v)
	return true, nil
}

func endNone(c *Consumer, t *Thread) (Value, error) { return None, nil }

func consumeJoin(t *Thread, self Value) (*Consumer, error) {
	return t.NewConsumer(Consumer{End: endJoin, Acc: self}), nil
}

func endJoin(c *Consumer, t *Thread) (Value, error) {
	return JoinStr(t, (*Str)(c.Acc.p).String(), c.Items)
}

func consumeSetUpdate(t *Thread, self Value) (*Consumer, error) {
	return t.NewConsumer(Consumer{Take: takeSet, End: endNone, Acc: self}), nil
}
