class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class K: A = 1; B = "b"
def m(v):
    match v:
        case None: return "none"
        case True | False: return "bool"
        case K.A: return "K.A"
        case K.B | "bb" as s: return "str " + s
        case -1 | 2.5 | 3j | 1 - 2j: return "num"
        case int(n) if n > 100: return f"big {n}"
        case int() | float(): return "number"
        case str(): return "other str"
        case b"x": return "bytes"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [1, *rest]: return f"1 and {rest}"
        case (a, b) if a == b: return f"pair of {a}"
        case [*_, "last"]: return "ends"
        case [a, [b, *c], *d]: return f"nested {a} {b} {c} {d}"
        case {"k": k, "n": [n1, _]}: return f"map {k} {n1}"
        case {"k": 1, **rest}: return f"k1 {rest}"
        case {K.B: x}: return f"keyed {x}"
        case {}: return "mapping"
        case P(0, 0): return "origin"
        case P(x, y=0): return f"on axis {x}"
        case P(x=x, y=P(y=yy)): return f"P in P {x} {yy}"
        case P(): return "P"
        case list(xs): return f"list {xs}"
        case _: return "default"
for v in (None, True, 1, "b", "bb", -1, 2.5, 3j, 1 - 2j, 500, 7, 7.5, "zz", b"x", b"y", [], [9], [1, 2, 3], (4, 4), ["a", "b", "last"],
          [5, (6, 7, 8), 9, 10], {"k": 5, "n": [1, 2]}, {"k": 1, "z": 2}, {"b": 3}, {"q": 1}, {}, P(0, 0), P(3, 0), P(1, P(2, 3)), P(1, 1), [7, 8], set(), object, range(2), bytearray(b"xy")):
    r = m(v)
    print(v if not isinstance(v, (P, type, set)) else type(v).__name__, "->", r)
def err(src):
    try: exec(src)
    except Exception as e: print(type(e).__name__, e)
err("match 1:\n case int(1, 2): pass")
err("match 1:\n case object(1): pass")
class Q: __match_args__ = ("a", "a")
err("from __main__ import Q\nq = Q(); q.a = 1\nmatch q:\n case Q(1, 1): pass")
err("class R: __match_args__ = 5\nmatch R():\n case R(1): pass")
err("match 1:\n case 5(): pass")
err("x = 5\nmatch 1:\n case x(): pass")
match, case, _ = 1, 2, 3
print(match, case, _)
match (match):
    case 1: print("soft keyword")
match match, case:
    case 1, 2: print("tuple subject")
match x := 5:
    case int() as y: print(x, y)
class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return i
match Seq():
    case [a, b]: print("seq")
    case _: print("not a sequence")
from collections import OrderedDict, deque, namedtuple
match OrderedDict(a=1):
    case {"a": v}: print("od", v)
match deque([1, 2]):
    case [a, b]: print("deque", a, b)
match namedtuple("NT", "p q")(1, 2):
    case (p, q): print("nt", p, q)
match 5:
    case 1: pass
print("no match falls through")
def irrefutable(v):
    match v:
        case x: return x
print(irrefutable(3))
match {"a": {"b": [1, {"c": "deep"}]}}:
    case {"a": {"b": [_, {"c": str(found)}]}}: print(found)
match 3:
    case 1 | 2 | 3 as n: print("or", n)
match (1, 2, 3, 4):
    case first, *middle, last: print(first, middle, last)
