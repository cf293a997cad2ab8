# Extensions of certificates, requests and revocation lists: RFC 5280, section 4.2 and others.
import datetime
import hashlib
import ipaddress

from cryptography.hazmat._oid import CRLEntryExtensionOID, ExtensionOID, ObjectIdentifier, OCSPExtensionOID
from cryptography.hazmat.primitives import constant_time, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509 import _der
from cryptography.hazmat._enum import Enum
from cryptography.x509._fields import ExtensionType, _Empty, _Fields, _List, _Number, _fields, _want
from cryptography.x509._points import CRLDistributionPoints, CRLReason, DistributionPoint, FreshestCRL, IssuingDistributionPoint, ReasonFlags
from cryptography.x509._policies import CertificatePolicies, InhibitAnyPolicy, NoticeReference, PolicyConstraints, PolicyInformation, UserNotice
from cryptography.x509.certificate_transparency import PrecertificateSignedCertificateTimestamps, SignedCertificateTimestamps
from cryptography.x509.general_name import DNSName, GeneralName, IPAddress, OtherName, _parse as _parse_general_name, _parse_all


def __getattr__(name):
    if name not in ('Admission', 'Admissions', 'NamingAuthority', 'ProfessionInfo'):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from cryptography.x509 import _admissions  # which few certificates have
    return getattr(_admissions, name)


# This is where programs see them.
for _cls in (ExtensionType, CRLDistributionPoints, CRLReason, DistributionPoint, FreshestCRL, IssuingDistributionPoint, ReasonFlags,
             CertificatePolicies, InhibitAnyPolicy, NoticeReference, PolicyConstraints, PolicyInformation, UserNotice):
    _cls.__module__ = __name__


class DuplicateExtension(Exception):
    def __init__(self, msg, oid):
        super().__init__(msg)
        self.oid = oid


class ExtensionNotFound(Exception):
    def __init__(self, msg, oid):
        super().__init__(msg)
        self.oid = oid


def _key_identifier_from_public_key(public_key):
    if isinstance(public_key, rsa.RSAPublicKey):
        data = public_key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.PKCS1)
    elif isinstance(public_key, ec.EllipticCurvePublicKey):
        data = public_key.public_bytes(serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint)
    else:
        spki = _der.sequence(public_key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo))
        spki.any()
        data = _der.get_bits(spki.content(_der.BIT_STRING))[0]
    return hashlib.sha1(data, usedforsecurity=False).digest()


class Extensions:
    'All extensions of something.'

    def __init__(self, extensions):
        self._extensions = list(extensions)

    def get_extension_for_oid(self, oid):
        for ext in self:
            if ext.oid == oid:
                return ext
        raise ExtensionNotFound(f'No {oid} extension was found', oid)

    def get_extension_for_class(self, extclass):
        if extclass is UnrecognizedExtension:
            raise TypeError("UnrecognizedExtension can't be used with get_extension_for_class because more than one "
                            'instance of the class may be present.')
        for ext in self:
            if isinstance(ext.value, extclass):
                return ext
        raise ExtensionNotFound(f'No {extclass} extension was found', extclass.oid)

    def __len__(self):
        return len(self._extensions)

    def __iter__(self):
        return iter(self._extensions)

    def __getitem__(self, i):
        return self._extensions[i]

    def __repr__(self):
        return f'<Extensions({self._extensions})>'


class Extension:
    'An extension with its identifier and whether it is critical.'

    def __init__(self, oid, critical, value):
        if not isinstance(oid, ObjectIdentifier):
            raise TypeError('oid argument must be an ObjectIdentifier instance.')
        if not isinstance(critical, bool):
            raise TypeError('critical must be a boolean value')
        self._oid, self._critical, self._value = oid, critical, value

    oid = property(lambda self: self._oid)
    critical = property(lambda self: self._critical)
    value = property(lambda self: self._value)

    def __eq__(self, other):
        if not isinstance(other, Extension):
            return NotImplemented
        return self._oid == other._oid and self._critical == other._critical and self._value == other._value

    def __hash__(self):
        return hash((self._oid, self._critical, self._value))

    def __repr__(self):
        return f'<Extension(oid={self._oid}, critical={self._critical}, value={self._value})>'

    def _encode(self):
        return _der.put(_der.SEQUENCE, _der.put_oid(self._oid), _der.put_bool(True) if self._critical else b'',
                        _der.put(_der.OCTET_STRING, self._value.public_bytes()))


@_fields
class CRLNumber(_Number):
    oid, _shown = ExtensionOID.CRL_NUMBER, 'crl_number'

    def __init__(self, crl_number):
        if not isinstance(crl_number, int):
            raise TypeError('crl_number must be an integer')
        self._crl_number = crl_number


@_fields
class DeltaCRLIndicator(_Number):
    oid, _shown = ExtensionOID.DELTA_CRL_INDICATOR, 'crl_number'

    def __init__(self, crl_number):
        if not isinstance(crl_number, int):
            raise TypeError('crl_number must be an integer')
        self._crl_number = crl_number

    __repr__ = _Fields.__repr__


@_fields
class AuthorityKeyIdentifier(_Fields, ExtensionType):
    oid, _shown = ExtensionOID.AUTHORITY_KEY_IDENTIFIER, 'key_identifier! authority_cert_issuer authority_cert_serial_number'

    def __init__(self, key_identifier, authority_cert_issuer, authority_cert_serial_number):
        if (authority_cert_issuer is None) != (authority_cert_serial_number is None):
            raise ValueError('authority_cert_issuer and authority_cert_serial_number must both be present or both None')
        if authority_cert_issuer is not None:
            authority_cert_issuer = _want(GeneralName, 'authority_cert_issuer must be a list of GeneralName objects', authority_cert_issuer)
        if authority_cert_serial_number is not None and not isinstance(authority_cert_serial_number, int):
            raise TypeError('authority_cert_serial_number must be an integer')
        self._key_identifier, self._authority_cert_issuer = key_identifier, authority_cert_issuer
        self._authority_cert_serial_number = authority_cert_serial_number

    @classmethod
    def from_issuer_public_key(cls, public_key):
        return cls(_key_identifier_from_public_key(public_key), None, None)

    @classmethod
    def from_issuer_subject_key_identifier(cls, ski):
        return cls(ski.digest, None, None)

    def _encode(self):
        parts = []
        if self._key_identifier is not None:
            parts.append(_der.put(_der.context(0, False), self._key_identifier))
        if self._authority_cert_issuer is not None:
            parts.append(_der.put(_der.context(1), *[x._encode() for x in self._authority_cert_issuer]))
            parts.append(_der.put_int(self._authority_cert_serial_number, _der.context(2, False)))
        return _der.put(_der.SEQUENCE, *parts)

    @classmethod
    def _parse(cls, data):
        r = _der.sequence(data)
        key, issuer, serial = r.optional(_der.context(0, False)), r.optional(_der.context(1)), r.optional(_der.context(2, False))
        r.end()
        return cls(key, None if issuer is None else _parse_all(issuer), None if serial is None else _der.der_int(serial))


@_fields
class SubjectKeyIdentifier(_Fields, ExtensionType):
    oid, _shown = ExtensionOID.SUBJECT_KEY_IDENTIFIER, 'digest!'

    def __init__(self, digest):
        self._digest = digest

    @classmethod
    def from_public_key(cls, public_key):
        return cls(_key_identifier_from_public_key(public_key))

    @property
    def key_identifier(self):
        return self._digest

    def __eq__(self, other):
        if not isinstance(other, SubjectKeyIdentifier):
            return NotImplemented
        return constant_time.bytes_eq(self._digest, other._digest)

    __hash__ = _Fields.__hash__

    def _encode(self):
        return _der.put(_der.OCTET_STRING, self._digest)

    @classmethod
    def _parse(cls, data):
        return cls(_der.single(data, _der.OCTET_STRING))


@_fields
class AccessDescription(_Fields):
    _shown = 'access_method access_location'

    def __init__(self, access_method, access_location):
        if not isinstance(access_method, ObjectIdentifier):
            raise TypeError('access_method must be an ObjectIdentifier')
        if not isinstance(access_location, GeneralName):
            raise TypeError('access_location must be a GeneralName')
        self._access_method, self._access_location = access_method, access_location

    def _encode(self):
        return _der.put(_der.SEQUENCE, _der.put_oid(self._access_method), self._access_location._encode())


class _Access(_List):
    def __init__(self, descriptions):
        self._items = self._descriptions = _want(AccessDescription, 'Every item in the descriptions list must be an AccessDescription', descriptions)

    @classmethod
    def _parse(cls, data):
        out = []
        for tag, part, _ in _der.der_items(_der.single(data)):
            if tag != _der.SEQUENCE:
                raise _der.bad()
            r = _der.Reader(part)
            method = r.oid()
            kind, content, _ = r.any()
            r.end()
            out.append(AccessDescription(method, _parse_general_name(kind, content)))
        return cls(out)


class AuthorityInformationAccess(_Access):
    oid = ExtensionOID.AUTHORITY_INFORMATION_ACCESS


class SubjectInformationAccess(_Access):
    oid = ExtensionOID.SUBJECT_INFORMATION_ACCESS


@_fields
class BasicConstraints(_Fields, ExtensionType):
    oid, _shown = ExtensionOID.BASIC_CONSTRAINTS, 'ca path_length'

    def __init__(self, ca, path_length):
        if not isinstance(ca, bool):
            raise TypeError('ca must be a boolean value')
        if path_length is not None and not ca:
            raise ValueError('path_length must be None when ca is False')
        if path_length is not None and (not isinstance(path_length, int) or path_length < 0):
            raise TypeError('path_length must be a non-negative integer or None')
        self._ca, self._path_length = ca, path_length

    def _encode(self):
        return _der.put(_der.SEQUENCE, _der.put_bool(True) if self._ca else b'',
                        b'' if self._path_length is None else _der.put_int(self._path_length))

    @classmethod
    def _parse(cls, data):
        r = _der.sequence(data)
        ca = r.optional(_der.BOOLEAN)
        if ca is not None and not _der.get_bool(ca):
            raise _der.bad('EncodedDefault')
        length = r.optional(_der.INTEGER)
        r.end()
        if length is not None and (length := _der.der_int(length)) < 0:
            raise _der.bad()
        return cls(ca is not None, length)


class ExtendedKeyUsage(_List):
    oid = ExtensionOID.EXTENDED_KEY_USAGE

    def __init__(self, usages):
        self._items = _want(ObjectIdentifier, 'Every item in the usages list must be an ObjectIdentifier', usages)

    def _encode(self):
        return _der.put(_der.SEQUENCE, *map(_der.put_oid, self._items))

    @classmethod
    def _parse(cls, data):
        r = _der.sequence(data)
        out = []
        while r.more():
            out.append(r.oid())
        return cls(out)


class OCSPNoCheck(_Empty):
    oid = ExtensionOID.OCSP_NO_CHECK


class PrecertPoison(_Empty):
    oid = ExtensionOID.PRECERT_POISON


class TLSFeatureType(Enum):
    status_request = 5
    status_request_v2 = 17


class TLSFeature(_List):
    oid = ExtensionOID.TLS_FEATURE

    def __init__(self, features):
        self._items = _want(TLSFeatureType, 'features must be a list of elements from the TLSFeatureType enum', features)
        if not self._items:
            raise TypeError('features must be a list of elements from the TLSFeatureType enum')

    def __repr__(self):
        return f'<TLSFeature(features={self._items})>'

    def _encode(self):
        return _der.put(_der.SEQUENCE, *[_der.put_int(x.value) for x in self._items])

    @classmethod
    def _parse(cls, data):
        r = _der.sequence(data)
        out = []
        while r.more():
            n = r.int()
            if n not in TLSFeatureType:
                raise _der.bad()
            out.append(TLSFeatureType(n))
        return cls(out)


_USAGES = ('digital_signature', 'content_commitment', 'key_encipherment', 'data_encipherment', 'key_agreement', 'key_cert_sign',
           'crl_sign', 'encipher_only', 'decipher_only')


@_fields
class KeyUsage(_Fields, ExtensionType):
    oid, _shown = ExtensionOID.KEY_USAGE, ' '.join(_USAGES)

    def __init__(self, digital_signature, content_commitment, key_encipherment, data_encipherment, key_agreement, key_cert_sign,
                 crl_sign, encipher_only, decipher_only):
        if not key_agreement and (encipher_only or decipher_only):
            raise ValueError('encipher_only and decipher_only can only be true when key_agreement is true')
        for name, value in zip(_USAGES, (digital_signature, content_commitment, key_encipherment, data_encipherment, key_agreement,
                                         key_cert_sign, crl_sign, encipher_only, decipher_only)):
            setattr(self, '_' + name, value)

    def _only(name):
        def get(self):
            if not self._key_agreement:
                raise ValueError(name + ' is undefined unless key_agreement is true')
            return getattr(self, '_' + name)
        return property(get)

    encipher_only, decipher_only = _only('encipher_only'), _only('decipher_only')
    del _only

    def _encode(self):
        return _der.put_flags(self._values())

    @classmethod
    def _parse(cls, data):
        flags = [bool(x) for x in _der.get_flags(_der.single(data, _der.BIT_STRING))][:9]
        return cls(*flags, *[False] * (9 - len(flags)))


@_fields
class PrivateKeyUsagePeriod(_Fields, ExtensionType):
    oid, _shown = ExtensionOID.PRIVATE_KEY_USAGE_PERIOD, 'not_before not_after'

    def __init__(self, not_before, not_after):
        for name, value in ('not_before', not_before), ('not_after', not_after):
            if not isinstance(value, (datetime.datetime, type(None))):
                raise TypeError(name + ' must be a datetime.datetime or None')
        if not_before is None and not_after is None:
            raise ValueError('At least one of not_before and not_after must not be None')
        if not_before is not None and not_after is not None and not_before > not_after:
            raise ValueError('not_before must be before not_after')
        self._not_before, self._not_after = not_before, not_after

    def _encode(self):
        parts = [_der.put(_der.context(i, False), _der.single(_der.put_time(t, True), _der.GENERALIZED_TIME))
                 for i, t in enumerate(self._values()) if t is not None]
        return _der.put(_der.SEQUENCE, *parts)

    @classmethod
    def _parse(cls, data):
        r = _der.sequence(data)
        times = [r.optional(_der.context(i, False)) for i in range(2)]
        r.end()
        return cls(*[None if t is None else datetime.datetime(*_der.der_time(_der.GENERALIZED_TIME, t)) for t in times])


@_fields
class NameConstraints(_Fields, ExtensionType):
    oid, _shown = ExtensionOID.NAME_CONSTRAINTS, 'permitted_subtrees excluded_subtrees'

    def __init__(self, permitted_subtrees, excluded_subtrees):
        trees = []
        for name, tree in ('permitted_subtrees', permitted_subtrees), ('excluded_subtrees', excluded_subtrees):
            if tree is not None:
                tree = list(tree)
                if not tree:
                    raise ValueError(name + ' must be a non-empty list or None')
                _want(GeneralName, name + ' must be a list of GeneralName objects or None', tree)
                for x in tree:
                    if isinstance(x, IPAddress) and not isinstance(x.value, (ipaddress.IPv4Network, ipaddress.IPv6Network)):
                        raise TypeError('IPAddress name constraints must be an IPv4Network or IPv6Network object')
                    if isinstance(x, DNSName) and '*' in x.value:
                        raise ValueError("DNSName name constraints must not contain the '*' wildcard character")
            trees.append(tree)
        self._permitted_subtrees, self._excluded_subtrees = trees
        if permitted_subtrees is None and excluded_subtrees is None:
            raise ValueError('At least one of permitted_subtrees and excluded_subtrees must not be None')

    def _encode(self):
        return _der.put(_der.SEQUENCE, *[_der.put(_der.context(i), *[_der.put(_der.SEQUENCE, x._encode()) for x in tree])
                                         for i, tree in enumerate(self._values()) if tree is not None])

    @classmethod
    def _parse(cls, data):
        r = _der.sequence(data)
        trees = []
        for i in range(2):
            tree = r.optional(_der.context(i))
            if tree is not None:
                names = []
                for tag, part, _ in _der.der_items(tree):
                    if tag != _der.SEQUENCE:
                        raise _der.bad()
                    sub = _der.Reader(part)
                    kind, content, _ = sub.any()
                    sub.optional(_der.context(0, False))
                    sub.optional(_der.context(1, False))
                    sub.end()
                    names.append(_parse_general_name(kind, content, True))
                tree = names
            trees.append(tree)
        r.end()
        return cls(*trees)


class GeneralNames(_List):
    'Names of any kinds.'

    def __init__(self, general_names):
        self._items = _want(GeneralName, 'Every item in the general_names list must be an object conforming to the GeneralName interface', general_names)

    def get_values_for_type(self, type):
        objs = (x for x in self._items if isinstance(x, type))
        return list(objs) if type is OtherName else [x.value for x in objs]


class _Names(_List):
    def __init__(self, general_names):
        self._general_names = GeneralNames(general_names)
        self._items = self._general_names._items

    def get_values_for_type(self, type):
        return self._general_names.get_values_for_type(type)

    def __repr__(self):
        return f'<{self.__class__.__name__}({self._general_names})>'

    @classmethod
    def _parse(cls, data):
        return cls(_parse_all(_der.single(data)))


class SubjectAlternativeName(_Names):
    oid = ExtensionOID.SUBJECT_ALTERNATIVE_NAME


class IssuerAlternativeName(_Names):
    oid = ExtensionOID.ISSUER_ALTERNATIVE_NAME


class CertificateIssuer(_Names):
    oid = CRLEntryExtensionOID.CERTIFICATE_ISSUER


@_fields
class InvalidityDate(_Fields, ExtensionType):
    oid, _shown = CRLEntryExtensionOID.INVALIDITY_DATE, 'invalidity_date'

    def __init__(self, invalidity_date):
        if not isinstance(invalidity_date, datetime.datetime):
            raise TypeError('invalidity_date must be a datetime.datetime')
        self._invalidity_date = invalidity_date

    @property
    def invalidity_date_utc(self):
        if self._invalidity_date.tzinfo is None:
            return self._invalidity_date.replace(tzinfo=datetime.timezone.utc)
        return self._invalidity_date.astimezone(tz=datetime.timezone.utc)

    def _encode(self):
        return _der.put_time(self._invalidity_date, True)

    @classmethod
    def _parse(cls, data):
        return cls(datetime.datetime(*_der.der_time(_der.GENERALIZED_TIME, _der.single(data, _der.GENERALIZED_TIME))))


@_fields
class OCSPNonce(_Fields, ExtensionType):
    oid, _shown = OCSPExtensionOID.NONCE, 'nonce!'

    def __init__(self, nonce):
        if not isinstance(nonce, bytes):
            raise TypeError('nonce must be bytes')
        self._nonce = nonce

    def _encode(self):
        return _der.put(_der.OCTET_STRING, self._nonce)


@_fields
class OCSPAcceptableResponses(_Fields, ExtensionType):
    oid, _shown = OCSPExtensionOID.ACCEPTABLE_RESPONSES, 'responses'

    def __init__(self, responses):
        self._responses = _want(ObjectIdentifier, 'All responses must be ObjectIdentifiers', responses)

    def __iter__(self):
        return iter(self._responses)

    def _encode(self):
        return _der.put(_der.SEQUENCE, *map(_der.put_oid, self._responses))

    @classmethod
    def _parse(cls, data):
        return cls(ExtendedKeyUsage._parse(data))


@_fields
class MSCertificateTemplate(_Fields, ExtensionType):
    oid, _shown = ExtensionOID.MS_CERTIFICATE_TEMPLATE, 'template_id major_version minor_version'

    def __init__(self, template_id, major_version, minor_version):
        if not isinstance(template_id, ObjectIdentifier):
            raise TypeError('oid must be an ObjectIdentifier')
        if not all(isinstance(n, (int, type(None))) for n in (major_version, minor_version)):
            raise TypeError('major_version and minor_version must be integers or None')
        self._template_id, self._major_version, self._minor_version = template_id, major_version, minor_version

    def _encode(self):
        return _der.put(_der.SEQUENCE, _der.put_oid(self._template_id), *[_der.put_int(n) for n in self._values()[1:] if n is not None])

    @classmethod
    def _parse(cls, data):
        r = _der.sequence(data)
        oid, *numbers = r.oid(), r.optional(_der.INTEGER), r.optional(_der.INTEGER)
        r.end()
        return cls(oid, *[None if n is None else _der.der_int(n) for n in numbers])


class UnrecognizedExtension(ExtensionType):
    'An extension that has no class: its bytes.'

    def __init__(self, oid, value):
        if not isinstance(oid, ObjectIdentifier):
            raise TypeError('oid must be an ObjectIdentifier')
        self._oid, self._value = oid, value

    oid = property(lambda self: self._oid)
    value = property(lambda self: self._value)

    def __eq__(self, other):
        if not isinstance(other, UnrecognizedExtension):
            return NotImplemented
        return self._oid == other._oid and self._value == other._value

    def __hash__(self):
        return hash((self._oid, self._value))

    def __repr__(self):
        return f'<UnrecognizedExtension(oid={self._oid}, value={self._value!r})>'

    def _encode(self):
        return self._value


def _parse_number(cls):
    return lambda data: cls(_der.der_int(_der.single(data, _der.INTEGER)))


# What is recognised where, as functions from bytes to objects.
_IN_CERTIFICATES = {cls.oid: cls._parse for cls in (
    SubjectAlternativeName, IssuerAlternativeName, TLSFeature, SubjectKeyIdentifier, ExtendedKeyUsage, KeyUsage, AuthorityInformationAccess,
    SubjectInformationAccess, CertificatePolicies, PolicyConstraints, OCSPNoCheck, BasicConstraints, AuthorityKeyIdentifier,
    CRLDistributionPoints, FreshestCRL, NameConstraints, PrecertPoison, PrivateKeyUsagePeriod, PrecertificateSignedCertificateTimestamps)}
_IN_CERTIFICATES[MSCertificateTemplate.oid] = MSCertificateTemplate._parse
_IN_CERTIFICATES[ExtensionOID.ADMISSIONS] = lambda data: __getattr__('Admissions')._parse(data)
_IN_CERTIFICATES[InhibitAnyPolicy.oid] = _parse_number(InhibitAnyPolicy)
_IN_CRLS = {cls.oid: cls._parse for cls in (
    AuthorityInformationAccess, AuthorityKeyIdentifier, IssuerAlternativeName, IssuingDistributionPoint, FreshestCRL)}
_IN_CRLS[CRLNumber.oid] = _parse_number(CRLNumber)
_IN_CRLS[DeltaCRLIndicator.oid] = _parse_number(DeltaCRLIndicator)
_IN_ENTRIES = {cls.oid: cls._parse for cls in (CRLReason, InvalidityDate, CertificateIssuer)}


def _split(content):
    'The extensions in the contents of their SEQUENCE: (oid, critical, bytes).'
    out = []
    for tag, part, _ in _der.der_items(content):
        if tag != _der.SEQUENCE:
            raise _der.bad(f'UnexpectedTag {{ actual: {tag:#x} }}')
        r = _der.Reader(part)
        oid = r.oid()
        critical = r.optional(_der.BOOLEAN)
        if critical is not None and not _der.get_bool(critical):
            raise _der.bad('EncodedDefault')
        out.append((oid, critical is not None, r.content(_der.OCTET_STRING)))
        r.end()
    return out


def _parse_extensions(raw, known):
    seen = set()
    out = []
    for oid, critical, data in raw:
        if oid in seen:
            raise DuplicateExtension(f'Duplicate {oid.dotted_string} extension found', oid)
        seen.add(oid)
        parse = known.get(oid)
        out.append(Extension(oid, critical, UnrecognizedExtension(oid, data) if parse is None else parse(data)))
    return Extensions(out)
