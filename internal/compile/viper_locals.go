package compile

import "github.com/woma-lang/woma/internal/syntax"

// viperNames gathers the names that a function binds.
type viperNames struct {
	assigned map[string]bool // by assignments and loops
	other    map[string]bool // in any other way
}

// assignedOnly returns the locals of f that nothing but assignments and loops bind:
// those whose type is known from there.
func assignedOnly(f *syntax.FunctionDef) map[string]bool {
	n := &viperNames{assigned: map[string]bool{}, other: map[string]bool{}}
	n.body(f.Body)
	for name := range n.other {
		delete(n.assigned, name)
	}
	return n.assigned
}

func (n *viperNames) target(e syntax.Expr) {
	switch e := e.(type) {
	case *syntax.Name:
		n.assigned[e.ID] = true
	case *syntax.Tuple:
		for _, x := range e.Elts {
			n.target(x)
		}
	case *syntax.List:
		for _, x := range e.Elts {
			n.target(x)
		}
	case *syntax.Starred:
		n.target(e.Value)
	}
}

func (n *viperNames) body(body []syntax.Stmt) {
	for _, s := range body {
		switch s := s.(type) {
		case *syntax.Assign:
			for _, t := range s.Targets {
				n.target(t)
			}
		case *syntax.AugAssign:
			n.target(s.Target)
		case *syntax.For:
			n.target(s.Target)
			n.body(s.Body)
			n.body(s.Orelse)
		case *syntax.While:
			n.body(s.Body)
			n.body(s.Orelse)
		case *syntax.If:
			n.body(s.Body)
			n.body(s.Orelse)
		case *syntax.With:
			for _, it := range s.Items {
				n.elsewhere(it.OptionalVars)
			}
			n.body(s.Body)
		case *syntax.Try:
			n.body(s.Body)
			for _, h := range s.Handlers {
				n.other[h.Name] = true
				n.body(h.Body)
			}
			n.body(s.Orelse)
			n.body(s.Finalbody)
		case *syntax.AnnAssign:
			if s.Value != nil {
				n.target(s.Target)
			}
		case *syntax.Delete:
			for _, t := range s.Targets {
				n.elsewhere(t)
			}
		case *syntax.Global:
			n.names(s.Names)
		case *syntax.Nonlocal:
			n.names(s.Names)
		case *syntax.FunctionDef:
			n.other[s.Name] = true
		case *syntax.AsyncFunctionDef:
			n.other[s.Name] = true
		case *syntax.ClassDef:
			n.other[s.Name] = true
		case *syntax.Import:
			n.aliases(s.Names)
		case *syntax.ImportFrom:
			n.aliases(s.Names)
		}
	}
}

// elsewhere notes a target that is no assignment's.
func (n *viperNames) elsewhere(e syntax.Expr) {
	if e == nil {
		return
	}
	was := n.assigned
	n.assigned = n.other
	n.target(e)
	n.assigned = was
}

func (n *viperNames) names(names []string) {
	for _, name := range names {
		n.other[name] = true
	}
}

func (n *viperNames) aliases(names []*syntax.Alias) {
	for _, a := range names {
		name := a.Asname
		if name == "" {
			name = a.Name
		}
		n.other[name] = true
	}
}
