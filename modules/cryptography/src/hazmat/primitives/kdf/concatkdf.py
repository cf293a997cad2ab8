# The one-step key derivation of NIST SP 800-56C.
from _cryptography import HMAC, Hash
from cryptography.hazmat.primitives.kdf import KeyDerivationFunction, OneUse, length as check_length, only_bytes


class ConcatKDFHash(OneUse):
    'Hashes of a counter, the secret and other information.'

    def __init__(self, algorithm, length, otherinfo, backend=None):
        self._algorithm, self._length = algorithm, check_length(length)
        self._info = only_bytes(otherinfo, 'otherinfo')
        if length > algorithm.digest_size * 0xffffffff:
            raise ValueError(f'Cannot derive keys larger than {algorithm.digest_size * 0xffffffff} bits.')

    def _start(self):
        return Hash(self._algorithm)

    def _compute(self, key_material):
        def block(i):
            h = self._start()
            h.update(i.to_bytes(4))
            h.update(key_material)
            h.update(self._info)
            return h.finalize()
        return self._fill(self._algorithm.digest_size, block)


class ConcatKDFHMAC(ConcatKDFHash):
    'The same with HMAC.'

    def __init__(self, algorithm, length, salt, otherinfo, backend=None):
        salt = only_bytes(salt, 'salt')
        super().__init__(algorithm, length, otherinfo)
        if algorithm.block_size is None:
            raise TypeError(f'{algorithm.name} is unsupported for ConcatKDF')
        self._salt = salt or bytes(algorithm.block_size)

    def _start(self):
        return HMAC(self._salt, self._algorithm)
