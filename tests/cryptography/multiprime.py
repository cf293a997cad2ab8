# RSA keys of three primes, and SipHash: what pyca/cryptography does not have; checked here against what openssl and
# the paper on SipHash say. An interpreter without them prints the same.
import base64
import sys

CHECKS = 38
try:
    from cryptography.hazmat.primitives import siphash
except ImportError:
    if sys.implementation.name != 'cpython':
        raise
    print(CHECKS, 'checks')
    raise SystemExit
from cryptography.exceptions import AlreadyFinalized, InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat, load_der_private_key, load_pem_private_key)

done = 0


def check(ok, what=None):
    global done
    done += 1
    assert ok, what


def fails(kind, text, f):
    try:
        f()
    except Exception as e:
        return check(type(e) is kind and text in str(e), repr(e))
    check(False, text)


# openssl genrsa -primes 3 1024
PEM = b'''
-----BEGIN PRIVATE KEY-----
MIIClwIBADANBgkqhkiG9w0BAQEFAASCAoEwggJ9AgEBAoGBALrru3CKFRKmsT09
SZz2T/PQejHDwAsnReAN0lAqAV8ZaZO+FSooz2gU06Lh+aK7aKwmIoENYDtqvoM1
zh3ulpX0fHwLiqQA0En94k/1ZN0CAimZJZyu3nyNbvL1NOoQzvtSszb69QRydjMQ
tXcRT69gZh6z7G/KeFZfRlDflkCzAgMBAAECgYAJA/+5cN+NU77uvjsDuBmpH+AU
8GUd5JoJMYF4Xl5MkPQ3rQ5mRyuh0IdX6B0sW5NXpNREND3+BnvYmi8FSOFqiMfy
t0VnCR4hxyTFQ2q5Ayj59vdmhC+ri7BYy965OM3+4dv5R8eUWsT8urPTGn9nLywu
XMKdTkGqotH/es4XSQIrN3GPg0YPW0Cpe6KwvmiFvOocGdyjWof6Vmghfyok+8He
qF9j/mTh+ma/xwIrHRdl6AdOqxvKcffTzfinkzBXN25NWzaVjRLcEweUjn5JRSWD
tmrtC0gPHwIrAycrIS0HzIm12bkb0ghBqseph3L7uzdGbkmHtiKgbczNq8eY+Sul
ikbzmwIrAfb0kOj9bRzhXTUJft2OI6ieG0Y9vy0+iFp/tmFKrRzmQd84t/ccryhc
rQIrAyrhkHthVACXyd23ztCBeYUXB8QGudDgZabJ8bqKHwyD1FAEARkRh2RUlDCB
ijCBhwIrHarkf3iZz3b4Y4f8H1vLJJDL7yKCyWDDQIko/jaB1r0LJXky73UDbHVK
qwIrEnl33zVPutTgKsLkqvZzkyqkBB9eiF68V/TR1TRGOF3ykfxeTqV0Y1bLDwIr
Cd08lvOBLsnZ+dJykTTlgBPJXZEYmZ6wXkuRGNaHVg3iHPXk9OIJZFWDTg==
-----END PRIVATE KEY-----
'''
# printf hello | openssl dgst -sha256 -sign key.pem
SIGNATURE = bytes.fromhex('2fd438994dbf64484a0effb7e408bd516df0cdca51ec2a1a1488db359e0d3718f89ff4403b54c0ab5622cbe393e59391dd81ff0b5e548ac45600a90b35ca92ed065f795563c33da9261991177d3f0eb7b598df576778ade0b2edfc891f13e2af412f7a733666b9dbc653fc49bc52701dd1f10053ee044772c127a62fcf911523')
key = load_pem_private_key(PEM.strip(), None)
public = key.public_key()
check(key.key_size == 1024)
check(key.sign(b'hello', padding.PKCS1v15(), hashes.SHA256()) == SIGNATURE)
public.verify(SIGNATURE, b'hello', padding.PKCS1v15(), hashes.SHA256())
for salt in 0, 20:
    pss = padding.PSS(padding.MGF1(hashes.SHA256()), salt)
    public.verify(key.sign(b'hello', pss, hashes.SHA256()), b'hello', pss, hashes.SHA256())
pss = padding.PSS(padding.MGF1(hashes.SHA1()), 7)
public.verify(key.sign(b'hello', pss, hashes.SHA256()), b'hello', pss, hashes.SHA256())
for pad in padding.PKCS1v15(), padding.OAEP(padding.MGF1(hashes.SHA1()), hashes.SHA1(), None), padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), b'label'):
    check(key.decrypt(public.encrypt(b'secret', pad), pad) == b'secret')

# Written as it was read; what has no room for a third prime says so.
der = base64.b64decode(b''.join(PEM.strip().split(b'\n')[1:-1]))
check(key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()) == der)
check(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) == PEM.lstrip())
for pem in key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()), key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b'word')):
    again = load_pem_private_key(pem, b'word' if b'ENCRYPTED' in pem else None)
    check(again.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()) == der)
fails(UnsupportedAlgorithm, 'more than two primes', key.private_numbers)
fails(UnsupportedAlgorithm, 'Unsupported key type.', lambda: key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()))

# A byte that is wrong in any of the numbers, a list that is empty or too long, a version that does not fit.
def item(b):
    "Tag, contents and what follows."
    n, i = b[1], 2
    if n > 128:
        i = 2 + n - 128
        n = int.from_bytes(b[2:i], 'big')
    return b[0], b[i:i + n], b[i + n:]


def enc(tag, b):
    n = len(b)
    size = n.to_bytes(1 + (n > 255), 'big')
    return bytes([tag]) + (size if n < 128 else bytes([128 + len(size)]) + size) + b


def pkcs1(version, numbers, others):
    num = lambda n: enc(2, n.to_bytes(n.bit_length() // 8 + 1, 'big'))
    out = b''.join(map(num, [version] + numbers))
    if others is not None:
        out += enc(48, b''.join(enc(48, b''.join(map(num, o))) for o in others))
    return enc(48, out)


# PrivateKeyInfo: version, algorithm, and RSAPrivateKey in an OCTET STRING
rest = item(item(item(item(der)[1])[2])[2])[1]
tag, version, rest = item(item(rest)[1])
check(version == b'\1')
numbers = []
while rest[0] == 2:
    tag, n, rest = item(rest)
    numbers.append(int.from_bytes(n, 'big'))
other, info = [], item(item(rest)[1])[1]
while info:
    tag, n, info = item(info)
    other.append(int.from_bytes(n, 'big'))
check((len(numbers), len(other)) == (8, 3))
n, e, d, p, q, dp, dq, qinv = numbers
check(p * q * other[0] == n)
check(load_der_private_key(pkcs1(1, numbers, [other]), None).private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()) == der)
for i in range(8):
    wrong = list(numbers)
    wrong[i] += 2
    fails(ValueError, '', lambda: load_der_private_key(pkcs1(1, wrong, [other]), None))
for i in range(3):
    wrong = list(other)
    wrong[i] += 2
    fails(ValueError, 'Invalid private key', lambda: load_der_private_key(pkcs1(1, numbers, [wrong]), None))
for version, others in (0, [other]), (1, None), (1, []), (2, [other]), (1, [other, [1, 1, 1]]), (1, [other] * 4):
    fails(ValueError, '', lambda: load_der_private_key(pkcs1(version, numbers, others), None))

# appendix A of the paper; the first of the reference implementation's vectors for 16 bytes
sip = siphash.SipHash(bytes(range(16)))
sip.update(bytes(range(9)))
sip.update(bytearray(range(9, 15)))
check(sip.finalize() == bytes.fromhex('e545be4961ca29a1'))
fails(AlreadyFinalized, '', lambda: sip.update(b''))
sip = siphash.SipHash(bytes(range(16)), tag_length=16)
sip.verify(bytes.fromhex('a3817f04ba25a8e66df67214c7550293'))
fails(InvalidSignature, 'Value did not match computed tag.', lambda: siphash.SipHash(bytes(16)).verify(bytes(8)))
fails(ValueError, 'A SipHash key is 16 bytes long', lambda: siphash.SipHash(bytes(15)))
fails(ValueError, 'tag_length must be 8 or 16', lambda: siphash.SipHash(bytes(16), 12))
fails(TypeError, '', lambda: siphash.SipHash('key'))
assert done == CHECKS, done
print(CHECKS, 'checks')
