# The ciphers, as objects that hold a key.
from _cryptography import is_bytes_like
from cryptography.hazmat.primitives.ciphers import BlockCipherAlgorithm, CipherAlgorithm


def _key(self, key):
    if not is_bytes_like(key):
        raise TypeError('key must be bytes-like')
    if len(key) * 8 not in self.key_sizes:
        raise ValueError(f'Invalid key size ({len(key) * 8}) for {self.name}.')
    return key


class AES(BlockCipherAlgorithm):
    _block_cipher = name = 'AES'
    block_size = 128
    key_sizes = frozenset([128, 192, 256, 512])  # 512: two keys, for XTS

    def __init__(self, key):
        self.key = _key(self, key)

    @property
    def key_size(self):
        return len(self.key) * 8


class AES128(BlockCipherAlgorithm):
    _block_cipher = name = 'AES'
    block_size = key_size = 128
    key_sizes = frozenset([128])

    def __init__(self, key):
        self.key = _key(self, key)


class AES256(BlockCipherAlgorithm):
    _block_cipher = name = 'AES'
    block_size = 128
    key_size = 256
    key_sizes = frozenset([256])

    def __init__(self, key):
        self.key = _key(self, key)


class ChaCha20(CipherAlgorithm):
    name = 'ChaCha20'
    key_sizes = frozenset([256])

    def __init__(self, key, nonce):
        self.key = _key(self, key)
        if not is_bytes_like(nonce):
            raise TypeError('nonce must be bytes-like')
        if len(nonce) != 16:
            raise ValueError('nonce must be 128-bits (16 bytes)')
        self._nonce = nonce

    @property
    def nonce(self):
        return self._nonce

    @property
    def key_size(self):
        return len(self.key) * 8


def __getattr__(name):
    if name in ('TripleDES', 'ARC4'):
        from cryptography.hazmat.decrepit.ciphers import algorithms
        return getattr(algorithms, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
