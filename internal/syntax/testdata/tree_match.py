match x:
    case 1: a
    case -1 | 1.5 | -2j | 1+2j | -1-2j | "a" 'b' | b'c' | None | True | False: b
    case a: c
    case _: d
    case a.b | a.b.c: e
    case (a): f
    case (a,): g
    case (): h
    case []: i
    case [a, *b, _]: j
    case [a, *_]: k
    case a, b: l
    case a,: m
    case *a,: n
    case {}: o
    case {"a": b, -1: c, a.b: d, None: e, **rest}: p
    case {**rest,}: q
    case {1+1j: a,}: q
    case A(): r
    case A(b, c,): s
    case A(b=c): t
    case a.A(b, c, d=e, f=1,): u
    case (1 | 2) as x: v
    case [1 as a, (2 | 3) as b]: w
    case {"x": [a, b] as c}: y
    case x if x > 1: z
    case x if (y := x): z
match x, y:
    case _: pass
match *x, y:
    case _:
        pass
match (x):
    case _: pass
match [x]:
    case _: pass
match -x:
    case _: pass
match {x: 1}:
    case _: pass
match x,:
    case _: pass
match x := 1:
    case _: pass
match match:
    case case: pass
match not x:
    case _: pass
match lambda: 1:
    case _: pass
match f"{x}":
    case "a": pass
match = 1
match: int = 1
match[x]: int
match (x)
match [x]
match -x
match * x
