package collections

import (
	"strings"

	"github.com/woma-lang/woma/py"
)

// field is the descriptor of one field of a named tuple.
type field struct {
	py.Head
	i   int
	doc py.Value
}

var fieldType = py.LazyType("_tuplegetter", fieldSpec)

func fieldSpec() py.TypeSpec {
	return py.TypeSpec{
		Module: "collections", Flags: py.DottedName,
		Slots: py.Slots{
			New: py.Ctor("_tuplegetter(index, doc, /)", func(t *py.Thread, a *py.Args) (py.Value, error) {
				return py.Object(&field{a.ClassOf().Root(), a.Int(t, 0), a.Value(1)}), a.Err()
			}),
			Repr: func(t *py.Thread, v py.Value) (py.Value, error) {
				f := py.As[field](v)
				return py.ReprItems(t, "_tuplegetter(", []py.Value{py.Int(int64(f.i)), f.doc}, ")")
			},
			DescrGet: func(t *py.Thread, d, obj py.Value, cls *py.Type) (py.Value, error) {
				if !obj.Bound() || obj.IsNone() {
					return d, nil
				}
				f := py.As[field](d)
				x, ok := py.AsTuple(obj)
				if !ok {
					return py.Nil, py.Raise(py.TypeError, "descriptor for index '%d' for tuple subclasses doesn't apply to '%s' object", f.i, py.TypeName(obj))
				}
				if f.i >= x.Len() {
					return py.Nil, py.Raise(py.IndexError, "tuple index out of range")
				}
				return x.Items()[f.i], nil
			},
			DescrSet: func(t *py.Thread, d, obj, val py.Value) error {
				if !val.Bound() {
					return py.Raise(py.AttributeError, "can't delete attribute")
				}
				return py.Raise(py.AttributeError, "can't set attribute")
			},
		},
		Members: py.Members{
			py.GetSet("__doc__", func(t *py.Thread, v py.Value) (py.Value, error) { return py.As[field](v).doc, nil },
				func(t *py.Thread, v, val py.Value) error {
					if !val.Bound() {
						val = py.None
					}
					py.As[field](v).doc = val
					return nil
				}),
			py.Method("__reduce__()", func(f *field, t *py.Thread, a *py.Args) (py.Value, error) {
				return py.NewTuple(a.Self.Type().Value(), py.NewTuple(py.Int(int64(f.i)), f.doc)), nil
			}),
		},
	}
}

// keywords are the words that cannot be field names.
const keywords = " False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield "

func isKeyword(s string) bool { return s != "" && strings.Contains(keywords, " "+s+" ") }

var nameIsIdentifier = py.LateName{Text: "isidentifier"}

func isIdentifier(t *py.Thread, s *py.Str) (bool, error) {
	v, err := py.CallMethod(t, py.NewStr(s.String()), nameIsIdentifier.Str())
	if err != nil {
		return false, err
	}
	return py.Truth(t, v)
}

func namedtuple(t *py.Thread, a *py.Args) (py.Value, error) {
	typename, err := py.ToStr(t, a.Value(0))
	if err != nil {
		return py.Nil, err
	}
	rename := a.BoolOr(t, 2, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	names, err := fieldNames(t, a.Value(1))
	if err != nil {
		return py.Nil, err
	}
	if rename {
		if err := renameFields(t, names); err != nil {
			return py.Nil, err
		}
	}
	if err := checkNames(t, typename, names, rename); err != nil {
		return py.Nil, err
	}
	var defaults []py.Value
	if a.Given(3) {
		if defaults, err = py.Collect(t, a.Value(3)); err != nil {
			return py.Nil, err
		}
		if len(defaults) > len(names) {
			return py.Nil, py.Raise(py.TypeError, "Got more default values than field names")
		}
	}
	return makeNamedTuple(t, typename.String(), names, defaults, a.ValueOr(4, py.None))
}

// fieldNames evaluates a string with commas or spaces, or an iterable of names.
func fieldNames(t *py.Thread, v py.Value) ([]*py.Str, error) {
	var names []*py.Str
	if s, ok := py.AsStr(v); ok {
		for _, n := range strings.Fields(strings.ReplaceAll(s.String(), ",", " ")) {
			names = append(names, t.Interp.Intern(n))
		}
		return names, nil
	}
	err := py.Iterate(t, v, func(x py.Value) error {
		s, err := py.ToStr(t, x)
		if err == nil {
			names = append(names, t.Interp.Intern(s.String()))
		}
		return err
	})
	return names, err
}

func renameFields(t *py.Thread, names []*py.Str) error {
	seen := map[string]bool{}
	for i, n := range names {
		s := n.String()
		ok, err := isIdentifier(t, n)
		if err != nil {
			return err
		}
		if !ok || isKeyword(s) || strings.HasPrefix(s, "_") || seen[s] {
			names[i] = t.Interp.Intern("_" + itoa(i))
		}
		seen[s] = true
	}
	return nil
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func checkNames(t *py.Thread, typename *py.Str, names []*py.Str, rename bool) error {
	for _, n := range append([]*py.Str{typename}, names...) {
		ok, err := isIdentifier(t, n)
		if err != nil {
			return err
		}
		bad := ""
		if !ok {
			bad = "Type names and field names must be valid identifiers: "
		} else if isKeyword(n.String()) {
			bad = "Type names and field names cannot be a keyword: "
		} else {
			continue
		}
		r, err := py.Repr(t, n.Value())
		if err != nil {
			return err
		}
		return py.Raise(py.ValueError, "%s%s", bad, r)
	}
	seen := map[string]bool{}
	for _, n := range names {
		s := n.String()
		if strings.HasPrefix(s, "_") && !rename {
			return py.Raise(py.ValueError, "Field names cannot start with an underscore: '%s'", s)
		}
		if seen[s] {
			return py.Raise(py.ValueError, "Encountered duplicate field name: '%s'", s)
		}
		seen[s] = true
	}
	return nil
}

// makeNamedTuple builds the class.
func makeNamedTuple(t *py.Thread, typename string, names []*py.Str, defaults []py.Value, module py.Value) (py.Value, error) {
	var sig, doc strings.Builder
	vals := make([]py.Value, len(names))
	fieldDefaults := py.NewDict()
	for i, n := range names {
		vals[i] = n.Value()
		sig.WriteString(n.String())
		if i > 0 {
			doc.WriteString(", ")
		}
		doc.WriteString(n.String())
		if k := i - (len(names) - len(defaults)); k >= 0 {
			sig.WriteString("=?")
			fieldDefaults.SetStr(n, defaults[k])
		}
		sig.WriteString(", ")
	}
	n := len(names)
	ns := py.NewDict()
	fields := py.NewTuple(vals...)
	params := "(" + strings.TrimSuffix(sig.String(), ", ") + ")"
	ns.SetItem("__doc__", py.NewStr(typename+"("+doc.String()+")"))
	ns.SetItem("__slots__", py.NewTuple())
	ns.SetItem("_fields", fields)
	ns.SetItem("_field_defaults", fieldDefaults.Value())
	ns.SetItem("__match_args__", fields)

	// __new__ gets the class first; the usual call has all arguments by position.
	bind := py.BindPython(typename+".__new__", "__new__"+params)
	newFn := func(t *py.Thread, a *py.Args) (py.Value, error) {
		args, kw := a.All()
		if len(args) == len(kw) {
			return py.Nil, py.Raise(py.TypeError, "%s.__new__() missing 1 required positional argument: '_cls'", typename)
		}
		cls, ok := py.IsType(args[0])
		if !ok || !cls.IsSubtype(py.TupleType) {
			return py.Nil, py.Raise(py.TypeError, "tuple.__new__(X): X is not a type object (%s)", py.TypeName(args[0]))
		}
		args = args[1:]
		if len(kw) == 0 && len(args) == n {
			return py.NewTupleOf(cls, args), nil
		}
		items, err := bind(args, kw)
		if err != nil {
			return py.Nil, err
		}
		for i := range items {
			if !items[i].Bound() {
				items[i] = defaults[i-(n-len(defaults))]
			}
		}
		return py.NewTupleOf(cls, items), nil
	}
	ns.SetItem("__new__", py.NewNative("__new__(*args, **kwargs)", newFn))

	makeFrom := func(t *py.Thread, cls py.Value, src py.Value) (py.Value, error) {
		items, err := py.Collect(t, src)
		if err != nil {
			return py.Nil, err
		}
		if len(items) != n {
			return py.Nil, py.Raise(py.TypeError, "Expected %d arguments, got %d", n, len(items))
		}
		return py.NewTupleOf(py.As[py.Type](cls), items), nil
	}
	replace := func(t *py.Thread, a *py.Args) (py.Value, error) {
		x := py.As[py.Tuple](a.Self)
		items := append([]py.Value(nil), x.Items()...)
		kwNames, kwVals := a.Kw()
		var unknown []py.Value
	next:
		for i, k := range kwNames {
			for j, name := range names {
				if j < len(items) && k.Equal(name) {
					items[j] = kwVals[i]
					continue next
				}
			}
			unknown = append(unknown, k.Value())
		}
		if len(unknown) > 0 {
			r, err := py.Repr(t, py.NewList(unknown).Value())
			if err != nil {
				return py.Nil, err
			}
			return py.Nil, py.Raise(py.TypeError, "Got unexpected field names: %s", r)
		}
		return makeFrom(t, a.Self.Type().Value(), py.NewTuple(items...))
	}
	for _, m := range (py.Members{
		py.PyClassMethod(typename, "_make(iterable)", func(t *py.Thread, a *py.Args) (py.Value, error) { return makeFrom(t, a.Self, a.Value(0)) }),
		py.PyMethod(typename, "_replace(**kwds)", replace),
		py.PyMethod(typename, "__replace__(**kwds)", replace),
		py.PyMethod(typename, "_asdict()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			d := py.NewDictSize(n)
			for i, v := range py.As[py.Tuple](a.Self).Items() {
				if i < n {
					d.SetStr(names[i], v)
				}
			}
			return d.Value(), nil
		}),
		py.PyMethod(typename, "__getnewargs__()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			return py.NewTuple(py.As[py.Tuple](a.Self).Items()...), nil
		}),
		py.PyMethod(typename, "__repr__()", func(t *py.Thread, a *py.Args) (py.Value, error) {
			var b strings.Builder
			b.WriteString(a.Self.Type().Name)
			b.WriteByte('(')
			for i, v := range py.As[py.Tuple](a.Self).Items() {
				if i >= n {
					break
				}
				if i > 0 {
					b.WriteString(", ")
				}
				b.WriteString(names[i].String())
				b.WriteByte('=')
				s, err := py.Repr(t, v)
				if err != nil {
					return py.Nil, err
				}
				b.WriteString(s.String())
			}
			b.WriteByte(')')
			return py.NewStr(b.String()), nil
		}),
	}) {
		ns.SetItem(m.Name(), m.For(py.TupleType))
	}
	for i, name := range names {
		ns.SetStr(name, py.Object(&field{fieldType.Root(), i, py.NewStr("Alias for field number " + itoa(i))}))
	}
	if module.IsNone() {
		if g := t.Interp.Machine.Globals(t); g != nil {
			if v := g.GetItem("__name__"); v.Bound() {
				module = v
			}
		}
	}
	if !module.IsNone() {
		ns.SetItem("__module__", module)
	}
	return py.Call(t, py.TypeType.Value(), py.NewStr(typename), py.NewTuple(py.TupleType.Value()), ns.Value())
}
