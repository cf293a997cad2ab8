package regex

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var testEnv = &Env{
	Digit:      unicode.IsDigit,
	Space:      unicode.IsSpace,
	Alnum:      func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) },
	Identifier: func(s string) bool { return s != "" && !strings.ContainsAny(s, " <>()!?*+-") && !isDigit(rune(s[0])) },
	Repr:       strconv.Quote,
	Name:       func(string) (rune, bool) { return 0, false },
}

var (
	errSteps  = errors.New("too many steps")
	errMemory = errors.New("too much memory")
)

// allowance is a Meter with limits.
type allowance struct{ steps, bytes int }

func (a *allowance) Step(n int) error {
	if a.steps -= n; a.steps < 0 {
		return errSteps
	}
	return nil
}

func (a *allowance) Alloc(n int) error {
	if a.bytes -= n; a.bytes < 0 {
		return errMemory
	}
	return nil
}

// plain is the program without what was found out about it, so that the machine
// tries everything.
func plain(p *Prog) *Prog {
	q := *p
	q.prefix, q.first, q.firstB, q.anchored, q.lines, q.literal = "", nil, -1, false, false, false
	q.code = slices.Clone(p.code)
	for i := range q.code {
		in := &q.code[i]
		in.a, in.b, in.single, in.sure, in.sureASCII, in.last = nil, nil, -1, false, false, false
	}
	return &q
}

func mustCompile(t testing.TB, pattern string, flags Flags) *Prog {
	t.Helper()
	p, err := Compile([]rune(pattern), true, flags, testEnv)
	if err != nil {
		t.Fatalf("%q: %v", pattern, err)
	}
	return p
}

// A pattern that takes for ever is ended by the Meter, and so is one that remembers
// too much.
func TestLimits(t *testing.T) {
	tests := []struct {
		pattern, text string
		steps, bytes  int
		want          error
	}{
		{"(a*)*b", strings.Repeat("a", 40), 1e5, 1e9, errSteps},
		{"(a|aa)+$", strings.Repeat("a", 60) + "b", 1e5, 1e9, errSteps},
		{"(x+x+)+y", strings.Repeat("x", 40), 1e5, 1e9, errSteps},
		{"(?:a|ab|b)*c", strings.Repeat("ab", 5e4), 1e9, 1e6, errMemory},
		{"(?:(a)|b|ab)*c", strings.Repeat("ab", 5e4), 1e9, 1e6, errMemory},
		{"(?:){4000000000}", "", 1e5, 1e9, errSteps},
		{"(?:a?){4000000000}?b", strings.Repeat("a", 1e5), 1e5, 1e9, errSteps},
		{".*.*.*x", strings.Repeat("a", 1e4), 1e5, 1e9, errSteps},
		{"(.)\\1*y", strings.Repeat("a", 1e3), 1e7, 1e9, nil},
	}
	for _, tt := range tests {
		m := Machine{Meter: &allowance{tt.steps, tt.bytes}}
		p := mustCompile(t, tt.pattern, 0)
		m.Set(p, tt.text, len(tt.text), false)
		if ok, err := m.Find(Search, 0, false); err != tt.want || ok {
			t.Errorf("%q: %v %v", tt.pattern, ok, err)
		}
	}
}

func TestTooLarge(t *testing.T) {
	for pattern, want := range map[string]error{
		strings.Repeat("(", 1e3):     ErrNest,
		strings.Repeat("(?(1)", 1e3): ErrNest,
		strings.Repeat("(?=", 1e3):   ErrNest,
		strings.Repeat("^a*", 1.5e5): ErrSize,
		"a{4294967295}":              ErrRepeat,
	} {
		src := []rune(pattern)
		if pattern[0] == '(' && pattern[2] == '(' {
			src = []rune("()" + pattern)
		}
		if _, err := Compile(src, true, 0, testEnv); err != want {
			t.Errorf("%.10q: %v", pattern, err)
		}
	}
	// Nested repetitions are not written out again and again.
	p := mustCompile(t, strings.Repeat("(?:", 100)+"ab"+strings.Repeat("){2,3}", 100), 0)
	if len(p.code) > 5000 {
		t.Errorf("%d instructions", len(p.code))
	}
}

// Matching allocates nothing once the machine has been used.
func TestAllocations(t *testing.T) {
	p := mustCompile(t, `(\w+)@(?:\w+\.)+(com|org)`, 0)
	text := strings.Repeat("some words ", 20) + "bob@mail.example.org"
	var m Machine
	n := testing.AllocsPerRun(100, func() {
		m.Set(p, text, len(text), false)
		if ok, _ := m.Find(Search, 0, false); !ok {
			t.Fatal("no match")
		}
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// Whatever the pattern, the machine neither fails nor leaves the text, what it knows
// beforehand changes no result, and ASCII text matches as if it were not.
func FuzzMatch(f *testing.F) {
	for _, s := range []string{
		"a|b*", "(a)(?:b|c)+?", `(?P<x>\w+)\s(?P=x)`, "(?i)[k-s]+", `(?<=a.)\b(?!x)`, "(?>a*)b{2,3}", "(a)?(?(1)b|c)", "[^\u00e9-\u20ac]+", "(?s).*?x$", `(?m)^\W{2,}`, "a*+(?:b++|c?+)", `(|a)+\1`,
		"(?x) a # b", `\N{`, "(", "[z-a]", "a{1", "(?:(?:a{1,2}){1,2}){3}x", "(?i)stra\u00dfe|\u212a", `(\d{1,3}\.){3}`,
	} {
		f.Add(s, "abcabba k\u212a\u00e9 1.22.333.x\n xx", uint16(0))
		f.Add(s, "aaabbb ccc\n", uint16(IgnoreCase|MultiLine))
	}
	f.Fuzz(func(t *testing.T, pattern, text string, flags uint16) {
		if len(pattern) > 200 || len(text) > 200 || !utf8.ValidString(pattern) || !utf8.ValidString(text) {
			return
		}
		fl := Flags(flags) & (IgnoreCase | MultiLine | DotAll | Verbose | ASCII)
		p, err := Compile([]rune(pattern), true, fl, testEnv)
		if err != nil {
			return
		}
		wide := strings.IndexFunc(text, func(r rune) bool { return r >= 128 }) >= 0
		for _, mode := range [...]Mode{Match, Full, Search} {
			ok, regs, err := find(p, text, wide, mode)
			if err != nil {
				return
			}
			if ok {
				for i, r := range regs[:2*(p.Groups+1)] {
					if r < -1 || r > len(text) || r >= 0 && r < len(text) && !utf8.RuneStart(text[r]) {
						t.Fatalf("%q %q: register %d is %d", pattern, text, i, r)
					}
				}
			}
			n := 2 * (p.Groups + 1)
			if ok2, regs2, err := find(plain(p), text, wide, mode); err == nil && (ok2 != ok || ok && !slices.Equal(regs[:n], regs2[:n])) {
				t.Fatalf("%q %q %d %d: %v %v, plain %v %v", pattern, text, fl, mode, ok, regs, ok2, regs2)
			}
			if ok2, regs2, err := find(p, text, true, mode); err == nil && (ok2 != ok || ok && !slices.Equal(regs[:n], regs2[:n])) {
				t.Fatalf("%q %q %d %d: %v %v, wide %v %v", pattern, text, fl, mode, ok, regs, ok2, regs2)
			}
		}
		for n, at := 0, 0; n < 5; n++ {
			var m Machine
			m.Meter = &allowance{1e6, 1e7}
			m.Set(p, text, len(text), wide)
			ok, err := m.Find(Search, at, n > 0)
			if err != nil || !ok {
				break
			}
			if m.Regs[1] < at || n > 0 && m.Regs[1] == at {
				t.Fatalf("%q %q: a match before %d", pattern, text, at)
			}
			at = m.Regs[1]
		}
		_ = Template(text, true, p, testEnv, func(string, int) {})
	})
}

func find(p *Prog, text string, wide bool, mode Mode) (bool, []int, error) {
	m := Machine{Meter: &allowance{1e6, 1e7}}
	m.Set(p, text, len(text), wide)
	ok, err := m.Find(mode, 0, false)
	return ok, m.Regs, err
}

func BenchmarkWords(b *testing.B) {
	p := mustCompile(b, `\w+`, 0)
	text := strings.Repeat("the quick brown fox ", 100)
	var m Machine
	for b.Loop() {
		m.Set(p, text, len(text), false)
		for at := 0; ; at = m.Regs[1] {
			if ok, _ := m.Find(Search, at, false); !ok {
				break
			}
		}
	}
}

func BenchmarkLine(b *testing.B) {
	p := mustCompile(b, `^(\w+)-(\d+)\s+(GET|PUT|POST)\s+(/[a-z/]*)\s+(\d\d\d)$`, 0)
	text := "host-12345   GET /status/all  234"
	var m Machine
	for b.Loop() {
		m.Set(p, text, len(text), false)
		if ok, _ := m.Find(Match, 0, false); !ok {
			b.Fatal("no match")
		}
	}
}
