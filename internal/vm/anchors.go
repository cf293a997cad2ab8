package vm

import (
	"strings"

	"github.com/woma-lang/woma/internal/syntax"
	"github.com/woma-lang/woma/py"
)

// Anchors finds the operator, or the brackets, of the expression that segment is.
func (machine) Anchors(segment string) (a py.Anchors, ok bool) {
	tree, err := syntax.Parse([]byte("(\n"+segment+"\n)"), "<segment>", syntax.Exec, syntax.Options{})
	if err != nil || len(tree.Body) != 1 {
		return a, false
	}
	st, isExpr := tree.Body[0].(*syntax.ExprStmt)
	if !isExpr {
		return a, false
	}
	lines := strings.Split(segment, "\n")
	// Positions in the tree are one line further down, counted from 1.
	end := func(e syntax.Expr) (line, col int) { s := e.Span(); return int(s.EndLine) - 2, int(s.EndCol) }
	skip := func(line, col int, to string) (int, int, bool) {
		for line < len(lines) {
			for col < len(lines[line]) {
				c := lines[line][col]
				if c == '#' {
					break
				}
				if c != ' ' && c != '\t' && c != '\\' && c != '\f' && (to == "" && c != ')' || to != "" && strings.IndexByte(to, c) >= 0) {
					return line, col, true
				}
				col++
			}
			line, col = line+1, 0
		}
		return 0, 0, false
	}
	switch e := st.Value.(type) {
	case *syntax.BinOp:
		line, col := end(e.Left)
		if line, col, ok = skip(line, col, ""); !ok {
			return a, false
		}
		right := e.Right.Span()
		width := 1
		if text := lines[line]; col+1 < len(text) && (line < int(right.Line)-2 || col+1 < int(right.Col)) &&
			strings.IndexByte(" \t\f\\#", text[col+1]) < 0 {
			width = 2
		}
		return py.Anchors{LeftLine: line, LeftCol: col, RightLine: line, RightCol: col + width}, true
	case *syntax.Subscript:
		line, col := end(e.Value)
		if line, col, ok = skip(line, col, "["); !ok {
			return a, false
		}
		endLine, endCol := end(e)
		return py.Anchors{LeftLine: line, LeftCol: col, RightLine: endLine, RightCol: endCol}, true
	case *syntax.Call:
		line, col := end(e.Func)
		if line, col, ok = skip(line, col, "("); !ok {
			return a, false
		}
		endLine, endCol := end(e)
		return py.Anchors{LeftLine: line, LeftCol: col, RightLine: endLine, RightCol: endCol}, true
	}
	return a, false
}

// IsCallStatement reports whether the statement is `return f(…)` or `x = f(…)` and
// the place is the call: carets would only repeat the line.
func (machine) IsCallStatement(source string, line, col, endLine, endCol int) bool {
	tree, err := syntax.Parse([]byte(source), "<line>", syntax.Exec, syntax.Options{})
	if err != nil {
		// A return outside a function is no error to the parser, but half a statement is.
		return false
	}
	if len(tree.Body) == 0 {
		return true
	}
	var call syntax.Expr
	switch s := tree.Body[0].(type) {
	case *syntax.Return:
		if c, ok := s.Value.(*syntax.Call); ok {
			if _, ok := c.Func.(*syntax.Name); ok {
				call = c
			}
		}
	case *syntax.Assign:
		if c, ok := s.Value.(*syntax.Call); ok {
			call = c
		}
	}
	if call == nil {
		return false
	}
	s := call.Span()
	return int(s.Line)-1 == line && int(s.Col) == col && int(s.EndLine)-1 == endLine && int(s.EndCol) == endCol
}

// VisibleNames are the local and global names of a code object, for suggestions.
func (c *Code) VisibleNames() []string {
	var out []string
	for _, n := range c.bc.LocalNames {
		if n != "" && n[0] != '.' {
			out = append(out, n)
		}
	}
	out = append(out, c.bc.FreeNames...)
	if c.globals != nil {
		for _, k := range c.globals.Keys() {
			if s, ok := py.AsStr(k); ok {
				out = append(out, s.String())
			}
		}
	}
	return out
}
