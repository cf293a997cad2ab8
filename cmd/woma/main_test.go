package main

import (
	"os"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// The scripts in testdata run the command as a user does; so do the tests with a
// terminal, which start the test's own executable.
func TestMain(m *testing.M) {
	if os.Getenv("WOMA_TEST_MAIN") != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"woma": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			// waitfor file waits until the file exists.
			"waitfor": func(ts *testscript.TestScript, neg bool, args []string) {
				for range 1000 {
					if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
						time.Sleep(20 * time.Millisecond)
						return
					}
					time.Sleep(10 * time.Millisecond)
				}
				ts.Fatalf("no %s", args[0])
			},
		},
		Setup: func(env *testscript.Env) error {
			env.Vars = append(env.Vars, "GOGC="+os.Getenv("GOGC"))
			return nil
		},
	})
}

func TestParseSize(t *testing.T) {
	for text, want := range map[string]int64{
		"100": 100, "2k": 2 << 10, "8M": 8 << 20, "1g": 1 << 30, "100w": 800, "64wK": 64 * 8 << 10, "256Kw": -1,
		"": -1, "k": -1, "0": -1, "-1": -1, "1x": -1, "9999999999999g": -1, "99999999999999999999": -1,
	} {
		n, ok := parseSize(text)
		if !ok {
			n = -1
		}
		if n != want {
			t.Errorf("%q: %d, want %d", text, n, want)
		}
	}
}
