# OCSP and the timestamps of Certificate Transparency. Written by pyca/cryptography 48.
import datetime
import hashlib
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, ed448, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import certificate_transparency as ct, ocsp


def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, *e.args[:1])


def kind(f):
    'Only the class, where texts differ.'
    try:
        f()
        print('ok')
    except Exception as e:
        print(type(e).__name__)


p, q = 0xfa73a78edc48ced88de3a6366a271722ffc945feb1690904745471286ca2f9237c1dab0cea5cd5d607d76f82e81022eba24e28f291d80835939462f5ead07c3676de5182041e24116aacfaf519a5c87498e5222c63257d1ab1deb96147144e5afc8bc7ced13afa929215aff525b90b54d1115701486d403b200625ef00d817d3, 0xf4dad98590d7ab3a63f6db7435da1caf346cc722d4dd9222198b084972feffea498ea4affb0864f2fe0e1aa7ea7bc4e05ae4bc48ebc67bac918fa6208107769b092d91724c54fa4ed2664c3b2c2853c18fee3c8cf0b90b3dbbc5bc2e9bda42a83db1406c4e72a7f4a94c13994a1cafa2b311cdfdc58915646ade5178ab969ad9
d = pow(65537, -1, (p - 1) * (q - 1))
RSA = rsa.RSAPrivateNumbers(p, q, d, rsa.rsa_crt_dmp1(d, p), rsa.rsa_crt_dmq1(d, q), rsa.rsa_crt_iqmp(p, q), rsa.RSAPublicNumbers(65537, p * q)).private_key()
ED, ED2 = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(32))), ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
ED448, EC = ed448.Ed448PrivateKey.from_private_bytes(bytes(57)), ec.derive_private_key(12345, ec.SECP256R1())
SHA256, YEAR = hashes.SHA256(), datetime.timedelta(365)
T = datetime.datetime(2026, 5, 6, 7, 8, 9)


def cert(name, key, number, *extensions):
    n = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name), x509.NameAttribute(x509.NameOID.COUNTRY_NAME, 'FR')])
    issuer = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, 'ca'), x509.NameAttribute(x509.NameOID.COUNTRY_NAME, 'FR')])
    b = x509.CertificateBuilder().subject_name(n).issuer_name(issuer).public_key(key.public_key()).serial_number(number).not_valid_before(T).not_valid_after(T + YEAR)
    for e in extensions:
        b = b.add_extension(e, False)
    return b.sign(ED, None)


ca, leaf, responder, other = cert('ca', ED, 1), cert('leaf', EC, 2**150 + 77), cert('responder', RSA, 3), cert('responder 2', ED448, 4)

# Requests.
for algorithm in hashes.SHA1(), hashes.SHA224(), SHA256, hashes.SHA384(), hashes.SHA512():
    b = ocsp.OCSPRequestBuilder().add_certificate(leaf, ca, algorithm)
    for request in b.build(), b.add_extension(x509.OCSPNonce(b'nonce 123'), False).build():
        der = request.public_bytes(Encoding.DER)
        t(lambda: der)
        again = ocsp.load_der_ocsp_request(der)
        print(again.serial_number == leaf.serial_number, again.hash_algorithm.name, again.issuer_name_hash.hex(), again.issuer_key_hash.hex(), list(again.extensions))
        print(again.public_bytes(Encoding.DER) == der)
        by_hash = ocsp.OCSPRequestBuilder().add_certificate_by_hash(again.issuer_name_hash, again.issuer_key_hash, again.serial_number, algorithm).build()
        print(by_hash.public_bytes(Encoding.DER) == b.build().public_bytes(Encoding.DER))
    for n in range(0, len(der), 7):
        kind(lambda: ocsp.load_der_ocsp_request(der[:n]))
kind(lambda: ocsp.load_der_ocsp_request(der + b'\0')); kind(lambda: ocsp.load_der_ocsp_request('x')); t(lambda: request.public_bytes(Encoding.PEM))
B = ocsp.OCSPRequestBuilder
t(lambda: B().build()); t(lambda: b.add_certificate(leaf, ca, SHA256)); t(lambda: B().add_certificate(leaf, 'x', SHA256)); t(lambda: B().add_certificate(leaf, ca, hashes.MD5()))
t(lambda: B().add_certificate(leaf, ca, 'sha256')); t(lambda: B().add_certificate_by_hash(bytes(20), bytes(20), 5, SHA256)); t(lambda: B().add_certificate_by_hash(bytes(32), bytes(31), 5, SHA256))
t(lambda: B().add_certificate_by_hash(bytes(32), bytes(32), 'x', SHA256)); t(lambda: B().add_certificate_by_hash('x', bytes(32), 1, SHA256)); t(lambda: b.add_extension('x', False))
t(lambda: b.add_extension(x509.OCSPNonce(b'x'), False).add_extension(x509.OCSPNonce(b'y'), False))

# Responses.
R, S, E = ocsp.OCSPResponseBuilder, ocsp.OCSPCertStatus, ocsp.OCSPResponderEncoding


def show(response):
    print(response.response_status, response.certificate_status, response.signature_algorithm_oid.dotted_string, response.signature_hash_algorithm and response.signature_hash_algorithm.name)
    print(response.serial_number, response.hash_algorithm.name, response.issuer_name_hash.hex()[:16], response.issuer_key_hash.hex()[:16])
    print(response.this_update_utc, response.next_update_utc, response.revocation_time_utc, response.revocation_reason)
    print(response.responder_name and response.responder_name.rfc4514_string(), response.responder_key_hash and response.responder_key_hash.hex(), [c.serial_number for c in response.certificates])
    print(list(response.extensions), list(response.single_extensions), len(response.signature) > 60)
    one, = response.responses
    print(one.certificate_status, one.serial_number == response.serial_number, one.this_update_utc, one.next_update_utc, one.revocation_time_utc, one.revocation_reason, one.hash_algorithm.name)
    age = datetime.datetime.now(datetime.timezone.utc) - response.produced_at_utc
    print(datetime.timedelta(-1) < age < datetime.timedelta(1))


for key, who, algorithm in (RSA, responder, SHA256), (RSA, responder, hashes.SHA512()), (ED, ca, None), (ED448, other, None), (EC, leaf, hashes.SHA384()):
    for status, after, revoked, reason in ((S.GOOD, T + YEAR, None, None), (S.GOOD, None, None, None), (S.UNKNOWN, None, None, None), (S.REVOKED, T + YEAR, T - YEAR, None),
                                           (S.REVOKED, None, T - 2 * YEAR, x509.ReasonFlags.key_compromise), (S.REVOKED, None, T, x509.ReasonFlags.remove_from_crl),
                                           (S.REVOKED, None, T.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=3))), x509.ReasonFlags.privilege_withdrawn)):
        b = R().add_response(leaf, ca, SHA256, status, T, after, revoked, reason)
        for encoding in E.HASH, E.NAME:
            response = b.responder_id(encoding, who).sign(key, algorithm)
            show(response)
    response = b.responder_id(E.NAME, who).certificates([who, ca]).add_extension(x509.OCSPNonce(b'n'), True).sign(key, algorithm)
    show(response)
    der = response.public_bytes(Encoding.DER)
    print(ocsp.load_der_ocsp_response(der).public_bytes(Encoding.DER) == der)
    if key is RSA:
        key.public_key().verify(response.signature, response.tbs_response_bytes, padding.PKCS1v15(), algorithm)
    elif key is EC:
        key.public_key().verify(response.signature, response.tbs_response_bytes, ec.ECDSA(algorithm))
    else:
        key.public_key().verify(response.signature, response.tbs_response_bytes)
    for n in range(0, len(der), 13):
        kind(lambda: ocsp.load_der_ocsp_response(der[:n]))
    kind(lambda: ocsp.load_der_ocsp_response(der + b'\0'))
for status in ocsp.OCSPResponseStatus:
    t(lambda: R.build_unsuccessful(status).public_bytes(Encoding.DER))
    if status is not ocsp.OCSPResponseStatus.SUCCESSFUL:
        response = ocsp.load_der_ocsp_response(R.build_unsuccessful(status).public_bytes(Encoding.DER))
        print(response.response_status, response.response_status.value)
        for name in ('certificate_status', 'serial_number', 'signature', 'extensions', 'produced_at_utc', 'responses', 'certificates', 'responder_name', 'hash_algorithm', 'tbs_response_bytes'):
            t(lambda: getattr(response, name))
for data in bytes.fromhex('30030a0104'), bytes.fromhex('30030a0107'), bytes.fromhex('30030a0100'), bytes.fromhex('3000'), b'', bytes.fromhex('30100a0100a00b300906042a0304050401 00'.replace(' ', '')):
    kind(lambda: ocsp.load_der_ocsp_response(data))
t(lambda: R.build_unsuccessful('x')); t(lambda: R().sign(RSA, SHA256)); b = R().add_response(leaf, ca, SHA256, S.GOOD, T, None, None, None)
t(lambda: b.sign(RSA, SHA256)); kind(lambda: b.responder_id(E.HASH, responder).sign(ED2, None)); t(lambda: b.add_response(leaf, ca, SHA256, S.GOOD, T, None, None, None))
t(lambda: b.responder_id('x', responder)); t(lambda: b.responder_id(E.HASH, 'x')); t(lambda: b.responder_id(E.HASH, responder).responder_id(E.HASH, responder))
t(lambda: b.certificates([])); t(lambda: b.certificates(['x'])); t(lambda: b.certificates([ca]).certificates([ca])); t(lambda: b.add_extension('x', False))
for args in (S.GOOD, 'x', None, None, None), (S.GOOD, T, 'x', None, None), ('x', T, None, None, None), (S.GOOD, T, None, T, None), (S.GOOD, T, None, None, x509.ReasonFlags.superseded), (S.REVOKED, T, None, None, None), (S.REVOKED, T, None, T, 'x'):
    t(lambda: R().add_response(leaf, ca, SHA256, *args))
t(lambda: R().add_response('x', ca, SHA256, S.GOOD, T, None, None, None)); t(lambda: R().add_response(leaf, ca, hashes.MD5(), S.GOOD, T, None, None, None))
t(lambda: R().add_response_by_hash(bytes(32), bytes(32), 5, SHA256, S.GOOD, T, None, None, None).responder_id(E.HASH, ca).sign(ED, None).serial_number)
t(lambda: R().add_response_by_hash(bytes(20), bytes(32), 5, SHA256, S.GOOD, T, None, None, None)); kind(lambda: ocsp.OCSPRequest()); kind(lambda: ocsp.OCSPResponse())


# Timestamps of logs.
def sct(version=0, log=b'L' * 32, time=1767225600123, extensions=b'', algorithms=b'\4\3', signature=b'signature', tail=b''):
    return bytes([version]) + log + time.to_bytes(8, 'big') + len(extensions).to_bytes(2, 'big') + extensions + algorithms + len(signature).to_bytes(2, 'big') + signature + tail


def listed(*scts):
    data = b''.join(len(s).to_bytes(2, 'big') + s for s in scts)
    data = len(data).to_bytes(2, 'big') + data
    return b'\4' + (bytes([len(data)]) if len(data) < 128 else b'\x81' + bytes([len(data)]) if len(data) < 256 else b'\x82' + len(data).to_bytes(2, 'big')) + data


OID = x509.ExtensionOID.PRECERT_SIGNED_CERTIFICATE_TIMESTAMPS
good = listed(sct(), sct(log=bytes(range(32)), time=0, extensions=b'ext', algorithms=b'\6\1'), sct(algorithms=b'\2\2', signature=b''))
c = cert('logged', EC, 9, x509.UnrecognizedExtension(OID, good))
e = x509.load_der_x509_certificate(c.public_bytes(Encoding.DER)).extensions.get_extension_for_class(x509.PrecertificateSignedCertificateTimestamps)
print(e.oid.dotted_string, e.critical, len(e.value), e.value == e.value, e.value.public_bytes() == good, hash(e.value) == hash(e.value))
for s in e.value:
    print(s.version, s.log_id.hex(), s.timestamp, s.entry_type, s.signature_hash_algorithm.name, s.signature_algorithm, s.signature, s.extension_bytes, s == s, s == e.value[0])
print(ct.LogEntryType.PRE_CERTIFICATE, ct.Version.v1, list(ct.SignatureAlgorithm))
for bad in (b'', b'\4\0', b'\4\2\0\1', listed(b''), listed(sct()[:-1]), listed(sct(version=1)), listed(sct(algorithms=b'\7\3')), listed(sct(algorithms=b'\4\x09')),
            listed(sct()) + b'\0', b'\5\0', listed(sct()[:40])):
    kind(lambda: cert('x', EC, 9, x509.UnrecognizedExtension(OID, bad)).extensions.get_extension_for_oid(OID).value)
kind(lambda: x509.PrecertificateSignedCertificateTimestamps(['x'])); kind(lambda: x509.SignedCertificateTimestamps([1])); print(len(x509.SignedCertificateTimestamps(list(e.value))))
