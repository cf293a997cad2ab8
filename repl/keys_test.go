package repl

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// Keys come in pieces of any size.
func TestKeysInPieces(t *testing.T) {
	const typed = "ab\x1b[1;5D\tc\x1bOA\x1b[200~x\ty\x1b[201~\x1bd\r"
	want := "ab" + string(rune(keyWordLeft)) + string(rune(keyTab)) + "c\x1b[A" + pasteStart + "x    y" + pasteEnd + string(rune(keyKillWord)) + "\r"
	for name, r := range map[string]io.Reader{
		"at once": strings.NewReader(typed), "one by one": iotest.OneByteReader(strings.NewReader(typed)),
		"by halves": iotest.HalfReader(strings.NewReader(typed)),
	} {
		var out strings.Builder
		k := &keys{r: r}
		buf := make([]byte, 16)
		for {
			n, err := k.Read(buf)
			out.Write(buf[:n])
			if err != nil {
				break
			}
		}
		if out.String() != want {
			t.Errorf("%s: %q, want %q", name, out.String(), want)
		}
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		line             string
		pos, left, right int
	}{
		{"", 0, 0, 0}, {"ab cd", 5, 3, 5}, {"ab cd", 3, 0, 5}, {"ab  ", 4, 0, 4}, {"  ab", 0, 0, 4}, {"é_1(x", 5, 0, 6}, {"a.b", 1, 0, 3},
	} {
		if l, r := wordLeft(c.line[:c.pos]), wordRight(c.line, c.pos); l != c.left || r != c.right {
			t.Errorf("%q at %d: %d and %d, want %d and %d", c.line, c.pos, l, r, c.left, c.right)
		}
	}
}
