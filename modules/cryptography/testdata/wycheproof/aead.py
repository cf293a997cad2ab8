# Authenticated encryption: the one-shot classes, GCM as a mode of Cipher, cryptolib,
# and compositions of what the modules offer (AEAD_AES_SIV, CBC with HMAC).
import cryptolib
import hmac
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESCCM, AESGCM, AESGCMSIV, AESSIV, ChaCha20Poly1305


class Device:
    "An authenticated mode of cryptolib in the shape of the one-shot classes."

    def __init__(self, make):
        self.make = make

    def encrypt(self, nonce, data, aad):
        return self.make(nonce).encrypt(data, None, aad)

    def decrypt(self, nonce, data, aad):
        try:
            return self.make(nonce).decrypt(data, None, aad)
        except ValueError as e:
            if str(e) != 'tag':
                raise
            raise InvalidTag


class Pieces:
    "GCM as a mode of Cipher, data in pieces of seven bytes."

    def __init__(self, key):
        self.key = key

    def crypt(self, c, data, aad):
        for i in range(0, len(aad), 5):
            c.authenticate_additional_data(aad[i:i + 5])
        return b''.join(c.update(data[i:i + 7]) for i in range(0, len(data), 7))

    def encrypt(self, nonce, data, aad):
        c = Cipher(algorithms.AES(self.key), modes.GCM(nonce)).encryptor()
        out = self.crypt(c, data, aad) + c.finalize()
        return out + c.tag

    def decrypt(self, nonce, data, aad):
        c = Cipher(algorithms.AES(self.key), modes.GCM(nonce, data[-16:])).decryptor()
        return self.crypt(c, data[:-16], aad) + c.finalize()


class Siv:
    "AEAD_AES_SIV_CMAC of RFC 5297: the nonce is the last of the associated data."

    def __init__(self, key):
        self.c = AESSIV(key)

    def split(self, data):
        return data[-16:] + data[:-16]

    def encrypt(self, nonce, data, aad):
        out = self.c.encrypt(data, [aad, nonce])
        return out[16:] + out[:16]

    def decrypt(self, nonce, data, aad):
        return self.c.decrypt(data[-16:] + data[:-16], [aad, nonce])


class CbcHmac:
    "AEAD_AES_CBC_HMAC_SHA2 of RFC 7518."

    def __init__(self, key, hash):
        n = len(key) // 2
        self.mac, self.key, self.hash, self.size = key[:n], key[n:], hash, n

    def tag(self, nonce, data, aad):
        return hmac.digest(self.mac, aad + nonce + data + (8 * len(aad)).to_bytes(8, 'big'), self.hash)[:self.size]

    def encrypt(self, nonce, data, aad):
        pad = padding.PKCS7(128).padder()
        c = Cipher(algorithms.AES(self.key), modes.CBC(nonce)).encryptor()
        out = c.update(pad.update(data) + pad.finalize()) + c.finalize()
        return out + self.tag(nonce, out, aad)

    def decrypt(self, nonce, data, aad):
        data, tag = data[:-self.size], data[-self.size:]
        if not hmac.compare_digest(tag, self.tag(nonce, data, aad)):
            raise InvalidTag
        c = Cipher(algorithms.AES(self.key), modes.CBC(nonce)).decryptor()
        out = c.update(data) + c.finalize()
        pad = padding.PKCS7(128).unpadder()
        return pad.update(out) + pad.finalize()


def prepare(doc, group):
    "The ways to do it: constructors that take the key."
    name, tag = doc['algorithm'], group['tagSize']
    device = lambda mode: lambda key: Device(lambda nonce: cryptolib.aes(key, mode, nonce))
    if name == 'AES-GCM':
        if group['ivSize'] and not 64 <= group['ivSize'] <= 1024:
            return [device(cryptolib.MODE_GCM)]  # pyca/cryptography refuses nonces below 8 and above 128 bytes
        return [AESGCM, Pieces, device(cryptolib.MODE_GCM)]
    if name == 'AES-CCM':
        ways = [lambda key: AESCCM(key, tag // 8)]
        return ways + [device(cryptolib.MODE_CCM)] if tag == 128 else ways
    if name == 'AES-EAX':
        if not group['ivSize']:
            raise Skip('EAX with an empty nonce, which no device can use twice')
        return [device(cryptolib.MODE_EAX)]
    if name.startswith('ASCON'):
        variant = {'ASCON128': cryptolib.ASCON_128, 'ASCON128A': cryptolib.ASCON_128A, 'ASCON80PQ': cryptolib.ASCON_80PQ}[name]
        return [lambda key: Device(lambda nonce: cryptolib.ascon(key, variant, nonce))]
    if name == 'AES-GCM-SIV':
        return [AESGCMSIV]
    chacha = lambda key: Device(lambda nonce: cryptolib.chacha20_poly1305(key, nonce))
    if name == 'CHACHA20-POLY1305':
        return [ChaCha20Poly1305, chacha]
    if name == 'XCHACHA20-POLY1305':
        return [chacha]
    if name == 'AEAD-AES-SIV-CMAC':
        return [Siv]
    hash = {'A128CBC-HS256': 'sha256', 'A192CBC-HS384': 'sha384', 'A256CBC-HS512': 'sha512'}[name]
    return [lambda key: CbcHmac(key, hash)]


def test(ways, group, t):
    key, iv, aad, msg = unhex(t['key']), unhex(t['iv']), unhex(t['aad']), unhex(t['msg'])
    ct = unhex(t['ct']) + unhex(t['tag'])
    answers = {one(way, key, iv, aad, msg, ct) for way in ways}
    if len(answers) != 1:
        raise Wrong('two ways, two answers')
    return answers.pop()


def one(way, key, iv, aad, msg, ct):
    try:
        got = way(key).encrypt(iv, msg, aad)
    except ValueError:  # a key or nonce of a bad size
        got = None
    try:
        plain = way(key).decrypt(iv, ct, aad)
    except (ValueError, InvalidTag):
        plain = None
    if plain is None:
        if got == ct:
            raise Wrong('what it encrypts it refuses to decrypt')
        return False
    same(plain, msg, 'plaintext')
    same(got, ct, 'ciphertext')
    return True
