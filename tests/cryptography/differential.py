# Ciphers and codes on random keys, data in random pieces, buffers of all kinds; one
# digest per algorithm. The .exp was written by CPython 3.11 with pyca/cryptography 38.
import hashlib
from array import array
from cryptography.hazmat.primitives import cmac, hashes, keywrap, padding, poly1305
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESCCM, AESGCM, AESOCB3, AESSIV, ChaCha20Poly1305
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash, ConcatKDFHMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF


class Rng:
    def __init__(self, seed):
        self.x = seed

    def below(self, n):
        self.x = (self.x * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        return (self.x >> 33) % n


rng = Rng(2026)
pool = bytes(rng.below(256) for _ in range(1 << 13))
cases = 0


def some(n):
    start = rng.below(len(pool) - n)
    return pool[start:start + n]


def kind(data):
    return (bytes, bytearray, memoryview, lambda b: array('B', b))[rng.below(4)](data)


def cut(data):
    while data:
        k = 1 + rng.below(min(len(data), (4, 40, 1000)[rng.below(3)]))
        yield kind(data[:k])
        data = data[k:]


def run(op, data, into):
    out = bytearray()
    for piece in cut(data):
        if into:
            buf = bytearray(len(piece) + 15)
            out += buf[:op.update_into(piece, buf)]
        else:
            out += op.update(piece)
    return bytes(out + op.finalize())


KEYS = 16, 24, 32
MODES = {
    'CBC': lambda: modes.CBC(some(16)), 'CTR': lambda: modes.CTR(some(16)), 'OFB': lambda: modes.OFB(some(16)),
    'CFB': lambda: modes.CFB(some(16)), 'CFB8': lambda: modes.CFB8(some(16)), 'ECB': modes.ECB,
    # The counter wraps around at the end of its 128 bits.
    'CTR wrap': lambda: modes.CTR(b'\xff' * 15 + bytes([256 - rng.below(4) - 1])),
}
for name, mode in MODES.items():
    total = hashlib.sha256()
    for i in range(120):
        key, m = some(KEYS[rng.below(3)]), mode()
        n = rng.below(700)
        data = some(n // 16 * 16 if name in ('CBC', 'ECB') else n)
        c = Cipher(algorithms.AES(kind(key)), m)
        out = run(c.encryptor(), data, rng.below(2))
        if run(c.decryptor(), out, rng.below(2)) != data:
            print('back', name, i)
        total.update(out)
        cases += 1
    print('AES', name, total.hexdigest())

total = hashlib.sha256()
for i in range(60):
    c = Cipher(algorithms.ChaCha20(some(32), some(16)), None)
    total.update(run(c.encryptor(), some(rng.below(600)), rng.below(2)))
    c = Cipher(algorithms.TripleDES(some(24)), (modes.CBC, modes.OFB, modes.CFB)[i % 3](some(8)))
    total.update(run(c.encryptor(), some(rng.below(60) * 8), False))
    n = (32, 64)[rng.below(2)]
    c = Cipher(algorithms.AES(some(n)), modes.XTS(some(16)))
    data = some(16 + rng.below(200))
    out = c.encryptor().update(data)
    total.update(out)
    cases += 3
print('others', total.hexdigest())

total = hashlib.sha256()
for i in range(150):
    c = Cipher(algorithms.AES(some(KEYS[rng.below(3)])), modes.GCM(some(8 + rng.below(121))))
    e = c.encryptor()
    for piece in cut(some(rng.below(100))):
        e.authenticate_additional_data(piece)
    total.update(run(e, some(rng.below(600)), rng.below(2)) + e.tag)
    cases += 1
print('GCM in pieces', total.hexdigest())

for cls, make, nonces in [
    (AESGCM, lambda: AESGCM(some(KEYS[rng.below(3)])), (8, 128)), (ChaCha20Poly1305, lambda: ChaCha20Poly1305(some(32)), (12, 12)),
    (AESCCM, lambda: AESCCM(some(KEYS[rng.below(3)]), 4 + 2 * rng.below(7)), (7, 13)), (AESOCB3, lambda: AESOCB3(some(KEYS[rng.below(3)])), (12, 15)),
]:
    total = hashlib.sha256()
    for i in range(150):
        c, nonce, data = make(), some(nonces[0] + rng.below(nonces[1] - nonces[0] + 1)), some(rng.below(500))
        ad = some(rng.below(100)) if rng.below(4) else None
        out = c.encrypt(kind(nonce), data, ad)
        if c.decrypt(nonce, out, ad) != data:
            print('back', cls.__name__, i)
        total.update(out)
        cases += 1
    print(cls.__name__, total.hexdigest())

total = hashlib.sha256()
for i in range(100):
    c, data, ads = AESSIV(some((32, 48, 64)[rng.below(3)])), some(1 + rng.below(300)), [some(1 + rng.below(40)) for _ in range(rng.below(5))]
    out = c.encrypt(data, ads)
    if c.decrypt(out, ads) != data:
        print('back', 'AESSIV', i)
    total.update(out)
    cases += 1
print('AESSIV', total.hexdigest())

HASHES = [hashes.SHA1(), hashes.SHA256(), hashes.SHA512(), hashes.SHA3_256(), hashes.SHA384(), hashes.SHA512_256(), hashes.MD5()]
total = hashlib.sha256()
for i in range(150):
    alg = HASHES[rng.below(len(HASHES))]
    data, key = some(rng.below(900)), some(rng.below(200))
    key16 = some(KEYS[rng.below(3)])
    for h in hashes.Hash(alg), HMAC(key, alg), cmac.CMAC(algorithms.AES(key16)), poly1305.Poly1305(some(32)):
        for piece in cut(data):
            h.update(bytes(piece) if isinstance(h, cmac.CMAC) else piece)
        total.update(h.finalize())
        cases += 1
print('hashes and codes', total.hexdigest())

total = hashlib.sha256()
for i in range(120):
    alg = HASHES[rng.below(len(HASHES) - 1)]
    n, secret, salt, info = 1 + rng.below(200), some(1 + rng.below(80)), some(rng.below(80)), some(rng.below(50))
    for kdf in (HKDF(alg, n, salt or None, info), HKDFExpand(alg, n, info or None), X963KDF(alg, n, info or None),
                ConcatKDFHash(alg, n, info or None), ConcatKDFHMAC(HASHES[1], n, salt or None, info)):
        total.update(kdf.derive(secret))
        cases += 1
    key, data = some(KEYS[rng.below(3)]), some(8 * (2 + rng.below(10)))
    total.update(keywrap.aes_key_wrap(key, data))
    total.update(keywrap.aes_key_wrap_with_padding(key, data[:1 + rng.below(len(data))]))
    for pad in padding.PKCS7(8 * (1 + rng.below(31))), padding.ANSIX923(128):
        p = pad.padder()
        out = b''.join(p.update(piece) for piece in cut(data)) + p.finalize()
        u = pad.unpadder()
        if b''.join(u.update(piece) for piece in cut(out)) + u.finalize() != data:
            print('back', 'padding', i)
        total.update(out)
    cases += 4
print('derivation, wrap, padding', total.hexdigest())
print(cases)
