# Encoders and decoders of binascii, base64 and zlib on random data: one digest per
# function, over what it returned or raised.
import base64
import binascii
import hashlib
import zlib
from array import array


class Rng:
    def __init__(self, seed):
        self.x = seed

    def below(self, n):
        self.x = (self.x * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        return (self.x >> 33) % n


rng = Rng(7)
pool = bytes(rng.below(256) for _ in range(1 << 13))


def kind(data):
    return (bytes, bytearray, memoryview, lambda b: array('B', b))[rng.below(4)](data)


def some(most):
    n = rng.below(most)
    start = rng.below(len(pool) - n)
    return pool[start:start + n]


def spoiled(data):
    "Data with a few characters changed, added, taken away."
    b = bytearray(data)
    for _ in range(rng.below(4)):
        if b:
            i = rng.below(len(b))
            what = rng.below(3)
            if what == 0:
                b[i] = b'=\n A_-+/~\x80'[rng.below(10)]
            elif what == 1:
                del b[i]
            else:
                b.insert(i, b'=\n \r:z'[rng.below(6)])
    return bytes(b)


def outcome(f, *args, **kw):
    try:
        r = f(*args, **kw)
    except (ValueError, binascii.Error) as e:
        r = f'{type(e).__name__}: {e}'
    return repr(r).encode()


ROUNDS = {
    'hexlify': (binascii.hexlify, binascii.unhexlify),
    'base64': (binascii.b2a_base64, binascii.a2b_base64),
    'qp': (binascii.b2a_qp, binascii.a2b_qp),
    'b16': (base64.b16encode, base64.b16decode),
    'b32': (base64.b32encode, base64.b32decode),
    'b32hex': (base64.b32hexencode, base64.b32hexdecode),
    'b64': (base64.b64encode, base64.b64decode),
    'urlsafe': (base64.urlsafe_b64encode, base64.urlsafe_b64decode),
    'b85': (base64.b85encode, base64.b85decode),
    'a85': (base64.a85encode, base64.a85decode),
    'z85': (base64.z85encode, base64.z85decode),
    'bytes': (base64.encodebytes, base64.decodebytes),
}
cases = 0
for name, (encode, decode) in ROUNDS.items():
    total = hashlib.sha256()
    for i in range(200):
        data = some(200)
        text = encode(data if name in ('bytes', 'qp') else kind(data))
        back = decode(text)
        if name != 'qp' and back != data and not (name == 'z85' and len(back) < len(data)):
            print('back', name, i)
        total.update(text)
        total.update(outcome(decode, spoiled(text)))
        total.update(outcome(decode, some(60)))
        cases += 3
    print(name, total.hexdigest())

total = hashlib.sha256()
for i in range(200):
    data = some(46)
    text = binascii.b2a_uu(data, backtick=bool(i % 2))
    total.update(text)
    total.update(outcome(binascii.a2b_uu, spoiled(text)))
    cases += 2
print('uu', total.hexdigest())

total = hashlib.sha256()
for i in range(300):
    data = some(100)
    text = base64.b64encode(data, altchars=b'!?' if i % 2 else None)
    total.update(outcome(base64.b64decode, spoiled(text), altchars=b'!?' if i % 2 else None, validate=bool(i % 3)))
    total.update(outcome(binascii.a2b_base64, spoiled(text), strict_mode=True))
    total.update(outcome(binascii.hexlify, data, b':-'[i % 2:][:1], rng.below(9) - 4))
    total.update(outcome(base64.a85encode, data, foldspaces=bool(i & 1), wrapcol=rng.below(30), pad=bool(i & 2), adobe=bool(i & 4)))
    total.update(outcome(base64.b32decode, spoiled(base64.b32encode(data)).lower(), casefold=bool(i % 2), map01=(None, b'L', b'I')[i % 3]))
    total.update(outcome(binascii.b2a_qp, data, bool(i & 1), bool(i & 2), bool(i & 4)))
    cases += 6
print('options', total.hexdigest())

total = hashlib.sha256()
for i in range(500):
    data = some(3000)
    cut = rng.below(len(data) + 1)
    start = rng.below(1 << 31) * 2
    a, b, c = zlib.crc32(kind(data), start), zlib.adler32(kind(data), start), binascii.crc_hqx(data, start & 0xffff)
    if zlib.crc32(data[cut:], zlib.crc32(data[:cut], start)) != a or zlib.adler32(data[cut:], zlib.adler32(data[:cut], start)) != b or binascii.crc32(data, start) != a:
        print('pieces', i)
    total.update(repr((a, b, c)).encode())
    cases += 1
print('sums', total.hexdigest())
print(cases)
