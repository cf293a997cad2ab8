package syntax

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// dumper writes a tree in the form of testdata/dump.py.
type dumper struct{ b []byte }

func (d *dumper) str(s string) { d.b = append(d.b, s...) }

func (d *dumper) text(s string) {
	d.b = append(d.b, '"')
	for i := range len(s) {
		if c := s[i]; c >= 32 && c < 127 && c != '"' && c != '\\' {
			d.b = append(d.b, c)
		} else {
			d.b = fmt.Appendf(d.b, "\\x%02x", c)
		}
	}
	d.b = append(d.b, '"')
}

func (d *dumper) constant(c *Constant) {
	switch c.Kind {
	case ConstNone, ConstTrue, ConstFalse, ConstEllipsis:
		d.str([]string{"None", "True", "False", "Ellipsis"}[c.Kind])
	case ConstInt:
		d.str("i0x" + strconv.FormatInt(c.Int, 16))
	case ConstBigInt:
		d.str("i0x" + c.Big.Text(16))
	case ConstFloat:
		d.b = fmt.Appendf(d.b, "f%016x", math.Float64bits(c.Float))
	case ConstImag:
		d.b = fmt.Appendf(d.b, "j%016x", math.Float64bits(c.Float))
	case ConstStr:
		if c.U {
			d.str("u")
		}
		d.str("s")
		d.text(c.Str)
	case ConstBytes:
		d.str("b")
		d.text(c.Str)
	}
}

// optional are the string fields that CPython has as None when they are empty.
func optional(typ, field string) bool {
	switch typ + "." + field {
	case "ExceptHandler.Name", "Alias.Asname", "Keyword.Arg", "ImportFrom.Module", "MatchMapping.Rest",
		"MatchStar.Name", "MatchAs.Name":
		return true
	}
	return false
}

func (d *dumper) dump(v reflect.Value) {
	switch v.Kind() {
	case reflect.Interface, reflect.Pointer:
		if v.IsNil() {
			d.str("-")
			return
		}
		if c, ok := v.Interface().(*Constant); ok {
			d.head("Constant", c.Pos)
			d.str("(")
			d.constant(c)
			d.str(")")
			return
		}
		if c, ok := v.Interface().(*MatchSingleton); ok {
			d.head("MatchSingleton", c.Pos)
			d.str("(")
			d.constant(&Constant{Kind: c.Value})
			d.str(")")
			return
		}
		d.dump(v.Elem())
	case reflect.Slice:
		d.str("[")
		for i := range v.Len() {
			if i > 0 {
				d.str(",")
			}
			d.dump(v.Index(i))
		}
		d.str("]")
	case reflect.Struct:
		d.node(v)
	case reflect.String:
		d.text(v.String())
	case reflect.Bool:
		if v.Bool() {
			d.str("1")
		} else {
			d.str("0")
		}
	case reflect.Int:
		d.str(strconv.FormatInt(v.Int(), 10))
	case reflect.Uint8:
		d.str(v.Interface().(fmt.Stringer).String())
	}
}

func (d *dumper) head(name string, sp Span) {
	d.b = fmt.Appendf(d.b, "%s@%d:%d-%d:%d", name, sp.Line, sp.Col, sp.EndLine, sp.EndCol)
}

func (d *dumper) node(v reflect.Value) {
	t := v.Type()
	name := map[string]string{"ExprStmt": "Expr", "Comprehension": "comprehension", "Arguments": "arguments", "Arg": "arg",
		"Keyword": "keyword", "Alias": "alias", "WithItem": "withitem", "MatchCase": "match_case"}[t.Name()]
	if name == "" {
		name = t.Name()
	}
	d.str(name)
	if n, ok := v.Addr().Interface().(Node); ok && name != "comprehension" {
		sp := n.Span()
		d.b = fmt.Appendf(d.b, "@%d:%d-%d:%d", sp.Line, sp.Col, sp.EndLine, sp.EndCol)
	}
	open := false
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			continue
		}
		if !open {
			d.str("(")
			open = true
		} else {
			d.str(",")
		}
		if optional(t.Name(), f.Name) && v.Field(i).Len() == 0 {
			d.str("-")
			continue
		}
		if f.Name == "TypeParams" && name == "" {
			continue
		}
		d.dump(v.Field(i))
	}
	if open {
		d.str(")")
	}
}

func dumpModule(m *Module) string {
	var d dumper
	d.str("Module(")
	d.dump(reflect.ValueOf(m.Body))
	d.str(")")
	return string(d.b)
}

// testOptions knows the few named characters that testdata uses.
func testOptions() Options {
	names := map[string]rune{"BULLET": '•', "DIGIT ONE": '1', "LATIN SMALL LETTER A": 'a'}
	return Options{
		LookupName: func(name string) (rune, bool) {
			r, ok := names[strings.ToUpper(name)]
			return r, ok
		},
		NFKC: func(s string) string { return strings.ReplaceAll(s, "ﬁ", "fi") },
	}
}

// TestTrees compares the trees of testdata/*.py with those that CPython 3.13
// wrote to .exp files (see dump.py).
func TestTrees(t *testing.T) {
	files, _ := filepath.Glob("testdata/tree_*.py")
	if len(files) == 0 {
		t.Fatal("no testdata")
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(strings.TrimSuffix(f, ".py") + ".exp")
		if err != nil {
			t.Fatal(err)
		}
		m, err := Parse(src, f, Exec, testOptions())
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		compareDump(t, f, dumpModule(m), string(bytes.TrimSpace(want)))
	}
}

func compareDump(t *testing.T, name, got, want string) {
	if got == want {
		return
	}
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	from := max(0, i-120)
	t.Errorf("%s differs\n got …%.200s\nwant …%.200s", name, got[from:], want[from:])
}

// TestCorpus compares with trees of any files: WOMA_SYNTAX_LIST names a file
// of paths, WOMA_SYNTAX_EXP the folder where dump.py -o has put their trees.
func TestCorpus(t *testing.T) {
	list, exp := os.Getenv("WOMA_SYNTAX_LIST"), os.Getenv("WOMA_SYNTAX_EXP")
	if list == "" {
		t.Skip("for development only")
	}
	paths, err := os.ReadFile(list)
	if err != nil {
		t.Fatal(err)
	}
	same, bad := 0, 0
	opts := corpusOptions()
	for i, path := range strings.Fields(string(paths)) {
		src, _ := os.ReadFile(path)
		want, err := os.ReadFile(filepath.Join(exp, strconv.Itoa(i)+".exp"))
		if err != nil {
			t.Fatal(err)
		}
		m, perr := Parse(src, path, Exec, opts)
		got := ""
		if perr != nil {
			e := perr.(*Error)
			got = e.Kind.String() + ": " + e.Msg
		} else {
			got = dumpModule(m)
		}
		if got == string(want) {
			same++
			continue
		}
		if bad++; bad <= 15 {
			if perr != nil {
				t.Log(perr)
			}
			compareDump(t, path, got, string(want))
		}
	}
	t.Logf("%d same, %d differ", same, bad)
}

// corpusOptions reads the names of characters from the file WOMA_SYNTAX_NAMES:
// name, tab, code point.
func corpusOptions() Options {
	o := testOptions()
	names := map[string]rune{}
	b, _ := os.ReadFile(os.Getenv("WOMA_SYNTAX_NAMES"))
	for line := range strings.Lines(string(b)) {
		name, num, _ := strings.Cut(strings.TrimSpace(line), "\t")
		n, _ := strconv.Atoi(num)
		names[name] = rune(n)
	}
	o.LookupName = func(name string) (rune, bool) {
		r, ok := names[name]
		return r, ok
	}
	return o
}

func readTestdata(tb testing.TB, name string) []byte {
	b, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	return b
}
