# Lengths of keys and messages around blocks, in pieces, copied, continued after a digest: against RFC 2104 by hand
import hashlib
import hmac

NAMES = 'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b', 'blake2s'
stream = bytes(i * 7 + i // 5 & 255 for i in range(600))
seen = hashlib.sha256()


def by_hand(key, msg, name):
    new = getattr(hashlib, name)
    size = new().block_size
    if len(key) > size:
        key = new(key).digest()
    key = key.ljust(size, b'\0')
    inner = new(bytes(c ^ 0x36 for c in key) + msg).digest()
    return new(bytes(c ^ 0x5c for c in key) + inner).digest()


count = 0
for name in NAMES:
    for k in 0, 1, 16, 32, 63, 64, 65, 127, 128, 129, 200:
        key = stream[100:100 + k]
        for n in 0, 1, 16, 55, 56, 63, 64, 65, 100, 128, 300:
            msg = stream[:n]
            want = by_hand(key, msg, name)
            seen.update(want)
            assert hmac.digest(key, msg, name) == want
            assert hmac.new(key, msg, name).digest() == want
            assert hmac.HMAC(bytearray(key), memoryview(msg), getattr(hashlib, name)).hexdigest() == want.hex()
            for cut in {0, n // 2, n - min(n, 1), n}:
                h = hmac.new(key, msg[:cut], name)
                before = h.digest()
                c = h.copy()
                h.update(msg[cut:])
                assert h.digest() == want and h.digest() == want and h.hexdigest() == want.hex()
                assert c.digest() == before == by_hand(key, msg[:cut], name)
                c.update(bytearray(msg[cut:]))
                d = c.copy()
                c.update(b'more')
                assert d.digest() == want and c.digest() == by_hand(key, msg + b'more', name)
                assert (c.name, c.digest_size) == ('hmac-' + name, len(want))
                count += 1
            h = hmac.new(key, digestmod=name)
            for i in range(0, n, 9):
                h.update(msg[i:i + 9])
            assert h.digest() == want
print(count, seen.hexdigest())
h = hmac.new(b'k', b'm', 'sha256')
for bad in 'text', 5, None:
    try:
        h.update(bad)
    except TypeError as e:
        print(e)
print(h.hexdigest() == hmac.new(b'k', b'm', 'sha256').hexdigest())
