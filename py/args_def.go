package py

import (
	"strconv"
	"strings"
)

// Functions that CPython has written in Python word their argument errors in
// another way than those written in C. A signature that starts with "def " is of
// the first kind: "def dumps(obj, *, indent=None)", and for methods
// "def JSONEncoder.encode(self, o)", where self counts but is not a parameter.

const defPrefix = "def "

// defSignature is what such errors need.
type defSignature struct {
	name string // qualified
	self int    // 1 for methods
}

// defNameStart returns where the function's name starts in a signature; paren is
// the place of the parenthesis.
func defNameStart(sig string, paren int) int {
	if !strings.HasPrefix(sig, defPrefix) {
		return 0
	}
	if i := strings.LastIndexByte(sig[:paren], '.'); i >= 0 {
		return i + 1
	}
	return len(defPrefix)
}

// asDef makes s the signature of a function written in Python.
func (s *signature) asDef(name string) {
	s.def = &defSignature{name: name}
	if len(s.params) > 0 && s.params[0].name == "self" {
		s.def.self = 1
		s.params, s.names = s.params[1:], s.names[1:]
		s.pos--
		s.required = max(0, s.required-1)
		s.posOnly = max(0, s.posOnly-1)
	}
	s.simple = s.simple && s.required == len(s.params)
}

// check returns the TypeError for arguments that do not fit.
func (d *defSignature) check(s *signature, args []Value, kw []*Str) error {
	npos := len(args) - len(kw)
	given := make([]bool, len(s.params))
	for i := 0; i < npos && i < s.pos; i++ {
		given[i] = true
	}
	kwOnly := 0
	var posOnlyKw []string
	for _, name := range kw {
		j := 0
		for j < len(s.params) && !name.equal(s.names[j]) {
			j++
		}
		switch {
		case j < len(s.params) && j < s.posOnly && !s.varKw:
			posOnlyKw = append(posOnlyKw, name.String())
		case j < s.posOnly || j == len(s.params):
			if !s.varKw {
				text := ""
				var names []string
				for _, p := range s.params[s.posOnly:] {
					names = append(names, p.name)
				}
				if near := Suggest(name.String(), names); near != "" {
					text = ". Did you mean '" + near + "'?"
				}
				return Raise(TypeError, "%s() got an unexpected keyword argument '%s'%s", d.name, name, text)
			}
		case given[j]:
			return Raise(TypeError, "%s() got multiple values for argument '%s'", d.name, name)
		default:
			given[j] = true
			if j >= s.pos {
				kwOnly++
			}
		}
	}
	if posOnlyKw != nil {
		return Raise(TypeError, "%s() got some positional-only arguments passed as keyword arguments: '%s'", d.name, strings.Join(posOnlyKw, ", "))
	}
	if npos > s.pos && !s.varArgs {
		takes := strconv.Itoa(s.pos + d.self)
		many := s.pos+d.self != 1
		if s.required < s.pos {
			takes = "from " + strconv.Itoa(s.required+d.self) + " to " + takes
			many = true
		}
		args := " argument"
		if many {
			args += "s"
		}
		got := strconv.Itoa(npos + d.self)
		if kwOnly > 0 {
			got += " positional argument" + plural(npos+d.self) + " (and " + strconv.Itoa(kwOnly) + " keyword-only argument" + plural(kwOnly) + ")"
		}
		was := "were"
		if npos+d.self == 1 && kwOnly == 0 {
			was = "was"
		}
		return Raise(TypeError, "%s() takes %s positional%s but %s %s given", d.name, takes, args, got, was)
	}
	for _, kind := range [...]struct {
		lo, hi int
		text   string
	}{{0, s.pos, "positional"}, {s.pos, len(s.params), "keyword-only"}} {
		var missing []string
		for i := kind.lo; i < kind.hi; i++ {
			if !given[i] && !s.params[i].optional {
				missing = append(missing, "'"+s.params[i].name+"'")
			}
		}
		if n := len(missing); n > 0 {
			list := missing[0]
			if n == 2 {
				list += " and " + missing[1]
			} else if n > 2 {
				list = strings.Join(missing[:n-1], ", ") + ", and " + missing[n-1]
			}
			return Raise(TypeError, "%s() missing %d required %s argument%s: %s", d.name, n, kind.text, plural(n), list)
		}
	}
	return nil
}
