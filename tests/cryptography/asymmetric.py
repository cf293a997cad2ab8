# Keys of all kinds: signatures, exchange, encryption, numbers. Written by pyca/cryptography 38.
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils, x25519
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat


def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, *e.args[:1])


def kind(f):
    'Only the class, where texts differ between versions.'
    try:
        f()
        print('ok')
    except Exception as e:
        print(type(e).__name__)


H = hashes.SHA256()

# RFC 8032, section 7.1; RFC 7748, section 6.1.
for secret, public, message, signature in (
        ('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
         'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'),
        ('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb', '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
         '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'),
        ('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7', 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82',
         '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a')):
    k = ed25519.Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))
    pub = k.public_key()
    message = bytes.fromhex(message)
    print(pub.public_bytes(Encoding.Raw, PublicFormat.Raw).hex() == public, k.sign(message).hex() == signature)
    t(lambda: pub.verify(bytes.fromhex(signature), message)); t(lambda: pub.verify(bytes.fromhex(signature), message + b'x'))
    t(lambda: pub.verify(b'', message)); kind(lambda: pub.verify(signature, message))
    print(pub == ed25519.Ed25519PublicKey.from_public_bytes(bytes(32)), pub == 3, pub != 3)
a = x25519.X25519PrivateKey.from_private_bytes(bytes(range(32)))
b = x25519.X25519PrivateKey.from_private_bytes(bytes.fromhex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'))
t(lambda: a.exchange(b.public_key())); print(a.exchange(b.public_key()) == b.exchange(a.public_key())); t(lambda: b.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
for point in '00' * 32, '01' + '00' * 31, 'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800', 'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f':
    t(lambda: b.exchange(x25519.X25519PublicKey.from_public_bytes(bytes.fromhex(point))))
for cls, name in (ed25519.Ed25519PrivateKey, 'from_private_bytes'), (ed25519.Ed25519PublicKey, 'from_public_bytes'), (x25519.X25519PrivateKey, 'from_private_bytes'), (x25519.X25519PublicKey, 'from_public_bytes'):
    for data in b'', bytes(31), bytes(33), 'x' * 32, None:
        kind(lambda: getattr(cls, name)(data))
    kind(lambda: cls())

# Elliptic curves.
for cls, secret in (ec.SECP224R1, 0x1234567890abcdef), (ec.SECP256R1, 2**255 + 12345), (ec.SECP384R1, 2**383 + 99), (ec.SECP521R1, 2**520 + 7):
    k = ec.derive_private_key(secret, cls())
    pub, n = k.public_key(), k.private_numbers()
    print(k.curve.name, k.key_size, pub.curve.name, pub.key_size, n.private_value == secret, repr(n.public_numbers).rstrip(')>'))
    for form in PublicFormat.CompressedPoint, PublicFormat.UncompressedPoint:
        data = pub.public_bytes(Encoding.X962, form)
        t(lambda: data)
        print(ec.EllipticCurvePublicKey.from_encoded_point(cls(), data).public_numbers() == pub.public_numbers())
        kind(lambda: ec.EllipticCurvePublicKey.from_encoded_point(cls(), data[:-1])); kind(lambda: ec.EllipticCurvePublicKey.from_encoded_point(cls(), data + b'x'))
        kind(lambda: ec.EllipticCurvePublicKey.from_encoded_point(cls(), data[:5] + b'\xff' * (len(data) - 5)))
    other = ec.derive_private_key(77777, cls())
    t(lambda: k.exchange(ec.ECDH(), other.public_key())); print(k.exchange(ec.ECDH(), other.public_key()) == other.exchange(ec.ECDH(), pub))
    for algorithm in H, hashes.SHA512(), hashes.SHA1(), hashes.SHA3_256(), utils.Prehashed(H), hashes.BLAKE2s(32):
        data = bytes(32) if isinstance(algorithm, utils.Prehashed) else b'message'
        signature = k.sign(data, ec.ECDSA(algorithm))
        t(lambda: pub.verify(signature, data, ec.ECDSA(algorithm))); t(lambda: pub.verify(signature[:-1] + bytes([signature[-1] ^ 1]), data, ec.ECDSA(algorithm))); t(lambda: other.public_key().verify(signature, data, ec.ECDSA(algorithm)))
        r, s = utils.decode_dss_signature(signature)
        print(utils.encode_dss_signature(r, s) == signature)
    t(lambda: pub.verify(utils.encode_dss_signature(0, 1), b'', ec.ECDSA(H))); t(lambda: pub.verify(b'', b'', ec.ECDSA(H)))
    print(n.private_key().private_numbers() == n, n.public_numbers.public_key().public_numbers() == n.public_numbers, n == 3)
    kind(lambda: ec.EllipticCurvePrivateNumbers(secret + 1, n.public_numbers).private_key())
    kind(lambda: ec.EllipticCurvePublicNumbers(n.public_numbers.x, n.public_numbers.y + 1, cls()).public_key())
    kind(lambda: ec.EllipticCurvePublicNumbers(-1, 2, cls()).public_key()); kind(lambda: ec.EllipticCurvePublicNumbers(2**600, 2, cls()).public_key())
p256 = ec.derive_private_key(5, ec.SECP256R1())
kind(lambda: p256.exchange(ec.ECDH(), other.public_key())); kind(lambda: p256.exchange('x', p256.public_key())); kind(lambda: p256.sign(b'', 'x')); kind(lambda: p256.sign(b'', ec.ECDSA('x')))
t(lambda: p256.sign(b'short', ec.ECDSA(utils.Prehashed(H)))); t(lambda: utils.Prehashed('x'))
kind(lambda: ec.derive_private_key(0, ec.SECP256R1())); kind(lambda: ec.derive_private_key(-5, ec.SECP256R1())); kind(lambda: ec.derive_private_key('x', ec.SECP256R1())); 
t(lambda: ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b'')); t(lambda: ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), b'\x05123')); t(lambda: ec.EllipticCurvePublicKey.from_encoded_point('x', b'\x04')); t(lambda: ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), 'x'))
t(lambda: ec.EllipticCurvePublicNumbers('x', 1, ec.SECP256R1())); t(lambda: ec.EllipticCurvePublicNumbers(1, 1, 'x')); t(lambda: ec.EllipticCurvePrivateNumbers('x', 1)); t(lambda: ec.EllipticCurvePrivateNumbers(1, 1))
for data in b'', b'\x30\x00', b'\x30\x06\x02\x01\x01\x02\x01\x01', b'\x30\x06\x02\x01\x81\x02\x01\x01', b'\x30\x06\x02\x01\x01\x02\x01\x01\x00', b'\x30\x80':
    kind(lambda: utils.decode_dss_signature(data))
kind(lambda: utils.encode_dss_signature('x', 1)); t(lambda: utils.encode_dss_signature(2**70, 255)); t(lambda: utils.encode_dss_signature(0, 0))

# RSA: a key of 2048 bits made of two primes.
p, q = 0xfa73a78edc48ced88de3a6366a271722ffc945feb1690904745471286ca2f9237c1dab0cea5cd5d607d76f82e81022eba24e28f291d80835939462f5ead07c3676de5182041e24116aacfaf519a5c87498e5222c63257d1ab1deb96147144e5afc8bc7ced13afa929215aff525b90b54d1115701486d403b200625ef00d817d3, 0xf4dad98590d7ab3a63f6db7435da1caf346cc722d4dd9222198b084972feffea498ea4affb0864f2fe0e1aa7ea7bc4e05ae4bc48ebc67bac918fa6208107769b092d91724c54fa4ed2664c3b2c2853c18fee3c8cf0b90b3dbbc5bc2e9bda42a83db1406c4e72a7f4a94c13994a1cafa2b311cdfdc58915646ade5178ab969ad9
n = p * q
d = pow(65537, -1, (p - 1) * (q - 1))
pub_numbers = rsa.RSAPublicNumbers(65537, n)
numbers = rsa.RSAPrivateNumbers(p, q, d, rsa.rsa_crt_dmp1(d, p), rsa.rsa_crt_dmq1(d, q), rsa.rsa_crt_iqmp(p, q), pub_numbers)
k = numbers.private_key()
pub = k.public_key()
print(k.key_size, pub.key_size, k.private_numbers() == numbers, pub.public_numbers() == pub_numbers, hash(pub_numbers) == hash(pub.public_numbers()), repr(pub_numbers)[:40])
print(sorted(rsa.rsa_recover_prime_factors(n, 65537, d)) == sorted((p, q)))
for algorithm in H, hashes.SHA1(), hashes.SHA224(), hashes.SHA384(), hashes.SHA512(), hashes.SHA512_256(), hashes.SHA3_256(), utils.Prehashed(H):
    data = bytes(32) if isinstance(algorithm, utils.Prehashed) else b'message'
    signature = k.sign(data, padding.PKCS1v15(), algorithm)
    print(signature.hex()[:40])
    t(lambda: pub.verify(signature, data, padding.PKCS1v15(), algorithm)); t(lambda: pub.verify(signature, data + b'x' * (data[0] > 0), padding.PKCS1v15(), hashes.MD5()))
    if not isinstance(algorithm, utils.Prehashed):
        t(lambda: pub.recover_data_from_signature(signature, padding.PKCS1v15(), algorithm)); t(lambda: pub.recover_data_from_signature(signature, padding.PKCS1v15(), None))
for h in H, hashes.SHA1(), hashes.SHA512():
    for mgf in H, hashes.SHA1():
        for salt in 0, 1, 20, 32, padding.PSS.MAX_LENGTH, padding.PSS.DIGEST_LENGTH:
            pad = padding.PSS(padding.MGF1(mgf), salt)
            signature = k.sign(b'message', pad, h)
            t(lambda: pub.verify(signature, b'message', pad, h)); t(lambda: pub.verify(signature, b'messagE', pad, h)); t(lambda: pub.verify(signature, b'message', padding.PSS(padding.MGF1(mgf), padding.PSS.AUTO), h))
            for wrong in 0, 5, padding.PSS.MAX_LENGTH:
                t(lambda: pub.verify(signature, b'message', padding.PSS(padding.MGF1(mgf), wrong), h))
            t(lambda: pub.verify(signature, b'message', padding.PSS(padding.MGF1(hashes.SHA384()), salt), h)); t(lambda: pub.verify(signature[1:], b'message', pad, h)); t(lambda: pub.verify(signature, b'message', padding.PKCS1v15(), h))
print(padding.calculate_max_pss_salt_length(k, H), padding.calculate_max_pss_salt_length(pub, hashes.SHA512()))
t(lambda: k.sign(b'', padding.PSS(padding.MGF1(H), 300), H)); kind(lambda: k.sign(b'', padding.PSS(padding.MGF1(H), padding.PSS.AUTO), H)); kind(lambda: k.sign(b'', 'x', H)); kind(lambda: k.sign(b'', padding.PKCS1v15(), 'x')); kind(lambda: k.sign(b'', padding.OAEP(padding.MGF1(H), H, None), H))
kind(lambda: k.sign(b'', padding.PSS('x', 0), H)); t(lambda: padding.PSS(padding.MGF1(H), -1)); kind(lambda: padding.PSS(padding.MGF1(H), 'x')); t(lambda: padding.MGF1('x')); t(lambda: padding.OAEP(padding.MGF1(H), 'x', None)); t(lambda: padding.calculate_max_pss_salt_length('x', H))
for pad in padding.PKCS1v15(), padding.OAEP(padding.MGF1(H), H, None), padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), b''), padding.OAEP(padding.MGF1(H), hashes.SHA512(), b'label'), padding.OAEP(padding.MGF1(hashes.SHA224()), hashes.SHA384(), None):
    for data in b'', b'x', b'secret' * 10:
        box = pub.encrypt(data, pad)
        print(len(box), k.decrypt(box, pad) == data)
    kind(lambda: k.decrypt(box, padding.OAEP(padding.MGF1(H), hashes.SHA1(), b'!'))); t(lambda: k.decrypt(box[1:], pad)); t(lambda: k.decrypt(box + b'x', pad)); kind(lambda: pub.encrypt(bytes(256), pad)); kind(lambda: k.decrypt(b'\xff' * 256, pad))
kind(lambda: pub.encrypt(b'', padding.PSS(padding.MGF1(H), 0))); kind(lambda: pub.encrypt(b'', 'x')); kind(lambda: pub.encrypt(b'', padding.OAEP('x', H, None))); kind(lambda: pub.encrypt(b'', padding.OAEP(padding.MGF1(hashes.SHA3_256()), H, None)))
for args in (p, q, d + 2, 1, 1, 1), (p + 2, q, numbers.d, numbers.dmp1, numbers.dmq1, numbers.iqmp), (p, q, d, numbers.dmp1 + 2, numbers.dmq1, numbers.iqmp), (p, q, d, numbers.dmp1, numbers.dmq1, numbers.iqmp + 1), (n, 1, d, 1, 1, 1), (p, q, n, 1, 1, 1):
    kind(lambda: rsa.RSAPrivateNumbers(*args, pub_numbers).private_key())
t(lambda: rsa.RSAPublicNumbers(1, n).public_key()); t(lambda: rsa.RSAPublicNumbers(4, n).public_key()); t(lambda: rsa.RSAPublicNumbers(3, 1).public_key()); t(lambda: rsa.RSAPublicNumbers('x', 1)); t(lambda: rsa.RSAPrivateNumbers(1, 2, 3, 4, 5, 'x', pub_numbers)); t(lambda: rsa.RSAPrivateNumbers(1, 2, 3, 4, 5, 6, 'x'))
t(lambda: rsa.generate_private_key(5, 2048)); kind(lambda: rsa.generate_private_key(65537, 100)); kind(lambda: rsa.rsa_recover_prime_factors(n, 65537, d + 2))
k = rsa.generate_private_key(public_exponent=65537, key_size=1024)
print(k.key_size, k.public_key().public_numbers().e); k.public_key().verify(k.sign(b'x', padding.PKCS1v15(), H), b'x', padding.PKCS1v15(), H)
