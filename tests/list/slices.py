def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


a = list(range(10))
vals = [None, 0, 1, 3, 9, 10, 11, -1, -3, -10, -11, 100, -100]
n = 0
total = 0
for i in vals:
    for j in vals:
        for k in (None, 1, 2, 3, -1, -2, -7, 100, -100):
            s = a[i:j:k]
            total = (total * 31 + sum((x + 1) * (p + 1) for p, x in enumerate(s)) + len(s)) % 1000003
            n += 1
print(n, total)
print(a[:], a[2:5], a[:-2], a[::2], a[::-1], a[8:2:-2], a[5:5], a[7:3], a[10**30:], a[:10**30], a[-10**30:3])
err(lambda: a[::0])
err(lambda: a['a':])
err(lambda: a[:1.0])
err(lambda: a[::'x'])


def assign(l, s, v):
    l = list(l)
    try:
        l[s] = v
        print(l)
    except Exception as e:
        print(type(e).__name__, e)


r = range(6)
assign(r, slice(0, 2), [])
assign(r, slice(0, 2), [7])
assign(r, slice(0, 2), [7, 8, 9, 10])
assign(r, slice(2, 2), 'ab')
assign(r, slice(4, 2), 'ab')
assign(r, slice(None), ())
assign(r, slice(None, None, 2), 'abc')
assign(r, slice(None, None, 2), 'ab')
assign(r, slice(None, None, -1), range(6))
assign(r, slice(5, 2, -1), 'xyz')
assign(r, slice(2, 5, -1), [])
assign(r, slice(2, 5, -1), [1])
assign(r, slice(0, 2), 5)
assign(r, slice(0, 4, 2), 5)
assign(r, slice(None, None, 0), [])
assign(r, slice(10, 20), [1])
assign(r, slice(-100, -50), [1])
assign(r, slice(1, None, 100), [1])
l = [1, 2, 3]
l[1:2] = l
print(l)
l[:] = l
print(l)
l[::-1] = l
print(l)
l[:0] = (x for x in 'ab')
print(l)


def delete(l, s):
    l = list(l)
    try:
        del l[s]
        print(l)
    except Exception as e:
        print(type(e).__name__, e)


r = range(10)
delete(r, slice(2, 5))
delete(r, slice(None))
delete(r, slice(None, None, 2))
delete(r, slice(1, None, 3))
delete(r, slice(None, None, -1))
delete(r, slice(8, 1, -3))
delete(r, slice(5, 5))
delete(r, slice(5, 2))
delete(r, slice(0, 100, 20))
delete(r, slice(None, None, 0))


class Shrink:
    def __init__(self, l):
        self.l = l

    def __index__(self):
        self.l.clear()
        return 2


l = list(range(5))
print(l[:Shrink(l)], l)
l = list(range(5))
l[Shrink(l):] = [9]
print(l)
l = list(range(5))
del l[Shrink(l):]
print(l)
big = list(range(3000))
big[500:600] = range(10000, 10700)
print(len(big), big[499], big[500], big[1199], big[1200], big[-1])
del big[10:3000]
print(len(big), big[9:12])
big[5:5] = big
print(len(big), big[4:8])
