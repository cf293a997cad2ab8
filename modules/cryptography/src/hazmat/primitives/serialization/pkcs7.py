# PKCS #7 (CMS) as a bag of certificates, as enrolment over EST and many tools hand them out.
from _cryptography import UnsupportedAlgorithm
from cryptography import x509
from cryptography.hazmat.primitives._serialization import Encoding
from cryptography.x509 import _der

_SIGNED, _DATA = x509.ObjectIdentifier('1.2.840.113549.1.7.2'), x509.ObjectIdentifier('1.2.840.113549.1.7.1')


def load_der_pkcs7_certificates(data):
    if not isinstance(data, bytes):
        raise TypeError('data must be bytes')
    try:
        r = _der.sequence(data)
        kind = r.oid()
        if kind == _SIGNED:
            signed = r.sequence(_der.context(0)).sequence()
            signed.int()
            signed.content(_der.SET)
            signed.sequence()
            certs = signed.optional(_der.context(0))
            r.end()
    except ValueError:
        raise ValueError('Unable to parse PKCS7 data') from None
    if kind != _SIGNED:
        raise UnsupportedAlgorithm('Only basic signed structures are currently supported. The data OID was ' + kind.dotted_string)
    if certs is None:
        raise ValueError('The provided PKCS7 has no certificate data, but a cert loading method was called.')
    r = _der.Reader(certs)
    out = []
    while r.more():
        tag, _, whole = r.any()
        if tag == _der.SEQUENCE:  # and no attribute certificate
            out.append(x509.load_der_x509_certificate(whole))
    return out


def load_pem_pkcs7_certificates(data):
    for label, content in _der.pem_blocks(data):
        if label in ('PKCS7', 'CMS'):
            return load_der_pkcs7_certificates(content)
    raise ValueError('Unable to parse PKCS7 data')


def serialize_certificates(certs, encoding):
    certs = list(certs)
    if not certs or not all(isinstance(c, x509.Certificate) for c in certs):
        raise TypeError('certs must be a list of certs with length >= 1')
    if encoding not in (Encoding.PEM, Encoding.DER):
        raise TypeError('encoding must DER or PEM from the Encoding enum')
    put = _der.put
    # A SET OF is sorted.
    bag = put(_der.context(0), *sorted(c.public_bytes(Encoding.DER) for c in certs))
    signed = put(_der.SEQUENCE, _der.put_int(1), put(_der.SET), put(_der.SEQUENCE, _der.put_oid(_DATA)), bag, put(_der.SET))
    der = put(_der.SEQUENCE, _der.put_oid(_SIGNED), put(_der.context(0), signed))
    return der if encoding is Encoding.DER else _der.pem_text('PKCS7', der)
