# Short arguments of all kinds, and what is nearly right.
import binascii as ba


class B(bytes):
    pass


class S(str):
    pass


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw), end=' ')
    except Exception as e:
        print(type(e).__name__, e, end=' ')


data = [b'', b'a', b'\x00\xff', bytes(range(20)), bytes(range(200, 256)) * 5]
for d in data:
    for x in d, bytearray(d), memoryview(d), B(d):
        h = ba.hexlify(x)
        t = ba.b2a_base64(x)
        assert h == bytes(x).hex().encode() and type(h) is type(t) is bytes
        for f, back in (ba.unhexlify, h), (ba.a2b_hex, h), (ba.a2b_base64, t), (ba.a2b_base64, t[:-1]):
            for y in back, bytearray(back), memoryview(back), back.decode(), S(back.decode()), B(back):
                assert f(y) == d and type(f(y)) is bytes, (f, y)
        assert bytes.fromhex(h.decode()) == bytearray.fromhex(h.decode()) == B.fromhex(h.decode()) == d
    print(len(h), t[-8:], d[:9].hex(), d[:9].hex('-'), d[:9].hex('-', 2), d[:9].hex('-', -2), bytearray(d[:9]).hex(':'), d.hex(sep='.')[-9:])
for x in '', 'a', 'aG', 'Ga', '0A1b', '00 11', '\xe9\xe9', b'\xff\xff', 5, None, [1], 'ÿ0':
    for f in ba.unhexlify, ba.hexlify, ba.b2a_base64, ba.a2b_base64:
        attempt(f, x)
    attempt(bytes.fromhex, x)
    print()
for x in ('QQ==', 'QR==', 'QQ=', 'QQ', 'Q', 'QUI=', 'QUI', 'QUJD', 'QUJD\n', 'QUJD\n\n', '\nQUJD', 'QU\nJD', 'QQ==QQ==', 'QUI=QQ==', '====', '=QQQ', 'Q===', 'QQ=Q',
          'QQ!!', '!QQ==', 'QUJDQ!==', 'QUJD====', 'QUJDQQ==\n', 'Q-_Q', 'Q+/Q', 'QQ=\n', 'Q\nQ=', 'QQ\n=', 'A===', 'AB==CD', '\n', '\n\n\n\n', ' ' * 8, 'é' * 4):
    attempt(ba.a2b_base64, x)
    attempt(ba.a2b_base64, x, strict_mode=True)
    print()
attempt(ba.hexlify)
attempt(ba.hexlify, b'abc', ':')
attempt(ba.hexlify, b'abc', sep=b'-', bytes_per_sep=2)
attempt(ba.hexlify, data=b'abc')
attempt(ba.unhexlify, '61', '62')
attempt(ba.b2a_base64, b'abc', newline=False)
attempt(ba.b2a_base64, b'abc', False)
print()
for sep in '', 'ab', 'é', 5, b'-', b'', '\n', 'ÿ', None:
    attempt(b'abc'.hex, sep)
    attempt(b''.hex, sep)
    attempt(b'abc'.hex, sep, 2)
    print()
attempt(bytes.fromhex, ' 61 62\t63\n')
attempt(bytes.fromhex, '6 1')
attempt(bytes.fromhex, '61' * 400 + ' ')
attempt(bytearray.fromhex, '61 ' * 3)
print()
