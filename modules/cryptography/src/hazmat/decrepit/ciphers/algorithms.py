# Ciphers that old data needs; nothing new should use them.
from cryptography.hazmat.primitives.ciphers import BlockCipherAlgorithm, CipherAlgorithm
from cryptography.hazmat.primitives.ciphers.algorithms import _key


class TripleDES(BlockCipherAlgorithm):
    _block_cipher = name = '3DES'
    block_size = 64
    key_sizes = frozenset([64, 128, 192])

    def __init__(self, key):
        key = _key(self, key)
        if len(key) == 8:
            key += key + key
        elif len(key) == 16:
            key += key[:8]
        self.key = key

    @property
    def key_size(self):
        return len(self.key) * 8


class ARC4(CipherAlgorithm):
    name = 'RC4'
    key_sizes = frozenset([40, 56, 64, 80, 128, 160, 192, 256])

    def __init__(self, key):
        self.key = _key(self, key)

    @property
    def key_size(self):
        return len(self.key) * 8
