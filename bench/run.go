// Command bench runs the programs in bench/programs on woma and on other Python
// implementations in turn, checks that all print the same result, and compares
// their times. Start it from the root of the tree: go run ./bench
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// peer is one executable to measure.
type peer struct {
	name    string
	command []string
}

// errSkip says that a peer lacks the module a program is about.
var errSkip = errors.New("skipped")

// outcome is what one peer made of one program.
type outcome struct {
	times  []time.Duration
	result string // the checksum line
	err    error
}

// median answers the middle time, 0 when there is none.
func (o *outcome) median() time.Duration {
	if o.err != nil || len(o.times) == 0 {
		return 0
	}
	s := slices.Clone(o.times)
	slices.Sort(s)
	if n := len(s); n%2 == 0 {
		return (s[n/2-1] + s[n/2]) / 2
	}
	return s[len(s)/2]
}

// row is one program with the outcomes in the order of the peers.
type row struct {
	program  string
	outcomes []outcome
	differs  bool
}

func main() {
	var specs []string
	flag.Func("peer", "`NAME=COMMAND` to measure, or the NAME of a default peer; repeatable, the first is the base of the ratios", func(s string) error {
		specs = append(specs, s)
		return nil
	})
	repeats := flag.Int("n", 3, "run every program this many `times` on every peer and take the median")
	filter := flag.String("filter", "*", "only the programs whose name matches this `glob`")
	markdown := flag.String("markdown", "", "also write the tables to this `file`, and a chart beside it")
	only := flag.Bool("programs-only", false, "leave out start, memory and sizes")
	dir := flag.String("programs", filepath.Join("bench", "programs"), "the `folder` of the programs")
	timeout := flag.Duration("timeout", 2*time.Minute, "give up on one run after this long")
	flag.Parse()
	if err := bench(specs, *repeats, *filter, *dir, *markdown, *timeout, *only || *filter != "*"); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func bench(specs []string, repeats int, filter, dir, markdown string, timeout time.Duration, only bool) error {
	programs, err := filepath.Glob(filepath.Join(dir, filter+".py"))
	if err != nil {
		return err
	}
	if len(programs) == 0 || repeats < 1 {
		return fmt.Errorf("nothing to run: %s in %s, %d times", filter, dir, repeats)
	}
	temp, err := os.MkdirTemp("", "woma-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	peers, err := findPeers(specs, temp)
	if err != nil {
		return err
	}
	for _, p := range peers {
		fmt.Fprintf(os.Stderr, "%-12s %s\n", p.name, strings.Join(p.command, " "))
	}

	var rows []row
	bad := 0
	for _, program := range programs {
		r := measure(program, peers, repeats, timeout)
		for i, o := range r.outcomes {
			if o.err != nil && o.err != errSkip {
				fmt.Fprintf(os.Stderr, "%s on %s: %v\n", r.program, peers[i].name, o.err)
				bad++
			}
		}
		if r.differs {
			for i, o := range r.outcomes {
				fmt.Fprintf(os.Stderr, "%s differs: %s says %q\n", r.program, peers[i].name, o.result)
			}
			bad++
		}
		rows = append(rows, r)
		fmt.Fprintf(os.Stderr, "\r%-24s %d/%d ", r.program, len(rows), len(programs))
	}
	fmt.Fprint(os.Stderr, "\r\033[K")

	cells := table(rows, peers)
	writeText(os.Stdout, cells)
	var other [][]string
	if !only {
		if other, err = costs(peers, temp); err != nil {
			return err
		}
		fmt.Println()
		writeText(os.Stdout, other)
	}
	if markdown != "" {
		f, err := os.Create(markdown)
		if err != nil {
			return err
		}
		fmt.Fprintf(f, "# Results\n\nWritten by `make bench`. Medians of %d alternating runs in milliseconds; ×: that peer's time divided by %s's.\n%s/%s, %d processors, %s.\n\n",
			repeats, peers[0].name, runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), time.Now().Format(time.DateOnly))
		writeMarkdown(f, cells)
		chart := strings.TrimSuffix(markdown, ".md") + ".svg"
		fmt.Fprintf(f, "\n![Times relative to %s's](%s)\n", peers[0].name, filepath.Base(chart))
		if other != nil {
			fmt.Fprintf(f, "\n## Start, memory, size\n\nStart: the whole process, median of %d. Memory: the most in RAM until a program has built its objects.\n\n", startRuns)
			writeMarkdown(f, other)
		}
		if err := f.Close(); err != nil {
			return err
		}
		if f, err = os.Create(chart); err != nil {
			return err
		}
		writeChart(f, rows, peers)
		if err := f.Close(); err != nil {
			return err
		}
	}
	if bad > 0 {
		return fmt.Errorf("%d failed or differed", bad)
	}
	return nil
}

// findPeers turns the -peer flags into executables; without flags it takes woma and whichever default peers are installed.
func findPeers(specs []string, temp string) ([]peer, error) {
	if len(specs) == 0 {
		var peers []peer
		for _, name := range []string{"woma", "micropython", "python3.13", "python3", "pypy3"} {
			p, err := defaultPeer(name, temp)
			if err != nil && name == "woma" {
				return nil, err
			}
			if err != nil {
				fmt.Fprintf(os.Stderr, "%-12s not here: %v\n", name, err)
				continue
			}
			peers = append(peers, p)
		}
		return peers, nil
	}
	var peers []peer
	for _, spec := range specs {
		name, command, given := strings.Cut(spec, "=")
		if !given {
			p, err := defaultPeer(name, temp)
			if err != nil {
				return nil, err
			}
			peers = append(peers, p)
			continue
		}
		words := strings.Fields(command)
		if name == "" || len(words) == 0 {
			return nil, fmt.Errorf("-peer %q: NAME=COMMAND expected", spec)
		}
		peers = append(peers, peer{name, words})
	}
	return peers, nil
}

// defaultPeer builds woma or finds another implementation: $MICROPYTHON, $PYPY3 and so on first, then PATH.
func defaultPeer(name, temp string) (peer, error) {
	if name == "woma" {
		exe := filepath.Join(temp, "woma")
		if runtime.GOOS == "windows" {
			exe += ".exe"
		}
		// As README.md and the Makefile say.
		build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", exe, "./cmd/woma")
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if out, err := build.CombinedOutput(); err != nil {
			return peer{}, fmt.Errorf("cannot build woma: %w\n%s", err, out)
		}
		return peer{name, []string{exe}}, nil
	}
	variable := strings.ToUpper(strings.ReplaceAll(name, ".", ""))
	words := strings.Fields(os.Getenv(variable))
	if len(words) == 0 {
		exe, err := exec.LookPath(name)
		if name == "python3" {
			// The distribution's, built with all optimisations, not one in front of it.
			exe, err = exec.LookPath("/usr/bin/python3")
		}
		if err != nil {
			return peer{}, fmt.Errorf("set $%s or put it on PATH", variable)
		}
		words = []string{exe}
	}
	if name == "micropython" && len(words) == 1 {
		// The unix port starts with 2 MB, too little for some programs; a far
		// larger heap makes its allocator slower.
		words = append(words, "-X", "heapsize=8M")
	}
	return peer{name, words}, nil
}

// measure runs one program on all peers in turn, starting each round with the next peer, so that a slow spell of the
// machine hits everybody.
func measure(program string, peers []peer, repeats int, timeout time.Duration) row {
	r := row{
		program:  strings.TrimSuffix(filepath.Base(program), ".py"),
		outcomes: make([]outcome, len(peers)),
	}
	for round := range repeats {
		for k := range peers {
			i := (round + k) % len(peers)
			o := &r.outcomes[i]
			if o.err != nil {
				continue
			}
			result, spent, err := once(peers[i], program, timeout)
			if err == nil && o.result != "" && o.result != result {
				err = fmt.Errorf("printed %q, then %q", o.result, result)
			}
			o.result, o.err = result, err
			o.times = append(o.times, spent)
		}
	}
	want := ""
	for _, o := range r.outcomes {
		if o.err != nil {
			continue
		}
		if want == "" {
			want = o.result
		}
		r.differs = r.differs || o.result != want
	}
	return r
}

// once runs a program and reads its last two lines: the checksum and the time.
func once(p peer, program string, timeout time.Duration) (result string, spent time.Duration, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, p.command[0], append(slices.Clone(p.command[1:]), program)...)
	cmd.Stdout = &stdout
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return "", 0, fmt.Errorf("stopped after %v", timeout)
		}
		return "", 0, fmt.Errorf("%w: %s", err, lastLine(stderr.String()+"\n"+stdout.String()))
	}
	lines := strings.Split(strings.ReplaceAll(strings.TrimSpace(stdout.String()), "\r\n", "\n"), "\n")
	if len(lines) < 2 {
		return "", 0, fmt.Errorf("printed %q instead of a checksum and a time", stdout.String())
	}
	result = lines[len(lines)-2]
	micros, found := strings.CutPrefix(lines[len(lines)-1], "time ")
	n, err := strconv.ParseInt(micros, 10, 64)
	if !found || err != nil {
		return "", 0, fmt.Errorf("printed %q instead of a time", lines[len(lines)-1])
	}
	if result == "skip" {
		return "", 0, errSkip
	}
	return result, time.Duration(max(n, 1)) * time.Microsecond, nil
}

func lastLine(s string) string {
	s = strings.TrimSpace(s)
	return s[strings.LastIndexByte(s, '\n')+1:]
}

// table lays out the results: a header, one line per program, the geometric means.
func table(rows []row, peers []peer) [][]string {
	header := []string{"program", peers[0].name}
	for _, p := range peers[1:] {
		header = append(header, p.name, "×")
	}
	cells := [][]string{header}
	logs := make([]float64, len(peers))
	counts := make([]int, len(peers))
	for _, r := range rows {
		base := r.outcomes[0].median()
		line := []string{r.program}
		for i := range r.outcomes {
			o := &r.outcomes[i]
			m := o.median()
			text, ratio := milliseconds(m), "–"
			switch {
			case o.err == errSkip:
				text = "–"
			case o.err != nil:
				text = "failed"
			case r.differs:
				text = "differs"
			case base > 0:
				x := float64(m) / float64(base)
				logs[i] += math.Log(x)
				counts[i]++
				ratio = fmt.Sprintf("%.2f", x)
			}
			line = append(line, text)
			if i > 0 {
				line = append(line, ratio)
			}
		}
		cells = append(cells, line)
	}
	last := []string{"geometric mean", ""}
	for i := 1; i < len(peers); i++ {
		mean := "–"
		if counts[i] > 0 {
			mean = fmt.Sprintf("%.2f", math.Exp(logs[i]/float64(counts[i])))
		}
		last = append(last, fmt.Sprintf("of %d", counts[i]), mean)
	}
	return append(cells, last)
}

func milliseconds(d time.Duration) string {
	ms := float64(d) / float64(time.Millisecond)
	if ms < 100 {
		return fmt.Sprintf("%.1f", ms)
	}
	return fmt.Sprintf("%.0f", ms)
}

func writeText(w io.Writer, cells [][]string) {
	widths := make([]int, len(cells[0]))
	for _, line := range cells {
		for i, c := range line {
			widths[i] = max(widths[i], len([]rune(c)))
		}
	}
	for _, line := range cells {
		for i, c := range line {
			pad := strings.Repeat(" ", widths[i]-len([]rune(c)))
			switch i {
			case 0:
				fmt.Fprint(w, c, pad)
			default:
				fmt.Fprint(w, "  ", pad, c)
			}
		}
		fmt.Fprintln(w)
	}
}

func writeMarkdown(w io.Writer, cells [][]string) {
	for k, line := range cells {
		fmt.Fprintln(w, "|", strings.Join(line, " | "), "|")
		if k == 0 {
			fmt.Fprintln(w, "| ---"+strings.Repeat(" | ---:", len(line)-1), "|")
		}
	}
}
