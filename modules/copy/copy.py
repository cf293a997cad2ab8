# Shallow and deep copies. Objects say how by __copy__, __deepcopy__ or the pickling
# protocol (__reduce_ex__).


class Error(Exception):
    pass


error = Error

# Copies of these are the objects themselves.
_atoms = {type(None), int, float, bool, complex, str, bytes, type, range, type(Ellipsis), type(NotImplemented),
          type(len), type(lambda: 0), type((lambda: 0).__code__), type(int | str), property, tuple, frozenset, slice}
_deep_atoms = _atoms - {tuple, frozenset, slice}


def copy(x):
    """A copy of x whose parts are those of x."""
    cls = type(x)
    if cls in _atoms:
        return x
    if cls in (list, dict, set, bytearray):
        return cls.copy(x)
    if issubclass(cls, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    made = _reduce(x, cls)
    if isinstance(made, str):
        return x
    return _rebuild(x, None, *made)


def deepcopy(x, memo=None, _nil=[]):
    """A copy of x whose parts are copies too."""
    cls = type(x)
    if cls in _deep_atoms:
        return x
    if memo is None:
        memo = {}
    key = id(x)
    y = memo.get(key, _nil)
    if y is not _nil:
        return y
    how = _deep.get(cls)
    if how is not None:
        y = how(x, memo)
    elif issubclass(cls, type):
        y = x
    elif (copier := getattr(x, '__deepcopy__', None)) is not None:
        y = copier(memo)
    else:
        made = _reduce(x, cls)
        y = x if isinstance(made, str) else _rebuild(x, memo, *made)
    if y is not x:
        memo[key] = y
        # Keep x alive as long as the memo: its id must not be used again.
        memo.setdefault(id(memo), []).append(x)
    return y


def _reduce(x, cls):
    reductor = getattr(x, '__reduce_ex__', None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, '__reduce__', None)
    if reductor is not None:
        return reductor()
    raise Error('un(deep)copyable object of type %s' % cls)


def _list(x, memo):
    memo[id(x)] = y = []
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    # The tuple may have been copied meanwhile, being part of itself.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, y):
        if old is not new:
            return tuple(y)
    return x


def _dict(x, memo):
    memo[id(x)] = y = {}
    for k, v in x.items():
        y[deepcopy(k, memo)] = deepcopy(v, memo)
    return y


class _C:
    def m(self): pass


_deep = {
    list: _list,
    tuple: _tuple,
    dict: _dict,
    bytearray: lambda x, memo: bytearray(x),
    type(_C().m): lambda x, memo: type(x)(x.__func__, deepcopy(x.__self__, memo)),
}
del _C


def _rebuild(x, memo, func, args, state=None, items=None, pairs=None, set_state=None):
    deep = memo is not None
    if deep and args:
        args = (deepcopy(a, memo) for a in args)
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if set_state is not None:
            set_state(y, state)
        elif hasattr(y, '__setstate__'):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for k, v in slots.items():
                    setattr(y, k, v)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for k, v in pairs:
            if deep:
                k, v = deepcopy(k, memo), deepcopy(v, memo)
            y[k] = v
    return y


def replace(obj, /, **changes):
    """A copy of obj with other values in some fields."""
    cls = type(obj)
    func = getattr(cls, '__replace__', None)
    if func is None:
        raise TypeError(f'replace() does not support {cls.__name__} objects')
    return func(obj, **changes)


__all__ = ['Error', 'copy', 'deepcopy', 'replace']
