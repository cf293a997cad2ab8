# TOTP (RFC 6238).
from cryptography.hazmat.primitives import constant_time
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.hotp import HOTP, _generate_uri


class TOTP:
    'Passwords that change with time.'

    def __init__(self, key, length, algorithm, time_step, backend=None, enforce_key_length=True):
        self._time_step = time_step
        self._hotp = HOTP(key, length, algorithm, enforce_key_length=enforce_key_length)

    def generate(self, time):
        'The password at a time in seconds, as bytes.'
        if not isinstance(time, (int, float)):
            raise TypeError('Time parameter must be an integer type or float type.')
        return self._hotp.generate(int(time / self._time_step))

    def verify(self, totp, time):
        if not constant_time.bytes_eq(self.generate(time), totp):
            raise InvalidToken('Supplied TOTP value does not match.')

    def get_provisioning_uri(self, account_name, issuer):
        'What authenticator programs read from a QR code. It contains the key.'
        return _generate_uri(self._hotp, 'totp', account_name, issuer, [('period', int(self._time_step))])
