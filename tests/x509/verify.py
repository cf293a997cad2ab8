# Chains: every good peer is taken, every bad one refused, with a reason. A program that
# checks itself; pyca/cryptography 38 has no verification.
import datetime
import ipaddress
import os

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from cryptography.x509.verification import ClientVerifier, Criticality, ExtensionPolicy, PolicyBuilder, ServerVerifier, Store, VerificationError

here = os.path.dirname(__file__)
certs = {}
with open(here + '/data/certs.pem') as f:
    for part in f.read().split('-----END CERTIFICATE-----\n'):
        name, _, pem = part.partition('\n')
        if pem:
            certs[name] = x509.load_pem_x509_certificate((pem + '-----END CERTIFICATE-----\n').encode())
now = datetime.datetime(2027, 1, 1, tzinfo=datetime.timezone.utc)
store = Store([certs['root'], certs['old_root']])
inters = [certs[n] for n in certs if n.startswith('inter')]
HOST = x509.DNSName('host.example')
IP4, IP6 = x509.IPAddress(ipaddress.ip_address('192.0.2.1')), x509.IPAddress(ipaddress.ip_address('2001:db8::1'))


done = 0


def verify(name, subject=HOST, intermediates=inters, when=now, roots=store, **more):
    global done
    done += 1
    b = PolicyBuilder().store(roots).time(when)
    for key, value in more.items():
        b = b.extension_policies(**value) if key == 'extension_policies' else getattr(b, key)(value)
    cert = certs[name] if isinstance(name, str) else name
    return b.build_server_verifier(subject).verify(cert, intermediates)


def dns(name):
    return x509.DNSName(name)


count = 0
for name, subject, length in (
    ('good', HOST, 3), ('good_root', HOST, 2), ('good_wide', HOST, 3), ('of_rsa', HOST, 3), ('of_rsa_pss', HOST, 3), ('both_uses', HOST, 3),
    ('not_critical', HOST, 3), ('empty_subject', HOST, 3), ('rsa_leaf', HOST, 3), ('ed_leaf', HOST, 3), ('p384_leaf', HOST, 3),
    ('names_good', dns('a.good.example'), 3), ('names_ip', x509.IPAddress(ipaddress.ip_address('10.1.2.3')), 3), ('ip', IP4, 3), ('ip', IP6, 3),
    ('wildcard', dns('a.wild.example'), 3), ('wildcard', dns('B.Wild.EXAMPLE'), 3), ('good', dns('HOST.example'), 3), ('other_name', dns('other.example'), 3),
):
    chain = verify(name, subject)
    assert len(chain) == length and chain[0] == certs[name] and chain[-1] == certs['root'], (name, chain)
    for child, issuer in zip(chain, chain[1:]):
        child.verify_directly_issued_by(issuer)
    count += 1

tampered = bytearray(certs['good'].public_bytes(Encoding.DER))
tampered[-3] ^= 1
tampered = x509.load_der_x509_certificate(bytes(tampered))
moved = certs['good'].public_bytes(Encoding.DER).replace(b'host.example', b'hOst.example')
moved = x509.load_der_x509_certificate(moved)
EXPIRED = 'cert is not valid at validation time'
NO_SAN = 'leaf certificate has no matching subjectAltName'
NO_ISSUER = 'candidates exhausted: all candidates exhausted with no interior errors'
for name, subject, why in (
    ('expired', HOST, EXPIRED), ('future', HOST, EXPIRED), ('of_expired', HOST, EXPIRED), ('of_old_root', HOST, EXPIRED),
    ('other_name', HOST, NO_SAN), ('good', dns('other.example'), NO_SAN), ('good', dns('example'), NO_SAN), ('good', dns('a.host.example'), NO_SAN),
    ('cn_only', HOST, 'invalid extension: 2.5.29.17: Certificate is missing required extension'),
    ('self_signed', HOST, ''), ('untrusted', HOST, NO_ISSUER),
    ('of_noca', HOST, 'candidates exhausted: invalid signature: parent certificate cannot sign'),
    ('of_nosign', HOST, 'candidates exhausted: invalid signature: parent certificate cannot sign'),
    ('of_deep', HOST, 'path length constraint violated'), ('of_weak', HOST, 'RSA key is too weak'), ('weak_leaf', HOST, 'RSA key is too weak'),
    ('of_rsa_sha1', HOST, 'candidates exhausted: cannot verify signature: insecure algorithm SHA1-RSA'), ('of_ed', HOST, 'Forbidden public key algorithm: 1.3.101.112'),
    ('of_client_ca', HOST, 'required EKU not found'), ('client', dns('client.example'), 'required EKU not found'),
    ('names_bad', HOST, 'no permitted name constraints matched SAN'), ('names_excluded', dns('x.bad.good.example'), 'no permitted name constraints matched SAN'),
    ('names_bad_ip', x509.IPAddress(ipaddress.ip_address('11.1.2.3')), 'no permitted name constraints matched SAN'),
    ('critical', HOST, 'certificate contains unaccounted-for critical extensions: 1.2.3.4'),
    ('ip', x509.IPAddress(ipaddress.ip_address('192.0.2.2')), NO_SAN), ('ip_as_name', IP4, NO_SAN), ('good', IP4, NO_SAN),
    ('wildcard', dns('a.b.wild.example'), NO_SAN), ('wildcard', dns('wild.example'), NO_SAN), ('wildcard_part', dns('foo.wild.example'), ''),
    ('nul', HOST, ''), ('no_identifier', HOST, 'invalid extension: 2.5.29.35: Certificate is missing required extension'),
    ('leaf_is_ca', HOST, 'EE keyUsage must not assert keyCertSign'), ('root', HOST, ''), ('inter', HOST, ''), ('rich', dns('a.example'), ''),
    (tampered, HOST, ''), (moved, HOST, ''),
):
    try:
        chain = verify(name, subject)
    except VerificationError as e:
        assert str(e).startswith('validation failed: ' + why), (name, str(e))
        count += 1
    else:
        raise AssertionError(f'{name} was taken: {chain}')
assert count == 57, count

# What is missing or out of its time.
for kwargs, why in (
    (dict(intermediates=[]), NO_ISSUER), (dict(roots=Store([certs['other_root']])), NO_ISSUER),
    (dict(when=datetime.datetime(2038, 1, 19, 3, 14, 8)), EXPIRED), (dict(when=datetime.datetime(1970, 1, 1)), EXPIRED),
    (dict(when=datetime.datetime(2106, 2, 7)), EXPIRED), (dict(max_chain_depth=0), 'chain construction exceeds max depth'),
):
    try:
        verify('good', **kwargs)
    except VerificationError as e:
        assert str(e).startswith('validation failed: ' + why), str(e)
    else:
        raise AssertionError(kwargs)
assert len(verify('good', when=datetime.datetime(2026, 1, 1))) == 3
assert len(verify('good', when=datetime.datetime(2036, 1, 1))) == 3
assert len(verify('good', max_chain_depth=1)) == 3
assert len(verify('good_root', max_chain_depth=0, intermediates=[])) == 2
# A trusted intermediate ends the chain.
assert len(verify('good', roots=Store([certs['inter']]), intermediates=[])) == 2
# An old root of the same key and name does no harm, nor do certificates that do not matter.
assert len(verify('good', intermediates=list(certs.values()))) == 3

# Clients.
b = PolicyBuilder().store(store).time(now)
v = b.build_client_verifier()
r = v.verify(certs['client'], inters)
assert r.subjects == [dns('client.example'), x509.RFC822Name('a@b.example')] and len(r.chain) == 3 and isinstance(v, ClientVerifier)
assert v.policy.max_chain_depth == 8 and v.policy.subject is None and v.policy.validation_time == now.replace(tzinfo=None)
for name, why in ('good', 'required EKU not found'), ('expired', EXPIRED), ('cn_only', 'invalid extension'), ('untrusted', 'required EKU'):
    try:
        v.verify(certs[name], inters)
    except VerificationError as e:
        assert str(e).startswith('validation failed: ' + why), str(e)
    else:
        raise AssertionError(name)

# Extension policies.
P = ExtensionPolicy
ca, ee = P.webpki_defaults_ca(), P.webpki_defaults_ee()
assert len(verify('no_identifier', extension_policies=dict(ca_policy=ca, ee_policy=P.permit_all()))) == 3
seen = []
ee2 = P.permit_all().require_present(x509.KeyUsage, Criticality.CRITICAL, lambda policy, cert, ext: seen.append((policy.subject.value, cert.subject, ext.digital_signature)))
assert len(verify('good', extension_policies=dict(ca_policy=ca, ee_policy=ee2))) == 3
assert seen == [('host.example', certs['good'].subject, True)]
for why, policy in zip((
        'invalid extension: 2.5.29.14: Certificate contains prohibited extension', 'invalid extension: 2.5.29.30: Certificate is missing required extension',
        'invalid extension: 2.5.29.15: Certificate extension has incorrect criticality', 'Python validator must return None.',
        'Python extension validator failed: ZeroDivisionError: division by zero'), (
        ee.require_not_present(x509.SubjectKeyIdentifier), ee.require_present(x509.NameConstraints, Criticality.AGNOSTIC, None),
        ee.may_be_present(x509.KeyUsage, Criticality.NON_CRITICAL, None), ee.may_be_present(x509.KeyUsage, Criticality.AGNOSTIC, lambda *a: 5),
        ee.may_be_present(x509.KeyUsage, Criticality.AGNOSTIC, lambda *a: 1 / 0))):
    try:
        verify('good', extension_policies=dict(ca_policy=ca, ee_policy=policy))
    except VerificationError as e:
        assert str(e) == 'validation failed: ' + why, str(e)
    else:
        raise AssertionError


def refused(kind, text, f, *args):
    global done
    done += 1
    try:
        f(*args)
    except kind as e:
        assert type(e) is kind and text in str(e), e
    else:
        raise AssertionError(text)


refused(ValueError, "can't create an empty store", Store, [])
refused(TypeError, 'Certificate', Store, [5])
refused(ValueError, 'A client verifier must have a trust store.', PolicyBuilder().build_client_verifier)
refused(ValueError, 'A server verifier must have a trust store.', PolicyBuilder().build_server_verifier, HOST)
refused(ValueError, 'The trust store may only be set once.', b.store, store)
refused(ValueError, 'The validation time may only be set once.', b.time, now)
refused(ValueError, 'The maximum chain depth may only be set once.', b.max_chain_depth(3).max_chain_depth, 4)
refused(OverflowError, 'out of range', b.max_chain_depth, 256)
refused(ValueError, 'invalid domain name: *.example', b.build_server_verifier, dns('*.example'))
refused(ValueError, 'invalid domain name: ', b.build_server_verifier, dns(''))
refused(TypeError, 'unsupported subject type', b.build_server_verifier, 'host.example')
refused(TypeError, 'Certificate', b.build_server_verifier(HOST).verify, 5, [])
refused(ValueError, 'Unsupported extension OID: 2.5.29.20', ee.require_not_present, x509.CRLNumber)
refused(ValueError, 'ExtensionPolicy already configured for extension with OID 2.5.29.15', ee.require_not_present(x509.KeyUsage).require_not_present, x509.KeyUsage)
# Keys that no issuer may have; a leaf's key does not matter.
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed448, mldsa, mlkem


def issue(name, key, issuer_key, ca, algorithm):
    n = lambda s: x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, s)])
    b = x509.CertificateBuilder().subject_name(n(name)).issuer_name(n('ca')).public_key(key.public_key()).serial_number(len(name))
    b = b.not_valid_before(now - datetime.timedelta(9)).not_valid_after(now + datetime.timedelta(9)).add_extension(x509.BasicConstraints(ca, None), True)
    if ca:
        b = b.add_extension(x509.KeyUsage(False, False, False, False, False, True, True, False, False), True)
        b = b.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
    else:
        b = b.add_extension(x509.SubjectAlternativeName([HOST]), False)
    return b.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), False).sign(issuer_key, algorithm)


P, K, B, E = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256K1()), ec.generate_private_key(ec.BrainpoolP384R1()), ed448.Ed448PrivateKey.generate()
M = mldsa.MLDSA65PrivateKey.generate()
for issuer_key, algorithm in (P, hashes.SHA256()), (K, hashes.SHA256()), (B, hashes.SHA384()), (E, None), (M, None):
    authority = issue('ca', issuer_key, issuer_key, True, algorithm)
    for leaf_key in P, K, B, E, M:
        leaf = issue('leaf', leaf_key, issuer_key, False, algorithm)
        leaf.verify_directly_issued_by(authority)
        if issuer_key is P:
            assert verify(leaf, intermediates=[], roots=Store([authority])) == [leaf, authority]
            refused(VerificationError, 'subjectAltName', verify, leaf, dns('other.example'), [], now, Store([authority]))
            refused(VerificationError, 'validation time', verify, leaf, HOST, [], now + datetime.timedelta(10), Store([authority]))
            der = leaf.public_bytes(Encoding.DER)
            for at in der.index(b'host.example'), len(der) - 9:  # what is signed, and the signature
                forged = x509.load_der_x509_certificate(der[:at] + bytes([der[at] ^ 1]) + der[at + 1:])
                refused(VerificationError, '', verify, forged, dns('iost.example') if at < len(der) - 9 else HOST, [], now, Store([authority]))
            # Another key of the same kind, of the same size.
            if leaf_key in (K, B):
                spki = lambda k: k.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
                forged = x509.load_der_x509_certificate(der.replace(spki(leaf_key), spki(ec.generate_private_key(leaf_key.curve))))
                refused(VerificationError, 'candidates exhausted: signature does not match', verify, forged, HOST, [], now, Store([authority]))
                assert forged.public_key() != leaf.public_key()
        else:
            refused(VerificationError, 'unsupported elliptic curve' if issuer_key in (K, B) else 'candidates exhausted', verify, leaf, HOST, [], now, Store([authority]))

# ML-DSA in certificates, requests and lists (RFC 9881), ML-KEM in certificates.
n = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, 'ca')])
oids = x509.SignatureAlgorithmOID
for cls, oid, kem in ((mldsa.MLDSA44PrivateKey, oids.ML_DSA_44, mlkem.MLKEM512PrivateKey), (mldsa.MLDSA65PrivateKey, oids.ML_DSA_65, mlkem.MLKEM768PrivateKey),
                      (mldsa.MLDSA87PrivateKey, oids.ML_DSA_87, mlkem.MLKEM1024PrivateKey)):
    key, other = cls.generate(), cls.generate()
    authority = issue('ca', key, key, True, None)
    der = authority.public_bytes(Encoding.DER)
    again = x509.load_der_x509_certificate(der)
    assert again == authority and again.public_key() == key.public_key() and again.signature_algorithm_oid == oid and again.signature_hash_algorithm is None
    key.public_key().verify(again.signature, again.tbs_certificate_bytes)
    again.verify_directly_issued_by(again)
    identifier = bytes.fromhex('300b06096086480165030403') + bytes([int(oid.dotted_string.rpartition('.')[2])])
    assert der.count(identifier) == 3, der.count(identifier)  # no parameters: of the key, and twice of the signature
    leaf = issue('leaf', other, key, False, None)
    leaf.verify_directly_issued_by(authority)
    refused(InvalidSignature, '', leaf.verify_directly_issued_by, issue('ca', other, other, True, None))
    refused(InvalidSignature, '', x509.load_der_x509_certificate(leaf.public_bytes(Encoding.DER)[:-1] + b'\1').verify_directly_issued_by, authority)
    request = x509.CertificateSigningRequestBuilder().subject_name(n).sign(key, None)
    assert request.is_signature_valid and request.public_key() == key.public_key() and request.signature_algorithm_oid == oid
    assert not x509.load_der_x509_csr(request.public_bytes(Encoding.DER)[:-1] + b'\1').is_signature_valid
    revoked = x509.CertificateRevocationListBuilder().issuer_name(n).last_update(now).next_update(now + datetime.timedelta(1)).sign(key, None)
    assert revoked.is_signature_valid(key.public_key()) and not revoked.is_signature_valid(other.public_key())
    refused(ValueError, 'Algorithm must be None', issue, 'ca', key, key, True, hashes.SHA256())
    refused(TypeError, 'Key must be', issue, 'ca', key, kem.generate(), True, None)
    leaf = x509.CertificateBuilder().subject_name(n).issuer_name(n).public_key(kem.generate().public_key()).serial_number(1).not_valid_before(now).not_valid_after(now).sign(key, None)
    assert type(x509.load_der_x509_certificate(leaf.public_bytes(Encoding.DER)).public_key()) is type(kem.generate().public_key())

assert done == 191, done
print('191 checks')
