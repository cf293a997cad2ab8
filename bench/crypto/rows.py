# What bench/crypto measures: rows.py ROW N runs a row N times. Every implementation
# uses what it has: cryptolib or cryptography, and MicroPython the library's hmac.
# A row that an implementation does not have prints "skip".
import sys

SMALL, LARGE = 16, 1 << 20
K = b'0123456789abcdef'


# Memory that nobody has written to is one page of zeros many times over, which is
# faster to read than any message.
def message(size):
    return b'woma' * (size // 4)


# Which bits the addresses of input and output share decides up to a third of the
# speed of long messages, so the output goes to eight places in turn.
def places(size):
    if size < 4096:
        return [bytearray(size)] * 8
    out = memoryview(bytearray(size + 8 * 8192))
    return [out[i * 8192:i * 8192 + size] for i in range(8)]


def nothing(n):
    pass


def sha256(n, size):
    import hashlib
    new, data = hashlib.sha256, message(size)
    for _ in range(n):
        new(data).digest()


def sha256_update(n):
    import hashlib
    h, data = hashlib.sha256(), message(64)
    for _ in range(n):
        h.update(data)


def hmac_sha256(n, size):
    import hashlib
    import hmac
    data, new, hash = message(size), hmac.new, hashlib.sha256
    for _ in range(n):
        new(K, data, hash).digest()


def pbkdf2(n):
    import hashlib
    hashlib.pbkdf2_hmac('sha256', b'password', b'salt', n)


def cipher(mode):
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
    return Cipher(algorithms.AES(K), getattr(modes, mode)(K)).encryptor()


def repeat(n, f, data):
    for _ in range(n):
        f(data)


def device(mode):
    import cryptolib
    return cryptolib.aes(K, mode, K).encrypt


def cbc(n, size):
    try:
        f = device(2)
    except ImportError:
        f = cipher('CBC').update
    repeat(n, f, message(size))


def cbc_new(n):
    data = message(SMALL)
    try:
        import cryptolib
        for _ in range(n):
            cryptolib.aes(K, 2, K).encrypt(data)
    except ImportError:
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
        for _ in range(n):
            Cipher(algorithms.AES(K), modes.CBC(K)).encryptor().update(data)


def cbc_into(n, size):
    data = message(size)
    try:
        f, outs = device(2), places(size)
    except ImportError:
        f, outs = cipher('CBC').update_into, places(size + 15)
    for i in range(n):
        f(data, outs[i & 7])


def cipher_cbc(n, size):
    repeat(n, cipher('CBC').update, message(size))


def ctr(n, size):
    try:
        f = device(6)
    except (ImportError, ValueError):
        f = cipher('CTR').update
    repeat(n, f, message(size))


def ctr_into(n, size):
    f, data, outs = cipher('CTR').update_into, message(size), places(size + 15)
    for i in range(n):
        f(data, outs[i & 7])


def gcm(n, size):
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    f, nonce, data = AESGCM(K).encrypt, bytes(12), message(size)
    for _ in range(n):
        f(nonce, data, None)


def gcm_into(n, size):
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    f, nonce, data, outs = AESGCM(K).encrypt_into, bytes(12), message(size), places(size + 16)
    for i in range(n):
        f(nonce, data, None, outs[i & 7])


def chacha(n, size):
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    f, nonce, data = ChaCha20Poly1305(K + K).encrypt, bytes(12), message(size)
    for _ in range(n):
        f(nonce, data, None)


ROWS = {
    'nothing': nothing,
    'sha256-16': lambda n: sha256(n, SMALL),
    'sha256-update-64': sha256_update,
    'sha256-1M': lambda n: sha256(n, LARGE),
    'hmac-16': lambda n: hmac_sha256(n, SMALL),
    'hmac-1M': lambda n: hmac_sha256(n, LARGE),
    'pbkdf2': pbkdf2,
    'cbc-16': lambda n: cbc(n, SMALL),
    'cbc-new-16': cbc_new,
    'cbc-into-16': lambda n: cbc_into(n, SMALL),
    'cbc-1M': lambda n: cbc(n, LARGE),
    'cbc-into-1M': lambda n: cbc_into(n, LARGE),
    'cipher-cbc-16': lambda n: cipher_cbc(n, SMALL),
    'ctr-16': lambda n: ctr(n, SMALL),
    'ctr-1M': lambda n: ctr(n, LARGE),
    'ctr-into-1M': lambda n: ctr_into(n, LARGE),
    'gcm-16': lambda n: gcm(n, SMALL),
    'gcm-1M': lambda n: gcm(n, LARGE),
    'gcm-into-1M': lambda n: gcm_into(n, LARGE),
    'chacha-16': lambda n: chacha(n, SMALL),
    'chacha-1M': lambda n: chacha(n, LARGE),
}

try:
    ROWS[sys.argv[1]](int(sys.argv[2]))
except (ImportError, AttributeError, ValueError):
    print('skip')
