# A file may call anything const, and what is made with it may change.
def const(x):
    return x


X = const(1)
X = const(X + 1)
print(X)


def f(X):
    return X


def g():
    X = 7
    return (lambda: X)(), [X for X in (8,)]


print(f(5), g(), X)


class C:
    _Y = const(4)

    def m(self):
        return self._Y


print(C().m(), C._Y)
