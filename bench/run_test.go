package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestPrograms: all programs measure in the same way, so their last part must be the same text.
func TestPrograms(t *testing.T) {
	const mark = "\n# The clock: "
	files, err := filepath.Glob("programs/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	first := ""
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		head, tail, found := strings.Cut(string(text), mark)
		if first == "" {
			first = tail
		}
		if !found || tail != first {
			t.Errorf("%s does not end like %s", file, files[0])
		}
		if !strings.HasPrefix(head, "# ") {
			t.Errorf("%s does not start with a comment saying what it measures", file)
		}
	}
}

func TestTable(t *testing.T) {
	ms := func(n ...int) outcome {
		o := outcome{result: "1"}
		for _, x := range n {
			o.times = append(o.times, time.Duration(x)*time.Millisecond)
		}
		return o
	}
	rows := []row{
		{program: "a", outcomes: []outcome{ms(30, 10, 20), ms(40)}},
		{program: "b", outcomes: []outcome{ms(1, 3), ms(16, 16)}},
		{program: "c", outcomes: []outcome{ms(1), {err: errSkip}}},
		{program: "d", outcomes: []outcome{{err: os.ErrInvalid}, ms(5)}},
		{program: "e", outcomes: []outcome{ms(5), ms(5)}, differs: true},
	}
	var got strings.Builder
	writeMarkdown(&got, table(rows, []peer{{name: "x"}, {name: "y"}}))
	const want = `| program | x | y | × |
| --- | ---: | ---: | ---: |
| a | 20.0 | 40.0 | 2.00 |
| b | 2.0 | 16.0 | 8.00 |
| c | 1.0 | – | – |
| d | failed | 5.0 | – |
| e | differs | differs | – |
| geometric mean |  | of 2 | 4.00 |
`
	if got.String() != want {
		t.Errorf("got\n%s", got.String())
	}
}
