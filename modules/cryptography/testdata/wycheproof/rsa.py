# RSA: PKCS #1 v1.5 signatures (verified and made) and decryption, PSS, OAEP.
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_der_public_key, load_pem_private_key, load_pem_public_key

HASHES = {
    'SHA-1': hashes.SHA1(), 'SHA-224': hashes.SHA224(), 'SHA-256': hashes.SHA256(), 'SHA-384': hashes.SHA384(), 'SHA-512': hashes.SHA512(),
    'SHA3-224': hashes.SHA3_224(), 'SHA3-256': hashes.SHA3_256(), 'SHA3-384': hashes.SHA3_384(), 'SHA3-512': hashes.SHA3_512(),
    'SHA-512/224': hashes.SHA512_224(), 'SHA-512/256': hashes.SHA512_256(),
}


def public_key(group, name):
    key = load_der_public_key(unhex(group[name]))
    numbers = key.public_numbers()
    if 'modulus' in group.get('publicKey', {}):
        p = group['publicKey']
        if numbers != rsa.RSAPublicNumbers(int(p['publicExponent'], 16), int(p['modulus'], 16)):
            raise Wrong('the numbers of the key')
    return key


def private_key(group):
    key = load_der_private_key(unhex(group['privateKeyPkcs8']), None)
    # Checking a private key is slow: PEM for some only.
    if group['tests'][0]['tcId'] % 16 == 1 and load_pem_private_key(group['privateKeyPem'].encode(), None).private_numbers() != key.private_numbers():
        raise Wrong('PEM and DER of a key')
    return key


def prepare(doc, group):
    kind = group['type']
    if group.get('sha', '').startswith('SHAKE') or group.get('mgf', '').startswith('SHAKE'):
        raise Skip('PSS with SHAKE, which pyca/cryptography does not have')
    hash = HASHES.get(group.get('sha'))
    if kind == 'RsassaPkcs1Verify':
        return kind, public_key(group, 'publicKeyDer'), hash, padding.PKCS1v15()
    if kind == 'RsassaPkcs1Generate':
        return kind, private_key(group), hash, padding.PKCS1v15()
    if kind in ('RsassaPssVerify', 'RsassaPssWithParametersVerify'):
        return kind, public_key(group, 'publicKeyDer'), hash, padding.PSS(padding.MGF1(HASHES[group['mgfSha']]), group['sLen'])
    if kind == 'RsaesOaepDecrypt':
        if group['sha'] in ('SHA-512/224', 'SHA-512/256'):
            raise Skip('OAEP with SHA-512/224 and SHA-512/256, which pyca/cryptography refuses')
        return kind, private_key(group), hash, padding.MGF1(HASHES[group['mgfSha']])
    return kind, private_key(group), None, padding.PKCS1v15()


def test(shared, group, t):
    kind, key, hash, pad = shared
    if kind == 'RsaesOaepDecrypt':
        pad = padding.OAEP(pad, hash, unhex(t['label']))
    if kind in ('RsaesOaepDecrypt', 'RsaesPkcs1Decrypt'):
        try:
            plain = key.decrypt(unhex(t['ct']), pad)
        except ValueError:
            return False
        if kind == 'RsaesPkcs1Decrypt' and t['result'] == 'invalid':
            # Implicit rejection: another text instead of an error.
            return plain == unhex(t['msg'])
        same(plain, unhex(t['msg']), 'plaintext')
        return True
    msg, sig = unhex(t['msg']), unhex(t['sig'])
    if kind == 'RsassaPkcs1Generate':
        same(key.sign(msg, pad, hash), sig, 'signature')
        key = key.public_key()
    try:
        key.verify(sig, msg, pad, hash)
    except InvalidSignature:
        return False
    return True
