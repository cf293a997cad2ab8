# Key derivation: HKDF, PBKDF2 in both modules, and PBES2's scheme, which is PBKDF2
# followed by CBC.
import hashlib
from cryptography.hazmat.primitives import hashes, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC


def prepare(doc, group):
    name = doc['algorithm']
    if name.startswith('Pbe'):  # PbeWithHmacSha256AndAes_128
        hash, _, bits = name[len('PbeWithHmac'):].partition('AndAes_')
        return 'PBES2', hash.lower(), int(bits) // 8
    kind, _, hash = name.partition('-')
    return kind, hash.lower().replace('hmac', '').replace('-', ''), 0


def test(shared, group, t):
    kind, name, size = shared
    algorithm = getattr(hashes, name.upper())()
    if kind == 'HKDF':
        ikm, salt, info = unhex(t['ikm']), unhex(t['salt']), unhex(t['info'])
        try:
            out = HKDF(algorithm, t['size'], salt, info).derive(ikm)
        except ValueError:
            return False
        same(out, unhex(t['okm']), 'key')
        return True
    password, salt, n = unhex(t['password']), unhex(t['salt']), t['iterationCount']
    size = size or t['dkLen']
    key = None
    if n < 100 or t['tcId'] % 2:  # else one way at a time: it is slow by design
        key = hashlib.pbkdf2_hmac(name, password, salt, n, size)
    if n < 100 or not t['tcId'] % 2:
        key, other = PBKDF2HMAC(algorithm, size, salt, n).derive(password), key
        same(other or key, key, 'two ways')
    if n < 100:
        PBKDF2HMAC(algorithm, size, salt, n).verify(password, key)
    if kind == 'PBKDF2':
        same(key, unhex(t['dk']), 'key')
        return True
    c = Cipher(algorithms.AES(key), modes.CBC(unhex(t['iv'])))
    d = c.decryptor()
    pad = padding.PKCS7(128).unpadder()
    try:
        plain = d.update(unhex(t['ct'])) + d.finalize()
        plain = pad.update(plain) + pad.finalize()
    except ValueError:
        return False
    same(plain, unhex(t['msg']), 'plaintext')
    pad = padding.PKCS7(128).padder()
    e = c.encryptor()
    same(e.update(pad.update(plain) + pad.finalize()) + e.finalize(), unhex(t['ct']), 'ciphertext')
    return True
