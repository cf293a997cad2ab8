# What is built of weak references: proxies, finalizers, containers.
from collections.abc import Mapping as _Mapping, MutableMapping as _MutableMapping, MutableSet as _MutableSet
import atexit as _atexit
import itertools as _itertools
import operator as _operator


class WeakMethod(ref):
    """A weak reference to a bound method, which dies with its object."""

    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
        self = ref.__new__(cls, obj, callback)
        self._func, self._type = func, type(meth)
        return self

    def __call__(self):
        obj = super().__call__()
        return None if obj is None else self._type(self._func, obj)

    __hash__ = ref.__hash__

    def __eq__(self, other):
        return isinstance(other, WeakMethod) and ref.__eq__(self, other) and self._func == other._func


def _target(p):
    obj = object.__getattribute__(p, '_ref')()
    if obj is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return obj


def _plain(v):
    return _target(v) if type(v) in ProxyTypes else v


def _unary(f):
    return lambda self: f(_target(self))


def _binary(f):
    return lambda self, other: f(_target(self), _plain(other))


def _reflected(f):
    return lambda self, other: f(_plain(other), _target(self))


class ProxyType:
    """Stands for an object as long as it lives."""

    __slots__ = ('_ref', '__weakref__')

    def __init__(self, obj, callback=None):
        object.__setattr__(self, '_ref', ref(obj, callback))

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        return f'<weakproxy at {id(self):#x} to {type(_target(self)).__name__} at {id(_target(self)):#x}>'

    def __str__(self):
        return str(_target(self))

    def __bool__(self):
        return bool(_target(self))

    __hash__ = None

    def __contains__(self, item):
        return item in _target(self)

    def __iter__(self):
        return iter(_target(self))

    def __next__(self):
        obj = _target(self)
        if not hasattr(type(obj), '__next__'):
            raise TypeError(f'Weakref proxy referenced a non-iterator {type(obj).__name__!r} object')
        return next(obj)

    def __setitem__(self, key, value):
        _target(self)[key] = value

    def __enter__(self):
        return _target(self).__enter__()

    def __exit__(self, *details):
        return _target(self).__exit__(*details)

    for _n in ('lt', 'le', 'eq', 'ne', 'gt', 'ge', 'add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'matmul', 'and_', 'or_', 'xor',
               'lshift', 'rshift', 'iadd', 'isub', 'imul', 'itruediv', 'ifloordiv', 'imod', 'ipow', 'imatmul', 'iand', 'ior', 'ixor',
               'ilshift', 'irshift', 'getitem', 'delitem'):
        locals()[f'__{_n.strip("_")}__'] = _binary(getattr(_operator, _n))
    for _n in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'matmul', 'and_', 'or_', 'xor', 'lshift', 'rshift'):
        locals()[f'__r{_n.strip("_")}__'] = _reflected(getattr(_operator, _n))
    for _n, _f in (('neg', _operator.neg), ('pos', _operator.pos), ('abs', abs), ('invert', _operator.invert), ('int', int),
                   ('float', float), ('index', _operator.index), ('len', len), ('reversed', reversed), ('bytes', bytes)):
        locals()[f'__{_n}__'] = _unary(_f)
    del _n, _f

    def __divmod__(self, other):
        return divmod(_target(self), _plain(other))

    def __rdivmod__(self, other):
        return divmod(_plain(other), _target(self))


class CallableProxyType(ProxyType):
    """A proxy of something that can be called."""

    __slots__ = ()

    def __call__(self, /, *args, **kwargs):
        return _target(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(obj, callback=None, /):
    """A proxy of obj; using it after obj has died is a ReferenceError."""
    return (CallableProxyType if callable(obj) else ProxyType)(obj, callback)


class finalize:
    """finalize(obj, func, *args, **kwargs): calls func when obj dies, or at exit."""

    __slots__ = ()
    _registry = {}
    _index = _itertools.count()
    _at_exit = False

    class _Info:
        __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._at_exit:
            _atexit.register(finalize._run_all)
            finalize._at_exit = True
        info = finalize._Info()
        info.weakref = ref(obj, self)
        info.func, info.args, info.kwargs, info.atexit = func, args, kwargs or None, True
        info.index = next(finalize._index)
        finalize._registry[self] = info

    def __call__(self, _=None):
        """Calls the function now, unless it has been called."""
        info = finalize._registry.pop(self, None)
        if info:
            return info.func(*info.args, **(info.kwargs or {}))

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        at = object.__repr__(self).replace("weakref.", "", 1)[:-1]
        if obj is None:
            return at + "; dead>"
        return f"{at}; for {type(obj).__qualname__!r} at {id(obj):#x}>"

    def detach(self):
        """Forgets the function: (obj, func, args, kwargs), None if that is over."""
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and finalize._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs or {}

    def peek(self):
        """(obj, func, args, kwargs), None if that is over."""
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs or {}

    @property
    def alive(self):
        """Whether the function is still to be called."""
        return self in finalize._registry

    @property
    def atexit(self):
        """Whether the function is called at exit if obj lives until then."""
        info = finalize._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info.atexit = bool(value)

    @classmethod
    def _run_all(cls):
        todo = sorted(((i.index, f) for f, i in cls._registry.items() if i.atexit), key=lambda p: p[0], reverse=True)
        for _, f in todo:
            f()


class WeakValueDictionary(_MutableMapping):
    """A mapping whose entries go when their values die."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _live(self):
        for k, r in list(self.data.items()):
            v = r()
            if v is not None:
                yield k, v
            elif self.data.get(k) is r:
                del self.data[k]

    def __getitem__(self, key):
        v = self.data[key]()
        if v is None:
            raise KeyError(key)
        return v

    def __setitem__(self, key, value):
        self.data[key] = ref(value)

    def __delitem__(self, key):
        if self.data.pop(key)() is None:
            raise KeyError(key)

    def __contains__(self, key):
        r = self.data.get(key)
        return r is not None and r() is not None

    def __iter__(self):
        return (k for k, v in self._live())

    keys = __iter__

    def values(self):
        return (v for k, v in self._live())

    def items(self):
        return self._live()

    def __len__(self):
        return sum(1 for _ in self._live())

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        new = type(self)()
        new.update(other)
        new.update(self)
        return new

    def __ior__(self, other):
        self.update(other)
        return self

    def valuerefs(self):
        return list(self.data.values())

    def itervaluerefs(self):
        yield from list(self.data.values())


class WeakKeyDictionary(_MutableMapping):
    """A mapping whose entries go when their keys die."""

    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _live(self):
        for r, v in list(self.data.items()):
            k = r()
            if k is not None:
                yield k, v
            else:
                self.data.pop(r, None)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        r = ref(key)
        hash(r)
        self.data[r] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __iter__(self):
        return (k for k, v in self._live())

    keys = __iter__

    def values(self):
        return (v for k, v in self._live())

    def items(self):
        return self._live()

    def __len__(self):
        return sum(1 for _ in self._live())

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def copy(self):
        new = type(self)()
        new.update(self)
        return new

    __copy__ = copy
    __or__, __ror__, __ior__ = (WeakValueDictionary.__or__, WeakValueDictionary.__ror__,
                                WeakValueDictionary.__ior__)

    def keyrefs(self):
        return list(self.data)


class WeakSet(_MutableSet):
    """A set whose members go when they die."""

    def __init__(self, data=None):
        self.data = set()
        for x in data or ():
            self.add(x)

    def _live(self):
        for r in list(self.data):
            x = r()
            if x is not None:
                yield x
            else:
                self.data.discard(r)

    def __iter__(self):
        return self._live()

    def __len__(self):
        return sum(1 for _ in self._live())

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        r = ref(item)
        hash(r)
        self.data.add(r)

    def discard(self, item):
        self.data.discard(ref(item))

    def clear(self):
        self.data.clear()

    def copy(self):
        return type(self)(self)

    def pop(self):
        for r in list(self.data):
            self.data.discard(r)
            x = r()
            if x is not None:
                return x
        raise KeyError('pop from empty WeakSet')

    def remove(self, item):
        self.data.remove(ref(item))

    def update(self, other):
        for x in other:
            self.add(x)

    def union(self, other):
        """A new set with the members of both."""
        new = self.copy()
        new.update(other)
        return new

    def intersection(self, other):
        """A new set with the members that other has, too."""
        other = _ids(other)
        return type(self)(x for x in self if x in other)

    def difference(self, other):
        """A new set without the members of other."""
        other = _ids(other)
        return type(self)(x for x in self if x not in other)

    def symmetric_difference(self, other):
        """A new set with what only one of the two has."""
        other = type(self)(other)
        return self.difference(other).union(other.difference(self))

    def intersection_update(self, other):
        self.data = self.intersection(other).data

    def difference_update(self, other):
        self.data = self.difference(other).data

    def symmetric_difference_update(self, other):
        self.data = self.symmetric_difference(other).data

    def issubset(self, other):
        """Whether other has all members."""
        other = _ids(other)
        return all(x in other for x in self)

    def issuperset(self, other):
        """Whether all members of other are here."""
        return all(x in self for x in other)

    def isdisjoint(self, other):
        """Whether the two have no member in common."""
        return not any(x in self for x in other)

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return set(self) == set(other)

    __hash__ = None
    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference
    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return set(self) < set(other)

    def __gt__(self, other):
        return set(self) > set(other)

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def __repr__(self):
        return repr(set(self))


def _ids(other):
    return other if isinstance(other, (WeakSet, set, frozenset)) else set(other)


__all__ = ['ref', 'proxy', 'ReferenceType', 'ProxyType', 'CallableProxyType', 'ProxyTypes', 'WeakKeyDictionary',
           'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']
