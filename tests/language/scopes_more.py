# Names: global in nested functions, comprehensions in classes.
source = """
def outer():
    y = 1
    def inner():
        global y
        return y
    def other():
        return y + 1
    return inner, other
y = 9
inner, other = outer()
result = inner(), other()
"""
first, second = {}, {}
exec(source, first, second)
print(second["result"], first["y"], "y" in second)


def function():
    y = "function"

    class C:
        y = "class"
        plain = y
        all = [y for _ in range(2)]
        pairs = {x: y for x in range(2)}
        nested = [[y for _ in range(1)] for _ in range(1)]
        lazy = list(y for _ in range(1))

    return C.plain, C.all, C.pairs, C.nested, C.lazy


print(function())

y = "module"


def with_global():
    y = "function"

    class C:
        global y
        y = "set by class"
        all = [y for _ in range(2)]
        plain = y

    return C.all, C.plain, hasattr(C, "y")


print(with_global(), y)
