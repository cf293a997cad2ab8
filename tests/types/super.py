# super in all forms.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    attr = "A.attr"

    def m(self, *a): return ("A.m", a)

    @classmethod
    def c(cls): return "A.c", cls.__name__

    @staticmethod
    def s(): return "A.s"

    @property
    def p(self): return "A.p"


class B(A):
    attr = "B.attr"

    def m(self, *a): return ("B.m", super().m(*a))

    @classmethod
    def c(cls): return "B.c", super().c()

    @property
    def p(self): return "B.p", super().p

    def attrs(self): return super().attr, super(B, self).attr, super().__thisclass__, super().__self_class__

    def set(self): super().x = 1

    def miss(self): return super().missing

    def cls(self): return super().__class__


b = B()
print(b.m(1), b.c(), B.c(), b.p, b.attrs(), b.s())
show(b.set)
show(b.miss)
print(b.cls(), repr(super(B, b)), repr(super(B, B)), repr(super(B)))
print(super(B, b).m(), super(B, B).c(), super(B, B).m(b))
show(lambda: super().m())
show(lambda: super(1))
show(lambda: super(A, 5))
show(lambda: super(B, A()))
show(lambda: super(B, A))
show(lambda: super(A, B, 3))
show(lambda: super(A, x=1))
u = super(B)
show(lambda: u.m)
print(u.__self__, u.__thisclass__, u.__self_class__, u.__get__(b).m())
show(lambda: u.__get__(None))


def no_args():
    super()


show(no_args)


def not_in_class(self):
    return super()


show(lambda: not_in_class(1))


class D:
    def deleted(self):
        del self
        super()

    def nested(self):
        return [super().__init__ for _ in range(1)] and (lambda: super())()

    def star(*args):
        return super().__repr__


show(D().deleted)
show(lambda: repr(D().nested()))
show(lambda: type(D().star()).__name__)


class Unbound(A):
    attr2 = super(A, A)


class C1(A):
    def m(self): return "C1", super().m()


class C2(A):
    def m(self): return "C2", super().m()


class C3(C1, C2):
    def m(self): return "C3", super().m()


print(C3().m())


class Meta(type):
    def __call__(cls, *a): return "meta call", super().__call__(*a).__class__.__name__
    def mm(cls): return "mm"


class WithMeta(metaclass=Meta):
    @classmethod
    def f(cls): return super().__init_subclass__


print(WithMeta(), WithMeta.mm())


class SubSuper(super):
    pass


print(SubSuper(B, b).m())


class Proxy:
    def __init__(self, o): self.o = o
    @property
    def __class__(self): return type(self.o)


show(lambda: super(A, Proxy(b)).__self_class__)




class E:
    def f(self): return __class__


print(E().f())


class ClassCell(type):
    def __new__(m, n, b, d):
        d.pop("__classcell__", None)
        return super().__new__(m, n, b, d)


def no_cell():
    class X(metaclass=ClassCell):
        def f(self): return __class__


show(no_cell)


class BadCell(type):
    def __new__(m, n, b, d):
        d["__classcell__"] = 5
        return super().__new__(m, n, b, d)


def bad_cell():
    class X(metaclass=BadCell):
        def f(self): return __class__


show(bad_cell)
