package compile

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// FuzzCompile checks that compiling never panics and that what it makes is sound.
func FuzzCompile(f *testing.F) {
	for _, pattern := range []string{"../../tests/*/*.py", "../../bench/programs/*.py"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			if src, err := os.ReadFile(name); err == nil {
				f.Add(src, byte(0))
			}
		}
	}
	for _, s := range errorSources(f) {
		f.Add([]byte(s), byte(len(s)))
	}
	f.Fuzz(func(t *testing.T, src []byte, how byte) {
		opts := Options{Filename: "<f>", Mode: syntax.Mode(how & 3 % 3), Optimize: int(how >> 2 % 3),
			LocalsAreGlobals: how&16 != 0, FutureAnnotations: how&32 != 0}
		code, err := compileSource(src, opts)
		if err != nil {
			return
		}
		if err := bytecode.Verify(code); err != nil {
			t.Fatal(err)
		}
		bytecode.Disassemble(code)
	})
}
