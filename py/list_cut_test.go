package py

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestListModel compares a list that grows and is cut at random places, at the front more
// than elsewhere, with a slice of ints.
func TestListModel(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		l := NewList(nil)
		var want []int64
		next := int64(0)
		more := func(n int) (items []Value) {
			for range n {
				items = append(items, Int(next))
				want = append(want, next)
				next++
			}
			return items
		}
		for range rapid.IntRange(1, 60).Draw(r, "steps") {
			n := len(want)
			lo := rapid.IntRange(0, n).Draw(r, "lo")
			if rapid.Bool().Draw(r, "front") {
				lo = min(lo, 3)
			}
			hi := min(n, lo+rapid.IntRange(0, 400).Draw(r, "length"))
			switch op := rapid.IntRange(0, 5).Draw(r, "op"); op {
			case 0, 1:
				for _, v := range more(rapid.IntRange(1, 1500).Draw(r, "more")) {
					l.Append(v)
				}
			case 2:
				l.cut(lo, hi)
				want = slices.Delete(want, lo, hi)
			case 3: // a queue
				for range rapid.IntRange(1, 700).Draw(r, "rounds") {
					var got Value
					i := Int(0)
					if len(want) > 0 && leafListPop(&got, &Value{p: l.Value().p}, []Value{i}) {
						if got.I() != want[0] {
							r.Fatalf("pop(0) = %d, want %d", got.I(), want[0])
						}
						want = want[1:]
					}
					l.Append(more(1)[0])
				}
			case 4:
				src := more(rapid.IntRange(0, 40).Draw(r, "src"))
				x := slices.Clone(want[n:])
				want = want[:n]
				l.splice(lo, hi, src)
				want = slices.Replace(want, lo, hi, x...)
			case 5:
				if lo < n {
					l.delete(lo)
					want = slices.Delete(want, lo, lo+1)
				}
			}
			if len(l.A) != len(want) {
				r.Fatalf("%d items, want %d", len(l.A), len(want))
			}
			for i, v := range l.A {
				if !v.IsInt() || v.I() != want[i] {
					r.Fatalf("item %d of %d is %v, want %d", i, len(want), v, want[i])
				}
			}
			if cap(l.A) > 1024 && len(l.A) < cap(l.A)/4-1 {
				r.Fatalf("room for %d items, %d are there", cap(l.A), len(l.A))
			}
		}
	})
}

// TestByteArrayModel does the same to a bytearray.
func TestByteArrayModel(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		th := testThread()
		b := As[ByteArray](NewByteArray(nil))
		var want []byte
		var next byte
		more := func(n int) []byte {
			x := make([]byte, n)
			for i := range x {
				next++
				x[i] = next
			}
			return x
		}
		for range rapid.IntRange(1, 60).Draw(r, "steps") {
			n := len(want)
			lo := rapid.IntRange(0, n).Draw(r, "lo")
			if rapid.Bool().Draw(r, "front") {
				lo = min(lo, 3)
			}
			hi := min(n, lo+rapid.IntRange(0, n/2+5).Draw(r, "length"))
			var data []byte
			switch rapid.IntRange(0, 4).Draw(r, "op") {
			case 0:
				lo, hi = n, n
				data = more(rapid.SampledFrom([]int{1, 7, 300, 20000}).Draw(r, "more"))
			case 1:
				data = more(rapid.IntRange(0, 300).Draw(r, "src"))
			case 2:
				lo, hi = 0, n
			case 3:
				for range rapid.IntRange(1, 300).Draw(r, "packets") {
					x := more(50)
					if err := b.splice(th, len(b.B), len(b.B), x); err != nil {
						r.Fatal(err)
					}
					k := min(len(b.B), int(next)%64)
					if k > 0 {
						b.cut(0, k)
					}
					want = append(want, x...)[k:]
				}
				want = slices.Clone(want)
				lo, hi = len(want), len(want)
			}
			if err := b.splice(th, lo, hi, data); err != nil {
				r.Fatal(err)
			}
			want = slices.Replace(want, lo, hi, data...)
			if !bytes.Equal(b.B, want) {
				r.Fatalf("%d bytes are not the %d that they should be", len(b.B), len(want))
			}
			if all := b.front + cap(b.B); b.front < 0 || all > 1<<14 && lo < hi && data == nil && len(b.B) < all/4 {
				r.Fatalf("%d bytes in an array of %d, %d of them in front", len(b.B), all, b.front)
			}
		}
	})
}
