# Certificates, requests and revocation lists as they are read: RFC 5280, RFC 2986.
import datetime

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat._oid import ExtensionOID, ObjectIdentifier
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509 import _der
from cryptography.hazmat._enum import Enum
from cryptography.x509._sign import Algorithm, verify as _verify
from cryptography.x509.extensions import _IN_CERTIFICATES, _IN_CRLS, _IN_ENTRIES, _parse_extensions, _split
from cryptography.x509.name import _ASN1_TYPE_TO_ENUM, _ASN1Type, _parse_name

_EXTENSION_REQUEST = ObjectIdentifier('1.2.840.113549.1.9.14')


class AttributeNotFound(Exception):
    def __init__(self, msg, oid):
        super().__init__(msg)
        self.oid = oid


class InvalidVersion(Exception):
    def __init__(self, msg, parsed_version):
        super().__init__(msg)
        self.parsed_version = parsed_version


class Version(Enum):
    v1 = 0
    v3 = 2


def _utc(parts):
    return datetime.datetime(*parts, tzinfo=datetime.timezone.utc)


def _check_bytes(data):
    if not isinstance(data, bytes):
        raise TypeError(f"argument 'data': '{type(data).__name__}' object cannot be cast as 'bytes'")
    return data


class _Signed:
    'What is signed: something, the algorithm, the signature.'

    def _open(self, der):
        self._der = der
        outer = _der.sequence(der)
        self._tbs = outer.item(_der.SEQUENCE)
        self._algorithm = Algorithm(outer.item(_der.SEQUENCE))
        self._signature, unused = _der.get_bits(outer.content(_der.BIT_STRING))
        if unused:
            raise _der.bad()
        outer.end()
        return _der.Reader(self._tbs[1])

    @property
    def signature(self):
        return self._signature

    @property
    def signature_hash_algorithm(self):
        return self._algorithm.hash()

    @property
    def signature_algorithm_oid(self):
        return self._algorithm.oid

    @property
    def signature_algorithm_parameters(self):
        return self._algorithm.parameters()

    def public_bytes(self, encoding):
        if encoding is serialization.Encoding.DER:
            return self._der
        if encoding is serialization.Encoding.PEM:
            return _der.pem_text(self._label, self._der)
        if not isinstance(encoding, serialization.Encoding):
            raise TypeError('encoding must be an item from the Encoding enum')
        raise ValueError('encoding must be Encoding.DER or Encoding.PEM')

    def fingerprint(self, algorithm):
        h = hashes.Hash(algorithm)
        h.update(self._der)
        return h.finalize()

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._der == other._der

    def __hash__(self):
        return hash(self._der)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _read_key(r):
    'The bytes of a SubjectPublicKeyInfo, which has its two parts, and the bytes of its algorithm.'
    item = r.item(_der.SEQUENCE)
    inner = _der.Reader(item[1])
    algorithm = Algorithm(inner.item(_der.SEQUENCE))
    _der.get_bits(inner.content(_der.BIT_STRING))
    inner.end()
    return item[2], algorithm


def _read_name(r):
    item = r.item(_der.SEQUENCE)
    _parse_name(item[1])
    return item


class Certificate(_Signed):
    'A certificate.'
    _label = 'CERTIFICATE'

    def __init__(self, *args):
        raise TypeError('No constructor defined')

    @classmethod
    def _load(cls, der):
        self = cls.__new__(cls)
        r = self._open(der)
        version = r.optional(_der.context(0))
        if version is not None:
            version = _der.der_int(_der.single(version, _der.INTEGER))
            if version == 0:
                raise _der.bad('EncodedDefault')
        if version not in (None, 2):
            raise InvalidVersion(f'{version} is not a valid X509 version', version)
        self._version = version or 0
        self._serial_bytes = r.content(_der.INTEGER)
        self._serial = _der.der_int(self._serial_bytes)
        self._inner_algorithm = Algorithm(r.item(_der.SEQUENCE))
        self._issuer = _read_name(r)
        validity = r.sequence()
        self._times = validity.items
        self._not_before, self._not_after = validity.time(), validity.time()
        validity.end()
        self._subject = _read_name(r)
        self._spki, self._key_algorithm = _read_key(r)
        for i in 1, 2:
            unique = r.optional(_der.context(i, False))
            if unique is not None:
                _der.get_bits(unique)
        extensions = r.optional(_der.context(3))
        self._raw_extensions = [] if extensions is None else _split(_der.single(extensions))
        r.end()
        self._extensions = None
        return self

    @property
    def version(self):
        return Version(self._version)

    @property
    def serial_number(self):
        return self._serial

    @property
    def issuer(self):
        return _parse_name(self._issuer[1])

    @property
    def subject(self):
        return _parse_name(self._subject[1])

    @property
    def not_valid_before(self):
        return datetime.datetime(*self._not_before)

    @property
    def not_valid_before_utc(self):
        return _utc(self._not_before)

    @property
    def not_valid_after(self):
        return datetime.datetime(*self._not_after)

    @property
    def not_valid_after_utc(self):
        return _utc(self._not_after)

    @property
    def tbs_certificate_bytes(self):
        return self._tbs[2]

    @property
    def tbs_precertificate_bytes(self):
        'What is signed, without the list of timestamps.'
        self.extensions
        parts = []
        found = False
        for tag, content, whole in _der.der_items(self._tbs[1]):
            if tag == _der.context(3):
                kept = []
                for ext in _der.der_items(_der.single(content)):
                    if _der.Reader(ext[1]).oid() == ExtensionOID.PRECERT_SIGNED_CERTIFICATE_TIMESTAMPS:
                        found = True
                    else:
                        kept.append(ext[2])
                whole = _der.put(tag, _der.put(_der.SEQUENCE, *kept))
            parts.append(whole)
        if not found:
            raise ValueError('Could not find pre-certificate SCT list extension')
        return _der.put(_der.SEQUENCE, *parts)

    @property
    def public_key_algorithm_oid(self):
        return self._key_algorithm.oid

    def public_key(self):
        return serialization.load_der_public_key(self._spki)

    @property
    def extensions(self):
        if self._extensions is None:
            self._extensions = _parse_extensions(self._raw_extensions, _IN_CERTIFICATES)
        return self._extensions

    def verify_directly_issued_by(self, issuer):
        if not isinstance(issuer, Certificate):
            raise TypeError(f"argument 'issuer': '{type(issuer).__name__}' object cannot be cast as 'Certificate'")
        if self._inner_algorithm.whole != self._algorithm.whole:
            raise ValueError('Inner and outer signature algorithms do not match. This is an invalid certificate.')
        if self._issuer[2] != issuer._subject[2]:
            raise ValueError('Issuer certificate subject does not match certificate issuer.')
        _verify(issuer.public_key(), self._algorithm, self._signature, self._tbs[2])

    def __repr__(self):
        return f'<Certificate(subject={self.subject!r}, ...)>'


class Attribute:
    'An attribute of a request.'

    def __init__(self, oid, value, _type=_ASN1Type.UTF8String.value):
        self._oid, self._value, self._type = oid, value, _type

    oid = property(lambda self: self._oid)
    value = property(lambda self: self._value)

    def __repr__(self):
        return f'<Attribute(oid={self._oid}, value={self._value!r})>'

    def __eq__(self, other):
        if not isinstance(other, Attribute):
            return NotImplemented
        return self._oid == other._oid and self._value == other._value and self._type == other._type

    def __hash__(self):
        return hash((self._oid, self._value, self._type))


class Attributes:
    'All attributes of a request.'

    def __init__(self, attributes):
        self._attributes = list(attributes)

    def __len__(self):
        return len(self._attributes)

    def __iter__(self):
        return iter(self._attributes)

    def __getitem__(self, i):
        return self._attributes[i]

    def __repr__(self):
        return f'<Attributes({self._attributes})>'

    def get_attribute_for_oid(self, oid):
        for attr in self:
            if attr.oid == oid:
                return attr
        raise AttributeNotFound(f'No {oid} attribute was found', oid)


class CertificateSigningRequest(_Signed):
    'A request for a certificate.'
    _label = 'CERTIFICATE REQUEST'

    def __init__(self, *args):
        raise TypeError('No constructor defined')

    @classmethod
    def _load(cls, der):
        self = cls.__new__(cls)
        r = self._open(der)
        version = r.int()
        if version != 0:
            raise InvalidVersion(f'{version} is not a valid CSR version', version)
        self._subject = _read_name(r)
        self._spki, self._key_algorithm = _read_key(r)
        attributes = r.optional(_der.context(0))
        r.end()
        self._raw_attributes = []
        for tag, content, _ in _der.der_items(attributes or b''):
            if tag != _der.SEQUENCE:
                raise _der.bad()
            a = _der.Reader(content)
            self._raw_attributes.append((a.oid(), _der.der_items(a.content(_der.SET))))
            a.end()
        self._extensions = None
        return self

    @property
    def subject(self):
        return _parse_name(self._subject[1])

    def public_key(self):
        return serialization.load_der_public_key(self._spki)

    @property
    def public_key_algorithm_oid(self):
        return self._key_algorithm.oid

    @property
    def tbs_certrequest_bytes(self):
        return self._tbs[2]

    @property
    def is_signature_valid(self):
        try:
            _verify(self.public_key(), self._algorithm, self._signature, self._tbs[2])
        except InvalidSignature:
            return False
        return True

    @property
    def attributes(self):
        out = []
        for oid, values in self._raw_attributes:
            if len(values) != 1:
                raise ValueError('Only single-valued attributes are supported')
            tag, content, whole = values[0]
            if tag in _ASN1_TYPE_TO_ENUM or tag == _der.SEQUENCE and oid == _EXTENSION_REQUEST:
                out.append(Attribute(oid, content, tag & 0x1f))
            else:
                raise ValueError(f'OID {oid.dotted_string} has a disallowed ASN.1 type: {tag:#x}')
        return Attributes(out)

    def get_attribute_for_oid(self, oid):
        return self.attributes.get_attribute_for_oid(oid).value

    @property
    def extensions(self):
        if self._extensions is None:
            raw = []
            for oid, values in self._raw_attributes:
                if oid == _EXTENSION_REQUEST:
                    if len(values) != 1 or values[0][0] != _der.SEQUENCE:
                        raise ValueError('Only single-valued attributes are supported')
                    raw = _split(values[0][1])
                    break
            self._extensions = _parse_extensions(raw, _IN_CERTIFICATES)
        return self._extensions


class RevokedCertificate:
    'A line of a revocation list.'

    def __init__(self, content):
        r = _der.Reader(content)
        self._serial = r.int()
        self._date = r.time()
        self._raw_extensions = _split(r.content(_der.SEQUENCE)) if r.more() else []
        r.end()

    @property
    def serial_number(self):
        return self._serial

    @property
    def revocation_date(self):
        return datetime.datetime(*self._date)

    @property
    def revocation_date_utc(self):
        return _utc(self._date)

    @property
    def extensions(self):
        return _parse_extensions(self._raw_extensions, _IN_ENTRIES)


class _RawRevokedCertificate(RevokedCertificate):
    'A line that is to be written.'

    def __init__(self, serial_number, revocation_date, extensions):
        self._serial, self._time, self._made = serial_number, revocation_date, extensions

    @property
    def revocation_date(self):
        return self._time

    @property
    def revocation_date_utc(self):
        return self._time.replace(tzinfo=datetime.timezone.utc)

    @property
    def extensions(self):
        return self._made


class CertificateRevocationList(_Signed):
    'A list of certificates that are no longer good.'
    _label = 'X509 CRL'

    def __init__(self, *args):
        raise TypeError('No constructor defined')

    @classmethod
    def _load(cls, der):
        self = cls.__new__(cls)
        r = self._open(der)
        version = r.optional(_der.INTEGER)
        version = 0 if version is None else _der.der_int(version)
        if version != 1:
            raise InvalidVersion(f'{version} is not a valid CRL version', version)
        self._inner_algorithm = Algorithm(r.item(_der.SEQUENCE))
        if self._inner_algorithm.whole != self._algorithm.whole:
            raise ValueError('The signature algorithms in the outer and inner structures of the CRL do not match')
        self._issuer = _read_name(r)
        self._last = r.time()
        self._next = r.time() if r.peek() in (_der.UTC_TIME, _der.GENERALIZED_TIME) else None
        entries = r.optional(_der.SEQUENCE)
        self._entries = []
        for tag, content, _ in _der.der_items(entries or b''):
            if tag != _der.SEQUENCE:
                raise _der.bad()
            self._entries.append(content)
        extensions = r.optional(_der.context(0))
        self._raw_extensions = [] if extensions is None else _split(_der.single(extensions))
        r.end()
        self._places = self._extensions = None
        return self

    @property
    def issuer(self):
        return _parse_name(self._issuer[1])

    @property
    def last_update(self):
        return datetime.datetime(*self._last)

    @property
    def last_update_utc(self):
        return _utc(self._last)

    @property
    def next_update(self):
        return None if self._next is None else datetime.datetime(*self._next)

    @property
    def next_update_utc(self):
        return None if self._next is None else _utc(self._next)

    @property
    def tbs_certlist_bytes(self):
        return self._tbs[2]

    @property
    def extensions(self):
        if self._extensions is None:
            self._extensions = _parse_extensions(self._raw_extensions, _IN_CRLS)
        return self._extensions

    def __len__(self):
        return len(self._entries)

    def __iter__(self):
        for content in self._entries:
            yield RevokedCertificate(content)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return [RevokedCertificate(content) for content in self._entries[i]]
        return RevokedCertificate(self._entries[i])

    def get_revoked_certificate_by_serial_number(self, serial_number):
        if self._places is None:
            self._places = {}
            for i, content in enumerate(self._entries):
                self._places.setdefault(_der.der_int(_der.Reader(content).content(_der.INTEGER)), i)
        i = self._places.get(serial_number)
        return None if i is None else self[i]

    def is_signature_valid(self, public_key):
        try:
            _verify(public_key, self._algorithm, self._signature, self._tbs[2])
        except InvalidSignature:
            return False
        return True


def load_pem_x509_certificates(data):
    certs = [Certificate._load(content) for label, content in _der.pem_blocks(data) if label in ('CERTIFICATE', 'X509 CERTIFICATE')]
    if not certs:
        raise _der.no_pem()
    return certs


def load_pem_x509_certificate(data, backend=None):
    return Certificate._load(_der.from_pem(data, ('CERTIFICATE', 'X509 CERTIFICATE'),
                             'Valid PEM but no BEGIN CERTIFICATE/END CERTIFICATE delimiters. Are you sure this is a certificate?'))


def load_der_x509_certificate(data, backend=None):
    return Certificate._load(_check_bytes(data))


def load_pem_x509_csr(data, backend=None):
    return CertificateSigningRequest._load(_der.from_pem(
        data, ('CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'),
        'Valid PEM but no BEGIN CERTIFICATE REQUEST/END CERTIFICATE REQUEST delimiters. Are you sure this is a CSR?'))


def load_der_x509_csr(data, backend=None):
    return CertificateSigningRequest._load(_check_bytes(data))


def load_pem_x509_crl(data, backend=None):
    return CertificateRevocationList._load(_der.from_pem(
        data, ('X509 CRL',), 'Valid PEM but no BEGIN X509 CRL/END X509 delimiters. Are you sure this is a CRL?'))


def load_der_x509_crl(data, backend=None):
    return CertificateRevocationList._load(_check_bytes(data))
