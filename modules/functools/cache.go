package functools

import (
	"math"
	"unsafe"

	"github.com/woma-lang/woma/py"
)

// lruCache is a function with a cache of its results: a dict in the order of use, the
// longest unused first.
type lruCache struct {
	py.Head
	attrs        *py.Dict
	f            py.Value
	results      *py.Dict
	max          int // -1: no limit
	typed        bool
	hits, misses int64
}

var lruCacheType = &py.Type{}
var lruCacheShape py.Shape

// kwMark stands between positional and keyword arguments in a key.
var (
	kwMark    = struct{ py.Head }{py.HeadOf(&markShape)}
	markType  = &py.Type{}
	markShape py.Shape
)

func markSpec() py.TypeSpec {
	return py.TypeSpec{Name: "kwmark", Module: "functools", Flags: py.Final | py.NotCallable,
		Slots: py.Slots{Hash: func(t *py.Thread, v py.Value) (int64, error) { return 7, nil }}}
}

func defineCache() {
	py.DefineType(markType, &markShape, markSpec())
	py.DefineLater(lruCacheType, &lruCacheShape, "_lru_cache_wrapper", func() py.TypeSpec {
		return py.TypeSpec{
			Module: "functools", Flags: py.DottedName,
			DictOffset: unsafe.Offsetof(lruCache{}.attrs),
			SubDict:    unsafe.Offsetof(lruCache{}.attrs),
			Slots: py.Slots{
				Call: lruCall,
				DescrGet: func(t *py.Thread, d, obj py.Value, cls *py.Type) (py.Value, error) {
					if !obj.Bound() || obj.IsNone() {
						return d, nil
					}
					return py.NewBoundMethod(d, obj), nil
				},
			},
			Members: py.Members{
				py.Method("cache_clear()", func(c *lruCache, t *py.Thread, a *py.Args) (py.Value, error) {
					c.results = py.NewDict()
					c.hits, c.misses = 0, 0
					return py.None, nil
				}),
				py.Method("cache_info()", (*lruCache).cache_info),
				py.Method("__copy__()", func(c *lruCache, t *py.Thread, a *py.Args) (py.Value, error) { return a.Self, nil }),
				py.Method("__deepcopy__(memo, /)", func(c *lruCache, t *py.Thread, a *py.Args) (py.Value, error) { return a.Self, nil }),
				py.Method("__reduce__()", func(c *lruCache, t *py.Thread, a *py.Args) (py.Value, error) {
					return py.GetAttr(t, a.Self, py.Name("__qualname__"))
				}),
			},
		}
	})
	py.DefineLater(cachedPropertyType, &cachedPropertyShape, "cached_property", func() py.TypeSpec {
		return py.TypeSpec{
			Module:     "functools",
			DictOffset: unsafe.Offsetof(cachedProperty{}.attrs),
			SubDict:    unsafe.Offsetof(cachedProperty{}.attrs),
			Slots: py.Slots{
				New:      py.PyCtor("cached_property", "cached_property(func)", cachedPropertyNew),
				DescrGet: cachedPropertyGet,
			},
			Members: py.Members{
				py.PyMethod("cached_property", "__set_name__(owner, name)", cachedPropertySetName),
				py.ClassGetItem(),
			},
		}
	})
}

func lru_cache(t *py.Thread, a *py.Args) (py.Value, error) {
	typed := a.BoolOr(t, 1, false)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	limit := a.ValueOr(0, py.Int(128))
	size := -1
	switch {
	case limit.IsNone():
	case py.IsInstance(limit, py.IntType):
		n, err := py.AsIndexClamped(t, limit)
		if err != nil {
			return py.Nil, err
		}
		size = max(0, n)
		limit = py.Int(int64(size))
	case py.IsCallable(limit):
		return decorate(t, limit, 128, py.Int(128), typed)
	default:
		return py.Nil, py.Raise(py.TypeError, "Expected first argument to be an integer, a callable, or None")
	}
	return py.NewNative("decorating_function(user_function)", func(t *py.Thread, a *py.Args) (py.Value, error) {
		return decorate(t, a.Value(0), size, limit, typed)
	}), nil
}

func cache(t *py.Thread, a *py.Args) (py.Value, error) {
	return decorate(t, a.Value(0), -1, py.None, false)
}

func decorate(t *py.Thread, f py.Value, size int, limit py.Value, typed bool) (py.Value, error) {
	if !py.IsCallable(f) {
		return py.Nil, py.Raise(py.TypeError, "the first argument must be callable")
	}
	c := &lruCache{Head: lruCacheType.Root(), attrs: py.NewDict(), f: f, results: py.NewDict(), max: size, typed: typed}
	v := py.Object(c)
	c.attrs.SetItem("cache_parameters", py.NewNative("cache_parameters()", func(t *py.Thread, a *py.Args) (py.Value, error) {
		d := py.NewDict()
		d.SetItem("maxsize", limit)
		d.SetItem("typed", py.Bool(typed))
		return d.Value(), nil
	}))
	return updateWrapper(t, v, f)
}

// updateWrapper is update_wrapper with the usual attributes.
func updateWrapper(t *py.Thread, wrapper, wrapped py.Value) (py.Value, error) {
	for _, n := range assigned {
		name := py.Name(n)
		v, err := py.LookupAttr(t, wrapped, name)
		if err != nil {
			return py.Nil, err
		}
		if v.Bound() {
			if err := py.SetAttr(t, wrapper, name, v); err != nil {
				return py.Nil, err
			}
		}
	}
	if d := py.OwnDict(wrapped, false); d != nil {
		if err := py.OwnDict(wrapper, true).Merge(t, d); err != nil {
			return py.Nil, err
		}
	}
	return wrapper, py.SetAttr(t, wrapper, nameWrapped.Str(), wrapped)
}

// key makes the key of a call. A single int or str is its own.
func (c *lruCache) key(args []py.Value, kw []*py.Str) py.Value {
	if len(kw) == 0 && !c.typed {
		if len(args) == 1 && (args[0].IsInt() || py.IsStr(args[0]) || py.IsBig(args[0])) {
			return args[0]
		}
		return py.NewTuple(args...)
	}
	n := len(args) - len(kw)
	size := len(args)
	if len(kw) > 0 {
		size += 1 + len(kw)
	}
	if c.typed {
		size += len(args)
	}
	x := py.MakeTuple(size)
	k := append(x.Items()[:0], args[:n]...)
	if len(kw) > 0 {
		k = append(k, py.Object(&kwMark))
		for i, name := range kw {
			k = append(k, name.Value(), args[n+i])
		}
	}
	if c.typed {
		for _, v := range args {
			k = append(k, v.Type().Value())
		}
	}
	return x.Value()
}

func lruCall(t *py.Thread, v py.Value, args []py.Value, kw []*py.Str) (py.Value, error) {
	c := py.As[lruCache](v)
	if c.max == 0 {
		c.misses++
		return py.CallKw(t, c.f, args, kw)
	}
	key := c.key(args, kw)
	p, err := c.results.Get(t, key)
	if err != nil {
		return py.Nil, err
	}
	if p != nil {
		r := *p
		c.hits++
		if c.max > 0 {
			c.results.MoveLast(p)
		}
		return r, nil
	}
	c.misses++
	if err := t.Enter(); err != nil {
		return py.Nil, err
	}
	r, err := py.CallKw(t, c.f, args, kw)
	t.Leave()
	if err != nil {
		return py.Nil, err
	}
	if c.max > 0 {
		// The call itself may have cached this result meanwhile.
		if p, err = c.results.Get(t, key); p != nil || err != nil {
			return r, err
		}
		if c.results.Len() >= c.max {
			if _, _, next, ok := c.results.Next(0); ok {
				c.results.PopAt(next - 1)
			}
		}
	}
	return r, c.results.Set(t, key, r)
}

func (c *lruCache) cache_info(t *py.Thread, a *py.Args) (py.Value, error) {
	limit := py.None
	if c.max >= 0 && c.max < math.MaxInt {
		limit = py.Int(int64(c.max))
	}
	cls, err := cacheInfoClass(t)
	if err != nil {
		return py.Nil, err
	}
	return py.Call(t, cls, py.Int(c.hits), py.Int(c.misses), limit, py.Int(int64(c.results.Len())))
}

var nameCacheInfo = py.LateName{Text: "_CacheInfo"}

// cacheInfoClass returns the named tuple of cache_info, made when first needed.
func cacheInfoClass(t *py.Thread) (py.Value, error) {
	m, err := t.Interp.Machine.Import(t, "functools", nil, py.None, 0)
	if err != nil {
		return py.Nil, err
	}
	mod := py.As[py.ModuleObj](m)
	if p := mod.Dict.GetStr(nameCacheInfo.Str()); p != nil {
		return *p, nil
	}
	coll, err := t.Interp.Machine.Import(t, "collections", nil, py.None, 0)
	if err != nil {
		return py.Nil, err
	}
	namedtuple, err := py.GetAttr(t, coll, py.Name("namedtuple"))
	if err != nil {
		return py.Nil, err
	}
	cls, err := py.CallKw(t, namedtuple, []py.Value{py.NewStr("CacheInfo"), py.NewStr("hits misses maxsize currsize"), py.NewStr("functools")}, []*py.Str{py.Name("module")})
	if err == nil {
		mod.Dict.SetStr(nameCacheInfo.Str(), cls)
	}
	return cls, err
}

type cachedProperty struct {
	py.Head
	attrs *py.Dict // func, attrname, __doc__, __module__ and what a program adds
	f     py.Value
	name  *py.Str
}

var cachedPropertyType = &py.Type{}
var cachedPropertyShape py.Shape

var nameAttrName = py.LateName{Text: "attrname"}

func cachedPropertyNew(t *py.Thread, a *py.Args) (py.Value, error) {
	c := &cachedProperty{Head: a.ClassOf().Root(), attrs: py.NewDict(), f: a.Value(0)}
	c.attrs.SetItem("func", c.f)
	c.attrs.SetStr(nameAttrName.Str(), py.None)
	for _, n := range []string{"__doc__", "__module__"} {
		v, err := py.LookupAttr(t, c.f, py.Name(n))
		if err != nil {
			return py.Nil, err
		}
		if v.Bound() {
			c.attrs.SetItem(n, v)
		}
	}
	return py.Object(c), nil
}

func cachedPropertySetName(t *py.Thread, a *py.Args) (py.Value, error) {
	c := py.As[cachedProperty](a.Self)
	name, ok := py.AsStr(a.Value(1))
	if !ok {
		return py.Nil, py.Raise(py.TypeError, "attribute name must be string, not '%s'", py.TypeName(a.Value(1)))
	}
	if c.name == nil {
		c.name = name
		c.attrs.SetStr(nameAttrName.Str(), name.Value())
		return py.None, nil
	}
	if !c.name.Equal(name) {
		return py.Nil, py.Raise(py.TypeError, "Cannot assign the same cached_property to two different names ('%s' and '%s').", c.name, name)
	}
	return py.None, nil
}

func cachedPropertyGet(t *py.Thread, d, obj py.Value, cls *py.Type) (py.Value, error) {
	if !obj.Bound() || obj.IsNone() {
		return d, nil
	}
	c := py.As[cachedProperty](d)
	if c.name == nil {
		return py.Nil, py.Raise(py.TypeError, "Cannot use cached_property instance without calling __set_name__ on it.")
	}
	if p := py.OwnAttr(obj, c.name); p != nil {
		return *p, nil
	}
	if obj.Type().Flags&py.HasSlotsOf != 0 || !obj.Type().IsPlainObject() && py.OwnDict(obj, true) == nil {
		return py.Nil, py.Raise(py.TypeError, "No '__dict__' attribute on '%s' instance to cache '%s' property.", py.TypeName(obj), c.name)
	}
	v, err := py.Call(t, c.f, obj)
	if err != nil {
		return py.Nil, err
	}
	return v, py.GenericSetAttr(t, obj, c.name, v)
}
