# HMAC with keys and messages of random lengths, in random pieces, as buffers of all
# kinds. Printed is one digest per hash, over those of all cases.
import hashlib
import hmac
from array import array


class Rng:
    def __init__(self, seed):
        self.x = seed

    def below(self, n):
        self.x = (self.x * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        return (self.x >> 33) % n


rng = Rng(42)
pool = bytes(rng.below(256) for _ in range(1 << 13))


def kind(data):
    return (bytes, bytearray, memoryview, lambda b: array('B', b))[rng.below(4)](data)


cases = 0
for name in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384', 'sha3_512', 'blake2b', 'blake2s'):
    total = hashlib.sha256()
    for i in range(150):
        key = pool[i:i + (rng.below(40), 60 + rng.below(10), 120 + rng.below(30), rng.below(400))[rng.below(4)]]
        n = rng.below(1000)
        start = rng.below(len(pool) - n)
        msg = pool[start:start + n]
        mod = (name, getattr(hashlib, name))[rng.below(2)]
        want = hmac.digest(key, msg, mod)
        h = hmac.new(bytearray(key) if rng.below(2) else key, None, mod)
        rest = msg
        while rest:
            k = 1 + rng.below(len(rest))
            h.update(kind(rest[:k]))
            rest = rest[k:]
            if rng.below(6) == 0:
                c = h.copy()
                h.update(b'x')
                total.update(h.digest())
                h = c
        if h.digest() != want or h.hexdigest() != want.hex() or hmac.new(key, msg, mod).digest() != want:
            print('two answers', name, i)
        if not hmac.compare_digest(want, h.digest()) or hmac.compare_digest(want, want[:-1]):
            print('compare_digest', name, i)
        total.update(want)
        cases += 1
    h = hmac.new(b'', b'', name)
    print(name, h.digest_size, h.block_size, h.name, total.hexdigest())
print(cases)
