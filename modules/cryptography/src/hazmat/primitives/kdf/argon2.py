# Argon2 (RFC 9106). Associated data and a secret are not supported, nor is Argon2d.
from _cryptography import UnsupportedAlgorithm, argon2
from cryptography.hazmat.primitives.kdf import KeyDerivationFunction, OneUse, length as check_length, only_bytes, unsigned


class _Argon2(OneUse):
    def __init__(self, *, salt, length, iterations, lanes, memory_cost, ad=None, secret=None):
        only_bytes(ad, 'ad'), only_bytes(secret, 'secret')
        if len(only_bytes(salt, 'salt')) < 8:
            raise ValueError('salt must be at least 8 bytes')
        if check_length(length) < 4:
            raise ValueError('length must be greater than or equal to 4.')
        if unsigned(iterations) < 1:
            raise ValueError('iterations must be greater than or equal to 1.')
        if unsigned(lanes) < 1:
            raise ValueError('lanes must be greater than or equal to 1.')
        if unsigned(memory_cost) < 8 * lanes:
            raise ValueError('memory_cost must be an integer >= 8 * lanes.')
        if ad or secret:
            raise UnsupportedAlgorithm('Argon2 with associated data or a secret is not supported')
        self._salt, self._length = salt, length
        self._costs = iterations, lanes, memory_cost

    def _compute(self, password):
        return argon2(type(self).__name__, password, self._salt, *self._costs, self._length)


class Argon2i(_Argon2):
    'A key from a password; memory is read in an order that does not depend on it.'


class Argon2id(_Argon2):
    'A key from a password: the one to use.'


class Argon2d(_Argon2):
    def __init__(self, **kwargs):
        raise UnsupportedAlgorithm('Argon2d is not supported')
