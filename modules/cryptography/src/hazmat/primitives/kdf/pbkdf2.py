# PBKDF2 (RFC 8018).
import hashlib
from _cryptography import HMAC, Hash
from cryptography.hazmat.primitives.kdf import KeyDerivationFunction, OneUse, length as check_length, only_bytes, unsigned


class PBKDF2HMAC(OneUse):
    'A key from a password.'

    def __init__(self, algorithm, length, salt, iterations, backend=None):
        self._length, self._salt = check_length(length), only_bytes(salt, 'salt', False)
        self._iterations = unsigned(iterations, 'iterations')
        Hash(algorithm)
        if iterations < 1:
            raise ValueError('iterations must be greater than or equal to 1.')
        self._algorithm = algorithm

    def _compute(self, password):
        HMAC(bytes(14), self._algorithm)
        if not self._length:
            return b''
        return hashlib.pbkdf2_hmac(self._algorithm._hash, password, self._salt, self._iterations, self._length)
