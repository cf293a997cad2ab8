//go:build !safe && !race && amd64

package vm

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// allowedCalls are the functions that the dispatch loop may call, and how often. A
// call that is not here makes Go keep the state variables in memory around every
// instruction: the loop was a tenth slower with one.
var allowedCalls = map[string]int{
	"callClass": 1, "callNative": 1, "callNativeMethod": 1, "dictGet": 1, "dictSet": 1, "finish": 2,
	"forIter": 1, "returned": 2, "slice": 1, "slow": 1, "yield": 1,
}

// maxSpills is the number of stores to the Go stack on the way from one instruction
// to the next one's jump.
const maxSpills = 2

// TestLoopIsTight disassembles the dispatch loop and fails on a stray call or on
// more spills in the dispatch than there were when it was measured.
func TestLoopIsTight(t *testing.T) {
	goTool, err := exec.LookPath("go")
	if err != nil {
		t.Skip("no go command to disassemble with")
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(goTool, "tool", "objdump", "-s", `vm\.\(\*VM\)\.loop$`, exe).Output()
	if err != nil {
		t.Skipf("objdump: %v (tests stripped of symbols cannot be disassembled)", err)
	}
	lines := strings.Split(string(out), "\n")
	if len(lines) < 1000 {
		t.Skip("the test binary has no symbols")
	}
	call := regexp.MustCompile(`CALL (\S+)\(SB\)`)
	method := regexp.MustCompile(`vm\.\(\*VM\)\.(\w+)$`)
	seen := map[string]int{}
	for _, l := range lines {
		m := call.FindStringSubmatch(l)
		if m == nil || strings.HasPrefix(m[1], "runtime.gcWriteBarrier") || strings.HasPrefix(m[1], "runtime.panic") || strings.HasPrefix(m[1], "runtime.morestack") {
			continue
		}
		name := m[1]
		if mm := method.FindStringSubmatch(name); mm != nil {
			name = mm[1]
		}
		seen[name]++
		if seen[name] > allowedCalls[name] {
			t.Errorf("the dispatch loop calls %s: %s", m[1], strings.TrimSpace(l))
		}
	}
	// The dispatch is the indirect jump through the table of operations; the block
	// that ends in it begins after the previous jump.
	spills, found := 0, false
	store := regexp.MustCompile(`MOVQ \w+, (0x[0-9a-f]+)?\(SP\)|MOVQ \w+, 0x[0-9a-f]+\(SP\)`)
	for _, l := range lines {
		switch {
		case strings.Contains(l, "JMP 0(") && strings.Contains(l, "*8)"):
			found = true
		case strings.Contains(l, "\tJ"):
			spills = 0
		case store.MatchString(l):
			spills++
		}
		if found {
			break
		}
	}
	if !found {
		t.Fatal("no jump table found: the switch must cover all 256 numbers")
	}
	if spills > maxSpills {
		t.Errorf("%d stores to the stack in every dispatch, %d allowed", spills, maxSpills)
	}
}
