# EAX and Ascon of cryptolib: the first vectors of the submissions, round trips, what is refused; checked here.
# CPython, which has none of it, prints the same.
import sys

CHECKS = 42  # how many there must be
try:
    from cryptolib import aes, ascon, ASCON_128, ASCON_128A, ASCON_80PQ, MODE_EAX
except ImportError:
    if sys.implementation.name != 'cpython':
        raise
    print(CHECKS, 'checks')
    raise SystemExit
done = 0
unhex = bytes.fromhex


def check(ok, what=None):
    global done
    done += 1
    assert ok, what


def fails(kind, text, f):
    try:
        f()
    except Exception as e:
        return check(type(e) is kind and str(e) == text, repr(e))
    check(False, text)


count = bytes(range(32))
nonce = count[:16]
# "LWC_AEAD_KAT" of the submission to NIST, count 1: nothing encrypted
for variant, size, tag in (ASCON_128, 16, 'e355159f292911f794cb1432a0103a8a'), (ASCON_128A, 16, '7a834e6f09210957067b10fd831f0078'), \
        (ASCON_80PQ, 20, 'abb688efa0b9d56b33277a2c97d2146b'):
    key = count[:size]
    check(ascon(key, variant, nonce).encrypt(b'') == unhex(tag), variant)
    for n in 0, 1, 7, 8, 15, 16, 17, 1000:
        data = bytes(i & 255 for i in range(n))
        box = ascon(key, variant, nonce).encrypt(data, None, b'header')
        buf = bytearray(data + bytes(16))
        ascon(key, variant, nonce).encrypt(memoryview(buf)[:n], buf, b'header')
        check(len(box) == n + 16 and buf == box and ascon(key, variant, nonce).decrypt(box, None, b'header') == data, n)
    bad = bytearray(box)
    bad[-1] ^= 1
    fails(ValueError, 'tag', lambda: ascon(key, variant, nonce).decrypt(bad, None, b'header'))
fails(ValueError, 'key', lambda: ascon(count, ASCON_128, nonce))
fails(ValueError, 'IV', lambda: ascon(nonce, ASCON_128, nonce[1:]))
fails(ValueError, 'mode', lambda: ascon(nonce, 3, nonce))
fails(TypeError, 'object with buffer protocol required', lambda: ascon(3, ASCON_128A, nonce))
fails(TypeError, "'str' object cannot be interpreted as an integer", lambda: ascon(nonce, '128', nonce))
once = ascon(nonce, ASCON_128A, nonce)
once.encrypt(b'x')
fails(ValueError, 'nonce used', lambda: once.encrypt(b'x'))

# The first vector of the paper on EAX
eax = lambda: aes(unhex('233952dee4d5ed5f9b9c6d6ff80ff478'), MODE_EAX, unhex('62ec67f9c3a4a407fcb2a8c49031a8b3'))
check(eax().encrypt(b'', None, unhex('6bfb914fd07eae6b')) == unhex('e037830e8389f27b025a2d6527e79d01'))
box = eax().encrypt(b'21.5 degrees', None, b'sensor')
check(eax().decrypt(box, None, b'sensor') == b'21.5 degrees')
fails(ValueError, 'tag', lambda: eax().decrypt(box))
fails(ValueError, 'tag', lambda: eax().decrypt(box[:15]))
fails(ValueError, 'IV', lambda: aes(nonce, MODE_EAX, b''))
fails(ValueError, 'IV', lambda: aes(nonce, MODE_EAX))
assert done == CHECKS, done
print(CHECKS, 'checks')
