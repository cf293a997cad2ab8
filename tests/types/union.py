# Unions of types: int | str.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


U = int | str | None
print(U, type(U).__name__, type(U).__module__, U.__args__, U.__parameters__)
print(int | int, int | None, None | int, (int | str) | (str | float), list[int] | None)
print((int | str) == (str | int), (int | str) != (int | None), (int | str) == int, hash(int | str) == hash(str | int))
print(isinstance(1, int | str), isinstance(None, int | None), isinstance(1.5, int | str), issubclass(bool, int | str))
show(lambda: isinstance(1, int | list[int]))
show(lambda: issubclass(int, int | list[int]))
show(lambda: isinstance([], list[int]))
show(lambda: issubclass(list, list[int]))
show(lambda: int | 1)
show(lambda: "a" | int)
show(lambda: (int | str)())
show(lambda: (int | str)[int])
show(lambda: (int | str).foo)
show(lambda: isinstance(1, (str, int | float)))
show(lambda: isinstance(1, (str, (float, (int,)))))
show(lambda: isinstance(1, 1))
show(lambda: isinstance(1, ("x",)))
show(lambda: issubclass(1, int))
show(lambda: issubclass(int, 1))


class Meta(type):
    def __or__(cls, other):
        return "meta or"

    def __ror__(cls, other):
        return "meta ror"


class C(metaclass=Meta):
    pass


print(C | int, int | C, None | C)


def f[T](x: T | None, y: list[T] | int): pass


a = f.__annotations__["y"]
print(a, a.__parameters__, a[str], a[str | None], type(a).__name__)
print(f.__annotations__["x"])
d = {int | str: 1}
print(d[str | int], {int | str, str | int} == {int | str})
match 1:
    case int() | str():
        print("matched")
