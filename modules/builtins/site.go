package builtins

import (
	"strings"

	"github.com/woma-lang/woma/py"
)

// What CPython's site module adds for people at a prompt: exit, quit, copyright,
// credits, license and help.

type quitter struct {
	py.Head
	name string
}

var quitterType = py.LazyType("Quitter", quitterSpec)

func quitterSpec() py.TypeSpec {
	return py.TypeSpec{Module: "_sitebuiltins", Slots: py.Slots{
		Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.NewStr("Use " + py.As[quitter](v).name + "() or Ctrl-D (i.e. EOF) to exit"), nil
		},
		Call: py.CallSlot("__call__(code=None)", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.Nil, py.NewExc(py.SystemExit, a.ValueOr(0, py.None))
		}),
	}, Members: py.Members{
		py.GetSet("name", func(t *py.Thread, v py.Value) (py.Value, error) { return py.NewStr(py.As[quitter](v).name), nil }, nil),
	}}
}

func newQuitter(name string) py.Member {
	return py.Make(name, func(in *py.Interp) py.Value {
		return py.Object(&quitter{Head: quitterType.Root(), name: name})
	})
}

// printer shows a text when its repr is wanted, and prints it when called.
type printer struct {
	py.Head
	name, text string
}

var printerType = py.LazyType("_Printer", printerSpec)

func printerSpec() py.TypeSpec {
	return py.TypeSpec{Module: "_sitebuiltins", Slots: py.Slots{
		Repr: func(t *py.Thread, v py.Value) (py.Value, error) { return py.NewStr(py.As[printer](v).text), nil },
		Call: py.CallSlot("__call__()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return say(t, py.As[printer](a.Self).text)
		}),
	}}
}

func newPrinter(name, text string) py.Member {
	return py.Make(name, func(in *py.Interp) py.Value {
		return py.Object(&printer{Head: printerType.Root(), name: name, text: text})
	})
}

type helper struct{ py.Head }

var helperType = py.LazyType("_Helper", helperSpec)

func helperSpec() py.TypeSpec {
	return py.TypeSpec{Module: "_sitebuiltins", Slots: py.Slots{
		Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
			return py.NewStr("Type help() for interactive help, or help(object) for help about object."), nil
		},
		Call: py.CallSlot("__call__(request=None)", help),
	}}
}

func siteMembers(rows py.Members) py.Members {
	return append(rows,
		newPrinter("copyright", "woma is free software; see LICENSE."),
		newPrinter("credits", "woma is an implementation of Python in Go, written by its contributors."),
		newQuitter("exit"),
		py.Make("help", func(in *py.Interp) py.Value { return py.Object(&helper{Head: helperType.Root()}) }),
		newPrinter("license", "See the file LICENSE that comes with woma."),
		newQuitter("quit"),
	)
}

// say writes a line to sys.stdout.
func say(t *py.Thread, text string) (py.Value, error) {
	out, err := py.GetAttr(t, t.Interp.SysM, py.Name("stdout"))
	if err != nil {
		return py.Nil, err
	}
	return py.None, py.WriteText(t, out, text+"\n")
}

// help describes an object: what it is, its signature and documentation, and the
// public names it has.
func help(t *py.Thread, a *py.Args) (py.Value, error) {
	if !a.Has(0) {
		return say(t, "help(object) describes an object; dir(object) lists its attributes.")
	}
	v := a.Value(0)
	text, err := describe(t, v)
	if err != nil {
		return py.Nil, err
	}
	return say(t, text)
}

func describe(t *py.Thread, v py.Value) (string, error) {
	attr := func(v py.Value, name string) string {
		x, err := py.LookupAttr(t, v, py.Name(name))
		if err != nil || !x.Bound() {
			return ""
		}
		if s, ok := py.AsStr(x); ok {
			return s.String()
		}
		return ""
	}
	head, of := attr(v, "__name__"), v
	kind := py.TypeName(v)
	c, isClass := py.IsType(v)
	switch {
	case py.IsModule(v):
		kind = "module"
	case isClass:
		kind = "class"
	case head == "":
		head, of, isClass = "object", v.Type().Value(), true
		c = v.Type()
	}
	var b strings.Builder
	b.WriteString("Help on " + kind + " " + head + ":\n\n")
	if isClass {
		b.WriteString("class " + c.Name + "\n")
	} else if !py.IsModule(v) {
		sig := attr(v, "__text_signature__")
		if sig == "" {
			sig = "(...)"
		}
		b.WriteString(head + strings.Replace(sig, "$module, ", "", 1) + "\n")
	}
	if doc := attr(of, "__doc__"); doc != "" {
		b.WriteString("    " + strings.ReplaceAll(strings.TrimSpace(doc), "\n", "\n    ") + "\n")
	}
	if isClass || py.IsModule(v) {
		l, err := py.Dir(t, of)
		if err != nil {
			return "", err
		}
		b.WriteString("\nNames:\n")
		items, err := py.ToSlice(t, l)
		if err != nil {
			return "", err
		}
		for _, n := range items {
			if s, ok := py.AsStr(n); ok && !strings.HasPrefix(s.String(), "_") {
				b.WriteString("    " + s.String() + "\n")
			}
		}
	}
	return b.String(), nil
}

// breakpoint calls sys.breakpointhook.
func breakpoint(t *py.Thread, a *py.Args) (py.Value, error) {
	hook, err := py.LookupAttr(t, t.Interp.SysM, py.Name("breakpointhook"))
	if err != nil {
		return py.Nil, err
	}
	if !hook.Bound() {
		return py.Nil, py.Raise(py.RuntimeError, "lost sys.breakpointhook")
	}
	args, kw := a.All()
	return py.CallKw(t, hook, args, kw)
}
