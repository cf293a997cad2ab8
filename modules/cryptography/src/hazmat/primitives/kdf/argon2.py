# Argon2 (RFC 9106). Associated data and a secret are not supported, nor is Argon2d.
from base64 import b64decode, b64encode

from _cryptography import InvalidKey, UnsupportedAlgorithm, argon2
from cryptography.hazmat.primitives.kdf import KeyDerivationFunction, OneUse, length as check_length, only_bytes, unsigned


def _b64(data):
    return b64encode(data).decode().rstrip('=')


def _unb64(text):
    data = b64decode(text + '=' * (-len(text) % 4), validate=True)
    if _b64(data) != text:
        raise ValueError
    return data


class _Argon2(OneUse):
    def __init__(self, salt, length, iterations, lanes, memory_cost, ad=None, secret=None):
        only_bytes(ad, 'ad'), only_bytes(secret, 'secret')
        if len(only_bytes(salt, 'salt')) < 8:
            raise ValueError('salt must be at least 8 bytes')
        if check_length(length) < 4:
            raise ValueError('length must be greater than or equal to 4.')
        if unsigned(iterations, 'iterations') < 1:
            raise ValueError('iterations must be greater than or equal to 1.')
        if unsigned(lanes, 'lanes') < 1:
            raise ValueError('lanes must be greater than or equal to 1.')
        if unsigned(memory_cost, 'memory_cost') < 8 * lanes:
            raise ValueError('memory_cost must be an integer >= 8 * lanes.')
        if ad or secret:
            raise UnsupportedAlgorithm('Argon2 with associated data or a secret is not supported')
        self._salt, self._length = salt, length
        self._costs = iterations, lanes, memory_cost

    def derive_phc_encoded(self, key_material):
        'The text that password files hold: costs, salt and key.'
        key = self.derive(key_material)
        iterations, lanes, memory = self._costs
        return '$%s$v=19$m=%d,t=%d,p=%d$%s$%s' % (type(self).__name__.lower(), memory, iterations, lanes, _b64(self._salt), _b64(key))

    @classmethod
    def verify_phc_encoded(cls, key_material, phc_encoded, secret=None):
        'InvalidKey if the text is of another password, or none.'
        if not isinstance(phc_encoded, str):
            raise TypeError(f"argument 'phc_encoded': {type(phc_encoded).__name__!r} object is not an instance of 'str'")
        try:
            empty, kind, version, costs, salt, key = phc_encoded.split('$')
            names, numbers = zip(*(c.split('=') for c in costs.split(',')))
            # Only what derive_phc_encoded writes.
            if empty or kind != cls.__name__.lower() or version != 'v=19' or names != ('m', 't', 'p') or any(str(int(n)) != n or int(n) >> 32 for n in numbers):
                raise ValueError
            memory, iterations, lanes = map(int, numbers)
            salt, key = _unb64(salt), _unb64(key)
            kdf = cls(salt=salt, length=len(key), iterations=iterations, lanes=lanes, memory_cost=memory, secret=secret)
        except (ValueError, OverflowError):
            raise InvalidKey('Invalid PHC string') from None
        kdf.verify(key_material, key)

    def _compute(self, password):
        return argon2(type(self).__name__, password, self._salt, *self._costs, self._length)


class Argon2i(_Argon2):
    'A key from a password; memory is read in an order that does not depend on it.'


class Argon2id(_Argon2):
    'A key from a password: the one to use.'


class Argon2d(_Argon2):
    def __init__(self, *args, **kwargs):
        raise UnsupportedAlgorithm('Argon2d is not supported')
