package compile

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

func parseOptions() syntax.Options {
	return syntax.Options{LookupName: func(string) (rune, bool) { return '?', true }}
}

// compileSource parses, compiles and verifies.
func compileSource(src []byte, opts Options) (*bytecode.Code, error) {
	m, err := syntax.Parse(src, opts.Filename, opts.Mode, parseOptions())
	if err != nil {
		return nil, err
	}
	return Compile(m, opts)
}

// TestLibrary compiles and verifies every module of CPython's library below
// $WOMA_CPYTHON_LIB.
func TestLibrary(t *testing.T) {
	root := os.Getenv("WOMA_CPYTHON_LIB")
	if root == "" {
		t.Skip("WOMA_CPYTHON_LIB is not set")
	}
	files, instrs := 0, 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".py") || strings.HasPrefix(d.Name(), "badsyntax") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		m, err := syntax.Parse(src, path, syntax.Exec, parseOptions())
		if err != nil {
			return nil // lib2to3's tests and the like
		}
		for _, opts := range []Options{{Filename: path}, {Filename: path, Optimize: 2, LocalsAreGlobals: true, FutureAnnotations: true}} {
			code, err := Compile(m, opts)
			if err != nil {
				t.Errorf("%s: %v", path, err)
				continue
			}
			if err := bytecode.Verify(code); err != nil {
				t.Errorf("%s: %v", path, err)
			}
			instrs += count(code)
		}
		files++
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	t.Logf("%d files, %d instructions", files, instrs)
}

func count(c *bytecode.Code) int {
	n := len(c.Instrs)
	for _, k := range c.Children {
		n += count(k)
	}
	return n
}
