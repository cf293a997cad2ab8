# Where revocation lists are and what they say why: RFC 5280, sections 4.2.1.13, 5.2.5, 5.3.1.
from cryptography.hazmat._oid import CRLEntryExtensionOID, ExtensionOID
from cryptography.x509 import _der
from cryptography.hazmat._enum import Enum
from cryptography.x509._fields import ExtensionType, _Fields, _List, _fields, _want
from cryptography.x509.general_name import GeneralName, _parse_all
from cryptography.x509.name import NameAttribute, RelativeDistinguishedName, _parse_rdn


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
