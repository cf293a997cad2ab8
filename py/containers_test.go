package py

import (
	"math/rand"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"testing"
	"unsafe"

	"pgregory.net/rapid"
)

func testThread() *Thread {
	return &Thread{Interp: &Interp{MaxDepth: 1000}, Budget: 1 << 62}
}

// key makes one of several kinds of keys from a number.
func key(n int) Value {
	switch n % 4 {
	case 0:
		return Int(int64(n))
	case 1:
		return NewStr("key" + strconv.Itoa(n))
	case 2:
		return NewTuple(Int(int64(n)), NewStr("t"))
	}
	return Float(float64(n) + 0.5)
}

// TestDictModel compares Dict with a map and a list of the keys in order.
func TestDictModel(t *testing.T) {
	for _, namespace := range []bool{false, true} {
		rapid.Check(t, func(r *rapid.T) {
			th := testThread()
			d := NewDict()
			if namespace {
				d = NewNamespace(nil)
			}
			values := map[int]int64{}
			var order []int
			drop := func(k int) {
				delete(values, k)
				for i, o := range order {
					if o == k {
						order = append(order[:i:i], order[i+1:]...)
						break
					}
				}
			}
			for i := 0; i < 300; i++ {
				k := rapid.IntRange(0, 60).Draw(r, "key")
				switch rapid.IntRange(0, 9).Draw(r, "op") {
				case 0, 1, 2, 3, 4:
					if _, ok := values[k]; !ok {
						order = append(order, k)
					}
					values[k] = int64(i)
					if err := d.Set(th, key(k), Int(int64(i))); err != nil {
						r.Fatal(err)
					}
				case 5, 6:
					v, err := d.Delete(th, key(k))
					if err != nil {
						r.Fatal(err)
					}
					if want, ok := values[k]; ok != v.Bound() || ok && v.I() != want {
						r.Fatalf("Delete(%d) = %v, want %d", k, v, want)
					}
					drop(k)
				case 7:
					_, v, pos, ok := d.Prev(d.Last())
					if ok != (len(order) > 0) {
						r.Fatal("Prev at the end")
					}
					if ok {
						last := order[len(order)-1]
						if v.I() != values[last] {
							r.Fatal("Prev has another value")
						}
						d.PopAt(pos)
						drop(last)
					}
				case 8:
					if _, ok := values[k]; ok {
						if err := d.MoveToEnd(th, key(k), k%2 == 0); err != nil {
							r.Fatal(err)
						}
						v := values[k]
						drop(k)
						values[k] = v
						if k%2 == 0 {
							order = append(order, k)
						} else {
							order = append([]int{k}, order...)
						}
					}
				case 9:
					if rapid.IntRange(0, 30).Draw(r, "clear") == 0 {
						d.Clear()
						values, order = map[int]int64{}, nil
					}
				}
				p, err := d.Get(th, key(k))
				if err != nil {
					r.Fatal(err)
				}
				if want, ok := values[k]; ok != (p != nil) || ok && p.I() != want {
					r.Fatalf("Get(%d)", k)
				}
			}
			if d.Len() != len(order) {
				r.Fatalf("Len() = %d, want %d", d.Len(), len(order))
			}
			pos := 0
			for _, k := range order {
				got, v, next, ok := d.Next(pos)
				if !ok || v.I() != values[k] {
					r.Fatalf("Next at %d", k)
				}
				if eq, _ := Equal(th, got, key(k)); !eq {
					r.Fatalf("Next at %d has another key", k)
				}
				pos = next
			}
			if _, _, _, ok := d.Next(pos); ok {
				r.Fatal("Next after the end")
			}
		})
	}
}

// TestSetModel is TestDictModel for sets.
func TestSetModel(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		th := testThread()
		s := NewSet()
		var order []int
		index := func(k int) int {
			for i, o := range order {
				if o == k {
					return i
				}
			}
			return -1
		}
		for i := 0; i < 300; i++ {
			k := rapid.IntRange(0, 60).Draw(r, "key")
			at := index(k)
			switch rapid.IntRange(0, 3).Draw(r, "op") {
			case 0, 1:
				if err := s.Add(th, key(k)); err != nil {
					r.Fatal(err)
				}
				if at < 0 {
					order = append(order, k)
				}
			case 2:
				found, err := s.Discard(th, key(k))
				if err != nil || found != (at >= 0) {
					r.Fatal("Discard", found, err)
				}
				if found {
					order = append(order[:at:at], order[at+1:]...)
				}
			case 3:
				if found, err := s.Contains(th, key(k)); err != nil || found != (at >= 0) {
					r.Fatal("Contains", found, err)
				}
			}
		}
		if s.Len() != len(order) {
			r.Fatalf("Len() = %d, want %d", s.Len(), len(order))
		}
		pos := 0
		for _, k := range order {
			v, next, ok := s.Next(pos)
			if eq, _ := Equal(th, v, key(k)); !ok || !eq {
				r.Fatalf("Next at %d", k)
			}
			pos = next
		}
	})
}

// TestSortModel compares each way of sorting with Go's stable sort.
func TestSortModel(t *testing.T) {
	makers := map[string]func(n int) Value{
		"int":   func(n int) Value { return Int(int64(n)) },
		"float": func(n int) Value { return Float(float64(n)) },
		"str":   func(n int) Value { return NewStr(strconv.Itoa(1000 + n)) },
		"mixed": func(n int) Value {
			if n%2 == 0 {
				return Float(float64(n))
			}
			return Int(int64(n))
		},
		"tuple": func(n int) Value { return NewTuple(Int(int64(n))) },
	}
	for name, mk := range makers {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(r *rapid.T) {
				th := testThread()
				n := rapid.IntRange(0, 400).Draw(r, "n")
				spread := rapid.IntRange(1, 500).Draw(r, "spread")
				rnd := rand.New(rand.NewSource(int64(rapid.Int32().Draw(r, "seed"))))
				reverse := rapid.Bool().Draw(r, "reverse")
				nums := make([]int, n)
				for i := range nums {
					nums[i] = rnd.Intn(spread)
					if i > 0 && rnd.Intn(3) > 0 { // runs
						nums[i] = min(nums[i-1]+1, 999)
					}
				}
				pos := make([]int, n)
				items := make([]Value, n)
				keys := make([]Value, n)
				for i := range items {
					pos[i], items[i], keys[i] = i, Int(int64(i)), mk(nums[i])
				}
				f := NewNative("key(x, /)", func(t *Thread, a *Args) (Value, error) { return keys[a.Int(t, 0)], nil })
				if _, err := SortValues(th, items, f, reverse); err != nil {
					r.Fatal(err)
				}
				sort.SliceStable(pos, func(i, j int) bool {
					if reverse {
						i, j = j, i
						return nums[pos[i]] < nums[pos[j]]
					}
					return nums[pos[i]] < nums[pos[j]]
				})
				for i, p := range pos {
					if items[i].I() != int64(p) {
						r.Fatalf("item %d is %d, want %d", i, items[i].I(), p)
					}
				}
				plain := append([]Value(nil), keys...)
				if _, err := SortValues(th, plain, Nil, false); err != nil {
					r.Fatal(err)
				}
				for i := 1; i < n; i++ {
					if less, err := CompareBool(th, OpLt, plain[i], plain[i-1]); less || err != nil {
						r.Fatal("not sorted", err)
					}
				}
			})
		})
	}
}

// TestNoAllocs: looking up and replacing existing items allocates nothing.
func TestNoAllocs(t *testing.T) {
	th := testThread()
	d := NewDict()
	names := make([]Value, 20)
	for i := range names {
		names[i] = Name("name" + strconv.Itoa(i)).Value()
		d.Set(th, names[i], Int(int64(i)))
		d.Set(th, Int(int64(i)), Int(int64(i)))
	}
	list := NewList(append([]Value(nil), names...)).Value()
	tuple := NewTuple(names...)
	set := NewSet()
	for _, n := range names {
		set.Add(th, n)
	}
	for what, f := range map[string]func(){
		"dict get str":  func() { d.Get(th, names[7]) },
		"dict get int":  func() { d.Get(th, Int(7)) },
		"dict set str":  func() { d.Set(th, names[7], Int(1)) },
		"dict set int":  func() { d.Set(th, Int(7), Int(1)) },
		"dict getitem":  func() { GetItem(th, d.Value(), names[3]) },
		"list getitem":  func() { ListGetItem(th, list, Int(-3)) },
		"list setitem":  func() { SetItem(th, list, Int(3), Int(9)) },
		"tuple getitem": func() { GetItem(th, tuple, Int(3)) },
		"set contains":  func() { set.Contains(th, names[3]) },
		"list contains": func() { Contains(th, list, names[19]) },
		"tuple eq":      func() { Compare(th, OpEq, tuple, tuple) },
		"tuple hash":    func() { Hash(th, tuple) },
	} {
		if n := testing.AllocsPerRun(100, f); n != 0 {
			t.Errorf("%s allocates %v times", what, n)
		}
	}
}

func BenchmarkDictGetStr(b *testing.B) {
	for _, n := range []int{4, 20, 1000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			th := testThread()
			d := NewDict()
			names := make([]Value, n)
			for i := range names {
				names[i] = Name("name" + strconv.Itoa(i)).Value()
				d.Set(th, names[i], Int(int64(i)))
			}
			b.ResetTimer()
			j := 0
			for i := 0; i < b.N; i++ {
				d.Get(th, names[j])
				if j++; j == n {
					j = 0
				}
			}
		})
	}
}

func BenchmarkDictGetInt(b *testing.B) {
	th := testThread()
	d := NewDict()
	for i := 0; i < 1000; i++ {
		d.Set(th, Int(int64(i*7)), Int(int64(i)))
	}
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		d.Get(th, Int(int64(i%1000*7)))
	}
}

func BenchmarkDictInsert1000(b *testing.B) {
	th := testThread()
	for i := 0; i < b.N; i++ {
		d := NewDict()
		for j := int64(0); j < 1000; j++ {
			d.Set(th, Int(j), Int(j))
		}
	}
}

func BenchmarkSetAdd1000(b *testing.B) {
	th := testThread()
	for i := 0; i < b.N; i++ {
		s := NewSet()
		for j := int64(0); j < 1000; j++ {
			s.Add(th, Int(j))
		}
	}
}

func BenchmarkSort(b *testing.B) {
	rnd := rand.New(rand.NewSource(1))
	for _, kind := range []string{"int", "float", "str", "tuple"} {
		b.Run(kind, func(b *testing.B) {
			th := testThread()
			a := make([]Value, 10000)
			for i := range a {
				n := rnd.Intn(1000000)
				switch kind {
				case "int":
					a[i] = Int(int64(n))
				case "float":
					a[i] = Float(float64(n))
				case "str":
					a[i] = NewStr(strconv.Itoa(n))
				case "tuple":
					a[i] = NewTuple(Int(int64(n)), NewStr("x"))
				}
			}
			c := make([]Value, len(a))
			b.ResetTimer()
			for i := 0; i < b.N; i++ {
				copy(c, a)
				SortValues(th, c, Nil, false)
			}
		})
	}
}

// What a list outgrows is garbage until the next collection, so it is to be little: all
// arrays of a list that grows to a million items take less than four times its own.
func TestListGrowth(t *testing.T) {
	th := testThread()
	const items, size = 1 << 20, 16
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	l := &List{}
	for i := range items {
		if err := l.roomFor(th, 1); err != nil {
			t.Fatal(err)
		}
		l.A = append(l.A, Int(int64(i)))
	}
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 4*items*size {
		t.Errorf("%.1f times the items' size", float64(n)/(items*size))
	}
}

// A list close to the limit of memory grows in smaller steps before it gives up.
func TestListGrowthAtLimit(t *testing.T) {
	th := testThread()
	th.Interp.MemLimit = HeapBytes() + 32<<20
	l := &List{}
	var err error
	for err == nil {
		if err = l.roomFor(th, 1); err == nil {
			l.A = append(l.A, None)
		}
	}
	if !ErrIs(err, MemoryError) {
		t.Fatal(err)
	}
	if len(l.A) < 600_000 {
		t.Errorf("%d items of 16 bytes in 32 MB", len(l.A))
	}
}

// Adding to the end of a long string costs what is added, in steps and in memory. All of
// the string used to be charged each time: 30 MB in pieces of 64 bytes took 20 s.
func TestStrGrowth(t *testing.T) {
	th := testThread()
	const size = 8 << 20
	piece := As[Str](NewStr(strings.Repeat("x", 64)))
	budget := th.Budget
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	v := Value(NewStr("x"))
	for As[Str](v).NBytes() < size {
		var err error
		if !QuickAdd(&v, &v, &Value{unsafe.Pointer(piece), 0}, true) {
			if v, err = AddStr(th, As[Str](v), piece); err != nil {
				t.Fatal(err)
			}
		}
	}
	runtime.ReadMemStats(&after)
	if n := budget - th.Budget; n > size/64 {
		t.Errorf("%d steps", n)
	}
	if n := after.TotalAlloc - before.TotalAlloc; n > 6*size {
		t.Errorf("%.1f times the text's size", float64(n)/size)
	}
}

// A buffer close to the limit of memory grows in smaller steps before it gives up.
func TestBufferGrowthAtLimit(t *testing.T) {
	for what, grow := range map[string]func(th *Thread) (int, error){
		"bytearray": func(th *Thread) (int, error) {
			var b []byte
			for {
				c, err := GrowBytes(th, b, 1000)
				if err != nil {
					return len(b), err
				}
				b = c[:len(c)+1000]
			}
		},
		"str": func(th *Thread) (int, error) {
			piece := As[Str](NewStr(strings.Repeat("x", 1000)))
			s := piece
			for {
				v, err := AddStr(th, s, piece)
				if err != nil {
					return s.NBytes(), err
				}
				s = As[Str](v)
			}
		},
		"dict": func(th *Thread) (int, error) {
			d := NewDict()
			for i := 0; ; i++ {
				if err := d.Set(th, Int(int64(i)), None); err != nil {
					return i * 50, err
				}
			}
		},
		"set": func(th *Thread) (int, error) {
			s := NewSet()
			for i := 0; ; i++ {
				if err := s.Add(th, Int(int64(i))); err != nil {
					return i * 34, err
				}
			}
		},
	} {
		th := testThread()
		th.Interp.MemLimit = HeapBytes() + 32<<20
		n, err := grow(th)
		if !ErrIs(err, MemoryError) {
			t.Errorf("%s: %v", what, err)
		}
		if n < 10<<20 {
			t.Errorf("%s: %d bytes in 32 MB", what, n)
		}
	}
}
