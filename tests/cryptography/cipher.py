# Cipher with all its modes: results in pieces and at once, and errors.
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes, CipherAlgorithm, BlockCipherAlgorithm, CipherContext, AEADCipherContext, AEADEncryptionContext, AEADDecryptionContext
from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES, ARC4
try:
    import warnings; warnings.simplefilter("ignore")
except ImportError: pass

def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, str(e)[:150])

key, iv = bytes(range(64)), bytes(range(100, 116))
data = bytes(range(80))
for alg in algorithms.AES(key[:16]), algorithms.AES(key[:24]), algorithms.AES(key[:32]), algorithms.AES128(key[:16]), algorithms.AES256(key[:32]), TripleDES(key[:24]), TripleDES(key[:16]), TripleDES(key[:8]):
    n = alg.block_size // 8
    print(alg.name, alg.block_size, alg.key_size, len(alg.key), isinstance(alg, BlockCipherAlgorithm))
    for mode in modes.ECB(), modes.CBC(iv[:n]), modes.CTR(iv[:n]), modes.CFB(iv[:n]), modes.CFB8(iv[:n]), modes.OFB(iv[:n]), modes.GCM(iv[:12]):
        def run():
            c = Cipher(alg, mode)
            e = c.encryptor(); out = b''.join(e.update(data[i:i + 7]) for i in range(0, 80, 7)) + e.finalize()
            d = c.decryptor(); back = d.update(out[:33]) + d.update(out[33:])
            back += d.finalize_with_tag(e.tag) if mode.name == 'GCM' else d.finalize()
            e = c.encryptor(); assert e.update(data) + e.finalize() == out
            return mode.name + ' ' + out.hex() + ' ' + str(back == data)
        t(run)
    for mode in modes.ECB(), modes.CBC(iv[:n]), modes.CTR(iv[:n]) if n == 16 else modes.OFB(iv[:n]), modes.CFB8(iv[:n]):
        def odd():
            e = Cipher(alg, mode).encryptor(); return e.update(data[:13]) + e.finalize()
        t(odd)
        def buf():
            e = Cipher(alg, mode).encryptor(); b = bytearray(40 + n); k = e.update_into(data[:40], b); return str(k) + ' ' + b.hex()
        t(buf)
        t(lambda: Cipher(alg, mode).encryptor().update_into(data, bytearray(10)))
        t(lambda: Cipher(alg, mode).encryptor().update_into(data, bytes(100)))
        e = Cipher(alg, mode).encryptor(); t(lambda: e.update('x')); t(lambda: e.update(bytearray(data[:16]))); t(lambda: len(e.finalize())); t(e.finalize); t(lambda: e.update(b'')); t(lambda: e.update_into(b'', bytearray(100)))
for k in 32, 64:
    for n in 16, 17, 31, 32, 33, 48, 79:
        def xts():
            c = Cipher(algorithms.AES(key[:k]), modes.XTS(iv)); e = c.encryptor(); out = e.update(data[:n]) + e.finalize(); d = c.decryptor(); return out.hex() + ' ' + str(d.update(out) + d.finalize() == data[:n])
        t(xts)
t(lambda: Cipher(algorithms.AES(key[:16]), modes.XTS(iv))); t(lambda: Cipher(algorithms.AES(bytes(32)), modes.XTS(iv)).encryptor()); t(lambda: Cipher(algorithms.AES(key[:32]), modes.XTS(iv)).encryptor().update(b'x')); t(lambda: modes.XTS(b'x')); t(lambda: Cipher(algorithms.AES(key), modes.CBC(iv)))
for nonce in iv, b'\xff\xff\xff\xff' + iv[:12], b'\xfe\xff\xff\xff' + b'\xff' * 4 + iv[:8]:
    def chacha():
        e = Cipher(algorithms.ChaCha20(key[:32], nonce), None).encryptor(); return b''.join(e.update(bytes(range(n))) for n in (1, 63, 64, 100, 200)) + e.finalize()
    t(chacha)
t(lambda: Cipher(ARC4(key[:16]), None).encryptor().update(data)); t(lambda: Cipher(algorithms.ChaCha20(key[:32], iv), modes.ECB()).encryptor()); t(lambda: Cipher(algorithms.AES(key[:16]), None).encryptor())
t(lambda: algorithms.ChaCha20(key[:31], iv)); t(lambda: algorithms.ChaCha20(key[:32], iv[:12])); t(lambda: algorithms.ChaCha20(key[:32], 'x' * 16)); t(lambda: algorithms.AES('x' * 16)); t(lambda: algorithms.AES(b'x')); t(lambda: algorithms.AES(key[:20])); t(lambda: algorithms.AES128(key[:24])); t(lambda: algorithms.AES256(b'')); t(lambda: TripleDES(b'x')); t(lambda: algorithms.AES(3))
t(lambda: modes.CBC('x')); t(lambda: modes.CBC(3)); t(lambda: Cipher(algorithms.AES(key[:16]), modes.CBC(b'x'))); t(lambda: Cipher(algorithms.AES(key[:16]), modes.CTR(b'x'))); t(lambda: modes.CTR('x')); t(lambda: Cipher(3, modes.ECB())); t(lambda: Cipher(algorithms.AES(key[:16]), 3)); t(lambda: Cipher(algorithms.AES(key[:16]), modes.ECB)); t(lambda: Cipher(algorithms.AES, modes.ECB()))
t(lambda: Cipher(algorithms.AES(key[:16]), modes.OFB(b'x')).encryptor()); t(lambda: Cipher(algorithms.AES(key[:16]), modes.CFB(b'x')).encryptor())
a = algorithms.AES(key[:16])
# GCM
for n in 8, 12, 16, 60, 128:
    e = Cipher(a, modes.GCM(key * 2 if n == 128 else key[:n])).encryptor(); e.authenticate_additional_data(b'head'); e.authenticate_additional_data(b'er'); out = e.update(data) + e.update(data) + e.finalize()
    print(n, out.hex(), e.tag.hex())
t(lambda: modes.GCM(bytes(7))); t(lambda: modes.GCM(bytes(129))); t(lambda: modes.GCM('x')); t(lambda: modes.GCM(iv, b'x')); t(lambda: modes.GCM(iv, bytes(4), 4).tag); t(lambda: modes.GCM(iv, bytes(3), 3)); t(lambda: modes.GCM(iv, 'x')); t(lambda: modes.GCM(iv, None).tag); t(lambda: modes.GCM(iv, bytes(17)).tag); t(lambda: modes.GCM(iv).initialization_vector)
e = Cipher(a, modes.GCM(iv)).encryptor(); t(lambda: e.tag); e.update(b'x'); t(lambda: e.authenticate_additional_data(b'x')); e.finalize(); tag = e.tag; print(tag.hex()); t(lambda: e.authenticate_additional_data(b'x')); t(e.finalize); t(lambda: e.update(b'x')); print(isinstance(e, AEADEncryptionContext), isinstance(e, AEADCipherContext), isinstance(e, CipherContext), isinstance(e, AEADDecryptionContext))
out = Cipher(a, modes.GCM(iv)).encryptor().update(b'x')
t(lambda: Cipher(a, modes.GCM(iv, tag)).encryptor())
def dec(tag=None, late=None, data=out, **kw):
    d = Cipher(a, modes.GCM(iv, tag, **kw)).decryptor(); r = d.update(data); return r + (d.finalize_with_tag(late) if late is not None else d.finalize())
t(lambda: dec(tag)); t(lambda: dec(None, tag)); t(lambda: dec(tag, tag)); t(dec); t(lambda: dec(bytes(16))); t(lambda: dec(None, bytes(16))); t(lambda: dec(None, tag[:15])); t(lambda: dec(tag[:12], min_tag_length=12)); t(lambda: dec(tag[:8])); t(lambda: dec(None, tag[:4], min_tag_length=4)); t(lambda: dec(None, bytes(17))); t(lambda: dec(tag, None, b'y'))
d = Cipher(a, modes.GCM(iv, tag)).decryptor(); print(isinstance(d, AEADEncryptionContext), isinstance(d, AEADCipherContext), isinstance(d, CipherContext), isinstance(d, AEADDecryptionContext)); print(hasattr(d, 'tag')); d.authenticate_additional_data(b'x'); t(lambda: d.finalize())
e = Cipher(a, modes.CTR(iv)).encryptor(); t(lambda: e.reset_nonce(bytes(16))); t(lambda: e.update(b'abc')); t(lambda: e.reset_nonce(b'x')); e = Cipher(a, modes.CBC(iv)).encryptor(); t(lambda: e.reset_nonce(bytes(16))); print(hasattr(e, 'tag'), hasattr(e, 'authenticate_additional_data'))
e = Cipher(algorithms.ChaCha20(key[:32], iv), None).encryptor(); e.update(b'abc'); t(lambda: e.reset_nonce(iv)); t(lambda: e.update(b'abc'))
c = Cipher(a, modes.CBC(iv)); print(c.algorithm is a, c.mode.name, c.mode.initialization_vector == iv, isinstance(c.encryptor(), CipherContext), modes.CTR(iv).nonce == iv, modes.XTS(iv).tweak == iv, isinstance(modes.CBC(iv), modes.ModeWithInitializationVector), isinstance(modes.CTR(iv), modes.ModeWithNonce), isinstance(modes.GCM(iv), modes.ModeWithAuthenticationTag), isinstance(modes.ECB(), modes.Mode), isinstance(a, CipherAlgorithm))
print(sorted(algorithms.AES.key_sizes), algorithms.ChaCha20(key[:32], iv).nonce == iv, algorithms.ChaCha20(key[:32], iv).key_size)
