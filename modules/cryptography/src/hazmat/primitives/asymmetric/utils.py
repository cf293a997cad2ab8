# ECDSA signatures as numbers, and data that is hashed already.
from _cryptography import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import HashAlgorithm


class NoDigestInfo:
    'Sign the data as it is, with PKCS1v15 padding and no DigestInfo.'
    _prehashed = ''


class Prehashed:
    'The hash of the data is given instead of the data.'
    _prehashed = 'hash'

    def __init__(self, algorithm):
        if not isinstance(algorithm, HashAlgorithm):
            raise TypeError('Expected instance of HashAlgorithm.')
        self._algorithm, self._digest_size = algorithm, algorithm.digest_size

    @property
    def digest_size(self):
        return self._digest_size
