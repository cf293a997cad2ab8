# AES key wrap (RFC 3394) and the same with padding (RFC 5649).
from _cryptography import InvalidUnwrap, unwrap, wrap


def _check(wrapping_key):
    if len(wrapping_key) not in (16, 24, 32):
        raise ValueError('The wrapping key must be a valid AES key length')


def aes_key_wrap(wrapping_key, key_to_wrap, backend=None):
    _check(wrapping_key)
    if len(key_to_wrap) < 16:
        raise ValueError('The key to wrap must be at least 16 bytes')
    if len(key_to_wrap) % 8:
        raise ValueError('The key to wrap must be a multiple of 8 bytes')
    return wrap(wrapping_key, key_to_wrap, False)


def aes_key_unwrap(wrapping_key, wrapped_key, backend=None):
    if len(wrapped_key) < 24:
        raise InvalidUnwrap('Must be at least 24 bytes')
    if len(wrapped_key) % 8:
        raise InvalidUnwrap('The wrapped key must be a multiple of 8 bytes')
    _check(wrapping_key)
    return unwrap(wrapping_key, wrapped_key, False)


def aes_key_wrap_with_padding(wrapping_key, key_to_wrap, backend=None):
    _check(wrapping_key)
    if not 1 <= len(key_to_wrap) <= 2**32:
        raise ValueError('key_to_wrap must be between 1 and 2^32 bytes')
    return wrap(wrapping_key, key_to_wrap, True)


def aes_key_unwrap_with_padding(wrapping_key, wrapped_key, backend=None):
    if len(wrapped_key) < 16:
        raise InvalidUnwrap('Must be at least 16 bytes')
    _check(wrapping_key)
    return unwrap(wrapping_key, wrapped_key, True)
