package py

import (
	"slices"
	"strings"
	"testing"
	"unsafe"

	"pgregory.net/rapid"
)

// runes draws text of which much is ASCII and some takes two, three and four bytes.
func runes(r *rapid.T, most int) []rune {
	alphabet := []rune{'a', 'b', 'Z', ' ', 'ä', 'Σ', '€', 0xD800, 0xFFFD, '🐍'}
	n := rapid.IntRange(0, most).Draw(r, "n")
	out := make([]rune, n)
	for i := range out {
		out[i] = alphabet[rapid.IntRange(0, len(alphabet)-1).Draw(r, "c")]
	}
	return out
}

func wtf8(runes []rune) string {
	var b []byte
	for _, r := range runes {
		b = AppendRune(b, r)
	}
	return string(b)
}

// TestPositionsModel looks into strings here and there and compares with a slice of code
// points. Strings are made at once, in one object, and by growing.
func TestPositionsModel(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		want := runes(r, rapid.SampledFrom([]int{20, 100, 1000}).Draw(r, "most"))
		var s *Str
		switch rapid.IntRange(0, 2).Draw(r, "made") {
		case 0:
			s = newStr(wtf8(want))
		case 1:
			s = As[Str](NewStrBytes([]byte(wtf8(want))))
		default:
			s = emptyStr
			for rest := want; len(rest) > 0; {
				n := min(len(rest), rapid.IntRange(1, 200).Draw(r, "piece"))
				s = As[Str](Concat(s, newStr(wtf8(rest[:n])), true))
				rest = rest[n:]
			}
		}
		if s.Len() != len(want) {
			r.Fatalf("%d code points, want %d", s.Len(), len(want))
		}
		for range 20 {
			i := rapid.IntRange(0, len(want)).Draw(r, "i")
			j := rapid.IntRange(i, len(want)).Draw(r, "j")
			if got := As[Str](s.Slice(i, j)).String(); got != wtf8(want[i:j]) {
				r.Fatalf("[%d:%d] is %q", i, j, got)
			}
			if i < len(want) {
				if got := As[Str](s.At(i)).String(); got != wtf8(want[i:i+1]) {
					r.Fatalf("[%d] is %q", i, got)
				}
			}
			if got := s.CharAt(len(wtf8(want[:j]))); got != j {
				r.Fatalf("the byte of %d is that of %d", j, got)
			}
		}
		back := slices.Clone(want)
		slices.Reverse(back)
		if got := string(reverseWide(s.String())); got != wtf8(back) {
			r.Fatalf("backwards: %q", got)
		}
	})
}

func TestLastIndex(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("ab\x00\x01\x7f")), 0, 300, -1).Draw(r, "text")
		sub := rapid.StringOfN(rapid.SampledFrom([]rune("ab\x00\x01\x7f")), 0, 4, -1).Draw(r, "sub")
		if got, want := lastIndex(text, sub), strings.LastIndex(text, sub); got != want {
			r.Fatalf("%d, want %d", got, want)
		}
	})
}

// A long text gets its marks when it is looked into far from its ends and the last place.
func TestMarks(t *testing.T) {
	s := newStr(strings.Repeat("äöü€", 250))
	x := (*strLong)(unsafe.Pointer(s))
	for i := range s.Len() {
		s.At(i)
		s.CharAt(s.offset(i))
	}
	if x.marks != nil {
		t.Error("going through a text made marks")
	}
	s.At(500)
	if x.marks == nil {
		t.Error("looking into the middle of a text made no marks")
	}
}

// Looking into a long text that is not ASCII here and there costs the same as going
// through it. Each place used to be found by counting from the last: 200,000 of them took
// minutes with this text.
func BenchmarkWidePositions(b *testing.B) {
	s := newStr(strings.Repeat("äöü€", 250_000))
	at := 1
	for b.Loop() {
		at = (at*1103515245 + 12345) % s.Len()
		s.At(at)
	}
}
