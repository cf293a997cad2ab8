package compile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/woma-lang/woma/internal/bytecode"
)

// TestGolden compares listings of small programs with those that were read and
// found good. WOMA_UPDATE=1 writes them anew.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.py")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		code, err := compileSource(src, Options{Filename: name, LocalsAreGlobals: true})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := bytecode.Verify(code); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		got := bytecode.Disassemble(code)
		golden := strings.TrimSuffix(name, ".py") + ".dis"
		if os.Getenv("WOMA_UPDATE") != "" {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil || string(want) != got {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}
