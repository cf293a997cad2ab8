# OpenSSH's forms of keys.
from _cryptography import load_ssh_private_key, load_ssh_public_key


def ssh_key_fingerprint(key, hash_algorithm):
    'The hash of a public key that ssh-keygen -l shows, as bytes.'
    from base64 import b64decode
    from cryptography.hazmat.primitives.hashes import MD5, SHA256, Hash
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
    if not isinstance(hash_algorithm, (MD5, SHA256)):
        raise TypeError('hash_algorithm must be either MD5 or SHA256')
    h = Hash(hash_algorithm)
    h.update(b64decode(key.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).split()[1]))
    return h.finalize()
