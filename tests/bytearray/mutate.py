def t(f, *args, **kw):
    try:
        print(ascii(f(*args, **kw)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


# what changes a bytearray
def show(f):
    b = bytearray(b"abcdef")
    try:
        r = f(b)
        print(b, r)
    except Exception as e:
        print(b, type(e).__name__, e)


def st(k, v):
    def f(b):
        b[k] = v
    show(f)


def dl(k):
    def f(b):
        del b[k]
    show(f)


for k in (0, -1, 5, 6, -7, True, "a", 1.5, None, 10 ** 30):
    st(k, 120)
    dl(k)
for v in (256, -1, "a", b"x", 1.5, None, True, 10 ** 30):
    st(0, v)
S = slice
for s in (S(None), S(1, 3), S(0, 0), S(6, 6), S(3, 1), S(100, 200), S(-2, None), S(None, None, 2), S(None, None, -1), S(1, None, 3), S(5, 0, -2), S(None, None, 100), S(-100, 100, 1)):
    for v in (b"", b"x", b"xyz", b"123456", bytearray(b"ab"), memoryview(b"q"), [1, 2], (65,), range(3), "abc", 5, None, [300], ["a"], 1.5, iter([1, 2, 3])):
        st(s, v)
    dl(s)
b = bytearray(b"abc")
b[1:2] = b
print(b)
b[:] = b
print(b)
b[::2] = b[::2]
print(b)
try:
    b += b
except BufferError as e:
    print(e)
print(b)
b.extend(b)
print(b)
b *= 2
print(len(b))
b *= 0
print(b)
for a in ((120,), (256,), (-1,), ("a",), (b"x",), (), (1, 2), (None,), (1.5,)):
    show(lambda b: b.append(*a))
    show(lambda b: b.remove(*a))
for a in ((b"xyz",), ([1, 2],), ("abc",), ("",), (5,), (None,), (1.5,), (range(3),), (["a"],), ([1, 256],), (memoryview(b"mv"),), ((i for i in (1, 2)),), (), ({65: 1},)):
    show(lambda b: b.extend(*a))
for a in ((0, 120), (3, 120), (100, 120), (-1, 120), (-100, 120), (0, 256), (0, "a"), ("a", 1), (1,), (10 ** 30, 1)):
    show(lambda b: b.insert(*a))
for a in ((), (0,), (-1,), (5,), (6,), (-7,), ("a",), (None,), (1.5,)):
    show(lambda b: b.pop(*a))
show(lambda b: b.remove(97))
show(lambda b: b.remove(120))
show(lambda b: b.reverse())
show(lambda b: b.clear())
show(lambda b: b.copy())
show(lambda b: bytearray().pop())
show(lambda b: bytearray().reverse())
b = bytearray(b"abc")
c = b
b += b"def"
print(b is c, b)
b += bytearray(b"g")
b += memoryview(b"h")
for x in ("a", 1, [1], None):
    try:
        b += x
    except TypeError as e:
        print(e)
try:
    b *= "x"
except TypeError as e:
    print(e)
try:
    b *= 1.5
except TypeError as e:
    print(e)
print(b)
# a memoryview locks the size
b = bytearray(b"abcdef")
m = memoryview(b)
for f in (lambda: b.append(1), lambda: b.extend(b"x"), lambda: b.pop(), lambda: b.clear(), lambda: b.insert(0, 1), lambda: b.remove(97), lambda: b.__iadd__(b"x"), lambda: b.__imul__(2),
          lambda: b.__delitem__(0), lambda: b.__setitem__(slice(0, 1), b"xy"), lambda: b.__init__(b"x"), lambda: b.__delitem__(slice(None, None, 2))):
    try:
        f()
        print("no error", b)
    except BufferError as e:
        print(e)
b[0] = 120
b[1:3] = b"yz"
b.reverse()
b.extend(b"")
b += b""
print(b, bytes(m))
m.release()
b.append(33)
print(b)
it = iter(b)
next(it)
b.clear()
print(list(it))
b = bytearray()
for i in range(1000):
    b.append(i % 256)
for i in range(900):
    b.pop(0)
print(len(b), b[:5], b.pop(), b.pop(10))
del b[10:90]
print(len(b), list(b))


class Evil:
    def __index__(self):
        b.clear()
        return 1


b = bytearray(b"abc")
try:
    b[Evil()] = 5
except IndexError as e:
    print(e, b)
b = bytearray(b"abc")
try:
    b[0] = Evil()
except IndexError as e:
    print(e, b)
b = bytearray(b"abc")
try:
    b.insert(Evil(), 65)
    print(b)
except IndexError as e:
    print(e, b)
b = bytearray(b"abc")
print(b[Evil():3])
print(bytearray(b"x").__reduce__())
