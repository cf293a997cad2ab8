# AES key wrap: results, tampering, sizes.
from cryptography.hazmat.primitives.keywrap import aes_key_wrap, aes_key_unwrap, aes_key_wrap_with_padding, aes_key_unwrap_with_padding, InvalidUnwrap

def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, e)

kek = bytes(range(32))
for k in 16, 24, 32:
    for n in 0, 1, 7, 8, 9, 15, 16, 17, 23, 24, 32, 40, 64:
        key = bytes(range(100, 100 + n))
        t(lambda: aes_key_wrap(kek[:k], key)); t(lambda: aes_key_unwrap(kek[:k], aes_key_wrap(kek[:k], key)) == key)
        if n:
            t(lambda: aes_key_wrap_with_padding(kek[:k], key)); t(lambda: aes_key_unwrap_with_padding(kek[:k], aes_key_wrap_with_padding(kek[:k], key)) == key)
for f in aes_key_wrap, aes_key_unwrap, aes_key_wrap_with_padding, aes_key_unwrap_with_padding:
    t(lambda: f(b'x', bytes(24))); t(lambda: f(kek[:20], bytes(24)))
for n in 0, 8, 15, 16, 17, 23, 24, 25, 32:
    t(lambda: aes_key_unwrap(kek, bytes(n)))
for n in 0, 8, 15, 16, 24, 32:
    t(lambda: aes_key_unwrap_with_padding(kek, bytes(n)))
w = bytearray(aes_key_wrap(kek, bytes(16))); w[3] ^= 1; t(lambda: aes_key_unwrap(kek, bytes(w)))
w = bytearray(aes_key_wrap_with_padding(kek, b'hi')); w[3] ^= 1; t(lambda: aes_key_unwrap_with_padding(kek, bytes(w)))
