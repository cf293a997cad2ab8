# HOTP (RFC 4226).
import base64
from cryptography.hazmat.primitives import constant_time
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, SHA512
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.twofactor import InvalidToken

HOTPHashTypes = (SHA1, SHA256, SHA512)
_PLAIN = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~'


def _quote(text, also=b''):
    # text for a URI
    return ''.join([chr(c) if c in _PLAIN or c in also else '%%%02X' % c for c in str(text).encode()])


def _generate_uri(hotp, type_name, account_name, issuer, extra_parameters):
    fields = [('digits', hotp._length), ('secret', base64.b32encode(hotp._key).decode()),
              ('algorithm', hotp._algorithm.name.upper())]
    if issuer is not None:
        fields.append(('issuer', issuer))
    query = '&'.join([name + '=' + '+'.join(map(_quote, str(value).split(' '))) for name, value in fields + extra_parameters])
    label = _quote(account_name, b'/')
    if issuer:
        label = _quote(issuer, b'/') + ':' + label
    return f'otpauth://{type_name}/{label}?{query}'


class HOTP:
    'Passwords that count up.'

    def __init__(self, key, length, algorithm, backend=None, enforce_key_length=True):
        if len(key) < 16 and enforce_key_length is True:
            raise ValueError('Key length has to be at least 128 bits.')
        if not isinstance(length, int):
            raise TypeError('Length parameter must be an integer type.')
        if not 6 <= length <= 8:
            raise ValueError('Length of HOTP has to be between 6 and 8.')
        if not isinstance(algorithm, HOTPHashTypes):
            raise TypeError('Algorithm must be SHA1, SHA256 or SHA512.')
        self._key, self._length, self._algorithm = key, length, algorithm

    def __reduce_ex__(self, protocol):  # a key is not saved by chance
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")

    def generate(self, counter):
        'The password for a counter, as bytes.'
        if not isinstance(counter, int):
            raise TypeError('Counter parameter must be an integer type.')
        try:
            moving = counter.to_bytes(8, 'big')
        except OverflowError:
            raise ValueError(f'Counter must be between 0 and {2 ** 64 - 1}.') from None
        mac = HMAC(self._key, self._algorithm)
        mac.update(moving)
        digest = mac.finalize()
        at = digest[-1] & 15
        number = int.from_bytes(digest[at:at + 4], 'big') & 0x7fffffff
        return f'{number % 10 ** self._length:0{self._length}}'.encode()

    def verify(self, hotp, counter):
        if not constant_time.bytes_eq(self.generate(counter), hotp):
            raise InvalidToken('Supplied HOTP value does not match.')

    def get_provisioning_uri(self, account_name, counter, issuer):
        'What authenticator programs read from a QR code. It contains the key.'
        return _generate_uri(self, 'hotp', account_name, issuer, [('counter', int(counter))])
