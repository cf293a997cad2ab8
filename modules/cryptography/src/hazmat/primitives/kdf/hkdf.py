# HKDF (RFC 5869).
from _cryptography import HMAC, to_bytes
from cryptography.hazmat.primitives.kdf import KeyDerivationFunction, OneUse, length as check_length, only_bytes


def _extract(algorithm, salt, key_material):
    h = HMAC(salt or bytes(algorithm.digest_size), algorithm)
    h.update(key_material)
    return h.finalize()


class HKDFExpand(OneUse):
    'The second half of HKDF: a key of any length from a good key.'

    def __init__(self, algorithm, length, info, backend=None):
        self._algorithm, self._length = algorithm, check_length(length)
        self._info = only_bytes(info, 'info')
        if length > 255 * algorithm.digest_size:
            raise ValueError(f'Cannot derive keys larger than {255 * algorithm.digest_size} octets.')

    def _compute(self, key):
        out, block, i = [], b'', 0
        base = HMAC(key, self._algorithm)
        for i in range(-(-self._length // self._algorithm.digest_size)):
            h = base.copy()
            h.update(block)
            h.update(self._info)
            h.update(bytes([i + 1]))
            block = h.finalize()
            out.append(block)
        return b''.join(out)[:self._length]


class HKDF(HKDFExpand):
    'A key of any length from an uneven secret.'

    def __init__(self, algorithm, length, salt, info, backend=None):
        self._salt = only_bytes(salt, 'salt')
        super().__init__(algorithm, length, info)

    @staticmethod
    def extract(algorithm, salt, key_material):
        return _extract(algorithm, only_bytes(salt, 'salt'), to_bytes(key_material, 'key_material'))

    def _compute(self, key_material):
        return super()._compute(_extract(self._algorithm, self._salt, key_material))
