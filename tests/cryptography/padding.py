# padding: PKCS7 and ANSI X.923, in pieces, and what is wrong with bad ones.
from cryptography.hazmat.primitives import padding

def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

for cls in padding.PKCS7, padding.ANSIX923:
    for bits in 8, 64, 128, 2040:
        for n in 0, 1, 7, 8, 9, 15, 16, 17, 40:
            p = cls(bits).padder(); data = bytes(range(n))
            out = p.update(data[:5]) + p.update(data[5:]) + p.finalize()
            u = cls(bits).unpadder()
            parts = [u.update(out[:3]), u.update(out[3:]), u.finalize()]
            if len(out) < 64: print(bits, n, out.hex(), parts)
            print(b''.join(parts) == data)
    for bits in 0, 7, 2041, 2048, -8, 12: t(lambda: cls(bits) and 'ok')
    for bad in b'', b'x', b'x' * 15, b'x' * 16, b'x' * 15 + b'\0', b'x' * 15 + b'\x11', b'x' * 14 + b'\x01\x02', b'x' * 14 + b'\0\x02', b'x' * 14 + b'\x02\x02', b'\x10' * 16, bytes(15) + b'\x10', b'x' * 17, b'x' * 32:
        def f():
            u = cls(128).unpadder(); return u.update(bad) + u.finalize()
        t(f)
    p = cls(128).padder(); t(lambda: p.update('x')); t(lambda: p.update(3)); t(lambda: p.update(b"abc")); t(p.finalize); t(p.finalize); t(lambda: p.update(b''))
    p = cls(128).unpadder(); t(lambda: p.update('x')); t(lambda: p.update(memoryview(b'abc' * 9))); t(p.finalize); t(p.finalize); t(lambda: p.update(b''))
    print(isinstance(p, padding.PaddingContext))
