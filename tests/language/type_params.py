def first[T](xs: list[T], default: T = None) -> T:
    return xs[0] if xs else default


print(first([1, 2]), first.__type_params__, first.__annotations__["xs"])


class Box[T: int, *Ts, **P]:
    def __init__(self, v):
        self.v = v

    def get[U](self, u: U) -> tuple[T, U]:
        return self.v, u


print(Box(1).get("x"), Box.__type_params__, Box[int, str, [int]].__origin__.__name__)
T0 = Box.__type_params__[0]
print(T0.__name__, T0.__bound__, T0.__constraints__)
type Alias[K] = dict[K, int]
print(Alias, Alias.__name__, Alias.__value__, Alias.__type_params__)
type Rec = list[Rec]
print(Rec.__value__)


class Constrained[A: (int, str) = int]:
    pass


print(Constrained.__type_params__[0].__constraints__, Constrained.__type_params__[0].__default__)
print(list[int], dict[str, list[int]], int | str | None, (int | None) == (None | int))
print(isinstance(1, int | str), isinstance([], list))
