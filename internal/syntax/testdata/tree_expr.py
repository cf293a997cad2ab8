a or b or c and d and not e
a if b else c if d else e
lambda: 0
lambda x, /, y=1, *a, z, w=2, **k: (x, y)
lambda *, k: k
lambda *a, **k: lambda: a
a | b ^ c & d << e >> f + g - h * i / j // k % l @ m
-a ** -b ** c, ~a, +a, not not a
a < b <= c == d != e > f >= g is h is not i in j not in k
(a), ((a)), (a,), (), (a, b), [a], [], [a, *b], {a}, {*a, b}, {}, {a: b, **c, d: e}, {**a}
(a) + (b) * (c)
a.b.c[d](e)(f)[g:h, i:j:k, ::, :, *l, m:, :n]
a[*b], a[*b,], a[b,], a[b:=c], a[b:c], a[()], a[lambda: 1]
f(), f(a), f(a,), f(*a, b), f(a, *b, c=d, *e, **g, h=i), f(x for x in y), f(a, (x for x in y)), f(a := 1), f(*a or b)
f(**a, b=c), f(a)(b)
[x for x in y if z if w for a, *b in c async for d in e]
{x for x in y}, {x: y for x, y in z}, (x for x in y), (x := 1 for _ in y), [(yield) for x in y]
(a := b), [a := b, c], {a := b}
(yield), (yield a), (yield from a), (yield a, b), (yield *a, b)
await a, await a.b ** c, -await a
(a
 + b
 ), [
    a,
    b,
]
a if (b) else (c)
print(*a, sep='')
x = yield
x = yield a, b
match, case, type, _ = 1, 2, 3, 4
match(x), match[x], match.x, match * x, match - x, -match
type(x), type, _
match if x else y
match in x
match not in x
case(match)
print >>x, y
a<b>c
*a, b
*a,
ﬁx = 1
naïve.é = 日本
