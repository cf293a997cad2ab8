package compile

import (
	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/internal/syntax"
)

// blockKind is what a statement that break, continue or return leaves needs
// done on the way out.
type blockKind uint8

const (
	blockLoop       blockKind = iota // where break and continue go
	blockTry                         // body of try … except
	blockFinally                     // body of try … finally: run the finally body
	blockFinallyEnd                  // finally body while an exception is being handled
	blockHandler                     // except clauses
	blockCleanup                     // body of an except clause: unbind the name
	blockWith                        // body of with: call __exit__
	blockAsyncWith
	blockStar // except* clauses: must not be left
	blockComp // async for of a comprehension
)

// maxBlocks is CPython's limit on the nesting of blocks in a function.
const maxBlocks = 20

// block is a block that is being compiled.
type block struct {
	kind     blockKind
	span     syntax.Span
	brk, cnt label         // blockLoop
	final    []syntax.Stmt // blockFinally
	name     string        // blockCleanup
	reg      int           // blockWith: __exit__; handlers: the exception
	handler  *handler      // in force outside
	region   *region
}

func (u *unit) pushBlock(b block) {
	if len(u.blocks) >= maxBlocks+1 {
		u.fail(b.span, "too many statically nested blocks")
	}
	b.handler, b.region = u.handler, u.region
	u.blocks = append(u.blocks, b)
}

func (u *unit) popBlock() { u.blocks = u.blocks[:len(u.blocks)-1] }

// mustUnwind says whether leaving the blocks (down to the innermost loop, for
// break and continue) takes instructions.
func (u *unit) mustUnwind(toLoop bool) bool {
	for i := len(u.blocks) - 1; i >= 0; i-- {
		switch u.blocks[i].kind {
		case blockLoop:
			if toLoop {
				return false
			}
		case blockFinally, blockWith, blockAsyncWith:
			return true
		case blockCleanup:
			if u.blocks[i].name != "" {
				return true
			}
		}
	}
	return false
}

// unwind emits what leaving the blocks takes and calls then in the state outside.
// With toLoop it stops at the innermost loop, which it passes to then.
func (u *unit) unwind(toLoop bool, span syntax.Span, then func(loop *block)) {
	blocks, h, r, mark := u.blocks, u.handler, u.region, u.top
	var loop *block
	for len(u.blocks) > 0 {
		b := &u.blocks[len(u.blocks)-1]
		if toLoop && b.kind == blockLoop {
			loop = b
			u.handler, u.region = b.handler, b.region
			break
		}
		u.blocks = u.blocks[:len(u.blocks)-1]
		u.handler, u.region = b.handler, b.region
		switch b.kind {
		case blockFinally:
			// The body may contain blocks of its own: don't overwrite ours.
			u.blocks = u.blocks[:len(u.blocks):len(u.blocks)]
			u.stmts(b.final)
		case blockCleanup:
			u.span = span
			u.unbindName(b.name)
		case blockHandler, blockFinallyEnd:
			if toLoop {
				u.emit(bytecode.Unbind, b.reg, 1, 0)
			}
		case blockWith, blockAsyncWith:
			u.span = b.span
			u.exitNormally(b.reg, b.kind == blockAsyncWith)
		case blockStar:
			u.fail(span, "'break', 'continue' and 'return' cannot appear in an except* block")
		}
	}
	u.span = span
	then(loop)
	u.blocks, u.handler, u.region, u.top = blocks, h, r, mark
}

// unbindName is the end of `except … as name`.
func (u *unit) unbindName(name string) {
	if name == "" {
		return
	}
	switch a := u.lookup(u.mangle(name)); a.kind {
	case accLocal:
		u.emit(bytecode.Unbind, a.index, 1, 0)
	default:
		// The body may have deleted it.
		mark := u.top
		u.storeName(name, u.loadNone(-1))
		u.deleteName(name)
		u.top = mark
	}
}

func (u *unit) returnStmt(s *syntax.Return) {
	if !u.scope.functionLike() {
		u.fail(s.Span(), "'return' outside function")
	}
	if s.Value != nil && u.async() && u.scope.generator {
		u.fail(s.Span(), "'return' with value in async generator")
	}
	var k *bytecode.Const
	r := -1
	switch {
	case s.Value == nil:
		k = &bytecode.Const{Kind: bytecode.ConstNone}
	default:
		if k = u.c.fold(s.Value); k != nil {
			break
		}
		if u.mustUnwind(false) {
			r = u.expr(s.Value, u.alloc())
		} else {
			r = u.expr(s.Value, -1)
		}
	}
	u.unwind(false, s.Span(), func(*block) {
		if k != nil && k.Kind == bytecode.ConstNone {
			u.emit(bytecode.ReturnNone, 0, 0, 0)
			return
		}
		u.returnsValue = true
		if k != nil {
			r = u.loadConst(*k, -1)
		}
		u.emit(bytecode.Return, r, 0, 0)
	})
}

func (u *unit) breakStmt(s *syntax.Break) {
	u.unwind(true, s.Span(), func(loop *block) {
		if loop == nil {
			u.fail(s.Span(), "'break' outside loop")
		}
		u.jump(bytecode.Jump, 0, 0, loop.brk)
	})
}

func (u *unit) continueStmt(s *syntax.Continue) {
	u.unwind(true, s.Span(), func(loop *block) {
		if loop == nil {
			u.fail(s.Span(), "'continue' not properly in loop")
		}
		u.jump(bytecode.Jump, 0, 0, loop.cnt)
	})
}
