package py

import (
	"strconv"
	"unicode"
)

// Properties and case mappings of characters as str's methods use them: Unicode
// 15.1. Go's tables are 15.0; what 15.1 added is one block of ideographs and six
// symbols.

func inRanges(tab [][2]rune, r rune) bool {
	lo, hi := 0, len(tab)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		switch {
		case r < tab[m][0]:
			hi = m
		case r > tab[m][1]:
			lo = m + 1
		default:
			return true
		}
	}
	return false
}

func lookCase(tab []caseEntry, r rune) (string, bool) {
	lo, hi := 0, len(tab)
	for lo < hi {
		m := int(uint(lo+hi) >> 1)
		switch {
		case r < tab[m].r:
			hi = m
		case r > tab[m].r:
			lo = m + 1
		default:
			return tab[m].s, true
		}
	}
	return "", false
}

// newIdeograph reports whether r is a letter since Unicode 15.1.
func newIdeograph(r rune) bool { return r >= 0x2EBF0 && r <= 0x2EE5D }

func isAlpha(r rune) bool {
	if r < 128 {
		return r|0x20 >= 'a' && r|0x20 <= 'z'
	}
	return unicode.Is(unicode.L, r) || newIdeograph(r)
}

func isDecimal(r rune) bool {
	if r < 128 {
		return r >= '0' && r <= '9'
	}
	return unicode.Is(unicode.Nd, r)
}

func isDigitChar(r rune) bool { return isDecimal(r) || r >= 128 && inRanges(digitRanges[:], r) }

func isNumeric(r rune) bool {
	if r < 128 {
		return r >= '0' && r <= '9'
	}
	return unicode.Is(unicode.N, r) || inRanges(hanNumbers[:], r)
}

func isAlnum(r rune) bool { return isAlpha(r) || isNumeric(r) }

// isSpace: bidirectional class WS, B or S, or category Zs.
func isSpace(r rune) bool {
	if r < 128 {
		return r >= 9 && r <= 13 || r >= 28 && r <= 32
	}
	switch {
	case r == 0x85, r == 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x200A, r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x3000:
		return true
	}
	return false
}

// isLineBreak: where splitlines splits.
func isLineBreak(r rune) bool {
	return r >= 10 && r <= 13 || r >= 28 && r <= 30 || r == 0x85 || r == 0x2028 || r == 0x2029
}

// isPrintable: repr() shows the character as it is.
func isPrintable(r rune) bool {
	if r < 127 {
		return r >= 32
	}
	return strconv.IsPrint(r) || newIdeograph(r) || r >= 0x2FFC && r <= 0x2FFF || r == 0x31EF
}

func isUpperChar(r rune) bool {
	if r < 128 {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.Is(unicode.Lu, r) || unicode.Is(unicode.Other_Uppercase, r)
}

func isLowerChar(r rune) bool {
	if r < 128 {
		return r >= 'a' && r <= 'z'
	}
	return unicode.Is(unicode.Ll, r) || unicode.Is(unicode.Other_Lowercase, r)
}

func isTitleChar(r rune) bool { return r >= 0x1C5 && unicode.Is(unicode.Lt, r) }

func isCased(r rune) bool { return isLowerChar(r) || isUpperChar(r) || isTitleChar(r) }

// isCaseIgnorable is the property that the rule for the final sigma looks through.
func isCaseIgnorable(r rune) bool {
	switch r {
	case '\'', '.', ':', 0xB7, 0x387, 0x55F, 0x5F4, 0x2018, 0x2019, 0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A, '^', '`':
		return true
	}
	return r >= 128 && unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}

// isIDStart is XID_Start or the underscore.
func isIDStart(r rune) bool {
	if r < 128 {
		return r == '_' || isAlpha(r)
	}
	if isAlpha(r) || unicode.Is(unicode.Nl, r) {
		switch {
		case r == 0xE33, r == 0xEB3, r >= 0xFF9E && r <= 0xFF9F:
			return false
		}
		return !notID(r)
	}
	return r == 0x1885 || r == 0x1886 || r == 0x2118 || r == 0x212E
}

// notID are letters that identifiers cannot have because of their normal form.
func notID(r rune) bool {
	switch {
	case r == 0x37A, r == 0x2E2F, r >= 0xFC5E && r <= 0xFC63, r == 0xFDFA, r == 0xFDFB:
		return true
	case r >= 0xFE70 && r <= 0xFE7E:
		return r&1 == 0 && r != 0xFE74 || r == 0xFE74
	}
	return false
}

// isIDContinue is XID_Continue.
func isIDContinue(r rune) bool {
	if r < 128 {
		return r == '_' || r >= '0' && r <= '9' || isAlpha(r)
	}
	if unicode.In(r, unicode.L, unicode.Nl, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc) || newIdeograph(r) {
		return !notID(r)
	}
	switch {
	case r == 0xB7, r == 0x387, r >= 0x1369 && r <= 0x1371, r == 0x19DA, r == 0x200C, r == 0x200D, r == 0x2118, r == 0x212E, r == 0x30FB, r == 0xFF65:
		return true
	}
	return false
}

// IsIdentifier reports whether s is a valid identifier (or keyword).
func IsIdentifier(s string) bool {
	if s == "" {
		return false
	}
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= 128 {
			r, n = DecodeRune(s[i:])
		}
		if i == 0 && !isIDStart(r) || i > 0 && !isIDContinue(r) {
			return false
		}
		i += n
	}
	return true
}

func appendUpper(b []byte, r rune) []byte {
	if r < 128 {
		if r >= 'a' && r <= 'z' {
			r -= 32
		}
		return append(b, byte(r))
	}
	if s, ok := lookCase(upperMulti[:], r); ok {
		return append(b, s...)
	}
	return AppendRune(b, unicode.ToUpper(r))
}

func appendTitle(b []byte, r rune) []byte {
	if r < 128 {
		return appendUpper(b, r)
	}
	if s, ok := lookCase(titleMulti[:], r); ok {
		return append(b, s...)
	}
	return AppendRune(b, unicode.ToTitle(r))
}

// appendLower appends the lower case of the character r at text[at:]; a capital
// sigma depends on what is around it.
func appendLower(b []byte, r rune, text string, at int) []byte {
	switch {
	case r < 128:
		if r >= 'A' && r <= 'Z' {
			r += 32
		}
		return append(b, byte(r))
	case r == 0x130:
		return append(b, "i\u0307"...)
	case r == 0x3A3:
		if finalSigma(text, at) {
			return append(b, "ς"...)
		}
		return append(b, "σ"...)
	}
	return AppendRune(b, unicode.ToLower(r))
}

func finalSigma(text string, at int) bool {
	i := at
	for i > 0 {
		r, n := DecodeLastRune(text[:i])
		if !isCaseIgnorable(r) {
			if !isCased(r) {
				return false
			}
			break
		}
		i -= n
	}
	if i == 0 {
		return false
	}
	for i = at + 2; i < len(text); {
		r, n := DecodeRune(text[i:])
		if !isCaseIgnorable(r) {
			return !isCased(r)
		}
		i += n
	}
	return true
}

func appendFold(b []byte, r rune) []byte {
	if r >= 128 {
		if s, ok := lookCase(foldSpecial[:], r); ok {
			return append(b, s...)
		}
		if r == 0x3A3 {
			return append(b, "σ"...)
		}
	}
	return appendLower(b, r, "", 0)
}
