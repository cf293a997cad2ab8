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
        out = []
        for i in range(-(-self._length // self._algorithm.digest_size)):
            h = self._start()
            h.update((i + 1).to_bytes(4))
            h.update(key_material)
            h.update(self._info)
            out.append(h.finalize())
        return b''.join(out)[:self._length]


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
