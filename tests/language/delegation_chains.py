# Generators resumed through chains of yield from: who is running, what ends them, who may be resumed alone.
import sys
def leaf():
    try:
        while True:
            try:
                x = yield 1
                if x == 'stop': return 'done'
                if x == 'frames':
                    f = sys._getframe(); names=[]
                    while f: names.append(f.f_code.co_name); f = f.f_back
                    print(names)
                if x == 'run':
                    for g in gens:
                        print(g.gi_running, g.gi_suspended, g.gi_yieldfrom is None)
                        try: next(g)
                        except ValueError as e: print(e)
                        try: g.close()
                        except ValueError as e: print(e)
                        try: g.throw(KeyError)
                        except ValueError as e: print(e)
                if x == 'raise': raise RuntimeError('x')
            except KeyError as e:
                print('key', e)
    finally:
        print('leaf finally')
def mid(n):
    try:
        if n: r = yield from mid(n-1)
        else: r = yield from leaf()
        return (n, r)
    except RuntimeError as e:

        tb = e.__traceback__
        l = []
        while tb: l.append(tb.tb_lineno); tb = tb.tb_next
        print(n, e, len(l)); raise
gens=[]
def top(n):
    g = mid(n)
    while True:
        gens.append(g)
        i = g.gi_yieldfrom
        g = i
        break
    r = yield from gens[0]
    print('top', r)
    yield 5
keep = []
for cmd in ('stop','raise','frames','run','throw','close'):
    gens.clear()
    t = top(4)
    keep.append(t)
    print(next(t), next(t), next(t))
    g = gens[0]
    while g.gi_yieldfrom is not None: g = g.gi_yieldfrom; gens.append(g)
    gens.append(t)
    print(len(gens))
    print(next(t))
    # independent resumption of the inner ones
    for g in gens[:4]: print(next(g), end=' ')
    print(next(t))
    try:
        if cmd == 'throw': print(t.throw(KeyError('a'))); print(gens[2].throw(KeyError('b'))); print(next(t), next(t)); t.throw(ZeroDivisionError)
        elif cmd == 'close': gens[2].close(); print(next(t))
        else: print(t.send(cmd)); print(next(t), next(t))
    except Exception as e: print(type(e), e)
    try: print(next(t))
    except StopIteration as e: print('end', e.value)
# a leaf that refuses to be closed
def stubborn():
    for i in range(9):
        try: yield 'l'
        except GeneratorExit:
            if i > 5: return
            print('no')
def m(g):
    while True:
        try: yield from g
        except RuntimeError as e:
            print('m', e)
            yield 'm'
            print('again')
            g = iter('abc')
def o(g): yield from g
g = stubborn(); mm = m(g); oo = o(mm); tt = o(oo)
print(next(tt), next(tt), next(tt))
try: mm.close()
except RuntimeError as e: print(e)
print(next(g))
for _ in range(3): print(next(tt))
print(next(g))
# a leaf that begins to delegate, and lists
def l2():
    for i in range(3): yield i
    yield from [7, 8]
    yield from l3()
    yield 9
def l3():
    yield 'a'; yield 'b'
def d(n): 
    if n: yield from d(n-1)
    else: yield from l2()
print(list(d(5)), sum(1 for _ in d(7)), [x for x in d(3)], tuple(d(2)))
print([next(g) for _ in range(2)])
for t in keep + [tt, mm, oo, g]: t.close()


# a chain that is cut above a generator that is running, and at one that was thrown into
def inner():
    yield 1
    yield 2
    for how in (lambda: G[3].close(), lambda: G[4].throw(ZeroDivisionError), lambda: next(G[3])):
        try:
            print('inside', how())
        except (ValueError, RuntimeError, StopIteration, ZeroDivisionError) as e:
            print('inside', type(e).__name__, e)
        yield 3


def outer(g, n):
    try:
        yield from g
    except ValueError as e:
        print(n, 'cut', e)
        if n & 1:
            raise
    yield n


G = [inner()]
for n in range(1, 7):
    G.append(outer(G[-1], n))
print(next(G[6]), next(G[6]))
for n in (1, 6, 1, 5, 6, 2, 6, 6, 1, 4, 6):
    try:
        print(n, next(G[n]))
    except StopIteration:
        print(n, 'ended')
