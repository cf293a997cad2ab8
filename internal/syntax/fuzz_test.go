package syntax

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func seed(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.py")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	b, err := os.ReadFile("testdata/errors.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, s := range strings.Split(string(b), "%%\n") {
		f.Add([]byte(s))
	}
	for _, s := range []string{"t'a{x}b{y!r:>{w}}'", "t'{x = }' t'b'", "t'' 'a'", "# coding: latin-1\n'\xff'", "\xef\xbb\xbfx", "\xff"} {
		f.Add([]byte(s))
	}
}

// FuzzScan: the scanner comes to an end, and its tokens lie in the source.
func FuzzScan(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		text, bad := decodeSource(src, "<s>", Exec, Options{})
		if bad != nil {
			return
		}
		var s scanner
		s.reset(text, "<s>")
		last := int32(0)
		for n := 0; ; n++ {
			if n > 3*len(text)+300 {
				t.Fatal("too many tokens")
			}
			k := s.next()
			if k.kind == tError || k.kind == tEOF {
				return
			}
			if k.start < last || k.end < k.start || int(k.end) > len(text) {
				t.Fatalf("token %v out of order", k)
			}
			last = k.end
		}
	})
}

// FuzzParse: no panic, and positions lie in the source.
func FuzzParse(f *testing.F) {
	seed(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		for _, mode := range []Mode{Exec, Eval, Single} {
			m, err := Parse(src, "<s>", mode, testOptions())
			if err != nil {
				e := err.(*Error)
				if e.Msg == "" || e.Filename != "<s>" {
					t.Fatalf("empty error %+v", e)
				}
				if lines := int32(strings.Count(string(src), "\n") + strings.Count(string(src), "\r") + 1); e.Span.Line < 0 || e.Span.Line > lines {
					t.Fatalf("%v: line %d of %d", e, e.Span.Line, lines)
				}
				continue
			}
			for _, s := range m.Body {
				if sp := s.Span(); sp.Line < 1 || sp.Col < 0 || sp.EndLine < sp.Line || sp.EndLine == sp.Line && sp.EndCol < sp.Col {
					t.Fatalf("bad span %v of %T", sp, s)
				}
			}
		}
	})
}
