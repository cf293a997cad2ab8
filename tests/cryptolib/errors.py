# MicroPython: sizes, directions and buffers of the modes ECB and CBC
import cryptolib


def attempt(f):
    try:
        r = f()
        print(bytes(r) if isinstance(r, (bytes, bytearray)) else type(r).__name__)
    except Exception as e:
        print(type(e).__name__, e)


def aes(*args):
    attempt(lambda: cryptolib.aes(*args))


key, iv = b'k' * 16, bytes(range(16))
for n in 0, 1, 15, 17, 31, 33, 64:
    aes(b'k' * n, 1)
for n in 16, 32:
    aes(b'k' * n, 1)
    aes(bytearray(n), 1)
for mode in -1, 0, 3, 4, 5, 99:
    aes(key, mode)
aes(key, 2)
aes(key, 2, b'')
aes(key, 2, b'short')
aes(key, 2, bytes(17))
aes(key, 1, None)
aes(key, 2, None)
aes(None, 1)
aes(1, 1)
aes(key, 2, 5)
aes('k' * 16, 1)

for mode in 1, 2:
    c = cryptolib.aes(key, mode, iv)
    attempt(lambda: c.encrypt(b'x'))
    attempt(lambda: c.encrypt(b'x' * 17))
    attempt(lambda: c.encrypt(b''))
    attempt(lambda: c.encrypt(b'x' * 32, bytearray(31)))
    attempt(lambda: c.encrypt(b'x' * 32, b'y' * 32))
    attempt(lambda: c.encrypt(5))
    attempt(lambda: c.encrypt(None))
    attempt(lambda: c.encrypt(b'x' * 32))
    attempt(lambda: c.decrypt(b'x' * 32))
    attempt(lambda: c.encrypt(b'x' * 16))
    out = bytearray(b'.' * 40)
    attempt(lambda: c.encrypt(b'x' * 32, out))
    print(bytes(out).hex())
    attempt(lambda: c.encrypt('s' * 16))
    d = cryptolib.aes(key, mode, iv)
    e = cryptolib.aes(key, mode, iv)
    buf = bytearray(b'in place, thirty-two bytes, yes!')
    e.encrypt(buf, buf)
    print(bytes(buf).hex())
    d.decrypt(buf, memoryview(buf))
    print(bytes(buf).hex())
    attempt(lambda: d.encrypt(buf))
