def err(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)


print(slice(1), slice(1, 2), slice(1, 2, 3), slice(None), slice('a', [], {}))
err(slice)
err(slice, 1, 2, 3, 4)
err(lambda: slice(stop=1))
s = slice(1, 2, 3)
print(s.start, s.stop, s.step, slice(5).start, slice(5).step)


def setattr_(o):
    o.start = 1


err(setattr_, s)
print(slice(1, 2) == slice(1, 2), slice(1, 2) == slice(1, 2, None), slice(1) != slice(2), slice(1) == 1, slice(1, 2) < slice(1, 3), slice(1) <= slice(1))
err(lambda: slice(1) < 2)
err(lambda: slice(1) < slice('a'))
err(lambda: slice(1, 2) < slice(1, None))
print(hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): 'a'}[slice(1)])
err(hash, slice([]))
for sl in (slice(None), slice(2), slice(1, 3), slice(-3, None), slice(None, None, -1), slice(None, None, 3), slice(100, -100, -7), slice(5, 1, 2), slice(-100, 100, 3)):
    print(sl, [sl.indices(n) for n in (0, 1, 5, 10)], len(range(*sl.indices(10))))
print(slice(None, None, 10**30).indices(10**40), slice(-10**30, 10**35).indices(10**40), slice(None, -10**39, -10**20).indices(10**40))
err(slice(None).indices, -1)
err(slice(None).indices, 'a')
err(slice(None, None, 0).indices, 5)
err(slice('a').indices, 5)
err(slice(1.5, 2).indices, 5)


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(slice(I(1), I(8), I(2)).indices(I(6)), [0, 1, 2, 3, 4, 5][I(1):I(5):I(2)])


class G:
    def __getitem__(self, k):
        return k


g = G()
print(g[1:2], g[:], g[1:2:3], g[1:2, 3], g[::], g[...], g[1,], g['a':'b'])
err(lambda: type('S', (slice,), {}))
print(type(slice(1)).__name__, slice(1, 2).__reduce__(), slice(1).__eq__(2))
