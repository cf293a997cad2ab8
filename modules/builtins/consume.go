package builtins

import "github.com/woma-lang/woma/py"

// Functions that want the items of an iterator one by one.

func all(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return newAll(t).Feed(t, args[0])
}

func any_(t *py.Thread, _ py.Value, args []py.Value) (py.Value, error) {
	return newAny(t).Feed(t, args[0])
}

func consumeAll(t *py.Thread, _ py.Value) (*py.Consumer, error) { return newAll(t), nil }
func consumeAny(t *py.Thread, _ py.Value) (*py.Consumer, error) { return newAny(t), nil }

func newAll(t *py.Thread) *py.Consumer {
	return t.NewConsumer(py.Consumer{Take: takeAll, Simple: simpleAll, Same: py.True, End: endAcc, Acc: py.True})
}
func newAny(t *py.Thread) *py.Consumer {
	return t.NewConsumer(py.Consumer{Take: takeAny, Simple: simpleAny, Same: py.False, End: endAcc, Acc: py.False})
}

// takeAll ends with False at the first item that is false.
func takeAll(c *py.Consumer, t *py.Thread, v py.Value) (bool, error) {
	b, err := py.Truth(t, v)
	if !b {
		c.Acc = py.False
	}
	return b, err
}

// takeAny ends with True at the first item that is true.
func takeAny(c *py.Consumer, t *py.Thread, v py.Value) (bool, error) {
	b, err := py.Truth(t, v)
	if b {
		c.Acc = py.True
	}
	return !b, err
}

func simpleAll(c *py.Consumer, v *py.Value) (more, ok bool) {
	truth, ok := py.SimpleTruth(*v)
	if ok && !truth {
		c.Acc = py.False
	}
	return truth, ok
}

func simpleAny(c *py.Consumer, v *py.Value) (more, ok bool) {
	truth, ok := py.SimpleTruth(*v)
	if ok && truth {
		c.Acc = py.True
	}
	return !truth, ok
}

func endAcc(c *py.Consumer, t *py.Thread) (py.Value, error) { return c.Acc, nil }

func consumeMax(t *py.Thread, _ py.Value) (*py.Consumer, error) {
	return t.NewConsumer(py.Consumer{Take: takeMax, End: endExtreme}), nil
}

func consumeMin(t *py.Thread, _ py.Value) (*py.Consumer, error) {
	return t.NewConsumer(py.Consumer{Take: takeMin, End: endExtreme, N: 1}), nil
}

func takeMax(c *py.Consumer, t *py.Thread, v py.Value) (bool, error) {
	better := !c.Acc.Bound()
	if !better {
		var err error
		if better, err = py.CompareBool(t, py.OpGt, v, c.Acc); err != nil {
			return false, err
		}
	}
	if better {
		c.Acc = v
	}
	return true, nil
}

func takeMin(c *py.Consumer, t *py.Thread, v py.Value) (bool, error) {
	better := !c.Acc.Bound()
	if !better {
		var err error
		if better, err = py.CompareBool(t, py.OpLt, v, c.Acc); err != nil {
			return false, err
		}
	}
	if better {
		c.Acc = v
	}
	return true, nil
}

func endExtreme(c *py.Consumer, t *py.Thread) (py.Value, error) {
	if !c.Acc.Bound() {
		return py.Nil, py.Raise(py.ValueError, "%s() iterable argument is empty", [...]string{"max", "min"}[c.N])
	}
	return c.Acc, nil
}

func consumeSorted(t *py.Thread, _ py.Value) (*py.Consumer, error) {
	return t.NewConsumer(py.Consumer{End: endSorted}), nil
}

func endSorted(c *py.Consumer, t *py.Thread) (py.Value, error) {
	l := py.NewList(c.Items)
	return l.Value(), l.Sort(t, py.Nil, false)
}
