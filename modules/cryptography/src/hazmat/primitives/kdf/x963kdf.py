# The key derivation of ANSI X9.63.
from _cryptography import Hash
from cryptography.hazmat.primitives.kdf import KeyDerivationFunction, OneUse, length as check_length, only_bytes


class X963KDF(OneUse):
    'Hashes of the secret, a counter and shared information.'

    def __init__(self, algorithm, length, sharedinfo, backend=None):
        self._algorithm, self._length = algorithm, check_length(length)
        self._info = only_bytes(sharedinfo, 'sharedinfo')
        if length > algorithm.digest_size * 0xffffffff:
            raise ValueError(f'Cannot derive keys larger than {algorithm.digest_size * 0xffffffff} bits.')

    def _compute(self, key_material):
        def block(i):
            h = Hash(self._algorithm)
            h.update(key_material)
            h.update(i.to_bytes(4))
            h.update(self._info)
            return h.finalize()
        return self._fill(self._algorithm.digest_size, block)
