package main

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"fmt"
	"hash"
	"io"
	"net"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/woma-lang/woma/internal/fips"
	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/internal/recipes"
)

// woma crypto: what module woma does, from the shell. docs/crypto.md describes the formats,
// which are those of internal/recipes; here are only arguments and files.

const cryptoUsage = `usage: woma crypto COMMAND [option] ... [file] ...
  hash [-a NAME] [FILE ...]            print digests (sha256 unless -a says otherwise)
  hmac [-a NAME] -k KEYFILE [FILE ...] print keyed digests
  keygen [-t TYPE] [-o FILE]           make a key: sign (Ed25519), seal, p256, rsa
  sign -k KEYFILE [-c TEXT] FILE       write FILE.sig
  verify -k PUBLICKEY FILE             check FILE against FILE.sig
  seal -k KEYFILE [-o OUT] FILE        encrypt and authenticate
  open -k KEYFILE [-o OUT] FILE        the other way round
  cert [-d DIR] [--days N] NAME ...    make a certificate authority, if DIR has none, and
                                       certificates for host names, addresses, devices
  info FILE ...                        say what a key or certificate is
Options:
  -s STORE -n NAME   take the key from a key store (woma.keystore) instead of -k KEYFILE; its
                     password comes from --password-file FILE, --password-env VARIABLE or a prompt
  -o FILE            where to write; - is standard output
  --force            replace files that are there
A file is - for standard input. A program called crypto is run by: woma ./crypto
`

// cryptoArgs is the command line of woma crypto.
type cryptoArgs struct {
	algorithm, key, store, name, kind, out, comment, dir string
	passwordFile, passwordEnv, signature, days           string
	force                                                bool
	files                                                []string
}

// usage is an error of the command line.
type usage string

func (u usage) Error() string { return string(u) }

// cryptoOptions are the options of each command, as its letters; a long option has no letter.
func cryptoOptions(command string) (letters string, ok bool) {
	switch command {
	case "hash":
		return "a", true
	case "hmac":
		return "aksn", true
	case "keygen":
		return "to", true
	case "sign":
		return "ksnc", true
	case "verify":
		return "k", true
	case "seal":
		return "ksno", true
	case "open":
		return "ksno", true
	case "cert":
		return "d", true
	case "info":
		return "", true
	}
	return "", false
}

func (c *cryptoArgs) option(command, name string) *string {
	letters, _ := cryptoOptions(command)
	long := map[string]*string{"--password-file": &c.passwordFile, "--password-env": &c.passwordEnv}
	switch {
	case len(name) == 2 && strings.Contains(letters, name[1:]):
		return map[byte]*string{'a': &c.algorithm, 'k': &c.key, 's': &c.store, 'n': &c.name, 't': &c.kind, 'o': &c.out,
			'c': &c.comment, 'd': &c.dir}[name[1]]
	case strings.Contains(letters, "s") && long[name] != nil:
		return long[name]
	case name == "--signature" && (command == "sign" || command == "verify"):
		return &c.signature
	case name == "--days" && command == "cert":
		return &c.days
	}
	return nil
}

// parseCrypto reads the command line after the command.
func parseCrypto(command string, args []string) (*cryptoArgs, error) {
	c := &cryptoArgs{algorithm: "sha256"}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			c.files = append(c.files, args[i+1:]...)
			return c, nil
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			c.files = append(c.files, arg)
			continue
		case arg == "--force":
			c.force = true
			continue
		}
		name, value, has := arg, "", false
		if strings.HasPrefix(arg, "--") {
			name, value, has = strings.Cut(arg, "=")
		} else if len(arg) > 2 {
			name, value, has = arg[:2], arg[2:], true
		}
		to := c.option(command, name)
		if to == nil {
			return nil, usage("unknown option for " + command + ": " + name)
		}
		if !has {
			if i++; i >= len(args) {
				return nil, usage("argument expected for " + name)
			}
			value = args[i]
		}
		*to = value
	}
	return c, nil
}

// stdins is how many of what is read come from standard input.
//
//go:noinline
func (c *cryptoArgs) stdins() (n int) {
	for _, name := range append(c.files, c.key, c.passwordFile) {
		if name == "-" {
			n++
		}
	}
	return n
}

// crypto runs woma crypto and returns the exit status: 0, 1 for what failed or is not
// genuine, 2 for a wrong command line.
func crypto(args []string) int {
	if len(args) == 0 || args[0] == "-h" || args[0] == "--help" {
		os.Stdout.WriteString(cryptoUsage)
		return 0
	}
	err := cryptoCommand(args[0], args[1:])
	var wrong usage
	switch {
	case err == nil:
		return 0
	case errors.As(err, &wrong):
		os.Stderr.WriteString("woma crypto: " + err.Error() + "\nTry `woma crypto -h' for more information.\n")
		return 2
	}
	os.Stderr.WriteString("woma crypto " + args[0] + ": " + err.Error() + "\n")
	return 1
}

func cryptoCommand(command string, args []string) error {
	if _, ok := cryptoOptions(command); !ok {
		return usage("no command " + strconv.Quote(command))
	}
	if len(args) == 1 && (args[0] == "-h" || args[0] == "--help") {
		_, err := os.Stdout.WriteString(cryptoUsage)
		return err
	}
	c, err := parseCrypto(command, args)
	if err != nil {
		return err
	}
	if c.stdins() > 1 {
		return usage("standard input can be read once only")
	}
	switch command {
	case "hash", "hmac":
		return c.hash(command)
	case "keygen":
		return c.keygen()
	case "cert":
		return c.cert()
	case "info":
		return c.info()
	}
	if len(c.files) != 1 {
		return usage(command + " takes one file")
	}
	switch command {
	case "sign":
		return c.sign(c.files[0])
	case "verify":
		return c.verify(c.files[0])
	case "seal":
		return c.seal(c.files[0], recipes.Seal)
	}
	return c.seal(c.files[0], func(_ io.Reader, approved bool, key, data, ad []byte) ([]byte, error) {
		return recipes.Open(approved, key, data, ad)
	})
}

// hash prints digests as sha256sum does.
func (c *cryptoArgs) hash(command string) error {
	algorithm, ok := hashes.Find(c.algorithm)
	if !ok || algorithm.Size == 0 {
		return usage("no hash " + strconv.Quote(c.algorithm) + "; hashlib.algorithms_guaranteed has the names")
	}
	if fips.On(false) && !algorithm.Approved() {
		return errors.New(algorithm.Name + " is not approved by FIPS 140-3")
	}
	begin := algorithm.New
	if command == "hmac" {
		key, err := c.secret("a key")
		if err != nil {
			return err
		}
		if len(key) == 0 {
			return errors.New("the key is empty")
		}
		if fips.On(false) && len(key) < 14 {
			return errors.New("keys of fewer than 14 bytes are not approved by FIPS 140-3")
		}
		begin = func() hash.Hash { return hmac.New(algorithm.Bare(), key) }
	}
	if len(c.files) == 0 {
		c.files = []string{"-"}
	}
	for _, name := range c.files {
		f, err := openInput(name)
		if err != nil {
			return err
		}
		h := begin()
		_, err = io.Copy(h, f)
		f.Close()
		if err != nil {
			return err
		}
		if _, err := os.Stdout.WriteString(hex.EncodeToString(h.Sum(nil)) + "  " + name + "\n"); err != nil {
			return err
		}
	}
	return nil
}

// keygen writes a private key, and beside it what others need.
func (c *cryptoArgs) keygen() error {
	if len(c.files) > 0 {
		return usage("keygen takes no file; -o says where to write")
	}
	var private, public []byte
	var err error
	name := "woma.key"
	switch c.kind {
	case "", "sign", "ed25519":
		var key ed25519.PrivateKey
		if _, key, err = ed25519.GenerateKey(rand.Reader); err == nil {
			private, public = recipes.PrivatePEM(key), recipes.PublicPEM(key.Public().(ed25519.PublicKey))
		}
	case "seal":
		private = make([]byte, recipes.KeySize)
		_, err = rand.Read(private)
		name = "seal.key"
	case "p256":
		var key *ecdsa.PrivateKey
		if key, err = ecdsa.GenerateKey(elliptic.P256(), rand.Reader); err == nil {
			private, public, err = keyPEM(key, key.Public())
		}
	case "rsa":
		var key *rsa.PrivateKey
		if key, err = rsa.GenerateKey(rand.Reader, 3072); err == nil {
			private, public, err = keyPEM(key, key.Public())
		}
	default:
		return usage("no type " + strconv.Quote(c.kind) + "; there are sign, seal, p256, rsa")
	}
	if err != nil {
		return err
	}
	if c.out != "" {
		name = c.out
	}
	outputs := []output{{name, private, 0o600}}
	if public != nil && name != "-" {
		outputs = append(outputs, output{name + ".pub", public, 0o644})
	}
	return c.write(outputs...)
}

func keyPEM(key, pub any) (private, public []byte, err error) {
	a, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return nil, nil, err
	}
	b, err := x509.MarshalPKIXPublicKey(pub)
	return pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: a}), pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: b}), err
}

// signatureName is where the signature of a file is.
func (c *cryptoArgs) signatureName(file string) (string, error) {
	switch {
	case c.signature != "":
		return c.signature, nil
	case file == "-":
		return "", usage("standard input has no FILE.sig: --signature says where it is")
	}
	return file + ".sig", nil
}

func (c *cryptoArgs) sign(file string) error {
	name, err := c.signatureName(file)
	if err != nil {
		return err
	}
	text, err := c.secret("a private key")
	if err != nil {
		return err
	}
	key, err := recipes.ParsePrivate(text)
	if err != nil {
		return fmt.Errorf("%s: %w; `woma crypto keygen' makes one", c.keyName(), err)
	}
	f, err := openInput(file)
	if err != nil {
		return err
	}
	defer f.Close()
	sig, err := recipes.Sign(f, key, c.comment)
	if err != nil {
		return err
	}
	if name == "-" {
		_, err := os.Stdout.Write(sig)
		return err
	}
	// A signature is made again after each change of the file.
	return recipes.WriteFile(osFiles{}, rand.Reader, name, sig, 0o644)
}

func (c *cryptoArgs) verify(file string) error {
	if c.key == "" {
		return usage("verify needs -k PUBLICKEY")
	}
	name, err := c.signatureName(file)
	if err != nil {
		return err
	}
	text, err := readSmall(c.key)
	if err != nil {
		return err
	}
	key, err := recipes.ParsePublic(text)
	if err != nil {
		return fmt.Errorf("%s: %w", c.key, err)
	}
	if name == file {
		return usage("the file and its signature are the same")
	}
	sig, err := readSmall(name)
	if err != nil {
		return err
	}
	f, err := openInput(file)
	if err != nil {
		return err
	}
	defer f.Close()
	comment, err := recipes.Verify(f, key, sig)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	text = []byte(file + ": genuine")
	if comment != "" {
		text = append(text, ": "+comment...)
	}
	_, err = os.Stdout.Write(append(text, '\n'))
	return err
}

// seal is seal and open.
func (c *cryptoArgs) seal(file string, turn func(random io.Reader, approved bool, key, data, ad []byte) ([]byte, error)) error {
	if c.out == "" {
		return usage("-o says where to write; - is standard output")
	}
	key, err := c.secret("a key of 32 bytes")
	if err != nil {
		return err
	}
	if len(key) != recipes.KeySize {
		return fmt.Errorf("%s: %w, not %d; `woma crypto keygen -t seal' makes one", c.keyName(), recipes.ErrKeySize, len(key))
	}
	data, err := readSealed(file)
	if err != nil {
		return err
	}
	out, err := turn(rand.Reader, fips.On(false), key, data, nil)
	if err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return c.write(output{c.out, out, 0o600})
}

// cert makes the certificates for mutual TLS between a handful of machines.
func (c *cryptoArgs) cert() error {
	days := 825
	if c.days != "" {
		n, err := strconv.Atoi(c.days)
		if err != nil || n < 1 || n > 36500 {
			return usage("--days takes a number from 1 to 36500")
		}
		days = n
	}
	if len(c.files) == 0 {
		return usage("cert takes host names, addresses or names of devices")
	}
	for _, name := range c.files {
		if name == "" || name == "ca" || strings.ContainsAny(name, "/\\: *\x00") && net.ParseIP(name) == nil || strings.HasPrefix(name, ".") {
			return usage("cannot make a certificate for " + strconv.Quote(name))
		}
		if strings.ContainsFunc(name, func(r rune) bool { return r <= ' ' || r >= 0x7f }) {
			return usage("cannot make a certificate for " + strconv.Quote(name) + ": letters other than English ones are written xn--…")
		}
	}
	if c.dir != "" {
		if err := os.MkdirAll(c.dir, 0o777); err != nil {
			return plain(err)
		}
	}
	in := func(name string) string { return filepath.Join(c.dir, strings.ReplaceAll(name, ":", "_")) }
	cert, err1 := readSmall(in("ca.crt"))
	key, err2 := readSmall(in("ca.key"))
	ca := &recipes.Identity{Cert: cert, Key: key}
	var outputs []output
	switch {
	case errors.Is(err1, os.ErrNotExist) && errors.Is(err2, os.ErrNotExist):
		var err error
		if ca, err = recipes.NewCA("woma test CA", time.Now(), max(days, 3650)); err != nil {
			return err
		}
		outputs = append(outputs, output{in("ca.key"), ca.Key, 0o600}, output{in("ca.crt"), ca.Cert, 0o644})
	case err1 != nil || err2 != nil:
		return errors.Join(err1, err2)
	}
	for _, name := range c.files {
		id, err := recipes.NewDevice(ca, name, time.Now(), days)
		if err != nil {
			return fmt.Errorf("%s: %w", in("ca.crt"), err)
		}
		outputs = append(outputs, output{in(name + ".key"), id.Key, 0o600}, output{in(name + ".crt"), id.Cert, 0o644})
	}
	return c.write(outputs...)
}

func (c *cryptoArgs) info() error {
	if len(c.files) == 0 {
		return usage("info takes files")
	}
	var unknown []string
	for _, name := range c.files {
		b, err := readSmall(name)
		if err != nil {
			return err
		}
		text := recipes.Info(b, time.Now())
		if text == "" {
			unknown = append(unknown, name)
			text = "nothing that is known here\n"
		}
		if _, err := os.Stdout.WriteString(name + ": " + strings.TrimRight(text, "\n") + "\n"); err != nil {
			return err
		}
	}
	if unknown != nil {
		return errors.New("not known: " + strings.Join(unknown, ", "))
	}
	return nil
}
