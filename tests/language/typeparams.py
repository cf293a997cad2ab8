class Many[T, *Ts, **P]: pass
print(Many.__type_params__)
def first[T](x: list[T]) -> T: return x[0]
print(first([1]), first.__type_params__, first.__type_params__[0].__name__)
class Box[T]:
    item: T
    def get(self) -> T: return T
print(Box.__type_params__, Box.__parameters__ if hasattr(Box, "__parameters__") else None, Box().get(), Box[int].__origin__ is Box)
type Alias[K, V] = dict[K, list[V]]
print(Alias, Alias.__value__, Alias.__type_params__, type(Alias).__name__, Alias[int, str])
type Lazy = undefined_name
try: Lazy.__value__
except NameError as e: print(e)
def bounded[T: int, U: (str, bytes)](x: T) -> U: pass
t, u = bounded.__type_params__
print(t.__bound__, u.__constraints__, t.__constraints__, u.__bound__)
class Sub[T](Box[T]): pass
print(Sub.__orig_bases__[0].__origin__ is Box, [c.__name__ for c in Sub.__mro__])
def default[T = int](): return T
print(default.__type_params__[0].__default__, default() is default.__type_params__[0])
type type = int
print(type, type.__value__)
x: list[int] = [1]
print(list[int], dict[str, int], tuple[int, ...], list[int]([1]), int | None, isinstance(1, int | str), list[int] == list[int])
class G[T]:
    class_attr = T.__name__
    def m[U](self, u: U): return T, U
print(G.class_attr, G().m(1))
