package py

import "strings"

// suggestion returns " Did you mean: 'x'?" for a name or attribute that is not there,
// if one that is there looks like it.
func suggestion(t *Thread, e *Exc) string {
	var wrong string
	var names []string
	stdlib := ""
	switch {
	case e.IsA(AttributeError):
		name, ok := AsStr(e.Field(0))
		if !ok || e.Field(1).p == nil {
			return ""
		}
		wrong = name.String()
		names = attributeNames(t, e.Field(1))
	case e.IsA(ImportError):
		from, ok := AsStr(e.Field(2))
		mod, isMod := AsStr(e.Field(0))
		if !ok || !isMod {
			return ""
		}
		wrong = from.String()
		if p := t.Interp.Modules.GetStr(mod); p != nil {
			names = attributeNames(t, *p)
		}
	case e.IsA(NameError):
		name, ok := AsStr(e.Field(0))
		if !ok {
			return ""
		}
		wrong = name.String()
		names = namesInScope(t, e)
		if t.Interp.Available.Get(wrong) != nil {
			stdlib = wrong
		}
	default:
		return ""
	}
	best := closest(wrong, names)
	text := ""
	if best != "" {
		text = ". Did you mean: '" + best + "'?"
	}
	if stdlib != "" {
		if text == "" {
			return ". Did you forget to import '" + stdlib + "'?"
		}
		return strings.TrimSuffix(text, "?") + "? Or did you forget to import '" + stdlib + "'?"
	}
	return text
}

func attributeNames(t *Thread, v Value) []string {
	d, err := Dir(t, v)
	if err != nil {
		return nil
	}
	if l, ok := AsList(d); ok {
		return stringsOf(l.A)
	}
	return nil
}

func stringsOf(items []Value) []string {
	var out []string
	for _, x := range items {
		if s, ok := AsStr(x); ok {
			out = append(out, s.String())
		}
	}
	return out
}

// namesInScope returns the names that the frame where e was raised knows.
func namesInScope(t *Thread, e *Exc) []string {
	tb := e.TB
	if tb == nil {
		return nil
	}
	for tb.Next != nil {
		tb = tb.Next
	}
	var out []string
	if c, ok := tb.Code.(interface{ VisibleNames() []string }); ok {
		out = c.VisibleNames()
	}
	return append(out, stringsOf(t.Interp.Builtins.Keys())...)
}

// The costs of CPython's distance between names.
const (
	moveCost = 2
	caseCost = 1
	maxName  = 40
	maxNames = 750
)

// closest returns the name that is nearest to wrong, "" if none is near.
func closest(wrong string, names []string) string {
	if len(names) > maxNames || len(wrong) > maxName {
		return ""
	}
	best, bestDistance := "", 0
	for _, n := range names {
		if n == wrong {
			continue
		}
		if n != "" && n[0] == '_' && !strings.HasPrefix(wrong, "_") {
			continue
		}
		limit := (len(n) + len(wrong) + 3) * moveCost / 6
		if best != "" {
			limit = min(limit, bestDistance-1)
		}
		if d := nameDistance(wrong, n, limit); d <= limit && (best == "" || d < bestDistance) {
			best, bestDistance = n, d
		}
	}
	return best
}

// nameDistance is the Levenshtein distance with cheap changes of case, limit+1 if it
// is above limit.
func nameDistance(a, b string, limit int) int {
	if a == b {
		return 0
	}
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if a == "" || b == "" {
		return moveCost * (len(a) + len(b))
	}
	if len(a) > maxName || len(b) > maxName {
		return limit + 1
	}
	if len(b) < len(a) {
		a, b = b, a
	}
	if (len(b)-len(a))*moveCost > limit {
		return limit + 1
	}
	row := make([]int, len(a))
	for i := range row {
		row[i] = (i + 1) * moveCost
	}
	result := 0
	for i := 0; i < len(b); i++ {
		distance := i * moveCost
		result = distance
		least := 1 << 30
		for j := 0; j < len(a); j++ {
			substitute := distance + substitutionCost(b[i], a[j])
			distance = row[j]
			insertDelete := min(result, distance) + moveCost
			result = min(insertDelete, substitute)
			row[j] = result
			least = min(least, result)
		}
		if least > limit {
			return limit + 1
		}
	}
	return result
}

func substitutionCost(a, b byte) int {
	if a == b {
		return 0
	}
	lower := func(c byte) byte {
		if 'A' <= c && c <= 'Z' {
			return c + 32
		}
		return c
	}
	if lower(a) == lower(b) {
		return caseCost
	}
	return moveCost
}
