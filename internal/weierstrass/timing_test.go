package weierstrass

import (
	"crypto/rand"
	"math"
	mathrand "math/rand/v2"
	"os"
	"slices"
	"testing"
	"time"
)

// TestTiming looks for a private key's traces in the time that a multiplication takes, as
// dudect does (Reparaz, Balasch, Verbauwhede: "Dude, is my code constant time?", 2017): one
// class of numbers is random, the other one number again and again; their times are measured in
// turns that are random; Welch's t compares the fastest of each, in several croppings.
//
// A leak shows each time, other work on the machine does not: the test fails if all of five
// attempts show one. Code that leaks, by no more than leaving out an addition of
// infinity, must be found in one of three; where it is not, the machine is too busy for
// a verdict. WOMA_TIMING=1 measures 25 times as much and wants the t of dudect and a
// verdict, which needs a machine with nothing else to do.
func TestTiming(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second for each curve")
	}
	each(t, func(t *testing.T, c *Curve) {
		rounds, limit := 200, 8.0
		if os.Getenv("WOMA_TIMING") != "" {
			rounds, limit = 5000, 4.5
		} else if c.size > 32 {
			t.Skip("the same code with more words, without WOMA_TIMING=1")
		}
		one := make([]byte, c.size)
		one[c.size-1] = 1
		last := c.params.N.Bytes()
		last[len(last)-1]--
		right := func(k []byte) { c.multiply(&c.g, k) }
		// A quarter of the windows are zero, and one in sixteen of a random number's.
		quarter := make([]byte, c.size)
		for i := range quarter {
			quarter[i] = 0x11 - 0x10*byte(i&1)
		}
		for _, fixed := range [][]byte{one, quarter} {
			found := 0.0
			for range 3 {
				found = max(found, leak(c, fixed, rounds, func(k []byte) { leaky(c, &c.g, k) }))
				if found > limit {
					break
				}
			}
			t.Logf("code that leaks, %x…: |t| = %.1f", fixed[:4], found)
			switch {
			case found > limit:
			case os.Getenv("WOMA_TIMING") == "":
				t.Skipf("the machine is too busy to find code that leaks: |t| = %.1f", found)
			default:
				t.Errorf("code that leaks is not found: |t| = %.1f", found)
			}
		}
		for name, fixed := range map[string][]byte{"1": one, "the order less 1": last} {
			least := math.Inf(1)
			for range 5 {
				least = min(least, leak(c, fixed, rounds, right))
				if least < limit {
					break
				}
			}
			t.Logf("%s against random numbers: |t| = %.1f", name, least)
			if least >= limit {
				t.Errorf("%s takes another time than random numbers: |t| = %.1f", name, least)
			}
		}
	})
}

// leaky is multiply as one should not write it.
func leaky(c *Curve, a *point, k []byte) *point {
	m := c.arithmetic()
	var table [16]point
	for i := range table {
		table[i] = newPoint(c)
	}
	table[1] = *a
	for i := 2; i < len(table); i++ {
		m.add(&table[i], &table[i-1], a)
	}
	r := newPoint(c)
	for _, b := range k {
		for _, window := range [2]byte{b >> 4, b & 15} {
			for range 4 {
				m.double(&r, &r)
			}
			if window != 0 {
				m.add(&r, &r, &table[window])
			}
		}
	}
	return &r
}

// leak returns the greatest |t| of Welch's test over croppings of the times of both classes.
func leak(c *Curve, fixed []byte, rounds int, f func(k []byte)) float64 {
	times := [2][]float64{}
	k := make([]byte, c.size)
	for range 2 * rounds {
		class := mathrand.IntN(2)
		// Both classes draw, and copy into the same place.
		rand.Read(k)
		if class == 0 {
			copy(k, fixed)
		}
		start := time.Now()
		f(k)
		times[class] = append(times[class], float64(time.Since(start)))
	}
	all := slices.Sorted(slices.Values(slices.Concat(times[0], times[1])))
	greatest := 0.0
	for _, share := range []float64{0.3, 0.5, 0.7, 0.9} {
		crop := all[int(share*float64(len(all)-1))]
		var mean, variance, count [2]float64
		for class, ts := range times {
			for _, x := range ts {
				if x <= crop {
					count[class]++
					delta := x - mean[class]
					mean[class] += delta / count[class]
					variance[class] += delta * (x - mean[class])
				}
			}
		}
		if count[0] < 20 || count[1] < 20 {
			// Nearly all that is fast is of one class.
			greatest = math.Inf(1)
			continue
		}
		spread := 0.0
		for i := range 2 {
			spread += variance[i] / (count[i] - 1) / count[i]
		}
		greatest = max(greatest, math.Abs(mean[0]-mean[1])/math.Sqrt(spread))
	}
	return greatest
}
