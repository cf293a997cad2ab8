# AES-SIV without a nonce.
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV


def test(shared, group, t):
    key, aad, msg, ct = unhex(t['key']), unhex(t['aad']), unhex(t['msg']), unhex(t['ct'])
    c = AESSIV(key)
    try:
        plain = c.decrypt(ct, [aad])
    except InvalidTag:
        return False
    same(plain, msg, 'plaintext')
    same(c.encrypt(msg, [aad]), ct, 'ciphertext')
    return True
