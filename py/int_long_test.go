package py

import (
	"math/big"
	"math/rand"
	"strings"
	"testing"
)

// Divisions and conversions in pieces give what math/big gives.
func TestLongInts(t *testing.T) {
	th := testThread()
	r := rand.New(rand.NewSource(1))
	random := func(n int) *big.Int {
		z := new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), uint(n)))
		switch r.Intn(6) {
		case 0:
			z.Lsh(z.Rsh(z, uint(n/2)), uint(n/2))
		case 1:
			z.Sub(z.Lsh(big.NewInt(1), uint(n)), big.NewInt(1))
		case 2:
			z.Neg(z)
		}
		return z
	}
	sizes := [][2]int{{100, 50}, {70000, 65}, {200000, 100000}, {400000, 150000}, {400000, 399990}, {300000, 3000}, {500000, 250001}, {100000, 200000}}
	if !testing.Short() {
		sizes = append(sizes, [2]int{2000000, 1000000}, [2]int{3000000, 400000}, [2]int{1000000, 900000})
	}
	for _, size := range sizes {
		for range 6 {
			x, y := random(size[0]), random(size[1])
			if y.Sign() == 0 {
				continue
			}
			q, rem, err := quoRemBig(th, x, y)
			wq, wr := new(big.Int).QuoRem(x, y, new(big.Int))
			if err != nil || q.Cmp(wq) != 0 || rem.Cmp(wr) != 0 {
				t.Fatalf("%d bits by %d bits: wrong (%v)", x.BitLen(), y.BitLen(), err)
			}
		}
	}
	for _, n := range []int{1, 100, 26000, 27000, 54000, 100000, 333333} {
		for range 4 {
			x := random(n)
			s, err := decimal(th, x)
			if err != nil || s != x.String() {
				t.Fatalf("text of %d bits: wrong (%v)", n, err)
			}
			digits := strings.TrimPrefix(s, "-")
			for _, base := range []int{10, 11, 36} {
				z, err := (&powers{base: base}).parse(th, digits)
				want, _ := new(big.Int).SetString(digits, base)
				if err != nil || z.Cmp(want) != 0 {
					t.Fatalf("%d digits in base %d: wrong (%v)", len(digits), base, err)
				}
			}
		}
	}
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(3*textLeaf), nil)
	if s, err := decimal(th, ten); err != nil || s != "1"+strings.Repeat("0", 3*textLeaf) {
		t.Errorf("a power of ten: %.20s… (%v)", s, err)
	}
}

func BenchmarkLongDivide(b *testing.B) {
	th := testThread()
	r := rand.New(rand.NewSource(1))
	x := new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), 4000000))
	y := new(big.Int).Rand(r, new(big.Int).Lsh(big.NewInt(1), 2000000))
	for _, how := range []string{"pieces", "math/big"} {
		b.Run(how, func(b *testing.B) {
			for range b.N {
				if how == "pieces" {
					quoRemBig(th, x, y)
				} else {
					new(big.Int).QuoRem(x, y, new(big.Int))
				}
			}
		})
	}
}
