package main

import (
	"bytes"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// terminal is woma at a pseudo-terminal.
type terminal struct {
	t    *testing.T
	keys *os.File
	cmd  *exec.Cmd
	mu   sync.Mutex
	out  bytes.Buffer // what the screen got
	seen int          // what wait has passed
}

func startTerminal(t *testing.T, args ...string) *terminal {
	t.Helper()
	ptmx, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	unlock := 0
	if err := unix.IoctlSetPointerInt(int(ptmx.Fd()), unix.TIOCSPTLCK, unlock); err != nil {
		t.Skip(err)
	}
	n, err := unix.IoctlGetInt(int(ptmx.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Skip(err)
	}
	tty, err := os.OpenFile("/dev/pts/"+strconv.Itoa(n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip(err)
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(exe, args...)
	c.Env = append(os.Environ(), "WOMA_TEST_MAIN=1", "TERM=xterm")
	c.Stdin, c.Stdout, c.Stderr = tty, tty, tty
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	tty.Close()
	s := &terminal{t: t, keys: ptmx, cmd: c}
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := ptmx.Read(buf)
			s.mu.Lock()
			s.out.Write(buf[:n])
			s.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		c.Process.Kill()
		ptmx.Close()
	})
	return s
}

// wait waits for text on the screen after what was waited for before.
func (s *terminal) wait(text string) {
	s.t.Helper()
	for range 1000 {
		s.mu.Lock()
		all := s.out.String()
		i := strings.Index(all[s.seen:], text)
		if i >= 0 {
			s.seen += i + len(text)
		}
		s.mu.Unlock()
		if i >= 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.t.Fatalf("no %q after:\n%q", text, s.out.String())
}

func (s *terminal) typed(keys string) { s.keys.WriteString(keys) }

// enter types a line and waits for the answer.
func (s *terminal) enter(line, answer string) {
	s.t.Helper()
	s.typed(line + "\r")
	s.wait(answer)
	s.wait(">>> ")
}

func (s *terminal) end(status int) {
	s.t.Helper()
	done := make(chan struct{})
	go func() { s.cmd.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(10 * time.Second):
		s.t.Fatal("does not end")
	}
	if got := s.cmd.ProcessState.ExitCode(); got != status {
		s.t.Errorf("exit status %d, want %d", got, status)
	}
}

func TestTerminal(t *testing.T) {
	s := startTerminal(t, "-q")
	s.wait(">>> ")
	s.enter("6 * 7", "\n42\r\n")
	s.enter("_ + 1", "\n43\r\n")
	s.enter("1/0", "ZeroDivisionError: division by zero\r\n")
	// Editing: left, insert; up; home and end.
	s.enter("12\x1b[D3", "\n132\r\n")
	s.enter("\x1b[A", "\n132\r\n")
	s.enter("5\x01-\x056", "\n-56\r\n")
	s.enter("'\xc3\xa4\xe2\x82\xac'", "\n'ä€'\r\n")
	// A block.
	s.typed("for i in range(2):\r")
	s.wait("... ")
	s.typed("\tprint('line', i)\r")
	s.wait("... ")
	s.enter("", "line 0\r\nline 1\r\n")
	// Ctrl-C drops the line, also in a block, and the prompt goes on.
	s.typed("nonsense(\x03")
	s.wait("KeyboardInterrupt")
	s.wait(">>> ")
	s.typed("def f():\r")
	s.wait("... ")
	s.typed("\x03")
	s.wait("KeyboardInterrupt")
	s.wait(">>> ")
	s.enter("'still here'", "\n'still here'\r\n")
	// Ctrl-C while a program runs, sleeps, reads.
	s.typed("while True: pass\r")
	s.wait("... ")
	s.typed("\r")
	time.Sleep(100 * time.Millisecond)
	s.enter("\x03", "KeyboardInterrupt\r\n")
	s.typed("import time; time.sleep(100)\r")
	time.Sleep(100 * time.Millisecond)
	s.typed("\x03")
	s.wait("KeyboardInterrupt\r\n")
	s.wait(">>> ")
	s.typed("input('? ')\r")
	s.wait("\n? ")
	s.typed("\x03")
	s.wait("KeyboardInterrupt\r\n")
	s.wait(">>> ")
	s.typed("input('? ')\r")
	s.wait("\n? ")
	s.typed("answer\r")
	s.wait("'answer'")
	s.wait(">>> ")
	s.typed("\x04")
	s.end(0)
}

func TestTerminalExit(t *testing.T) {
	s := startTerminal(t, "-q")
	s.wait(">>> ")
	s.typed("exit(5)\r")
	s.end(5)
}

func TestTerminalBanner(t *testing.T) {
	s := startTerminal(t)
	s.wait("woma " + version)
	s.wait(">>> ")
	s.typed("\x04")
	s.end(0)
}
