# scrypt (RFC 7914).
from _cryptography import scrypt
from cryptography.hazmat.primitives.kdf import KeyDerivationFunction, OneUse, length as check_length, only_bytes, unsigned


class Scrypt(OneUse):
    'A key from a password, at a cost in memory.'

    def __init__(self, salt, length, n, r, p, backend=None):
        self._salt, self._length = only_bytes(salt, 'salt', False), check_length(length)
        if unsigned(n, 'n') < 2 or n & n - 1:
            raise ValueError('n must be greater than 1 and be a power of 2.')
        if unsigned(r, 'r') < 1:
            raise ValueError('r must be greater than or equal to 1.')
        if unsigned(p, 'p') < 1:
            raise ValueError('p must be greater than or equal to 1.')
        self._n, self._r, self._p = n, r, p

    def _compute(self, password):
        return scrypt(password, self._salt, self._n, self._r, self._p, self._length) if self._length else b''
