# Ed448 and X448. Written by pyca/cryptography 48.
import copy
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ed25519, ed448, x25519, x448
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, PublicFormat, load_der_private_key, load_der_public_key,
    load_pem_private_key, load_pem_public_key)

h = bytes.fromhex


def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, *e.args[:1])


def kind(f):
    try:
        f()
        print('ok')
    except Exception as e:
        print(type(e).__name__)


def refused(f):
    "With whatever: pyca/cryptography 48 has an InternalError for some, woma ValueError."
    try:
        f()
        print('loaded')
    except Exception:
        print('refused')


# RFC 8032, section 7.4.
for secret, public, message, signature in (
        ('6c82a562cb808d10d632be89c8513ebf6c929f34ddfa8c9f63c9960ef6e348a3528c8a3fcc2f044e39a3fc5b94492f8f032e7549a20098f95b',
         '5fd7449b59b461fd2ce787ec616ad46a1da1342485a70e1f8a0ea75d80e96778edf124769b46c7061bd6783df1e50f6cd1fa1abeafe8256180', '',
         '533a37f6bbe457251f023c0d88f976ae2dfb504a843e34d2074fd823d41a591f2b233f034f628281f2fd7a22ddd47d7828c59bd0a21bfd3980ff0d2028d4b18a'
         '9df63e006c5d1c2d345b925d8dc00b4104852db99ac5c7cdda8530a113a0f4dbb61149f05a7363268c71d95808ff2e652600'),
        ('c4eab05d357007c632f3dbb48489924d552b08fe0c353a0d4a1f00acda2c463afbea67c5e8d2877c5e3bc397a659949ef8021e954e0a12274e',
         '43ba28f430cdff456ae531545f7ecd0ac834a55d9358c0372bfa0c6c6798c0866aea01eb00742802b8438ea4cb82169c235160627b4c3a9480', '03',
         '26b8f91727bd62897af15e41eb43c377efb9c610d48f2335cb0bd0087810f4352541b143c4b981b7e18f62de8ccdf633fc1bf037ab7cd779805e0dbcc0aae1cb'
         'cee1afb2e027df36bc04dcecbf154336c19f0af7e0a6472905e799f1953d2a0ff3348ab21aa4adafd1d234441cf807c03a00')):
    k = ed448.Ed448PrivateKey.from_private_bytes(h(secret))
    pub, m = k.public_key(), h(message)
    print(pub.public_bytes_raw().hex() == public, k.sign(m).hex() == signature, k.private_bytes_raw().hex() == secret)
    t(lambda: pub.verify(h(signature), m)); t(lambda: pub.verify(h(signature), m + b'x')); t(lambda: pub.verify(h(signature)[:-1], m))
    t(lambda: pub.verify(b'', m)); t(lambda: pub.verify(h(signature)[:-1] + b'\1', m)); kind(lambda: pub.verify(signature, m)); kind(lambda: k.sign('x'))
    print(pub == ed448.Ed448PublicKey.from_public_bytes(h(public)), pub == ed448.Ed448PublicKey.from_public_bytes(bytes(57)), pub == 3, pub != 3)
    t(lambda: ed448.Ed448PublicKey.from_public_bytes(b'\xff' * 57).verify(h(signature), m))
    t(lambda: k.sign(bytes(range(256)) * 300)); t(lambda: k.sign(memoryview(bytearray(m))) == k.sign(m))

# RFC 7748, section 6.2.
a = x448.X448PrivateKey.from_private_bytes(h('9a8f4925d1519f5775cf46b04b5800d4ee9ee8bae8bc5565d498c28dd9c9baf574a9419744897391006382a6f127ab1d9ac2d8c0a598726b'))
b = x448.X448PrivateKey.from_private_bytes(h('1c306a7ac2a0e2e0990b294470cba339e6453772b075811d8fad0d1d6927c120bb5ee8972b0d3e21374c9c921b09d1b0366f10b65173992d'))
for k in a, b:
    t(lambda: k.public_key().public_bytes_raw()); t(lambda: k.private_bytes_raw())
t(lambda: a.exchange(b.public_key())); print(a.exchange(b.public_key()) == b.exchange(a.public_key()), a.public_key() == b.public_key(), a.public_key() == a.public_key())
# Points of low order give a secret of zeros, which is refused; numbers beyond the prime count modulo it.
p = 2**448 - 2**224 - 1
for u in 0, 1, p - 1, p, p + 1, 2, p + 5, p - 2, 2**448 - 1:
    t(lambda: a.exchange(x448.X448PublicKey.from_public_bytes(u.to_bytes(56, 'little'))))
kind(lambda: a.exchange(3)); kind(lambda: a.exchange(a)); kind(lambda: a.exchange(x25519.X25519PrivateKey.from_private_bytes(bytes(range(32))).public_key()))
for cls, name, size in ((ed448.Ed448PrivateKey, 'from_private_bytes', 57), (ed448.Ed448PublicKey, 'from_public_bytes', 57),
                        (x448.X448PrivateKey, 'from_private_bytes', 56), (x448.X448PublicKey, 'from_public_bytes', 56)):
    for data in b'', bytes(size - 1), bytes(size + 1), 'x' * size, None:
        kind(lambda: getattr(cls, name)(data))
    kind(lambda: cls())
t(lambda: ed448.Ed448PrivateKey.from_private_bytes(bytes(3))); t(lambda: ed448.Ed448PublicKey.from_public_bytes(bytes(3)))

# Serialization.
for k in ed448.Ed448PrivateKey.from_private_bytes(bytes(range(57))), b:
    pub = k.public_key()
    t(lambda: k.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())); t(lambda: pub.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))
    print(k.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(), pub.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode())
    print(k.private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption()) == k.private_bytes_raw(), pub.public_bytes(Encoding.Raw, PublicFormat.Raw) == pub.public_bytes_raw())
    for e in NoEncryption(), BestAvailableEncryption(b'pw'):
        for encoding, load in (Encoding.PEM, load_pem_private_key), (Encoding.DER, load_der_private_key):
            data, password = k.private_bytes(encoding, PrivateFormat.PKCS8, e), getattr(e, 'password', None)
            again = load(data, password)
            print(type(again).__name__, again.private_bytes_raw() == k.private_bytes_raw(), again.public_key() == pub)
            kind(lambda: load(data, b'no')); kind(lambda: load(data[:-3], password)); kind(lambda: load(data, None))
        for encoding, form in ((Encoding.PEM, PrivateFormat.TraditionalOpenSSL), (Encoding.PEM, PrivateFormat.OpenSSH), (Encoding.Raw, PrivateFormat.Raw),
                               (Encoding.Raw, PrivateFormat.PKCS8), (Encoding.PEM, PrivateFormat.Raw), (Encoding.X962, PrivateFormat.PKCS8)):
            kind(lambda: k.private_bytes(encoding, form, e))
    for encoding, load in (Encoding.PEM, load_pem_public_key), (Encoding.DER, load_der_public_key):
        data = pub.public_bytes(encoding, PublicFormat.SubjectPublicKeyInfo)
        print(load(data) == pub); kind(lambda: load(data[:-4]))
    for encoding, form in (Encoding.PEM, PublicFormat.PKCS1), (Encoding.OpenSSH, PublicFormat.OpenSSH), (Encoding.Raw, PublicFormat.SubjectPublicKeyInfo), (Encoding.PEM, PublicFormat.Raw):
        kind(lambda: pub.public_bytes(encoding, form))
    print(copy.copy(pub) == pub)
# One byte too few or too many inside, the other curve's identifier, parameters that must not be there.
der = b.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
for bad in (der.replace(h('06032b656f'), h('06032b6571')), der.replace(h('06032b656f'), h('06032b656e')), der[:1] + bytes([der[1] - 1]) + der[2:-3] + der[-2:],
            h('3048') + der[2:5] + h('30070603') + der[9:12] + h('0500') + der[12:], der + b'\0'):
    refused(lambda: load_der_private_key(bad, None))
der = b.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
for bad in der.replace(h('06032b656f'), h('06032b6571')), der.replace(h('06032b656f'), h('06032b656e')), der + b'\0', der[:-1]:
    refused(lambda: load_der_public_key(bad))
print(type(ed448.Ed448PrivateKey.generate()).__name__, type(x448.X448PrivateKey.generate()).__name__, len(ed448.Ed448PrivateKey.generate().sign(b'')))
print(ed448.Ed448PrivateKey.generate().public_key() == ed448.Ed448PrivateKey.generate().public_key(), x448.X448PrivateKey.generate().public_key() == x448.X448PrivateKey.generate().public_key())
