package main

import "os"

func shellCommand(command string) (string, []string) {
	name := os.Getenv("COMSPEC")
	if name == "" {
		name = `C:\Windows\System32\cmd.exe`
	}
	return name, []string{"cmd", "/c", command}
}

func waitStatus(st *os.ProcessState) int { return st.ExitCode() }
