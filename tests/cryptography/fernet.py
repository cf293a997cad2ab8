# Fernet tokens: the specification's own vectors, round trips, errors
import base64
from cryptography.fernet import Fernet, InvalidToken, MultiFernet


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


key = b'cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4='
f = Fernet(key)
token = b'gAAAAAAdwJ6wAAECAwQFBgcICQoLDA0ODy021cpGVWKZ_eEwCGM4BLLF_5CV9dOPmrhuVUPgJobwOz7JcbmrR64jVmpU4IwqDA=='
t(lambda: f.decrypt(token))
t(lambda: f.decrypt(token.decode()))
t(lambda: f.decrypt_at_time(token, 60, 499162801))
t(lambda: f.decrypt_at_time(token, 60, 499162800 + 61))
t(lambda: f.decrypt_at_time(token, 60, 499162800 - 60))
t(lambda: f.decrypt_at_time(token, 60, 499162800 - 61))
t(lambda: f.decrypt_at_time(token, None, 499162800))
t(lambda: f.decrypt(token, 60))
t(lambda: f.decrypt(token, ttl='x'))
t(lambda: f.extract_timestamp(token))
t(lambda: f.extract_timestamp(token[:-4] + b'AAA='))
print(f._seal(b'hello', 499162800, bytes(range(16))) == token if hasattr(f, '_seal') else True)

raw = base64.urlsafe_b64decode(token)
for i in range(0, len(raw), 7):
    bad = bytearray(raw)
    bad[i] ^= 1
    t(lambda: f.decrypt(base64.urlsafe_b64encode(bad)))
for n in 0, 1, 8, 9, 24, 25, 41, 57, 72:
    t(lambda: f.decrypt(base64.urlsafe_b64encode(raw[:n])))
for bad in b'', '', b'abc', 'é', None, 5, bytearray(token), b'%%%%', b'A':
    t(lambda: f.decrypt(bad))
for bad in b'', b'abc', 'abc', b'A' * 43, base64.urlsafe_b64encode(bytes(31)), base64.urlsafe_b64encode(bytes(33)):
    t(lambda: Fernet(bad))
t(lambda: Fernet(key.decode()).decrypt(token))
for bad in 'text', None, 5, bytearray(b'x'):
    t(lambda: f.encrypt(bad))
t(lambda: Fernet(Fernet.generate_key()).decrypt(token))
print(len(Fernet.generate_key()), type(Fernet.generate_key()).__name__, Fernet.generate_key() == Fernet.generate_key())
for n in 0, 1, 15, 16, 17, 1000:
    made = f.encrypt(bytes(n))
    print(n, len(made), f.decrypt(made) == bytes(n), f.encrypt(bytes(n)) == made, 0 <= f.extract_timestamp(made) - 1700000000 < 1 << 40)
print(f.extract_timestamp(f.encrypt_at_time(b'x', 12345)), f.decrypt(f.encrypt_at_time(b'x', 12345)))
t(lambda: f.encrypt_at_time(b'x', -1))

other = Fernet(base64.urlsafe_b64encode(bytes(32)))
both = MultiFernet([other, f])
t(lambda: both.decrypt(token))
turned = both.rotate(token)
t(lambda: (other.decrypt(turned), other.extract_timestamp(turned)))
t(lambda: f.decrypt(turned))
t(lambda: both.extract_timestamp(token))
t(lambda: both.decrypt_at_time(token, 60, 499162801))
t(lambda: both.decrypt(both.encrypt(b'x')))
t(lambda: other.decrypt(both.encrypt_at_time(b'x', 7)))
t(lambda: MultiFernet([other]).decrypt(token))
t(lambda: MultiFernet([other]).rotate(token))
t(lambda: MultiFernet([]))
t(lambda: MultiFernet(iter([f])).decrypt(token))
