# cryptography.hazmat.primitives.ciphers.aead: results and errors.
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESCCM, AESGCM, AESGCMSIV, AESOCB3, AESSIV, ChaCha20Poly1305

def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, e)

key, nonce, aad, data = bytes(range(64)), bytes(range(50, 62)), b'header', b'attack at dawn, with biscuits'
for cls, size in (AESGCM, 16), (AESGCM, 24), (AESGCM, 32), (AESCCM, 16), (AESCCM, 32), (AESGCMSIV, 16), (AESGCMSIV, 32), (AESOCB3, 16), (AESOCB3, 24), (AESOCB3, 32), (ChaCha20Poly1305, 32):
    c = cls(key[:size])
    print(cls.__name__, size)
    for a in aad, b'', None:
        box = c.encrypt(nonce, data, a)
        print(box.hex(), c.decrypt(nonce, box, a) == data)
    t(lambda: c.encrypt(nonce, b'', aad)); t(lambda: c.encrypt(nonce, b'', None))
    t(lambda: c.encrypt(bytearray(nonce), memoryview(data), bytearray(aad)))
    box = bytearray(c.encrypt(nonce, data, aad))
    t(lambda: c.decrypt(nonce, box, b'x')); t(lambda: c.decrypt(nonce, box[:5], aad)); t(lambda: c.decrypt(nonce, b'', aad))
    for i in 0, len(data), len(box) - 1:
        box[i] ^= 1
        t(lambda: c.decrypt(nonce, box, aad))
        box[i] ^= 1
    t(lambda: c.decrypt(b'x' * 12, box, aad))
    buf = bytearray(len(box))
    t(lambda: c.encrypt_into(nonce, data, aad, buf)); print(buf == box)
    out = bytearray(len(data)); t(lambda: c.decrypt_into(nonce, box, aad, out)); print(out == data)
    t(lambda: c.encrypt_into(nonce, data, aad, bytearray(3))); t(lambda: c.decrypt_into(nonce, box, aad, bytearray(3)))
    t(lambda: c.encrypt_into(nonce, data, aad, bytes(len(box))))
    for n in 0, 1, 6, 7, 8, 11, 13, 14, 15, 16, 64, 128, 129:
        t(lambda: c.encrypt(bytes(n), data, aad))
    t(lambda: c.encrypt('x' * 12, data, aad)); t(lambda: c.encrypt(nonce, 'x', aad)); t(lambda: c.encrypt(nonce, data, 'x')); t(lambda: c.encrypt(nonce, data))
    t(lambda: c.encrypt(nonce, None, None))
for cls in AESGCM, AESCCM, AESGCMSIV, AESOCB3, ChaCha20Poly1305, AESSIV:
    for k in b'', b'x', bytes(15), bytes(31), bytes(33), bytes(40), 'x' * 16, 3:
        t(lambda: cls(k) and 'ok')
    for bits in 0, 128, 192, 256, 384, 512, 100:
        if cls is not ChaCha20Poly1305:
            t(lambda: len(cls.generate_key(bits)))
    t(lambda: cls())
t(lambda: len(ChaCha20Poly1305.generate_key())); t(lambda: AESGCM.generate_key(bit_length=128) == AESGCM.generate_key(128))
for n in 0, 3, 4, 5, 6, 8, 10, 12, 14, 16, 18, None, 'x':
    t(lambda: AESCCM(key[:16], n).encrypt(nonce, data, aad)); t(lambda: AESCCM(key[:16], tag_length=n).decrypt(nonce, AESCCM(key[:16], tag_length=n).encrypt(nonce, data, None), None))
for n in range(7, 14):
    t(lambda: AESCCM(key[:16]).encrypt(key[:n], data, aad))
for size in 32, 48, 64:
    c = AESSIV(key[:size])
    for a in [aad], [aad, nonce], [], None, [b''], [b'', b'x' * 40]:
        box = c.encrypt(data, a)
        print(box.hex(), c.decrypt(box, a) == data)
    for n in 0, 1, 15, 16, 17, 32, 33:
        t(lambda: c.encrypt(key[:n], [aad])); t(lambda: c.decrypt(c.encrypt(key[:n], [aad]), [aad]))
    t(lambda: c.decrypt(box, [aad])); t(lambda: c.decrypt(b'', None)); t(lambda: c.decrypt(b'x' * 15, None)); t(lambda: c.encrypt(data, [3])); t(lambda: c.encrypt(data, aad)); t(lambda: c.encrypt(data, ['x'])); t(lambda: c.encrypt(data, 3))
    t(lambda: c.encrypt(data, [aad] * 126)); t(lambda: c.encrypt(data, [aad] * 127)); t(lambda: c.encrypt(data, (aad,)))
    buf = bytearray(45); t(lambda: c.encrypt_into(data, [aad], buf)); print(buf.hex()); t(lambda: c.decrypt_into(buf, [aad], bytearray(29))); t(lambda: c.encrypt_into(data, [aad], bytearray(3)))
print(str(bytes(8)) in repr(AESGCM(bytes(16))))
try:
    AESGCM(key[:16]).decrypt(nonce, bytes(20), None)
except InvalidTag as e:
    print(repr(e), e.args, InvalidTag.__mro__)
