from _cryptography import (AEADCipherContext, AEADDecryptionContext, AEADEncryptionContext,
                           CipherContext, UnsupportedAlgorithm, context)


class CipherAlgorithm:
    'A cipher with its key: name, key_size.'

    def __reduce_ex__(self, protocol):  # a key is not saved by chance
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")


class BlockCipherAlgorithm(CipherAlgorithm):
    'A cipher of blocks: block_size, key.'


from cryptography.hazmat.primitives.ciphers import modes


class Cipher:
    'A cipher and the mode that it is used in.'

    def __init__(self, algorithm, mode, backend=None):
        if not isinstance(algorithm, CipherAlgorithm):
            raise TypeError('Expected interface of CipherAlgorithm.')
        if mode is not None:
            assert isinstance(mode, modes.Mode)
            mode.validate_for_algorithm(algorithm)
        self.algorithm, self.mode = algorithm, mode

    def _context(self, decrypt):
        a, m = self.algorithm, self.mode
        if m is None:
            return context(a.name, a.key, 'None', getattr(a, 'nonce', None), decrypt, None, 16)
        return context(a.name, a.key, m.name, m._first, decrypt, getattr(m, 'tag', None), getattr(m, '_min_tag_length', 16))

    def encryptor(self):
        if getattr(self.mode, 'tag', None) is not None:
            raise ValueError('Authentication tag must be None when encrypting.')
        return self._context(False)

    def decryptor(self):
        return self._context(True)
