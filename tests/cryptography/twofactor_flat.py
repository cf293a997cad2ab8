# ucryptography has the two in one module
from cryptography import twofactor
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.hotp import HOTP

assert twofactor.HOTP is HOTP
# The first value of RFC 4226, appendix D.
assert twofactor.HOTP(b'12345678901234567890', 6, SHA1()).generate(0) == b'755224'
assert twofactor.TOTP(b'12345678901234567890', 8, SHA1(), 30).generate(59) == b'94287082'
try:
    twofactor.TOTP(b'12345678901234567890', 8, SHA1(), 30).verify(b'94287083', 59)
except twofactor.InvalidToken:
    print('ok')
