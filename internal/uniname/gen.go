//go:build ignore

// Gen writes names.z: the names of characters, compressed. Each line is the distance
// from the code point before, in hexadecimal, and the name. Run it in a module that
// requires golang.org/x/text:
//
//	go run gen.go
package main

import (
	"bytes"
	"compress/flate"
	"fmt"
	"os"
	"strings"

	"golang.org/x/text/unicode/runenames"
)

func main() {
	var text bytes.Buffer
	last := rune(0)
	for r := rune(0); r <= 0x10FFFF; r++ {
		name := runenames.Name(r)
		computed := strings.HasPrefix(name, "CJK UNIFIED IDEOGRAPH-") || strings.HasPrefix(name, "HANGUL SYLLABLE ") ||
			strings.HasPrefix(name, "CJK COMPATIBILITY IDEOGRAPH-")
		if name == "" || name[0] == '<' || computed {
			continue
		}
		fmt.Fprintf(&text, "%x %s\n", r-last, name)
		last = r
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err == nil {
		_, err = w.Write(text.Bytes())
	}
	if err == nil {
		err = w.Close()
	}
	if err == nil {
		err = os.WriteFile("names.z", out.Bytes(), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
