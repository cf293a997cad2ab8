# Filling data up to whole blocks, and undoing it.
from _cryptography import AlreadyFinalized, check_padding, to_bytes


class PaddingContext:
    'One message that is being padded or unpadded.'

    def __init__(self, size, style):
        self._size, self._style, self._data = size, style, b''


class _Padder(PaddingContext):
    def __init__(self, size, style):
        super().__init__(size, style)
        self._count = 0

    def update(self, data):
        data = to_bytes(data, 'buf')
        if self._data is None:
            raise AlreadyFinalized('Context was already finalized.')
        self._count += len(data)
        return data

    def finalize(self):
        if self._data is None:
            raise AlreadyFinalized('Context was already finalized.')
        self._data = None
        n = self._size - self._count % self._size
        return bytes([n]) * n if self._style == 'PKCS7' else bytes(n - 1) + bytes([n])


class _Unpadder(PaddingContext):
    def update(self, data):
        data = to_bytes(data, 'buf')
        if self._data is None:
            raise AlreadyFinalized('Context was already finalized.')
        data = self._data + data
        keep = max(len(data) // self._size - 1, 0) * self._size
        self._data = data[keep:]
        return data[:keep]

    def finalize(self):
        data, self._data = self._data, None
        if data is None:
            raise AlreadyFinalized('Context was already finalized.')
        n = check_padding(data, self._size, self._style)
        if not n:
            raise ValueError('Invalid padding bytes.')
        return data[:-n]


class _Padding:
    def __init__(self, block_size):
        if not 0 <= block_size <= 2040:
            raise ValueError('block_size must be in range(0, 2041).')
        if block_size % 8:
            raise ValueError('block_size must be a multiple of 8.')
        self.block_size = block_size

    def padder(self):
        return _Padder(self.block_size // 8, type(self).__name__)

    def unpadder(self):
        return _Unpadder(self.block_size // 8, type(self).__name__)


class PKCS7(_Padding):
    'Each byte of the padding is its length (RFC 5652).'


class ANSIX923(_Padding):
    'Zeros, and the length in the last byte.'
