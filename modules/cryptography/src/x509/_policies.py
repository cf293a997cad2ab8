# Policies that certificates follow: RFC 5280, sections 4.2.1.4, 4.2.1.11, 4.2.1.14.
from cryptography.hazmat._oid import ExtensionOID, ObjectIdentifier
from cryptography.x509 import _der
from cryptography.x509._fields import ExtensionType, _Fields, _List, _Number, _fields, _want


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
        values = [None if v is None else _der.der_int(v) for v in values]
        if any(v is not None and not 0 <= v < 1 << 32 for v in values):
            raise _der.bad()
        return cls(*values)


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
