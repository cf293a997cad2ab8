package py

func (l *List) append(t *Thread, a *Args) (Value, error) {
	if len(l.A) == cap(l.A) {
		if err := l.roomFor(t, 1); err != nil {
			return Nil, err
		}
	}
	l.A = append(l.A, a.v[0])
	return None, nil
}

func (l *List) clear(t *Thread, a *Args) (Value, error) {
	l.A = nil
	return None, nil
}

func (l *List) copy(t *Thread, a *Args) (Value, error) { return l.slice(t, 0, len(l.A)) }

func (l *List) count(t *Thread, a *Args) (Value, error) {
	n := 0
	for i := 0; i < len(l.A); i++ {
		eq, err := itemEq(t, l.A[i], a.v[0])
		if err != nil {
			return Nil, err
		}
		if eq {
			n++
		}
		if i&1023 == 1023 {
			if err := t.Step(512); err != nil {
				return Nil, err
			}
		}
	}
	return Int(int64(n)), nil
}

func (l *List) extend(t *Thread, a *Args) (Value, error) {
	return None, l.Extend(t, a.v[0])
}

// searchBounds evaluates start and stop of index(): None is not allowed, negative
// ones count from the end.
func searchBounds(t *Thread, a *Args, length int) (start, stop int, err error) {
	bound := func(i, def int) int {
		v := a.v[i]
		if v.p == nil {
			return def
		}
		if !isIndexable(v) {
			a.Fail(Raise(TypeError, "slice indices must be integers or have an __index__ method"))
			return 0
		}
		n, err := AsIndexClamped(t, v)
		if err != nil {
			a.Fail(err)
			return 0
		}
		if n < 0 {
			n = max(0, n+length)
		}
		return n
	}
	start, stop = bound(1, 0), bound(2, maxInt)
	return start, stop, a.err
}

const maxInt = int(^uint(0) >> 1)

func (l *List) index(t *Thread, a *Args) (Value, error) {
	start, stop, err := searchBounds(t, a, len(l.A))
	if err != nil {
		return Nil, err
	}
	i, err := l.find(t, a.v[0], start, stop)
	if err != nil {
		return Nil, err
	}
	if i < 0 {
		s, err := Repr(t, a.v[0])
		if err != nil {
			return Nil, err
		}
		return Nil, Raise(ValueError, "%s is not in list", s)
	}
	return Int(int64(i)), nil
}

func (l *List) insert(t *Thread, a *Args) (Value, error) {
	i := a.Int(t, 0)
	if a.err != nil {
		return Nil, a.err
	}
	if err := l.roomFor(t, 1); err != nil {
		return Nil, err
	}
	n := len(l.A)
	if i < 0 {
		i = max(0, i+n)
	}
	i = min(i, n)
	l.A = append(l.A, Nil)
	if i < n {
		moveValues(l.A[i+1:], l.A[i:n])
	}
	l.A[i] = a.v[1]
	return None, nil
}

func (l *List) pop(t *Thread, a *Args) (Value, error) {
	i := a.IntOr(t, 0, -1)
	if a.err != nil {
		return Nil, a.err
	}
	n := len(l.A)
	if n == 0 {
		return Nil, Raise(IndexError, "pop from empty list")
	}
	if i < 0 {
		i += n
	}
	if uint(i) >= uint(n) {
		return Nil, Raise(IndexError, "pop index out of range")
	}
	v := l.A[i]
	if i == n-1 {
		l.A[i] = Nil
		l.A = l.A[:i]
		l.shrink()
	} else {
		l.delete(i)
	}
	return v, nil
}

func (l *List) remove(t *Thread, a *Args) (Value, error) {
	i, err := l.find(t, a.v[0], 0, -1)
	if err != nil {
		return Nil, err
	}
	if i < 0 {
		return Nil, Raise(ValueError, "list.remove(x): x not in list")
	}
	if i < len(l.A) {
		l.delete(i)
	}
	return None, nil
}

func (l *List) reverse(t *Thread, a *Args) (Value, error) {
	reverseValues(l.A)
	return None, nil
}

func reverseValues(a []Value) {
	for i, j := 0, len(a)-1; i < j; i, j = i+1, j-1 {
		a[i], a[j] = a[j], a[i]
	}
}

func (l *List) __reversed__(t *Thread, a *Args) (Value, error) {
	return Object(&listRevIter{Head{&listRevIterShape}, l, len(l.A) - 1}), nil
}

func (l *List) __sizeof__(t *Thread, a *Args) (Value, error) {
	return Int(int64(40 + 16*cap(l.A))), nil
}
