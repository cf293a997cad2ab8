package syntax

import (
	"strings"
	"testing"
)

func mustParse(t *testing.T, src string) *Module {
	t.Helper()
	m, err := Parse([]byte(src), "<s>", Exec, testOptions())
	if err != nil {
		t.Fatalf("%.40q: %v", src, err)
	}
	return m
}

// TestDepth: deep nesting is an error, long chains are not.
func TestDepth(t *testing.T) {
	const n = 100000
	for _, src := range []string{
		"a" + strings.Repeat("+a", n),
		"a" + strings.Repeat(" and a", n),
		"a" + strings.Repeat("<a", n),
		"a" + strings.Repeat(".a", n),
		"a" + strings.Repeat("()", n),
		"x = [" + strings.Repeat("1,", n) + "]",
		"if a: b\n" + strings.Repeat("elif a: b\n", n),
		strings.Repeat("a = ", n) + "b",
		strings.Repeat("'a' ", n),
		"f'" + strings.Repeat("{a}", n) + "'",
	} {
		mustParse(t, src)
	}
	for _, c := range []struct{ src, want string }{
		{strings.Repeat("(", 10000), "too many nested parentheses"},
		{strings.Repeat("[", 10000) + "1", "too many nested parentheses"},
		{strings.Repeat("-", 10000) + "1", "Parser stack overflowed - Python source too complex to parse"},
		{strings.Repeat("not ", 10000) + "1", "Parser stack overflowed - Python source too complex to parse"},
		{strings.Repeat("2**", 10000) + "1", "Parser stack overflowed - Python source too complex to parse"},
		{strings.Repeat("lambda:", 10000) + "1", "Parser stack overflowed - Python source too complex to parse"},
		{strings.Repeat("1 if 1 else ", 10000) + "1", "Parser stack overflowed - Python source too complex to parse"},
		{strings.Repeat("-", 2900) + "1 1", "invalid syntax"},
		{strings.Repeat("f'{", 200) + "1", "too many nested f-strings"},
	} {
		_, err := Parse([]byte(c.src), "<s>", Exec, Options{})
		if err == nil || err.(*Error).Msg != c.want {
			t.Errorf("%.20q: %v, want %s", c.src, err, c.want)
		}
	}
	var b strings.Builder
	for i := range 10000 {
		b.WriteString(strings.Repeat(" ", i) + "if a:\n")
		if i > 200 {
			break
		}
	}
	if _, err := Parse([]byte(b.String()), "<s>", Exec, Options{}); err == nil || err.(*Error).Msg != "too many levels of indentation" {
		t.Errorf("nested if: %v", err)
	}
}

// TestIncomplete: what a prompt must ask another line for.
func TestIncomplete(t *testing.T) {
	for src, want := range map[string]string{
		"x": "ok", "x = 1": "ok", "x; y": "ok", "": "ok", "x = (": "more", "x = (1,\n2": "more", "x = (1,\n2)": "ok",
		"if x:": "more", "if x: y": "more", "if x: y\n": "ok", "if x:\n  y": "more", "if x:\n  y\n": "ok", "if x:\nelse": "error",
		"'''a": "more", "'''a\nb'''": "ok", "'a": "error", "f'''{x": "more", "x y": "error", "x = 1 +": "error", "x \\": "more",
		"@a": "more", "def f():\n  x\n\n": "ok", "try:\n  x": "more", "try:\n  x\nexcept: y\n": "ok", "a\nb": "error",
		"class A:": "more", "for x in y:\n  z\nelse:": "more", ")": "error", "match x:": "more", "# c": "ok", "pass # c": "ok",
	} {
		_, err := Parse([]byte(src), "<s>", Single, Options{Prompt: true})
		got := "ok"
		if err != nil {
			got = "error"
			if err.(*Error).Incomplete {
				got = "more"
			}
		}
		if got != want {
			t.Errorf("%q: %s (%v), want %s", src, got, err, want)
		}
	}
}

// TestTemplates: t-strings (PEP 750), which CPython 3.13 can't check.
func TestTemplates(t *testing.T) {
	for src, want := range map[string]string{
		"t'a{x}b'": `Module([Expr@1:0-1:8(TemplateStr@1:0-1:8([Constant@1:2-1:3(s"a"),Interpolation@1:3-1:6(Name@1:4-1:5("x",Load),"x",-1,-),Constant@1:6-1:7(s"b")]))])`,
		"t'{ x = !r:>{w}}' T''": `Module([Expr@1:0-1:21(TemplateStr@1:0-1:21([Constant@1:3-1:8(s" x = "),Interpolation@1:2-1:16(Name@1:4-1:5("x",Load)," x",114,` +
			`JoinedStr@1:10-1:15([Constant@1:11-1:12(s">"),FormattedValue@1:12-1:15(Name@1:13-1:14("w",Load),-1,-)]))]))])`,
	} {
		if got := dumpModule(mustParse(t, src)); got != want {
			t.Errorf("%s\n got %s\nwant %s", src, got, want)
		}
	}
	for src, want := range map[string]string{
		"t'a' 'b'": "cannot mix t-string literals with string or bytes literals",
		"t'{}'":    "t-string: valid expression required before '}'",
		"t'{a'":    "t-string: expecting '}'",
		"t'a":      "unterminated t-string literal (detected at line 1)",
		"bt'a'":    "invalid syntax",
	} {
		if _, err := Parse([]byte(src), "<s>", Exec, Options{}); err == nil || err.(*Error).Msg != want {
			t.Errorf("%s: %v, want %s", src, err, want)
		}
	}
}

// TestSource: encodings, newlines and warnings.
func TestSource(t *testing.T) {
	for src, want := range map[string]string{
		"\xef\xbb\xbfx\n":                       "",
		"# coding: latin-1\nx = '\xe9'":         "",
		"#!/bin/sh\n# -*- coding: UTF-8 -*-\nx": "",
		"# coding: foo\nx":                      "unknown encoding: foo",
		"x = '\xe9'":                            "(unicode error) 'utf-8' codec can't decode byte 0xe9 in position 5: invalid continuation byte",
		"x = 1\r\ny = '''a\r\nb'''\rz\r":        "",
		"x\x00":                                 "source code string cannot contain null bytes",
		"\fx = 1\n\f  # c\ny":                   "",
		"\n\n  # c\n\t\n":                       "",
	} {
		_, err := Parse([]byte(src), "<s>", Exec, Options{})
		if got := ""; err != nil {
			if got = err.(*Error).Msg; got != want {
				t.Errorf("%q: %s, want %s", src, got, want)
			}
		} else if want != "" {
			t.Errorf("%q: no error, want %s", src, want)
		}
	}
	m := mustParse(t, "'\\d'\nb'\\8'\n1if 1else 2\nf'\\{x}\\q'\n'\\777'\n")
	var msgs []string
	for _, w := range m.Warnings {
		msgs = append(msgs, w.Msg)
	}
	got := strings.Join(msgs, "; ")
	want := `invalid escape sequence '\d'; invalid escape sequence '\8'; invalid decimal literal; invalid decimal literal; ` +
		`invalid escape sequence '\{'; invalid escape sequence '\q'; invalid octal escape sequence '\777'`
	if got != want {
		t.Errorf("warnings %s\nwant %s", got, want)
	}
}

func BenchmarkParse(b *testing.B) {
	var src []byte
	for _, name := range []string{"tree_stmt", "tree_expr", "tree_match", "tree_literals"} {
		src = append(src, readTestdata(b, name+".py")...)
	}
	for len(src) < 1<<20 {
		src = append(src, src...)
	}
	opts := testOptions()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse(src, "<s>", Exec, opts); err != nil {
			b.Fatal(err)
		}
	}
}
