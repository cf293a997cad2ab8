# X448 is not supported: the names are here so that programs that can do without it run.
from _cryptography import UnsupportedAlgorithm


def _refuse(cls, *args):
    raise UnsupportedAlgorithm('X448 is not supported by this version of woma.')


class X448PrivateKey:
    generate = from_private_bytes = classmethod(_refuse)


class X448PublicKey:
    from_public_bytes = classmethod(_refuse)
