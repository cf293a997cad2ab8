# One-time passwords: HOTP counts, TOTP goes by the clock.
class InvalidToken(Exception):
    'A one-time password that is wrong.'
