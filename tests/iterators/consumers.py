def g(n):
    for i in range(n): yield i
def h(n):
    yield from g(n)
    yield from [7,8]
    r = yield from g(2)
    return 5
print(sum(g(10)), list(g(5)), tuple(g(5)), set(g(5)), sorted(x for x in [3,1,2]), max(g(5)), min(g(4)))
print(sum(h(10)), list(h(5)), tuple(h(5)), frozenset(h(5)), any(x>3 for x in h(9)), all(x>3 for x in h(9)))
print(",".join(str(x) for x in range(12)))
try: max(g(0))
except ValueError as e: print(e)
it=h(4)
print(any(x==2 for x in it), list(it))
it=h(4); print(any(it), list(it), list(it), sum(it))
try: sum(x for x in ['a'])
except TypeError as e: print(e)
def bad():
    yield 1
    raise KeyError(3)
try: list(bad())
except KeyError as e: print(repr(e))
def selfref():
    yield list(gg)
gg=selfref()
try: print(list(gg))
except ValueError as e: print(e)
def inner_sum(n): return sum(sum(y for y in range(x)) for x in range(n))
print(inner_sum(50))
s={1}; s.update(g(4)); print(sorted(s)); l=[9]; l.extend(h(2)); print(l)
def nest(n):
    if n: yield from nest(n-1); yield n
print(sum(nest(50)), list(nest(3)))
def st():
    x = yield 1
    print(x); yield 2
print(list(st()))
print(sum(x/10 for x in range(10)))
def fin():
    try: yield 1; yield 2
    finally: print('fin')
print(list(x for x in fin()))
