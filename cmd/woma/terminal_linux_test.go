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
	home string
	mu   sync.Mutex
	out  bytes.Buffer // what the screen got
	seen int          // what wait has passed
}

func startTerminal(t *testing.T, args ...string) *terminal {
	t.Helper()
	return startTerminalIn(t, t.TempDir(), args...)
}

// startTerminalIn gives the command a home directory.
func startTerminalIn(t *testing.T, home string, args ...string) *terminal {
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
	c.Env = append(os.Environ(), "WOMA_TEST_MAIN=1", "TERM=xterm", "HOME="+home)
	c.Stdin, c.Stdout, c.Stderr = tty, tty, tty
	c.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	tty.Close()
	s := &terminal{t: t, keys: ptmx, cmd: c, home: home}
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

// brackets are what asks the terminal to mark pasted text.
var brackets = strings.NewReplacer("\x1b[?2004h", "", "\x1b[?2004l", "")

// wait waits for text on the screen after what was waited for before.
func (s *terminal) wait(text string) {
	s.t.Helper()
	for range 1000 {
		s.mu.Lock()
		all := brackets.Replace(s.out.String())
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

// Keys, completion, indentation, pasting and history of the prompt.
func TestTerminalEditing(t *testing.T) {
	s := startTerminal(t, "-q")
	s.wait(">>> ")
	// Emacs' keys. What is printed shows the line that was made.
	for _, c := range [][2]string{
		{"1\x10\x10\x0e234", "1234"}, // up, up, down without history
		{"t = 1\x022\x05; t", "21"},
		{"'boofar\x02\x02\x02\x0b\x01\x06\x04f\x05bar'", "'foobar'"},
		{"234\x1bb1", "1234"},
		{"234    \x1bb1", "1234"},
		{"1+2 12\x02\x02+\x1bf+3", "18"},
		{"1+    12 3\x01\x06\x06\x1bf+", "16"},
		{"100 + 45623\x02\x02\x1b\x7f", "123"},
		{"100 + 45623\x1b\x7f1", "101"},
		{"100 + 256\x02\x02\x1bd3", "123"},
		{"1 + 256\x02\x02\x02\x02\x1bd2", "3"},
		{"234\x1b[1;5D1", "1234"},
		{"12\x02\x02\x1b[1;5C3", "123"},
		{"123\x171", "1"},
		{"12 + 30\x1b\x7f\x19 + \x19", "72"},
		{"99\x15\x19\x19", "9999"},
		{"132\x02\x08\x1b[3~45", "145"},
		{"12\x1bOH3\x1bOF4", "3124"},
		{"str.upp\t('abc')", "'ABC'"},
		{"impo\tsy\t; 5", "5"},
		{"sys.max\ts\t > 5", "True"},
	} {
		s.typed(c[0] + "\r")
		s.wait("\n" + c[1] + "\r\n")
		s.wait(">>> ")
	}
	// Completion: what is common, then the list.
	s.typed("class C: pass\r")
	s.wait("... ")
	s.enter("", "")
	s.enter("c = C(); c.public_attr = 1; c.public_two = 2; c._private = 3", "")
	s.typed("c.\t")
	s.wait("c.public_")
	s.typed("\t")
	s.wait("public_attr  public_two\r\n")
	s.enter("a\t", "\n1\r\n")
	s.enter("c._p\t", "\n3\r\n")
	s.enter("nothing_like_it\t.x\t", "NameError")
	s.typed("from math im\tpi; pi")
	s.enter("", "\n3.14")
	// Indentation follows the line before; a line with nothing else ends the block.
	s.typed("def f(x):\r")
	s.wait("...     ")
	s.typed("if x: # comment\r")
	s.wait("...     ")
	s.typed("return 1\r")
	s.wait("...     ")
	s.typed("\x7f\x7f\x7f\x7freturn 2\r")
	s.wait("... ")
	s.enter("", "")
	s.enter("f(0), f(1)", "\n(2, 1)\r\n")
	// Ctrl-E: text as it is, with empty lines.
	s.typed("\x05")
	s.wait("paste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ")
	s.typed("def g():\r    a = 1\r\r    return a + 1\rprint('pasted', g())\r\x04")
	s.wait("pasted 2\r\n")
	s.wait(">>> ")
	s.typed("\x05")
	s.wait("=== ")
	s.typed("print('no')\r\x03")
	s.wait("KeyboardInterrupt")
	s.wait(">>> ")
	s.typed("\x05")
	s.wait("=== ")
	s.typed("1/0\r\x04")
	s.wait("ZeroDivisionError")
	s.wait(">>> ")
	s.enter("g()", "\n2\r\n")
	// Text that the terminal marks as pasted is not indented once more.
	s.typed("\x1b[200~if g():\r    print('bracketed')\r\r\x1b[201~")
	s.wait("\nbracketed\r\n")
	s.wait(">>> ")
	s.typed("\x04")
	s.end(0)
	// The next session remembers the lines.
	s = startTerminalIn(t, s.home, "-q")
	s.wait(">>> ")
	s.enter("\x1b[A\x1b[A\x1b[A", "NameError: name 'g' is not defined")
	s.typed("exit()\r")
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
