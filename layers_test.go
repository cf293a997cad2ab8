package woma_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"testing"
)

// layers says what each package may import of this module. "x/*" stands for the
// packages below x; a package is matched by the first row that fits.
var layers = []struct {
	pkg     string
	imports string
}{
	{"py", "internal/fmath internal/stack"},
	{"hal", ""},
	{"hal/*", "hal"},
	{"internal/syntax", ""},
	{"internal/bytecode", ""},
	{"internal/compile", "internal/syntax internal/bytecode"},
	{"internal/vm", "internal/jit internal/compile internal/syntax internal/bytecode internal/uniname py"},
	{"internal/hostfs", "py"},
	{"internal/recipes", "internal/ciphers internal/weierstrass"},
	{"internal/ciphers", "internal/stack"},
	{"internal/*", ""}, // protocols and formats without any Python in them
	{"modules/*", "py hal internal/*"},
	{"modules/*/*", "py hal internal/*"}, // os.path, collections.abc
	{"stdlib", "py modules/* modules/*/* stdlib/core"},
	{"stdlib/core", "py modules/* modules/*/*"},
	{".", "internal/vm py hal"},
	{"repl", ". py"},
	{"cmd/*", "* . */* internal/* modules/* hal/*"},
	{"bench", ". stdlib"},
	{"bench/*", "."},
}

// forbidden are packages of Go's library and others that cost more than they give.
// The numbers stand in RATIONALE.md.
var forbidden = []string{"text/template", "html/template", "encoding/gob", "net/rpc", "plugin", "C"}

func TestLayers(t *testing.T) {
	const module = "github.com/woma-lang/woma"
	fset := token.NewFileSet()
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || len(d.Name()) > 1 && d.Name()[0] == '.') {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		pkg := path.Dir(filepath.ToSlash(file))
		f, err := parser.ParseFile(fset, file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range f.Imports {
			imp := strings.Trim(spec.Path.Value, `"`)
			for _, bad := range forbidden {
				if imp == bad {
					t.Errorf("%s imports %s", file, imp)
				}
			}
			if imp != module && !strings.HasPrefix(imp, module+"/") {
				continue
			}
			imp = strings.TrimPrefix(strings.TrimPrefix(imp, module), "/")
			if imp == "" {
				imp = "."
			}
			if imp != pkg && !mayImport(pkg, imp) {
				t.Errorf("%s: package %s may not import %s", file, pkg, imp)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func mayImport(pkg, imp string) bool {
	for _, row := range layers {
		if !fits(row.pkg, pkg) {
			continue
		}
		for _, pattern := range strings.Fields(row.imports) {
			if fits(pattern, imp) && !(strings.HasPrefix(pkg, "modules/") && engine[imp]) {
				return true
			}
		}
		return false
	}
	return false
}

// engine are the packages under internal that are no protocols.
var engine = map[string]bool{"internal/syntax": true, "internal/compile": true, "internal/bytecode": true, "internal/vm": true, "internal/hostfs": true}

func fits(pattern, pkg string) bool {
	ok, _ := path.Match(pattern, pkg)
	return ok
}
