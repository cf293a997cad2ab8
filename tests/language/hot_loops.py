# Loops that run for long with items of one type and then meet others.


class A:
    def __init__(self, n):
        self.n = n
        self.m = n

    def weigh(self, k):
        return self.n * k + self.m


class B(A):
    def weigh(self, k):
        return self.n - k


class C:
    weigh = staticmethod(lambda k: k)
    n = 7
    m = 8


def weighs(items):
    total = 0
    other = 0
    for x in items:
        k = (total + 1) & 15
        if k > 7:
            k = 15 - k
        elif k == 3:
            k = k * 2 + 1
        other = (other ^ k) + (total & 7) - (k >> 1)
        total += x.weigh(k)
        total -= x.n & 3
        total += x.m
        other += x.m * 2 - x.n // 3
    return total, other


def adds(items):
    total = 0
    count = 0
    odd = 0
    for x in items:
        count += 1
        odd = (odd * 5 + count) & 1023
        if odd & 1:
            odd += count // 3
        else:
            odd -= count % 7
        odd = odd * 3 // 2
        odd = odd ^ (count & 31)
        total = total + x
    return total, count, odd


def tests(x, limit, step):
    n = 0
    while x < limit:
        n += 1
        x = x + step
        if n & 1:
            n = n + 2 - 2
    return x, n


ones = [1] * 50000
for tail in ([], [2.5], [2.5, 1], [1 << 70], [True], [2.5, 1j, 3] * 20):
    print(adds(ones + tail + ones))
    print(adds(tuple(ones + tail)))
for tail in (["s"], [None], [()]):
    try:
        adds(ones + tail + ones)
    except TypeError as e:
        print(e, e.__traceback__.tb_next.tb_lineno)

plain = [A(1), A(2), A(3)] * 20000
print(weighs(plain))
print(weighs(plain + [B(4)] + plain))
print(weighs(plain + [B(4), C(), A(1)] * 1000 + plain))
extra = A(5)
extra.more = 1
print(weighs(plain + [extra] * 10))
wide = A(6)
wide.n = 1 << 80
print(weighs(plain + [wide] * 10))
A.weigh = lambda self, k: k
print(weighs(plain))

print(tests(0, 100000, 1))
print(tests(0.5, 100000, 1))
print(tests(0, 100000, 2.5))
print(tests(0, 1 << 65, 1 << 50))
print(tests(0, 50000.5, 1))


def grows():
    items = [0]
    n = 0
    for x in items:
        if n < 70000:
            items.append(x + 1)
        n += x & 3
    return len(items), n


print(grows())


# The bound is another one each time.
def rows(widths):
    total = 0
    for w in widths:
        for k in range(w):
            total = (total * 31 + k) & 0xFFFFFF
    return total


print(rows([1] * 30000 + [100] * 1000 + [1] * 30000 + [3, 50] * 1000))
