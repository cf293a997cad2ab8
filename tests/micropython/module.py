import micropython
from micropython import const, RingIO, schedule

print(const(3), micropython.opt_level())
r = RingIO(4)
print(r.write(b'abcdef'), r.any(), r.read(2), r.read(), r.read(), r.any())
r.write(b'a\nb')
print(r.readline(), r.readline())
b = bytearray(3)
r.write(b'xy')
print(r.readinto(b), b)
done = []
schedule(done.append, 1)
schedule(done.append, 2)
while len(done) < 2:
    pass
print(done)
micropython.heap_lock()
try:
    [1]
except MemoryError:
    print('MemoryError')
print(micropython.heap_unlock())
print([1])
