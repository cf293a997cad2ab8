// Command woma runs Python programs. docs/command.md describes it; woma -h is the
// short form.
//
// main.go reads the command line, run.go runs what it asks for, repl.go starts the
// prompt, gc.go tunes Go's garbage collector to the program's heap.
package main

import (
	"os"
	"runtime"
	"strconv"
	"strings"
)

// Version is woma's own version; language and library levels follow it in -V.
const version = "0.1.0"

const versionText = "woma " + version + " (Python 3.13, MicroPython 1.29)"

const usageText = `usage: woma [option] ... [-c cmd | -m mod | file | -] [arg] ...
       woma crypto COMMAND ...
`

const helpText = usageText + `Options:
-c cmd : program passed in as string (terminates option list)
-h     : print this help message and exit (also -? or --help)
-i     : inspect interactively after running the program; also MICROPYINSPECT=x
-I     : isolate from the environment: no MICROPYPATH, no default module folders
-m mod : run library module as a script (terminates option list)
-O     : remove assert and __debug__-dependent statements
-OO    : do -O changes and also discard docstrings
-P     : don't put the script's folder first on sys.path
-q     : don't print version messages on interactive startup
-u     : force stdout and stderr to be unbuffered
-v     : print module names as they are imported
-V     : print the version and exit (also --version)
-x     : skip first line of source, allowing use of non-Unix forms of #!cmd
-X opt : set implementation-specific option:
         compile-only            parse and compile only
         emit={bytecode,native,viper}  accepted for MicroPython's sake
         fips                    only algorithms that FIPS 140-3 approves; see docs/fips.md
         jit=off                 no machine code for hot loops
         heapsize=<n>[w][k|m|g]  limit the memory of the program's objects
-W arg : what becomes of warnings: action:message:category:module:lineno; with any,
         SyntaxWarnings of the program's files are shown, too
-b, -B, -d, -E, -R, -s, -S   accepted for CPython's sake
Arguments:
file   : program read from script file, or a folder with __main__.py
-      : program read from stdin (default; interactive mode if a tty)
arg ...: arguments passed to program in sys.argv[1:]
Environment:
MICROPYPATH    : folders with modules, separated by '` + string(os.PathListSeparator) + `'
MICROPYINSPECT : as -i if it is not empty
PYTHON_JIT     : 0: as -X jit=off
PYTHONWARNINGS : options as for -W, separated by commas
GOGC           : fixes the garbage collector's pace
`

// kind is where the program comes from.
type kind uint8

const (
	fromStdin kind = iota
	fromFile
	fromCommand
	fromModule
)

// options is the command line, read.
type options struct {
	kind kind
	what string   // file name, command or module name
	args []string // sys.argv

	inspect, quiet, verbose, unbuffered bool
	isolated, safePath, skipFirst       bool
	compileOnly, fips, noJIT            bool
	optimize                            int
	heapSize                            int64
	warnings                            []string
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "crypto" {
		os.Exit(crypto(os.Args[2:]))
	}
	o, status := parseArgs(os.Args[1:])
	if o != nil {
		if o.fips {
			restartWithFIPS()
		}
		status = o.run()
	}
	os.Exit(status)
}

// usageError prints what CPython prints for a wrong command line.
func usageError(msg string) (*options, int) {
	os.Stderr.WriteString(msg + "\n" + usageText + "Try `woma -h' for more information.\n")
	return nil, 2
}

// parseArgs reads the command line. Without options the process is to end with
// the status.
func parseArgs(args []string) (*options, int) {
	o := &options{args: []string{""}}
	if s := os.Getenv("MICROPYINSPECT"); s != "" {
		o.inspect = true
	}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		if arg == "-" {
			o.args = args[i:]
			return o, 0
		}
		if arg == "--" {
			if i+1 < len(args) {
				o.kind, o.what, o.args = fromFile, args[i+1], args[i+1:]
			}
			return o, 0
		}
		if !strings.HasPrefix(arg, "-") {
			o.kind, o.what, o.args = fromFile, arg, args[i:]
			return o, 0
		}
		switch arg {
		case "--help":
			os.Stdout.WriteString(helpText)
			return nil, 0
		case "--version":
			os.Stdout.WriteString(versionText + "\n")
			return nil, 0
		}
		if strings.HasPrefix(arg, "--") {
			return usageError("unknown option " + arg)
		}
		for j := 1; j < len(arg); j++ {
			switch c := arg[j]; c {
			case 'c', 'm', 'X', 'W':
				val := arg[j+1:]
				if val == "" {
					i++
					if i >= len(args) {
						return usageError("Argument expected for the -" + string(c) + " option")
					}
					val = args[i]
				}
				switch c {
				case 'c':
					o.kind, o.what = fromCommand, val
					o.args = append([]string{"-c"}, args[i+1:]...)
					return o, 0
				case 'm':
					o.kind, o.what = fromModule, val
					o.args = append([]string{"-m"}, args[i+1:]...)
					return o, 0
				case 'W':
					o.warnings = append(o.warnings, val)
				case 'X':
					if msg := o.implOption(val); msg != "" {
						return usageError(msg)
					}
				}
				j = len(arg)
			case 'h', '?':
				os.Stdout.WriteString(helpText)
				return nil, 0
			case 'V':
				os.Stdout.WriteString(versionText + "\n")
				if strings.Count(arg, "V") > 1 {
					os.Stdout.WriteString(runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH + "\n")
				}
				return nil, 0
			case 'i':
				o.inspect = true
			case 'O':
				// -O, -OO, and MicroPython's -O2
				if j+1 < len(arg) && arg[j+1] >= '0' && arg[j+1] <= '9' {
					j++
					o.optimize = int(arg[j] - '0')
				} else {
					o.optimize++
				}
			case 'q':
				o.quiet = true
			case 'v':
				o.verbose = true
			case 'u':
				o.unbuffered = true
			case 'x':
				o.skipFirst = true
			case 'I':
				o.isolated, o.safePath = true, true
			case 'P':
				o.safePath = true
			case 'E':
				o.isolated = true
			case 'b', 'B', 'd', 'R', 's', 'S':
			default:
				return usageError("Unknown option: -" + string(c))
			}
		}
	}
	return o, 0
}

// implOption reads the argument of -X; unknown ones are ignored, as in CPython.
func (o *options) implOption(s string) string {
	name, val, _ := strings.Cut(s, "=")
	switch name {
	case "fips":
		o.fips = true
	case "jit":
		o.noJIT = val == "off" || val == "0"
	case "compile-only":
		o.compileOnly = true
	case "heapsize":
		n, ok := parseSize(val)
		if !ok {
			return "Invalid heap size: " + val
		}
		o.heapSize = n
	}
	return ""
}

// parseSize reads MicroPython's <n>[w][k|m] (w: machine words) and g besides.
func parseSize(s string) (int64, bool) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	n, err := strconv.ParseInt(s[:i], 10, 64)
	if err != nil || n <= 0 {
		return 0, false
	}
	unit := int64(1)
	for _, c := range strings.ToLower(s[i:]) {
		switch {
		case c == 'w' && unit == 1:
			unit = 8
		case c == 'k':
			unit <<= 10
		case c == 'm':
			unit <<= 20
		case c == 'g':
			unit <<= 30
		default:
			return 0, false
		}
		if unit > 1<<40 {
			return 0, false
		}
	}
	if n > 1<<62/unit {
		return 0, false
	}
	return n * unit, true
}
