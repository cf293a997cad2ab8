# Written by MicroPython: codes 'O' and 'P', arrays of objects and of pointers.
from array import array

a = array("O", ["text", None, (1, 2)])
a.append([3])
a.append(4)
a.append(1.5)
for x in a:
    print(x)
print(len(a), a[0], a[-2], [3] in [x for x in a])
a[1] = {5: 6}
print(a[1], a[1:3][0] is a[1])
b = array("O", [len])
b.extend(a)
print(len(b), b[0] is len, b[4] is a[3])
c = a + b
print(len(c), c[-1])

p = array("P", [1, 0])
p.append(2**63 + 5)
p.append(-1)
p[1] = 2**64 - 2
print(p[3], p[0], p[1], p[2], len(bytes(p)))
