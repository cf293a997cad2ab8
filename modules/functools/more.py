# The parts of functools that are written in Python, run in the module's namespace
# when one of them is first asked for.


def _ordered(op, given, invert, or_equal):
    # The method op from the method given: its result, inverted or not, and then
    # "or equal" (True), "and not equal" (False) or as it is (None).
    def method(self, other):
        result = getattr(type(self), given)(self, other)
        if result is NotImplemented:
            return result
        if invert:
            result = not result
        if or_equal is True:
            return result or self == other
        if or_equal is False:
            return result and self != other
        return result
    method.__name__ = op
    method.__doc__ = getattr(int, op).__doc__
    return method


_derived = {
    '__lt__': [('__gt__', True, False), ('__le__', False, True), ('__ge__', True, None)],
    '__le__': [('__ge__', True, True), ('__lt__', False, False), ('__gt__', True, None)],
    '__gt__': [('__lt__', True, False), ('__ge__', False, True), ('__le__', True, None)],
    '__ge__': [('__le__', True, True), ('__gt__', False, False), ('__lt__', True, None)],
}


def total_ordering(cls):
    given = {op for op in _derived if getattr(cls, op, None) is not getattr(object, op, None)}
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(given)  # __lt__ before __le__ before __gt__ before __ge__
    for op, invert, or_equal in _derived[root]:
        if op not in given:
            setattr(cls, op, _ordered(op, root, invert, or_equal))
    return cls


class partialmethod:
    'A method with some arguments given in advance.'

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func, self.args, self.keywords = func, args, keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f'{k}={v!r}' for k, v in self.keywords.items()]
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(parts)})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None and not isinstance(self.func, partial):
            func = get(obj, cls)
            if func is not self.func:
                # It binds itself: a class method, a property, …
                bound = partial(func, *self.args, **self.keywords)
                if hasattr(func, '__self__'):
                    bound.__self__ = func.__self__
                return bound
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(type(list[int]))


def _mro_with_abcs(cls, registry):
    # cls.__mro__ with the registered abstract classes that cls is a virtual subclass
    # of, each as far to the right as the class that makes it one allows.
    mro = list(cls.__mro__)
    virtual = [t for t in registry
               if t not in mro and hasattr(t, '__mro__') and issubclass(cls, t)]
    # Not those that have a registered virtual subclass of their own which fits too.
    virtual = [t for t in virtual
               if not any(t is not u and t in u.__mro__ for u in virtual)] + \
              [t for t in virtual
               if any(t is not u and t in u.__mro__ for u in virtual)]
    for t in virtual:
        place = len(mro) - 1
        for i, base in enumerate(mro):
            if issubclass(base, t):
                place = i
        mro.insert(place + 1 if place + 1 < len(mro) else len(mro) - 1, t)
    return mro


def _find_impl(cls, registry):
    candidates = [t for t in _mro_with_abcs(cls, registry) if t in registry]
    if not candidates:
        return None
    match = candidates[0]
    if match not in cls.__mro__ and len(candidates) > 1:
        other = candidates[1]
        if other not in cls.__mro__ and not issubclass(match, other) and not issubclass(other, match):
            raise RuntimeError(f'Ambiguous dispatch: {match} or {other}')
    return registry[match]


def singledispatch(func):
    import types

    registry = {}
    cache = {}
    token = None

    def dispatch(cls):
        nonlocal token
        if token is not None:
            from abc import get_cache_token
            if token != get_cache_token():
                cache.clear()
                token = get_cache_token()
        try:
            return cache[cls]
        except KeyError:
            impl = registry[cls] if cls in registry else _find_impl(cls, registry)
            cache[cls] = impl
            return impl

    def _is_valid(cls):
        if isinstance(cls, type):
            return True
        return isinstance(cls, types.UnionType) and all(isinstance(a, type) for a in cls.__args__)

    def register(cls, func=None):
        nonlocal token
        if _is_valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(
                    f'Invalid first argument to `register()`: {cls!r}. '
                    f'Use either `@register(some_class)` or plain `@register` '
                    f'on an annotated function.')
            func = cls
            argname, cls = next(iter(annotations.items()))
            if isinstance(cls, str):
                cls = eval(cls, getattr(func, '__globals__', {}))
            if not _is_valid(cls):
                if isinstance(cls, types.UnionType):
                    raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.')
                raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} is not a class.')
        for c in (cls.__args__ if isinstance(cls, types.UnionType) else (cls,)):
            registry[c] = func
            if token is None and hasattr(c, '__abstractmethods__'):
                from abc import get_cache_token
                token = get_cache_token()
        cache.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{funcname} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    funcname = getattr(func, '__name__', 'singledispatch function')
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = types.MappingProxyType(registry)
    wrapper._clear_cache = cache.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    'singledispatch for methods: the first argument after self decides.'

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if not args:
                raise TypeError(f'{funcname} requires at least 1 positional argument')
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
