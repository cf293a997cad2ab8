# Ed25519 signatures.
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key, load_pem_public_key


def prepare(doc, group):
    raw = unhex(group['publicKey']['pk'])
    key = Ed25519PublicKey.from_public_bytes(raw)
    for other in load_der_public_key(unhex(group['publicKeyDer'])), load_pem_public_key(group['publicKeyPem'].encode()):
        same(other.public_bytes(Encoding.Raw, PublicFormat.Raw), raw, 'key')
    return key


def test(key, group, t):
    try:
        key.verify(unhex(t['sig']), unhex(t['msg']))
    except InvalidSignature:
        return False
    return True
