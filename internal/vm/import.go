package vm

import (
	"errors"
	"io"
	"io/fs"
	"strings"

	"github.com/woma-lang/woma/internal/bytecode"
	"github.com/woma-lang/woma/py"
)

// importOp executes the import instructions.
func (vm *VM) importOp(in *Instr) error {
	t := vm.t
	switch in.Op {
	case bytecode.ImportName:
		level, fromlist := *vm.reg(in.A), *vm.reg(in.A + vs)
		name := vm.code.names[in.B]
		imp := vm.builtinsOf(vm.code.globals).GetStr(nameImport)
		if imp == nil {
			return py.Raise(py.ImportError, "__import__ not found")
		}
		var v py.Value
		var err error
		if n, ok := py.IsNative(*imp); ok && n.Mod == "builtins" {
			v, err = machine{}.Import(t, name.String(), vm.code.globals, fromlist, int(level.I()))
		} else {
			locals := py.None
			if vm.code.mapping {
				locals = vm.locals()
			}
			v, err = py.Call(t, *imp, name.Value(), vm.code.globals.Value(), locals, fromlist, level)
		}
		if err != nil {
			return err
		}
		*vm.reg(in.A) = v
	case bytecode.ImportFrom:
		v, err := vm.importFrom(*vm.reg(in.B), vm.code.names[in.C])
		if err != nil {
			return err
		}
		*vm.reg(in.A) = v
	case bytecode.ImportStar:
		return vm.importStar(*vm.reg(in.A))
	}
	return nil
}

var (
	nameImport = py.Name("__import__")
	nameAll    = py.Name("__all__")
	nameDict   = py.Name("__dict__")
)

// importFrom is `from m import name`.
func (vm *VM) importFrom(m py.Value, name *py.Str) (py.Value, error) {
	t := vm.t
	v, err := py.GetAttr(t, m, name)
	if err == nil || !py.ErrIs(err, py.AttributeError) {
		return v, err
	}
	mod := "<unknown module name>"
	if n, err := py.LookupAttr(t, m, nameNameAttr); err == nil && n.Bound() {
		if s, ok := py.AsStr(n); ok {
			mod = s.String()
			// A submodule that is being imported is in sys.modules already.
			if p := t.Interp.Modules.GetStr(py.Name(mod + "." + name.String())); p != nil {
				return *p, nil
			}
		}
	}
	file := "unknown location"
	if f, err := py.LookupAttr(t, m, nameFileAttr); err == nil && f.Bound() {
		if s, ok := py.AsStr(f); ok {
			file = s.String()
		}
	}
	e := py.Raise(py.ImportError, "cannot import name '%s' from '%s' (%s)", name, mod, file).(*py.Exc)
	if len(e.X) >= 3 {
		e.X[0], e.X[2] = str(mod), name.Value()
		if file != "unknown location" {
			e.X[1] = str(file)
		}
	}
	return py.Nil, e
}

// importStar is `from m import *`; m may be any object in sys.modules.
func (vm *VM) importStar(m py.Value) error {
	t := vm.t
	ns := vm.code.globals.Value()
	if vm.code.mapping {
		ns = vm.locals()
	}
	names, err := py.LookupAttr(t, m, nameAll)
	if err != nil {
		return err
	}
	where, all := "__all__", true
	if !names.Bound() {
		where, all = "__dict__", false
		if names, err = py.LookupAttr(t, m, nameDict); err != nil {
			return err
		}
		if !names.Bound() {
			return py.Raise(py.ImportError, "from-import-* object has no __dict__ and no __all__")
		}
		// The names as they are now: the import may add to the same dict.
		keys, err := py.Call(t, py.ListType.Value(), names)
		if err != nil {
			return err
		}
		names = keys
	}
	for i := int64(0); ; i++ {
		if names.Type().Slots.GetItem == nil {
			return py.Raise(py.TypeError, "'%s' object does not support indexing", py.TypeName(names))
		}
		k, err := py.GetItem(t, names, py.Int(i))
		if err != nil {
			if py.ErrIs(err, py.IndexError) {
				return nil
			}
			return err
		}
		s, ok := py.AsStr(k)
		if !ok {
			return starKeyError(t, m, where, k)
		}
		if !all && strings.HasPrefix(s.String(), "_") {
			continue
		}
		v, err := py.GetAttr(t, m, s)
		if err != nil {
			return err
		}
		if err := py.SetItem(t, ns, k, v); err != nil {
			return err
		}
	}
}

// starKeyError is for a name that is no str.
func starKeyError(t *py.Thread, m py.Value, where string, k py.Value) error {
	n, err := py.GetAttr(t, m, nameNameAttr)
	if err != nil {
		return err
	}
	mod, ok := py.AsStr(n)
	if !ok {
		return py.Raise(py.TypeError, "module __name__ must be a string, not %s", py.TypeName(n))
	}
	what := "Item in"
	if where == "__dict__" {
		what = "Key in"
	}
	return py.Raise(py.TypeError, "%s %s.%s must be str, not %s", what, mod.String(), where, py.TypeName(k))
}

// Import is __import__: it returns the top package for `import a.b`, the module
// itself if there is a fromlist.
func (mach machine) Import(t *py.Thread, name string, globals *py.Dict, fromlist py.Value, level int) (py.Value, error) {
	if level < 0 {
		return py.Nil, py.Raise(py.ValueError, "level must be >= 0")
	}
	abs := name
	if level > 0 {
		pkg, err := packageOf(globals)
		if err != nil {
			return py.Nil, err
		}
		for i := 1; i < level; i++ {
			j := strings.LastIndexByte(pkg, '.')
			if j < 0 {
				return py.Nil, py.Raise(py.ImportError, "attempted relative import beyond top-level package")
			}
			pkg = pkg[:j]
		}
		abs = pkg
		if name != "" {
			abs += "." + name
		}
	} else if name == "" {
		return py.Nil, py.Raise(py.ValueError, "Empty module name")
	}
	m, err := mach.importModule(t, abs)
	if err != nil {
		return py.Nil, err
	}
	if fromlist.Bound() && !fromlist.IsNone() {
		some, err := py.Truth(t, fromlist)
		if err != nil {
			return py.Nil, err
		}
		if some {
			mo, ok := py.Cast[py.ModuleObj](m, py.ModuleType)
			if !ok || mo.Dict.GetStr(namePathAttr) == nil {
				return m, nil // no package: whatever is in the list, nothing is to be imported
			}
			items, err := py.ToSlice(t, fromlist)
			if err != nil {
				return py.Nil, err
			}
			return m, mach.importFromlist(t, m, abs, items)
		}
	}
	if level == 0 {
		if i := strings.IndexByte(name, '.'); i >= 0 {
			return mach.importModule(t, name[:i])
		}
		return m, nil
	}
	if i := strings.IndexByte(name, '.'); i >= 0 {
		return mach.importModule(t, abs[:len(abs)-len(name)+i])
	}
	return m, nil
}

// importFromlist imports the submodules that a fromlist names.
func (mach machine) importFromlist(t *py.Thread, m py.Value, abs string, items []py.Value) error {
	mo, ok := py.Cast[py.ModuleObj](m, py.ModuleType)
	if !ok || mo.Dict.GetStr(namePathAttr) == nil {
		return nil
	}
	for _, it := range items {
		s, ok := py.AsStr(it)
		if !ok {
			return py.Raise(py.TypeError, "Item in ``from list'' must be str, not %s", py.TypeName(it))
		}
		if s.String() == "*" {
			if all := mo.Dict.GetStr(nameAll); all != nil {
				names, err := py.ToSlice(t, *all)
				if err != nil {
					return err
				}
				if err := mach.importFromlist(t, m, abs, names); err != nil {
					return err
				}
			}
			continue
		}
		if mo.Dict.GetStr(s) != nil {
			continue
		}
		full := abs + "." + s.String()
		if _, err := mach.importModule(t, full); err != nil {
			if e, ok := err.(*py.Exc); ok && e.IsA(py.ModuleNotFoundError) && len(e.X) > 0 && e.X[0].Bound() {
				if n, ok := py.AsStr(e.X[0]); ok && n.String() == full {
					continue // `from m import name` words the error
				}
			}
			return err
		}
	}
	return nil
}

// packageOf returns the package that relative imports start from.
func packageOf(globals *py.Dict) (string, error) {
	get := func(name *py.Str) (py.Value, bool) {
		if globals == nil {
			return py.Nil, false
		}
		p := globals.GetStr(name)
		if p == nil {
			return py.Nil, false
		}
		return *p, true
	}
	pkg := ""
	if v, ok := get(namePackageAttr); ok && !v.IsNone() {
		s, ok := py.AsStr(v)
		if !ok {
			return "", py.Raise(py.TypeError, "package must be a string")
		}
		pkg = s.String()
	} else {
		v, ok := get(nameNameAttr)
		if !ok {
			return "", py.Raise(py.KeyError, "'__name__' not in globals")
		}
		s, ok := py.AsStr(v)
		if !ok {
			return "", py.Raise(py.TypeError, "__name__ must be a string")
		}
		pkg = s.String()
		if _, ok := get(namePathAttr); !ok {
			pkg = pkg[:max(0, strings.LastIndexByte(pkg, '.'))]
		}
	}
	if pkg == "" {
		return "", py.Raise(py.ImportError, "attempted relative import with no known parent package")
	}
	return pkg, nil
}

func notFound(name, text string) error {
	e := py.NewExc(py.ModuleNotFoundError, str(text))
	if len(e.X) > 0 {
		e.X[0] = str(name)
	}
	return e
}

// importModule returns the module with an absolute name, loading it and the
// packages above it if needed.
func (mach machine) importModule(t *py.Thread, name string) (py.Value, error) {
	if name == "" {
		return py.Nil, py.Raise(py.ValueError, "Empty module name")
	}
	in := t.Interp
	key := in.Intern(name)
	if p := in.Modules.GetStr(key); p != nil {
		if p.IsNone() {
			return py.Nil, notFound(name, "import of "+name+" halted; None in sys.modules")
		}
		return *p, nil
	}
	if err := t.Enter(); err != nil {
		return py.Nil, err
	}
	defer t.Leave()
	var parent py.Value
	var path py.Value
	base := name
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		var err error
		if parent, err = mach.importModule(t, name[:i]); err != nil {
			return py.Nil, err
		}
		if p := in.Modules.GetStr(key); p != nil {
			return *p, nil
		}
		base = name[i+1:]
		if path, err = py.LookupAttr(t, parent, namePathAttr); err != nil {
			return py.Nil, err
		}
		if !path.Bound() && in.Available.Get(name) == nil {
			return py.Nil, notFound(name, "No module named "+py.QuoteStr(name)+"; "+py.QuoteStr(name[:i])+" is not a package")
		}
	}
	m, err := mach.load(t, name, base, path)
	if err != nil {
		return py.Nil, err
	}
	if p := in.Modules.GetStr(key); p != nil { // a module may replace itself
		m = *p
	}
	if in.OnImport != nil {
		file := ""
		if f, err := py.LookupAttr(t, m, nameFileAttr); err == nil && f.Bound() {
			if s, ok := py.AsStr(f); ok {
				file = s.String()
			}
		}
		in.OnImport(name, file)
	}
	if parent.Bound() {
		if err := py.SetAttr(t, parent, in.Intern(base), m); err != nil {
			return py.Nil, err
		}
	}
	return m, nil
}

// load finds and runs a module that is not in sys.modules. path is the package's
// __path__, unbound for a top-level module.
func (mach machine) load(t *py.Thread, name, base string, path py.Value) (py.Value, error) {
	in := t.Interp
	if !path.Bound() {
		if p, err := py.LookupAttr(t, in.SysM, py.Name("path")); err == nil && p.Bound() {
			path = p
		}
	}
	def := in.Available.Get(name)
	if def != nil && !shadowable[name] {
		m, err := def.Instantiate(t)
		if err != nil {
			return py.Nil, err
		}
		return m.Value(), nil
	}
	if path.Bound() && in.FS != nil {
		dirs, err := pathEntries(t, path)
		if err != nil {
			return py.Nil, err
		}
		for _, dir := range dirs {
			m, found, err := mach.loadFrom(t, dir, name, base)
			if found || err != nil {
				return m, err
			}
		}
		var portions []py.Value // folders without __init__.py are one namespace package
		for _, dir := range dirs {
			p := join(dir, base)
			if st, err := in.FS.Stat(p); err == nil && st.IsDir() {
				portions = append(portions, str(py.ToWTF8(p)))
			}
		}
		if portions != nil && def == nil {
			m := py.NewModuleObj(in, name)
			m.Dict.SetStr(namePathAttr, py.NewList(portions).Value())
			m.Dict.SetStr(namePackageAttr, str(name))
			in.Modules.SetStr(in.Intern(name), m.Value())
			return m.Value(), nil
		}
	}
	if def != nil {
		m, err := def.Instantiate(t)
		if err != nil {
			return py.Nil, err
		}
		return m.Value(), nil
	}
	return py.Nil, notFound(name, "No module named "+py.QuoteStr(name))
}

// shadowable names modules that a file on sys.path may replace, as MicroPython
// allows for its extensible modules; filled by nothing yet.
var shadowable = map[string]bool{}

func pathEntries(t *py.Thread, path py.Value) ([]string, error) {
	items, err := py.Collect(t, path)
	if err != nil {
		return nil, err
	}
	var dirs []string
	for _, v := range items {
		if s, ok := py.AsStr(v); ok && s.String() != ".frozen" {
			dirs = append(dirs, s.String())
		}
	}
	return dirs, nil
}

func join(dir, name string) string {
	if dir == "" {
		return name
	}
	if strings.HasSuffix(dir, "/") {
		return dir + name
	}
	return dir + "/" + name
}

// loadFrom looks for a module in one folder.
func (mach machine) loadFrom(t *py.Thread, dir, name, base string) (py.Value, bool, error) {
	in := t.Interp
	pkg := join(dir, base)
	init := pkg + "/__init__.py"
	if src, ok, err := readSource(in, init); err != nil {
		return py.Nil, true, err
	} else if ok {
		m, err := mach.runModule(t, name, name, init, src, pkg)
		return m, true, err
	}
	file := pkg + ".py"
	if src, ok, err := readSource(in, file); err != nil {
		return py.Nil, true, err
	} else if ok {
		parent := ""
		if i := strings.LastIndexByte(name, '.'); i >= 0 {
			parent = name[:i]
		}
		m, err := mach.runModule(t, name, parent, file, src, "")
		return m, true, err
	}
	return py.Nil, false, nil
}

// readSource reads a file; ok is false if it does not exist.
func readSource(in *py.Interp, name string) ([]byte, bool, error) {
	st, err := in.FS.Stat(name)
	if err != nil || st.IsDir() {
		return nil, false, nil
	}
	f, err := in.FS.OpenFile(name, 0, 0)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, false, nil
		}
		return nil, false, py.FromGo(err)
	}
	defer f.Close()
	src, err := io.ReadAll(f)
	if err != nil {
		return nil, false, py.FromGo(err)
	}
	return src, true, nil
}

// runModule makes the module and runs its source; pkgDir is set for a package.
func (mach machine) runModule(t *py.Thread, name, pkg, file string, src []byte, pkgDir string) (py.Value, error) {
	in := t.Interp
	m := py.NewModuleObj(in, name)
	m.Dict.SetStr(nameFileAttr, str(py.ToWTF8(file)))
	m.Dict.SetStr(namePackageAttr, str(pkg))
	if pkgDir != "" {
		m.Dict.SetStr(namePathAttr, py.NewList([]py.Value{str(py.ToWTF8(pkgDir))}).Value())
	}
	key := in.Intern(name)
	code, err := mach.Compile(t, src, file, "exec", py.CompileFlags{Optimize: -1, File: true})
	if err != nil {
		return py.Nil, err
	}
	in.Modules.SetStr(key, m.Value())
	if _, err := mach.Run(t, code, m.Dict, py.Nil); err != nil {
		in.Modules.DelStr(key)
		return py.Nil, err
	}
	return m.Value(), nil
}
