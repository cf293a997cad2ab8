//go:build unix

package main

import (
	"crypto/fips140"
	"os"
	"strings"
	"syscall"
)

// restartWithFIPS starts the command again with Go's FIPS module on, which only the
// environment can turn on, and only from the start. Where that does not succeed, woma's
// own checks are there all the same.
func restartWithFIPS() {
	if fips140.Enabled() {
		return
	}
	settings := os.Getenv("GODEBUG")
	if strings.Contains(settings, "fips140=") {
		return // somebody has decided otherwise, or this is the second start
	}
	if settings != "" {
		settings += ","
	}
	self, err := os.Executable()
	if err != nil {
		return
	}
	os.Setenv("GODEBUG", settings+"fips140=on")
	_ = syscall.Exec(self, os.Args, os.Environ())
}
