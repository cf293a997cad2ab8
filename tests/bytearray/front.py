# Deleting at the front, where the rest does not move.


def show(b):
    print(len(b), bytes(b[:6]), bytes(b[-3:]))


b = bytearray(range(100))
del b[:16]
show(b)
del b[0]
show(b)
print(b.pop(0), b[0], b[-1], b[81])
b += b'xyz'
show(b)
b.insert(0, 7)
b.insert(1, 8)
b[:0] = b'front'
show(b)
b[2:9] = b'#'
show(b)
b[:4] = b''
show(b)
del b[-2:]
show(b)
del b[3:5]
show(b)
del b[: -len(b) + 2]
show(b)
del b[:]
show(b)
b += b'again'
show(b)
b.remove(ord('a'))
show(b)
del b[10:20], b[3:1], b[:0]
show(b)
for bad in ('b[4]', 'b[:1:0]'):
    try:
        exec('del ' + bad)
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)

# Nothing moves while somebody looks.
b = bytearray(b'0123456789')
del b[:3]
m = memoryview(b)
for f in (lambda: b.__delitem__(slice(0, 2)), lambda: b.pop(0), lambda: b.extend(b'x'), lambda: b.insert(0, 1)):
    try:
        f()
    except BufferError as e:
        print('BufferError', e)
try:
    del b[:2]
except BufferError as e:
    print('BufferError', e)
print(bytes(m), bytes(b))
b[:2] = b'ab'
print(bytes(m))
m.release()
del b[:2]
print(b)

# A parser of packets, with lengths that go up and down.
buf = bytearray()
sent = got = 0
count = total = 0
for step in range(3000):
    piece = bytes((sent + i) & 255 for i in range(step * 7 % 113))
    sent += len(piece)
    buf += piece
    while len(buf) >= 10 + count % 50:
        n = 10 + count % 50
        for i in (0, n // 2, n - 1):
            assert buf[i] == (got + i) & 255
        head = buf[:n]
        assert len(head) == n
        total += sum(head)
        del buf[:n]
        got += n
        count += 1
    if step % 500 == 250:
        buf[:0] = bytes(((got - 3) & 255, (got - 2) & 255, (got - 1) & 255))
        got -= 3
print(count, total, sent, got, len(buf))

# Little is left of much.
b = bytearray(b'.' * 1000000 + b'end')
for _ in range(1000):
    del b[:1000]
print(b)
it = iter(bytearray(b'abcdef'))
b = bytearray(b'abcdef')
seen = []
for c in b:
    seen.append(c)
    del b[:1]
print(seen, b)


class Sub(bytearray):
    pass


s = Sub(b'hello world')
del s[:6]
s += b'!'
print(s, s.upper(), hash(bytes(s)) == hash(b'world!'), s == b'world!', s.find(b'ld'))
s *= 2
print(s)
s.clear()
s.extend(b'x')
print(s)
s.__init__(b'new')
del s[:1]
print(s, s.copy(), s[::-1], list(s))
