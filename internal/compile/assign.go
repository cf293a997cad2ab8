package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// assign stores the value in register r to a target.
func (u *unit) assign(t syntax.Expr, r int) {
	mark := u.top
	switch t := t.(type) {
	case *syntax.Name:
		u.span = t.Span()
		u.storeName(t.ID, r)
	case *syntax.Attribute:
		u.staticAttribute(t)
		o := u.expr(t.Value, -1)
		u.span = attrSpan(t)
		u.emit(bytecode.StoreAttr, o, r, u.site(t.Attr, 0))
	case *syntax.Subscript:
		o := u.operand(t.Value, t.Slice)
		i := u.expr(t.Slice, -1)
		u.usedOnce(t.Slice)
		u.span = t.Span()
		u.emit(bytecode.StoreItem, o, i, r)
	case *syntax.Tuple:
		u.unpack(t.Elts, r, t.Span())
	case *syntax.List:
		u.unpack(t.Elts, r, t.Span())
	case *syntax.Starred:
		u.fail(t.Span(), "starred assignment target must be in a list or tuple")
	default:
		u.fail(t.Span(), "cannot assign to this expression")
	}
	u.top = mark
}

// staticAttribute notes that a method stores self.attr.
func (u *unit) staticAttribute(t *syntax.Attribute) {
	n, ok := t.Value.(*syntax.Name)
	if !ok || n.ID != "self" {
		return
	}
	for c := u.parent; c != nil; c = c.parent {
		if c.scope.kind == scopeClass {
			c.static[t.Attr] = true
			return
		}
	}
}

// unpack stores the items of r to targets.
func (u *unit) unpack(elts []syntax.Expr, r int, span syntax.Span) {
	star := -1
	for i, x := range elts {
		if _, ok := x.(*syntax.Starred); !ok {
			continue
		}
		if star >= 0 {
			u.fail(span, "multiple starred expressions in assignment")
		}
		star = i
		if i > 255 || len(elts)-i-1 > 255 {
			u.fail(span, "too many expressions in star-unpacking assignment")
		}
	}
	u.span = span
	n := len(elts)
	if star < 0 {
		if first, ok := u.neighbours(elts); ok {
			u.emit(bytecode.UnpackSequence, first, r, n)
			return
		}
	}
	mark := u.top
	t := u.allocN(max(n, 1))
	if star < 0 {
		u.emit(bytecode.UnpackSequence, t, r, n)
	} else {
		u.emit(bytecode.UnpackEx, t, r, star|(n-star-1)<<8)
	}
	for i, x := range elts {
		if s, ok := x.(*syntax.Starred); ok {
			x = s.Value
		}
		u.assign(x, t+i)
	}
	u.top = mark
}

// neighbours says whether the targets are variables in registers side by side.
func (u *unit) neighbours(elts []syntax.Expr) (first int, ok bool) {
	if len(elts) == 0 {
		return 0, false
	}
	for i, x := range elts {
		r, ok := u.local(x)
		if !ok {
			return 0, false
		}
		if i == 0 {
			first = r
		} else if r != first+i {
			return 0, false
		}
	}
	return first, true
}

// stores says whether storing to target t may bind the variable in register r.
func (u *unit) stores(t syntax.Expr, r int) bool {
	switch t := t.(type) {
	case *syntax.Name:
		x, ok := u.local(t)
		return ok && x == r
	case *syntax.Starred:
		return u.stores(t.Value, r)
	case *syntax.Tuple:
		return u.storesAny(t.Elts, r)
	case *syntax.List:
		return u.storesAny(t.Elts, r)
	}
	return u.rebinds(r, []syntax.Expr{t})
}

func (u *unit) storesAny(list []syntax.Expr, r int) bool {
	for _, t := range list {
		if u.stores(t, r) {
			return true
		}
	}
	return false
}

// elements returns the items of a tuple or list display without stars.
func elements(e syntax.Expr) []syntax.Expr {
	var elts []syntax.Expr
	switch e := e.(type) {
	case *syntax.Tuple:
		elts = e.Elts
	case *syntax.List:
		elts = e.Elts
	}
	if hasStarred(elts) {
		return nil
	}
	return elts
}

// assignTo evaluates value and stores it to a target.
func (u *unit) assignTo(t syntax.Expr, value syntax.Expr) {
	mark := u.top
	defer func() { u.top = mark }()
	if r, ok := u.local(t); ok {
		u.expr(value, r)
		return
	}
	if ts := elements(t); len(ts) > 0 && len(ts) <= maxItems {
		if vs := elements(value); len(vs) == len(ts) {
			u.parallel(ts, vs)
			return
		}
	}
	r := u.operand(value, t)
	u.assign(t, r)
}

// parallel is t1, t2, … = v1, v2, … without building the tuple.
func (u *unit) parallel(ts, vs []syntax.Expr) {
	last := -1 // the last value that is not a constant
	plain := true
	seen := make(map[int]bool)
	for i := range ts {
		if u.c.fold(vs[i]) == nil {
			last = i
		}
		r, ok := u.local(ts[i])
		plain = plain && ok && !seen[r]
		seen[r] = true
	}
	regs := make([]int, len(ts))
	for i, v := range vs {
		regs[i] = -1
		if u.c.fold(v) != nil {
			continue
		}
		if to, _ := u.local(ts[i]); i == last && plain && !contains(regs[:i], to) {
			u.expr(v, to)
			regs[i] = to
			continue
		}
		mark := u.top
		r := u.operand(v, vs[i+1:]...)
		if u.isVar(r) && (u.storesAny(ts[:i], r) || u.rebinds(r, ts[i:i+1])) {
			u.top = mark
			t := u.alloc()
			u.move(t, r)
			r = t
		}
		regs[i] = r
	}
	for i, t := range ts {
		mark := u.top
		r := regs[i]
		if to, ok := u.local(t); ok && r < 0 {
			u.expr(vs[i], to)
		} else if r < 0 {
			u.assign(t, u.expr(vs[i], -1))
		} else {
			u.assign(t, r)
		}
		u.top = mark
	}
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if y == x {
			return true
		}
	}
	return false
}

// assignStmt is t1 = t2 = value.
func (u *unit) assignStmt(s *syntax.Assign) {
	if u.c.constDefs[s] && u.constAssign(s) {
		return
	}
	if len(s.Targets) == 1 {
		u.assignTo(s.Targets[0], s.Value)
		return
	}
	names := true
	for _, t := range s.Targets {
		if _, ok := t.(*syntax.Name); !ok {
			names = false
		}
	}
	if r, ok := u.local(s.Targets[0]); ok && names {
		u.expr(s.Value, r)
		for _, t := range s.Targets[1:] {
			u.assign(t, r)
		}
		return
	}
	r := u.operand(s.Value, s.Targets...)
	if u.isVar(r) && u.storesAny(s.Targets[:len(s.Targets)-1], r) {
		t := u.alloc()
		u.move(t, r)
		r = t
	}
	for _, t := range s.Targets {
		u.assign(t, r)
	}
}

// inplace emits dst = left op= value.
func (u *unit) inplace(s *syntax.AugAssign, dst, left int) {
	if k, ok := u.smallInt(s.Value); ok {
		op := bytecode.Nop
		switch s.Op {
		case syntax.Add:
			op = bytecode.InplaceAddI
		case syntax.Sub:
			op = bytecode.InplaceSubI
		case syntax.Mult:
			op = bytecode.InplaceMulI
		}
		if op != bytecode.Nop {
			u.span = s.Span()
			u.emit(op, dst, left, k)
			return
		}
	}
	mark := u.top
	r := u.expr(s.Value, -1)
	u.top = mark
	u.span = s.Span()
	u.emit(binOps[s.Op]+(bytecode.InplaceAdd-bytecode.Add), dst, left, r)
}

// augAssign is target op= value.
func (u *unit) augAssign(s *syntax.AugAssign) {
	switch t := s.Target.(type) {
	case *syntax.Name:
		u.span = t.Span()
		if r, ok := u.local(t); ok {
			u.inplace(s, r, u.operand(t, s.Value))
			return
		}
		r := u.loadName(t.ID, u.alloc())
		u.inplace(s, r, r)
		u.span = t.Span()
		u.storeName(t.ID, r)
	case *syntax.Attribute:
		u.staticAttribute(t)
		o := u.operand(t.Value, s.Value)
		r := u.alloc()
		u.span = attrSpan(t)
		u.emit(bytecode.LoadAttr, r, o, u.site(t.Attr, 0))
		u.inplace(s, r, r)
		u.span = attrSpan(t)
		u.emit(bytecode.StoreAttr, o, r, u.site(t.Attr, 0))
	case *syntax.Subscript:
		o := u.operand(t.Value, t.Slice, s.Value)
		i := u.operand(t.Slice, s.Value)
		r := u.alloc()
		u.span = t.Span()
		u.emit(bytecode.LoadItem, r, o, i)
		u.inplace(s, r, r)
		u.span = t.Span()
		u.emit(bytecode.StoreItem, o, i, r)
	default:
		u.fail(s.Target.Span(), "illegal expression for augmented assignment")
	}
}

// annAssign is target: annotation [= value].
func (u *unit) annAssign(s *syntax.AnnAssign) {
	if s.Value != nil {
		u.assignTo(s.Target, s.Value)
	}
	mark := u.top
	inBody := !u.scope.functionLike()
	switch t := s.Target.(type) {
	case *syntax.Name:
		if s.Simple && inBody {
			r := u.annotation(s.Annotation, -1)
			u.span = s.Span()
			dict := u.loadName("__annotations__", u.alloc())
			key := u.loadStr(u.mangle(t.ID), -1)
			u.emit(bytecode.StoreItem, dict, key, r)
			u.top = mark
			return
		}
	case *syntax.Attribute:
		if s.Value == nil {
			u.expr(t.Value, -1)
		}
	case *syntax.Subscript:
		if s.Value == nil {
			u.expr(t.Value, -1)
			u.sliceParts(t.Slice)
		}
	default:
		u.fail(s.Span(), "invalid node type for annotated assignment")
	}
	u.top = mark
	if !s.Simple && inBody && !u.c.future {
		u.expr(s.Annotation, -1)
	}
	u.top = mark
}

// sliceParts evaluates the parts of a subscript for their effects.
func (u *unit) sliceParts(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Slice:
		for _, p := range []syntax.Expr{e.Lower, e.Upper, e.Step} {
			if p != nil {
				u.expr(p, -1)
			}
		}
	case *syntax.Tuple:
		for _, x := range e.Elts {
			u.sliceParts(x)
		}
	default:
		u.expr(e, -1)
	}
}

// delete deletes a target.
func (u *unit) delete(t syntax.Expr) {
	mark := u.top
	switch t := t.(type) {
	case *syntax.Name:
		u.span = t.Span()
		u.deleteName(t.ID)
	case *syntax.Attribute:
		o := u.expr(t.Value, -1)
		u.span = attrSpan(t)
		u.emit(bytecode.DeleteAttr, o, 0, u.site(t.Attr, 0))
	case *syntax.Subscript:
		o := u.operand(t.Value, t.Slice)
		i := u.expr(t.Slice, -1)
		u.usedOnce(t.Slice)
		u.span = t.Span()
		u.emit(bytecode.DeleteItem, o, i, 0)
	case *syntax.Tuple:
		for _, x := range t.Elts {
			u.delete(x)
		}
	case *syntax.List:
		for _, x := range t.Elts {
			u.delete(x)
		}
	default:
		u.fail(t.Span(), "cannot delete this expression")
	}
	u.top = mark
}
