# Ed448 is not supported: the names are here so that programs that can do without it run.
from _cryptography import UnsupportedAlgorithm


def _refuse(cls, *args):
    raise UnsupportedAlgorithm('ed448 is not supported by this version of woma.')


class Ed448PrivateKey:
    generate = from_private_bytes = classmethod(_refuse)


class Ed448PublicKey:
    from_public_bytes = classmethod(_refuse)
