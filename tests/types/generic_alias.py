# list[int] and its relatives.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


L = list[int]
print(L, L.__origin__, L.__args__, L.__parameters__, type(L).__name__, type(L).__module__)
print(dict[str, list[int]], tuple[()], tuple[int, ...], set[int | None], frozenset["x"], type[int])
print(L == list[int], L == list[str], hash(L) == hash(list[int]), L != list[int], L == list)
print(L([1, 2]), list[int](), dict[str, int](a=1), L.append, L.__name__, L.__doc__ == list.__doc__)
show(lambda: L.nothing)
show(lambda: L[int])
show(lambda: int[int])
show(lambda: list[int].__mro_entries__((1,)))
print(*tuple[int, str])
starred = [*tuple[int, str]][0]
print(starred, starred.__unpacked__, starred == tuple[int, str], L.__unpacked__)


class IntList(list[int]):
    pass


print(IntList.__bases__, IntList.__orig_bases__, IntList([1]))


def f[K, V, **P, *Ts](a: dict[K, V], b: dict[K, list[V]], c: dict[K, K], d: tuple[K, *Ts], e: list[P]): pass


A = f.__annotations__
print(A, A["b"].__parameters__)
show(lambda: A["a"][int, str])
show(lambda: A["b"][int, str])
show(lambda: A["c"][int])
show(lambda: A["a"][int])
show(lambda: A["a"][int, str, bool])
show(lambda: A["c"][int][str])
show(lambda: A["d"][int])
show(lambda: A["d"][int, str, bytes])
print(A["a"][int, str] == dict[int, str])
print([x for x in dir(list[int]) if x in ("__args__", "__origin__", "append", "__parameters__")])
print(isinstance(L, type), callable(L), repr(list[list[int]]))


class Own:
    def __class_getitem__(cls, item):
        return cls.__name__, item


print(Own[int], Own[1, 2], Own[:])
