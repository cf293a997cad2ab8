# Objects with keys show none: not printed, not formatted, not in errors, not when copied or reduced. CPython, which has
# no cryptolib, prints the same.
import sys

TEXTS, OBJECTS = 840, 42  # how many there must be
if sys.implementation.name == 'cpython':
    print(TEXTS, 'texts show nothing of', OBJECTS, 'objects')
    raise SystemExit
import copy
import cryptolib
import hmac
import os
import woma
from cryptography.fernet import Fernet, MultiFernet
from cryptography.hazmat.primitives import cmac, hashes, kmac, serialization, siphash, poly1305
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, mldsa, mlkem, x448, x25519
from cryptography.hazmat.primitives.ciphers import Cipher, aead, algorithms, modes
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.twofactor.hotp import HOTP
from cryptography.hazmat.primitives.twofactor.totp import TOTP
import base64

secret = b'Sesame, open! Key of 32 bytes...'
assert len(secret) == 32
# How it could look: as it is, in hexadecimal, in base64; the half that is a Fernet key too.
looks = []
for part in secret, secret[:16], secret[16:]:
    looks += [part.decode(), part.hex(), part.hex().upper(), base64.b64encode(part).decode()[:16], base64.urlsafe_b64encode(part).decode()[:16],
              str(int.from_bytes(part, 'big')), ', '.join(map(str, part))]

fernet = Fernet(base64.urlsafe_b64encode(secret))
things = [
    aead.AESGCM(secret), aead.AESCCM(secret), aead.AESGCMSIV(secret), aead.AESOCB3(secret), aead.AESSIV(secret), aead.ChaCha20Poly1305(secret),
    algorithms.AES(secret), algorithms.ChaCha20(secret, bytes(16)), Cipher(algorithms.AES(secret), modes.ECB()),
    Cipher(algorithms.AES(secret), modes.CBC(bytes(16))).encryptor(), Cipher(algorithms.AES(secret), modes.GCM(bytes(12))).decryptor(),
    HMAC(secret, hashes.SHA256()), cmac.CMAC(algorithms.AES(secret)), poly1305.Poly1305(secret), hmac.new(secret, b'', 'sha256'),
    cryptolib.aes(secret, 1), cryptolib.aes(secret, 11, bytes(12)), cryptolib.chacha20_poly1305(secret, bytes(12)),
    cryptolib.aes(secret, 9, bytes(12)), cryptolib.ascon(secret[:16], 1, bytes(16)), siphash.SipHash(secret[:16]),
    fernet, MultiFernet([fernet]), HOTP(secret, 6, hashes.SHA1()), TOTP(secret, 6, hashes.SHA1(), 30), HKDF(hashes.SHA256(), 32, bytes(32), b''),
]
number = int.from_bytes(secret, 'big')
things += [
    ed25519.Ed25519PrivateKey.from_private_bytes(secret), x25519.X25519PrivateKey.from_private_bytes(secret),
    ed448.Ed448PrivateKey.from_private_bytes(secret + bytes(25)), x448.X448PrivateKey.from_private_bytes(secret + bytes(24)),
    ec.derive_private_key(number, ec.SECP256R1()), ec.derive_private_key(number, ec.SECP256K1()), mldsa.MLDSA44PrivateKey.from_seed_bytes(secret),
    mlkem.MLKEM512PrivateKey.from_seed_bytes(secret * 2), mlkem.MLKEM768PrivateKey.from_seed_bytes(secret * 2), kmac.KMAC128(secret, 32), kmac.KMAC256(secret, 32),
]
assert things[-11].private_bytes_raw() == secret and things[-6].private_numbers().private_value == number
encryption = serialization.BestAvailableEncryption(secret), serialization.PrivateFormat.OpenSSH.encryption_builder().build(secret)
things += [*encryption, things[-6].private_numbers()]
pkcs8 = '-----BEGIN PRIVATE KEY-----\n' + base64.b64encode(bytes.fromhex('302e020100300506032b657004220420') + secret).decode() + '\n-----END PRIVATE KEY-----\n'
looks.append(pkcs8.split('\n')[1][20:60])
things.append(woma.SigningKey.load(pkcs8))
store = 'woma_hygiene_test.keys'
if os.path.exists(store):
    os.remove(store)
things.append(woma.keystore(store, secret, create=True, memory=8192, passes=1))
things[-1].set('entry', secret)
os.remove(store)  # the open store remembers


done = 0


def check(text, what):
    global done
    done += 1
    for look in looks:
        assert look not in text, (what, text)


for thing in things:
    kind = type(thing).__name__
    for show in repr, str, '{}'.format, '{!r}'.format, lambda x: '%s %r' % (x, x), lambda x: repr([x]), lambda x: repr({1: x}), lambda x: repr(type(x)):
        check(show(thing), kind)
    # Errors do not quote keys.
    for wrong in lambda: thing + 1, lambda: thing.nothing, lambda: thing(secret), lambda: thing[0], lambda: thing.encrypt(), lambda: thing.verify(b''), \
            lambda: thing.decrypt(b'x' * 12, b'y' * 40, None), lambda: {thing: 1}[0], lambda: thing.update(5):
        try:
            wrong()
        except Exception as e:
            check(str(e) + repr(e), kind)
    # Nobody saves one by chance.
    try:
        saved = thing.__reduce_ex__(2)
        check(repr(saved), kind + ' reduced')
    except TypeError as e:
        check(str(e), kind)
    try:
        check(repr(copy.copy(thing)), kind + ' copied')
    except TypeError as e:
        check(str(e), kind)

# Bad keys are not quoted either.
for make in ed448.Ed448PrivateKey.from_private_bytes, x448.X448PrivateKey.from_private_bytes, mlkem.MLKEM512PrivateKey.from_seed_bytes, aead.AESGCM, aead.ChaCha20Poly1305, algorithms.AES, Fernet, woma.SigningKey.load, lambda k: woma.seal(k, b''), lambda k: woma.open(k, b''), \
        lambda k: cryptolib.aes(k, 1), lambda k: cryptolib.ascon(k, 1, bytes(16)), siphash.SipHash, lambda k: HOTP(k[:9], 6, hashes.SHA1()):
    for bad in secret + b'!', secret.decode() + '!', secret[:31]:
        try:
            make(bad)
            assert False, make
        except (TypeError, ValueError) as e:
            check(str(e) + repr(e), 'error of a constructor')
things[-1].close()
assert (done, len(things)) == (TEXTS, OBJECTS), (done, len(things))
print(TEXTS, 'texts show nothing of', OBJECTS, 'objects')
