package jit

import (
	"math/bits"
	"math/rand"
	"testing"
)

// TestBitmask makes all operands that an instruction on a mask can have.
func TestBitmask(t *testing.T) {
	known := map[uint64]bool{}
	for size := 2; size <= 64; size *= 2 {
		for ones := 1; ones < size; ones++ {
			for turn := range size {
				part := uint64(1)<<ones - 1
				part = part>>turn | part<<(size-turn)&(^uint64(0)>>(64-size))
				x := part
				for n := size; n < 64; n *= 2 {
					x |= x << n
				}
				known[x] = true
				want := uint32(size>>6)<<22 | uint32(turn)<<16 | (uint32(64-2*size)&0x3F|uint32(ones-1))<<10
				if got, ok := bitmask(x); !ok || got != want {
					t.Fatalf("%x: %x, %t, want %x", x, got, ok, want)
				}
			}
		}
	}
	if len(known) != 5334 {
		t.Errorf("%d masks, want 5334", len(known))
	}
	r := rand.New(rand.NewSource(1))
	for range 1000000 {
		x := bits.RotateLeft64(r.Uint64()>>r.Intn(64), r.Intn(64))
		if _, ok := bitmask(x); ok != known[x] {
			t.Fatalf("%x: %t", x, ok)
		}
	}
}
