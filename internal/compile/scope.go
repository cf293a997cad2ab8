package compile

import (
	"slices"
	"strings"

	"github.com/woma-lang/woma/internal/syntax"
)

// scopeKind says what a scope belongs to.
type scopeKind uint8

const (
	scopeModule scopeKind = iota
	scopeFunction
	scopeClass
	scopeTypeParams // the type parameters of a generic function, class or alias
	scopeTypeAlias  // the value of a type statement
	scopeTypeVar    // bound or default of a type parameter
	scopeAnnotation // annotations under `from __future__ import annotations`: never compiled
)

// compKind says which comprehension a scope is.
type compKind uint8

const (
	compNone compKind = iota
	compList
	compSet
	compDict
	compGen
)

// symFlag says how a scope uses a name.
type symFlag uint16

const (
	symGlobal symFlag = 1 << iota
	symNonlocal
	symLocal
	symParam
	symUse
	symAnnot
	symCompIter
	symTypeParam
	symImport

	symBound = symLocal | symParam | symTypeParam | symImport
)

// resolution is where a name of a scope is found.
type resolution uint8

const (
	resNone resolution = iota
	resLocal
	resCell
	resFree
	resGlobalExplicit
	resGlobalImplicit
)

type symbol struct {
	name  string
	flags symFlag
	res   resolution
}

// directive is the place of a global or nonlocal statement about a name.
type directive struct {
	name string
	span syntax.Span
}

// scope is one block of code with its own names. Comprehensions have scopes
// too, although all but generator expressions are compiled into the code around
// them (PEP 709).
type scope struct {
	kind      scopeKind
	comp      compKind
	name      string
	what      string // scopeTypeVar: for error messages
	parent    *scope
	syms      map[string]*symbol
	order     []*symbol
	params    []string
	children  []*scope
	free      []string // names taken from enclosing scopes through the closure
	dirs      []directive
	span      syntax.Span
	generator bool
	coroutine bool
	async     bool // async def
	iterTarg  bool // visiting the target of a comprehension's for
	iterExpr  int  // visiting the iterables of comprehensions

	canSeeClass    bool // annotation scope directly inside a class
	needsClass     bool // class: has the cell __class__
	needsClassdict bool // class: has the cell __classdict__
	annotations    bool // module, class: annotates a variable
	walrus         bool // := occurs, comprehensions inside included
	usesLocals     bool // locals(), eval() and the like occur
}

// functionLike says whether names of the scope live in registers.
func (s *scope) functionLike() bool { return s.kind != scopeModule && s.kind != scopeClass }

// inlined says whether the scope is compiled into the code around it.
func (s *scope) inlined() bool { return s.comp != compNone && s.comp != compGen }

// unit returns the scope whose code object holds the code of s.
func (s *scope) unit() *scope {
	for s.inlined() {
		s = s.parent
	}
	return s
}

func (s *scope) res(name string) resolution {
	if y := s.syms[name]; y != nil {
		return y.res
	}
	return resNone
}

func (s *scope) flags(name string) symFlag {
	if y := s.syms[name]; y != nil {
		return y.flags
	}
	return 0
}

// scopeKey finds the scope of a node; some nodes have several.
type scopeKey struct {
	node any
	sub  uint8
}

const (
	subBody uint8 = iota
	subTypeParams
	subDefault
	subFed // a generator expression compiled into the code around it
)

// mangle applies the rule for private names inside class private.
func mangle(private, name string) string {
	if private == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	private = strings.TrimLeft(private, "_")
	if private == "" {
		return name
	}
	return "_" + private + name
}

// resolve decides for every name of s and the scopes inside where it is found.
func (t *symtable) resolve(s *scope) {
	for i := 0; i < len(s.order); i++ {
		y := s.order[i]
		f := y.flags
		switch {
		case f&symGlobal != 0:
			if f&symNonlocal != 0 {
				t.failAt(s, y.name, "name '"+y.name+"' is nonlocal and global")
			}
			y.res = resGlobalExplicit
		case f&symNonlocal != 0:
			if s.kind == scopeModule {
				t.failAt(s, y.name, "nonlocal declaration not allowed at module level")
			}
			b := binder(s, y.name)
			if b == nil {
				t.failAt(s, y.name, "no binding for nonlocal '"+y.name+"' found")
			}
			if b.flags(y.name)&symTypeParam != 0 {
				t.failAt(s, y.name, "nonlocal binding not allowed for type parameter '"+y.name+"'")
			}
			y.res = resFree
			capture(s, b, y.name)
		case f&symBound != 0:
			if y.res != resCell {
				y.res = resLocal
			}
		default:
			y.res = resGlobalImplicit
			if b := binder(s, y.name); b != nil {
				y.res = resFree
				capture(s, b, y.name)
			}
		}
	}
	for _, c := range s.children {
		t.resolve(c)
	}
}

// binder returns the enclosing function that has name as a local variable, or
// the class whose implicit cell name is.
func binder(s *scope, name string) *scope {
	for p := s.parent; p != nil && p.kind != scopeModule; p = p.parent {
		if p.kind == scopeClass {
			if name == "__class__" || name == "__classdict__" {
				return p
			}
			continue
		}
		f := p.flags(name)
		if f&symGlobal != 0 {
			return nil
		}
		if f&symNonlocal == 0 && f&symBound != 0 {
			return p
		}
	}
	return nil
}

// capture makes name of scope b reachable from s.
func capture(s, b *scope, name string) {
	u, end := s.unit(), b.unit()
	if u == end {
		return
	}
	switch {
	case b.kind == scopeClass && name == "__class__":
		b.needsClass = true
	case b.kind == scopeClass:
		b.needsClassdict = true
	default:
		b.syms[name].res = resCell
	}
	for ; u != end; u = u.parent.unit() {
		if !slices.Contains(u.free, name) {
			u.free = append(u.free, name)
		}
	}
}
