# Arguments that have to be taken, or refused before they do harm. Written by pyca/cryptography 48.
from cryptography import x509
from cryptography.hazmat.primitives import hashes, keywrap
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash, ConcatKDFHMAC
from cryptography.hazmat.primitives.kdf.kbkdf import CounterLocation, KBKDFCMAC, KBKDFHMAC, Mode
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.kdf.x963kdf import X963KDF


def t(f, text=True):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, e if text else '')


H = hashes.SHA256()
# All of a message at once.
t(lambda: hashes.Hash.hash(H, b'abc'))
t(lambda: hashes.Hash.hash(hashes.SHAKE128(5), bytearray(b'abc')))
t(lambda: hashes.Hash.hash(algorithm=hashes.SHA3_256(), data=memoryview(b'')))
t(lambda: hashes.Hash.hash('sha256', b''))
t(lambda: hashes.Hash.hash(H, 'text'), False)

# Nothing cannot be wrapped.
t(lambda: keywrap.aes_key_wrap_with_padding(bytes(16), b''))
t(lambda: keywrap.aes_key_wrap_with_padding(bytes(16), b'a'))

# A salt that was forgotten, costs that are no numbers.
t(lambda: PBKDF2HMAC(H, 32, None, 1), False)
t(lambda: Scrypt(None, 32, 16, 8, 1), False)
t(lambda: Scrypt(b'salt', 32, '16', 8, 1))
t(lambda: Scrypt(b'salt', 32, 16.0, 8, 1))
costs = {'salt': b'saltsalt', 'length': 32, 'iterations': 1, 'lanes': 1, 'memory_cost': 32}
for name in 'iterations', 'lanes', 'memory_cost':
    t(lambda: Argon2id(**costs | {name: '1'}))
    t(lambda: Argon2id(**costs | {name: 99.5}))
t(lambda: Argon2id(*costs.values()).derive(b'password'))
t(lambda: Argon2id.verify_phc_encoded(b'password', b'$argon2id'))

# A counter that would start again.
fixed = 4, CounterLocation.BeforeFixed, b'label', b'context', None
for blocks in 255, 256, 257:
    t(lambda: KBKDFHMAC(H, Mode.CounterMode, blocks * 32, 1, *fixed).derive(b'key')[-5:])
    t(lambda: KBKDFCMAC(AES, Mode.CounterMode, blocks * 16, 1, *fixed).derive(bytes(16))[-5:])
t(lambda: KBKDFHMAC(H, Mode.CounterMode, 70, 4, *fixed).derive(b'key'))
t(lambda: KBKDFHMAC(H, Mode.CounterMode, 0, 4, *fixed).derive(b'key'))
t(lambda: ConcatKDFHash(H, 70, b'info').derive(b'key'))
t(lambda: ConcatKDFHMAC(H, 33, b'salt', b'info').derive(b'key'))
t(lambda: X963KDF(H, 65, b'info').derive(b'key'))
t(lambda: X963KDF(H, 0, b'info').derive(b'key'))

# Names as text: bytes of UTF-8 in hexadecimal.
for text in r'CN=\C3\A9', r'CN=a\20', r'CN=\e2\82\ac\, CN', 'CN=\xe9', r'CN=\C3', 'CN=#C3A9', r'CN=\23', r'CN=\00b':
    t(lambda: x509.Name.from_rfc4514_string(text).public_bytes(), r'\C3' != text[3:])
for text in r'CN=\Z', 'CN=a ', 'CN', 'XX=a', 'CN=a,', 'CN=a;b':
    try:
        print(x509.Name.from_rfc4514_string(text))
    except ValueError:
        print('ValueError')
t(lambda: x509.ObjectIdentifier(5))
print(x509.verification.__name__)
