//go:build unix || windows

package main

import "os"

// shell is os.system: it runs a command as the system's shell does and returns its
// wait status.
var shell = func(command string, env []string) (int, error) {
	name, args := shellCommand(command)
	p, err := os.StartProcess(name, args, &os.ProcAttr{
		Env:   env,
		Files: []*os.File{os.Stdin, os.Stdout, os.Stderr},
	})
	if err != nil {
		return 0, err
	}
	st, err := p.Wait()
	if err != nil {
		return 0, err
	}
	return waitStatus(st), nil
}
