//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// TestInterruptWhenSeen interrupts programs at the first sign of life that they give,
// which is some milliseconds after their start.
func TestInterruptWhenSeen(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for name, program := range map[string]string{
		"stdout": "print('ready', flush=True)\nwhile True: pass",
		"stderr": "import sys, time\nsys.stderr.write('ready\\n')\ntime.sleep(100)",
		"input":  "input('ready\\n')",
		"full":   "print('x' * 10000)\nwhile True: pass",
		"system": "import os\nos.system('kill -INT $PPID')\nwhile True: pass",
	} {
		t.Run(name, func(t *testing.T) {
			for range 10 {
				interruptWhenSeen(t, exec.Command(exe, "-c", program))
			}
		})
	}
}

func interruptWhenSeen(t *testing.T, c *exec.Cmd) {
	t.Helper()
	// One pipe for both streams, and one that nobody writes to as stdin.
	in, never, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	defer never.Close()
	out, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	c.Env = append(os.Environ(), "WOMA_TEST_MAIN=1")
	c.Stdin, c.Stdout, c.Stderr = in, w, w
	err = c.Start()
	w.Close()
	if err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 1<<16)
	n, err := out.Read(buf)
	if err != nil {
		t.Fatal(err)
	}
	seen := string(buf[:n])
	if !strings.Contains(seen, "Traceback") {
		c.Process.Signal(syscall.SIGINT)
	}
	var rest bytes.Buffer
	rest.ReadFrom(out)
	err = c.Wait()
	var status *exec.ExitError
	if text := seen + rest.String(); !errors.As(err, &status) || status.ExitCode() != interrupted || !strings.Contains(text, "KeyboardInterrupt") {
		t.Fatalf("%v, printed %q", err, text)
	}
}
