//go:build !unix

package main

// restartWithFIPS does nothing here: a process cannot take another's place. Set
// GODEBUG=fips140=on, or build with GOFIPS140.
func restartWithFIPS() {}
