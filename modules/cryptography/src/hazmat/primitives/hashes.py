# The hash functions, as objects that say their sizes; Hash computes.
from _cryptography import Hash, XOFHash


class HashAlgorithm:
    'A hash function: name, digest_size, block_size.'


class ExtendableOutputFunction:
    'A hash function with an output of any size.'


class HashContext:
    'What Hash is.'


def _algorithm(cls_name, hash_name, size, block, name=None):
    return type(cls_name, (HashAlgorithm,), {
        '__module__': __name__, '__doc__': None, '_hash': hash_name,
        'name': name or hash_name.replace('_', '-'), 'digest_size': size, 'block_size': block})


MD5 = _algorithm('MD5', 'md5', 16, 64)
SHA1 = _algorithm('SHA1', 'sha1', 20, 64)
SHA224 = _algorithm('SHA224', 'sha224', 28, 64)
SHA256 = _algorithm('SHA256', 'sha256', 32, 64)
SHA384 = _algorithm('SHA384', 'sha384', 48, 128)
SHA512 = _algorithm('SHA512', 'sha512', 64, 128)
SHA512_224 = _algorithm('SHA512_224', 'sha512_224', 28, 128)
SHA512_256 = _algorithm('SHA512_256', 'sha512_256', 32, 128)
SHA3_224 = _algorithm('SHA3_224', 'sha3_224', 28, None)
SHA3_256 = _algorithm('SHA3_256', 'sha3_256', 32, None)
SHA3_384 = _algorithm('SHA3_384', 'sha3_384', 48, None)
SHA3_512 = _algorithm('SHA3_512', 'sha3_512', 64, None)


class _Sized(HashAlgorithm):
    def __init__(self, digest_size):
        if digest_size != self._only:
            raise ValueError(f'Digest size must be {self._only}')
        self._digest_size = digest_size

    @property
    def digest_size(self):
        return self._digest_size


class BLAKE2b(_Sized):
    _hash = name = 'blake2b'
    block_size = 128
    _only = 64

    def __init__(self, digest_size):
        super().__init__(digest_size)


class BLAKE2s(_Sized):
    _hash = name = 'blake2s'
    block_size = 64
    _only = 32

    def __init__(self, digest_size):
        super().__init__(digest_size)


def _check_size(digest_size):
    if not isinstance(digest_size, int):
        raise TypeError('digest_size must be an integer')
    if digest_size < 1:
        raise ValueError('digest_size must be a positive integer')
    return digest_size


class SHAKE128(HashAlgorithm, ExtendableOutputFunction):
    _hash = 'shake_128'
    name = 'shake128'
    block_size = None

    def __init__(self, digest_size):
        self._digest_size = _check_size(digest_size)

    @property
    def digest_size(self):
        return self._digest_size


class SHAKE256(HashAlgorithm, ExtendableOutputFunction):
    _hash = 'shake_256'
    name = 'shake256'
    block_size = None

    def __init__(self, digest_size):
        self._digest_size = _check_size(digest_size)

    @property
    def digest_size(self):
        return self._digest_size
