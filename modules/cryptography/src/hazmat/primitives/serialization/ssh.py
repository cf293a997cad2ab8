# OpenSSH's forms of keys.
from _cryptography import load_ssh_private_key, load_ssh_public_key as _load_public, to_bytes


def __getattr__(name):
    if name not in ('SSHCertificate', 'SSHCertificateBuilder', 'SSHCertificateType'):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from cryptography.hazmat.primitives.serialization import _ssh_cert  # which few programs want
    return getattr(_ssh_cert, name)


def load_ssh_public_identity(data):
    'The public key or the certificate in a line.'
    words = to_bytes(data, 'data').split(None, 2)
    if len(words) < 2 or not words[0].endswith(b'-cert-v01@openssh.com'):
        return _load_public(data)
    return __getattr__('SSHCertificate')(*words[:2])


def load_ssh_public_key(data, backend=None):
    'The public key in a line, that of a certificate too.'
    key = load_ssh_public_identity(data)
    return key.public_key() if hasattr(key, 'signature_key') else key


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
