# The modes of operation, with the initialization vectors that they need.
from _cryptography import is_bytes_like
from cryptography.hazmat.primitives.ciphers import BlockCipherAlgorithm, CipherAlgorithm, UnsupportedAlgorithm


class Mode:
    'How a block cipher encrypts more than a block: name.'
    _first = None

    def validate_for_algorithm(self, algorithm):
        self._check_aes(algorithm)

    def _check_aes(self, algorithm):
        if algorithm.key_size > 256 and algorithm.name == 'AES':
            raise ValueError('Only 128, 192, and 256 bit keys are allowed for this AES mode')


class ModeWithInitializationVector(Mode):
    'A mode with an initialization_vector.'

    def __init__(self, initialization_vector):
        if not is_bytes_like(initialization_vector):
            raise TypeError('initialization_vector must be bytes-like')
        self._first = initialization_vector

    @property
    def initialization_vector(self):
        return self._first

    def validate_for_algorithm(self, algorithm):
        self._check_aes(algorithm)
        if len(self._first) * 8 != algorithm.block_size:
            raise ValueError(f'Invalid IV size ({len(self._first)}) for {self.name}.')


class ModeWithNonce(Mode):
    'A mode with a nonce.'


class ModeWithTweak(Mode):
    'A mode with a tweak.'


class ModeWithAuthenticationTag(Mode):
    'A mode with a tag.'


class CBC(ModeWithInitializationVector):
    name = 'CBC'


class CFB(ModeWithInitializationVector):
    name = 'CFB'


class CFB8(ModeWithInitializationVector):
    name = 'CFB8'


class OFB(ModeWithInitializationVector):
    name = 'OFB'


class ECB(Mode):
    name = 'ECB'


class CTR(ModeWithNonce):
    name = 'CTR'

    def __init__(self, nonce):
        if not is_bytes_like(nonce):
            raise TypeError('nonce must be bytes-like')
        self._first = nonce

    @property
    def nonce(self):
        return self._first

    def validate_for_algorithm(self, algorithm):
        self._check_aes(algorithm)
        if len(self._first) * 8 != algorithm.block_size:
            raise ValueError(f'Invalid nonce size ({len(self._first)}) for CTR.')


class XTS(ModeWithTweak):
    name = 'XTS'

    def __init__(self, tweak):
        if not is_bytes_like(tweak):
            raise TypeError('tweak must be bytes-like')
        if len(tweak) != 16:
            raise ValueError('tweak must be 128-bits (16 bytes)')
        self._first = tweak

    @property
    def tweak(self):
        return self._first

    def validate_for_algorithm(self, algorithm):
        if algorithm.name != 'AES' or type(algorithm).__name__ != 'AES':
            raise TypeError('The AES128 and AES256 classes do not support XTS, please use the standard AES class instead.')
        if algorithm.key_size not in (256, 512):
            raise ValueError('The XTS specification requires a 256-bit key for AES-128-XTS and 512-bit key for AES-256-XTS')


class GCM(ModeWithInitializationVector, ModeWithAuthenticationTag):
    name = 'GCM'

    def __init__(self, initialization_vector, tag=None, min_tag_length=16):
        if not is_bytes_like(initialization_vector):
            raise TypeError('initialization_vector must be bytes-like')
        if not 8 <= len(initialization_vector) <= 128:
            raise ValueError('initialization_vector must be between 8 and 128 bytes (64 and 1024 bits).')
        self._first = initialization_vector
        if tag is not None:
            if not isinstance(tag, bytes):
                raise TypeError('tag must be bytes')
            if min_tag_length < 4:
                raise ValueError('min_tag_length must be >= 4')
            if len(tag) < min_tag_length:
                raise ValueError(f'Authentication tag must be {min_tag_length} bytes or longer.')
        self._tag, self._min_tag_length = tag, min_tag_length

    @property
    def tag(self):
        return self._tag

    def validate_for_algorithm(self, algorithm):
        self._check_aes(algorithm)
        if not isinstance(algorithm, BlockCipherAlgorithm):
            raise UnsupportedAlgorithm('GCM requires a block cipher algorithm')
        if self._tag is not None and len(self._tag) > algorithm.block_size // 8:
            raise ValueError(f'Authentication tag cannot be more than {algorithm.block_size // 8} bytes.')
