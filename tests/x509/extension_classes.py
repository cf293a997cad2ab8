# Extensions of Microsoft, of Common PKI and of OCSP: made, read back, wrong arguments; weak hash functions.
# Written by pyca/cryptography 48.
import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtensionOID, NameOID, OCSPExtensionOID, OtherNameFormOID

O = x509.ObjectIdentifier
key = ec.derive_private_key(99, ec.SECP256R1())
name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, 'a')])


def t(f):
    try:
        r = f()
        print(r.hex() if isinstance(r, bytes) else r)
    except Exception as e:
        print(type(e).__name__, e)


def make(value, algorithm=hashes.SHA256()):
    day = datetime.datetime(2026, 1, 1)
    builder = x509.CertificateBuilder(name, name, key.public_key(), 1, day, day)
    return builder.add_extension(value, False).sign(key, algorithm, ecdsa_deterministic=True)


def round_trip(value):
    cert = make(value)
    print(cert.fingerprint(hashes.SHA256()).hex())
    cert = x509.load_der_x509_certificate(cert.public_bytes(serialization.Encoding.DER))
    got = cert.extensions.get_extension_for_class(type(value))
    print(got, got.value == value, hash(got.value) == hash(value), got.value != 5, got.value.public_bytes().hex())


T = x509.MSCertificateTemplate
for args in (O('1.2.3'), 1, None), (O('1.2.3'), 100, 5), (O('1.2.3'), None, None), (O('1.2.3'), None, 2):
    t(lambda: T(*args))
    t(lambda: T(*args).public_bytes())
round_trip(T(O('1.3.6.1.4.1.311.21.8.1'), 100, 3))
for args in (5, 1, 5), (O('1.2.3'), 'a', 5), (O('1.2.3'), 1, 'a'):
    t(lambda: T(*args))

A = x509.OCSPAcceptableResponses
t(lambda: A([O('1.2.3'), O('1.2.4')]))
t(lambda: A([O('1.2.3')]).public_bytes())
t(lambda: A([1]))
t(lambda: (list(A([O('1.2.3')])), A([O('1.2.3')]) == A([O('1.2.3')]), A.oid == OCSPExtensionOID.ACCEPTABLE_RESPONSES))

N, P, D, M = x509.NamingAuthority, x509.ProfessionInfo, x509.Admission, x509.Admissions
full = N(O('1.2.3'), 'http://x', 'te\xe9xt')
dentist = P(full, ['Zahn\xe4rztin', 'b'], [O('1.2.276.0.76.4.31'), O('1.2.4')], '1-2', b'\4\1a')
for value in (M(None, []), M(None, [D(None, None, [])]), M(None, [D(None, None, [P(None, [], None, None, None)])]),
              M(x509.DirectoryName(name), [D(x509.DNSName('b'), N(None, None, None), [dentist, P(N(None, 'u', None), ['c'], [], None, None)]), D(None, full, [dentist])])):
    round_trip(value)
print(full, dentist, D(None, full, [dentist]), len(M(None, [D(None, None, [])])), sep='\n')
print(dentist.naming_authority.url, dentist.profession_items, dentist.registration_number, dentist.add_profession_info, M(None, []).authority)
for f in (lambda: N(5, None, None), lambda: N(None, 5, None), lambda: N(None, None, 5), lambda: P(5, [], None, None, None), lambda: P(None, [5], None, None, None),
          lambda: P(None, [], [5], None, None), lambda: P(None, [], None, 5, None), lambda: P(None, [], None, None, 'a'), lambda: D(5, None, []), lambda: D(None, 5, []),
          lambda: D(None, None, [5]), lambda: M(5, []), lambda: M(None, [5])):
    t(f)
print(ExtensionOID.ADMISSIONS, ExtensionOID.MS_CERTIFICATE_TEMPLATE, OtherNameFormOID.HW_MODULE_NAME, OtherNameFormOID.BUNDLE_EID)

# What is not DER of these.
for kind, data in ((T, '3000'), (T, '300206022a03'), (T, '3009020101020101020101'), (T, '0500'), (M, '3000'), (M, '30020500'), (M, '300430023000')):
    cert = make(x509.UnrecognizedExtension(kind.oid, bytes.fromhex(data)))
    try:
        print(cert.extensions)
    except ValueError:
        print('ValueError')

# Nothing new is signed with what is broken.
t(lambda: make(x509.OCSPNoCheck(), hashes.SHA1()))
t(lambda: make(x509.OCSPNoCheck(), hashes.MD5()))
