def m(x):
    match x:
        case 0 | 1:
            return "small"
        case -1.5 | 2 + 3j:
            return "num"
        case "text" | b"bytes":
            return "lit"
        case None | True | False:
            return "singleton"
        case []:
            return "empty"
        case [a]:
            return "one", a
        case [a, (b, *_), *rest] if b != 9:
            return "nested", a, b, rest
        case [*_, last]:
            return "last", last
        case {"k": v, "n": {"m": w}, **rest}:
            return "map", v, w, rest
        case {}:
            return "anymap"
        case Point(x=0, y=yy):
            return "on y", yy
        case Point(px, py):
            return "point", px, py
        case int(i):
            return "int", i
        case str() as s:
            return "str", s
        case (float() | complex()) as f:
            return "fl", f
        case Colour.RED:
            return "red"
        case _:
            return "other"


class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Colour:
    RED = object()


for v in (0, 1, True, -1.5, 2 + 3j, "text", b"bytes", None, [], [5], (1, (2, 3), 4), (1, (9, 3), 4), [1, 2, 3],
          {"k": 1, "n": {"m": 2}, "z": 3}, {"q": 1}, Point(0, 5), Point(1, 2), 77, "s", 3.5, Colour.RED, object, range(3), set()):
    print(m(v))


def seq(x):
    match x:
        case (1, 2) | [3, 4, *_]:
            return "a"
        case [int() | str() as k, *others]:
            return k, others
        case str() | bytes():
            return "text is no sequence"
    return None


for v in ((1, 2), [3, 4, 5], ["x", 1], "ab", [2.5], bytearray(b"x"), iter([1])):
    print(seq(v))
for bad in ({"x": 1}, Point(1, 2)):
    try:
        match bad:
            case Point(1, 2, 3):
                pass
    except TypeError as e:
        print(e)
    else:
        print("no match")
try:
    match 1:
        case print():
            pass
except TypeError as e:
    print(e)
try:
    match Point(1, 2):
        case Point(1, x=1):
            pass
except TypeError as e:
    print(e)
match = 3
case = 4
type = 5
print(match, case, type)
match (1, 2):
    case x, y:
        print(x, y)
match 5:
    case n if n > 10:
        print("big")
    case n:
        print("n", n)
