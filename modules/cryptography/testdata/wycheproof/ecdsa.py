# ECDSA signatures in DER and as the two numbers of IEEE P1363.
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import load_der_public_key, load_pem_public_key

HASHES = {
    'SHA-1': hashes.SHA1(), 'SHA-224': hashes.SHA224(), 'SHA-256': hashes.SHA256(), 'SHA-384': hashes.SHA384(), 'SHA-512': hashes.SHA512(),
    'SHA3-224': hashes.SHA3_224(), 'SHA3-256': hashes.SHA3_256(), 'SHA3-384': hashes.SHA3_384(), 'SHA3-512': hashes.SHA3_512(),
    'SHA-512/224': hashes.SHA512_224(), 'SHA-512/256': hashes.SHA512_256(),
    # FIPS 186-5 has them with twice the strength as the size of the digest.
    'SHAKE128': hashes.SHAKE128(32), 'SHAKE256': hashes.SHAKE256(64),
}


def prepare(doc, group):
    key = load_der_public_key(unhex(group['publicKeyDer']))
    point = unhex(group['publicKey']['uncompressed'])
    other = ec.EllipticCurvePublicKey.from_encoded_point(key.curve, point)
    if key.public_numbers() != other.public_numbers() or load_pem_public_key(group['publicKeyPem'].encode()).public_numbers() != key.public_numbers():
        raise Wrong('the same key in three forms is not the same')
    return key, HASHES[group['sha']], 'P1363' in group['type']


def test(shared, group, t):
    key, hash, p1363 = shared
    sig, msg = unhex(t['sig']), unhex(t['msg'])
    if p1363:
        n = (key.curve.key_size + 7) // 8
        if len(sig) != 2 * n:
            return False
        sig = utils.encode_dss_signature(int.from_bytes(sig[:n], 'big'), int.from_bytes(sig[n:], 'big'))
    try:
        key.verify(sig, msg, ec.ECDSA(hash))
    except InvalidSignature:
        return False
    if t['tcId'] % 8 == 0:
        h = hashes.Hash(hash)
        h.update(msg)
        key.verify(sig, h.finalize(), ec.ECDSA(utils.Prehashed(hash)))
    return True
