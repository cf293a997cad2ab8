# Attributes of functions, methods, builtin functions, descriptors and code.
import types


def show(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


def f(a, /, b: int, c=3, *d, e, g=5, **h) -> str:
    "doc of f"
    x = 1
    return a, b, c, d, e, g, h


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__)
c = f.__code__
print(c.co_name, c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames, c.co_nlocals, c.co_freevars, c.co_cellvars, c.co_flags & 0xC)
print(repr(f)[:13], type(f), f.__globals__ is globals(), f.__builtins__ is not None, f.__dict__, f.__type_params__)
show(lambda: setattr(f, "__name__", 5))
show(lambda: delattr(f, "__name__"))
show(lambda: setattr(f, "__qualname__", 5))
show(lambda: setattr(f, "__defaults__", 5))
show(lambda: setattr(f, "__kwdefaults__", 5))
show(lambda: setattr(f, "__code__", 5))
show(lambda: setattr(f, "__dict__", 5))
show(lambda: delattr(f, "__dict__"))
show(lambda: setattr(f, "__annotations__", 5))
show(lambda: setattr(f, "__globals__", {}))
show(lambda: setattr(f, "__closure__", ()))
show(lambda: setattr(f, "__builtins__", {}))
show(lambda: setattr(f, "__type_params__", 5))
show(lambda: f.missing)
show(lambda: delattr(f, "missing"))
f.attr = 1
print(f.__dict__, f.attr)
f.__name__, f.__qualname__, f.__doc__, f.__module__ = "new", "q.new", None, 5
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, repr(f)[:16])
f.__defaults__ = (7,)
f.__kwdefaults__ = {"e": 8, "g": 9}
print(f(1, 2), f(1, b=2, e=0))
del f.__defaults__, f.__kwdefaults__
show(lambda: f(1, 2))
show(lambda: f(1, 2, 3))
f.__annotations__ = None
print(f.__annotations__)


def outer(v):
    def inner(): return v
    return inner


i = outer(5)
print(i.__closure__[0].cell_contents, i.__code__.co_freevars, outer.__code__.co_cellvars)
i.__closure__[0].cell_contents = 6
print(i())
show(lambda: setattr(i, "__code__", f.__code__))
cell = types.CellType(3)
print(cell.cell_contents, cell == types.CellType(3), cell < types.CellType(4))
del cell.cell_contents
show(lambda: cell.cell_contents)
show(lambda: types.CellType() == types.CellType())
g = types.FunctionType(i.__code__, {}, "named", None, (types.CellType(9),))
print(g(), g.__name__, g.__module__, g.__qualname__)
show(lambda: types.FunctionType(i.__code__, {}))
show(lambda: types.FunctionType(i.__code__, {}, closure=5))
show(lambda: types.FunctionType(i.__code__, {}, closure=(5,)))
show(lambda: types.FunctionType(5, {}))
show(lambda: types.FunctionType(f.__code__, 5))
show(lambda: types.FunctionType(f.__code__, {}, 5))
show(lambda: types.FunctionType(f.__code__, {}, argdefs=5))
show(lambda: types.FunctionType())


class A:
    def m(self, x=1):
        "doc of m"
        return self, x


a = A()
m = a.m
print(m.__self__ is a, m.__func__ is A.m, m.__name__, m.__qualname__, m.__doc__, m.__module__, m.__defaults__)
print(m == a.m, m is a.m, m == A().m, hash(m) == hash(a.m), repr(m)[:30], m != a.m)
show(lambda: setattr(m, "x", 1))
show(lambda: m.x)
A.m.x = 5
print(m.x)
show(lambda: setattr(m, "__self__", 1))
print(types.MethodType(len, [1, 2])(), repr(types.MethodType(len, []))[:30])
show(lambda: types.MethodType(len))
show(lambda: types.MethodType(5, 1))
show(lambda: types.MethodType(len, None))
show(lambda: A.m())
show(lambda: f.__get__(5)(b=1, e=2))
print(f.__get__(None, int) is f, f.__get__(5).__self__)
show(lambda: f.__get__(None))
show(lambda: f.__call__)if 0 else None

print(len.__name__, len.__qualname__, len.__module__, repr(len), len.__self__.__name__)
b = [1].append
print(b.__name__, b.__qualname__, b.__self__, b.__module__, repr(b)[:32], b == [1].append)
show(lambda: setattr(len, "x", 1))
show(lambda: len.x)
u = list.append
print(u, u.__name__, u.__qualname__, u.__objclass__, type(u))
show(lambda: u())
show(lambda: u(5))
show(lambda: u([]))
show(lambda: u([], 1, 2))
show(lambda: u([], x=1))
w = int.__add__
print(w, w.__name__, w.__qualname__, w.__objclass__, type(w), w(1, 2), w(1, "a"))
show(lambda: w())
show(lambda: w("a", 1))
show(lambda: w(1))
show(lambda: w(1, 2, 3))
show(lambda: w(1, x=2))
bw = (5).__add__
print(bw, bw.__self__, bw.__name__, bw.__qualname__, type(bw), bw(3), bw.__objclass__, bw == (5).__add__, hash(bw) == hash((5).__add__))if 0 else print(bw.__self__, bw.__name__, bw.__qualname__, type(bw), bw(3), repr(bw)[:34])
d = dict.__dict__["fromkeys"]
print(type(d), d.__name__, d.__get__(None, dict)([1]), dict.fromkeys.__self__, repr(dict.fromkeys)[:33])
gs = int.__dict__["real"]
print(gs, type(gs), gs.__name__, gs.__objclass__, gs.__get__(5), gs.__get__(None, int) is gs, gs.__qualname__)
show(lambda: gs.__get__("a"))
show(lambda: gs.__set__(5, 1))
show(lambda: (5).real.__set__)
show(lambda: setattr(5, "real", 1))
show(lambda: delattr(5, "real"))
print(repr(str.maketrans)[:26], type(str.__dict__["maketrans"]))
print(type(lambda: 0).__name__, (lambda: 0).__name__, (lambda: 0).__qualname__)
print(callable(f), callable(m), callable(len), callable(A), callable(a), callable(gs))
