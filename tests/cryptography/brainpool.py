# ECDSA and ECDH on the curves of RFC 5639. Written by pyca/cryptography 38.
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, PublicFormat, load_der_private_key, load_der_public_key, load_pem_private_key)

ORDERS = {
    ec.BrainpoolP256R1: 0xA9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7,
    ec.BrainpoolP384R1: 0x8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B31F166E6CAC0425A7CF3AB6AF6B7FC3103B883202E9046565,
    ec.BrainpoolP512R1: 0xAADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA70330870553E5C414CA92619418661197FAC10471DB1D381085DDADDB58796829CA90069,
}


def kind(f):
    try:
        f()
        print('ok')
    except Exception as e:
        print(type(e).__name__)


for curve, order in ORDERS.items():
    for secret in 1, 2, 0x1234567890abcdef, order - 1:
        k = ec.derive_private_key(secret, curve())
        pub, n = k.public_key(), k.private_numbers()
        print(k.curve.name, k.key_size, pub.curve.name, pub.key_size, n.private_value == secret, n.public_numbers.x, n.public_numbers.y)
        for form in PublicFormat.CompressedPoint, PublicFormat.UncompressedPoint:
            data = pub.public_bytes(Encoding.X962, form)
            print(data.hex(), ec.EllipticCurvePublicKey.from_encoded_point(curve(), data).public_numbers() == n.public_numbers)
            for bad in data[:-1], data + b'x', data[:5] + b'\xff' * (len(data) - 5), b'\6' + data[1:]:
                kind(lambda: ec.EllipticCurvePublicKey.from_encoded_point(curve(), bad))
        data = pub.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        print(data.hex(), load_der_public_key(data).public_numbers() == n.public_numbers)
        for format in PrivateFormat.PKCS8, PrivateFormat.TraditionalOpenSSL:
            data = k.private_bytes(Encoding.DER, format, NoEncryption())
            print(data.hex(), load_der_private_key(data, None).private_numbers() == n)
            kind(lambda: load_der_private_key(data[:-9], None))
    for algorithm in hashes.SHA1(), hashes.SHA256(), hashes.SHA512():
        signature = k.sign(b'message', ec.ECDSA(algorithm))
        pub.verify(signature, b'message', ec.ECDSA(algorithm))
        r, s = utils.decode_dss_signature(signature)
        pub.verify(utils.encode_dss_signature(r, order - s), b'message', ec.ECDSA(algorithm))
        for wrong in (r, s + order), (r + order, s), (0, s), (r, 0), (-r, s), (order, s), (s, r):
            kind(lambda: pub.verify(utils.encode_dss_signature(*wrong), b'message', ec.ECDSA(algorithm)))
    other = ec.derive_private_key(77777, curve())
    print(k.exchange(ec.ECDH(), other.public_key()).hex(), k.exchange(ec.ECDH(), other.public_key()) == other.exchange(ec.ECDH(), pub))
    kind(lambda: k.exchange(ec.ECDH(), ec.derive_private_key(5, ec.SECP256R1()).public_key()))
    pem = k.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b'pw'))
    print(load_pem_private_key(pem, b'pw').private_numbers() == n)
    kind(lambda: pub.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH))
    kind(lambda: ec.EllipticCurvePublicNumbers(n.public_numbers.x, n.public_numbers.y ^ 1, curve()).public_key())
    kind(lambda: ec.EllipticCurvePublicNumbers(0, 0, curve()).public_key())
    for bad in 0, order:
        kind(lambda: ec.derive_private_key(bad, curve()))
    a, b = ec.generate_private_key(curve()), ec.generate_private_key(curve())
    print(a.curve.name, a.exchange(ec.ECDH(), b.public_key()) == b.exchange(ec.ECDH(), a.public_key()), a.private_numbers() == b.private_numbers())
