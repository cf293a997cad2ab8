def abstractmethod(funcobj):
    """Marks a method that subclasses must define."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


def _is_abstract(value):
    if getattr(value, "__isabstractmethod__", False):
        return True
    if isinstance(value, property):
        return any(getattr(f, "__isabstractmethod__", False) for f in (value.fget, value.fset, value.fdel))
    if isinstance(value, (classmethod, staticmethod)):
        return getattr(value.__func__, "__isabstractmethod__", False)
    return False


def update_abstractmethods(cls):
    """Work out again which methods of an abstract class are abstract."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    names = {n for n, v in cls.__dict__.items() if _is_abstract(v)}
    for base in cls.__bases__:
        for n in getattr(base, "__abstractmethods__", ()):
            if _is_abstract(getattr(cls, n, None)):
                names.add(n)
    cls.__abstractmethods__ = frozenset(names)
    return cls


class ABCMeta(type):
    """The metaclass of abstract classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = frozenset()
        update_abstractmethods(cls)
        cls._abc_impl = _abc_data()
        if "__abc_tpflags__" in namespace:
            _match_as(cls, cls, namespace["__abc_tpflags__"])
            del cls.__abc_tpflags__
        return cls

    def register(cls, subclass):
        """Declares a class to be a subclass."""
        return _abc_register(cls, subclass)

    def __instancecheck__(cls, instance):
        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
        return _abc_subclasscheck(cls, subclass)


class ABC(metaclass=ABCMeta):
    """A class to derive abstract classes from."""

    __slots__ = ()
