package py

import (
	"strings"
	"unicode/utf8"
)

// The predicates of str.

// all reports whether s is not empty and every character satisfies f.
func (s *Str) all(f func(r rune) bool) (Value, error) {
	text := s.String()
	if text == "" {
		return False, nil
	}
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = DecodeRune(text[i:])
		}
		if !f(r) {
			return False, nil
		}
		i += n
	}
	return True, nil
}

func (s *Str) isalnum(t *Thread, a *Args) (Value, error)   { return s.all(isAlnum) }
func (s *Str) isalpha(t *Thread, a *Args) (Value, error)   { return s.all(isAlpha) }
func (s *Str) isascii(t *Thread, a *Args) (Value, error)   { return Bool(s.ASCII()), nil }
func (s *Str) isdecimal(t *Thread, a *Args) (Value, error) { return s.all(isDecimal) }
func (s *Str) isdigit(t *Thread, a *Args) (Value, error)   { return s.all(isDigitChar) }
func (s *Str) isnumeric(t *Thread, a *Args) (Value, error) { return s.all(isNumeric) }
func (s *Str) isspace(t *Thread, a *Args) (Value, error)   { return s.all(isSpace) }

func (s *Str) isprintable(t *Thread, a *Args) (Value, error) {
	if s.n&strMask == 0 {
		return True, nil
	}
	return s.all(isPrintable)
}

func (s *Str) isidentifier(t *Thread, a *Args) (Value, error) {
	return Bool(IsIdentifier(s.String())), nil
}

// oneCase reports whether s has a character that is want and none that is other.
func (s *Str) oneCase(want, other func(rune) bool) Value {
	found := false
	text := s.String()
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = DecodeRune(text[i:])
		}
		switch {
		case want(r):
			found = true
		case other(r) || isTitleChar(r):
			return False
		}
		i += n
	}
	return Bool(found)
}

func (s *Str) islower(t *Thread, a *Args) (Value, error) {
	return s.oneCase(isLowerChar, isUpperChar), nil
}

func (s *Str) isupper(t *Thread, a *Args) (Value, error) {
	return s.oneCase(isUpperChar, isLowerChar), nil
}

func (s *Str) istitle(t *Thread, a *Args) (Value, error) {
	found, inside := false, false
	text := s.String()
	for i := 0; i < len(text); {
		r, n := DecodeRune(text[i:])
		i += n
		switch {
		case isUpperChar(r) || isTitleChar(r):
			if inside {
				return False, nil
			}
			found, inside = true, true
		case isLowerChar(r):
			if !inside {
				return False, nil
			}
			found = true
		default:
			inside = false
		}
	}
	return Bool(found), nil
}

// startswith and endswith.

func (s *Str) startswith(t *Thread, a *Args) (Value, error) {
	return s.affix(t, a, "startswith", strings.HasPrefix)
}

func (s *Str) endswith(t *Thread, a *Args) (Value, error) {
	return s.affix(t, a, "endswith", strings.HasSuffix)
}

func (s *Str) affix(t *Thread, a *Args, name string, has func(s, p string) bool) (Value, error) {
	text, _, ok, err := s.window(t, a, 1)
	if err != nil {
		return Nil, err
	}
	arg := a.Value(0)
	if p, isStr := AsStr(arg); isStr {
		return Bool(ok && has(text, p.String())), nil
	}
	x, isTuple := AsTuple(arg)
	if !isTuple {
		return Nil, Raise(TypeError, "%s first arg must be str or a tuple of str, not %s", name, TypeName(arg))
	}
	for _, v := range x.Items() {
		p, isStr := AsStr(v)
		if !isStr {
			return Nil, Raise(TypeError, "tuple for %s must only contain str, not %s", name, TypeName(v))
		}
		if ok && has(text, p.String()) {
			return True, nil
		}
	}
	return False, nil
}
