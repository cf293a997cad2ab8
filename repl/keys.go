package repl

import (
	"bytes"
	"errors"
	"io"
)

// Keys that x/term's editor does not know reach it as characters of Unicode's private
// area, which it hands to the function for completion.
const (
	keyTab = 0xF0000 + iota
	keyWordLeft
	keyWordRight
	keyKillWord
	keyKillWordLeft
	keyKillWordBlanks // Ctrl-W: up to a blank
	keyKillToEnd
	keyKillToStart
	keyYank
	keyEscapeAlone
)

// sequences are what terminals send for them, and for what the editor knows under
// another sequence.
var sequences = []struct {
	sent string
	key  rune
	as   string
}{
	{"\t", keyTab, ""},
	{"\x0b", keyKillToEnd, ""},
	{"\x15", keyKillToStart, ""},
	{"\x17", keyKillWordBlanks, ""},
	{"\x19", keyYank, ""},
	{"\x1bb", keyWordLeft, ""},
	{"\x1bf", keyWordRight, ""},
	{"\x1bd", keyKillWord, ""},
	{"\x1b\x7f", keyKillWordLeft, ""},
	{"\x1b\x08", keyKillWordLeft, ""},
	{"\x1b[1;5D", keyWordLeft, ""},
	{"\x1b[1;5C", keyWordRight, ""},
	{"\x1b[1;3D", keyWordLeft, ""},
	{"\x1b[1;3C", keyWordRight, ""},
	{"\x1b[3;5~", keyKillWord, ""},
	{"\x1bOA", 0, "\x1b[A"},
	{"\x1bOB", 0, "\x1b[B"},
	{"\x1bOC", 0, "\x1b[C"},
	{"\x1bOD", 0, "\x1b[D"},
	{"\x1bOH", 0, "\x1b[H"},
	{"\x1bOF", 0, "\x1b[F"},
	{"\x1b[1~", 0, "\x1b[H"},
	{"\x1b[4~", 0, "\x1b[F"},
	{"\x1b[7~", 0, "\x1b[H"},
	{"\x1b[8~", 0, "\x1b[F"},
}

const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// errPaste is what a line ends with when Ctrl-E was typed before anything else.
var errPaste = errors.New("repl: paste mode")

// keys passes on what is typed, up to the end of a line at a time, in the editor's
// terms. It remembers a Ctrl-C, which the editor reports like the end of input.
type keys struct {
	r           io.Reader
	w           io.Writer
	typed       []byte // not passed on yet
	interrupted bool
	fresh       bool // nothing was typed since the line began
	canPaste    bool // Ctrl-E then begins the paste mode
	pasting     bool // between the brackets that terminals put around pasted text
	buf         [256]byte
}

// more waits for keys.
func (k *keys) more() error {
	n, err := k.r.Read(k.buf[:])
	k.typed = append(k.typed, k.buf[:n]...)
	if n > 0 {
		return nil
	}
	return err
}

// Read implements io.Reader for the editor.
func (k *keys) Read(p []byte) (int, error) {
	for {
		out, used := k.translate(len(p))
		if used > 0 {
			k.typed = k.typed[:copy(k.typed, k.typed[used:])]
		}
		if len(out) > 0 {
			return copy(p, out), nil
		}
		if k.fresh && k.canPaste && len(k.typed) > 0 && k.typed[0] == 5 {
			k.typed = k.typed[:copy(k.typed, k.typed[1:])]
			return 0, errPaste
		}
		if err := k.more(); err != nil {
			return 0, err
		}
	}
}

// translate returns at most limit bytes for the editor, and how many typed ones they
// stand for: up to the end of a line, a Ctrl-C, or a sequence whose end is missing.
func (k *keys) translate(limit int) (out []byte, used int) {
	for used < len(k.typed) && len(out)+8 <= limit {
		rest := k.typed[used:]
		if k.pasting {
			if bytes.HasPrefix(rest, []byte(pasteEnd)) {
				k.pasting = false
				out, used = append(out, pasteEnd...), used+len(pasteEnd)
				continue
			}
			if rest[0] == 0x1b && len(rest) < len(pasteEnd) && bytes.HasPrefix([]byte(pasteEnd), rest) {
				return out, used
			}
		} else if n, key, as, partial := sequence(rest); partial {
			return out, used
		} else if n > 0 {
			k.fresh = false
			if as == "" {
				as = string(key)
			}
			out, used = append(out, as...), used+n
			continue
		}
		if rest[0] == 5 && k.fresh && k.canPaste {
			return out, used
		}
		if bytes.HasPrefix(rest, []byte(pasteStart)) {
			k.pasting = true
			out, used = append(out, pasteStart...), used+len(pasteStart)
			continue
		}
		k.fresh = false
		c := rest[0]
		out, used = append(out, c), used+1
		switch {
		case c == 3 && !k.pasting:
			k.interrupted = true
			return out, len(k.typed) // what was typed ahead goes with the line
		case c == '\t' && k.pasting:
			out = append(out[:len(out)-1], "    "...)
		case c == '\r', c == '\n':
			return out, used
		}
	}
	return out, used
}

// sequence returns the key at the beginning of b and how many bytes it has: 0 if there
// is none of the table. partial means that b ends inside one.
func sequence(b []byte) (n int, key rune, as string, partial bool) {
	for _, s := range sequences {
		if bytes.HasPrefix(b, []byte(s.sent)) {
			return len(s.sent), s.key, s.as, false
		}
		partial = partial || len(b) < len(s.sent) && bytes.HasPrefix([]byte(s.sent), b)
	}
	return 0, 0, "", partial || len(b) < len(pasteStart) && bytes.HasPrefix([]byte(pasteStart), b)
}

func (k *keys) Write(p []byte) (int, error) { return k.w.Write(p) }
