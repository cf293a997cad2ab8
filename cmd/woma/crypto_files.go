package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"

	"golang.org/x/term"

	"github.com/woma-lang/woma/internal/fips"
	"github.com/woma-lang/woma/internal/recipes"
)

// maxSmall is the size of what is read whole: keys, certificates, signatures.
const maxSmall = 1 << 20

// openInput opens a file, or standard input.
func openInput(name string) (io.ReadCloser, error) {
	if name == "-" {
		return io.NopCloser(os.Stdin), nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, plain(err)
	}
	if st, err := f.Stat(); err == nil && st.IsDir() {
		f.Close()
		return nil, errors.New(name + " is a folder")
	}
	return f, nil
}

// plain words an error of the operating system as the command does elsewhere.
func plain(err error) error {
	var e *fs.PathError
	if errors.As(err, &e) {
		return fmt.Errorf("%s: %w", e.Path, e.Err)
	}
	return err
}

func readSmall(name string) ([]byte, error) {
	f, err := openInput(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxSmall+1))
	if err != nil {
		return nil, plain(err)
	}
	if len(b) > maxSmall {
		return nil, errors.New(name + " is too big for a key or certificate")
	}
	return b, nil
}

// osFiles is where recipes.WriteFile writes.
type osFiles struct{}

// Open implements recipes.FS.
func (osFiles) Open(name string, flag int, perm fs.FileMode) (recipes.File, error) {
	return os.OpenFile(name, flag, perm)
}

// Stat implements recipes.FS.
func (osFiles) Stat(name string) (fs.FileInfo, error) { return os.Stat(name) }

// Readlink implements recipes.FS.
func (osFiles) Readlink(name string) (string, error) { return os.Readlink(name) }

// Rename implements recipes.FS.
func (osFiles) Rename(from, to string) error { return os.Rename(from, to) }

// Remove implements recipes.FS.
func (osFiles) Remove(name string) error { return os.Remove(name) }

// SyncDir implements recipes.FS.
func (osFiles) SyncDir(name string) {
	if d, err := os.Open(filepath.FromSlash(name)); err == nil {
		_ = d.Sync()
		d.Close()
	}
}

// output is a file to write.
type output struct {
	name string
	data []byte
	perm fs.FileMode
}

// write writes all files or, if one of them is there and --force is not given, none.
func (c *cryptoArgs) write(outputs ...output) error {
	if !c.force {
		for _, o := range outputs {
			if _, err := os.Lstat(o.name); err == nil && o.name != "-" && !recipes.Streams(osFiles{}, o.name) {
				return errors.New(o.name + " is there already; --force replaces it")
			}
		}
	}
	for _, o := range outputs {
		if o.name == "-" {
			if _, err := os.Stdout.Write(o.data); err != nil {
				return err
			}
			continue
		}
		if err := recipes.WriteFile(osFiles{}, rand.Reader, o.name, o.data, o.perm); err != nil {
			return plain(err)
		}
		os.Stderr.WriteString("wrote " + o.name + "\n")
	}
	return nil
}

// keyName says where the key came from, for errors.
func (c *cryptoArgs) keyName() string {
	if c.store != "" {
		return c.store + " " + c.name
	}
	return c.key
}

// secret returns the key that -k or -s and -n name.
func (c *cryptoArgs) secret(what string) ([]byte, error) {
	switch {
	case c.key != "" && c.store != "":
		return nil, usage("either -k or -s, not both")
	case c.key != "":
		return readSmall(c.key)
	case c.store == "" || c.name == "":
		return nil, usage("needs " + what + ": -k KEYFILE, or -s STORE -n NAME")
	}
	b, err := os.ReadFile(c.store)
	if err != nil {
		return nil, plain(err)
	}
	if _, err := recipes.StoreCosts(b); err != nil {
		return nil, fmt.Errorf("%s: %w", c.store, err)
	}
	password, err := c.password()
	if err != nil {
		return nil, err
	}
	s, err := recipes.OpenStore(fips.On(false), b, password)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.store, err)
	}
	key, ok := s.Get(c.name)
	if !ok {
		return nil, errors.New(c.store + " has no entry " + c.name)
	}
	return key, nil
}

// password comes from a file, the environment or the terminal, never from the command line,
// which other users can see.
func (c *cryptoArgs) password() ([]byte, error) {
	switch {
	case c.passwordFile != "":
		b, err := readSmall(c.passwordFile)
		for len(b) > 0 && (b[len(b)-1] == '\n' || b[len(b)-1] == '\r') {
			b = b[:len(b)-1]
		}
		return b, err
	case c.passwordEnv != "":
		s, ok := os.LookupEnv(c.passwordEnv)
		if !ok {
			return nil, errors.New("the environment has no " + c.passwordEnv)
		}
		return []byte(s), nil
	case !term.IsTerminal(int(os.Stdin.Fd())):
		return nil, errors.New("no terminal to ask for the password: --password-file or --password-env")
	}
	return askPassword("password of " + c.store + ": ")
}

// askPassword asks at the terminal, which shows nothing of the answer. Ctrl-C ends the
// command; before that the terminal gets back what it had, or it would stay blind.
func askPassword(prompt string) ([]byte, error) {
	fd := int(os.Stdin.Fd())
	before, err := term.GetState(fd)
	if err != nil {
		return nil, err
	}
	ctrlC, done := make(chan os.Signal, 1), make(chan struct{})
	signal.Notify(ctrlC, os.Interrupt)
	defer signal.Stop(ctrlC)
	defer close(done)
	go func() {
		select {
		case <-ctrlC:
			term.Restore(fd, before)
			os.Stderr.WriteString("\n")
			os.Exit(130)
		case <-done:
		}
	}()
	os.Stderr.WriteString(prompt)
	b, err := term.ReadPassword(fd)
	os.Stderr.WriteString("\n")
	return b, err
}

// maxSealed is the size of what is sealed and opened in one piece, in memory: nothing may be
// written before the tag at the end is found right.
const maxSealed = 256 << 20

// readSealed reads a file whole.
func readSealed(name string) ([]byte, error) {
	f, err := openInput(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	limit := int64(maxSealed + recipes.Overhead)
	tooBig := fmt.Errorf("%s has more than %d MiB, the most that is sealed in one piece", name, maxSealed>>20)
	if st, ok := f.(*os.File); ok {
		if info, err := st.Stat(); err == nil && info.Size() > limit {
			return nil, tooBig
		}
	}
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, plain(err)
	}
	if int64(len(b)) > limit {
		return nil, tooBig
	}
	return b, nil
}
