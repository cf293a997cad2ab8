# Key agreement on the NIST curves: public keys as SubjectPublicKeyInfo in DER and
# PEM, as points, and as JSON Web Keys, whose numbers are taken out here.
from base64 import urlsafe_b64decode
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_der_public_key, load_pem_private_key, load_pem_public_key

CURVES = {
    'secp224r1': ec.SECP224R1(), 'secp256r1': ec.SECP256R1(), 'secp384r1': ec.SECP384R1(), 'secp521r1': ec.SECP521R1(),
    'P-256': ec.SECP256R1(), 'P-384': ec.SECP384R1(), 'P-521': ec.SECP521R1(),
}
REFUSED = ValueError, UnsupportedAlgorithm


def prepare(doc, group):
    return CURVES[group['curve']]


def b64int(s):
    if set(s) - set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'):
        raise ValueError('not URL-safe base64')
    return int.from_bytes(urlsafe_b64decode(s + '=' * (-len(s) % 4)), 'big')


def jwk(curve, key, private):
    "Strict about which members a key has, and their type."
    if not isinstance(key, dict) or key.get('kty') != 'EC' or CURVES.get(key.get('crv'), curve).name != curve.name or 'crv' not in key:
        raise ValueError('not a key of this curve')
    size = (curve.key_size + 7) // 8
    for name in ('x', 'y', 'd') if private else ('x', 'y'):
        if not isinstance(key.get(name), str) or len(key[name]) != (8 * size + 5) // 6:
            raise ValueError('no coordinate')
    public = ec.EllipticCurvePublicNumbers(b64int(key['x']), b64int(key['y']), curve)
    if private:
        return ec.EllipticCurvePrivateNumbers(b64int(key['d']), public).private_key()
    return public.public_key()


def private_key(curve, encoding, key):
    if encoding == 'webcrypto':
        return jwk(curve, key, True)
    if encoding == 'pem':
        return load_pem_private_key(key.encode(), None)
    return ec.derive_private_key(int(key, 16), curve)


cache = {}


def test(curve, group, t):
    encoding, public = group['encoding'], t['public']
    name = curve.name, str(t['private'])
    if name not in cache:  # some are in hundreds of vectors
        cache[name] = private_key(curve, encoding, t['private'])
    private = cache[name]
    try:
        if encoding == 'webcrypto':
            public = jwk(curve, public, False)
        elif encoding == 'pem':
            public = load_pem_public_key(public.encode())
        elif encoding == 'ecpoint':
            public = ec.EllipticCurvePublicKey.from_encoded_point(curve, unhex(public))
        else:
            public = load_der_public_key(unhex(public))
        if not isinstance(public, ec.EllipticCurvePublicKey):
            return False
        shared = private.exchange(ec.ECDH(), public)
    except REFUSED:
        return False
    if t['shared'] != shared.hex():
        if t['result'] != 'valid':
            return False
        raise Wrong('shared secret')
    return True
