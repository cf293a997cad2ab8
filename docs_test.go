package woma_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every block of Python in docs that is followed by a block of output is run, in a folder
// of its own, and must print that.
func TestDocs(t *testing.T) {
	files, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = string(b)
	}
	t.Chdir(t.TempDir())
	ran := 0
	for file, text := range texts {
		line := 1
		for {
			before, rest, found := strings.Cut(text, "```python\n")
			if !found {
				break
			}
			line += strings.Count(before, "\n") + 1
			program, after, _ := strings.Cut(rest, "```\n")
			want, found := strings.CutPrefix(after, "```output\n")
			if found {
				want, after, _ = strings.Cut(want, "```\n")
				ran++
				var out, stderr bytes.Buffer
				in, err := newHosted(&out, &stderr, file)
				if err != nil {
					t.Fatal(err)
				}
				ctx, cancel := context.WithTimeout(context.Background(), timeLimit)
				if err := in.Exec(ctx, program, file); err != nil {
					t.Errorf("%s:%d: %s", file, line, in.Traceback(err))
				}
				if err := in.CloseContext(ctx); err != nil {
					t.Error(err)
				}
				cancel()
				if out.String() != want {
					t.Errorf("%s:%d prints\n%s%s", file, line, out.String(), difference(out.String(), want))
				}
			}
			line += strings.Count(rest, "\n") - strings.Count(after, "\n")
			text = after
		}
	}
	if ran < 6 {
		t.Errorf("%d programs were found", ran)
	}
	if left, err := os.ReadDir("."); err != nil || len(left) > 0 {
		t.Errorf("the programs leave files behind: %v %v", left, err)
	}
}
