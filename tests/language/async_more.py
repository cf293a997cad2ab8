import sys
class Wait:
    def __init__(self, v): self.v = v
    def __await__(self):
        r = yield self.v
        return r
def run(coro):
    sent = None
    while True:
        try: y = coro.send(sent)
        except StopIteration as e: return e.value
        print("step", y)
        sent = y * 10
async def add(a, b): return await Wait(a) + await Wait(b)
print(run(add(1, 2)))
class ACtx:
    async def __aenter__(self): print("aenter", await Wait(1)); return self
    async def __aexit__(self, t, v, tb): print("aexit", t and t.__name__, await Wait(2)); return t is ValueError
class AIter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if not self.n: raise StopAsyncIteration
        self.n -= 1
        return await Wait(self.n)
async def agen(n):
    try:
        for i in range(n):
            x = yield i
            if x: print("agen got", x)
            await Wait(100 + i)
    finally: print("agen done")
async def main():
    async with ACtx() as c, ACtx(): print(type(c).__name__)
    async with ACtx(): raise ValueError
    try:
        async with ACtx(): raise KeyError
    except KeyError: print("keyerror")
    async for x in AIter(2): print("item", x)
    else: print("else")
    async for x in agen(2): print("gen", x)
    print([x async for x in AIter(2)], {x: y async for x in AIter(2) for y in "ab" if x}, [await Wait(i) for i in (1, 2)])
    g = (x async for x in AIter(1))
    print(type(g).__name__, [x async for x in g])
    a = agen(3)
    print(await a.__anext__(), await a.asend("hi"))
    await a.aclose()
    try: await a.__anext__()
    except StopAsyncIteration: print("closed")
    a = agen(3)
    await anext(a)
    try: await a.athrow(OSError("x"))
    except OSError as e: print("athrow", e)
    print(await anext(AIter(0), "default"))
    return "result"
print(run(main()))
c = add(1, 2)
print(type(c).__name__)
c.close()
try: c.send(None)
except RuntimeError as e: print(e)
async def bad():
    try: await 5
    except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
run(bad())
c = add(1, 2); c.send(None)
try: c.throw(ValueError("thrown"))
except ValueError as e: print(e)
async def fin():
    try: await Wait(1)
    finally: print("fin")
c = fin(); c.send(None); c.close()
async def nested(): return [[y async for y in AIter(2)] for x in range(2)]
print(run(nested()))
async def ret():
    return
print(run(ret()))
