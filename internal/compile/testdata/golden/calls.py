@deco
def f(a, b=(1, 2), *args, k=0, **kw):
    "doc"
    g(a, k=b)
    a.m(b, 1)
    a.m(x=b)
    g(*args, **kw)
    g(*a, b, k=1, **k)
    return f"{a} {b!r:>{k}}", a[1], a[b:], (lambda: a)

class C(Base, metaclass=M):
    x: int = 1

    def m(self):
        self.y += 1
        return super().m()
