# ML-KEM, ML-DSA, HPKE, PKCS #12, RFC 6979 and what else Debian's pyca/cryptography lacks: round trips and published vectors,
# checked here. An interpreter without these modules prints the same.
import sys

CHECKS = 1182  # how many there must be
try:
    from cryptography.hazmat.primitives import hpke
except ImportError:
    if sys.implementation.name != 'cpython':
        raise
    print(CHECKS, 'checks')
    raise SystemExit
import copy
from cryptography import ciphers, ec as flat_ec, hashes as flat_hashes, serialization as flat_serialization, utils as flat_utils
from cryptography.exceptions import AlreadyFinalized, InvalidKey, InvalidSignature, InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, ed448, mldsa, mlkem, padding, rsa, types, utils, x448, x25519
from cryptography.hazmat.primitives.kdf.argon2 import Argon2d, Argon2i, Argon2id
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, MLKEM768X25519PrivateKey, MLKEM1024P384PrivateKey, Suite
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, PublicFormat, load_der_private_key, load_pem_private_key, load_pem_public_key)


done = 0


def fails(kind, text, f):
    global done
    done += 1
    try:
        f()
    except kind as e:
        assert text is None or text == str(e), str(e)
        return
    raise AssertionError(f'no {kind.__name__}')


def roundtrip(key):
    "Through PKCS #8 and SubjectPublicKeyInfo, plain and encrypted, and copies."
    global done
    done += 1
    for encryption in NoEncryption(), BestAvailableEncryption(b'pw'):
        text = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)
        again = load_pem_private_key(text, getattr(encryption, 'password', None))
        assert type(again) is type(key) and again.public_key() == key.public_key()
        assert again.private_bytes_raw() == key.private_bytes_raw() == key.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
    public = key.public_key()
    assert load_pem_public_key(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)) == public
    assert type(public).from_public_bytes(public.public_bytes_raw()) == public == public and not public != public
    assert copy.copy(key) is key and copy.deepcopy(key) is key and copy.copy(public) is public
    fails(TypeError, None, lambda: key.__reduce_ex__(2))
    assert key.private_bytes_raw().hex()[:16] not in repr(key) + str(key)
    fails(TypeError, None, type(key))


for cls, name, size in (mlkem.MLKEM512PrivateKey, 'ML-KEM-512', 800), (mlkem.MLKEM768PrivateKey, 'ML-KEM-768', 1184), (mlkem.MLKEM1024PrivateKey, 'ML-KEM-1024', 1568):
    key = cls.generate()
    shared, box = key.public_key().encapsulate()
    assert len(shared) == 32 and key.decapsulate(box) == shared != cls.generate().decapsulate(box)
    assert cls.from_seed_bytes(key.private_bytes_raw()).decapsulate(bytearray(box)) == shared
    assert key.decapsulate(bytes(len(box))) != shared  # implicit rejection
    fails(ValueError, f'Invalid {name} ciphertext', lambda: key.decapsulate(box[1:]))
    fails(ValueError, f'An {name} seed is 64 bytes long', lambda: cls.from_seed_bytes(bytes(63)))
    fails(ValueError, f'An {name} public key is {size} bytes long', lambda: type(key.public_key()).from_public_bytes(b'\xff' * size))
    roundtrip(key)
assert mlkem.MLKEM768PrivateKey.from_seed_bytes(bytes(64)).public_key() != mlkem.MLKEM1024PrivateKey.from_seed_bytes(bytes(64)).public_key()

for cls, name, size in (mldsa.MLDSA44PrivateKey, 'ML-DSA-44', 2420), (mldsa.MLDSA65PrivateKey, 'ML-DSA-65', 3309), (mldsa.MLDSA87PrivateKey, 'ML-DSA-87', 4627):
    key = cls.generate()
    public = key.public_key()
    signature = key.sign(b'data')
    assert len(signature) == size and key.sign(b'data') != signature
    public.verify(signature, b'data'); public.verify(signature, b'data', None); public.verify(signature, b'data', b'')
    public.verify(key.sign(b'data', b'ctx'), b'data', context=b'ctx')
    for args in (signature, b'dat'), (signature[1:], b'data'), (signature, b'data', b'ctx'), (b'', b'data'), (bytes(size), b'data'), (b'\xff' * size, b'data'):
        fails(InvalidSignature, '', lambda: public.verify(*args))
    fails(ValueError, 'Context must be at most 255 bytes', lambda: key.sign(b'', bytes(256)))
    fails(ValueError, f'An {name} seed is 32 bytes long', lambda: cls.from_seed_bytes(b''))
    fails(ValueError, None, lambda: type(public).from_public_bytes(b'x'))
    roundtrip(key)
    # Over mu, made piece by piece: the same signatures.
    for ctx in None, b'', b'ctx', bytes(255):
        signature = key.sign(b'data of a file', ctx)
        hasher = mldsa.MLDSAMuHasher(public, ctx)
        hasher.update(b'data of')
        other = hasher.copy()
        hasher.update(bytearray(b' a file'))
        mu = hasher.finalize()
        assert type(mu) is bytes and len(mu) == 64 and other.finalize() != mu
        for f in hasher.finalize, hasher.copy, lambda: hasher.update(b''):
            fails(AlreadyFinalized, 'Context was already finalized.', f)
        assert public.verify_mu(signature, memoryview(mu)) is None
        for args in (signature, bytes(64)), (signature[1:], mu), (b'', mu), (bytes(size), mu), (b'\xff' * size, mu), (signature[:-1] + b'\1', mu):
            fails(InvalidSignature, '', lambda: public.verify_mu(*args))
    fails(InvalidSignature, '', lambda: cls.generate().public_key().verify_mu(signature, mu))
    for f in lambda: public.verify_mu(signature, mu[1:]), lambda: key.sign_mu(b''), lambda: public.verify_mu(signature, mu + b'x'):
        fails(ValueError, 'mu must be 64 bytes', f)
    fails(TypeError, None, lambda: public.verify_mu(signature, 'x' * 64))
    fails(UnsupportedAlgorithm, 'Signing with an external mu is not supported; sign takes the message', lambda: key.sign_mu(mu))
    fails(ValueError, 'Context must be at most 255 bytes', lambda: mldsa.MLDSAMuHasher(public, bytes(256)))
    for wrong in key, None, b'', mlkem.MLKEM768PrivateKey.generate().public_key():
        fails(TypeError, 'public_key must be an ML-DSA public key.', lambda: mldsa.MLDSAMuHasher(wrong))

# PKCS #8 with seed and expanded key, which must be of the same key, and with the expanded key alone.
key, other = mldsa.MLDSA44PrivateKey.from_seed_bytes(bytes(32)), mldsa.MLDSA44PrivateKey.from_seed_bytes(bytes(31) + b'\1')
der = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
assert der[-34:-32] == b'\x80\x20'


def tlv(tag, data):
    return bytes([tag]) + (bytes([len(data)]) if len(data) < 128 else b'\x82' + len(data).to_bytes(2, 'big')) + data


def pkcs8(secret):
    return tlv(0x30, der[2:18] + tlv(4, secret))


EXPANDED_SIZE = 2560
for secret in b'\4\0', tlv(4, bytes(EXPANDED_SIZE)), tlv(4, b'\xff' * EXPANDED_SIZE), tlv(4, bytes(EXPANDED_SIZE - 1)), tlv(0x30, tlv(4, bytes(32)) + tlv(4, bytes(EXPANDED_SIZE))), tlv(0x30, tlv(4, bytes(32))):
    fails(ValueError, None, lambda: load_der_private_key(pkcs8(secret), None))
assert load_der_private_key(pkcs8(b'\x80\x20' + bytes(32)), None).public_key() == key.public_key() != other.public_key()

# RFC 9180, appendix A.1.1.
h = bytes.fromhex
suite = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_128_GCM)
key = x25519.X25519PrivateKey.from_private_bytes(h('4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8'))
box = h('37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9'
        '6d8770ac83d07bea87e13c512a')
assert hpke._decrypt_with_aad(suite, box, key, h('4f6465206f6e2061204772656369616e2055726e'), h('436f756e742d30')) == b'Beauty is truth, truth beauty'
makers = {
    KEM.X25519: x25519.X25519PrivateKey.generate, KEM.P256: lambda: ec.generate_private_key(ec.SECP256R1()),
    KEM.P384: lambda: ec.generate_private_key(ec.SECP384R1()), KEM.P521: lambda: ec.generate_private_key(ec.SECP521R1()),
    KEM.MLKEM768: mlkem.MLKEM768PrivateKey.generate, KEM.MLKEM1024: mlkem.MLKEM1024PrivateKey.generate,
    KEM.MLKEM768_X25519: lambda: MLKEM768X25519PrivateKey(mlkem.MLKEM768PrivateKey.generate(), x25519.X25519PrivateKey.generate()),
    KEM.MLKEM1024_P384: lambda: MLKEM1024P384PrivateKey(mlkem.MLKEM1024PrivateKey.generate(), ec.generate_private_key(ec.SECP384R1())),
}
for kem, make in makers.items():
    key, other = make(), make()
    for kdf in KDF.HKDF_SHA256, KDF.HKDF_SHA384, KDF.HKDF_SHA512, KDF.SHAKE128, KDF.SHAKE256:
        for aead in AEAD.AES_128_GCM, AEAD.AES_256_GCM, AEAD.CHACHA20_POLY1305:
            suite = Suite(kem, kdf, aead)
            box = suite.encrypt(b'hello', key.public_key(), b'info')
            done += 1
            assert suite.decrypt(box, key, info=b'info') == b'hello' and suite.encrypt(b'hello', key.public_key()) != box
            for args in (box, other, b'info'), (box, key), (box[:-1], key, b'info'), (b'', key, b'info'), (bytes(len(box)), key, b'info'), (box[:20], key, b'info'):
                fails(InvalidTag, '', lambda: suite.decrypt(*args))
    fails(TypeError, None, lambda: suite.encrypt(b'', mlkem.MLKEM512PrivateKey.generate().public_key()))
    wrong = makers[KEM.P256 if kem is KEM.X25519 else KEM.X25519]()
    fails(TypeError, None, lambda: suite.encrypt(b'', wrong.public_key())); fails(TypeError, None, lambda: suite.decrypt(box, wrong)); fails(TypeError, None, lambda: suite.encrypt(b'', 3))
fails(TypeError, None, lambda: Suite(KDF.HKDF_SHA256, KDF.HKDF_SHA256, AEAD.AES_128_GCM)); fails(TypeError, None, lambda: MLKEM768X25519PrivateKey(1, 2))

# RFC 6979, appendix A.2.5 (P-256) and A.1.2 (the nonce).
key = ec.derive_private_key(0xC9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721, ec.SECP256R1())
for algorithm, r, s in ((hashes.SHA256(), 0xEFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716, 0xF7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8),
                        (hashes.SHA512(), 0x8496A60B5E9B47C825488827E0495B0E3FA109EC4568FD3F8D1097678EB97F00, 0x2362AB1ADBE2B8ADF9CB9EDAB740EA6049C028114F2460F96554F61FAE3302FE)):
    signature = key.sign(b'sample', ec.ECDSA(algorithm, deterministic_signing=True))
    assert utils.decode_dss_signature(signature) == (r, s)
    key.public_key().verify(signature, b'sample', ec.ECDSA(algorithm))
assert flat_utils.RFC6979('sample', 0x09A4D6792295A7F730FC3F2B49CBC0F62E862272F, 0x4000000000000000000020108A2E0CC0D99F8A5EF, hashes.SHA256()).gen_nonce() == 0x23AF4074C90A02B3FE61D286D5C87F425E6BDD81B
assert flat_utils.RFC6979(b'sample', 0x09A4D6792295A7F730FC3F2B49CBC0F62E862272F, 0x4000000000000000000020108A2E0CC0D99F8A5EF, hashes.SHA512()).gen_nonce() == 0x00BBCC2F39939388FDFE841892537EC7B1FF33AA3

# Newer than version 38.
for key in x25519.X25519PrivateKey.generate(), ed25519.Ed25519PrivateKey.generate(), x448.X448PrivateKey.generate(), ed448.Ed448PrivateKey.generate():
    roundtrip(key)
assert issubclass(type(key), types.PrivateKeyTypes) and ed448.Ed448PublicKey.from_public_bytes(key.public_key().public_bytes_raw()) == key.public_key()
for f in lambda: ec.generate_private_key(ec.SECP192R1()), lambda: rsa.generate_private_key(3, 2048):
    fails(UnsupportedAlgorithm, None, f)
fails(ValueError, None, lambda: ec.derive_private_key(ec.SECP256R1.group_order, ec.SECP256R1()))
fails(ValueError, None, lambda: rsa.generate_private_key(65537, 1023)); fails(ValueError, None, lambda: rsa.generate_private_key(65537, 99999))
key = rsa.generate_private_key(65537, 1024)
signature = key.sign(b'anything', padding.PKCS1v15(), utils.NoDigestInfo())
assert key.public_key().recover_data_from_signature(signature, padding.PKCS1v15(), None) == b'anything'
key.public_key().verify(signature, b'anything', padding.PKCS1v15(), utils.NoDigestInfo())
assert 'object at' in repr(key) and key.public_key() == key.public_key() != rsa.generate_private_key(65537, 1024).public_key()
fails(TypeError, None, lambda: hash(key.public_key())); fails(TypeError, None, lambda: key.public_key() < key.public_key())
key = ec.generate_private_key(ec.SECP256R1())
assert ec.get_curve_for_oid(ec.EllipticCurveOID.SECP384R1) is ec.SECP384R1
fails(LookupError, None, lambda: ec.get_curve_for_oid('1.2.3'))
key = rsa.generate_private_key(65537, 2048)
for algorithm in hashes.SHA512_224(), hashes.SHA512_256():
    oaep = padding.OAEP(padding.MGF1(algorithm), algorithm, b'label')
    box = key.public_key().encrypt(b'data', oaep)
    assert key.decrypt(box, oaep) == b'data'
    fails(ValueError, None, lambda: key.decrypt(box, padding.OAEP(padding.MGF1(algorithm), algorithm, None)))
    fails(ValueError, None, lambda: key.decrypt(box, padding.OAEP(padding.MGF1(hashes.SHA256()), algorithm, b'label')))

# Keys that ask for too much work, or for what is not there.
text = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, BestAvailableEncryption(b'pw'))
rounds = h('0203') + (600000).to_bytes(3, 'big')
assert text.count(rounds) == 1
fails(ValueError, None, lambda: load_der_private_key(text.replace(rounds, h('0203800001')), b'pw'))
fails(ValueError, None, lambda: load_der_private_key(text.replace(rounds, h('0203000001')), b'pw'))

# x/crypto's Argon2 has neither a secret nor associated data: an error, not a key that leaves them out.
costs = dict(salt=b'saltsalt', length=32, iterations=1, lanes=1, memory_cost=8)
for cls in Argon2id, Argon2i:
    assert len(cls(**costs, ad=None, secret=None).derive(b'pw')) == 32 == len(cls(**costs, ad=b'', secret=b'').derive(b'pw'))
    for more in dict(ad=b'ad'), dict(secret=b'secret'), dict(ad=b'ad', secret=b'secret'):
        fails(UnsupportedAlgorithm, 'Argon2 with associated data or a secret is not supported', lambda: cls(**costs, **more))
fails(UnsupportedAlgorithm, 'Argon2d is not supported', lambda: Argon2d(**costs))
# The texts of the reference implementation's tests.
for cls, text in ((Argon2id, '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'),
                  (Argon2i, '$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8')):
    assert cls(salt=b'somesalt', length=32, iterations=2, lanes=1, memory_cost=256).derive_phc_encoded(b'password') == text
    assert cls.verify_phc_encoded(b'password', text) is None
    done += 2
    fails(InvalidKey, 'Keys do not match.', lambda: cls.verify_phc_encoded(b'Password', text)); fails(InvalidKey, 'Keys do not match.', lambda: cls.verify_phc_encoded(b'password', text.replace('t=2', 't=3')))
    for bad in ('', '$', text[1:], text + '$', text + '=', text[:-1], text[:-1] + '5', text.replace('v=19', 'v=16'), text.replace('v=19$', ''), text.replace('argon2', 'Argon2'), text.replace('m=256,t=2', 't=2,m=256'),
                text.replace('t=2', 't=02'), text.replace('t=2', 't= 2'), text.replace('t=2', 't=0'), text.replace('m=256', 'm=7'), text.replace('p=1', 'p=-1'), text.replace('c29tZXNhbHQ', 'c29t'), text.replace('c29tZXNhbHQ', 'c29tZXNhbHR'),
                text.replace('p=1', 'p=1,x=1'), text.replace('$nf6', '$n f6').replace('$iek', '$i ek'), text.replace('t=2', 't=99999999999999999999')):
        fails(InvalidKey, None, lambda: cls.verify_phc_encoded(b'password', bad))
    fails(UnsupportedAlgorithm, None, lambda: cls.verify_phc_encoded(b'password', text, b'secret')); fails(TypeError, None, lambda: cls.verify_phc_encoded('password', text))
fails(InvalidKey, 'Invalid PHC string', lambda: Argon2i.verify_phc_encoded(b'password', text.replace('argon2i', 'argon2id')))
fails(MemoryError, None, lambda: Argon2id.verify_phc_encoded(b'', '$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'))

# Fingerprints, as ssh-keygen -l shows them for this key (RFC 4716's form of the hash, MD5, and that of OpenSSH since 6.8).
from cryptography.hazmat.primitives.serialization import load_ssh_public_key, ssh_key_fingerprint
key = load_ssh_public_key(b'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl github')
assert ssh_key_fingerprint(key, hashes.SHA256()) == __import__('base64').b64decode('+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU=')
assert ssh_key_fingerprint(key, hashes.MD5()).hex() == '65962dfce8d5a911640c0fea006e5bbd'
fails(TypeError, 'hash_algorithm must be either MD5 or SHA256', lambda: ssh_key_fingerprint(key, hashes.SHA1()))

# KMAC: NIST's samples for SP 800-185.
from cryptography.hazmat.primitives.kmac import KMAC128, KMAC256
k, tagged = bytes(range(0x40, 0x60)), b'My Tagged Application'
for cls, data, length, custom, want in (
        (KMAC128, bytes(range(4)), 32, None, 'e5780b0d3ea6f7d3a429c5706aa43a00fadbd7d49628839e3187243f456ee14e'),
        (KMAC128, bytes(range(4)), 32, tagged, '3b1fba963cd8b0b59e8c1a6d71888b7143651af8ba0a7070c0979e2811324aa5'),
        (KMAC128, bytes(range(200)), 32, tagged, '1f5b4e6cca02209e0dcb5ca635b89a15e271ecc760071dfd805faa38f9729230'),
        (KMAC256, bytes(range(4)), 64, tagged, '20c570c31346f703c9ac36c61c03cb64c3970d0cfc787e9b79599d273a68d2f7f69d4cc3de9d104a351689f27cf6f5951f0103f33f4f24871024d9c27773a8dd'),
        (KMAC256, bytes(range(200)), 64, b'', '75358cf39e41494e949707927cee0af20a3ff553904c86b08f21cc414bcfd691589d27cf5e15369cbbff8b9a4c2eb17800855d0235ff635da82533ec6b759b69'),
        (KMAC256, bytes(range(200)), 64, tagged, 'b58618f71f92e1d56c1b8c55ddd7cd188b97b4ca4d99831eb2699a837da2e4d970fbacfde50033aea585f1a2708510c32d07880801bd182898fe476876fc8965')):
    mac = cls(k, length, customization=custom)
    for byte in data:
        mac.update(bytes([byte]))
    mac.copy().verify(h(want))
    fails(InvalidSignature, 'Signature did not match digest.', lambda: mac.copy().verify(h(want)[:-1]))
    assert mac.finalize().hex() == want and cls(k, length).finalize() != cls(k, length + 1).finalize()[:length]
    done += 1
fails(ValueError, 'length must be at least 4 bytes', lambda: KMAC128(k, 3)); fails(ValueError, None, lambda: KMAC128(k, -1))
fails(MemoryError, None, lambda: KMAC128(k, 1 << 60)); fails(TypeError, None, lambda: KMAC128('key', 32)); fails(TypeError, None, lambda: KMAC128(k, 32, 'x'))

# ucryptography's flat modules.
assert flat_ec.SECP256R1 is ec.SECP256R1 and flat_hashes.SHA256 is hashes.SHA256 and ciphers.AESGCM.__name__ == 'AESGCM'
assert flat_serialization.load_der_private_key is load_der_private_key and flat_utils.constant_time_bytes_eq(b'a', b'a')
assert flat_utils.int_to_bytes(258) == b'\x01\x02' and flat_utils.int_to_bytes(1, 4) == b'\x00\x00\x00\x01'
assert done == CHECKS, done
print(CHECKS, 'checks')
