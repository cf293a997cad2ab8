package syntax

// tokKind is the kind of a token. The values of punctuation and keywords stand
// in the order of tokText.
type tokKind uint8

const (
	tError tokKind = iota
	tEOF
	tNewline
	tIndent
	tDedent
	tName
	tNumber
	tString
	tFStart  // f" or t" with its prefix
	tFMiddle // literal text of an f-string
	tFEnd    // the closing quotes

	tLpar
	tRpar
	tLsqb
	tRsqb
	tLbrace
	tRbrace
	tColon
	tComma
	tSemi
	tPlus
	tMinus
	tStar
	tSlash
	tVbar
	tAmper
	tLess
	tGreater
	tEqual
	tDot
	tPercent
	tExclam
	tTilde
	tCircumflex
	tAt
	tEqEqual
	tNotEqual
	tLessEqual
	tGreaterEqual
	tLeftShift
	tRightShift
	tDoubleStar
	tDoubleSlash
	tPlusEqual // the augmented assignments stand together, see augOp
	tMinusEqual
	tStarEqual
	tAtEqual
	tSlashEqual
	tPercentEqual
	tDoubleStarEqual
	tLeftShiftEqual
	tRightShiftEqual
	tVbarEqual
	tCircumflexEqual
	tAmperEqual
	tDoubleSlashEqual
	tRarrow
	tEllipsis
	tColonEqual

	tFalse
	tNone
	tTrue
	tAnd
	tAs
	tAssert
	tAsync
	tAwait
	tBreak
	tClass
	tContinue
	tDef
	tDel
	tElif
	tElse
	tExcept
	tFinally
	tFor
	tFrom
	tGlobal
	tIf
	tImport
	tIn
	tIs
	tLambda
	tNonlocal
	tNot
	tOr
	tPass
	tRaise
	tReturn
	tTry
	tWhile
	tWith
	tYield

	numTokens
)

// tokText returns the spelling of a fixed token.
func tokText(k tokKind) string {
	return [...]string{"error", "EOF", "NEWLINE", "INDENT", "DEDENT", "NAME", "NUMBER", "STRING",
		"FSTRING_START", "FSTRING_MIDDLE", "FSTRING_END",
		"(", ")", "[", "]", "{", "}", ":", ",", ";", "+", "-", "*", "/", "|", "&", "<", ">", "=", ".", "%", "!", "~", "^", "@",
		"==", "!=", "<=", ">=", "<<", ">>", "**", "//",
		"+=", "-=", "*=", "@=", "/=", "%=", "**=", "<<=", ">>=", "|=", "^=", "&=", "//=", "->", "...", ":=",
		"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
		"elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal",
		"not", "or", "pass", "raise", "return", "try", "while", "with", "yield"}[k]
}

// token is one token. The column is -1 for tokens without text (INDENT, DEDENT,
// EOF, errors), as in CPython; the end is where the scanner stood all the same.
type token struct {
	kind       tokKind
	level      uint8 // bracket depth after the token
	start, end int32 // the text, offsets into the source
	line, col  int32
	endLine    int32
	endCol     int32
}

func (t *token) span() Span { return Span{t.line, t.col, t.endLine, t.endCol} }

// keyword returns the kind of a name: a keyword's, or tName.
func keyword(b []byte) tokKind {
	if len(b) < 2 || len(b) > 8 {
		return tName
	}
	switch string(b) {
	case "False":
		return tFalse
	case "None":
		return tNone
	case "True":
		return tTrue
	case "and":
		return tAnd
	case "as":
		return tAs
	case "assert":
		return tAssert
	case "async":
		return tAsync
	case "await":
		return tAwait
	case "break":
		return tBreak
	case "class":
		return tClass
	case "continue":
		return tContinue
	case "def":
		return tDef
	case "del":
		return tDel
	case "elif":
		return tElif
	case "else":
		return tElse
	case "except":
		return tExcept
	case "finally":
		return tFinally
	case "for":
		return tFor
	case "from":
		return tFrom
	case "global":
		return tGlobal
	case "if":
		return tIf
	case "import":
		return tImport
	case "in":
		return tIn
	case "is":
		return tIs
	case "lambda":
		return tLambda
	case "nonlocal":
		return tNonlocal
	case "not":
		return tNot
	case "or":
		return tOr
	case "pass":
		return tPass
	case "raise":
		return tRaise
	case "return":
		return tReturn
	case "try":
		return tTry
	case "while":
		return tWhile
	case "with":
		return tWith
	case "yield":
		return tYield
	}
	return tName
}

// punct returns the longest operator at the start of b, and its length; tError
// if there is none.
func punct(b []byte) (tokKind, int) {
	c := b[0]
	var c2, c3 byte
	if len(b) > 1 {
		c2 = b[1]
	}
	if len(b) > 2 {
		c3 = b[2]
	}
	// pick chooses among x, x=, xx and xx=.
	pick := func(one, eq, two, twoEq tokKind) (tokKind, int) {
		switch {
		case c2 == '=' && eq != tError:
			return eq, 2
		case c2 == c && two != tError:
			if c3 == '=' && twoEq != tError {
				return twoEq, 3
			}
			return two, 2
		}
		return one, 1
	}
	switch c {
	case '(':
		return tLpar, 1
	case ')':
		return tRpar, 1
	case '[':
		return tLsqb, 1
	case ']':
		return tRsqb, 1
	case '{':
		return tLbrace, 1
	case '}':
		return tRbrace, 1
	case ',':
		return tComma, 1
	case ';':
		return tSemi, 1
	case '~':
		return tTilde, 1
	case ':':
		return pick(tColon, tColonEqual, tError, tError)
	case '=':
		return pick(tEqual, tEqEqual, tError, tError)
	case '+':
		return pick(tPlus, tPlusEqual, tError, tError)
	case '-':
		if c2 == '>' {
			return tRarrow, 2
		}
		return pick(tMinus, tMinusEqual, tError, tError)
	case '*':
		return pick(tStar, tStarEqual, tDoubleStar, tDoubleStarEqual)
	case '/':
		return pick(tSlash, tSlashEqual, tDoubleSlash, tDoubleSlashEqual)
	case '%':
		return pick(tPercent, tPercentEqual, tError, tError)
	case '@':
		return pick(tAt, tAtEqual, tError, tError)
	case '&':
		return pick(tAmper, tAmperEqual, tError, tError)
	case '|':
		return pick(tVbar, tVbarEqual, tError, tError)
	case '^':
		return pick(tCircumflex, tCircumflexEqual, tError, tError)
	case '<':
		if c2 == '>' { // <> is a token in CPython too; no rule takes it
			return tNotEqual, 2
		}
		return pick(tLess, tLessEqual, tLeftShift, tLeftShiftEqual)
	case '>':
		return pick(tGreater, tGreaterEqual, tRightShift, tRightShiftEqual)
	case '!':
		return pick(tExclam, tNotEqual, tError, tError)
	}
	return tError, 1
}

// augOp returns the operator of an augmented assignment token.
func augOp(k tokKind) (Operator, bool) {
	if k < tPlusEqual || k > tDoubleSlashEqual {
		return 0, false
	}
	return [...]Operator{Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd,
		FloorDiv}[k-tPlusEqual], true
}
