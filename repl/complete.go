package repl

import (
	"context"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/woma-lang/woma/py"
)

// keywords are what completion offers besides names; those that something must follow
// get a blank.
var keywords = strings.Fields("False None True and as assert async await break class continue def del elif else: except finally: for from global if import in is lambda nonlocal not or pass raise return try: while with yield")

var alone = map[string]bool{"False": true, "None": true, "True": true, "break": true, "continue": true, "pass": true}

// complete finds what the name or the attribute that ends line can become: candidates
// are whole words, start is where the word begins. Attributes are looked up, which runs
// code of programs where they define __getattr__ or properties.
func (r *runner) complete(ctx context.Context, line string) (candidates []string, start int) {
	start = len(line)
	for start > 0 {
		c, n := utf8.DecodeLastRuneInString(line[:start])
		if c != '_' && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			break
		}
		start -= n
	}
	word, before := line[start:], line[:start]
	r.in.Do(ctx, func(t *py.Thread) error {
		switch path, dotted := strings.CutSuffix(before, "."); {
		case dotted:
			candidates = r.attributes(t, path)
		case importing(before):
			candidates = moduleNames(t)
		default:
			candidates = r.names(t)
		}
		return nil
	})
	n := 0
	for _, c := range candidates {
		if strings.HasPrefix(c, word) && (word != "" || c[0] != '_') {
			candidates[n] = c
			n++
		}
	}
	candidates = candidates[:n]
	sort.Strings(candidates)
	// A keyword may be a name as well.
	n = 0
	for i, c := range candidates {
		if i == 0 || c != candidates[i-1] {
			candidates[n] = c
			n++
		}
	}
	return candidates[:n], start
}

// importing reports whether the name of a module follows.
func importing(before string) bool {
	words := strings.Fields(before)
	if len(words) == 0 || !strings.HasSuffix(before, " ") && !strings.HasSuffix(before, ",") {
		return false
	}
	return words[0] == "import" || words[0] == "from" && len(words) == 1
}

func moduleNames(t *py.Thread) []string {
	var out []string
	for _, m := range t.Interp.Available {
		if !strings.Contains(m.Name, ".") {
			out = append(out, m.Name)
		}
	}
	return append(out, namesIn(t.Interp.Modules)...)
}

func (r *runner) names(t *py.Thread) []string {
	out := append(namesIn(r.in.Main().Dict), namesIn(t.Interp.Builtins.Filled())...)
	for _, k := range keywords {
		if !alone[k] && !strings.HasSuffix(k, ":") {
			k += " "
		}
		out = append(out, k)
	}
	return out
}

// namesIn returns those keys of a dict that are names.
func namesIn(d *py.Dict) []string {
	var out []string
	for pos := 0; ; {
		k, _, next, ok := d.Next(pos)
		if !ok {
			return out
		}
		pos = next
		if s, ok := py.AsStr(k); ok && s.Len() > 0 {
			out = append(out, s.String())
		}
	}
}

// attributes returns the attributes of what a dotted name at the end of path is.
func (r *runner) attributes(t *py.Thread, path string) []string {
	start := len(path)
	for start > 0 {
		c, n := utf8.DecodeLastRuneInString(path[:start])
		if c != '_' && c != '.' && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			break
		}
		start -= n
	}
	if start > 0 && strings.ContainsRune(")]}'\"", rune(path[start-1])) {
		return nil // an attribute of something that is not just a name
	}
	parts := strings.Split(path[start:], ".")
	v := py.Nil
	for _, d := range []*py.Dict{r.in.Main().Dict, t.Interp.Builtins.Filled()} {
		if p := d.GetItem(parts[0]); p.Bound() {
			v = p
			break
		}
	}
	for _, name := range parts[1:] {
		if !v.Bound() {
			return nil
		}
		var err error
		if v, err = py.LookupAttr(t, v, py.Name(name)); err != nil {
			return nil
		}
	}
	if !v.Bound() {
		return nil
	}
	list, err := py.Call(t, t.Interp.Builtins.GetItem("dir"), v)
	if err != nil {
		return nil
	}
	items, err := py.ToSlice(t, list)
	if err != nil {
		return nil
	}
	var out []string
	for _, x := range items {
		if s, ok := py.AsStr(x); ok && s.Len() > 0 {
			out = append(out, s.String())
		}
	}
	return out
}

// common returns the longest beginning that all words share.
func common(words []string) string {
	if len(words) == 0 {
		return ""
	}
	c := words[0]
	for _, w := range words[1:] {
		for !strings.HasPrefix(w, c) {
			_, n := utf8.DecodeLastRuneInString(c)
			c = c[:len(c)-n]
		}
	}
	return c
}

// columns lays words out for a screen.
func columns(words []string, width int) string {
	widest := 0
	for _, w := range words {
		widest = max(widest, utf8.RuneCountInString(w))
	}
	n := max(1, width/(widest+2))
	var b strings.Builder
	for i, w := range words {
		b.WriteString(w)
		if (i+1)%n == 0 || i == len(words)-1 {
			b.WriteString("\n")
		} else {
			b.WriteString(strings.Repeat(" ", widest+2-utf8.RuneCountInString(w)))
		}
	}
	return b.String()
}
