# Names, extensions, builders, requests and revocation lists. The .exp was written with
# pyca/cryptography 48.
import datetime
import ipaddress

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID, ObjectIdentifier


def t(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except Exception as e:
        print(type(e).__name__, e)


A, N, R = x509.NameAttribute, x509.Name, x509.RelativeDistinguishedName
for value in ('plain', ' lead', 'trail ', '#hash', 'a,b+c"d\\e<f>g;h', 'nul\0', 'ä€', '=', ''):
    t(lambda: A(NameOID.ORGANIZATION_NAME, value).rfc4514_string())
    try:
        name = N([A(NameOID.ORGANIZATION_NAME, value)])
    except ValueError as e:
        print(e)
        continue
    if '\0' not in value:
        print(N.from_rfc4514_string(name.rfc4514_string()) == name, name.public_bytes().hex())
for text in ('CN=a,O=b', 'CN=a+O=b,C=DE', '1.2.3.4=x', 'CN=#61626364', 'UID=u,DC=d', 'STREET=s,ST=t,L=l,OU=o', 'CN=a\\2Cb', 'CN=a\\,b'):
    t(lambda: N.from_rfc4514_string(text))
for text in ('CN', 'CN=a,', 'CN=a;O=b', '=a', 'XX=a', 'CN= a', 'CN=a ', 'CN=a\\', 'CN="a"', 'CN=#6', ','):
    try:
        print(N.from_rfc4514_string(text))
    except ValueError:
        print('ValueError', text)
t(A, NameOID.COUNTRY_NAME, 5)
t(A, 5, 'x')
t(R, [])
t(R, [5])
t(N, [5])
t(R, [A(NameOID.TITLE, 'x'), A(NameOID.TITLE, 'x')])
n = N([R([A(NameOID.COMMON_NAME, 'b'), A(NameOID.TITLE, 'a')]), R([A(NameOID.COUNTRY_NAME, 'DE')])])
print(n, len(n), list(n), n.rdns, n.public_bytes().hex(), n == N(reversed(n.rdns)), n.rfc4514_string({NameOID.COMMON_NAME: 'NAME'}))
t(ObjectIdentifier, '1.2.3')
for bad in ('3.1', '1', '1.50', 'a.b', '1..2', '', '1.2.-3'):
    try:
        ObjectIdentifier(bad)
    except ValueError:
        print('ValueError', bad)
print(ObjectIdentifier('2.5.4.3') == NameOID.COMMON_NAME, hash(ObjectIdentifier('2.5.4.3')) == hash(NameOID.COMMON_NAME), NameOID.COMMON_NAME.dotted_string)

G = [x509.DNSName('a.b'), x509.RFC822Name('x@y.z'), x509.UniformResourceIdentifier('http://a/'), x509.IPAddress(ipaddress.ip_address('1.2.3.4')),
     x509.IPAddress(ipaddress.ip_address('::1')), x509.DirectoryName(n), x509.RegisteredID(ObjectIdentifier('1.2.3')), x509.OtherName(ObjectIdentifier('1.2.3'), b'\5\0')]
for g in G:
    print(g, g == g, g == 5, hash(g) == hash(g), g.value)
for f, *args in ((x509.DNSName, 'ä'), (x509.DNSName, 5), (x509.RFC822Name, 'Name <a@b>'), (x509.RFC822Name, ''), (x509.IPAddress, '1.2.3.4'), (x509.DirectoryName, 5),
                 (x509.RegisteredID, 5), (x509.OtherName, 5, b''), (x509.OtherName, ObjectIdentifier('1.2.3'), 5)):
    try:
        f(*args)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, f.__name__)

P, D = x509.PolicyInformation, x509.DistributionPoint
net = x509.IPAddress(ipaddress.ip_network('10.0.0.0/8'))
values = [
    x509.BasicConstraints(True, 3), x509.BasicConstraints(False, None), x509.BasicConstraints(True, None),
    x509.KeyUsage(True, False, True, False, True, False, False, True, False), x509.KeyUsage(*[False] * 9), x509.KeyUsage(False, False, False, False, False, True, True, False, False),
    x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CODE_SIGNING]), x509.SubjectAlternativeName(G), x509.IssuerAlternativeName(G[:2]),
    x509.SubjectKeyIdentifier(b'12345'), x509.AuthorityKeyIdentifier(b'12345', None, None), x509.AuthorityKeyIdentifier(b'1', G[5:6], 300), x509.AuthorityKeyIdentifier(None, None, None),
    x509.NameConstraints([x509.DNSName('a'), net], None), x509.NameConstraints(None, [x509.RFC822Name('x.y')]),
    x509.CRLDistributionPoints([D(G[:1], None, frozenset([x509.ReasonFlags.key_compromise]), None), D(None, None, None, G[5:6]), D(None, R([A(NameOID.TITLE, 't')]), None, None)]),
    x509.FreshestCRL([D(G[2:3], None, None, None)]),
    x509.AuthorityInformationAccess([x509.AccessDescription(AuthorityInformationAccessOID.OCSP, G[2])]), x509.SubjectInformationAccess([x509.AccessDescription(AuthorityInformationAccessOID.OCSP, G[2])]),
    x509.CertificatePolicies([P(ObjectIdentifier('1.2.3'), None), P(ObjectIdentifier('1.2.4'), ['http://cps', x509.UserNotice(x509.NoticeReference('org', [1, 200]), 'text'), x509.UserNotice(None, None)])]),
    x509.PolicyConstraints(1, None), x509.PolicyConstraints(None, 0), x509.InhibitAnyPolicy(5), x509.CRLNumber(70000), x509.DeltaCRLIndicator(5),
    x509.CRLReason(x509.ReasonFlags.superseded), x509.OCSPNoCheck(), x509.PrecertPoison(),
    x509.TLSFeature([x509.TLSFeatureType.status_request, x509.TLSFeatureType.status_request_v2]), x509.InvalidityDate(datetime.datetime(2020, 1, 2, 3, 4, 5)),
    x509.CertificateIssuer(G[:1]), x509.IssuingDistributionPoint(None, None, True, False, frozenset([x509.ReasonFlags.ca_compromise]), False, False),
    x509.UnrecognizedExtension(ObjectIdentifier('1.2.3'), b'\5\0'), x509.OCSPNonce(b'abc'),
]
for v in values:
    print(v, v == v, v != v, v == 5, hash(v) == hash(v), v.oid.dotted_string)
    try:
        print('  ', v.public_bytes().hex())
    except NotImplementedError:
        print('   NotImplementedError')
for f, *args in ((x509.BasicConstraints, 5, None), (x509.BasicConstraints, False, 3), (x509.BasicConstraints, True, -1), (x509.KeyUsage, *[False] * 8, True),
                 (x509.ExtendedKeyUsage, [5]), (x509.SubjectAlternativeName, [5]), (x509.AuthorityKeyIdentifier, b'', [], None), (x509.NameConstraints, None, None),
                 (x509.NameConstraints, [], None), (x509.NameConstraints, [G[3]], None), (D, G, R([A(NameOID.TITLE, 't')]), None, None),
                 (x509.PolicyConstraints, None, None), (x509.InhibitAnyPolicy, -1), (x509.InhibitAnyPolicy, 'x'), (x509.CRLNumber, 'x'), (x509.CRLReason, 5), (x509.TLSFeature, []),
                 (x509.InvalidityDate, 5), (x509.IssuingDistributionPoint, None, None, False, False, None, False, False),
                 (x509.Extension, 5, True, values[0]), (x509.Extension, values[0].oid, 5, values[0]), (x509.UnrecognizedExtension, 5, b'')):
    t(f, *args)

B = x509.CertificateBuilder
day = datetime.datetime(2020, 1, 2, 3, 4, 5)
for f in (lambda: B().issuer_name(5), lambda: B().subject_name(n).subject_name(n), lambda: B().serial_number(0), lambda: B().serial_number(1 << 160), lambda: B().serial_number('x'),
          lambda: B().serial_number(5).serial_number(5), lambda: B().not_valid_before(5), lambda: B().not_valid_before(datetime.datetime(1940, 1, 1)),
          lambda: B().not_valid_after(day).not_valid_before(day + datetime.timedelta(1)), lambda: B().not_valid_before(day).not_valid_after(day - datetime.timedelta(1)),
          lambda: B().not_valid_after(day).not_valid_after(day), lambda: B().public_key(5) if False else B().issuer_name(n).issuer_name(n), lambda: B().add_extension(5, True),
          lambda: B().add_extension(values[0], False).add_extension(values[1], False), lambda: B().sign(None, None), lambda: B().subject_name(n).sign(None, None),
          lambda: B().subject_name(n).issuer_name(n).sign(None, None), lambda: x509.CertificateSigningRequestBuilder().sign(None, None), lambda: x509.CertificateSigningRequestBuilder().add_attribute(5, b''),
          lambda: x509.CertificateRevocationListBuilder().sign(None, None), lambda: x509.CertificateRevocationListBuilder().issuer_name(n).sign(None, None),
          lambda: x509.CertificateRevocationListBuilder().last_update(day).next_update(day - datetime.timedelta(1)), lambda: x509.CertificateRevocationListBuilder().add_revoked_certificate(5),
          lambda: x509.RevokedCertificateBuilder().build(), lambda: x509.RevokedCertificateBuilder().serial_number(5).build(), lambda: x509.RevokedCertificateBuilder().serial_number(-1)):
    t(f)

ek, rk, dk = ec.generate_private_key(ec.SECP256R1()), rsa.generate_private_key(65537, 2048), ed25519.Ed25519PrivateKey.generate()
for key, algorithm in (ek, hashes.SHA256()), (ek, hashes.SHA384()), (rk, hashes.SHA512()), (dk, None):
    b = B().subject_name(n).issuer_name(n).serial_number(77).not_valid_before(day).not_valid_after(datetime.datetime(2050, 1, 1, tzinfo=datetime.timezone(datetime.timedelta(hours=1)))).public_key(key.public_key())
    for v in values[:1] + values[3:4] + values[6:10] + values[13:14] + values[15:19] + values[19:21] + values[22:23] + values[26:27] + values[32:33]:
        b = b.add_extension(v, v is values[0])
    c = b.sign(key, algorithm)
    c2 = x509.load_pem_x509_certificate(c.public_bytes(Encoding.PEM))
    print(c == c2, c.version, c.serial_number, c.subject, c.not_valid_before, c.not_valid_after, c.signature_algorithm_oid, c.extensions == 5, len(c.extensions))
    print([e.value for e in c2.extensions] == [e._value for e in b._extensions])
    r = x509.CertificateSigningRequestBuilder().subject_name(n).add_extension(values[0], True).add_extension(values[7], False).add_attribute(x509.oid.AttributeOID.CHALLENGE_PASSWORD, b'secret').sign(key, algorithm)
    r2 = x509.load_der_x509_csr(r.public_bytes(Encoding.DER))
    print(r == r2, r2.subject, r2.extensions, r2.is_signature_valid, r2.attributes.get_attribute_for_oid(x509.oid.AttributeOID.CHALLENGE_PASSWORD).value, r2.signature_algorithm_oid, x509.load_pem_x509_csr(r.public_bytes(Encoding.PEM)) == r)
    print(r.public_bytes(Encoding.PEM).decode().splitlines()[0], r2.attributes)
    broken = bytearray(r.public_bytes(Encoding.DER))
    broken[-2] ^= 1
    try:
        print(x509.load_der_x509_csr(bytes(broken)).is_signature_valid)
    except ValueError:
        print('ValueError')
    cb = x509.CertificateRevocationListBuilder().issuer_name(n).last_update(day).next_update(day + datetime.timedelta(30)).add_extension(values[23], False).add_extension(values[10], False)
    for i in range(3):
        rb = x509.RevokedCertificateBuilder().serial_number(100 + i).revocation_date(day + datetime.timedelta(i))
        if i:
            rb = rb.add_extension(values[25], False).add_extension(values[29], False)
        cb = cb.add_revoked_certificate(rb.build())
    l = cb.sign(key, algorithm)
    l2 = x509.load_pem_x509_crl(l.public_bytes(Encoding.PEM))
    print(l == l2, len(l2), l2.issuer, l2.last_update, l2.next_update, l2.extensions, key is dk or l2.is_signature_valid(key.public_key()), l2.signature_algorithm_oid)
    for x in l2:
        print('  ', x.serial_number, x.revocation_date, x.extensions)
    x = l2.get_revoked_certificate_by_serial_number(101)
    print(x.serial_number, l2.get_revoked_certificate_by_serial_number(5), l2[0].serial_number, [x.serial_number for x in l2[1:]], l2[-1].serial_number)
    try:
        print(key is not dk and l2.is_signature_valid((rsa.generate_private_key(65537, 2048) if key is rk else ec.generate_private_key(ec.SECP256R1())).public_key()))
    except Exception as e:
        print(type(e).__name__)
t(b.sign, ek, None)
t(b.sign, dk, hashes.SHA256())
t(b.sign, 5, hashes.SHA256())
print(0 < x509.random_serial_number() < 1 << 159)
for f, data in ((x509.load_pem_x509_certificate, b''), (x509.load_pem_x509_certificate, r.public_bytes(Encoding.PEM)), (x509.load_pem_x509_csr, c.public_bytes(Encoding.PEM)),
                (x509.load_pem_x509_crl, c.public_bytes(Encoding.PEM)), (x509.load_der_x509_certificate, b''), (x509.load_der_x509_certificate, b'0\3abc'),
                (x509.load_der_x509_certificate, c.public_bytes(Encoding.DER) + b'x'), (x509.load_der_x509_certificate, c.public_bytes(Encoding.DER)[:-1]), (x509.load_der_x509_csr, b'x'), (x509.load_der_x509_crl, b'0\0')):
    try:
        f(data)
    except ValueError as e:
        print('ValueError', str(e).startswith('Valid PEM') and str(e))
