package woma_test

import "testing"

// Ciphers with sizes, pieces and buffers that overlap in any way: what comes out is what
// comes out without, or one of the errors that are right.
func FuzzCiphers(f *testing.F) {
	fuzzProgram(f, `
import cryptolib
from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESCCM, AESGCM, AESGCMSIV, AESOCB3, AESSIV, ChaCha20Poly1305

AEADS = (AESGCM, AESCCM, AESGCMSIV, AESOCB3, ChaCha20Poly1305)
MODES = (modes.CBC, modes.CTR, modes.OFB, modes.CFB, modes.CFB8, modes.GCM, modes.XTS)

def outcome(f, *args):
    try:
        return bytes(f(*args))
    except (ValueError, InvalidTag, OverflowError) as e:
        return type(e)

def aead(kind, key, nonce, text, ad, room, shift):
    try:
        c = AEADS[kind % 5](key)
    except ValueError:
        return
    want = outcome(c.encrypt, nonce, text, ad)
    if isinstance(want, type):
        return
    assert c.decrypt(nonce, want, ad) == text
    if want != text:
        wrong = bytes([want[0] ^ 1]) + want[1:]
        assert outcome(c.decrypt, nonce, wrong, ad) is InvalidTag
    # Input and output are views of one buffer.
    buf = bytearray(len(want) + shift + room)
    buf[:len(text)] = text
    view = memoryview(buf)
    assert c.encrypt_into(nonce, view[:len(text)], ad, view[shift:shift + len(want)]) == len(want)
    assert buf[shift:shift + len(want)] == want
    n = c.decrypt_into(nonce, view[shift:shift + len(want)], ad, view[:len(text)])
    assert n == len(text) and buf[:n] == text
    # A buffer of another size is refused, and nothing is written.
    if room:
        before = bytes(buf)
        assert outcome(c.encrypt_into, nonce, text, ad, view[:len(want) + room]) is ValueError
        assert outcome(c.decrypt_into, nonce, bytes(16) + want, ad, view[:len(text) + 16]) is InvalidTag
        assert before == buf

def siv(key, text, ad, shift):
    try:
        c = AESSIV(key + key)
    except ValueError:
        return
    want = c.encrypt(text, [ad, text]) if text else c.encrypt(b'x', [ad])
    assert c.decrypt(want, [ad, text] if text else [ad]) == (text or b'x')
    assert outcome(c.decrypt, want, [ad]) in (InvalidTag, b'x')

def pieces(kind, key, iv, text, cut, shift):
    if MODES[kind % 7] is modes.XTS:
        key += bytes(reversed(key))
    try:
        c = Cipher(algorithms.AES(key), MODES[kind % 7](iv))
        op = c.encryptor()
    except (ValueError, UnsupportedAlgorithm):
        return
    want = outcome(lambda: op.update(text) + op.finalize())
    if isinstance(want, type):
        return
    if MODES[kind % 7] is not modes.XTS:  # one message is one update there
        op = c.encryptor()
        assert op.update(text[:cut]) + op.update(text[cut:]) + op.finalize() == want
    op = c.encryptor()
    buf = bytearray(len(text) + shift + 32)
    buf[:len(text)] = text
    view = memoryview(buf)
    n = op.update_into(view[:len(text)], view[shift:])
    assert buf[shift:shift + n] == want[:n]
    assert op.finalize() == b''

def device(kind, key, iv, text, shift):
    mode = (1, 2, 6)[kind % 3]
    args = (key, mode, iv) if mode != 1 else (key, mode)
    try:
        want = cryptolib.aes(*args).encrypt(text)
    except ValueError:
        return
    assert cryptolib.aes(*args).decrypt(want) == text
    buf = bytearray(len(text) + shift)
    buf[:len(text)] = text
    view = memoryview(buf)
    cryptolib.aes(*args).encrypt(view[:len(text)], view[shift:])
    assert buf[shift:] == want
    cryptolib.aes(*args).decrypt(view[shift:], view[:len(text)])
    assert buf[:len(text)] == text

def check(data):
    if len(data) < 5:
        return
    kind, keys, nonces, shift, cut = data[:5]
    rest = data[5:]
    key = (rest + bytes(range(64)))[:(16, 24, 32, keys)[keys % 4]]
    nonce = (rest[::-1] + bytes(200))[:(12, 16, nonces)[nonces % 3]]
    shift %= 40
    ad = None if cut % 3 == 0 else rest[:cut % 50]
    aead(kind, key, nonce, rest, ad, cut % 5, shift)
    siv(key, rest, ad or b'', shift)
    pieces(kind, key, nonce, rest, cut, shift)
    device(kind, key, nonce, rest, shift)
    for n in (16, 32, 48):
        whole = rest[:len(rest) // n * n]
        pieces(kind, key, nonce, whole, cut, shift)
        device(kind, key, nonce, whole, shift)
`, "", "\x00\x00\x00\x01\x07some text that is longer than a block of 16", "\x01\x01\x00\x10\x08", "\x02\x02\x01\x11\x09abcdefghijklmnopqrstuvwxyz012345",
		"\x03\x00\x02\x05\x01text", "\x04\x02\x00\x00\x20another text of 32 bytes, 2 blks", "\x05\x02\x01\x01\x30"+"0123456789abcdef0123456789abcdef0123456789abcdef", "\x06\x00\x01\x02\x03xts xts xts xts xts xts xts")
}
