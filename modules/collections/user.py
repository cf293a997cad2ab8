# Counter, ChainMap and the User… classes, run in the namespace of the module
# collections when one of them is first asked for.

from collections.abc import (Mapping as _Mapping, MutableMapping as _MutableMapping,
                             MutableSequence as _MutableSequence, Sequence as _Sequence)
from itertools import chain as _chain, repeat as _repeat, starmap as _starmap


class Counter(dict):
    'A dict of how often things occur; what is not there occurs 0 times.'

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        if n is None:
            return pairs
        if n == 1:
            return pairs[:1]
        return pairs[:max(0, n)]

    def elements(self):
        return _chain.from_iterable(_starmap(_repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        if iterable is None:
            pass
        elif not _is_mapping(iterable):
            _count_elements(self, iterable)
        elif self:
            for elem, count in iterable.items():
                self[elem] = count + self.get(elem, 0)
        else:
            super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            pairs = iterable.items() if _is_mapping(iterable) else zip(iterable, _repeat(1))
            for elem, count in pairs:
                self[elem] = self.get(elem, 0) - count
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return (self.__class__, (dict(self),))

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            d = dict(self.most_common())
        except TypeError:
            # The counts cannot be put in order.
            d = dict(self)
        return f'{self.__class__.__name__}({d!r})'

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for e in _both(self, other))

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for e in _both(self, other))

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for e in _both(self, other))

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        return _combined(self, other, lambda a, b: a + b)

    def __sub__(self, other):
        return _combined(self, other, lambda a, b: a - b)

    def __or__(self, other):
        return _combined(self, other, lambda a, b: b if a < b else a)

    def __and__(self, other):
        return _combined(self, other, lambda a, b: a if a < b else b)

    def __pos__(self):
        return _combined(self, Counter(), lambda a, b: a)

    def __neg__(self):
        return _combined(self, Counter(), lambda a, b: 0 - a)

    def _keep_positive(self):
        for elem in [elem for elem, count in self.items() if not count > 0]:
            del self[elem]
        return self

    def __iadd__(self, other):
        for elem, count in other.items():
            self[elem] += count
        return self._keep_positive()

    def __isub__(self, other):
        for elem, count in other.items():
            self[elem] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for elem, count in other.items():
            if count > self[elem]:
                self[elem] = count
        return self._keep_positive()

    def __iand__(self, other):
        for elem, count in self.items():
            if other[elem] < count:
                self[elem] = other[elem]
        return self._keep_positive()


def _is_mapping(obj):
    return isinstance(obj, dict) or isinstance(obj, _Mapping)


def _combined(a, b, count):
    # The counter of the positive counts that count(a's, b's) gives.
    if not isinstance(b, Counter):
        return NotImplemented
    result = Counter()
    for elem in _both(a, b):
        n = count(a[elem], b[elem])
        if n > 0:
            result[elem] = n
    return result


def _both(a, b):
    # The keys of a, then those only in b.
    yield from a
    for key in b:
        if key not in a:
            yield key


class ChainMap(_MutableMapping):
    'Several mappings that look like one; changes go to the first.'

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        d = {}
        for mapping in map(dict.fromkeys, reversed(self.maps)):
            d |= mapping
        return iter(d)

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        if _entered(self):
            return '...'
        try:
            return f'{self.__class__.__name__}({", ".join(map(repr, self.maps))})'
        finally:
            _left(self)

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def popitem(self):
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError('No keys found in the first mapping.')

    def pop(self, key, *args):
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f'Key not found in the first mapping: {key!r}')

    def clear(self):
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        m = self.copy()
        m.maps[0].update(other)
        return m

    def __ror__(self, other):
        if not isinstance(other, _Mapping):
            return NotImplemented
        m = dict(other)
        for child in reversed(self.maps):
            m.update(child)
        return self.__class__(m)


_inside = []


def _entered(obj):
    for o in _inside:
        if o is obj:
            return True
    _inside.append(obj)
    return False


def _left(obj):
    _inside.pop()


def _dict(other):
    return other.data if isinstance(other, UserDict) else other


class UserDict(_MutableMapping):
    'A mapping around a dict, in the attribute data, to derive from.'

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, '__missing__'):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        if not isinstance(other, (UserDict, dict)):
            return NotImplemented
        return self.__class__(self.data | _dict(other))

    def __ror__(self, other):
        if not isinstance(other, (UserDict, dict)):
            return NotImplemented
        return self.__class__(_dict(other) | self.data)

    def __ior__(self, other):
        self.data |= _dict(other)
        return self

    def __copy__(self):
        return _copied(self)

    def copy(self):
        new = _copied(self)
        if self.__class__ is not UserDict:
            # A subclass may want to see the items come.
            new.data = {}
            new.update(self)
        return new

    @classmethod
    def fromkeys(cls, iterable, value=None):
        d = cls()
        for key in iterable:
            d[key] = value
        return d


def _data(other):
    return other.data if isinstance(other, (UserList, UserString)) else other


def _data(other):
    return other.data if isinstance(other, (UserList, UserString)) else other


def _forward(cls, names, wrap):
    # Gives cls methods that call the one of self.data; wrap: and make the result a cls.
    for name in names.split():
        def method(self, /, *args, _name=name, **kwds):
            result = getattr(self.data, _name)(*map(_data, args), **kwds)
            return self.__class__(result) if wrap else result
        method.__name__ = name
        method.__qualname__ = f'{cls.__name__}.{name}'
        setattr(cls, name, method)


class UserList(_MutableSequence):
    'A sequence around a list, in the attribute data, to derive from.'

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_data(initlist))

    __hash__ = None
    # Not abstract: _forward makes them.
    __setitem__ = __delitem__ = __len__ = insert = None

    def __getitem__(self, i):
        item = self.data[i]
        return self.__class__(item) if isinstance(i, slice) else item

    def __add__(self, other):
        return self.__class__(self.data + list(_data(other)))

    def __radd__(self, other):
        return self.__class__(list(_data(other)) + self.data)

    def __iadd__(self, other):
        self.data += _data(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        return _copied(self)

    def copy(self):
        return self.__class__(self)


def _copied(obj):
    # A copy of a UserDict or UserList with its attributes and a copy of its data.
    new = obj.__class__.__new__(obj.__class__)
    new.__dict__.update(obj.__dict__)
    new.__dict__['data'] = obj.data.copy()
    return new


class UserString(_Sequence):
    'A sequence around a str, in the attribute data, to derive from.'

    def __init__(self, seq):
        seq = _data(seq)
        self.data = seq if isinstance(seq, str) else str(seq)

    # Not abstract: _forward makes them.
    __getitem__ = __len__ = None

    def __str__(self):
        return str(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __add__(self, other):
        return self.__class__(self.data + str(_data(other)))

    def __radd__(self, other):
        return self.__class__(str(_data(other)) + self.data)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def __getnewargs__(self):
        return (self.data,)

    def encode(self, encoding='utf-8', errors='strict'):
        return self.data.encode(encoding or 'utf-8', errors or 'strict')

    maketrans = str.maketrans


_forward(UserList, """__repr__ __lt__ __le__ __eq__ __gt__ __ge__ __contains__ __len__ __setitem__
    __delitem__ append insert pop remove clear count index reverse sort extend""", False)
_forward(UserString, """__repr__ __eq__ __lt__ __le__ __gt__ __ge__ __contains__ __len__ count endswith
    find format format_map index isalnum isalpha isascii isdecimal isdigit isidentifier islower
    isnumeric isprintable isspace istitle isupper join partition rfind rindex rpartition rsplit
    split splitlines startswith""", False)
_forward(UserString, """__getitem__ __mul__ __rmul__ __mod__ capitalize casefold center expandtabs ljust
    lower lstrip removeprefix removesuffix replace rjust rstrip strip swapcase title translate
    upper zfill""", True)
