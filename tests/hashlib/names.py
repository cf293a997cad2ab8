# spellings of names, and the errors of the functions that are not constructors
import hashlib
import io


def attempt(f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(r.hex() if isinstance(r, bytes) else r if isinstance(r, str) else (type(r).__name__, r.name))
    except Exception as e:
        print(type(e).__name__, e)


print(hashlib.__all__)
print(sorted(hashlib.algorithms_guaranteed))
for name in 'sha512_256', 'SHA512-224', 'sha3-384', 'RIPEMD160', 'SHAKE128', 'blake2b', 'blake2b512', 'BLAKE2S256', 'nope', '':
    attempt(hashlib.new, name)
attempt(hashlib.new, 'blake2b', b'a', digest_size=100)
attempt(hashlib.new, 'sha256', usedforsecurity=False)
attempt(hashlib.new, 1)
print(hashlib.new('ripemd160', b'abc').hexdigest(), hashlib.new('sha512_256', b'abc').hexdigest())

attempt(hashlib.file_digest, io.BytesIO(b'abc'), 'blake2b')
attempt(hashlib.file_digest, io.BytesIO(b'abc'), 'shake_128')
attempt(hashlib.file_digest, None, 'sha256')
with open(__file__, 'rb') as f:
    attempt(hashlib.file_digest, f, 'sha1', _bufsize=-1)

for args in (None, b'p', b's', 1), ('sha1', b'p', b's', 1 << 64), ('sha1', b'p', b's', 1 << 31), ('sha1', b'p', b's', 0), \
        ('sha1', b'p', b's', 1, 1 << 64), ('sha1', b'p', b's', 1, 0), ('shake_128', b'p', b's', 1), ('sha512_256', b'p', b's', 3):
    attempt(hashlib.pbkdf2_hmac, *args)

for kw in dict(), dict(salt=None), dict(salt=b's'), dict(salt=b's', n='2'), dict(salt=b's', n=2, r=None), dict(salt=b's', n=3, r=8, p=1), \
        dict(salt=b's', n=2, r=8, p=1 << 30), dict(salt=b's', n=2, r=1 << 31, p=1), dict(salt=b's', n=2, r=0, p=1), \
        dict(salt=b's', n=2, r=8, p=1, maxmem=10), dict(salt=b's', n=2, r=8, p=1, dklen=0), dict(salt=b's', n=1 << 15, r=8, p=1), \
        dict(salt=b's', n=16, r=8, p=2, dklen=24):
    attempt(hashlib.scrypt, b'p', **kw)

for k in hashlib.shake_128(b'abc'), hashlib.shake_256(b'abc'):
    print(k.name, k.digest_size, k.block_size, k.digest(0), k.hexdigest(7), k.copy().digest(length=3).hex())
