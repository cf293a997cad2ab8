# HMAC in both modules, CMAC, KMAC, SipHash, and GMAC, which is GCM over nothing.
import hashlib
import hmac
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import cmac, hashes, kmac, siphash
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hmac import HMAC


def prepare(doc, group):
    name = doc['algorithm']
    if name.startswith('HMAC'):
        name = name[4:].lower().replace('/', '_').replace('-', '_')
        return name, getattr(hashes, name.upper())
    return name, None


def mac(name, kind, t, key, msg, size):
    if name.startswith('KMAC'):
        cls = getattr(kmac, name)
        whole, pieces = cls(key, size), cls(key, size)
        whole.update(msg)
        for i in range(0, len(msg), 13):
            pieces.update(msg[i:i + 13])
        copied, tag = pieces.copy(), whole.finalize()
        copied.verify(tag)
        same(pieces.finalize(), tag, 'in pieces')
        return tag
    if name.startswith('SipHash'):
        whole, pieces, checked = (siphash.SipHash(key, size) for _ in range(3))
        whole.update(msg)
        checked.update(msg)
        for i in range(0, len(msg), 5):
            pieces.update(msg[i:i + 5])
        tag = whole.finalize()
        checked.verify(tag)
        same(pieces.finalize(), tag, 'in pieces')
        return tag
    if name == 'AES-GMAC':
        return AESGCM(key).encrypt(unhex(t['iv']), b'', msg)
    if name == 'AES-CMAC':
        c = cmac.CMAC(algorithms.AES(key))
        c.update(msg)
        c, d = c.copy(), c
        tag = c.finalize()
        d.verify(tag)
        return tag
    digest = hmac.digest(key, msg, name)
    h = hmac.new(key, digestmod=name)
    for i in range(0, len(msg), 13):
        h.update(msg[i:i + 13])
    same(h.digest(), digest, 'hmac.new')
    h = HMAC(key, kind())
    h.update(msg)
    c = h.copy()
    same(h.finalize(), digest, 'cryptography HMAC')
    c.verify(digest)
    return digest


def test(shared, group, t):
    name, kind = shared
    key, msg, tag = unhex(t['key']), unhex(t['msg']), unhex(t['tag'])
    try:
        got = mac(name, kind, t, key, msg, len(tag))
    except ValueError:
        # A key that AES does not have, a nonce that GCM does not have.
        if name == 'AES-CMAC' and len(key) in (16, 24, 32):
            raise
        if name == 'AES-GMAC' and 8 <= len(unhex(t['iv'])) <= 128:
            raise
        if name == 'AES-GMAC' and t['result'] == 'valid':
            raise Skip('nonces below 8 bytes, which pyca/cryptography refuses')
        return False
    if len(tag) != group['tagSize'] // 8:
        raise Wrong('odd vector')
    return hmac.compare_digest(got[:len(tag)], tag)
