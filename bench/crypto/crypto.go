// Command crypto measures the cryptographic modules of woma beside MicroPython,
// CPython, CPython with pyca/cryptography, Go's own libraries and OpenSSL. Start it
// from the root of the tree: go run ./bench/crypto
//
// What is compared is the processor time of whole processes, less what a process
// needs that does nothing: other programs on the machine disturb it least.
package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// peer is one implementation: a command that takes the name of a row and how often to run it.
type peer struct {
	name    string
	command []string
	env     []string
	empty   time.Duration // what a process needs that does nothing
}

var errSkip = errors.New("skipped")

func main() {
	rounds := flag.Int("n", 5, "measure every row this many `times` on every peer and take the median")
	filter := flag.String("filter", "*", "only the rows whose key matches this `glob`")
	span := flag.Duration("t", 300*time.Millisecond, "processor `time` of one measurement")
	markdown := flag.String("markdown", "", "also write the table to this `file`")
	ssl := flag.Bool("openssl", true, "run openssl speed as well")
	wanted := flag.String("peers", "", "only these peers, divided by commas")
	goRow := flag.String("go", "", "run a `row` in Go, for the command itself")
	flag.Parse()
	if *goRow != "" {
		runGo(*goRow, flag.Arg(0))
		return
	}
	if err := bench(*rounds, *filter, *span, *markdown, *ssl, *wanted); err != nil {
		fmt.Fprintln(os.Stderr, "crypto:", err)
		os.Exit(1)
	}
}

// runGo is the peer "go": this command, started again.
func runGo(name, count string) {
	n, err := strconv.Atoi(count)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	for _, r := range rows {
		if r.key == name {
			r.run(n)
		}
	}
}

func bench(rounds int, filter string, span time.Duration, markdown string, ssl bool, wanted string) error {
	temp, err := os.MkdirTemp("", "woma-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	all, err := findPeers(temp)
	if err != nil {
		return err
	}
	var peers []*peer
	for _, p := range all {
		if wanted != "" && p.name != "woma" && !slices.Contains(strings.Split(wanted, ","), p.name) {
			continue
		}
		if p.empty, err = emptyTime(p); err != nil {
			fmt.Fprintf(os.Stderr, "%-12s not here: %v\n", p.name, err)
			continue
		}
		fmt.Fprintf(os.Stderr, "%-12s %s (%v to start)\n", p.name, strings.Join(p.command, " "), p.empty.Round(time.Millisecond/10))
		peers = append(peers, p)
	}
	cells := [][]string{{"operation"}}
	for _, p := range peers {
		cells[0] = append(cells[0], p.name)
	}
	cells[0] = append(cells[0], "openssl speed", "woma to its peers", "wanted")
	missed := 0
	for _, r := range rows {
		if ok, _ := filepath.Match(filter, r.key); !ok {
			continue
		}
		m := measure(r, peers, rounds, span)
		line := []string{r.name}
		for _, p := range peers {
			line = append(line, speed(r, m[p.name]))
		}
		ours := "–"
		if ssl && r.openssl != "" {
			ours = opensslSpeed(r)
		}
		ratios, goals, bad := judge(r, peers, m)
		missed += bad
		cells = append(cells, append(line, ours, ratios, goals))
		fmt.Fprintf(os.Stderr, "%-18s %s  %s\n", r.key, ratios, goals)
	}
	write(os.Stdout, cells)
	if markdown != "" {
		var b bytes.Buffer
		fmt.Fprintf(&b, "Medians of %d alternating measurements of %v of processor time. %s/%s, %d processors, %s.\n\n",
			rounds, span, runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), time.Now().Format(time.DateOnly))
		write(&b, cells)
		if err := os.WriteFile(markdown, b.Bytes(), 0o666); err != nil {
			return err
		}
	}
	if missed > 0 {
		return fmt.Errorf("%d targets missed", missed)
	}
	return nil
}

// findPeers builds woma and looks for the others, each on PATH or in an environment variable.
func findPeers(temp string) ([]*peer, error) {
	exe := filepath.Join(temp, "woma")
	if out, err := exec.Command("go", "build", "-o", exe, "./cmd/woma").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("cannot build woma: %w\n%s", err, out)
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	script := filepath.Join("bench", "crypto", "rows.py")
	command := func(variable, fallback string) []string {
		words := strings.Fields(os.Getenv(variable))
		if len(words) == 0 {
			words = []string{fallback}
		}
		return append(words, script)
	}
	micropython := command("MICROPYTHON", "micropython")
	if len(micropython) == 2 {
		micropython = slices.Insert(micropython, 1, "-X", "heapsize=8M")
	}
	return []*peer{
		{name: "woma", command: []string{exe, script}},
		{name: "micropython", command: micropython, env: []string{"MICROPYPATH=" + os.Getenv("MICROPYTHONLIB")}},
		{name: "python3.13", command: command("PYTHON313", "python3.13")},
		{name: "cryptography", command: command("PYCA", "/usr/bin/python3")},
		{name: "go", command: []string{self, "-go"}},
	}, nil
}

// run gives the processor time of a process.
func (p *peer) run(row string, n int) (time.Duration, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.command[0], append(slices.Clone(p.command[1:]), row, strconv.Itoa(n))...)
	cmd.Env = append(os.Environ(), p.env...)
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Run(); err != nil {
		return 0, fmt.Errorf("%s: %w: %s", row, err, strings.TrimSpace(out.String()))
	}
	if strings.TrimSpace(out.String()) == "skip" {
		return 0, errSkip
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}

func emptyTime(p *peer) (time.Duration, error) {
	var times []time.Duration
	for range 7 {
		d, err := p.run("nothing", 0)
		if err != nil {
			return 0, err
		}
		times = append(times, d)
	}
	return median(times), nil
}

// outcome is what one peer needed for one operation, in seconds.
type outcome struct {
	seconds float64
	err     error
}

// measure runs a row on all peers in turn, each time as often as takes the span.
func measure(r row, peers []*peer, rounds int, span time.Duration) map[string]outcome {
	counts, times, out := map[string]int{}, map[string][]time.Duration{}, map[string]outcome{}
	for _, p := range peers {
		// The imports of a row cost time that "nothing" does not see.
		base, err := p.run(r.key, 1)
		if again, e := p.run(r.key, 1); e == nil {
			base = max(base, again) // a low one would look like work
		}
		n := 1
		for err == nil {
			var d time.Duration
			if d, err = p.run(r.key, n); err == nil {
				if d -= base; d > span/2 || n >= 1<<28 {
					n = max(1, int(float64(n)*float64(span)/float64(max(d, 1))))
					break
				}
				n *= 8
			}
		}
		if err != nil {
			if err != errSkip {
				fmt.Fprintf(os.Stderr, "%s: %v\n", p.name, err)
			}
			out[p.name] = outcome{err: err}
		}
		counts[p.name] = n
	}
	for round := range rounds {
		for k := range peers {
			p := peers[(round+k)%len(peers)]
			if out[p.name].err != nil {
				continue
			}
			base, err := p.run(r.key, 1)
			if err == nil {
				var d time.Duration
				if d, err = p.run(r.key, counts[p.name]+1); err == nil {
					times[p.name] = append(times[p.name], d-base)
				}
			}
			if err != nil {
				out[p.name] = outcome{err: err}
			}
		}
	}
	for name, t := range times {
		if out[name].err == nil {
			out[name] = outcome{seconds: median(t).Seconds() / float64(counts[name])}
		}
	}
	return out
}

func median(t []time.Duration) time.Duration {
	slices.Sort(t)
	return t[len(t)/2]
}

// speed is operations per second for small ones, MB per second for large.
func speed(r row, o outcome) string {
	switch {
	case o.err != nil || o.seconds <= 0:
		return "–"
	case r.size >= large:
		return fmt.Sprintf("%.0f MB/s", float64(r.size)/o.seconds/1e6)
	case o.seconds < 1e-6:
		return fmt.Sprintf("%.2f M/s", 1e-6/o.seconds)
	}
	return fmt.Sprintf("%.1f k/s", 1e-3/o.seconds)
}

// judge says how many times as fast as each peer woma is, and which targets it meets.
func judge(r row, peers []*peer, m map[string]outcome) (ratios, goals string, missed int) {
	ours := m["woma"]
	if ours.err != nil {
		return "–", "–", len(r.targets)
	}
	ratio := func(name string) (float64, bool) {
		o, ok := m[name]
		return o.seconds / ours.seconds, ok && o.err == nil
	}
	var list, wanted []string
	for _, p := range peers[1:] {
		if x, ok := ratio(p.name); ok && x > 0 {
			list = append(list, fmt.Sprintf("%s %.2f", p.name, x))
		}
	}
	for _, g := range r.targets {
		x, ok := ratio(g.peer)
		word := "yes"
		switch {
		case !ok || x <= 0:
			word = "not measured"
		case x < g.ratio:
			word = "NO"
			missed++
		}
		wanted = append(wanted, fmt.Sprintf("%s %v: %s", g.peer, g.ratio, word))
	}
	return strings.Join(list, ", "), strings.Join(wanted, ", "), missed
}

// opensslSpeed runs openssl speed for the size of a row.
func opensslSpeed(r row) string {
	args := append([]string{"speed", "-mr", "-seconds", "1", "-bytes", strconv.Itoa(r.size)}, strings.Fields(r.openssl)...)
	out, err := exec.Command("openssl", args...).Output()
	if err != nil {
		return "–"
	}
	for _, line := range strings.Split(string(out), "\n") {
		// +F:number:name:bytes per second
		if f := strings.Split(strings.TrimSpace(line), ":"); len(f) >= 4 && f[0] == "+F" {
			if x, err := strconv.ParseFloat(f[len(f)-1], 64); err == nil && x > 0 {
				return speed(r, outcome{seconds: float64(r.size) / x})
			}
		}
	}
	return "–"
}

// write makes a table that is Markdown and can be read as it is.
func write(w interface{ Write([]byte) (int, error) }, cells [][]string) {
	widths := make([]int, len(cells[0]))
	for _, line := range cells {
		for i, c := range line {
			widths[i] = max(widths[i], len([]rune(c)))
		}
	}
	for k, line := range cells {
		for i, c := range line {
			fmt.Fprint(w, "| ", c, strings.Repeat(" ", widths[i]-len([]rune(c))), " ")
		}
		fmt.Fprintln(w, "|")
		if k == 0 {
			for i, n := range widths {
				dash := " " + strings.Repeat("-", n) + " "
				if i > 0 && i < len(widths)-2 {
					dash = " " + strings.Repeat("-", n) + ":"
				}
				fmt.Fprint(w, "|", dash)
			}
			fmt.Fprintln(w, "|")
		}
	}
}
