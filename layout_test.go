package woma_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// maxLines is the length of a file that nobody wants to read. The dispatch loop has
// to be one function; tables are no prose.
const maxLines = 800

var longFiles = map[string]bool{
	"internal/vm/vm.go": true,
}

// goPackages maps the folders with Go files to their files.
func goPackages(t *testing.T) map[string][]string {
	t.Helper()
	pkgs := map[string][]string{}
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && len(d.Name()) > 1 && d.Name()[0] == '.' {
			return filepath.SkipDir
		}
		if strings.HasSuffix(path, ".go") {
			dir := filepath.ToSlash(filepath.Dir(path))
			pkgs[dir] = append(pkgs[dir], path)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pkgs
}

func TestFileSizes(t *testing.T) {
	for _, files := range goPackages(t) {
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.ToSlash(file)
			if n := bytes.Count(b, []byte("\n")); n > maxLines && !longFiles[name] && !strings.HasSuffix(name, "_table.go") && !strings.HasSuffix(name, "_tables.go") {
				t.Errorf("%s has %d lines, the limit is %d", name, n, maxLines)
			}
		}
	}
}

// Every package says what it is, every exported declaration has a comment.
func TestComments(t *testing.T) {
	fset := token.NewFileSet()
	for dir, files := range goPackages(t) {
		documented := false
		real := false
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			real = true
			f, err := parser.ParseFile(fset, file, nil, parser.ParseComments|parser.SkipObjectResolution)
			if err != nil {
				t.Error(err)
				continue
			}
			if f.Doc != nil {
				documented = true
			}
			if f.Name.Name != "main" {
				checkExported(t, fset, f)
			}
		}
		if real && !documented {
			t.Errorf("package %s has no package comment", dir)
		}
	}
}

func checkExported(t *testing.T, fset *token.FileSet, f *ast.File) {
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Doc == nil && d.Name.IsExported() && exportedReceiver(d) {
				t.Errorf("%s: %s has no comment", fset.Position(d.Pos()), d.Name.Name)
			}
		case *ast.GenDecl:
			if d.Doc != nil {
				continue
			}
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					if s.Name.IsExported() && s.Doc == nil {
						t.Errorf("%s: %s has no comment", fset.Position(s.Pos()), s.Name.Name)
					}
				case *ast.ValueSpec:
					if s.Names[0].IsExported() && s.Doc == nil && s.Comment == nil {
						t.Errorf("%s: %s has no comment", fset.Position(s.Pos()), s.Names[0].Name)
					}
				}
			}
		}
	}
}

func exportedReceiver(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	typ := d.Recv.List[0].Type
	for {
		switch x := typ.(type) {
		case *ast.StarExpr:
			typ = x.X
		case *ast.IndexExpr:
			typ = x.X
		case *ast.Ident:
			return x.IsExported()
		default:
			return true
		}
	}
}

// ARCHITECTURE.md names every folder, and none that is gone.
func TestArchitecture(t *testing.T) {
	b, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(b)
	if n := strings.Count(text, "\n"); n > 200 {
		t.Errorf("ARCHITECTURE.md has %d lines, the limit is 200", n)
	}
	for dir := range goPackages(t) {
		if dir == "." || strings.Contains(dir, "testdata") {
			continue
		}
		if !strings.Contains(text, "`"+dir+"`") && !strings.Contains(text, "`"+dir+"/`") {
			t.Errorf("ARCHITECTURE.md does not name `%s`", dir)
		}
	}
	for _, m := range regexp.MustCompile("`([a-z][a-z_0-9]*(?:/[a-z_0-9.]+)*/?)`").FindAllStringSubmatch(text, -1) {
		if !strings.Contains(m[1], "/") {
			continue
		}
		if _, err := os.Stat(m[1]); err != nil {
			t.Errorf("ARCHITECTURE.md names %s, which does not exist", m[1])
		}
	}
}

// init functions belong to the type tables of package py (and to nothing else).
func TestNoInit(t *testing.T) {
	fset := token.NewFileSet()
	for dir, files := range goPackages(t) {
		if dir == "py" {
			continue
		}
		for _, file := range files {
			f, err := parser.ParseFile(fset, file, nil, parser.SkipObjectResolution)
			if err != nil {
				continue
			}
			for _, d := range f.Decls {
				if fn, ok := d.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
					t.Errorf("%s: init function", fset.Position(fn.Pos()))
				}
			}
		}
	}
}
