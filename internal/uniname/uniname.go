// Package uniname finds characters by their Unicode names, for \N{…}. The names
// stand in names.z, which gen.go makes; those that follow from the code point (ideographs,
// Hangul syllables) are computed, and control characters, which have no names, go by
// the aliases that the standard gives them.
package uniname

import (
	"bufio"
	"compress/flate"
	_ "embed"
	"strconv"
	"strings"
)

//go:embed names.z
var table string

// Lookup returns the character with a name, upper or lower case.
func Lookup(name string) (rune, bool) {
	name = strings.ToUpper(name)
	for i := range aliases {
		if aliases[i].name == name {
			return aliases[i].r, true
		}
	}
	for _, prefix := range [...]string{"CJK UNIFIED IDEOGRAPH-", "CJK COMPATIBILITY IDEOGRAPH-", "TANGUT IDEOGRAPH-", "KHITAN SMALL SCRIPT CHARACTER-", "NUSHU CHARACTER-"} {
		if hex, ok := strings.CutPrefix(name, prefix); ok {
			return ideograph(prefix, hex)
		}
	}
	if syllable, ok := strings.CutPrefix(name, "HANGUL SYLLABLE "); ok {
		return hangul(syllable)
	}
	if name == "" || name[0] == '<' {
		return 0, false
	}
	lines := bufio.NewScanner(flate.NewReader(strings.NewReader(table)))
	for r := rune(0); lines.Scan(); {
		step, found, _ := strings.Cut(lines.Text(), " ")
		n, err := strconv.ParseUint(step, 16, 32)
		if err != nil {
			break
		}
		if r += rune(n); found == name {
			return r, true
		}
	}
	return 0, false
}

func ideograph(prefix, hex string) (rune, bool) {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil || len(hex) < 4 || strings.TrimLeft(hex, "0") != hex {
		return 0, false
	}
	r := rune(n)
	within := func(first, last rune) bool { return first <= r && r <= last }
	ok := false
	switch prefix {
	case "CJK UNIFIED IDEOGRAPH-":
		ok = within(0x3400, 0x4DBF) || within(0x4E00, 0x9FFF) || within(0x20000, 0x2A6DF) || within(0x2A700, 0x2B739) ||
			within(0x2B740, 0x2B81D) || within(0x2B820, 0x2CEA1) || within(0x2CEB0, 0x2EBE0) || within(0x30000, 0x323AF) || within(0x2EBF0, 0x2EE5D)
	case "CJK COMPATIBILITY IDEOGRAPH-":
		ok = within(0xF900, 0xFA6D) || within(0xFA70, 0xFAD9) || within(0x2F800, 0x2FA1D)
	case "TANGUT IDEOGRAPH-":
		ok = within(0x17000, 0x187F7) || within(0x18D00, 0x18D08)
	case "KHITAN SMALL SCRIPT CHARACTER-":
		ok = within(0x18B00, 0x18CD5)
	default:
		ok = within(0x1B170, 0x1B2FB)
	}
	return r, ok
}

// The parts of the names of Hangul syllables, section 3.12 of the Unicode standard.
var (
	leads  = [...]string{"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"}
	vowels = [...]string{"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"}
	tails  = [...]string{"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"}
)

func hangul(name string) (rune, bool) {
	for l, lead := range leads {
		for v, vowel := range vowels {
			rest, ok := strings.CutPrefix(name, lead+vowel)
			if !ok {
				continue
			}
			for t, tail := range tails {
				if rest == tail {
					return 0xAC00 + rune((l*len(vowels)+v)*len(tails)+t), true
				}
			}
		}
	}
	return 0, false
}

// aliases are names of characters that have none, and the standard's abbreviations
// and corrections (NameAliases.txt of the Unicode Character Database).
var aliases = [...]struct {
	name string
	r    rune
}{
	{"NULL", 0}, {"NUL", 0}, {"START OF HEADING", 1}, {"SOH", 1}, {"START OF TEXT", 2}, {"STX", 2}, {"END OF TEXT", 3}, {"ETX", 3},
	{"END OF TRANSMISSION", 4}, {"EOT", 4}, {"ENQUIRY", 5}, {"ENQ", 5}, {"ACKNOWLEDGE", 6}, {"ACK", 6}, {"ALERT", 7}, {"BEL", 7},
	{"BACKSPACE", 8}, {"BS", 8}, {"CHARACTER TABULATION", 9}, {"HORIZONTAL TABULATION", 9}, {"HT", 9}, {"TAB", 9},
	{"LINE FEED", 10}, {"NEW LINE", 10}, {"END OF LINE", 10}, {"LF", 10}, {"NL", 10}, {"EOL", 10},
	{"LINE TABULATION", 11}, {"VERTICAL TABULATION", 11}, {"VT", 11}, {"FORM FEED", 12}, {"FF", 12}, {"CARRIAGE RETURN", 13}, {"CR", 13},
	{"SHIFT OUT", 14}, {"LOCKING-SHIFT ONE", 14}, {"SO", 14}, {"SHIFT IN", 15}, {"LOCKING-SHIFT ZERO", 15}, {"SI", 15},
	{"DATA LINK ESCAPE", 16}, {"DLE", 16}, {"DEVICE CONTROL ONE", 17}, {"DC1", 17}, {"DEVICE CONTROL TWO", 18}, {"DC2", 18},
	{"DEVICE CONTROL THREE", 19}, {"DC3", 19}, {"DEVICE CONTROL FOUR", 20}, {"DC4", 20}, {"NEGATIVE ACKNOWLEDGE", 21}, {"NAK", 21},
	{"SYNCHRONOUS IDLE", 22}, {"SYN", 22}, {"END OF TRANSMISSION BLOCK", 23}, {"ETB", 23}, {"CANCEL", 24}, {"CAN", 24},
	{"END OF MEDIUM", 25}, {"EOM", 25}, {"EM", 25}, {"SUBSTITUTE", 26}, {"SUB", 26}, {"ESCAPE", 27}, {"ESC", 27},
	{"INFORMATION SEPARATOR FOUR", 28}, {"FILE SEPARATOR", 28}, {"FS", 28}, {"INFORMATION SEPARATOR THREE", 29}, {"GROUP SEPARATOR", 29}, {"GS", 29},
	{"INFORMATION SEPARATOR TWO", 30}, {"RECORD SEPARATOR", 30}, {"RS", 30}, {"INFORMATION SEPARATOR ONE", 31}, {"UNIT SEPARATOR", 31}, {"US", 31},
	{"SP", 32}, {"DELETE", 127}, {"DEL", 127}, {"PADDING CHARACTER", 128}, {"PAD", 128}, {"HIGH OCTET PRESET", 129}, {"HOP", 129},
	{"BREAK PERMITTED HERE", 130}, {"BPH", 130}, {"NO BREAK HERE", 131}, {"NBH", 131}, {"INDEX", 132}, {"IND", 132}, {"NEXT LINE", 133}, {"NEL", 133},
	{"START OF SELECTED AREA", 134}, {"SSA", 134}, {"END OF SELECTED AREA", 135}, {"ESA", 135},
	{"CHARACTER TABULATION SET", 136}, {"HTS", 136}, {"CHARACTER TABULATION WITH JUSTIFICATION", 137}, {"HTJ", 137}, {"LINE TABULATION SET", 138}, {"VTS", 138},
	{"PARTIAL LINE FORWARD", 139}, {"PLD", 139}, {"PARTIAL LINE BACKWARD", 140}, {"PLU", 140}, {"REVERSE LINE FEED", 141}, {"REVERSE INDEX", 141}, {"RI", 141},
	{"SINGLE SHIFT TWO", 142}, {"SS2", 142}, {"SINGLE SHIFT THREE", 143}, {"SS3", 143}, {"DEVICE CONTROL STRING", 144}, {"DCS", 144},
	{"PRIVATE USE ONE", 145}, {"PU1", 145}, {"PRIVATE USE TWO", 146}, {"PU2", 146}, {"SET TRANSMIT STATE", 147}, {"STS", 147},
	{"CANCEL CHARACTER", 148}, {"CCH", 148}, {"MESSAGE WAITING", 149}, {"MW", 149}, {"START OF GUARDED AREA", 150}, {"SPA", 150},
	{"END OF GUARDED AREA", 151}, {"EPA", 151}, {"START OF STRING", 152}, {"SOS", 152}, {"SINGLE GRAPHIC CHARACTER INTRODUCER", 153}, {"SGC", 153},
	{"SINGLE CHARACTER INTRODUCER", 154}, {"SCI", 154}, {"CONTROL SEQUENCE INTRODUCER", 155}, {"CSI", 155}, {"STRING TERMINATOR", 156}, {"ST", 156},
	{"OPERATING SYSTEM COMMAND", 157}, {"OSC", 157}, {"PRIVACY MESSAGE", 158}, {"PM", 158}, {"APPLICATION PROGRAM COMMAND", 159}, {"APC", 159},
	{"NBSP", 0xA0}, {"SHY", 0xAD}, {"LATIN CAPITAL LETTER GHA", 0x1A2}, {"LATIN SMALL LETTER GHA", 0x1A3}, {"CGJ", 0x34F}, {"ALM", 0x61C},
	{"ZWSP", 0x200B}, {"ZWNJ", 0x200C}, {"ZWJ", 0x200D}, {"LRM", 0x200E}, {"RLM", 0x200F}, {"LRE", 0x202A}, {"RLE", 0x202B}, {"PDF", 0x202C},
	{"LRO", 0x202D}, {"RLO", 0x202E}, {"NNBSP", 0x202F}, {"MMSP", 0x205F}, {"WJ", 0x2060}, {"LRI", 0x2066}, {"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069},
	{"WEIERSTRASS ELLIPTIC FUNCTION", 0x2118}, {"BYTE ORDER MARK", 0xFEFF}, {"BOM", 0xFEFF}, {"ZWNBSP", 0xFEFF},
}
