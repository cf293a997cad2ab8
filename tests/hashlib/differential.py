# Every hash over data of random lengths, in random pieces, as buffers of all kinds.
# Printed is one digest per algorithm, over the digests of all cases.
import hashlib
from array import array


class Rng:
    def __init__(self, seed):
        self.x = seed

    def below(self, n):
        self.x = (self.x * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        return (self.x >> 33) % n


rng = Rng(20260101)
pool = bytes(rng.below(256) for _ in range(1 << 14))


def kinds(data):
    "The same bytes as objects of several types."
    yield data
    yield bytearray(data)
    yield memoryview(data)
    yield memoryview(bytearray(b'..') + data)[2:]
    yield array('B', data)
    if len(data) % 4 == 0:
        yield array('I', data)
        yield memoryview(data).cast('I')
    if len(data) % 8 == 0:
        yield memoryview(data).cast('d')


def kind(data):
    choices = list(kinds(data))
    return choices[rng.below(len(choices))]


def length():
    # Around the sizes of blocks is where mistakes are.
    near = rng.below(3)
    if near == 0:
        return rng.below(300)
    if near == 1:
        return max(0, (1 + rng.below(10)) * (64, 72, 104, 128, 136, 144, 168)[rng.below(7)] + rng.below(5) - 2)
    return rng.below(4096)


def digest(h):
    return h.digest(1 + rng.below(200)) if h.name.startswith('shake') else h.digest()


cases = 0
for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512',
             'shake_128', 'shake_256', 'blake2b', 'blake2s', 'sha512_256', 'ripemd160'):
    total = hashlib.sha256()
    for i in range(150):
        n = length()
        start = rng.below(len(pool) - n)
        data = pool[start:start + n]
        how = rng.below(4)
        if how == 0:
            h = hashlib.new(name, kind(data))
        else:
            h = getattr(hashlib, name)() if how == 1 and hasattr(hashlib, name) else hashlib.new(name, usedforsecurity=False)
            while data:
                k = 1 + rng.below(len(data)) if rng.below(3) else 1 + rng.below(min(len(data), 70))
                h.update(kind(data[:k]))
                data = data[k:]
                if rng.below(8) == 0:
                    total.update(digest(h))  # and goes on
                if rng.below(8) == 0:
                    c = h.copy()
                    h.update(b'not seen by the copy')
                    h, other = c, h
                    total.update(digest(other))
        out = digest(h)
        if not name.startswith('shake') and h.hexdigest() != out.hex():
            print('hexdigest', name, i)
        total.update(out)
        cases += 1
    print(name, total.hexdigest())

for make, most in (hashlib.blake2b, 64), (hashlib.blake2s, 32):
    total = hashlib.sha256()
    for i in range(300):
        n = length()
        data = pool[:n]
        salt, person = rng.below(most // 4 + 1), rng.below(most // 4 + 1)
        h = make(data, digest_size=1 + rng.below(most), key=pool[5:5 + rng.below(most + 1)], salt=pool[:salt], person=pool[100:100 + person],
                 fanout=rng.below(256), depth=1 + rng.below(255), leaf_size=rng.below(1 << 32), node_offset=rng.below(1 << 31),
                 node_depth=rng.below(256), inner_size=rng.below(most + 1))
        h.update(kind(pool[n:n + 50]))
        total.update(h.digest())
        cases += 1
    print(make.__name__, total.hexdigest())

total = hashlib.sha256()
for i in range(120):
    name = ('sha1', 'sha256', 'sha512', 'md5', 'sha3_256')[rng.below(5)]
    total.update(hashlib.pbkdf2_hmac(name, kind(pool[i:i + rng.below(200)]), kind(pool[50:50 + rng.below(100)]), 1 + rng.below(30), 1 + rng.below(150)))
    cases += 1
print('pbkdf2', total.hexdigest())

total = hashlib.sha256()
for i in range(30):
    total.update(hashlib.scrypt(pool[i:i + rng.below(50)], salt=pool[:rng.below(50)], n=2 << rng.below(6), r=1 + rng.below(8), p=1 + rng.below(3), dklen=1 + rng.below(100)))
    cases += 1
print('scrypt', total.hexdigest())
print(cases)
