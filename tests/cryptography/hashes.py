# hashes, hmac, cmac, poly1305, constant_time: results and errors.
from cryptography.hazmat.primitives import hashes, hmac, cmac, poly1305, constant_time
from cryptography.hazmat.primitives.ciphers import algorithms

def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, e)

def digest(h, *parts):
    c = hashes.Hash(h)
    for p in parts:
        c.update(p)
    return c.finalize()

algos = [hashes.MD5(), hashes.SHA1(), hashes.SHA224(), hashes.SHA256(), hashes.SHA384(), hashes.SHA512(), hashes.SHA512_224(), hashes.SHA512_256(),
         hashes.SHA3_224(), hashes.SHA3_256(), hashes.SHA3_384(), hashes.SHA3_512(), hashes.BLAKE2b(64), hashes.BLAKE2s(32), hashes.SHAKE128(20), hashes.SHAKE256(40)]
for h in algos:
    print(h.name, h.digest_size, h.block_size, isinstance(h, hashes.HashAlgorithm), isinstance(h, hashes.ExtendableOutputFunction))
    t(lambda: digest(h, b'hello', bytearray(b' '), memoryview(b'world')))
    t(lambda: digest(type(h), b''))
for cls in hashes.BLAKE2b, hashes.BLAKE2s, hashes.SHAKE128, hashes.SHAKE256:
    for n in 0, -1, 1, 31, 63, 'x', None, 1.5:
        t(lambda: cls(n).digest_size)
    t(lambda: cls())
c = hashes.Hash(hashes.SHA256(), backend=None)
t(lambda: c.algorithm.name); t(lambda: c.update('x')); t(lambda: c.update(3)); c.update(b'a'); d = c.copy(); d.update(b'b')
t(c.finalize); t(d.finalize); t(c.finalize); t(lambda: c.update(b'')); t(c.copy)
t(lambda: hashes.Hash(hashes.SHA256)); t(lambda: hashes.Hash(3)); t(lambda: hashes.Hash('sha256')); t(lambda: hashes.Hash())
x = hashes.XOFHash(hashes.SHAKE128(digest_size=100)); x.update(b'abc'); t(lambda: x.squeeze(10)); t(lambda: x.squeeze(10)); t(lambda: x.update(b'')); t(lambda: x.squeeze(90)); t(lambda: x.squeeze(80)); t(lambda: x.squeeze(1)); t(lambda: x.copy().squeeze(1))
t(lambda: hashes.XOFHash(hashes.SHA256()))
x = hashes.XOFHash(hashes.SHAKE256(digest_size=100)); y = x.copy(); y.update(b'q'); t(lambda: y.squeeze(5)); t(lambda: x.squeeze(5)); t(lambda: x.squeeze(-1))

for h in algos:
    def f():
        m = hmac.HMAC(b'k' * 20, h); m.update(b'mess'); m.update(b'age'); return m.finalize()
    t(f)
m = hmac.HMAC(b'key', hashes.SHA256()); m.update(b'x'); n = m.copy(); t(lambda: n.verify(b'short')); t(lambda: n.verify(b''))
tag = m.copy().finalize(); t(lambda: m.copy().verify(tag)); t(lambda: m.copy().verify(bytes(32))); t(lambda: m.copy().verify('x')); t(m.finalize); t(m.finalize); t(lambda: m.update(b'')); t(m.copy); t(lambda: m.verify(tag)); t(lambda: m.algorithm.name)
t(lambda: hmac.HMAC('key', hashes.SHA256())); t(lambda: hmac.HMAC(b'key', 3)); t(lambda: hmac.HMAC(b'key', hashes.SHA256)); t(lambda: hmac.HMAC(b'key')); t(lambda: hmac.HMAC(b'', hashes.SHA256()).finalize()); t(lambda: hmac.HMAC(bytearray(b'key'), hashes.SHA256(), None).finalize())
t(lambda: hmac.HMAC(b'key', hashes.SHA256()).update('x'))

for k in 16, 24, 32:
    def f():
        m = cmac.CMAC(algorithms.AES(bytes(range(k)))); m.update(b'mess'); m.update(b'age' * 30); return m.finalize()
    t(f)
m = cmac.CMAC(algorithms.AES(bytes(16))); n = m.copy(); t(n.finalize); t(n.finalize); t(lambda: n.update(b'')); t(n.copy); t(lambda: n.verify(b''))
tag = m.copy().finalize(); t(lambda: m.copy().verify(tag)); t(lambda: m.copy().verify(bytes(16))); t(lambda: m.verify(b'x')); t(lambda: cmac.CMAC(3)); t(lambda: cmac.CMAC(algorithms.ChaCha20(bytes(32), bytes(16)))); t(lambda: m.update('x'))

key = bytes(range(32))
p = poly1305.Poly1305(key); p.update(b'mess'); p.update(bytearray(b'age')); tag = p.finalize(); print(tag.hex()); t(p.finalize); t(lambda: p.update(b'')); t(lambda: p.verify(tag))
t(lambda: poly1305.Poly1305.generate_tag(key, b'message')); t(lambda: poly1305.Poly1305.verify_tag(key, b'message', tag)); t(lambda: poly1305.Poly1305.verify_tag(key, b'message', bytes(16))); t(lambda: poly1305.Poly1305.verify_tag(key, b'message', b'x'))
t(lambda: poly1305.Poly1305(b'x')); t(lambda: poly1305.Poly1305('x')); t(lambda: poly1305.Poly1305.generate_tag(b'', b'')); t(lambda: poly1305.Poly1305(key).update('x'))
t(lambda: constant_time.bytes_eq(b'a', b'a')); t(lambda: constant_time.bytes_eq(b'a', b'b')); t(lambda: constant_time.bytes_eq(b'a', 'a')); t(lambda: constant_time.bytes_eq(bytearray(b'a'), b'a')); t(lambda: constant_time.bytes_eq(b'a', b'aa'))
