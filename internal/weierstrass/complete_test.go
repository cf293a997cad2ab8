package weierstrass

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"math/big"
	"strings"
	"testing"
)

// scaled returns another representation of a point, (λx : λy : λz).
func scaled(t *testing.T, c *Curve, a point) point {
	n, err := rand.Int(rand.Reader, new(big.Int).Sub(c.params.P, big.NewInt(1)))
	if err != nil {
		t.Fatal(err)
	}
	lambda := c.nat(n.Add(n, big.NewInt(1)))
	return point{mul(a.x, lambda, c.p), mul(a.y, lambda, c.p), mul(a.z, lambda, c.p)}
}

// TestComplete adds all pairs of points that schoolbook formulas treat apart, in
// representations at random: infinity, a point and itself, a point and its negative.
func TestComplete(t *testing.T) { each(t, testComplete) }

func testComplete(t *testing.T, c *Curve) {
	m := c.arithmetic()
	n := c.params.N
	multiples := []*big.Int{new(big.Int), big.NewInt(1), big.NewInt(2), big.NewInt(3), new(big.Int).Sub(n, big.NewInt(1)),
		new(big.Int).Sub(n, big.NewInt(2)), new(big.Int).Rsh(n, 1), new(big.Int).Add(new(big.Int).Rsh(n, 1), big.NewInt(1))}
	for range 3 {
		k, _ := rand.Int(rand.Reader, n)
		multiples = append(multiples, k, new(big.Int).Sub(n, k))
	}
	// The multiples by repeated schoolbook addition.
	affine := make([][2]*big.Int, len(multiples))
	for i, k := range multiples {
		x, y := new(big.Int), new(big.Int)
		for bit := k.BitLen() - 1; bit >= 0; bit-- {
			x, y = affineAdd(c, x, y, x, y)
			if k.Bit(bit) == 1 {
				x, y = affineAdd(c, x, y, c.params.Gx, c.params.Gy)
			}
		}
		affine[i] = [2]*big.Int{x, y}
		if gotX, gotY := c.ScalarBaseMult(k.Bytes()); gotX.Cmp(x) != 0 || gotY.Cmp(y) != 0 {
			t.Fatalf("%x times the base point", k)
		}
	}
	for i, p := range affine {
		for j, q := range affine {
			a, b, r := scaled(t, c, c.affine(p[0], p[1])), scaled(t, c, c.affine(q[0], q[1])), newPoint(c)
			wantX, wantY := affineAdd(c, p[0], p[1], q[0], q[1])
			check := func(what string, r *point) {
				t.Helper()
				if x, y := c.coordinates(r); x.Cmp(wantX) != 0 || y.Cmp(wantY) != 0 {
					t.Fatalf("%s: %x + %x", what, multiples[i], multiples[j])
				}
			}
			m.add(&r, &a, &b)
			check("add", &r)
			m.add(&b, &a, &b) // in place
			check("add to b", &b)
			if i == j {
				m.double(&r, &a)
				check("double", &r)
			}
			b = scaled(t, c, c.affine(q[0], q[1]))
			m.add(&a, &a, &b)
			check("add to a", &a)
		}
	}
}

// TestEdges multiplies by numbers at the ends of what there can be, of any length.
func TestEdges(t *testing.T) { each(t, testEdges) }

func testEdges(t *testing.T, c *Curve) {
	n, g := c.params.N, [2]*big.Int{c.params.Gx, c.params.Gy}
	one := big.NewInt(1)
	max := new(big.Int).Sub(new(big.Int).Lsh(one, uint(8*c.size)), one)
	for _, k := range []*big.Int{new(big.Int), one, new(big.Int).Sub(n, one), n, new(big.Int).Add(n, one),
		new(big.Int).Sub(new(big.Int).Lsh(n, 1), one), new(big.Int).Lsh(n, 1), max, new(big.Int).Lsh(max, 64)} {
		x, y := new(big.Int), new(big.Int)
		for bit := k.BitLen() - 1; bit >= 0; bit-- {
			x, y = affineAdd(c, x, y, x, y)
			if k.Bit(bit) == 1 {
				x, y = affineAdd(c, x, y, g[0], g[1])
			}
		}
		for _, b := range [][]byte{k.Bytes(), append(make([]byte, 5), k.Bytes()...)} {
			gotX, gotY := c.ScalarMult(g[0], g[1], b)
			if gotX.Cmp(x) != 0 || gotY.Cmp(y) != 0 {
				t.Errorf("%x times the base point", b)
			}
			// The negative point gives the negative.
			gotX, gotY = c.ScalarMult(g[0], new(big.Int).Sub(c.params.P, g[1]), b)
			if gotX.Cmp(x) != 0 || gotY.Add(gotY, y).Mod(gotY, c.params.P).Sign() != 0 {
				t.Errorf("%x times the negative of the base point", b)
			}
		}
		if x, y := c.ScalarMult(new(big.Int), new(big.Int), k.Bytes()); x.Sign() != 0 || y.Sign() != 0 {
			t.Errorf("%x times infinity", k)
		}
	}
	// Keys and digests at the ends.
	size := c.size
	bytesOf := func(k *big.Int) []byte { return k.FillBytes(make([]byte, size)) }
	for _, d := range []*big.Int{one, big.NewInt(2), new(big.Int).Sub(n, one)} {
		if !c.Valid(bytesOf(d)) {
			t.Fatalf("%x is no private key", d)
		}
		x, y := c.ScalarBaseMult(bytesOf(d))
		pub := &ecdsa.PublicKey{Curve: c, X: x, Y: y}
		for _, digest := range [][]byte{nil, make([]byte, size), bytesOf(n), bytesOf(new(big.Int).Sub(n, one)), bytes.Repeat([]byte{255}, size),
			bytes.Repeat([]byte{255}, 2*size), append(bytesOf(n), 1)} {
			r, s, err := c.Sign(bytesOf(d), digest, sha256.New, nil)
			if err != nil {
				t.Fatal(err)
			}
			if !ecdsa.Verify(pub, digest, new(big.Int).SetBytes(r), new(big.Int).SetBytes(s)) {
				t.Errorf("key %x, digest %x: refused", d, digest)
			}
			if ecdsa.Verify(pub, digest, new(big.Int), new(big.Int).SetBytes(s)) || ecdsa.Verify(pub, digest, new(big.Int).SetBytes(r), new(big.Int)) ||
				ecdsa.Verify(pub, digest, new(big.Int).SetBytes(r), n) || ecdsa.Verify(pub, digest, new(big.Int).Add(n, new(big.Int).SetBytes(r)), new(big.Int).SetBytes(s)) {
				t.Error("a number out of range accepted")
			}
		}
	}
}

// TestOffCurve: points of other curves with the same a, whose orders have small factors and
// give private keys away bit by bit, are points of none.
func TestOffCurve(t *testing.T) { each(t, testOffCurve) }

func testOffCurve(t *testing.T, c *Curve) {
	p := c.params.P
	for i := range int64(50) {
		x, y := big.NewInt(i), big.NewInt(i*i+1) // a point of y² = x³ + ax + b' for some b'
		want := new(big.Int).Mod(new(big.Int).Mul(y, y), p).Cmp(c.right(x)) == 0
		if c.IsOnCurve(x, y) != want || want {
			t.Fatalf("(%v, %v)", x, y)
		}
		// All there is of a real point, with one bit wrong.
		k, _ := rand.Int(rand.Reader, c.params.N)
		x, y = c.ScalarBaseMult(k.Bytes())
		if !c.IsOnCurve(x, y) || c.IsOnCurve(x, new(big.Int).Xor(y, big.NewInt(1<<i))) || c.IsOnCurve(new(big.Int).Add(x, p), y) ||
			c.IsOnCurve(x, new(big.Int).Add(y, p)) || c.IsOnCurve(x, new(big.Int).Sub(y, p)) || c.IsOnCurve(new(big.Int).Neg(x), y) {
			t.Fatalf("%x", k)
		}
	}
}

// secretFuncs handle what depends on private keys.
var secretFuncs = []string{"mul", "cross", "times21", "triple", "add", "double", "multiply", "equal", "choose", "set"}

// TestNoBranches reads the source of these functions: no branch but on which curve it is, no
// short circuit, and no index but the counter of a loop whose end is not secret.
func TestNoBranches(t *testing.T) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "weierstrass.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok {
			for _, name := range secretFuncs {
				if fn.Name.Name == name {
					seen[name] = true
					for _, what := range branches(fset, fn) {
						t.Errorf("%s: %s", name, what)
					}
				}
			}
		}
	}
	if len(seen) != len(secretFuncs) {
		t.Errorf("functions that are not there: %v of %v", seen, secretFuncs)
	}
	// It finds what it is for.
	for _, body := range []string{"if k[0] == 0 { return }", "x = table[k[0]]", "for k[0] > 0 { k[0]-- }", "switch k[0] { }", "ok = a == b && c == d",
		"for i := range k { if k[i] == 0 { continue } }", "for i := range int(k[0]) { x = i }", "x = k[:k[0]]"} {
		f, err := parser.ParseFile(fset, "", "package p\nfunc f() {"+body+"}", 0)
		if err != nil {
			t.Fatal(err)
		}
		if len(branches(fset, f.Decls[0].(*ast.FuncDecl))) == 0 {
			t.Errorf("nothing found in %s", body)
		}
	}
}

// branches lists what may depend on secret data in a function.
func branches(fset *token.FileSet, fn *ast.FuncDecl) (found []string) {
	text := func(n ast.Node) string {
		var b strings.Builder
		printer.Fprint(&b, fset, n)
		return b.String()
	}
	counters := map[string]bool{}
	public := map[string]bool{"m.a == nil": true, "m.a != nil": true, "i < len(table)": true, "i / 2": true}
	ranges := map[string]bool{"table": true, "t": true, "k": true, "4": true, "[2]byte{b >> 4, b & 15}": true}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			if !public[text(n.Cond)] {
				found = append(found, "if "+text(n.Cond))
			}
		case *ast.ForStmt:
			if n.Cond == nil || !public[text(n.Cond)] {
				found = append(found, "a loop without an end that is known")
			}
			if a, ok := n.Init.(*ast.AssignStmt); ok {
				counters[text(a.Lhs[0])] = true
			}
		case *ast.RangeStmt:
			if !ranges[text(n.X)] {
				found = append(found, "range "+text(n.X))
			}
			if n.Key != nil {
				counters[text(n.Key)] = true
			}
		case *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt, *ast.BranchStmt, *ast.SliceExpr:
			found = append(found, text(n))
		case *ast.BinaryExpr:
			switch n.Op {
			case token.LAND, token.LOR, token.QUO, token.REM, token.LSS, token.GTR, token.LEQ, token.GEQ, token.EQL, token.NEQ:
				if !public[text(n)] {
					found = append(found, text(n))
				}
			}
		case *ast.IndexExpr:
			ok := false
			switch i := n.Index.(type) {
			case *ast.BasicLit:
				ok = true
			case *ast.Ident:
				ok = counters[i.Name]
			case *ast.BinaryExpr: // a counter and a number
				x, one := i.X.(*ast.Ident)
				_, two := i.Y.(*ast.BasicLit)
				ok = one && two && counters[x.Name]
			}
			if !ok {
				found = append(found, text(n))
			}
		}
		return true
	})
	return found
}
