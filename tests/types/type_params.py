# TypeVar, ParamSpec, TypeVarTuple, TypeAliasType and classes with type parameters.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


log = []


def note(x):
    log.append(x)
    return x


def f[T: note(int), U: (int, str) = note(bytes), *Ts = note(tuple), **P = [int]](): pass


T, U, Ts, P = f.__type_params__
print(T, U, Ts, P, log)
print(T.__bound__, T.__bound__, log, T.__constraints__, T.has_default(), T.__default__)
print(U.__bound__, U.__constraints__, U.has_default(), U.__default__, U.__default__, log)
print(Ts.__default__, P.__default__, Ts.has_default())
print(T.__name__, T.__covariant__, T.__contravariant__, T.__infer_variance__, T.__module__)
print(type(T), type(Ts), type(P), P.args, P.kwargs, P.args.__origin__ is P, P.args == P.args, P.args == P.kwargs)
print(T | int, T | None, int | T)


def sub():
    class X(T): pass


show(sub)


class Box[T, S = int]:
    "A box."
    def __init__(self, v=None):
        self.v = v

    def of[R](self, r: R) -> "Box[R]":
        return r


print(Box, Box.__type_params__, Box.__parameters__, Box.__orig_bases__, Box.__bases__, [c.__name__ for c in Box.__mro__])
print(Box[int, str], Box[int], Box[int, str].__origin__, Box[int, str].__args__, Box[int].__parameters__)
print(Box[int, str](3).v, Box(4).v, Box[int, str] == Box[int, str], Box[int, str] == Box[str, str])
print(Box.__doc__, Box.of.__type_params__, Box.of.__annotations__)


class Sub[K](Box[K, int]):
    pass


class Concrete(Box[str, int]):
    pass


print(Sub.__parameters__, Sub.__orig_bases__, [c.__name__ for c in Sub.__mro__])
print(Concrete.__parameters__, Concrete.__bases__, Concrete("x").v)
show(lambda: Box[int, str, bytes])
show(lambda: Concrete[int])

type A = int
type B[K, V] = dict[K, list[V]]
type Bad = undefined
type Tree = list[Tree] | int
print(A, A.__value__, A.__name__, A.__type_params__, A.__parameters__, A.__module__)
print(B, B.__value__, B[str, int], B[str, int].__args__, B[str, int].__origin__ is B, B.__type_params__, B.__parameters__)
print(Tree.__value__, Tree.__value__ is Tree.__value__)
show(lambda: Bad.__value__)
show(lambda: A[int])
print(A | None, int | A, B[int, str] | None, type(A))
show(lambda: setattr(A, "__value__", 1))
show(lambda: setattr(A, "__name__", 1))
