# Fernet: messages that are encrypted, authenticated and dated under one key.
# The format is that of https://github.com/fernet/spec: AES-128-CBC with PKCS #7, then
# HMAC-SHA256 over all that comes before it, in base64.
import base64
import binascii
import os
import time as _time
from _cryptography import InvalidSignature, InvalidToken, to_bytes
from cryptography.hazmat.primitives import hashes, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hmac import HMAC

_VERSION = b'\x80'
_SKEW = 60  # seconds that another clock may be ahead


def _now():
    return int(_time.time())


def _unpack(token):
    # The date a token claims, and its bytes; neither is to be believed yet.
    if not isinstance(token, (str, bytes)):
        raise TypeError('token must be bytes or str')
    try:
        data = base64.urlsafe_b64decode(token)
    except binascii.Error:
        raise InvalidToken from None
    if len(data) < 9 or data[:1] != _VERSION:
        raise InvalidToken
    return int.from_bytes(data[1:9], 'big'), data


class Fernet:
    'One key. Encrypted messages, tokens, are bytes of URL-safe base64.'

    # Objects of Go hold the keys, which nothing in Python can see.
    __slots__ = ('_mac', '_aes', '__weakref__')

    def __init__(self, key, backend=None):
        try:
            key = base64.urlsafe_b64decode(key)
        except binascii.Error:
            key = b''
        if len(key) != 32:
            raise ValueError('Fernet key must be 32 url-safe base64-encoded bytes.')
        self._mac = HMAC(key[:16], hashes.SHA256())
        self._aes = algorithms.AES(key[16:])

    @classmethod
    def generate_key(cls):
        'A new random key.'
        return base64.urlsafe_b64encode(os.urandom(32))

    def encrypt(self, data):
        'A token with the data and the present time.'
        return self.encrypt_at_time(data, _now())

    def encrypt_at_time(self, data, current_time):
        return self._seal(data, current_time, os.urandom(16))

    def decrypt(self, token, ttl=None):
        'The data of a token, which may not be older than ttl seconds.'
        dated, data = _unpack(token)
        return self._open(data, dated, None if ttl is None else (ttl, _now()))

    def decrypt_at_time(self, token, ttl, current_time):
        if ttl is None:
            raise ValueError('decrypt_at_time() can only be used with a non-None ttl')
        dated, data = _unpack(token)
        return self._open(data, dated, (ttl, current_time))

    def extract_timestamp(self, token):
        'When a token was made, if it is genuine.'
        dated, data = _unpack(token)
        self._check(data)
        return dated

    def _seal(self, data, dated, iv):
        if not isinstance(data, bytes):
            raise TypeError('data must be bytes')
        padder = padding.PKCS7(128).padder()
        padded = padder.update(data) + padder.finalize()
        e = Cipher(self._aes, modes.CBC(iv)).encryptor()
        body = _VERSION + dated.to_bytes(8, 'big') + iv + e.update(padded) + e.finalize()
        mac = self._mac.copy()
        mac.update(body)
        return base64.urlsafe_b64encode(body + mac.finalize())

    def _check(self, data):
        mac = self._mac.copy()
        mac.update(data[:-32])
        try:
            mac.verify(data[-32:])
        except InvalidSignature:
            raise InvalidToken from None

    def _open(self, data, dated, limit):
        if limit is not None:
            ttl, now = limit
            if dated + ttl < now or now + _SKEW < dated:
                raise InvalidToken
        self._check(data)
        unpadder = padding.PKCS7(128).unpadder()
        try:
            d = Cipher(self._aes, modes.CBC(data[9:25])).decryptor()
            padded = d.update(data[25:-32]) + d.finalize()
            return unpadder.update(padded) + unpadder.finalize()
        except ValueError:
            raise InvalidToken from None


class MultiFernet:
    'Several keys: the first encrypts, any of them decrypts.'

    __slots__ = ('_fernets', '__weakref__')

    def __init__(self, fernets):
        fernets = list(fernets)
        if not fernets:
            raise ValueError('MultiFernet requires at least one Fernet instance')
        self._fernets = fernets

    def _any(self, attempt):
        for f in self._fernets:
            try:
                return attempt(f)
            except InvalidToken:
                pass
        raise InvalidToken

    def encrypt(self, msg):
        return self.encrypt_at_time(msg, _now())

    def encrypt_at_time(self, msg, current_time):
        return self._fernets[0].encrypt_at_time(msg, current_time)

    def rotate(self, msg):
        'The token of any key as one of the first, with its old date.'
        dated, data = _unpack(msg)
        plain = self._any(lambda f: f._open(data, dated, None))
        return self._fernets[0].encrypt_at_time(plain, dated)

    def decrypt(self, msg, ttl=None):
        return self._any(lambda f: f.decrypt(msg, ttl))

    def decrypt_at_time(self, msg, ttl, current_time):
        return self._any(lambda f: f.decrypt_at_time(msg, ttl, current_time))

    def extract_timestamp(self, msg):
        return self._any(lambda f: f.extract_timestamp(msg))
