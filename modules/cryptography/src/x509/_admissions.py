# What a professional may do: Admissions of Common PKI, as in certificates of German health cards.
from cryptography.hazmat._oid import ExtensionOID, ObjectIdentifier
from cryptography.x509 import _der
from cryptography.x509._fields import ExtensionType, _Fields, _List, _fields, _want
from cryptography.x509.general_name import GeneralName, _parse as _parse_general_name


def _check(cls, name, value, what):
    if value is not None and not isinstance(value, cls):
        raise TypeError(f'{name} must be {what}')
    return value


def _explicit(n, value):
    return b'' if value is None else _der.put(_der.context(n), value._encode())


def _all(r, tag):
    'The contents of the parts, which have this tag.'
    out = []
    while r.more():
        out.append(r.content(tag))
    return out


@_fields
class NamingAuthority(_Fields):
    _shown = 'id url text'

    def __init__(self, id, url, text):
        self._id = _check(ObjectIdentifier, 'id', id, 'an ObjectIdentifier')
        self._url, self._text = _check(str, 'url', url, 'a str'), _check(str, 'text', text, 'a str')

    def _encode(self):
        return _der.put(_der.SEQUENCE, b'' if self._id is None else _der.put_oid(self._id),
                        *[_der.put(tag, s.encode()) for tag, s in ((_der.IA5, self._url), (_der.UTF8, self._text)) if s is not None])

    @classmethod
    def _parse(cls, r):
        id = r.oid() if r.peek() == _der.OID else None
        texts = [r.optional(tag) for tag in (_der.IA5, _der.UTF8)]
        r.end()
        return cls(id, *[None if s is None else _der.get_text(s) for s in texts])


@_fields
class ProfessionInfo(_Fields):
    _shown = 'naming_authority profession_items profession_oids registration_number add_profession_info'

    def __init__(self, naming_authority, profession_items, profession_oids, registration_number, add_profession_info):
        self._naming_authority = _check(NamingAuthority, 'naming_authority', naming_authority, 'a NamingAuthority')
        self._profession_items = _want(str, 'Every item in the profession_items list must be a str', profession_items)
        self._profession_oids = None if profession_oids is None else _want(
            ObjectIdentifier, 'Every item in the profession_oids list must be an ObjectIdentifier', profession_oids)
        self._registration_number = _check(str, 'registration_number', registration_number, 'a str')
        self._add_profession_info = _check(bytes, 'add_profession_info', add_profession_info, 'bytes')

    def _encode(self):
        oids, number, more = self._values()[2:]
        return _der.put(_der.SEQUENCE, _explicit(0, self._naming_authority),
                        _der.put(_der.SEQUENCE, *[_der.put(_der.UTF8, s.encode()) for s in self._profession_items]),
                        b'' if oids is None else _der.put(_der.SEQUENCE, *map(_der.put_oid, oids)),
                        b'' if number is None else _der.put(_der.PRINTABLE, number.encode()),
                        b'' if more is None else _der.put(_der.OCTET_STRING, more))

    @classmethod
    def _parse(cls, content):
        r = _der.Reader(content)
        authority = r.optional(_der.context(0))
        items = [_der.get_string(*part[:2]) for part in r.sequence().items]
        oids = r.optional(_der.SEQUENCE)
        number, more = r.optional(_der.PRINTABLE), r.optional(_der.OCTET_STRING)
        r.end()
        return cls(None if authority is None else NamingAuthority._parse(_der.sequence(authority)), items,
                   None if oids is None else [ObjectIdentifier(_der.der_oid(x)) for x in _all(_der.Reader(oids), _der.OID)],
                   None if number is None else _der.get_text(number), more)


@_fields
class Admission(_Fields):
    _shown = 'admission_authority naming_authority profession_infos'

    def __init__(self, admission_authority, naming_authority, profession_infos):
        self._admission_authority = _check(GeneralName, 'admission_authority', admission_authority, 'a GeneralName')
        self._naming_authority = _check(NamingAuthority, 'naming_authority', naming_authority, 'a NamingAuthority')
        self._profession_infos = _want(ProfessionInfo, 'Every item in the profession_infos list must be a ProfessionInfo', profession_infos)

    def _encode(self):
        return _der.put(_der.SEQUENCE, _explicit(0, self._admission_authority), _explicit(1, self._naming_authority),
                        _der.put(_der.SEQUENCE, *[x._encode() for x in self._profession_infos]))

    @classmethod
    def _parse(cls, content):
        r = _der.Reader(content)
        authority, naming = r.optional(_der.context(0)), r.optional(_der.context(1))
        infos = _all(r.sequence(), _der.SEQUENCE)
        r.end()
        return cls(None if authority is None else _parse_general_name(*_der.Reader(authority).any()[:2]),
                   None if naming is None else NamingAuthority._parse(_der.sequence(naming)), [ProfessionInfo._parse(x) for x in infos])


class Admissions(_List):
    oid = ExtensionOID.ADMISSIONS

    def __init__(self, authority, admissions):
        self._authority = _check(GeneralName, 'authority', authority, 'a GeneralName')
        self._items = _want(Admission, 'Every item in the contents_of_admissions list must be an Admission', admissions)

    authority = property(lambda self: self._authority)

    def __repr__(self):
        return f'<Admissions(authority={self._authority}, admissions={self._items})>'

    def __eq__(self, other):
        if not isinstance(other, Admissions):
            return NotImplemented
        return self._authority == other._authority and self._items == other._items

    def __hash__(self):
        return hash((self._authority, *self._items))

    def _encode(self):
        return _der.put(_der.SEQUENCE, b'' if self._authority is None else self._authority._encode(), super()._encode())

    @classmethod
    def _parse(cls, data):
        r = _der.sequence(data)
        authority = None if r.peek() == _der.SEQUENCE else _parse_general_name(*r.any()[:2])
        admissions = _all(r.sequence(), _der.SEQUENCE)
        r.end()
        return cls(authority, [Admission._parse(x) for x in admissions])


for _cls in NamingAuthority, ProfessionInfo, Admission, Admissions:
    _cls.__module__ = 'cryptography.x509.extensions'
