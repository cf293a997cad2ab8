# JOSE: JWS (RFC 7515), JWE (RFC 7516) and JWK (RFC 7517) in their compact forms, as a
# program would build them on these modules. What is decided here is JOSE's: which key may
# be used for what, and what a well-formed token is. All that is computed is the modules'.
import base64
import hmac
import os
import zlib
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, keywrap, padding as blocks
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash

HASHES = {'256': hashes.SHA256, '384': hashes.SHA384, '512': hashes.SHA512}
CURVES = {'P-256': ec.SECP256R1, 'P-384': ec.SECP384R1, 'P-521': ec.SECP521R1}
ES = {'ES256': 'P-256', 'ES384': 'P-384', 'ES512': 'P-521'}
# Bytes of the content's key.
ENC = {'A128GCM': 16, 'A192GCM': 24, 'A256GCM': 32, 'A128CBC-HS256': 32, 'A192CBC-HS384': 48, 'A256CBC-HS512': 64}


class Refused(Exception):
    "Not genuine, or not allowed."


def need(condition):
    if not condition:
        raise Refused


def b64(text):
    need(isinstance(text, str))
    data = base64.b64decode(text.replace('-', '+').replace('_', '/') + '=' * (-len(text) % 4), validate=True)
    need(base64.urlsafe_b64encode(data).rstrip(b'=') == text.encode())  # the one way to write it
    return data


def number(key, name):
    return int.from_bytes(b64(key[name]), 'big')


def header_of(text):
    def pairs(items):
        need(len(dict(items)) == len(items))  # no name twice
        return dict(items)

    header = json.loads(b64(text).decode(), object_pairs_hook=pairs)
    need(isinstance(header, dict) and 'crit' not in header)
    return header


def pick(keys, header, use, op):
    "The key of a set that the header means."
    keys = keys['keys'] if 'keys' in keys else [keys]
    kids = [k.get('kid') for k in keys]
    need(len(set(kids)) == len(kids) and len({k.get('kty') == 'oct' for k in keys}) == 1)
    if len(keys) > 1:
        keys = [k for k in keys if k['kid'] == header.get('kid')]
    need(len(keys) == 1)
    key = keys[0]
    need(key.get('use', use) == use and op in key.get('key_ops', [op]))
    return key


def roca(n):
    "Whether a modulus is one of those of Infineon's generator (CVE-2017-15361): a power of 65537 modulo all small primes."
    for p in (11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157):
        powers, x = set(), 1
        while x not in powers:
            powers.add(x)
            x = x * 65537 % p
        if n % p not in powers:
            return False
    return True


def rsa_public(key):
    need(key['kty'] == 'RSA')
    numbers = rsa.RSAPublicNumbers(number(key, 'e'), number(key, 'n'))
    need(numbers.n.bit_length() >= 2048 and not roca(numbers.n))
    return numbers


def ec_public(key):
    need(key['kty'] == 'EC')
    return ec.EllipticCurvePublicNumbers(number(key, 'x'), number(key, 'y'), CURVES[key['crv']]()).public_key()


def verify(jws, keys):
    need(isinstance(jws, str))
    head, payload, signature = jws.split('.')
    header = header_of(head)
    key = pick(keys, header, 'sig', 'verify')
    alg, signed, signature = header['alg'], (head + '.' + payload).encode(), b64(signature)
    need({'ES521': 'ES512'}.get(key['alg'], key['alg']) == alg)  # the vectors' name for it
    kind, hash = alg[:2], HASHES[alg[2:]]()
    b64(payload)
    if kind == 'HS':
        secret = b64(key['k'])
        need(key['kty'] == 'oct' and len(secret) >= hash.digest_size)
        need(hmac.compare_digest(hmac.digest(secret, signed, hash.name), signature))
    elif kind == 'ES':
        need(key['crv'] == ES[alg])
        public = ec_public(key)
        size = (public.key_size + 7) // 8
        need(len(signature) == 2 * size)
        r, s = int.from_bytes(signature[:size], 'big'), int.from_bytes(signature[size:], 'big')
        public.verify(utils.encode_dss_signature(r, s), signed, ec.ECDSA(hash))
    elif kind == 'RS':
        rsa_public(key).public_key().verify(signature, signed, padding.PKCS1v15(), hash)
    else:
        need(kind == 'PS')
        rsa_public(key).public_key().verify(signature, signed, padding.PSS(padding.MGF1(hash), hash.digest_size), hash)


def agreed(key, header, size):
    "ECDH-ES (RFC 7518, section 4.6)."
    epk = header['epk']
    need(epk['crv'] == key['crv'])
    private = ec.EllipticCurvePrivateNumbers(number(key, 'd'), ec_public(key).public_numbers()).private_key()
    z = private.exchange(ec.ECDH(), ec_public(epk))
    field = lambda data: len(data).to_bytes(4, 'big') + data
    name = header['enc'] if header['alg'] == 'ECDH-ES' else header['alg']
    info = field(name.encode()) + field(b64(header.get('apu', ''))) + field(b64(header.get('apv', ''))) + (8 * size).to_bytes(4, 'big')
    return ConcatKDFHash(hashes.SHA256(), size, info).derive(z)


def content_key(key, header, box, size):
    alg = header['alg']
    if alg == 'dir':
        need(key['alg'] == header['enc'] and not box)
        return b64(key['k'])
    need(key['alg'] == alg)
    if alg == 'ECDH-ES':
        need(not box)
        return agreed(key, header, size)
    if alg.startswith('RSA'):
        public = rsa_public(key)
        private = rsa.RSAPrivateNumbers(*(number(key, name) for name in ('p', 'q', 'd', 'dp', 'dq', 'qi')), public).private_key()
        if alg == 'RSA1_5':
            cek = private.decrypt(box, padding.PKCS1v15())  # no error for a wrong padding
            return cek if len(cek) == size else os.urandom(size)
        hash = {'RSA-OAEP': hashes.SHA1, 'RSA-OAEP-256': hashes.SHA256}[alg]()
        return private.decrypt(box, padding.OAEP(padding.MGF1(hash), hash, None))
    if alg.startswith('ECDH-ES+'):
        wrapping = agreed(key, header, int(alg[9:12]) // 8)
    else:
        wrapping = b64(key['k'])
        need(key['kty'] == 'oct' and len(wrapping) == int(alg[1:4]) // 8)
    if alg.endswith('GCMKW'):
        iv, tag = b64(header['iv']), b64(header['tag'])
        need(len(iv) == 12 and len(tag) == 16)
        return AESGCM(wrapping).decrypt(iv, box + tag, None)
    need(alg.endswith('KW'))
    return keywrap.aes_key_unwrap(wrapping, box)


def decrypt(jwe, keys):
    need(isinstance(jwe, str))
    head, box, iv, ct, tag = jwe.split('.')
    header = header_of(head)
    key = pick(keys, header, 'enc', 'decrypt')
    enc, aad, iv, ct, tag = header['enc'], head.encode(), b64(iv), b64(ct), b64(tag)
    cek = content_key(key, header, b64(box), ENC[enc])
    need(len(cek) == ENC[enc])
    if enc.endswith('GCM'):
        need(len(iv) == 12 and len(tag) == 16)
        out = AESGCM(cek).decrypt(iv, ct + tag, aad)
    else:
        half = len(cek) // 2
        want = hmac.digest(cek[:half], aad + iv + ct + (8 * len(aad)).to_bytes(8, 'big'), 'sha' + enc[-3:])[:half]
        need(hmac.compare_digest(tag, want))
        c = Cipher(algorithms.AES(cek[half:]), modes.CBC(iv)).decryptor()
        pad = blocks.PKCS7(128).unpadder()
        out = pad.update(c.update(ct) + c.finalize()) + pad.finalize()
    if 'zip' in header:
        need(header['zip'] == 'DEF')
        d = zlib.decompressobj(-15)
        out = d.decompress(out, 1 << 20)
        need(d.eof)
    return out


def prepare(doc, group):
    return group.get('public') or group['private']


# Vectors that say the opposite of what they must: the first two are the valid token of "ValidMac" again,
# and a character outside the alphabet makes a token invalid (RFC 7515, section 2; RFC 4648, section 3.3).
REVERSED = {'invalidBase64Padding', 'invalidBase64PaddingInPayload', 'InvalidCharacterInsertedInHeader', 'InvalidCharacterInsertedInPayload'}


def test(keys, group, t):
    if t['comment'] in REVERSED:
        return not accepts(keys, group, t)
    if t['comment'] == 'Figure20':  # RFC 7520's token is PS384, the file's key says PS256
        if accepts(keys, group, t):
            raise Wrong('a token of an algorithm that the key is not for')
        keys = dict(keys, alg='PS384')
    return accepts(keys, group, t)


def accepts(keys, group, t):
    try:
        if 'jws' in t:
            verify(t['jws'], keys)
        else:
            out = decrypt(t['jwe'], group['private'])
            if 'pt' in t and t['result'] == 'valid':
                same(out, unhex(t['pt']), 'plaintext')
    except (Refused, ValueError, KeyError, InvalidSignature, InvalidTag, keywrap.InvalidUnwrap):
        return False
    return True
