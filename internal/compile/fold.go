package compile

import (
	"math"
	"math/big"
	"strings"
	"unicode/utf8"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// Limits of constant folding, as in CPython's ast_opt.c.
const (
	maxIntBits    = 128  // of an integer computed by *, ** or <<
	maxCollection = 256  // items of a repeated tuple
	maxString     = 4096 // length of a repeated string
)

func constBool(b bool) *bytecode.Const {
	if b {
		return &bytecode.Const{Kind: bytecode.ConstTrue}
	}
	return &bytecode.Const{Kind: bytecode.ConstFalse}
}

// fold returns the value of e if it is known, otherwise nil.
func (c *compiler) fold(e syntax.Expr) *bytecode.Const {
	switch e := e.(type) {
	case *syntax.Constant:
		return literal(e)
	case *syntax.Name:
		if e.ID == "__debug__" && e.Ctx == syntax.Load {
			return constBool(c.opts.Optimize == 0)
		}
		if e.Ctx == syntax.Load {
			return c.consts[e.ID]
		}
	case *syntax.Tuple:
		if e.Ctx == syntax.Load {
			return c.foldItems(e.Elts, bytecode.ConstTuple)
		}
	case *syntax.UnaryOp:
		if k := c.fold(e.Operand); k != nil {
			return foldUnary(e.Op, k)
		}
	case *syntax.BinOp:
		return c.foldBinOp(e)
	case *syntax.Subscript:
		if e.Ctx == syntax.Load {
			return c.foldSubscript(e)
		}
	}
	return nil
}

// foldBinOp folds a whole left-deep chain or nothing.
func (c *compiler) foldBinOp(e *syntax.BinOp) *bytecode.Const {
	var spine []*syntax.BinOp
	var left syntax.Expr = e
	for {
		b, ok := left.(*syntax.BinOp)
		if !ok {
			break
		}
		spine = append(spine, b)
		left = b.Left
	}
	k := c.fold(left)
	for i := len(spine) - 1; i >= 0 && k != nil; i-- {
		r := c.fold(spine[i].Right)
		if r == nil {
			return nil
		}
		k = foldBinary(spine[i].Op, k, r)
	}
	return k
}

// asFormat turns 'text %s' % (x, y) into the f-string that gives the same, which
// is faster; it returns nil if e is nothing of the kind.
func asFormat(e *syntax.BinOp) *syntax.JoinedStr {
	if e.Op != syntax.Mod {
		return nil
	}
	k, ok := e.Left.(*syntax.Constant)
	if !ok || k.Kind != syntax.ConstStr {
		return nil
	}
	t, ok := e.Right.(*syntax.Tuple)
	if !ok || hasStarred(t.Elts) {
		return nil
	}
	f := &syntax.JoinedStr{}
	f.Pos = e.Pos
	text := func(s string) {
		if s != "" {
			x := &syntax.Constant{Kind: syntax.ConstStr, Str: s}
			x.Pos = k.Pos
			f.Values = append(f.Values, x)
		}
	}
	lit := ""
	n := 0
	for s := k.Str; ; {
		i := strings.IndexByte(s, '%')
		if i < 0 {
			text(lit + s)
			break
		}
		lit += s[:i]
		if i+1 == len(s) {
			return nil
		}
		switch c := s[i+1]; c {
		case '%':
			lit += "%"
		case 's', 'r', 'a':
			if n == len(t.Elts) {
				return nil
			}
			text(lit)
			lit = ""
			v := &syntax.FormattedValue{Value: t.Elts[n], Conversion: int(c)}
			v.Pos = t.Elts[n].Span()
			f.Values = append(f.Values, v)
			n++
		default:
			return nil
		}
		s = s[i+2:]
	}
	if n != len(t.Elts) {
		return nil
	}
	return f
}

func (c *compiler) foldItems(elts []syntax.Expr, kind bytecode.ConstKind) *bytecode.Const {
	items := make([]bytecode.Const, 0, min(len(elts), 16))
	for _, x := range elts {
		k := c.fold(x)
		if k == nil {
			return nil
		}
		items = append(items, *k)
	}
	return &bytecode.Const{Kind: kind, Items: items}
}

// literal converts a constant of the tree.
func literal(e *syntax.Constant) *bytecode.Const {
	switch e.Kind {
	case syntax.ConstTrue:
		return constBool(true)
	case syntax.ConstFalse:
		return constBool(false)
	case syntax.ConstEllipsis:
		return &bytecode.Const{Kind: bytecode.ConstEllipsis}
	case syntax.ConstInt:
		return &bytecode.Const{Kind: bytecode.ConstInt, Int: e.Int}
	case syntax.ConstBigInt:
		return &bytecode.Const{Kind: bytecode.ConstBigInt, Big: e.Big}
	case syntax.ConstFloat:
		return &bytecode.Const{Kind: bytecode.ConstFloat, Float: e.Float}
	case syntax.ConstImag:
		return &bytecode.Const{Kind: bytecode.ConstComplex, Imag: e.Float}
	case syntax.ConstStr:
		return &bytecode.Const{Kind: bytecode.ConstStr, Str: e.Str}
	case syntax.ConstBytes:
		return &bytecode.Const{Kind: bytecode.ConstBytes, Str: e.Str}
	}
	return &bytecode.Const{Kind: bytecode.ConstNone}
}

// truth returns the truth value of a constant.
func truth(k *bytecode.Const) bool {
	switch k.Kind {
	case bytecode.ConstNone, bytecode.ConstFalse:
		return false
	case bytecode.ConstInt:
		return k.Int != 0
	case bytecode.ConstFloat:
		return k.Float != 0
	case bytecode.ConstComplex:
		return k.Float != 0 || k.Imag != 0
	case bytecode.ConstStr, bytecode.ConstBytes:
		return k.Str != ""
	case bytecode.ConstTuple, bytecode.ConstFrozenSet:
		return len(k.Items) > 0
	}
	return true
}

// integer returns an int or bool as a big integer.
func integer(k *bytecode.Const) *big.Int {
	switch k.Kind {
	case bytecode.ConstInt:
		return big.NewInt(k.Int)
	case bytecode.ConstBigInt:
		return k.Big
	case bytecode.ConstTrue:
		return big.NewInt(1)
	case bytecode.ConstFalse:
		return new(big.Int)
	}
	return nil
}

func constInt(x *big.Int) *bytecode.Const {
	if x.IsInt64() {
		return &bytecode.Const{Kind: bytecode.ConstInt, Int: x.Int64()}
	}
	return &bytecode.Const{Kind: bytecode.ConstBigInt, Big: x}
}

// exactFloat returns a float, or an int that is exact as a float.
func exactFloat(k *bytecode.Const) (float64, bool) {
	if k.Kind == bytecode.ConstFloat {
		return k.Float, true
	}
	if x := integer(k); x != nil {
		f, acc := new(big.Float).SetInt(x).Float64()
		return f, acc == big.Exact && !math.IsInf(f, 0)
	}
	return 0, false
}

func constFloat(f float64) *bytecode.Const {
	return &bytecode.Const{Kind: bytecode.ConstFloat, Float: f}
}

func foldUnary(op syntax.UnaryOperator, k *bytecode.Const) *bytecode.Const {
	if op == syntax.Not {
		return constBool(!truth(k))
	}
	if x := integer(k); x != nil {
		switch op {
		case syntax.USub:
			return constInt(new(big.Int).Neg(x))
		case syntax.Invert:
			if k.Kind == bytecode.ConstTrue || k.Kind == bytecode.ConstFalse {
				return nil // deprecated: a warning at run time
			}
			return constInt(new(big.Int).Not(x))
		}
		return constInt(x)
	}
	switch k.Kind {
	case bytecode.ConstFloat:
		switch op {
		case syntax.USub:
			return constFloat(-k.Float)
		case syntax.UAdd:
			return k
		}
	case bytecode.ConstComplex:
		switch op {
		case syntax.USub:
			return &bytecode.Const{Kind: k.Kind, Float: -k.Float, Imag: -k.Imag}
		case syntax.UAdd:
			return k
		}
	}
	return nil
}

// foldBinary returns a op b, or nil if that is left to run time: because it fails,
// grows too big, or may be rounded differently there.
func foldBinary(op syntax.Operator, a, b *bytecode.Const) *bytecode.Const {
	if x, y := integer(a), integer(b); x != nil && y != nil {
		if (op == syntax.BitAnd || op == syntax.BitOr || op == syntax.BitXor) && isBool(a) && isBool(b) {
			p, q := truth(a), truth(b)
			return constBool(op == syntax.BitAnd && p && q || op == syntax.BitOr && (p || q) || op == syntax.BitXor && p != q)
		}
		return foldInt(op, x, y)
	}
	if a.Kind == bytecode.ConstComplex || b.Kind == bytecode.ConstComplex {
		return foldComplex(op, a, b)
	}
	if a.Kind == bytecode.ConstFloat || b.Kind == bytecode.ConstFloat {
		x, ok1 := exactFloat(a)
		y, ok2 := exactFloat(b)
		if !ok1 || !ok2 {
			return nil
		}
		switch op {
		case syntax.Add:
			return constFloat(x + y)
		case syntax.Sub:
			return constFloat(x - y)
		case syntax.Mult:
			return constFloat(x * y)
		case syntax.Div:
			if y != 0 {
				return constFloat(x / y)
			}
		}
		return nil
	}
	return foldSequence(op, a, b)
}

func isBool(k *bytecode.Const) bool {
	return k.Kind == bytecode.ConstTrue || k.Kind == bytecode.ConstFalse
}

func foldInt(op syntax.Operator, x, y *big.Int) *bytecode.Const {
	z := new(big.Int)
	switch op {
	case syntax.Add:
		return constInt(z.Add(x, y))
	case syntax.Sub:
		return constInt(z.Sub(x, y))
	case syntax.Mult:
		if x.BitLen()+y.BitLen() > maxIntBits {
			return nil
		}
		return constInt(z.Mul(x, y))
	case syntax.Div:
		if y.Sign() == 0 {
			return nil
		}
		f, _ := new(big.Rat).SetFrac(x, y).Float64()
		if math.IsInf(f, 0) || f == 0 {
			return nil
		}
		return constFloat(f)
	case syntax.FloorDiv, syntax.Mod:
		if y.Sign() == 0 {
			return nil
		}
		m := new(big.Int)
		z.QuoRem(x, y, m)
		if m.Sign() != 0 && m.Sign() != y.Sign() {
			z.Sub(z, big.NewInt(1))
			m.Add(m, y)
		}
		if op == syntax.Mod {
			return constInt(m)
		}
		return constInt(z)
	case syntax.Pow:
		if y.Sign() < 0 || !y.IsInt64() || x.BitLen() > 0 && y.Int64() > maxIntBits/int64(x.BitLen()) {
			return nil
		}
		return constInt(z.Exp(x, y, nil))
	case syntax.LShift:
		if y.Sign() < 0 || !y.IsInt64() || y.Int64() > maxIntBits || x.BitLen() > maxIntBits-int(y.Int64()) {
			return nil
		}
		return constInt(z.Lsh(x, uint(y.Int64())))
	case syntax.RShift:
		if y.Sign() < 0 || !y.IsInt64() || y.Int64() > math.MaxInt32 {
			return nil
		}
		return constInt(z.Rsh(x, uint(y.Int64())))
	case syntax.BitAnd:
		return constInt(z.And(x, y))
	case syntax.BitOr:
		return constInt(z.Or(x, y))
	case syntax.BitXor:
		return constInt(z.Xor(x, y))
	}
	return nil
}

// foldComplex folds sums and differences of real and imaginary numbers.
func foldComplex(op syntax.Operator, a, b *bytecode.Const) *bytecode.Const {
	part := func(k *bytecode.Const) (complex128, bool) {
		if k.Kind == bytecode.ConstComplex {
			return complex(k.Float, k.Imag), true
		}
		f, ok := exactFloat(k)
		return complex(f, 0), ok
	}
	x, ok1 := part(a)
	y, ok2 := part(b)
	if !ok1 || !ok2 {
		return nil
	}
	switch op {
	case syntax.Add:
		x += y
	case syntax.Sub:
		x -= y
	default:
		return nil
	}
	return &bytecode.Const{Kind: bytecode.ConstComplex, Float: real(x), Imag: imag(x)}
}

func foldSequence(op syntax.Operator, a, b *bytecode.Const) *bytecode.Const {
	switch op {
	case syntax.Add:
		if a.Kind != b.Kind {
			return nil
		}
		switch a.Kind {
		case bytecode.ConstStr, bytecode.ConstBytes:
			return &bytecode.Const{Kind: a.Kind, Str: a.Str + b.Str}
		case bytecode.ConstTuple:
			return &bytecode.Const{Kind: a.Kind, Items: append(append([]bytecode.Const(nil), a.Items...), b.Items...)}
		}
	case syntax.Mult:
		if integer(a) != nil {
			a, b = b, a
		}
		n := integer(b)
		if n == nil || !n.IsInt64() {
			return nil
		}
		k := max(n.Int64(), 0)
		switch a.Kind {
		case bytecode.ConstStr, bytecode.ConstBytes:
			if len(a.Str) == 0 || k > int64(maxString/len(a.Str)) {
				return nil
			}
			return &bytecode.Const{Kind: a.Kind, Str: strings.Repeat(a.Str, int(k))}
		case bytecode.ConstTuple:
			if len(a.Items) == 0 || k > int64(maxCollection/len(a.Items)) || countItems(a)*int(k) > 1024 {
				return nil
			}
			var items []bytecode.Const
			for ; k > 0; k-- {
				items = append(items, a.Items...)
			}
			return &bytecode.Const{Kind: a.Kind, Items: items}
		}
	}
	return nil
}

// countItems counts the items of a tuple, inner ones included.
func countItems(k *bytecode.Const) int {
	n := len(k.Items)
	for i := range k.Items {
		n += countItems(&k.Items[i])
	}
	return n
}

// foldSubscript folds an index into a constant sequence.
func (c *compiler) foldSubscript(e *syntax.Subscript) *bytecode.Const {
	if _, ok := e.Value.(*syntax.Subscript); ok {
		return nil // chains may be long
	}
	i := c.fold(e.Slice)
	if i == nil {
		return nil
	}
	x := integer(i)
	if x == nil || !x.IsInt64() {
		return nil
	}
	k := c.fold(e.Value)
	if k == nil {
		return nil
	}
	at := func(n int) (int, bool) {
		i := x.Int64()
		if i < 0 {
			i += int64(n)
		}
		return int(i), i >= 0 && i < int64(n)
	}
	switch k.Kind {
	case bytecode.ConstTuple:
		if i, ok := at(len(k.Items)); ok {
			return &k.Items[i]
		}
	case bytecode.ConstBytes:
		if i, ok := at(len(k.Str)); ok {
			return &bytecode.Const{Kind: bytecode.ConstInt, Int: int64(k.Str[i])}
		}
	case bytecode.ConstStr:
		if !utf8.ValidString(k.Str) {
			return nil
		}
		r := []rune(k.Str)
		if i, ok := at(len(r)); ok {
			return &bytecode.Const{Kind: bytecode.ConstStr, Str: string(r[i])}
		}
	}
	return nil
}
