# Variables of comprehensions that are operands of the very next operation, and wanted later.
class P:
    def __init__(self, n):
        self.n = n

    def get(self):
        return self.n

    def pair(self):
        return self.n, self.n + 1


def complexes(l, d):
    print([y * x + y for x in l for y in [x * x]])
    print([y + x - y for x in l for y in [d + x]])
    print([(z, y) for x in l for y in [x - d] for z in [y * d]])


def bigs(l):
    print([y * x + y for x in l for y in [x * x]])
    print([y // x - y % 1000 for x in l for y in [x * x + 1]])
    print([(z, y, x) for x in l for y in [x * 3 - 1] for z in [y * y - x]])


def calls(l):
    print([(y(), y()) for x in l for y in [x.get]])
    print([(a, b, y) for x in l for y in [x.pair()] for a, b in [y]])
    print([(i, y, i) for x in l for y in [range(x.n)] for i in y])


def slices(l):
    r = [0] * 4
    print([(s, r.__setitem__(slice(0, 2), s)) for s in [l[0:2]]], r)
    print([(t, s) for x in l for s in [l[0:x]] for t in [s + s]])


complexes([1j, 2j], 2j)
bigs([10 ** 20, 3 ** 50, -7 ** 40])
calls([P(1), P(2)])
slices([1, 2, 3])
# The same where all other variables are global.
print([y * x + y for x in [1j, 2j] for y in [x * x]])
print([y * x + y for x in [10 ** 20, 10 ** 21] for y in [x * x]])
print([(y, y + 1) for x in [2 ** 70] for y in [-x]])
print({y: y * 2 for x in [2 ** 70] for y in [x * x]}, {z % 1000 for x in [2 ** 70] for y in [x * x] for z in [y, x]})
