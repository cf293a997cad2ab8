# Coroutines resumed through chains of await: values sent and thrown, coroutines that are awaited twice.
class Aw:
    def __init__(s, n): s.n = n
    def __await__(s):
        r = 0
        for i in range(s.n):
            r += (yield i) or 0
        return r
async def leaf(n): return await Aw(n) + await Aw(2)
async def mid(d, n):
    if d: return await mid(d-1, n) + 1
    try: return await leaf(n)
    except ValueError as e: print('caught', e); return await leaf(1)
async def top(d, n):
    c = mid(d, n)
    cs.append(c)
    return await c
cs = []
for d in range(5):
    cs.clear()
    t = top(d, 3)
    out = []
    try:
        while True: out.append(t.send(len(out) if out else None))
    except StopIteration as e: print(d, out, e.value)
    t = top(d, 3)
    print(t.send(None), t.send(1), t.throw(ValueError('v')), t.send(5))
    c = cs[-1]
    try: c.send(1)
    except RuntimeError as e: print(e)
    except StopIteration as e: print('stop', e.value)
    try: t.send(1)
    except Exception as e: print(type(e).__name__, e)
async def selfish(): 
    await Aw(2)
    try: await cs[0]
    except (RuntimeError, ValueError) as e: print(type(e), e)
    try: cs[0].send(None)
    except (RuntimeError, ValueError) as e: print(type(e), e)
    cs[0].close() if False else None
    return 3
async def wrap(n):
    if n: 
        c = wrap(n-1); cs.append(c)
        return await c
    return await selfish()
cs.clear()
t = wrap(4)
try:
    while 1: print(t.send(None))
except StopIteration as e: print(e.value)
