// Package regex is a backtracking machine for Python's regular expressions. It knows
// nothing of Python's objects: [Compile] makes a [Prog] of a pattern, a [Machine]
// runs it over text.
//
// Text is either bytes or UTF-8 in which lone surrogates are written as three bytes as
// well, and it is never converted: literals are compared as bytes, sets have a table
// for single bytes, and only characters beyond ASCII are decoded. All positions are
// in bytes.
//
// What a program may choose the cost of is accounted: the machine tells its [Meter]
// how many steps it made and asks before its stacks grow. The Go stack does not grow with the
// text; with the pattern it does, so patterns may nest only [MaxNest] deep.
package regex

import (
	"errors"
	"math"
)

// Flags are the flags of a pattern, with Python's values.
type Flags uint32

// The flags.
const (
	IgnoreCase Flags = 2
	Locale     Flags = 4
	MultiLine  Flags = 8
	DotAll     Flags = 16
	Unicode    Flags = 32
	Verbose    Flags = 64
	Debug      Flags = 128
	ASCII      Flags = 256

	typeFlags = ASCII | Locale | Unicode
)

const (
	// MaxRepeat stands for "no limit" of a repetition; it is more than a text has
	// characters.
	MaxRepeat = math.MaxInt32
	// tooOften is the number in {…} that is too large.
	tooOften = 1<<32 - 1
	// MaxGroups is the number of a group that is too large.
	MaxGroups = 1<<30 - 1
	// MaxNest is how deep groups may nest.
	MaxNest = 400
	// maxCode is the largest number of instructions.
	maxCode = 1 << 18
)

// Env is what Python says about characters and names.
type Env struct {
	Digit, Space, Alnum func(r rune) bool
	Identifier          func(s string) bool
	Repr                func(s string) string
	Name                func(name string) (rune, bool) // for \N{…}
}

// Error says what is wrong with a pattern.
type Error struct {
	Msg string
	Pos int // in characters, -1: nowhere
}

// Error returns the text without the place.
func (e *Error) Error() string { return e.Msg }

// ValueError is a combination of flags that cannot be.
type ValueError string

// Error returns the text.
func (e ValueError) Error() string { return string(e) }

// The errors that are not in the pattern's syntax.
var (
	ErrRepeat = errors.New("the repetition number is too large")
	ErrNest   = errors.New("maximum recursion depth exceeded during compilation")
	ErrSize   = errors.New("regular expression is too large")
)

// Prog is a compiled pattern. It does not change and can be used by several machines
// at a time.
type Prog struct {
	Flags  Flags          // those given and those in the pattern
	Groups int            // how many groups there are, without the whole
	Names  map[string]int // groups by name
	Order  []string       // the names, in the order of the pattern

	code []inst
	text bool // of text, not bytes
	regs int  // registers: positions of groups, lastindex, loops
	last int  // the register of lastindex

	prefix   string     // what every match begins with
	first    *[256]bool // bytes that a match can begin with; nil: any, or none
	firstB   int        // the only byte in first, or -1
	anchored bool       // a match is only possible at the beginning of the text
	lines    bool       // … or of a line
	literal  bool       // the program is prefix and nothing else
}

// Compile compiles a pattern; for bytes each rune is a byte.
func Compile(pattern []rune, text bool, flags Flags, env *Env) (*Prog, error) {
	ps := &parser{src: pattern, text: text, env: env, flags: flags, widths: []width{{}}, names: map[string]int{}, refs: map[int]int{}}
	tree, err := ps.parse()
	if err != nil {
		return nil, err
	}
	p := &Prog{Flags: ps.flags, Groups: len(ps.widths) - 1, Names: ps.names, Order: ps.order, text: text}
	c := &compiler{Prog: p, env: env, widths: ps.widths, sets: map[string]*charset{}}
	p.last = 2 * (p.Groups + 1)
	p.regs = p.last + 1
	if err := c.seq(tree, ps.flags); err != nil {
		return nil, err
	}
	c.emit(inst{op: opMatch})
	if c.err != nil {
		return nil, c.err
	}
	c.analyse()
	return p, nil
}

// Size is about how many bytes the program takes.
func (p *Prog) Size() int { return len(p.code) * 112 }
