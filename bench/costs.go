package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/stdlib"
)

// What an implementation costs besides time: starting, memory, disk.

// startRuns is how often a hello is started on each peer.
const startRuns = 21

// memoryPrograms hold a million objects each, built as a program would.
var memoryPrograms = []struct{ name, text string }{
	{"hello", ""},
	{"a million instances", "class P:\n    def __init__(self, x, y):\n        self.x = x\n        self.y = y\n\n\na = []\nfor i in range(1000000):\n    a.append(P(i, i))\n"},
	{"a million tuples", "a = []\nfor i in range(1000000):\n    a.append((i, i))\n"},
	{"a million dicts", "a = []\nfor i in range(1000000):\n    a.append({'x': i})\n"},
	{"a million strings", "a = []\nfor i in range(1000000):\n    a.append('%08d' % i)\n"},
}

// costs measures and returns the rows of a table like that of the programs: value,
// then value and ratio to the first peer for each other.
func costs(peers []peer, temp string) ([][]string, error) {
	header := []string{"cost", peers[0].name}
	for _, p := range peers[1:] {
		header = append(header, p.name, "×")
	}
	cells := [][]string{header}
	add := func(name, unit string, digits int, values []float64) {
		line := []string{name + ", " + unit}
		for i, v := range values {
			text, ratio := "–", "–"
			if v > 0 {
				text = strconv.FormatFloat(v, 'f', digits, 64)
				if values[0] > 0 {
					ratio = fmt.Sprintf("%.2f", v/values[0])
				}
			}
			line = append(line, text)
			if i > 0 {
				line = append(line, ratio)
			}
		}
		cells = append(cells, line)
	}
	hello := filepath.Join(temp, "hello.py")
	if err := os.WriteFile(hello, []byte("print('hello')\n"), 0o666); err != nil {
		return nil, err
	}
	add("start of a hello", "ms", 1, starts(peers, hello))
	if runtime.GOOS == "linux" {
		for _, m := range memoryPrograms {
			file := filepath.Join(temp, "memory.py")
			// The program waits to be looked at.
			if err := os.WriteFile(file, []byte(m.text+"print('hello')\ninput()\n"), 0o666); err != nil {
				return nil, err
			}
			values := make([]float64, len(peers))
			for i, p := range peers {
				if p.name == "micropython" && m.text != "" {
					p.command = []string{p.command[0], "-X", "heapsize=512M"}
				} else if p.name == "micropython" {
					p.command = p.command[:1]
				}
				n, err := peakMemory(p, file)
				if err != nil {
					fmt.Fprintf(os.Stderr, "%s on %s: %v\n", m.name, p.name, err)
				}
				values[i] = n
			}
			add("memory of "+m.name, "MB", 1, values)
		}
	}
	values := make([]float64, len(peers))
	for i, p := range peers {
		// An interpreter that is one file; the others have libraries besides.
		if st, err := os.Stat(p.command[0]); err == nil && (p.name == "woma" || p.name == "micropython") {
			values[i] = float64(st.Size()) / 1e6
		}
	}
	add("the command's file", "MB", 2, values)
	each, spent, err := idle()
	if err != nil {
		return nil, err
	}
	one := func(v float64) []float64 {
		values := make([]float64, len(peers))
		values[0] = v
		return values
	}
	if peers[0].name == "woma" {
		add("an idle interpreter in a Go program", "KB", 1, one(each/1024))
		add("making one", "µs", 1, one(float64(spent.Nanoseconds())/1000))
	}
	return cells, nil
}

// starts returns the median time from start to end of a hello on each peer.
func starts(peers []peer, hello string) []float64 {
	times := make([][]time.Duration, len(peers))
	for round := range startRuns + 1 {
		for k := range peers {
			i := (round + k) % len(peers)
			cmd := exec.Command(peers[i].command[0], append(slices.Clone(peers[i].command[1:]), hello)...)
			start := time.Now()
			if err := cmd.Run(); err != nil {
				fmt.Fprintf(os.Stderr, "hello on %s: %v\n", peers[i].name, err)
				continue
			}
			if round > 0 { // the first run reads the file from disk
				times[i] = append(times[i], time.Since(start))
			}
		}
	}
	values := make([]float64, len(peers))
	for i := range peers {
		o := outcome{times: times[i]}
		values[i] = float64(o.median()) / float64(time.Millisecond)
	}
	return values
}

// peakMemory runs a program until it has printed a line and returns the most memory
// that it had in RAM till then, in MB. What wait reports would include this process.
func peakMemory(p peer, file string) (mb float64, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, p.command[0], append(slices.Clone(p.command[1:]), file)...)
	in, err := cmd.StdinPipe()
	if err != nil {
		return 0, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return 0, err
	}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	defer func() {
		in.Close()
		io.Copy(io.Discard, out)
		cmd.Wait() // it may end with an EOFError
	}()
	// Output to a pipe may be held back until the end; asking for input lets it go.
	line := make(chan string, 1)
	go func() {
		s, _ := bufio.NewReader(out).ReadString('\n')
		line <- s
	}()
	for {
		select {
		case s := <-line:
			if strings.TrimSpace(s) != "hello" {
				return 0, fmt.Errorf("printed %q", s)
			}
			return highWater(cmd.Process.Pid)
		case <-ctx.Done():
			return 0, errors.New("took too long")
		}
	}
}

// highWater is VmHWM of a process, in MB of a million bytes.
func highWater(pid int) (float64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	for _, line := range strings.Split(string(text), "\n") {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, err := strconv.ParseFloat(strings.Fields(rest)[0], 64)
			return kb * 1024 / 1e6, err
		}
	}
	return 0, errors.New("no VmHWM")
}

// idle makes a thousand interpreters and returns what each takes.
func idle() (bytes float64, spent time.Duration, err error) {
	const n = 1000
	mods := stdlib.All()
	make1 := func() (*woma.Interp, error) { return woma.New(woma.Config{Modules: mods}) }
	for range 3 {
		if _, err := make1(); err != nil {
			return 0, 0, err
		}
	}
	live := func() float64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc)
	}
	before := live()
	all := make([]*woma.Interp, n)
	start := time.Now()
	for i := range all {
		if all[i], err = make1(); err != nil {
			return 0, 0, err
		}
	}
	spent = time.Since(start) / n
	bytes = (live() - before) / n
	runtime.KeepAlive(all)
	return bytes, spent, nil
}
