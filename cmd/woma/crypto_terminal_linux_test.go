package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// echo reports whether the terminal shows what is typed.
func (s *terminal) echo() bool {
	s.t.Helper()
	state, err := unix.IoctlGetTermios(int(s.keys.Fd()), unix.TCGETS)
	if err != nil {
		s.t.Fatal(err)
	}
	return state.Lflag&unix.ECHO != 0
}

// password waits for the prompt, with the echo off, and types.
func (s *terminal) password(store, keys string) {
	s.t.Helper()
	s.wait("password of " + store + ": ")
	for range 1000 {
		if !s.echo() {
			s.typed(keys)
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.t.Fatal("the terminal shows the password")
}

// The password of a key store is asked for at the terminal, without an echo.
func TestCryptoPassword(t *testing.T) {
	dir := t.TempDir()
	in := func(name string) string { return filepath.Join(dir, name) }
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program := "import sys, woma\nwith woma.keystore(sys.argv[1], 'swordfish', create=True, memory=8192, passes=1) as ks: ks.set('k', bytes(32))\n" +
		"open(sys.argv[2], 'w').write('secret text')"
	c := exec.Command(exe, "-c", program, in("store"), in("plain"))
	c.Env = append(os.Environ(), "WOMA_TEST_MAIN=1")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	run := func(keys string, status int, args ...string) string {
		t.Helper()
		s := startTerminal(t, append([]string{"crypto"}, args...)...)
		s.password(in("store"), keys)
		s.end(status)
		if !s.echo() {
			t.Error("the terminal shows nothing any more")
		}
		time.Sleep(50 * time.Millisecond) // the reader of the screen is behind
		s.mu.Lock()
		defer s.mu.Unlock()
		if strings.Contains(s.out.String(), "fish") {
			t.Errorf("the password is on the screen: %q", s.out.String())
		}
		return s.out.String()
	}
	seal := []string{"seal", "-s", in("store"), "-n", "k", "-o", in("sealed"), in("plain")}
	if out := run("goldfish\r", 1, seal...); !strings.Contains(out, "wrong password") {
		t.Errorf("a wrong password: %q", out)
	}
	if out := run("\r", 1, seal...); !strings.Contains(out, "the password is empty") {
		t.Errorf("no password: %q", out)
	}
	run("sword\x03", 130, seal...)
	if _, err := os.Stat(in("sealed")); err == nil {
		t.Error("sealed without a password")
	}
	run("golf\x15swordfisch\x7f\x7fh\r", 0, seal...) // Ctrl-U takes all back, the other key a letter
	run("swordfish\r", 0, "open", "-s", in("store"), "-n", "k", "-o", in("back"), in("sealed"))
	if b, err := os.ReadFile(in("back")); string(b) != "secret text" {
		t.Errorf("%q, %v", b, err)
	}
}
