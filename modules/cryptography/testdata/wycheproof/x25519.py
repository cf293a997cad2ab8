# X25519 with keys as bytes, in DER, PEM, and JSON Web Keys, whose bytes are taken out here.
from base64 import urlsafe_b64decode
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_der_public_key, load_pem_private_key, load_pem_public_key


def jwk(key, member):
    if key.get('kty') != 'OKP' or key.get('crv') != 'X25519' or not isinstance(key.get(member), str):
        raise ValueError('not an X25519 key')
    return urlsafe_b64decode(key[member] + '=' * (-len(key[member]) % 4))


def keys(kind, t):
    private, public = t['private'], t['public']
    if kind == 'XdhComp':
        return X25519PrivateKey.from_private_bytes(unhex(private)), X25519PublicKey.from_public_bytes(unhex(public))
    if kind == 'XdhAsnComp':
        return load_der_private_key(unhex(private), None), load_der_public_key(unhex(public))
    if kind == 'XdhPemComp':
        return load_pem_private_key(private.encode(), None), load_pem_public_key(public.encode())
    return X25519PrivateKey.from_private_bytes(jwk(private, 'd')), X25519PublicKey.from_public_bytes(jwk(public, 'x'))


def test(shared, group, t):
    try:
        private, public = keys(group['type'], t)
        if not isinstance(public, X25519PublicKey):
            return False
        out = private.exchange(public)
    except (ValueError, UnsupportedAlgorithm):
        return False
    same(out, unhex(t['shared']), 'shared secret')
    return True
