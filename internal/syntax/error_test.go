package syntax

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"
)

// TestErrors compares messages and places with those of CPython 3.13, which
// testdata/errors.py wrote to errors.exp.
func TestErrors(t *testing.T) {
	name := "testdata/errors.exp"
	if other := os.Getenv("WOMA_SYNTAX_ERRORS"); other != "" {
		name = other
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	same, bad := 0, 0
	for sc.Scan() {
		var mode, src, kind, msg string
		var want Span
		row := []any{&mode, &src, &kind, &msg, &want.Line, &want.Col, &want.EndLine, &want.EndCol}
		if err := json.Unmarshal(sc.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		m := map[string]Mode{"exec": Exec, "eval": Eval, "single": Single}[mode]
		opts := testOptions()
		opts.IsText = true
		_, err := Parse([]byte(src), "<s>", m, opts)
		var got Error
		gotKind := ""
		if err != nil {
			got = *err.(*Error)
			gotKind = got.Kind.String()
		}
		if gotKind == kind && got.Msg == msg && (got.Span == want || kind == "MemoryError") {
			same++
			continue
		}
		bad++
		t.Errorf("%s %.150q\n got %s: %s %v\nwant %s: %s %v", mode, src, gotKind, got.Msg, got.Span, kind, msg, want)
	}
	t.Logf("%d same, %d differ", same, bad)
}
