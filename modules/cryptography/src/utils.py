# What pyca/cryptography and ucryptography have in a module of this name.
from _cryptography import HMAC
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed, decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.constant_time import bytes_eq as constant_time_bytes_eq
from cryptography.hazmat.primitives.hashes import Hash


class CryptographyDeprecationWarning(UserWarning):
    'Something that will go away.'


def int_to_bytes(integer, length=None):
    if length == 0:
        raise ValueError("length argument can't be 0")
    return integer.to_bytes(length or (integer.bit_length() + 7) // 8 or 1, 'big')


class RFC6979:
    'The nonces of deterministic ECDSA: gen_nonce() for a message, the private number x and the order q.'

    def __init__(self, msg, x, q, hashfunc):
        self._msg = msg.encode() if isinstance(msg, str) else msg
        self._x, self._q, self._hash = x, q, hashfunc

    def _bits(self, data):
        return int.from_bytes(data, 'big') >> max(len(data) * 8 - self._q.bit_length(), 0)

    def _mac(self, key, *parts):
        h = HMAC(key, self._hash)
        for part in parts:
            h.update(part)
        return h.finalize()

    def gen_nonce(self):
        q, size = self._q, (self._q.bit_length() + 7) // 8
        h = Hash(self._hash)
        h.update(self._msg)
        seed = self._x.to_bytes(size, 'big') + (self._bits(h.finalize()) % q).to_bytes(size, 'big')
        v, k = b'\x01' * self._hash.digest_size, b'\x00' * self._hash.digest_size
        for mark in b'\x00', b'\x01':
            k = self._mac(k, v, mark, seed)
            v = self._mac(k, v)
        while True:
            t = b''
            while len(t) < size:
                v = self._mac(k, v)
                t += v
            nonce = self._bits(t[:size])
            if 1 <= nonce < q:
                return nonce
            k = self._mac(k, v, b'\x00')
            v = self._mac(k, v)
