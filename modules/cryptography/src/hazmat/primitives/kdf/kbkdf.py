# The derivations of NIST SP 800-108 in counter mode: keys from a key, as smart cards make them.
from _cryptography import CMAC, HMAC, UnsupportedAlgorithm
from cryptography.hazmat._enum import Enum
from cryptography.hazmat.primitives.ciphers import BlockCipherAlgorithm
from cryptography.hazmat.primitives.hashes import HashAlgorithm
from cryptography.hazmat.primitives.kdf import KeyDerivationFunction, OneUse, length as check_length, only_bytes


class Mode(Enum):
    'How blocks are chained: they are counted.'
    CounterMode = 'ctr'


class CounterLocation(Enum):
    'Where the counter stands among what is the same in all blocks.'
    BeforeFixed = 'before_fixed'
    AfterFixed = 'after_fixed'
    MiddleFixed = 'middle_fixed'


class _KBKDF(OneUse):
    def __init__(self, algorithm, mode, length, rlen, llen, location, label, context, fixed, backend=None, *, break_location=None):
        if not isinstance(mode, Mode):
            raise TypeError('mode must be of type Mode')
        if not isinstance(location, CounterLocation):
            raise TypeError('location must be of type CounterLocation')
        middle = location is CounterLocation.MiddleFixed
        if break_location is None:
            if middle:
                raise ValueError('Please specify a break_location')
        elif not middle:
            raise ValueError('break_location is ignored when location is not CounterLocation.MiddleFixed')
        elif not isinstance(break_location, int):
            raise TypeError('break_location must be an integer')
        elif break_location < 0:
            raise ValueError('break_location must be a positive integer')
        if (label or context) and fixed:
            raise ValueError('When supplying fixed data, label and context are ignored.')
        if rlen is not None and not isinstance(rlen, int):
            raise TypeError('value must be of type int')
        if rlen is None or not 1 <= rlen <= 4:
            raise ValueError('rlen must be between 1 and 4')
        if llen is None and fixed is None:
            raise ValueError('Please specify an llen')
        if llen is not None and not isinstance(llen, int):
            raise TypeError('llen must be an integer')
        if llen == 0:
            raise ValueError('llen must be non-zero')
        label, context = only_bytes(label, 'label'), only_bytes(context, 'context')
        self._algorithm, self._length, self._rlen = algorithm, check_length(length), rlen
        self._fixed = only_bytes(fixed, 'fixed') or label + b'\0' + context + (length * 8).to_bytes(llen)
        if -(-length // self._size) >= 256 ** rlen:
            raise ValueError('There are too many iterations.')
        # Where the counter goes.
        self._at = break_location if middle else 0 if location is CounterLocation.BeforeFixed else len(self._fixed)

    def _blocks(self, start):
        if self._at > len(self._fixed):
            raise ValueError('break_location offset > len(fixed)')

        def block(i):
            prf = start()
            prf.update(self._fixed[:self._at] + i.to_bytes(self._rlen) + self._fixed[self._at:])
            return prf.finalize()
        return self._fill(self._size, block)


class KBKDFHMAC(_KBKDF):
    'With HMAC.'

    def __init__(self, algorithm, *args, **kwargs):
        if not isinstance(algorithm, HashAlgorithm):
            raise UnsupportedAlgorithm('Algorithm supplied is not a supported hash algorithm.')
        self._size = algorithm.digest_size
        super().__init__(algorithm, *args, **kwargs)

    def _compute(self, key):
        return self._blocks(HMAC(key, self._algorithm).copy)


class KBKDFCMAC(_KBKDF):
    'With CMAC; the algorithm is a class, as AES is.'

    def __init__(self, algorithm, *args, **kwargs):
        if not isinstance(algorithm, type) or not issubclass(algorithm, BlockCipherAlgorithm):
            raise UnsupportedAlgorithm('Algorithm supplied is not a supported cipher algorithm.')
        self._size = algorithm.block_size // 8
        super().__init__(algorithm, *args, **kwargs)

    def _compute(self, key):
        return self._blocks(CMAC(self._algorithm(key)).copy)
