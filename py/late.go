package py

import "sync"

// Late is a value that is made when it is first asked for, so that programs that do
// not need it start without. It is a package variable: `py.Late[T]{Make: …}` costs
// nothing when a program starts. What is made is shared and must not change.
type Late[T any] struct {
	Make func() T

	once sync.Once
	v    T
}

// Get returns the value.
func (l *Late[T]) Get() T {
	l.once.Do(func() { l.v = l.Make() })
	return l.v
}

// LateName is [Name] that is made when it is first asked for.
type LateName struct {
	Text string

	once sync.Once
	s    *Str
}

// Str returns the name.
func (n *LateName) Str() *Str {
	n.once.Do(func() { n.s = Name(n.Text) })
	return n.s
}
