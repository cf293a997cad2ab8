# Slices of bytes and of memoryviews with bounds of all kinds.
data = bytes(range(20))
for lo in (None, 0, 1, 5, 19, 20, 30, -1, -5, -20, -30):
    for hi in (None, 0, 1, 5, 19, 20, 30, -1, -5, -20, -30):
        want = [i for i in range(20)][lo:hi]
        m = memoryview(data)
        assert list(data[lo:hi]) == want and list(m[lo:hi]) == want and list(bytearray(data)[lo:hi]) == want
        assert m[lo:hi].shape == (len(want),) and m[lo:hi].strides == (1,) and m[lo:hi].nbytes == len(want)
        assert list(m[lo:hi][1:][:3]) == want[1:][:3] and list(m[lo:hi:2]) == want[::2] and list(m[lo:hi][::-1][1:3]) == want[::-1][1:3]
        assert type(data[lo:hi]) is bytes and m[lo:hi].obj is data
assert data[:] is data and data[0:20] == data
big = bytes(10000)
assert len(big[1:]) == 9999 and len(big[5:4200]) == 4195 and big[:-1] + b'\0' == big


class B(bytes):
    pass


print(type(B(b'abc')[1:]), type(B(b'abc')[:]), B(b'abc')[1:])
w = bytearray(data)
m = memoryview(w)
n = m[4:10]
n[1] = 99
n[2:4] = b'xy'
print(bytes(n), w[4:10], n.readonly, m[4:].toreadonly()[1:].readonly)
try:
    w.append(1)
except BufferError as e:
    print(e)
n.release()
try:
    n[1:]
except ValueError as e:
    print(e)
m.release()
try:
    m[1:2]
except ValueError as e:
    print(e)
w.append(1)
h = memoryview(bytes(range(16))).cast('H')
print(h[2:5].tolist(), h[2:5].shape, h[2:5].strides, h[1:][::2].tolist(), h[::-1][1:3].tolist(), h[1:][::2].strides)
g = memoryview(bytes(range(12))).cast('B', [3, 4])
print(g[1:].tolist(), g[1:].shape, g[:0].tolist())
try:
    memoryview(b'')[None:'a']
except TypeError as e:
    print(e)
z = memoryview(5 .to_bytes(1, 'big'))[1:]
print(z.tolist(), z.nbytes, bytes(z), z[0:0] == b'')
