def g():
    x = yield 1
    print("got", x)
    y = yield x * 2
    print("got", y)
    return "end"
a = g()
try: a.send(3)
except TypeError as e: print(e)
print(a.send(None), a.send(5))
try: a.send(7)
except StopIteration as e: print("stop", e.value, e.__context__)
try: a.send(7)
except StopIteration as e: print("stop", e.value)
def outer():
    r = yield from g()
    print("r", r)
    yield "last"
o = outer()
print(o.send(None), o.send(1), o.send(2))
try: o.send(None)
except StopIteration as e: print("stop", e.value)
def bad():
    yield 1
    raise ValueError("bad")
b = bad(); b.send(None)
try: b.send(None)
except ValueError as e: print(repr(e), e.__traceback__.tb_next.tb_frame.f_code.co_name)
def si():
    yield 1
    raise StopIteration(3)
s = si(); s.send(None)
try: s.send(None)
except RuntimeError as e: print(repr(e), repr(e.__cause__))
def selfsend():
    try:
        me.send(None)
    except ValueError as e: print(e)
    yield 4
me = selfsend()
print(me.send(None))
def echo():
    v = None
    while True:
        v = yield v
e = echo(); e.send(None)
t = 0
for i in range(1000): t += e.send(i)
print(t)
e.close()
try: e.send(1)
except StopIteration: print("closed")
async def co(n):
    if n: return await co(n - 1) + 1
    return await W()
class W:
    def __await__(self):
        x = yield "w"
        return x
c = co(5)
print(c.send(None))
try: c.send(10)
except StopIteration as e: print(e.value)
try: c.send(1)
except RuntimeError as e: print(e)
def inner():
    try:
        yield 1
    except KeyError:
        yield "caught"
i = inner(); i.send(None)
print(i.throw(KeyError))
try:
    try: 1/0
    except ZeroDivisionError:
        g2 = bad(); g2.send(None); g2.send(None)
except ValueError as e: print(repr(e.__context__))
def rec(n):
    if n: 
        r = rec(n-1)
        yield r.send(None)
    else: yield 0
print(rec(50).send(None))
def deep(n): return (yield deep(n+1).send(None))
try: deep(0).send(None)
except RecursionError: print("RecursionError")
import sys
class It:
    def __iter__(self): return self
    def __next__(self): return 1
    def send(self, v): return ("sent", v)
def d(): 
    x = yield from It()
dd = d(); print(dd.send(None), dd.send(4))
