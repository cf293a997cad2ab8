# bytes that grow at the end share memory; what is seen of them must not tell.
def grow(n, piece=b'ab'):
    b = b''
    kept = []
    for i in range(n):
        b += piece
        if i % 97 == 0:
            kept.append(b)
    return b, kept


b, kept = grow(3000)
print(len(b), b == b'ab' * 3000, [len(k) for k in kept][:5], all(k == b'ab' * (len(k) // 2) for k in kept))

# Two that go on from the same start.
a = bytes(300)
x = a + b'1'
y = x + b'2'
z = x + b'3'
w = y + b'4'
v = y + b'5'
print(x[-1:], y[-2:], z[-2:], w[-3:], v[-3:], y[-2:])
for i in range(5):
    p, q = y + b'p%d' % i, y + b'q%d' % i
    y = p + q[-2:]
    print(p[-4:], q[-4:], y[-4:], len(y))

# The hash may be asked for at any time.
d = {}
b = b'x' * 500
for i in range(50):
    b += b'%d' % i
    if i % 3 == 0:
        d[b] = i
    if i % 5 == 0:
        assert hash(b) == hash(bytes(bytearray(b)))
print(sorted(d.values()), d[b'x' * 500 + b''.join(b'%d' % i for i in range(10))])

# Adding itself, slices, other buffers, an empty one, subclasses.
b = b'0123456789' * 40
b += b'!'
b += b
b += b[10:20]
b += bytearray(b'[array]')
b += memoryview(b'(view)')
b += b''
print(len(b), b[-30:], b.count(b'!'))


class B(bytes):
    pass


c = B(b'k' * 400)
for i in range(3):
    c = c + b'y'
print(type(c), len(c), c[-4:])
for other in 'text', 5, None:
    try:
        b + other
    except TypeError as e:
        print(e)
m = memoryview(b)
n = b + b'tail'
print(m[-3:].tobytes(), n[-7:], len(m) + 4 == len(n))


def receive(chunks):
    data = b''
    for chunk in chunks:
        data += chunk
        while b'\n' in data:
            line, data = data.split(b'\n', 1)
            yield line


print([len(line) for line in receive([b'a' * 700, b'b' * 700 + b'\nc', b'c' * 900 + b'\n\nd', b'\n'])])
