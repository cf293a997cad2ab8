# One-time passwords: the tables of RFC 4226 and RFC 6238, URIs, errors
from cryptography.hazmat.primitives.hashes import MD5, SHA1, SHA256, SHA512
from cryptography.hazmat.primitives.twofactor import InvalidToken
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from cryptography.hazmat.primitives.twofactor.totp import TOTP


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


key = b'12345678901234567890'
h = HOTP(key, 6, SHA1())
print([h.generate(i) for i in range(10)])
for length in 6, 7, 8:
    print(HOTP(key, length, SHA1()).generate(2 ** 40), HOTP(key, length, SHA512()).generate(0))
secrets = {SHA1: key, SHA256: b'12345678901234567890123456789012', SHA512: b'1234567890' * 6 + b'1234'}
for hash, secret in secrets.items():
    for when in 59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000:
        print(hash.name, when, TOTP(secret, 8, hash(), 30).generate(when))
print(TOTP(key, 8, SHA1(), 30).generate(59.9))
t(lambda: h.verify(b'755224', 0))
t(lambda: h.verify(b'755225', 0))
t(lambda: h.verify('755224', 0))
t(lambda: TOTP(key, 8, SHA1(), 30).verify(b'94287082', 59))
t(lambda: TOTP(key, 8, SHA1(), 30).verify(b'94287083', 59))
t(lambda: TOTP(key, 8, SHA1(), 30).verify(b'94287082', '59'))
for bad in -1, 2 ** 64, 1.5, '1', None:
    t(lambda: h.generate(bad))
t(lambda: h.generate(2 ** 64 - 1))
t(lambda: HOTP(b'short', 6, SHA1()))
t(lambda: HOTP(b'short', 6, SHA1(), enforce_key_length=False).generate(1))
for bad in 5, 9, '6', 6.0:
    t(lambda: HOTP(key, bad, SHA1()))
t(lambda: HOTP(key, 6, MD5()))
t(lambda: TOTP(key, 6, SHA1, 30))
for account, issuer in ('Alice Smith', None), ('alice@example.com', 'Example'), ('a/b?c&d=é', 'World Wide / Ltd & Co~'), ('x', ''):
    t(lambda: h.get_provisioning_uri(account, 1, issuer))
    t(lambda: TOTP(key, 8, SHA256(), 60).get_provisioning_uri(account, issuer))
