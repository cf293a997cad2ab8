//go:build !unix && !windows

package main

// shell is nil: there are no commands.
var shell func(command string, env []string) (int, error)
