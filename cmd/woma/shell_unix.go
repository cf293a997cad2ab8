//go:build unix

package main

import (
	"os"
	"syscall"
)

func shellCommand(command string) (string, []string) {
	return "/bin/sh", []string{"sh", "-c", command}
}

// waitStatus is the status as wait(2) has it.
func waitStatus(st *os.ProcessState) int {
	if w, ok := st.Sys().(syscall.WaitStatus); ok {
		return int(w)
	}
	return st.ExitCode() << 8
}
