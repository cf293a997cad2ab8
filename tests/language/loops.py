for i in range(3):
    if i == 1: continue
    print(i)
else: print("else")
for i in range(3):
    if i == 1: break
else: print("never")
print(i)
while i < 5:
    i += 1
    if i == 3: continue
    if i == 7: break
else: print("while else", i)
for x in []: pass
else: print("empty else")
for i in range(3):
    for j in range(3):
        if j == 2: break
        if i == 1: continue
        print(i, j, end="; ")
    else: print("no")
print()
l = [1, 2, 3]
for x in l:
    if x < 3: l.append(x + 10)
    if len(l) > 8: break
print(l)
d = {1: 1}
try:
    for k in d: d[k + 1] = 1
except RuntimeError as e: print(e)
s = {1}
try:
    for k in s: s.add(k + 1)
except RuntimeError as e: print(e)
class Seq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), [*Seq()])
class Bad:
    def __iter__(self): return 5
for f in (lambda: [x for x in Bad()], lambda: [x for x in 5], lambda: list(None)):
    try: f()
    except TypeError as e: print(e)
for x in "añb": print(x, end=" ")
for x in b"ab": print(x, end=" ")
for x in range(10, 0, -3): print(x, end=" ")
for x in range(-1): print("no")
for a, b in {"k": 1}.items(): print(a, b)
for o.attr in () if False else (): pass
class O: pass
o = O()
for o.attr in range(2): pass
print(o.attr)
q = [0]
for q[0] in "xy": pass
print(q)
n = 0
while True:
    n += 1
    if n > 1000: break
print(n)
for i in range(2**63, 2**63 + 3): print(i, end=" ")
print()
for i in range(5): i = 100
print(i)
it = iter([1, 2, 3])
for x in it: print(x, next(it, None))
while 0: pass
else: print("z")
def f():
    for i in range(3):
        try:
            if i == 1: return i
        finally: print("f", i)
print(f())
def g():
    while True:
        try: break
        finally: print("g")
    return "g done"
print(g())
print([i for i in zip(range(3), "ab")], list(enumerate("ab", 5)), list(reversed([1, 2])), list(map(lambda a, b: a + b, [1], [2, 3])))
x = 5
for x in range(0): pass
print(x)
