# PKCS #7 as a bag of certificates. Written by pyca/cryptography 38.
import os

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7

with open(os.path.dirname(__file__) + '/data/certs.pem') as f:
    certs = [x509.load_pem_x509_certificate((part[part.index('-----BEGIN'):] + '-----END CERTIFICATE-----\n').encode())
             for part in f.read().split('-----END CERTIFICATE-----\n') if '-----BEGIN' in part]


def kind(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)


for n in 1, 2, 3, len(certs):
    der, pem = pkcs7.serialize_certificates(certs[:n], Encoding.DER), pkcs7.serialize_certificates(certs[:n], Encoding.PEM)
    print(der[4:15].hex(), pem[:25], pem[-20:])  # OpenSSL writes what is empty, version 48 does not
    for loaded in pkcs7.load_der_pkcs7_certificates(der), pkcs7.load_pem_pkcs7_certificates(pem), pkcs7.load_pem_pkcs7_certificates(b'text\n' + pem + b'more'):
        print(len(loaded) == n, {c.public_bytes(Encoding.DER) for c in loaded} == {c.public_bytes(Encoding.DER) for c in certs[:n]})
    for bad in der[:-1], der[:50], b'', b'x', der[1:]:
        kind(lambda: pkcs7.load_der_pkcs7_certificates(bad))
    for bad in pem[:200], b'', der, certs[0].public_bytes(Encoding.PEM):
        kind(lambda: pkcs7.load_pem_pkcs7_certificates(bad))
data = bytes.fromhex('300f06092a864886f70d010701a0020400')
for f in (lambda: pkcs7.load_der_pkcs7_certificates(data), lambda: pkcs7.load_der_pkcs7_certificates('x'), lambda: pkcs7.serialize_certificates([], Encoding.DER),
          lambda: pkcs7.serialize_certificates([1], Encoding.DER), lambda: pkcs7.serialize_certificates(certs[:1], Encoding.OpenSSH), lambda: pkcs7.serialize_certificates(certs[:1], 'PEM')):
    kind(f)
