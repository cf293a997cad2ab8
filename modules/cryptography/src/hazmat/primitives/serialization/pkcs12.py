# PKCS #12: a private key with its certificates in one file.
from _cryptography import pkcs12_build, pkcs12_load
from cryptography import x509
from cryptography.hazmat.primitives._serialization import PBES, Encoding, KeySerializationEncryption, PrivateFormat


def _check_name(name):
    if name is not None and not isinstance(name, bytes):
        raise TypeError('friendly_name must be bytes or None')


class PKCS12Certificate:
    'A certificate and its name.'

    def __init__(self, cert, friendly_name):
        if not isinstance(cert, x509.Certificate):
            raise TypeError('Expecting x509.Certificate object')
        _check_name(friendly_name)
        self._certificate, self._friendly_name = cert, friendly_name

    certificate = property(lambda self: self._certificate)
    friendly_name = property(lambda self: self._friendly_name)

    def __eq__(self, other):
        if not isinstance(other, PKCS12Certificate):
            return NotImplemented
        return self._certificate == other._certificate and self._friendly_name == other._friendly_name

    def __hash__(self):
        return hash((self._certificate, self._friendly_name))

    def __repr__(self):
        return f'<PKCS12Certificate({self._certificate}, friendly_name={self._friendly_name!r})>'


class PKCS12KeyAndCertificates:
    'What load_pkcs12 returns.'

    def __init__(self, key, cert, additional_certs):
        self._key, self._cert, self._additional_certs = key, cert, additional_certs

    key = property(lambda self: self._key)
    cert = property(lambda self: self._cert)
    additional_certs = property(lambda self: self._additional_certs)

    def __repr__(self):
        return f'<PKCS12KeyAndCertificates(key={self._key}, cert={self._cert}, additional_certs={self._additional_certs})>'


def load_pkcs12(data, password, backend=None):
    key, certs = pkcs12_load(data, password)
    own, others = None, []
    for der, name, marked in certs:
        entry = PKCS12Certificate(x509.load_der_x509_certificate(der), name)
        if own is None and key is not None and (marked or entry.certificate.public_key() == key.public_key()):
            own = entry
        else:
            others.append(entry)
    return PKCS12KeyAndCertificates(key, own, others)


def load_key_and_certificates(data, password, backend=None):
    p = load_pkcs12(data, password)
    return p.key, p.cert and p.cert.certificate, [entry.certificate for entry in p.additional_certs]


def serialize_key_and_certificates(name, key, cert, cas, encryption_algorithm):
    if cert is not None and not isinstance(cert, x509.Certificate):
        raise TypeError('cert must be a certificate or None')
    cas = [] if cas is None else list(cas)
    if not all(isinstance(ca, (x509.Certificate, PKCS12Certificate)) for ca in cas):
        raise TypeError('all values in cas must be certificates')
    if not isinstance(encryption_algorithm, KeySerializationEncryption):
        raise TypeError('Key encryption algorithm must be a KeySerializationEncryption instance')
    if key is None and cert is None and not cas:
        raise ValueError('You must supply at least one of key, cert, or cas')
    _check_name(name)
    e = encryption_algorithm
    if e._encryption == 'built' and e._format is not PrivateFormat.PKCS12:
        raise ValueError('Unsupported encryption type')
    certs = [(cert.public_bytes(Encoding.DER), name)] if cert is not None else []
    for ca in cas:
        if isinstance(ca, PKCS12Certificate):
            certs.append((ca.certificate.public_bytes(Encoding.DER), ca.friendly_name))
        else:
            certs.append((ca.public_bytes(Encoding.DER), None))
    old = getattr(e, '_key_cert_algorithm', None) is PBES.PBESv1SHA1And3KeyTripleDESCBC
    return pkcs12_build(name, key, certs, cert is not None, getattr(e, 'password', None), getattr(e, '_kdf_rounds', None) or 20000, old,
                        getattr(e, '_hmac_hash', None))
