# Extensions of certificates, requests and revocation lists: RFC 5280, section 4.2 and others.
import datetime
import hashlib
import ipaddress

from cryptography.hazmat._oid import CRLEntryExtensionOID, ExtensionOID, ObjectIdentifier, OCSPExtensionOID
from cryptography.hazmat.primitives import constant_time, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509 import _der
from cryptography.x509._enum import Enum
from cryptography.x509.general_name import DirectoryName, DNSName, GeneralName, IPAddress, OtherName, RegisteredID, RFC822Name, UniformResourceIdentifier
from cryptography.x509.general_name import _parse as _parse_general_name, _parse_all
from cryptography.x509.name import Name, NameAttribute, RelativeDistinguishedName, _parse_rdn


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
    return hashlib.sha1(data).digest()


def _want(cls, what, values, message=None):
    values = list(values)
    if not all(isinstance(x, cls) for x in values):
        raise TypeError(message or what)
    return values


def _hashable(x):
    return tuple(x) if isinstance(x, list) else x


class _Fields:
    'Objects that are their fields. _shown are the fields as repr shows them: name, or name! for the repr.'
    _shown = ''

    def _values(self):
        return [getattr(self, '_' + name.strip('!')) for name in self._shown.split()]

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self):
        return hash(tuple(map(_hashable, self._values())))

    def __repr__(self):
        shown = []
        for name, value in zip(self._shown.split(), self._values()):
            shown.append(name.strip('!') + '=' + (repr(value) if name[-1] == '!' else str(value)))
        return f'<{self.__class__.__name__}({", ".join(shown)})>'


def _fields(cls):
    'Makes the read-only properties.'
    for name in cls._shown.split():
        name = name.strip('!')
        if name not in cls.__dict__:
            setattr(cls, name, property(lambda self, name='_' + name: getattr(self, name)))
    return cls


class ExtensionType:
    'What an extension says; oid tells which it is.'

    def public_bytes(self):
        try:
            encode = self._encode
        except AttributeError:
            raise NotImplementedError(f'public_bytes is not implemented for extension type {self!r}') from None
        return encode()


class _List(ExtensionType):
    'An extension that is a list.'

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __getitem__(self, i):
        return self._items[i]

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._items == other._items

    def __hash__(self):
        return hash(tuple(self._items))

    def __repr__(self):
        return f'<{self.__class__.__name__}({self._items})>'

    def _encode(self):
        return _der.put(_der.SEQUENCE, *[x._encode() for x in self._items])


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


class _Number(_Fields, ExtensionType):
    'An extension that is one int.'

    def _encode(self):
        return _der.put_int(self._values()[0])

    def __repr__(self):
        return f'<{self.__class__.__name__}({self._values()[0]})>'


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
class InhibitAnyPolicy(_Number):
    oid, _shown = ExtensionOID.INHIBIT_ANY_POLICY, 'skip_certs'

    def __init__(self, skip_certs):
        if not isinstance(skip_certs, int):
            raise TypeError('skip_certs must be an integer')
        if skip_certs < 0:
            raise ValueError('skip_certs must be a non-negative integer')
        self._skip_certs = skip_certs

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


class ReasonFlags(Enum):
    unspecified = 'unspecified'
    key_compromise = 'keyCompromise'
    ca_compromise = 'cACompromise'
    affiliation_changed = 'affiliationChanged'
    superseded = 'superseded'
    cessation_of_operation = 'cessationOfOperation'
    certificate_hold = 'certificateHold'
    privilege_withdrawn = 'privilegeWithdrawn'
    aa_compromise = 'aACompromise'
    remove_from_crl = 'removeFromCRL'


# By place in the BIT STRING of distribution points, and by number in CRLs.
_REASON_BITS = [None, ReasonFlags.key_compromise, ReasonFlags.ca_compromise, ReasonFlags.affiliation_changed, ReasonFlags.superseded,
                ReasonFlags.cessation_of_operation, ReasonFlags.certificate_hold, ReasonFlags.privilege_withdrawn, ReasonFlags.aa_compromise]
_REASON_CODES = {0: ReasonFlags.unspecified, 1: ReasonFlags.key_compromise, 2: ReasonFlags.ca_compromise, 3: ReasonFlags.affiliation_changed,
                 4: ReasonFlags.superseded, 5: ReasonFlags.cessation_of_operation, 6: ReasonFlags.certificate_hold,
                 8: ReasonFlags.remove_from_crl, 9: ReasonFlags.privilege_withdrawn, 10: ReasonFlags.aa_compromise}


def _put_reasons(reasons, tag):
    return _der.put_flags([flag in reasons for flag in _REASON_BITS], tag)


def _get_reasons(content):
    flags = _der.get_flags(content)
    if len(flags) > len(_REASON_BITS):
        raise _der.bad()
    return frozenset(flag for flag, on in zip(_REASON_BITS, flags) if on and flag)


def _put_point_name(full_name, relative_name):
    'DistributionPointName in its tag 0.'
    if full_name is not None:
        return _der.put(_der.context(0), _der.put(_der.context(0), *[x._encode() for x in full_name]))
    if relative_name is not None:
        return _der.put(_der.context(0), _der.put(_der.context(1), *sorted(x._encode() for x in relative_name)))
    return b''


def _get_point_name(content):
    if content is None:
        return None, None
    items = _der.der_items(content)
    if len(items) != 1 or items[0][0] not in (_der.context(0), _der.context(1)):
        raise _der.bad()
    if items[0][0] == _der.context(0):
        return _parse_all(items[0][1]), None
    return None, RelativeDistinguishedName([NameAttribute(*x, _validate=False) for x in _parse_rdn(items[0][1])])


@_fields
class DistributionPoint(_Fields):
    _shown = 'full_name relative_name reasons crl_issuer'

    def __init__(self, full_name, relative_name, reasons, crl_issuer):
        if full_name and relative_name:
            raise ValueError('You cannot provide both full_name and relative_name, at least one must be None.')
        if not full_name and not relative_name and not crl_issuer:
            raise ValueError('Either full_name, relative_name or crl_issuer must be provided.')
        if full_name is not None:
            full_name = _want(GeneralName, 'full_name must be a list of GeneralName objects', full_name)
        if relative_name is not None and not isinstance(relative_name, RelativeDistinguishedName):
            raise TypeError('relative_name must be a RelativeDistinguishedName')
        if crl_issuer is not None:
            crl_issuer = _want(GeneralName, 'crl_issuer must be None or a list of general names', crl_issuer)
        if reasons and (not isinstance(reasons, frozenset) or not all(isinstance(x, ReasonFlags) for x in reasons)):
            raise TypeError('reasons must be None or frozenset of ReasonFlags')
        if reasons and (ReasonFlags.unspecified in reasons or ReasonFlags.remove_from_crl in reasons):
            raise ValueError('unspecified and remove_from_crl are not valid reasons in a DistributionPoint')
        self._full_name, self._relative_name, self._reasons, self._crl_issuer = full_name, relative_name, reasons, crl_issuer

    def _encode(self):
        return _der.put(_der.SEQUENCE, _put_point_name(self._full_name, self._relative_name),
                        _put_reasons(self._reasons, _der.context(1, False)) if self._reasons else b'',
                        _der.put(_der.context(2), *[x._encode() for x in self._crl_issuer]) if self._crl_issuer else b'')


class _Points(_List):
    def __init__(self, distribution_points):
        self._items = _want(DistributionPoint, 'distribution_points must be a list of DistributionPoint objects', distribution_points)

    @classmethod
    def _parse(cls, data):
        out = []
        for tag, part, _ in _der.der_items(_der.single(data)):
            if tag != _der.SEQUENCE:
                raise _der.bad()
            r = _der.Reader(part)
            full, relative = _get_point_name(r.optional(_der.context(0)))
            reasons, issuer = r.optional(_der.context(1, False)), r.optional(_der.context(2))
            r.end()
            out.append(DistributionPoint(full, relative, None if reasons is None else _get_reasons(reasons), None if issuer is None else _parse_all(issuer)))
        return cls(out)


class CRLDistributionPoints(_Points):
    oid = ExtensionOID.CRL_DISTRIBUTION_POINTS


class FreshestCRL(_Points):
    oid = ExtensionOID.FRESHEST_CRL


@_fields
class PolicyConstraints(_Fields, ExtensionType):
    oid, _shown = ExtensionOID.POLICY_CONSTRAINTS, 'require_explicit_policy inhibit_policy_mapping'

    def __init__(self, require_explicit_policy, inhibit_policy_mapping):
        for name, value in ('require_explicit_policy', require_explicit_policy), ('inhibit_policy_mapping', inhibit_policy_mapping):
            if value is not None and not isinstance(value, int):
                raise TypeError(name + ' must be a non-negative integer or None')
            if value is not None and value < 0:
                raise TypeError(name + ' must be a non-negative integer or None')
        if require_explicit_policy is None and inhibit_policy_mapping is None:
            raise ValueError('At least one of require_explicit_policy and inhibit_policy_mapping must not be None')
        self._require_explicit_policy, self._inhibit_policy_mapping = require_explicit_policy, inhibit_policy_mapping

    def _encode(self):
        return _der.put(_der.SEQUENCE, *[_der.put_int(n, _der.context(i, False)) for i, n in enumerate(self._values()) if n is not None])

    @classmethod
    def _parse(cls, data):
        r = _der.sequence(data)
        values = [r.optional(_der.context(i, False)) for i in range(2)]
        r.end()
        return cls(*[None if v is None else _der.der_int(v) for v in values])


@_fields
class NoticeReference(_Fields):
    _shown = 'organization! notice_numbers'

    def __init__(self, organization, notice_numbers):
        self._organization = organization
        self._notice_numbers = _want(int, 'notice_numbers must be a list of integers', notice_numbers)


@_fields
class UserNotice(_Fields):
    _shown = 'notice_reference explicit_text!'

    def __init__(self, notice_reference, explicit_text):
        if notice_reference and not isinstance(notice_reference, NoticeReference):
            raise TypeError('notice_reference must be None or a NoticeReference')
        self._notice_reference, self._explicit_text = notice_reference, explicit_text


@_fields
class PolicyInformation(_Fields):
    _shown = 'policy_identifier policy_qualifiers'

    def __init__(self, policy_identifier, policy_qualifiers):
        if not isinstance(policy_identifier, ObjectIdentifier):
            raise TypeError('policy_identifier must be an ObjectIdentifier')
        if policy_qualifiers is not None:
            policy_qualifiers = _want((str, UserNotice), 'policy_qualifiers must be a list of strings and/or UserNotice objects or None', policy_qualifiers)
        self._policy_identifier, self._policy_qualifiers = policy_identifier, policy_qualifiers

    def _encode(self):
        parts = []
        for q in self._policy_qualifiers or ():
            if isinstance(q, str):
                parts.append(_der.put(_der.SEQUENCE, _der.put_oid(_CPS), _der.put(_der.IA5, q.encode())))
                continue
            ref, text = q._notice_reference, q._explicit_text
            notice = b''
            if ref is not None:
                notice = _der.put(_der.SEQUENCE, _der.put(_der.UTF8, ref._organization.encode()),
                                  _der.put(_der.SEQUENCE, *map(_der.put_int, ref._notice_numbers)))
            if text is not None:
                notice += _der.put(_der.UTF8, text.encode())
            parts.append(_der.put(_der.SEQUENCE, _der.put_oid(_NOTICE), _der.put(_der.SEQUENCE, notice)))
        return _der.put(_der.SEQUENCE, _der.put_oid(self._policy_identifier), _der.put(_der.SEQUENCE, *parts) if self._policy_qualifiers is not None else b'')


_CPS, _NOTICE = ObjectIdentifier('1.3.6.1.5.5.7.2.1'), ObjectIdentifier('1.3.6.1.5.5.7.2.2')
_TEXTS = (_der.UTF8, _der.IA5, _der.VISIBLE, _der.BMP)


def _get_display_text(tag, content):
    if tag not in _TEXTS:
        raise _der.bad('InvalidTag')
    return _der.get_string(tag, content)


def _get_qualifier(content):
    r = _der.Reader(content)
    oid = r.oid()
    if oid == _CPS:
        value = _der.get_text(r.content(_der.IA5))
    elif oid == _NOTICE:
        notice = r.sequence()
        ref = text = None
        if notice.peek() == _der.SEQUENCE:
            part = notice.sequence()
            organization = _get_display_text(*part.any()[:2])
            numbers = part.sequence()
            part.end()
            ref = NoticeReference(organization, [_der.der_int(c) if tag == _der.INTEGER else _no_int() for tag, c, _ in numbers.items])
        if notice.more():
            text = _get_display_text(*notice.any()[:2])
        notice.end()
        value = UserNotice(ref, text)
    else:
        raise _der.bad()
    r.end()
    return value


def _no_int():
    raise _der.bad()


class CertificatePolicies(_List):
    oid = ExtensionOID.CERTIFICATE_POLICIES

    def __init__(self, policies):
        self._items = _want(PolicyInformation, 'Every item in the policies list must be a PolicyInformation', policies)

    @classmethod
    def _parse(cls, data):
        out = []
        for tag, part, _ in _der.der_items(_der.single(data)):
            if tag != _der.SEQUENCE:
                raise _der.bad()
            r = _der.Reader(part)
            oid = r.oid()
            qualifiers = None
            if r.more():
                qualifiers = []
                for tag, content, _ in r.sequence().items:
                    if tag != _der.SEQUENCE:
                        raise _der.bad()
                    qualifiers.append(_get_qualifier(content))
            r.end()
            out.append(PolicyInformation(oid, qualifiers))
        return cls(out)


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


class _Empty(ExtensionType):
    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return True

    def __hash__(self):
        return hash(self.__class__)

    def __repr__(self):
        return f'<{self.__class__.__name__}()>'

    def _encode(self):
        return b'\5\0'

    @classmethod
    def _parse(cls, data):
        if _der.single(data, _der.NULL):
            raise _der.bad()
        return cls()


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
class CRLReason(_Fields, ExtensionType):
    oid, _shown = CRLEntryExtensionOID.CRL_REASON, 'reason'

    def __init__(self, reason):
        if not isinstance(reason, ReasonFlags):
            raise TypeError('reason must be an element from ReasonFlags')
        self._reason = reason

    def _encode(self):
        for n, flag in _REASON_CODES.items():
            if flag is self._reason:
                return _der.put_int(n, _der.ENUMERATED)

    @classmethod
    def _parse(cls, data):
        n = _der.der_int(_der.single(data, _der.ENUMERATED))
        if n not in _REASON_CODES:
            raise ValueError(f'Unsupported reason code: {n}')
        return cls(_REASON_CODES[n])


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
class IssuingDistributionPoint(_Fields, ExtensionType):
    oid = ExtensionOID.ISSUING_DISTRIBUTION_POINT
    _shown = ('full_name relative_name only_contains_user_certs only_contains_ca_certs only_some_reasons indirect_crl '
              'only_contains_attribute_certs')

    def __init__(self, full_name, relative_name, only_contains_user_certs, only_contains_ca_certs, only_some_reasons, indirect_crl,
                 only_contains_attribute_certs):
        if full_name is not None:
            full_name = list(full_name)
        if only_some_reasons and (not isinstance(only_some_reasons, frozenset) or not all(isinstance(x, ReasonFlags) for x in only_some_reasons)):
            raise TypeError('only_some_reasons must be None or frozenset of ReasonFlags')
        if only_some_reasons and (ReasonFlags.unspecified in only_some_reasons or ReasonFlags.remove_from_crl in only_some_reasons):
            raise ValueError('unspecified and remove_from_crl are not valid reasons in an IssuingDistributionPoint')
        flags = only_contains_user_certs, only_contains_ca_certs, indirect_crl, only_contains_attribute_certs
        if not all(isinstance(x, bool) for x in flags):
            raise TypeError('only_contains_user_certs, only_contains_ca_certs, indirect_crl and only_contains_attribute_certs must all be boolean.')
        if sum((only_contains_user_certs, only_contains_ca_certs, only_contains_attribute_certs)) > 1:
            raise ValueError('Only one of the following can be set to True: only_contains_user_certs, only_contains_ca_certs, only_contains_attribute_certs')
        if not any((*flags, full_name, relative_name, only_some_reasons)):
            raise ValueError('Cannot create empty extension: if only_contains_user_certs, only_contains_ca_certs, indirect_crl, and '
                             'only_contains_attribute_certs are all False, then either full_name, relative_name, or only_some_reasons must have a value.')
        self._full_name, self._relative_name, self._only_some_reasons = full_name, relative_name, only_some_reasons
        self._only_contains_user_certs, self._only_contains_ca_certs, self._indirect_crl, self._only_contains_attribute_certs = flags

    def _encode(self):
        flag = lambda n, on: _der.put(_der.context(n, False), b'\xff') if on else b''
        return _der.put(_der.SEQUENCE, _put_point_name(self._full_name, self._relative_name), flag(1, self._only_contains_user_certs),
                        flag(2, self._only_contains_ca_certs),
                        _put_reasons(self._only_some_reasons, _der.context(3, False)) if self._only_some_reasons else b'',
                        flag(4, self._indirect_crl), flag(5, self._only_contains_attribute_certs))

    @classmethod
    def _parse(cls, data):
        r = _der.sequence(data)
        full, relative = _get_point_name(r.optional(_der.context(0)))
        parts = [r.optional(_der.context(i, False)) for i in range(1, 6)]
        r.end()
        flags = [part is not None and _der.get_bool(part) for i, part in enumerate(parts) if i != 2]
        return cls(full, relative, flags[0], flags[1], None if parts[2] is None else _get_reasons(parts[2]), flags[2], flags[3])


@_fields
class OCSPNonce(_Fields, ExtensionType):
    oid, _shown = OCSPExtensionOID.NONCE, 'nonce!'

    def __init__(self, nonce):
        if not isinstance(nonce, bytes):
            raise TypeError('nonce must be bytes')
        self._nonce = nonce

    def _encode(self):
        return _der.put(_der.OCTET_STRING, self._nonce)


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
    CRLDistributionPoints, FreshestCRL, NameConstraints, PrecertPoison, PrivateKeyUsagePeriod)}
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
