package uniname

import "testing"

func TestLookup(t *testing.T) {
	for name, want := range map[string]rune{
		"SPACE": ' ', "latin small letter a with diaeresis": 'ä', "GREEK SMALL LETTER ALPHA": 'α', "SNOWMAN": '☃', "PILE OF POO": '💩',
		"LINE FEED": '\n', "CJK UNIFIED IDEOGRAPH-4E2D": '中', "HANGUL SYLLABLE HAN": '한', "HANGUL SYLLABLE A": '아', "VARIATION SELECTOR-256": 0xE01EF,
		"LATIN SMALL LETTER GHA": 'ƣ', "HANGUL JUNGSEONG ARAEA": 'ᆞ',
	} {
		if r, ok := Lookup(name); !ok || r != want {
			t.Errorf("%s: %q %v, want %q", name, r, ok, want)
		}
	}
	for _, name := range []string{"", "NO SUCH NAME", "<control>", "CJK UNIFIED IDEOGRAPH-0041", "CJK UNIFIED IDEOGRAPH-04E2D", "HANGUL SYLLABLE ", "HANGUL SYLLABLE XYZ"} {
		if r, ok := Lookup(name); ok {
			t.Errorf("%s: %q", name, r)
		}
	}
}
