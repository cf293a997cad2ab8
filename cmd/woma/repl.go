package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"

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

// history is kept in ~/.woma_history, which only its owner can read; with -I nowhere.
func (s *session) history() *repl.History {
	home, err := os.UserHomeDir()
	if err != nil || s.isolated {
		return &repl.History{}
	}
	name := filepath.Join(home, ".woma_history")
	text, _ := os.ReadFile(name)
	h := repl.NewHistory(string(text))
	if len(text) > 1<<16 { // more than is ever kept
		var b strings.Builder
		for i := h.Len() - 1; i >= 0; i-- {
			b.WriteString(h.At(i) + "\n")
		}
		os.WriteFile(name, []byte(b.String()), 0o600)
	}
	h.Added = func(line string) {
		if f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600); err == nil {
			f.WriteString(line + "\n")
			f.Close()
		}
	}
	return h
}

// repl runs the prompt on stdin until its end or exit().
func (s *session) repl(ctx context.Context) error {
	report := func(err error) { s.report(ctx, err) }
	if isTerminal(os.Stdin) && isTerminal(os.Stdout) {
		return repl.Run(ctx, s.in, repl.NewTerminal(os.Stdin, s.stdin, os.Stdout, s.history()), report)
	}
	return repl.Run(ctx, s.in, repl.NewPlain(s.stdin, os.Stderr), report)
}
