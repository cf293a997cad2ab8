package compile

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/woma-lang/woma/internal/syntax"
)

// errorSources returns the sources of the table.
func errorSources(t testing.TB) []string {
	b, err := os.ReadFile("testdata/errors.txt")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(b), "\n----\n")
}

// TestErrors compares messages and places with those of CPython 3.13, which
// testdata/errors.py wrote to errors.exp.
func TestErrors(t *testing.T) {
	f, err := os.Open("testdata/errors.exp")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	same, bad := 0, 0
	for sc.Scan() {
		var src, msg string
		var want syntax.Span
		row := []any{&src, &msg, &want.Line, &want.Col, &want.EndLine, &want.EndCol}
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		var got syntax.Error
		if _, err := compileSource([]byte(src), Options{Filename: "<s>"}); err != nil {
			got = *err.(*syntax.Error)
		}
		if got.Msg == msg && got.Span == want {
			same++
			continue
		}
		bad++
		t.Errorf("%s\n got %q %v\nwant %q %v", src, got.Msg, got.Span, msg, want)
	}
	t.Logf("%d same, %d differ", same, bad)
}
