# ECDSA and ECDH on secp256k1. Written by pyca/cryptography 48.
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, PublicFormat, load_der_private_key, load_der_public_key,
    load_pem_private_key, load_pem_public_key)

N, P = ec.SECP256K1.group_order, 2**256 - 2**32 - 977


def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, *e.args[:1])


def kind(f):
    try:
        f()
        print('ok')
    except Exception as e:
        print(type(e).__name__)


H = hashes.SHA256()
for secret in 1, 2, 3, 0x1234567890abcdef, N // 2, N - 2, N - 1:
    k = ec.derive_private_key(secret, ec.SECP256K1())
    pub, n = k.public_key(), k.private_numbers()
    print(k.curve.name, k.key_size, pub.curve.name, pub.key_size, n.private_value == secret, n.public_numbers)
    for form in PublicFormat.CompressedPoint, PublicFormat.UncompressedPoint:
        data = pub.public_bytes(Encoding.X962, form)
        t(lambda: data)
        print(ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256K1(), data) == pub)
        for bad in data[:-1], data + b'x', data[:5] + b'\xff' * (len(data) - 5), b'', b'\0', b'\6' + data[1:], data[:1] + P.to_bytes(32, 'big') + data[33:], data[:1] + (5).to_bytes(32, 'big') + data[33:]:
            kind(lambda: ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256K1(), bad))
    for algorithm in H, hashes.SHA1(), hashes.SHA384(), hashes.SHA512(), hashes.SHA3_256():
        t(lambda: k.sign(b'sample', ec.ECDSA(algorithm, deterministic_signing=True)))
        signature = k.sign(b'message', ec.ECDSA(algorithm))
        pub.verify(signature, b'message', ec.ECDSA(algorithm))
        for args in (signature, b'Message'), (signature[:-1] + bytes([signature[-1] ^ 1]), b'message'), (b'', b'message'), (signature[:-1], b'message'), (signature + b'\0', b'message'):
            kind(lambda: pub.verify(*args, ec.ECDSA(algorithm)))
        r, s = utils.decode_dss_signature(signature)
        print(utils.encode_dss_signature(r, s) == signature)
        pub.verify(utils.encode_dss_signature(r, N - s), b'message', ec.ECDSA(algorithm))
        for wrong in (r, s + N), (r + N, s), (0, s), (r, 0), (-r, s), (r, -s), (N, s), (r, N):
            kind(lambda: pub.verify(utils.encode_dss_signature(*wrong), b'message', ec.ECDSA(algorithm)))
    digest = bytes(range(32))
    pub.verify(k.sign(digest, ec.ECDSA(utils.Prehashed(H))), digest, ec.ECDSA(utils.Prehashed(H)))
    kind(lambda: k.sign(b'short', ec.ECDSA(utils.Prehashed(H))))
    other = ec.derive_private_key(77777, ec.SECP256K1())
    t(lambda: k.exchange(ec.ECDH(), other.public_key())); print(k.exchange(ec.ECDH(), other.public_key()) == other.exchange(ec.ECDH(), pub))
    kind(lambda: k.exchange(ec.ECDH(), ec.derive_private_key(5, ec.SECP256R1()).public_key())); kind(lambda: k.exchange('x', pub))
    kind(lambda: ec.derive_private_key(5, ec.SECP256R1()).exchange(ec.ECDH(), pub))
    for format, names in ((PrivateFormat.PKCS8, ('PEM', 'DER')), (PrivateFormat.TraditionalOpenSSL, ('PEM', 'DER'))):
        for name in names:
            load = load_pem_private_key if name == 'PEM' else load_der_private_key
            data = k.private_bytes(getattr(Encoding, name), format, NoEncryption())
            t(lambda: data)
            again = load(data, None)
            print(again.private_numbers() == n, again.curve.name, again.public_key() == pub); kind(lambda: load(data[:-9], None))
    data = k.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b'pw'))
    print(load_pem_private_key(data, b'pw').private_numbers() == n); kind(lambda: load_pem_private_key(data, b'PW'))
    data = pub.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    t(lambda: data); print(load_der_public_key(data) == pub); kind(lambda: load_der_public_key(data[:-1])); kind(lambda: load_der_public_key(data[:-1] + bytes([data[-1] ^ 1])))
    print(load_pem_public_key(pub.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)) == pub)
    kind(lambda: pub.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH)); kind(lambda: k.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))
    kind(lambda: pub.public_bytes(Encoding.Raw, PublicFormat.Raw)); kind(lambda: k.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()))
    print(n.private_key().private_numbers() == n, n.public_numbers.public_key() == pub)
    kind(lambda: ec.EllipticCurvePrivateNumbers(secret ^ 64, n.public_numbers).private_key())
    kind(lambda: ec.EllipticCurvePublicNumbers(n.public_numbers.x, n.public_numbers.y ^ 1, ec.SECP256K1()).public_key())
    kind(lambda: ec.EllipticCurvePublicNumbers(n.public_numbers.x, n.public_numbers.y, ec.SECP256R1()).public_key())
for bad in 0, -1, N, N + 1, 2**256, 2**300:
    kind(lambda: ec.derive_private_key(bad, ec.SECP256K1()))
for x, y in (0, 0), (-1, 2), (P, 1), (1, P), (2**300, 1):
    kind(lambda: ec.EllipticCurvePublicNumbers(x, y, ec.SECP256K1()).public_key())
a, b = ec.generate_private_key(ec.SECP256K1()), ec.generate_private_key(ec.SECP256K1())
print(a.curve.name, a.exchange(ec.ECDH(), b.public_key()) == b.exchange(ec.ECDH(), a.public_key()), a.public_key() == b.public_key())
