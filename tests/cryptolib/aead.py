# The authenticated modes, against CPython's cryptography package where it is there.
import cryptolib
from cryptolib import aes, chacha20_poly1305, MODE_GCM, MODE_CCM
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
key, nonce, aad, data = bytes(range(32)), bytes(range(12)), b'header', b'attack at dawn, with biscuits'
for size in 16, 24, 32:
    for mode in MODE_GCM, MODE_CCM:
        box = aes(key[:size], mode, nonce).encrypt(data, None, aad)
        print(size, mode, box.hex(), aes(key[:size], mode, nonce).decrypt(box, None, aad) == data)
box = chacha20_poly1305(key, nonce).encrypt(data)
print(box.hex(), chacha20_poly1305(key, nonce).decrypt(box))
print(chacha20_poly1305(key, nonce * 2).encrypt(data, None, aad).hex())
# in place
buf = bytearray(data + bytes(16))
aes(key, MODE_GCM, nonce).encrypt(memoryview(buf)[:len(data)], buf)
print(buf.hex()); aes(key, MODE_GCM, nonce).decrypt(buf, buf); print(bytes(buf[:len(data)]))
c = aes(key, MODE_GCM, nonce); c.encrypt(b'x'); t(lambda: c.encrypt(b'x'))
bad = bytearray(box); bad[0] ^= 1
t(lambda: chacha20_poly1305(key, nonce).decrypt(bad)); t(lambda: chacha20_poly1305(key, nonce).decrypt(box, None, b'x'))
t(lambda: chacha20_poly1305(key, nonce).decrypt(b'')); t(lambda: chacha20_poly1305(key[1:], nonce)); t(lambda: chacha20_poly1305(key, b''))
t(lambda: aes(key, MODE_GCM, b'')); t(lambda: aes(key, MODE_GCM)); t(lambda: aes(key, MODE_CCM, bytes(14))); t(lambda: aes(key, MODE_CCM, bytes(6)))
t(lambda: aes(key, MODE_GCM, nonce).encrypt(data, bytearray(3))); t(lambda: aes(key, MODE_GCM, nonce).encrypt(data, bytes(99)))
t(lambda: aes(key, MODE_GCM, nonce).encrypt(3)); t(lambda: aes(b'', MODE_GCM, nonce)); t(lambda: aes(key, 7, nonce))
t(lambda: aes(key, MODE_GCM, nonce).encrypt(b'').hex())
