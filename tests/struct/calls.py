# Calls of all forms: positions, keywords, subclasses, wrong numbers of arguments, and
# arguments that change the buffer that is packed into.
import struct
from struct import Struct

s = Struct('<HIB')
b = bytearray(16)


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


attempt(struct.pack)
attempt(struct.pack, '<H')
attempt(struct.pack, '<H', 1, 2)
attempt(struct.pack, '<H', x=1)
attempt(struct.pack, 5)
attempt(struct.pack, '<H', -1)
attempt(struct.pack, '<h', 1.5)
attempt(struct.pack, b'<H', True)
attempt(struct.pack, '')
attempt(struct.unpack, '<H')
attempt(struct.unpack, '<H', b'abc')
attempt(struct.unpack, '<H', 'ab')
attempt(struct.unpack, '<H', b'ab', 1)
attempt(struct.unpack, '<H', bytearray(b'ab'))
attempt(struct.unpack, '<H', memoryview(b'ab'))
attempt(struct.unpack_from, '<H', b'abcd')
attempt(struct.unpack_from, '<H', b'abcd', 1)
attempt(struct.unpack_from, '<H', b'abcd', offset=2)
attempt(struct.unpack_from, '<H', buffer=b'abcd', offset=-2)
attempt(struct.unpack_from, '<H', buffer=b'abcd')
attempt(struct.unpack_from, '<H', offset=1)
attempt(struct.unpack_from, '<H', b'abcd', 3)
attempt(struct.unpack_from, '<H', b'abcd', -5)
attempt(struct.unpack_from, '<H', b'abcd', 1 << 70)
attempt(struct.unpack_from, '<H', b'abcd', 'x')
attempt(struct.unpack_from, '<H', b'abcd', 1, 2)
attempt(struct.unpack_from)
attempt(struct.calcsize, '<HIB')
attempt(struct.calcsize)
attempt(struct.calcsize, format='<H')
attempt(struct.pack_into)
attempt(struct.pack_into, '<H')
attempt(struct.pack_into, '<H', b)
attempt(struct.pack_into, '<H', b, 0)
attempt(struct.pack_into, '<H', b, 15, 1)
attempt(struct.pack_into, '<H', b, -1, 1)
attempt(struct.pack_into, '<H', b, -17, 1)
attempt(struct.pack_into, '<H', b'ab', 0, 1)
attempt(struct.pack_into, '<H', b, 'x', 1)
attempt(struct.pack_into, '<BH', b, 0, 7, 70000)
print(b)
attempt(struct.pack_into, '<2sdf?', b, 0, b'xy', 1.5, 2, 'yes')
print(b)
attempt(struct.pack_into, '<HxB', memoryview(b)[2:], -4, 0x4142, 0x43)
print(b)
attempt(s.pack, 1, 2, 3)
attempt(s.pack, 1, 2)
attempt(s.unpack, s.pack(1, 2, 3))
attempt(s.unpack, b'')
attempt(s.unpack)
attempt(s.unpack_from, b)
attempt(s.unpack_from, b, 3)
attempt(s.unpack_from, buffer=b, offset=9)
attempt(s.unpack_from, b, offset=10)
attempt(s.unpack_from)
attempt(s.pack_into, b, 1, 1, 2, 3)
attempt(s.pack_into, b, 1, 1, 2)
attempt(s.pack_into)
attempt(Struct.pack, s, 1, 2, 3)
attempt(Struct.pack, 5)
attempt(Struct.unpack, s, bytes(7))
print(b)


class Grow:
    def __index__(self):
        b.extend(b'more')
        return 1


attempt(struct.pack_into, '<H', b, 0, Grow())
attempt(s.pack_into, b, 0, 1, 2, Grow())
attempt(struct.pack_into, '<H', b, Grow(), 1)
print(len(b))
b.append(1)


class Sub(Struct):
    def pack(self, *args):
        return b'sub' + super().pack(*args)


x = Sub('<H')
print(x.pack(1), x.unpack(b'ab'), x.unpack_from(b'abc', 1), list(x.iter_unpack(b'abcd')))
it = struct.iter_unpack('<Hb', bytes(range(9)))
print(next(it), it.__length_hint__())
for row in it:
    print(row)
print(next(it, 'end'), list(it))
big = bytearray(range(8))
for n, (x, y, z) in enumerate(struct.iter_unpack(">hb2x2s", bytes(range(70)))):
    print(n, x, y, z)
    if n == 3:
        break
it = struct.iter_unpack('B', big)
next(it)
attempt(big.append, 1)
print(sum(x for x, in it), big.append(1))
attempt(struct.iter_unpack, '<H', b'abc')
attempt(struct.iter_unpack, '', b'abc')
attempt(struct.iter_unpack, '<H')
print(len(list(struct.iter_unpack('100B', bytes(1000)))), list(struct.iter_unpack('?c3s0p1pxe', bytes(10))))
print([struct.pack('<i', i) for i in (-1, 0, 1 << 20)], [struct.unpack('<f', struct.pack('<f', x))[0] for x in (0.5, -2)])
print(max(struct.unpack('<3H', b'abcdef')), *struct.unpack('<BB', b'ab'), struct.pack(*['<2H', 1, 2]), struct.pack('<%dH' % 3, *range(3)))
try:
    Struct('<H').foo
except AttributeError as e:
    print(e)
print(s, Sub('<H'))
