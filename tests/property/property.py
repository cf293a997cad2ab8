# property, classmethod and staticmethod objects.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def _get(self):
        "Doc of the getter."
        return self._x

    def _set(self, v):
        self._x = v

    def _del(self):
        del self._x

    full = property(_get, _set, _del)
    ro = property(_get)
    wo = property(None, _set)
    none = property()
    with_doc = property(_get, doc="Own doc.")

    @property
    def deco(self):
        "deco doc"
        return 1

    @deco.setter
    def deco(self, v):
        "not this"
        self.d = v

    @deco.deleter
    def deco(self):
        self.d = None


a = A()
show(lambda: a.full)
a.full = 3
print(a.full, a.ro, A.full.__doc__, A.with_doc.__doc__, A.wo.__doc__, A.deco.__doc__)
show(lambda: setattr(a, "ro", 1))
show(lambda: delattr(a, "ro"))
show(lambda: a.wo)
show(lambda: a.none)
show(lambda: setattr(a, "none", 1))
show(lambda: delattr(a, "none"))
a.deco = 5
print(a.d, a.deco)
del a.deco
print(a.d, A.full.fget is A._get, A.full.fset is A._set, A.full.fdel is A._del, A.ro.fset)
print(A.full.__name__, A.ro.__name__, A.deco.__name__, type(A.full), A.full.__isabstractmethod__)
p = property(lambda s: 1)
print(p.__name__)
show(lambda: property().__name__)
show(lambda: p.__set__(a, 1))
show(lambda: property(1, 2, 3, 4, 5))
show(lambda: property(bad=1))
show(lambda: property(fget=len, doc="x").__doc__)
show(lambda: property().__set_name__(1))
show(lambda: setattr(p, "fget", 1))
p.__doc__ = "new"
print(p.__doc__)
p.__name__ = "renamed"
print(p.__name__)
A.late = property(lambda self: 1)
show(lambda: setattr(a, "late", 1))


class Sub(property):
    "Sub doc"


print(Sub(A._get).__doc__, Sub().__doc__, Sub(A._get).setter(A._set).fset is A._set, type(Sub(A._get).setter(A._set)))
print(property(A._get).getter(lambda s: 9).__get__(a), A.__dict__["full"].__get__(None, A) is A.full)


class B(A):
    @A.deco.getter
    def deco(self):
        return "B"


print(B().deco, A().deco)


class C:
    @classmethod
    def cm(cls, x=1):
        "cm doc"
        return cls, x

    @staticmethod
    def sm(x=2):
        "sm doc"
        return x


cm, sm = C.__dict__["cm"], C.__dict__["sm"]
print(cm.__func__ is cm.__wrapped__, sm.__func__ is sm.__wrapped__, cm.__name__, sm.__qualname__, cm.__doc__, sm.__module__)
print(sm(5), C.sm(), C().cm()[1], cm.__get__(None, C)(7)[1])
print(repr(cm)[:29], repr(sm)[:30], cm.__isabstractmethod__, sm.__dict__.keys() >= {"__wrapped__"} or sorted(sm.__dict__))
show(lambda: cm())
show(lambda: classmethod())
show(lambda: staticmethod(1, 2))
show(lambda: classmethod(x=1))
show(lambda: C.cm.__self__ is C)
show(lambda: staticmethod(5)())
show(lambda: classmethod(5).__get__(1))


def f(): pass


f.__isabstractmethod__ = True
print(property(f).__isabstractmethod__, classmethod(f).__isabstractmethod__, staticmethod(f).__isabstractmethod__)
