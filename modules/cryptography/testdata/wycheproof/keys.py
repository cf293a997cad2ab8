# Everything with public keys: ECDSA, ECDH, Ed25519, Ed448, X25519, X448, RSA, ML-KEM, ML-DSA.
import base64
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, mldsa, mlkem, padding, rsa, utils, x25519, x448
from cryptography.hazmat.primitives.serialization import (
    Encoding, NoEncryption, PrivateFormat, PublicFormat, load_der_private_key, load_der_public_key, load_pem_private_key, load_pem_public_key)

CURVES = {'secp224r1': ec.SECP224R1, 'secp256r1': ec.SECP256R1, 'secp384r1': ec.SECP384R1, 'secp521r1': ec.SECP521R1,
          'secp256k1': ec.SECP256K1, 'P-256K': ec.SECP256K1, 'brainpoolP256r1': ec.BrainpoolP256R1,
          'brainpoolP384r1': ec.BrainpoolP384R1, 'brainpoolP512r1': ec.BrainpoolP512R1, 'P-256': ec.SECP256R1, 'P-384': ec.SECP384R1, 'P-521': ec.SECP521R1}

# Twists, points of small order and encodings that are not reduced: RFC 7748 computes with them,
# and the result of zeros is refused. Explicit parameters and what is no DER is refused.
ACCEPTABLE[:0] = [
    ('XDH', 'ZeroSharedSecret', False), ('XDH', 'LowOrderPublic', True), ('XDH', 'Twist', True), ('XDH', 'NonCanonicalPublic', True), ('XDH', 'SpecialPublicKey', True),
    ('ECDH', 'CompressedPoint', True), ('ECDH', 'CompressedPublic', True), ('ECDH', 'InvalidAsn', False), ('ECDH', 'InvalidPem', False),
    ('ECDH', 'UnnamedCurve', False), ('ECDH', 'UnusedParam', False),
    ('RSASSA-PKCS1-v1_5', 'MissingNull', False), ('RSASSA-PKCS1-v1_5', 'SmallModulus', True), ('RSASSA-PKCS1-v1_5', 'WeakHash', True),
    ('RSASSA-PKCS1-v1_5', 'SmallPublicKey', True),
    ('RSAES-OAEP', 'SmallIntegerCiphertext', True), ('RSAES-OAEP', 'Constructed', True), ('RSAES-OAEP', 'EncryptionWithLabel', True),
]


def hash_of(name):
    if name.startswith('SHAKE'):
        return getattr(hashes, name)({'SHAKE128': 32, 'SHAKE256': 64}[name])
    return getattr(hashes, name.replace('SHA-', 'SHA').replace('-', '_').replace('/', '_'))()


def prepare(doc, group):
    kind = group['type']
    if kind == 'MlDsaSign':
        return doc['algorithm']
    if 'publicKeyDer' in group:
        der = unhex(group['publicKeyDer'])
        try:
            key = load_der_public_key(der)
        except UnsupportedAlgorithm as e:
            raise Skip(str(e))
        except ValueError:
            if kind == 'MlDsaVerify':  # keys of wrong sizes are part of the test
                return None
            raise
        if 'publicKeyPem' in group:
            same(load_pem_public_key(group['publicKeyPem'].encode()).public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo),
                 key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo), 'PEM')
        return key
    if 'privateKeyPkcs8' in group:
        der = unhex(group['privateKeyPkcs8'])
        key = load_der_private_key(der, None)
        same(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()), der, 'PKCS #8')
        return key
    return None


def verifies(key, *args):
    try:
        key.verify(*args)
        return True
    except InvalidSignature:
        return False


def pss_shake(key, shake, salt, sig, msg):
    "RSASSA-PSS with SHAKE in place of MGF1 (RFC 8702), which no library has, made of what there is: numbers and SHAKE."
    size = shake.digest_size

    def squeeze(data, n):
        x = hashes.XOFHash(type(shake)(n))
        x.update(data)
        return x.squeeze(n)

    numbers = key.public_numbers()
    bits = numbers.n.bit_length() - 1
    s, n = int.from_bytes(sig, 'big'), (bits + 7) // 8
    if len(sig) != (key.key_size + 7) // 8 or s >= numbers.n:
        return False
    m = pow(s, numbers.e, numbers.n)
    if m >> 8 * n:
        return False
    m = m.to_bytes(n, 'big')
    masked, h, end = m[:-size - 1], m[-size - 1:-1], m[-1]
    if end != 0xbc or len(masked) < salt + 1 or masked[0] >> (8 - (8 * n - bits)):
        return False
    block = bytearray(a ^ b for a, b in zip(masked, squeeze(h, len(masked))))
    block[0] &= 0xff >> (8 * n - bits)
    if block[:-salt - 1] != bytes(len(block) - salt - 1) or block[-salt - 1] != 1:
        return False
    return squeeze(bytes(8) + squeeze(msg, size) + bytes(block[len(block) - salt:]), size) == h


def jwk(key, field):
    s = key[field]
    return base64.urlsafe_b64decode(s + '=' * (-len(s) % 4))


def ecdh(kind, curve, t):
    public, private = t['public'], t['private']
    try:
        if kind == 'EcdhPemTest':
            public, private = load_pem_public_key(public.encode()), load_pem_private_key(private.encode(), None)
        elif kind == 'EcdhWebcryptoTest':
            if public.get('crv') != private.get('crv') or public.get('kty') != 'EC':
                return False
            public = ec.EllipticCurvePublicKey.from_encoded_point(curve(), b'\4' + jwk(public, 'x') + jwk(public, 'y'))
            private = ec.derive_private_key(int.from_bytes(jwk(private, 'd'), 'big'), curve())
        else:
            private = ec.derive_private_key(int(private, 16), curve())
            public = load_der_public_key(unhex(public)) if kind == 'EcdhTest' else ec.EllipticCurvePublicKey.from_encoded_point(curve(), unhex(public))
        got = private.exchange(ec.ECDH(), public)
    except (ValueError, UnsupportedAlgorithm, TypeError, KeyError):
        return False
    same(got, unhex(t['shared']), 'shared secret')
    return True


def xdh(kind, curve, t):
    public, private = t['public'], t['private']
    name, classes = {'curve25519': ('X25519', (x25519.X25519PublicKey, x25519.X25519PrivateKey)),
                     'curve448': ('X448', (x448.X448PublicKey, x448.X448PrivateKey))}[curve]
    try:
        if kind == 'XdhAsnComp':
            public, private = load_der_public_key(unhex(public)), load_der_private_key(unhex(private), None)
        elif kind == 'XdhPemComp':
            public, private = load_pem_public_key(public.encode()), load_pem_private_key(private.encode(), None)
        else:
            if kind == 'XdhJwkComp':
                if any(k.get('crv') != name or k.get('kty') != 'OKP' for k in (public, private)):
                    return False
                public, private = jwk(public, 'x'), jwk(private, 'd')
            else:
                public, private = unhex(public), unhex(private)
            public, private = classes[0].from_public_bytes(public), classes[1].from_private_bytes(private)
        if type(public) is not classes[0] or type(private) is not classes[1]:
            return False
        got = private.exchange(public)
    except (ValueError, UnsupportedAlgorithm, TypeError, KeyError):
        return False
    same(got, unhex(t['shared']), 'shared secret')
    return True


def decrypts(key, t, pad):
    try:
        got = key.decrypt(unhex(t['ct']), pad)
    except ValueError:
        return False
    if t['result'] == 'invalid' and isinstance(pad, padding.PKCS1v15):  # gives something made up
        if got == unhex(t['msg']) or got != key.decrypt(unhex(t['ct']), pad):
            raise Wrong('the plaintext of a wrong padding')
        return False
    same(got, unhex(t['msg']), 'plaintext')
    return True


def kem(kind, group, t):
    cls = {'ML-KEM-512': mlkem.MLKEM512PrivateKey, 'ML-KEM-768': mlkem.MLKEM768PrivateKey, 'ML-KEM-1024': mlkem.MLKEM1024PrivateKey}[group['parameterSet']]
    try:
        if kind == 'MLKEMEncapsTest':
            key = getattr(mlkem, cls.__name__.replace('Private', 'Public')).from_public_bytes(unhex(t['ek']))
            shared, box = key.encapsulate()
            if t['result'] == 'valid':
                # The randomness comes from the system; the test gives in what takes it from the vector.
                shared, box = encapsulate_with(key, unhex(t['m']))
                same(shared, unhex(t['K']), 'shared secret')
                same(box, unhex(t['c']), 'ciphertext')
            return True
        if kind == 'MLKEMDecapsValidationTest':
            raise Skip('private keys without their seed')
        key = cls.from_seed_bytes(unhex(t['seed']))
        if 'ek' in t and t['result'] == 'valid':
            same(key.public_key().public_bytes_raw(), unhex(t['ek']), 'public key')
        if kind == 'MLKEMKeyGen':
            return True
        got = key.decapsulate(unhex(t['c']))
    except ValueError:
        return False
    if t['result'] == 'invalid':
        return got == unhex(t['K'])
    same(got, unhex(t['K']), 'shared secret')
    return True


def expanded(algorithm, secret):
    "A private key without its seed, through PKCS #8 (RFC 9881) and back."
    size = lambda n: b'\x82' + n.to_bytes(2, 'big')
    inner = b'\4' + size(len(secret)) + secret
    body = unhex('020100300b06096086480165030403') + {'44': b'\x11', '65': b'\x12', '87': b'\x13'}[algorithm[-2:]] + b'\4' + size(len(inner)) + inner
    der = b'\x30' + size(len(body)) + body
    key = load_der_private_key(der, None)
    same(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()), der, 'PKCS #8')
    try:
        key.private_bytes_raw()
        raise Wrong('a seed out of nothing')
    except ValueError:
        return key


def sign_mldsa(algorithm, group, t):
    cls = getattr(mldsa, algorithm.replace('-', '') + 'PrivateKey')
    try:
        if 'privateSeed' in group:
            key = cls.from_seed_bytes(unhex(group['privateSeed']))
            if 'privateKeyPkcs8' in group:
                same(load_der_private_key(unhex(group['privateKeyPkcs8']), None).private_bytes_raw(), key.private_bytes_raw(), 'PKCS #8')
        else:
            key = expanded(algorithm, unhex(group['privateKey']))
        ctx = unhex(t['ctx']) if 'ctx' in t else None
        if 'msg' not in t:  # but the hash; what cannot be signed here is verified
            same(key.public_key().public_bytes_raw(), unhex(group['publicKey']), 'public key')
            return verifies_mu(key.public_key(), unhex(t['sig']), unhex(t['mu']))
        signature = key.sign(unhex(t['msg']), ctx)
    except ValueError:
        return False
    # Signatures are randomised here; both must hold.
    key.public_key().verify(signature, unhex(t['msg']), ctx)
    if t['result'] == 'valid':
        same(key.public_key().public_bytes_raw(), unhex(group['publicKey']), 'public key')
        return verifies(key.public_key(), unhex(t['sig']), unhex(t['msg']), ctx)
    return True


def test(key, group, t):
    kind = group['type']
    if kind == 'EcdsaVerify':
        return verifies(key, unhex(t['sig']), unhex(t['msg']), ec.ECDSA(hash_of(group['sha'])))
    if kind == 'EcdsaBitcoinVerify':  # only the lower of s and -s, as BIP 62 wants
        sig = unhex(t['sig'])
        return (verifies(key, sig, unhex(t['msg']), ec.ECDSA(hash_of(group['sha']))) and
                utils.decode_dss_signature(sig)[1] <= ec.SECP256K1.group_order // 2)
    if kind == 'EcdsaP1363Verify':
        sig, size = unhex(t['sig']), (key.key_size + 7) // 8
        if len(sig) != 2 * size:
            return False
        sig = utils.encode_dss_signature(int.from_bytes(sig[:size], 'big'), int.from_bytes(sig[size:], 'big'))
        return verifies(key, sig, unhex(t['msg']), ec.ECDSA(hash_of(group['sha'])))
    if kind.startswith('Ecdh'):
        return ecdh(kind, CURVES[group['curve']], t)
    if kind.startswith('Xdh'):
        return xdh(kind, group['curve'], t)
    if kind == 'EddsaVerify':
        return verifies(key, unhex(t['sig']), unhex(t['msg']))
    if kind == 'RsassaPkcs1Verify':
        return verifies(key, unhex(t['sig']), unhex(t['msg']), padding.PKCS1v15(), hash_of(group['sha']))
    if kind == 'RsassaPkcs1Generate':
        got = key.sign(unhex(t['msg']), padding.PKCS1v15(), hash_of(group['sha']))
        same(got, unhex(t['sig']), 'signature')
        return verifies(key.public_key(), got, unhex(t['msg']), padding.PKCS1v15(), hash_of(group['sha']))
    if kind.startswith('RsassaPss'):
        if group['mgf'] != 'MGF1':
            return pss_shake(key, hash_of(group['mgf']), group['sLen'], unhex(t['sig']), unhex(t['msg']))
        return verifies(key, unhex(t['sig']), unhex(t['msg']), padding.PSS(padding.MGF1(hash_of(group['mgfSha'])), group['sLen']), hash_of(group['sha']))
    if kind == 'RsaesOaepDecrypt':
        try:
            return decrypts(key, t, padding.OAEP(padding.MGF1(hash_of(group['mgfSha'])), hash_of(group['sha']), unhex(t['label'])))
        except UnsupportedAlgorithm as e:
            raise Skip(str(e))
    if kind == 'RsaesPkcs1Decrypt':
        return decrypts(key, t, padding.PKCS1v15())
    if kind.startswith('MLKEM'):
        return kem(kind, group, t)
    if kind == 'MlDsaVerify':
        return key is not None and verdict(key, group, t)
    if kind == 'MlDsaSign':
        return sign_mldsa(key, group, t)
    raise Wrong('no driver for ' + kind)


def verifies_mu(key, signature, mu):
    try:
        key.verify_mu(signature, mu)
        return True
    except InvalidSignature:
        return False


def verdict(key, group, t):
    "Message and hash must agree."
    sig, msg, ctx = unhex(t['sig']), unhex(t['msg']), unhex(t['ctx']) if 'ctx' in t else None
    try:
        good = verifies(key, sig, msg, ctx)
        h = mldsa.MLDSAMuHasher(key, ctx)
        h.update(msg[:len(msg) // 2])
        h.update(msg[len(msg) // 2:])
        if verifies_mu(key, sig, h.finalize()) != good:
            raise Wrong('verify and verify_mu do not agree')
        return good
    except ValueError:
        return False
