package weierstrass

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"math/big"
	"testing"
)

var all = []func() elliptic.Curve{Secp256k1, BrainpoolP256r1, BrainpoolP384r1, BrainpoolP512r1}

// each runs a test for each curve.
func each(t *testing.T, test func(t *testing.T, c *Curve)) {
	for _, curve := range all {
		c := curve().(*Curve)
		t.Run(c.params.Name, func(t *testing.T) { test(t, c) })
	}
}

// TestNumbers checks the table: prime numbers, points on the curve, and orders by which the
// base point becomes infinity, together with TestAgainstSchoolbook.
func TestNumbers(t *testing.T) {
	each(t, func(t *testing.T, c *Curve) {
		n := c.params.BitSize
		if !c.params.P.ProbablyPrime(20) || !c.params.N.ProbablyPrime(20) || c.params.P.BitLen() != n || c.params.N.BitLen() != n {
			t.Error("prime or order")
		}
		if !c.IsOnCurve(c.params.Gx, c.params.Gy) {
			t.Error("the base point is none")
		}
		if x, y := c.ScalarBaseMult(c.params.N.Bytes()); x.Sign() != 0 || y.Sign() != 0 {
			t.Error("order")
		}
	})
}

// affineAdd is the addition of schoolbooks, with all its cases.
func affineAdd(c *Curve, x1, y1, x2, y2 *big.Int) (*big.Int, *big.Int) {
	p := c.params.P
	zero := func(x, y *big.Int) bool { return x.Sign() == 0 && y.Sign() == 0 }
	if zero(x1, y1) {
		return x2, y2
	}
	if zero(x2, y2) {
		return x1, y1
	}
	up, down := new(big.Int), new(big.Int)
	if x1.Cmp(x2) == 0 {
		if sum := new(big.Int).Add(y1, y2); sum.Mod(sum, p).Sign() == 0 {
			return new(big.Int), new(big.Int)
		}
		up.Mul(big.NewInt(3), up.Mul(x1, x1)).Add(up, c.linear)
		down.Lsh(y1, 1)
	} else {
		up.Sub(y2, y1)
		down.Sub(x2, x1)
	}
	slope := up.Mul(up, down.ModInverse(down.Mod(down, p), p))
	x := new(big.Int).Mul(slope, slope)
	x.Mod(x.Sub(x.Sub(x, x1), x2), p)
	y := new(big.Int).Sub(x1, x)
	return x, y.Mod(y.Sub(y.Mul(y, slope), y1), p)
}

func TestAgainstSchoolbook(t *testing.T) { each(t, testAgainstSchoolbook) }

func testAgainstSchoolbook(t *testing.T, c *Curve) {
	params := c.Params()
	same := func(what string, x, y, wantX, wantY *big.Int) {
		t.Helper()
		if x.Cmp(wantX) != 0 || y.Cmp(wantY) != 0 {
			t.Fatalf("%s: (%x, %x), want (%x, %x)", what, x, y, wantX, wantY)
		}
	}
	zero := new(big.Int)
	// Multiples of the base point, each from the one before.
	x, y := zero, zero
	for i := range 40 {
		gotX, gotY := c.ScalarBaseMult([]byte{byte(i)})
		same("small multiple", gotX, gotY, x, y)
		x, y = affineAdd(c, x, y, params.Gx, params.Gy)
	}
	for range 20 {
		a, _ := rand.Int(rand.Reader, params.N)
		b, _ := rand.Int(rand.Reader, params.N)
		ax, ay := c.ScalarBaseMult(a.Bytes())
		bx, by := c.ScalarMult(params.Gx, params.Gy, b.Bytes())
		if !c.IsOnCurve(ax, ay) || !c.IsOnCurve(bx, by) {
			t.Fatal("not on the curve")
		}
		wantX, wantY := affineAdd(c, ax, ay, bx, by)
		gotX, gotY := c.Add(ax, ay, bx, by)
		same("sum", gotX, gotY, wantX, wantY)
		gotX, gotY = c.ScalarBaseMult(new(big.Int).Add(a, b).Bytes())
		same("multiple of the sum", gotX, gotY, wantX, wantY)
		wantX, wantY = affineAdd(c, ax, ay, ax, ay)
		gotX, gotY = c.Double(ax, ay)
		same("double", gotX, gotY, wantX, wantY)
		gotX, gotY = c.Add(ax, ay, ax, ay)
		same("a point and itself", gotX, gotY, wantX, wantY)
		gotX, gotY = c.Add(ax, ay, ax, new(big.Int).Sub(params.P, ay))
		same("a point and its negative", gotX, gotY, zero, zero)
		gotX, gotY = c.Add(ax, ay, zero, zero)
		same("a point and infinity", gotX, gotY, ax, ay)
		if d := c.Decompress(ax, ay.Bit(0) == 1); d == nil || d.Cmp(ay) != 0 {
			t.Fatal("decompressed to another point")
		}
	}
	for _, k := range []*big.Int{params.N, new(big.Int).Lsh(params.N, 1), zero} {
		gotX, gotY := c.ScalarBaseMult(k.Bytes())
		same("multiple of the order", gotX, gotY, zero, zero)
	}
	gotX, gotY := c.ScalarBaseMult(new(big.Int).Sub(params.N, big.NewInt(1)).Bytes())
	same("order less 1", gotX, gotY, params.Gx, new(big.Int).Sub(params.P, params.Gy))
	if gotX, gotY = c.Double(zero, zero); gotX.Sign() != 0 || gotY.Sign() != 0 {
		t.Error("twice infinity")
	}
	if c.IsOnCurve(zero, zero) || c.IsOnCurve(params.P, params.Gy) || c.IsOnCurve(big.NewInt(-1), params.Gy) {
		t.Error("points that are none are on the curve")
	}
	if c.Decompress(params.P, false) != nil {
		t.Error("decompressed what is no x")
	}
	squares := 0
	for i := range int64(100) {
		if y := c.Decompress(big.NewInt(i), false); y != nil {
			squares++
			if !c.IsOnCurve(big.NewInt(i), y) {
				t.Error("decompressed to no point")
			}
		}
	}
	if squares < 20 || squares > 80 {
		t.Errorf("%d of 100 numbers are coordinates", squares)
	}
}

// The nonces and signatures that Bitcoin's libraries test RFC 6979 with.
func TestDeterministic(t *testing.T) {
	for _, v := range []struct{ d, msg, sig string }{
		{"0000000000000000000000000000000000000000000000000000000000000001", "Satoshi Nakamoto",
			"934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d82442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5"},
		{"0000000000000000000000000000000000000000000000000000000000000001", "All those moments will be lost in time, like tears in rain. Time to die...",
			"8600dbd41e348fe5c9465ab92d23e3db8b98b873beecd930736488696438cb6b547fe64427496db33bf66019dacbf0039c04199abb0122918601db38a72cfc21"},
		{"fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140", "Satoshi Nakamoto",
			"fd567d121db66e382991534ada77a6bd3106f0a1098c231e47993447cd6af2d06b39cd0eb1bc8603e159ef5c20a5c8ad685a45b06ce9bebed3f153d10d93bed5"},
	} {
		d, _ := hex.DecodeString(v.d)
		sum := sha256.Sum256([]byte(v.msg))
		r, s, err := Secp256k1().(*Curve).Sign(d, sum[:], sha256.New, nil)
		if err != nil {
			t.Fatal(err)
		}
		// They use the lower of s and -s.
		low := new(big.Int).SetBytes(s)
		if n := Secp256k1().Params().N; low.Cmp(new(big.Int).Rsh(n, 1)) > 0 {
			low.Sub(n, low)
		}
		if got := hex.EncodeToString(r) + hex.EncodeToString(low.FillBytes(make([]byte, 32))); got != v.sig {
			t.Errorf("%q: %s, want %s", v.msg, got, v.sig)
		}
	}
}

// Signatures of random keys are what crypto/ecdsa accepts, whose own code for foreign
// curves uses this package's points and nothing else of it.
func TestSign(t *testing.T) { each(t, testSign) }

func testSign(t *testing.T, c *Curve) {
	for i := range 20 {
		d, err := c.Generate(rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		digest := make([]byte, 8*i)
		rand.Read(digest)
		r, s, err := c.Sign(d, digest, nil, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if again, _, _ := c.Sign(d, digest, nil, rand.Reader); bytes.Equal(again, r) {
			t.Error("the same nonce twice")
		}
		x, y := c.ScalarBaseMult(d)
		pub := &ecdsa.PublicKey{Curve: c, X: x, Y: y}
		if !ecdsa.Verify(pub, digest, new(big.Int).SetBytes(r), new(big.Int).SetBytes(s)) {
			t.Errorf("a digest of %d bytes: signature refused", len(digest))
		}
		r[0] ^= 1
		if ecdsa.Verify(pub, digest, new(big.Int).SetBytes(r), new(big.Int).SetBytes(s)) {
			t.Error("another signature accepted")
		}
	}
	n := c.params.N.Bytes()
	for _, bad := range [][]byte{nil, make([]byte, c.size), make([]byte, c.size-1), n, bytes.Repeat([]byte{255}, c.size)} {
		if c.Valid(bad) {
			t.Errorf("%x is a private key", bad)
		}
	}
	if _, err := c.Generate(bytes.NewReader(bytes.Repeat([]byte{255}, c.size+8))); err == nil {
		t.Error("a key of a source of randomness that ended")
	}
}

func BenchmarkScalarMult(b *testing.B) {
	for _, curve := range all {
		c := curve().(*Curve)
		k := bytes.Repeat([]byte{0xa5}, c.size)
		b.Run(c.params.Name, func(b *testing.B) {
			for b.Loop() {
				c.ScalarBaseMult(k)
			}
		})
	}
}
