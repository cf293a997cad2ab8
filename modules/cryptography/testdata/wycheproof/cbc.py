# Ciphers without authentication: CBC with PKCS #7 padding, in cryptography and in
# cryptolib, and XTS.
import cryptolib
from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def prepare(doc, group):
    return doc['algorithm']


def test(name, group, t):
    key, iv, msg, ct = unhex(t['key']), unhex(t['iv']), unhex(t['msg']), unhex(t['ct'])
    if name == 'AES-XTS':
        if len(key) == 48:
            raise Skip('XTS with AES-192, which pyca/cryptography does not have')
        c = Cipher(algorithms.AES(key), modes.XTS(iv.ljust(16, b'\0')))
        try:
            plain = c.decryptor().update(ct)
        except ValueError:
            return False
        same(plain, msg, 'plaintext')
        same(c.encryptor().update(msg), ct, 'ciphertext')
        return True
    pad = padding.PKCS7(128).padder()
    padded = pad.update(msg) + pad.finalize()
    c = Cipher(algorithms.AES(key), modes.CBC(iv))
    e = c.encryptor()
    mine = e.update(padded) + e.finalize()
    same(cryptolib.aes(key, 2, iv).encrypt(padded), mine, 'cryptolib')
    try:
        d = c.decryptor()
        plain = d.update(ct) + d.finalize()
        device = cryptolib.aes(key, 2, iv).decrypt(ct)
        pad = padding.PKCS7(128).unpadder()
        same(device, plain, 'cryptolib')
        plain = pad.update(plain) + pad.finalize()
    except ValueError:
        if mine == ct:
            raise Wrong('what it encrypts it refuses to decrypt')
        return False
    same(plain, msg, 'plaintext')
    same(mine, ct, 'ciphertext')
    return True
