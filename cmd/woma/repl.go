package main

import (
	"context"
	"os"

	"golang.org/x/term"

	"github.com/woma-lang/woma/repl"
)

func termIs(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// banner is what stands above the first prompt.
func (s *session) banner() {
	if !s.quiet {
		os.Stderr.WriteString(versionText + "\nType \"help\" for more information.\n")
	}
}

// repl runs the prompt on stdin until its end or exit().
func (s *session) repl(ctx context.Context) error {
	report := func(err error) { s.report(ctx, err) }
	if isTerminal(os.Stdin) && isTerminal(os.Stdout) {
		return repl.Run(ctx, s.in, repl.NewTerminal(os.Stdin, s.stdin, os.Stdout), report)
	}
	return repl.Run(ctx, s.in, repl.NewPlain(s.stdin, os.Stderr), report)
}
