package bytecode

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// operations returns the names of the operations declared in op.go.
func operations(t *testing.T) []string {
	f, err := parser.ParseFile(token.NewFileSet(), "op.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		first, ok := g.Specs[0].(*ast.ValueSpec)
		if !ok {
			continue
		}
		if id, ok := first.Type.(*ast.Ident); !ok || id.Name != "Op" {
			continue
		}
		for _, s := range g.Specs {
			for _, n := range s.(*ast.ValueSpec).Names {
				if n.Name != "NumFast" && n.Name != "NumOps" {
					names = append(names, n.Name)
				}
			}
		}
	}
	return names
}

// selected returns the names X in bytecode.X that the Go files of a package use:
// all of them, and those that stand in a case of a switch.
func selected(t *testing.T, dir string) (used, cases map[string]bool, files int) {
	used, cases = make(map[string]bool), make(map[string]bool)
	list, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range list {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		files++
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		note := func(m map[string]bool) func(ast.Node) bool {
			return func(n ast.Node) bool {
				if s, ok := n.(*ast.SelectorExpr); ok {
					if x, ok := s.X.(*ast.Ident); ok && x.Name == "bytecode" {
						m[s.Sel.Name] = true
					}
				}
				return true
			}
		}
		ast.Inspect(f, note(used))
		ast.Inspect(f, func(n ast.Node) bool {
			if c, ok := n.(*ast.CaseClause); ok {
				for _, e := range c.List {
					ast.Inspect(e, note(cases))
				}
			}
			return true
		})
	}
	return used, cases, files
}

// derived says whether the compiler makes an operation from another one by its
// number: Inplace operations and fused branches.
func derived(name string) bool {
	return strings.HasPrefix(name, "Inplace") || strings.HasPrefix(name, "Jump")
}

func TestOperations(t *testing.T) {
	names := operations(t)
	rows := 0
	for op := range Table {
		if Table[op].Name != "" {
			rows++
		}
	}
	if rows != len(names) {
		t.Errorf("%d operations, %d rows", len(names), rows)
	}
	have := make(map[string]Op)
	for op := range Table {
		have[Table[op].Name] = Op(op)
	}
	emitted, _, files := selected(t, "../compile")
	if files == 0 {
		t.Error("no compiler")
	}
	_, cases, vmFiles := selected(t, "../vm")
	for _, n := range names {
		op, ok := have[n]
		if !ok {
			t.Errorf("%s has no row", n)
			continue
		}
		if ops := Table[op].Operands; len(ops) < 2 || len(ops) > 3 || strings.Trim(ops, "rwkKigjJnlfschu-") != "" {
			t.Errorf("%s has operands %q", n, ops)
		}
		if !emitted[n] && !derived(n) && n != "Nop" {
			t.Errorf("%s is not emitted by internal/compile", n)
		}
		if vmFiles > 0 && !cases[n] {
			t.Errorf("%s has no case in internal/vm", n)
		}
	}
	if NumOps > 250 {
		t.Errorf("%d operations: the VM needs the numbers from 250 on", NumOps)
	}
}

func TestLines(t *testing.T) {
	pos := []Span{{1, 0, 1, 5}, {1, 0, 1, 5}, {3, 4, 7, 2}, {2, 100, 2, 103}, {2, -1, 2, -1}, {0, 0, 0, 0}}
	c := &Code{Lines: EncodeLines(pos), FirstLine: 9}
	for i, want := range pos {
		var got Span
		got.Line, got.Col, got.EndLine, got.EndCol = c.Position(i)
		if got != want {
			t.Errorf("%d: got %v, want %v", i, got, want)
		}
	}
	if l, _, _, _ := c.Position(len(pos)); l != 9 {
		t.Error("position past the end")
	}
}

// TestVerify breaks a sound code object in many ways.
func TestVerify(t *testing.T) {
	good := func() *Code {
		return &Code{Name: "f", NumRegs: 3, NumVars: 1, LocalNames: []string{"a"}, ArgCount: 1, Consts: []Const{{Kind: ConstNone}},
			Names: []string{"x"}, Sites: []Site{{}}, GlobalNames: []string{"g"},
			Instrs: []Instr{{LoadGlobal, 2, 0, 0}, {Call, 0, 2, 0}, {JumpIfTrue, 0, 0, 1}, {LoadAttr, 1, 0, 0}, {Return, 1, 0, 0}}}
	}
	if err := Verify(good()); err != nil {
		t.Fatal(err)
	}
	for what, spoil := range map[string]func(c *Code){
		"no registers": func(c *Code) { c.NumRegs = 0 },
		"no code":      func(c *Code) { c.Instrs = nil },
		"register":     func(c *Code) { c.Instrs[3].A = 3 },
		"window":       func(c *Code) { c.Instrs[1].B = 0 },
		"arguments":    func(c *Code) { c.Instrs[1].C = 1 },
		"jump":         func(c *Code) { c.Instrs[2].C = 2 },
		"jump back":    func(c *Code) { c.Instrs[2].C = 0xfffc },
		"site":         func(c *Code) { c.Instrs[3].C = 1 },
		"global":       func(c *Code) { c.Instrs[0].B = 1 },
		"end":          func(c *Code) { c.Instrs = c.Instrs[:4] },
		"operation":    func(c *Code) { c.Instrs[0].Op = NumOps },
		"handler":      func(c *Code) { c.Handlers = []Handler{{0, 9, 0, 0}} },
		"handler reg":  func(c *Code) { c.Handlers = []Handler{{0, 1, 0, 3}} },
		"region":       func(c *Code) { c.ExcRegions = []ExcRegion{{1, 1, 0}} },
		"site name":    func(c *Code) { c.Sites[0].Name = 1 },
		"child":        func(c *Code) { c.Children = []*Code{{Name: "g"}} },
		"doc":          func(c *Code) { c.Doc = true },
		"shape":        func(c *Code) { c.CallShapes = []CallShape{{Names: []int32{1}, Site: -1}} },
	} {
		c := good()
		spoil(c)
		if Verify(c) == nil {
			t.Errorf("%s: not noticed", what)
		}
	}
}
