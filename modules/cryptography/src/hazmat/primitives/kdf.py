# What all key derivation functions have in common.
from _cryptography import AlreadyFinalized, InvalidKey, to_bytes, write_into
from cryptography.hazmat.primitives.constant_time import bytes_eq


class KeyDerivationFunction:
    'Makes keys of other secrets: derive, verify.'


def length(n):
    'Checks the length of a key.'
    return unsigned(n, 'length')


def unsigned(n, name):
    if not hasattr(n, '__index__'):
        raise TypeError(f"argument '{name}': {type(n).__name__!r} object cannot be interpreted as an integer")
    if n < 0:
        raise OverflowError("can't convert negative int to unsigned")
    return n


def only_bytes(value, name, optional=True):
    'Checks an argument that must be bytes; None may be the empty string.'
    if value is None and optional:
        return b''
    if not isinstance(value, bytes):
        raise TypeError(f"argument '{name}': {type(value).__name__!r} object is not an instance of 'bytes'")
    return value


class OneUse(KeyDerivationFunction):
    'A derivation that can be done once; _compute does it.'
    _used = False

    def _fill(self, size, block):
        'The key from block(1), block(2) and so on, of this size.'
        out = bytearray(self._length)  # asked for before the work
        for i in range(0, self._length, size):
            out[i:i + size] = block(i // size + 1)[:self._length - i]
        return bytes(out)

    def derive(self, key_material):
        key_material = to_bytes(key_material, 'key_material')
        if self._used:
            raise AlreadyFinalized('Context was already finalized.')
        self._used = True
        return self._compute(key_material)

    def derive_into(self, key_material, buffer):
        key_material = to_bytes(key_material, 'key_material')
        if self._used:
            raise AlreadyFinalized('Context was already finalized.')
        if len(buffer) != self._length:
            raise ValueError(f'buffer must be {self._length} bytes')
        write_into(buffer, b'')
        self._used = True
        write_into(buffer, self._compute(key_material))
        return self._length

    def verify(self, key_material, expected_key):
        key_material = to_bytes(key_material, 'key_material')
        expected_key = to_bytes(expected_key, 'expected_key')
        if not bytes_eq(self.derive(key_material), expected_key):
            raise InvalidKey('Keys do not match.')
