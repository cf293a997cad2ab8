package core_test

import (
	"go/build"
	"path/filepath"
	"strings"
	"testing"

	"github.com/woma-lang/woma/stdlib/core"
)

// TestNoCryptography looks at all packages of this module that package core needs:
// none may import cryptography or the network, which would be linked into every
// program that embeds the core.
func TestNoCryptography(t *testing.T) {
	const module = "github.com/woma-lang/woma"
	seen := map[string]bool{}
	var visit func(pkg string)
	visit = func(pkg string) {
		if seen[pkg] {
			return
		}
		seen[pkg] = true
		p, err := build.ImportDir(filepath.Join("../..", strings.TrimPrefix(strings.TrimPrefix(pkg, module), "/")), 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, imp := range p.Imports {
			switch first, _, _ := strings.Cut(imp, "/"); {
			case imp == module || strings.HasPrefix(imp, module+"/"):
				visit(imp)
			case first == "crypto" || first == "net" || strings.Contains(imp, "."):
				t.Errorf("%s imports %s", pkg, imp)
			}
		}
	}
	visit(module)
	visit(module + "/stdlib/core")
	if len(seen) < 40 {
		t.Errorf("only %d packages were looked at", len(seen))
	}
}

// TestNames finds each module, and what an alias stands for.
func TestNames(t *testing.T) {
	names := map[string]bool{}
	for _, m := range core.Modules() {
		if names[m.Name] {
			t.Errorf("%s is there twice", m.Name)
		}
		names[m.Name] = true
	}
	for _, m := range core.Modules() {
		if m.AliasOf != "" && !names[m.AliasOf] {
			t.Errorf("%s stands for %s, which is not there", m.Name, m.AliasOf)
		}
	}
}
