package syntax

import "strings"

// pegOp is the kind of a pegNode.
type pegOp uint8

const (
	pegToken  pegOp = iota // a token of kind tok
	pegSoft                // the name text
	pegRule                // rule number rule
	pegGroup               // one of alts
	pegStar                // kid*
	pegPlus                // kid+, or sep.kid+
	pegOpt                 // kid?
	pegAnd                 // &kid
	pegNot                 // !kid
	pegCut                 // ~
	pegForce               // &&'token'
	pegNE                  // != but not <>
	pegSoftKw              // any soft keyword
)

// pegNode is one item of an alternative.
type pegNode struct {
	op   pegOp
	tok  tokKind
	text string // pegSoft; pegRule: the name of the rule
	rule int
	name byte // of name=item
	kid  *pegNode
	sep  *pegNode
	alts []pegAlt
}

// pegAlt is one alternative of a rule or group.
type pegAlt struct {
	items  []pegNode
	action string // what stands after =>
}

// grammar is grammarText, read.
type grammar struct {
	rules [][]pegAlt
	names map[string]int
	bad   []bool // rules for mistakes, second pass only
	memo  []bool // rules whose results CPython keeps, whether mistakes count or not
}

// pegReader reads grammarText.
type pegReader struct {
	g     *grammar
	words []string
	i     int
	toks  map[string]tokKind
}

// readGrammar reads grammarText. It is read anew for each error: that takes
// a fraction of a millisecond, and a program without errors doesn't pay.
func readGrammar() *grammar {
	g := &grammar{names: make(map[string]int)}
	r := &pegReader{g: g, toks: make(map[string]tokKind)}
	for k := tLpar; k < numTokens; k++ {
		r.toks[tokText(k)] = k
	}
	for k, name := range map[tokKind]string{tEOF: "ENDMARKER", tNewline: "NEWLINE", tIndent: "INDENT", tDedent: "DEDENT",
		tName: "NAME", tNumber: "NUMBER", tString: "STRING", tFStart: "FSTRING_START", tFMiddle: "FSTRING_MIDDLE", tFEnd: "FSTRING_END"} {
		r.toks[name] = k
	}
	for line := range strings.Lines(grammarText) {
		line = strings.TrimRight(line, "\n")
		code, action, hasAction := strings.Cut(line, " => ")
		if len(code) > 0 && code[0] != '\t' {
			head, rest, _ := strings.Cut(code, ":")
			r.words = append(r.words, "RULE", head)
			r.number(head)
			code = rest
		}
		r.words = append(r.words, splitPEG(code)...)
		if hasAction {
			r.words = append(r.words, "=>"+action)
		}
	}
	for r.i < len(r.words) {
		r.i++ // RULE
		n := r.number(r.next())
		if r.peek() == "|" {
			r.i++
		}
		g.rules[n] = r.alternatives()
	}
	return g
}

func (r *pegReader) number(name string) int {
	n, ok := r.g.names[name]
	if !ok {
		n = len(r.g.rules)
		r.g.names[name] = n
		r.g.rules = append(r.g.rules, nil)
		r.g.bad = append(r.g.bad, strings.HasPrefix(name, "bad_"))
		r.g.memo = append(r.g.memo, isMemo(name))
	}
	return n
}

// isMemo says whether CPython keeps the results of a rule. It keeps them
// without regard to whether mistakes count, which shows in some messages.
func isMemo(rule string) bool {
	switch rule {
	case "simple_stmt", "block", "expression", "star_expression", "disjunction", "conjunction", "inversion", "factor",
		"await_primary", "arguments", "star_target", "target_with_star_atom", "del_target", "closed_pattern", "strings",
		"type_param", "bad_named_expression", "bitwise_or", "bitwise_xor", "bitwise_and", "shift_expr", "sum", "term",
		"primary", "t_primary", "dotted_name":
		return true
	}
	return false
}

// splitPEG cuts a line into words: names, quoted tokens and operators.
func splitPEG(s string) []string {
	var out []string
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == ' ' || c == '\t':
			i++
			continue
		case c == '\'' || c == '"':
			n := strings.IndexByte(s[i+1:], c) + 2
			out = append(out, s[i:i+n])
			i += n
		case identStart(c):
			n := i
			for n < len(s) && identChar(s[n]) {
				n++
			}
			out = append(out, s[i:n])
			i = n
		case strings.HasPrefix(s[i:], "&&"):
			out = append(out, "&&")
			i += 2
		default:
			out = append(out, s[i:i+1])
			i++
		}
	}
	return out
}

func (r *pegReader) peek() string {
	if r.i < len(r.words) {
		return r.words[r.i]
	}
	return "RULE"
}

func (r *pegReader) next() string {
	w := r.peek()
	r.i++
	return w
}

func (r *pegReader) alternatives() []pegAlt {
	var alts []pegAlt
	for {
		var a pegAlt
		for {
			w := r.peek()
			if w == "|" || w == ")" || w == "RULE" {
				break
			}
			if strings.HasPrefix(w, "=>") {
				a.action = w[2:]
				r.i++
				continue
			}
			a.items = append(a.items, r.item())
		}
		alts = append(alts, a)
		if r.peek() != "|" {
			return alts
		}
		r.i++
	}
}

func (r *pegReader) item() pegNode {
	if r.i+1 < len(r.words) && r.words[r.i+1] == "=" && len(r.words[r.i]) == 1 {
		name := r.next()[0]
		r.i++
		n := r.item()
		n.name = name
		return n
	}
	switch r.peek() {
	case "&", "!":
		op := pegAnd
		if r.next() == "!" {
			op = pegNot
		}
		kid := r.primary()
		return pegNode{op: op, kid: &kid}
	case "&&":
		r.i++
		n := r.primary()
		n.op = pegForce
		return n
	case "~":
		r.i++
		return pegNode{op: pegCut}
	}
	n := r.primary()
	if r.peek() == "." {
		r.i++
		kid := r.primary()
		r.i++ // +
		sep := n
		return pegNode{op: pegPlus, kid: &kid, sep: &sep}
	}
	switch r.peek() {
	case "?":
		r.i++
		return pegNode{op: pegOpt, kid: &n}
	case "*":
		r.i++
		return pegNode{op: pegStar, kid: &n}
	case "+":
		r.i++
		return pegNode{op: pegPlus, kid: &n}
	}
	return n
}

func (r *pegReader) primary() pegNode {
	w := r.next()
	switch {
	case w == "(":
		alts := r.alternatives()
		r.i++ // )
		return pegNode{op: pegGroup, alts: alts}
	case w[0] == '\'':
		k, ok := r.toks[w[1:len(w)-1]]
		if !ok {
			panic("grammar: no token " + w)
		}
		return pegNode{op: pegToken, tok: k}
	case w[0] == '"':
		return pegNode{op: pegSoft, text: w[1 : len(w)-1]}
	case w == "NE":
		return pegNode{op: pegNE, tok: tNotEqual}
	case w == "SOFT_KEYWORD":
		return pegNode{op: pegSoftKw}
	}
	if k, ok := r.toks[w]; ok {
		return pegNode{op: pegToken, tok: k}
	}
	return pegNode{op: pegRule, text: w, rule: r.number(w)}
}
