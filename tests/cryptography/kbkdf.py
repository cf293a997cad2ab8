# SP 800-108 in counter mode. Written by pyca/cryptography 38.
import random

from cryptography.exceptions import InvalidKey, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.kdf.kbkdf import KBKDFCMAC, KBKDFHMAC, CounterLocation, Mode

rng = random.Random(108)


def shown(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, *e.args[:1])


def kind(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)


for mode in Mode:
    print(mode, mode.value)
for location in CounterLocation:
    print(repr(location), location.name)
for i in range(60):
    location = rng.choice(list(CounterLocation))
    rlen, llen, length = rng.randint(1, 4), rng.randint(2, 4), rng.choice([1, 16, 20, 32, 33, 100, 4000])
    at = rng.randint(0, 8) if location is CounterLocation.MiddleFixed else None
    label, context, fixed = [rng.randbytes(rng.randint(0, 20)) for _ in range(3)]
    key = rng.randbytes(32)
    for kdf in ((lambda *a, **k: KBKDFHMAC(hashes.SHA256(), *a, **k)), (lambda *a, **k: KBKDFHMAC(hashes.SHA512(), *a, **k)), (lambda *a, **k: KBKDFHMAC(hashes.SHA1(), *a, **k)),
                (lambda *a, **k: KBKDFCMAC(algorithms.AES, *a, **k))):
        shown(lambda: kdf(Mode.CounterMode, length, rlen, llen, location, label, context, None, break_location=at).derive(key))
        shown(lambda: kdf(Mode.CounterMode, length, rlen, None, location, None, None, fixed + b'fixed', break_location=at).derive(key))

# NIST's KDFCTR, CMAC with AES-128 before and HMAC with SHA-256 after: keys as NXP's AN10922 and others make them.
h = bytes.fromhex
good = dict(mode=Mode.CounterMode, length=32, rlen=4, llen=4, location=CounterLocation.BeforeFixed, label=b'label', context=b'context', fixed=None)
hmac = lambda **more: KBKDFHMAC(**(dict(algorithm=hashes.SHA256()) | good | more))
cmac = lambda **more: KBKDFCMAC(**(dict(algorithm=algorithms.AES) | good | more))
for f in hmac, cmac:
    key = f().derive(bytes(16))
    print(key.hex(), f().verify(bytes(16), key))
    shown(lambda: f(backend=None).derive(bytearray(16)))
    kind(lambda: f().verify(bytes(16), key[:-1])); kind(lambda: f().verify(bytes(16), b'x' * 32)); kind(lambda: f().derive('x')); kind(lambda: f().verify(b'x' * 16, key))
    k = f()
    k.derive(bytes(16))
    kind(lambda: k.derive(bytes(16))); kind(lambda: k.verify(bytes(16), key))
    for more in (dict(mode='ctr'), dict(location='before'), dict(rlen=None), dict(rlen=5), dict(rlen='4'), dict(llen=None), dict(llen='4'), dict(fixed=b'fixed'), dict(break_location=1),
                 dict(location=CounterLocation.MiddleFixed), dict(location=CounterLocation.MiddleFixed, break_location='1'), dict(location=CounterLocation.MiddleFixed, break_location=-1)):
        shown(lambda: f(**more).derive(bytes(16)))
    for more in dict(label='label'), dict(context=3), dict(length=8161, rlen=1), dict(location=CounterLocation.MiddleFixed, break_location=99), dict(llen=1, length=1000):
        kind(lambda: f(**more).derive(bytes(16)))
    shown(lambda: len(f(length=4080, rlen=1).derive(bytes(16))))
    shown(lambda: f(label=None, context=None).derive(bytes(16)))
kind(lambda: hmac(algorithm='sha256')); kind(lambda: cmac(algorithm=hashes.SHA256)); kind(lambda: cmac().derive(bytes(15)))
