# Key derivation: results, the one use of an object, verification, errors.
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf import KeyDerivationFunction
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id, Argon2i
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash, ConcatKDFHMAC
from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF

def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, str(e)[:200])

H = hashes.SHA256()
secret = b'secret material'
makers = {
    'hkdf': lambda n=42: HKDF(H, n, b'salt', b'info'),
    'hkdf none': lambda n=42: HKDF(algorithm=H, length=n, salt=None, info=None),
    'hkdf sha512': lambda n=100: HKDF(hashes.SHA512(), n, b's', b''),
    'expand': lambda n=42: HKDFExpand(H, n, b'info'),
    'expand none': lambda n=42: HKDFExpand(algorithm=H, length=n, info=None, backend=None),
    'pbkdf2': lambda n=40: PBKDF2HMAC(H, n, b'salt', 100),
    'pbkdf2 sha1': lambda n=20: PBKDF2HMAC(algorithm=hashes.SHA1(), length=n, salt=b'salt', iterations=1),
    'scrypt': lambda n=32: Scrypt(salt=b'salt', length=n, n=16, r=8, p=1),
    'argon2': lambda n=32: Argon2id(salt=b'saltsalt', length=n, iterations=1, lanes=2, memory_cost=64),
    'argon2 ad': lambda n=16: Argon2id(salt=b'saltsalt', length=n, iterations=2, lanes=1, memory_cost=32),
    'argon2i': lambda n=16: Argon2i(salt=b'saltsalt', length=n, iterations=3, lanes=1, memory_cost=32),
    'concat': lambda n=70: ConcatKDFHash(H, n, b'other'),
    'concat none': lambda n=20: ConcatKDFHash(hashes.SHA512(), n, None),
    'concat hmac': lambda n=70: ConcatKDFHMAC(H, n, b'salt', b'other'),
    'concat hmac none': lambda n=70: ConcatKDFHMAC(hashes.SHA512(), n, None, None),
    'x963': lambda n=70: X963KDF(H, n, b'shared'),
    'x963 none': lambda n=33: X963KDF(hashes.SHA512(), n, None),
}
for name, make in makers.items():
    print(name)
    k = make(); t(lambda: k.derive(secret)); t(lambda: k.derive(secret)); t(lambda: k.verify(secret, b''))
    key = make().derive(bytearray(secret))
    t(lambda: make().verify(secret, key)); t(lambda: make().verify(b'x', key)); t(lambda: make().verify(secret, key[1:])); t(lambda: make().verify(secret, 'x'))
    t(lambda: make().derive('x')); t(lambda: make().derive(memoryview(secret))); t(lambda: make().derive(b'')); t(lambda: make().derive(3))
    print(isinstance(k, KeyDerivationFunction))
    def into():
        b = bytearray(len(key)); n = make().derive_into(secret, b); return '%s %s' % (n, b == key)
    t(into); t(lambda: make().derive_into(secret, bytearray(3))); t(lambda: make().derive_into(secret, bytes(len(key))))
    t(lambda: make(0) and 'ok'); t(lambda: make(-1)); t(lambda: make('x')); t(lambda: len(make(1000).derive(secret)))
t(lambda: HKDF(H, 255 * 32, None, None) and 'ok'); t(lambda: HKDF(H, 255 * 32 + 1, None, None)); t(lambda: HKDF(H, 10, 'salt', None)); t(lambda: HKDF(H, 10, None, 'info')); t(lambda: HKDF('x', 10, None, None)); t(lambda: HKDFExpand(H, 255 * 32 + 1, None)); t(lambda: HKDFExpand(3, 1, None))
t(lambda: HKDFExpand(H, 1, 'x')); t(lambda: HKDF.extract(H, b'salt', b'key')); t(lambda: HKDF.extract(H, None, b'key'))
t(lambda: PBKDF2HMAC(H, 1, 'salt', 1)); t(lambda: PBKDF2HMAC(H, 1, b'salt', 0)); t(lambda: PBKDF2HMAC(H, 1, b'salt', -1)); t(lambda: PBKDF2HMAC('x', 1, b'salt', 1)); t(lambda: PBKDF2HMAC(H, 1, b'salt', 'x'))
t(lambda: Scrypt(b'salt', 32, 3, 8, 1)); t(lambda: Scrypt(b'salt', 32, 1, 8, 1)); t(lambda: Scrypt(b'salt', 32, 16, 0, 1)); t(lambda: Scrypt(b'salt', 32, 16, 8, 0)); t(lambda: Scrypt('salt', 32, 16, 8, 1)); t(lambda: Scrypt(b'salt', 32, 2**24, 8, 1).derive(b'x') and 'ok' if 0 else 'skip')
A = dict(salt=b'saltsalt', length=32, iterations=1, lanes=1, memory_cost=32)
for change in dict(salt=b'short'), dict(length=3), dict(iterations=0), dict(lanes=0), dict(memory_cost=7), dict(memory_cost=8), dict(lanes=4, memory_cost=31), dict(lanes=4, memory_cost=32), dict(ad='x'), dict(salt='saltsalt'):
    t(lambda: Argon2id(**{**A, **change}).derive(b'pw'))
t(lambda: ConcatKDFHash(3, 1, None)); t(lambda: ConcatKDFHMAC(3, 1, None, None)); t(lambda: ConcatKDFHash(H, 1, 'x')); t(lambda: ConcatKDFHMAC(H, 1, 'x', None)); t(lambda: X963KDF(3, 1, None)); t(lambda: X963KDF(H, 1, 'x'))
t(lambda: ConcatKDFHMAC(hashes.SHA3_256(), 10, None, b'').derive(b'')); t(lambda: HKDF(hashes.SHA3_256(), 10, None, b'').derive(b'')); t(lambda: HKDF(hashes.BLAKE2s(32), 10, None, b'').derive(b''))
