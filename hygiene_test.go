package woma_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// secretive are the folders where keys, nonces and tags are made or compared.
var secretive = []string{"modules/cryptography", "modules/cryptolib", "modules/hashlib", "modules/hmac", "modules/secrets", "modules/uuid", "modules/woma",
	"modules/os", "internal/ciphers", "internal/hashes", "internal/recipes", "internal/hostfs", "cmd/woma"}

// predictable is Python code that could take a key, nonce or identifier from the Mersenne
// Twister; SystemRandom is the operating system's source.
var predictable = regexp.MustCompile(`(?m)^\s*(import\s+(\w+\s*,\s*)*u?random\b|from\s+u?random\s+import\s+(?:.*\b(?:random|Random|randint|randrange|getrandbits|randbytes|choice|choices|sample|shuffle|seed)\b))`)

// Randomness for secrets never comes from a generator that can be predicted.
func TestNoPredictableSecrets(t *testing.T) {
	seen := 0
	for _, root := range secretive {
		err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() && d.Name() == "testdata" {
				if err == nil {
					err = filepath.SkipDir
				}
				return err
			}
			switch {
			case strings.HasSuffix(file, ".go") && !strings.HasSuffix(file, "_test.go"):
				f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
				if err != nil {
					return err
				}
				for _, spec := range f.Imports {
					if imp := strings.Trim(spec.Path.Value, `"`); strings.HasPrefix(imp, "math/rand") || strings.HasSuffix(imp, "/modules/random") {
						t.Errorf("%s imports %s", file, imp)
					}
				}
				seen++
			case strings.HasSuffix(file, ".py"):
				b, err := os.ReadFile(file)
				if err != nil {
					return err
				}
				if found := predictable.Find(b); found != nil {
					t.Errorf("%s: %s", file, found)
				}
				seen++
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
	if seen < 50 {
		t.Errorf("only %d files were looked at", seen)
	}
	for text, bad := range map[string]bool{"import random": true, "    from random import getrandbits": true, "import os, random": true,
		"from random import SystemRandom": false, "import randomness": false, "from urandom import random": true, "import secrets": false} {
		if (predictable.FindString(text) != "") != bad {
			t.Errorf("%q", text)
		}
	}
}

// Tags, digests and keys are compared in constant time: with crypto/subtle or hmac.Equal. Other
// comparisons of bytes in these packages are listed with what makes them harmless.
func TestConstantTime(t *testing.T) {
	harmless := map[string]string{
		"c.RawIssuer, c.RawSubject":       "names in a certificate",
		"file[:headerSize], s.header[:]":  "the header of a key store is public",
		"file[headerSize:headerSize+nonc": "nonces are public",
		"e.Bytes(), y.key.(interface{ By": "public keys",
		"c.id, p.keyID":                   "identifiers in PKCS #12 are public",
		"sshPublic(have), sshPublic(want": "public keys",
		"o[:], p[:])":                     "public keys of X448",
		"o.data, p.data)":                 "public keys of ML-KEM-512",
		"key[32:], pub) || !bytes.Equal(": "the public halves of Ed25519 keys",
	}
	compare := regexp.MustCompile(`bytes\.(?:Equal|Compare)\((.{0,31})|reflect\.DeepEqual\((.{0,31})|string\(\w+\[[^\]]*\]\) [!=]= string\(`)
	for _, root := range secretive[:len(secretive)-2] {
		err := filepath.WalkDir(root, func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
				return err
			}
			b, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			for _, m := range compare.FindAllStringSubmatch(string(b), -1) {
				ok := false
				for what := range harmless {
					ok = ok || m[1] != "" && strings.HasPrefix(m[1], what)
				}
				if !ok {
					t.Errorf("%s: %s…: compare with crypto/subtle, or say in this test why not", file, m[0])
				}
			}
			return nil
		})
		if err != nil {
			t.Error(err)
		}
	}
}
