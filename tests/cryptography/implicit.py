# RSA with PKCS #1 v1.5: what has no right padding decrypts to something made up. Written by pyca/cryptography 48 (OpenSSL 3.5).
from cryptography.hazmat.primitives.asymmetric import padding, rsa


def t(f):
    try:
        r = f()
        print(len(r), r.hex())
    except Exception as e:
        print(type(e).__name__, e)


# Keys of 2048 and 1032 bits; in the second the modulus does not fill its last byte.
PRIMES = (
    (0xfa73a78edc48ced88de3a6366a271722ffc945feb1690904745471286ca2f9237c1dab0cea5cd5d607d76f82e81022eba24e28f291d80835939462f5ead07c3676de5182041e24116aacfaf519a5c87498e5222c63257d1ab1deb96147144e5afc8bc7ced13afa929215aff525b90b54d1115701486d403b200625ef00d817d3,
     0xf4dad98590d7ab3a63f6db7435da1caf346cc722d4dd9222198b084972feffea498ea4affb0864f2fe0e1aa7ea7bc4e05ae4bc48ebc67bac918fa6208107769b092d91724c54fa4ed2664c3b2c2853c18fee3c8cf0b90b3dbbc5bc2e9bda42a83db1406c4e72a7f4a94c13994a1cafa2b311cdfdc58915646ade5178ab969ad9),
    (2**521 - 1, 0xf4dad98590d7ab3a63f6db7435da1caf346cc722d4dd9222198b084972feffea498ea4affb0864f2fe0e1aa7ea7bc4e05ae4bc48ebc67bac918fa6208107769),
)
PAD = padding.PKCS1v15()
for p, q in PRIMES:
    if q.bit_length() < 600:  # the next prime
        q |= 1
        while pow(2, q - 1, q) != 1:
            q += 2
        while (q - 1) % 65537 == 0 or pow(3, q - 1, q) != 1:
            q += 2
    n, e = p * q, 65537
    d = pow(e, -1, (p - 1) * (q - 1))
    k = rsa.RSAPrivateNumbers(p, q, d, rsa.rsa_crt_dmp1(d, p), rsa.rsa_crt_dmq1(d, q), rsa.rsa_crt_iqmp(p, q), rsa.RSAPublicNumbers(e, n)).private_key()
    size = (n.bit_length() + 7) // 8
    print(n.bit_length(), size)

    def box(block):
        return pow(int.from_bytes(block, 'big'), e, n).to_bytes(size, 'big')

    def block(start, data, fill=0x5a):
        return start + bytes([fill]) * (size - len(start) - len(data)) + data

    # Right ones: empty, short, the longest.
    t(lambda: k.decrypt(box(block(b'\0\2', b'\0')), PAD)); t(lambda: k.decrypt(box(block(b'\0\2', b'\0hello')), PAD))
    t(lambda: k.decrypt(box(block(b'\0\2', b'\0' + b'x' * (size - 11))), PAD)); t(lambda: k.decrypt(box(block(b'\0\2', b'\0a\0b')), PAD))
    # Wrong ones: no separator, too early, other kinds of block, another first byte, zeros.
    for bad in (block(b'\0\2', b''), block(b'\0\2', b'\0' + b'x' * (size - 10)), block(b'\0\2\0', b''), block(b'\0\1', b'\0x', 0xff), block(b'\0\2\1\1\1\1\1\1\1\0', b'y'),
                block(b'\0\0', b'\0x'), block(b'\1\2', b'\0x') if n.bit_length() % 8 == 0 else block(b'\0\3', b'\0x'), block(b'\0\2\0\0\0\0\0\0\0\0\0', b'z')):
        t(lambda: k.decrypt(box(bad), PAD))
    for i in 0, 1, 2, 3, 1000, 2**64 + 13:
        t(lambda: k.decrypt(i.to_bytes(size, 'big'), PAD))
    print(k.decrypt(box(block(b'\0\3', b'\0x')), PAD) == k.decrypt(box(block(b'\0\3', b'\0x')), PAD))
    for wrong in n, n + 1, 2**(8 * size) - 1:
        try:
            k.decrypt(wrong.to_bytes(size, 'big'), PAD)
            print('decrypted')
        except ValueError as error:
            print('ValueError')
    t(lambda: k.decrypt(b'', PAD)); t(lambda: k.decrypt(bytes(size - 1), PAD)); t(lambda: k.decrypt(bytes(size + 1), PAD))
    for length in 0, 1, 16, size - 11:
        print(k.decrypt(k.public_key().encrypt(bytes(range(length)), PAD), PAD) == bytes(range(length)))
