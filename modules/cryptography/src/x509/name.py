# Names of people and machines: RFC 5280, RFC 4514.
from _cryptography import is_printable
from cryptography.hazmat._oid import NameOID, ObjectIdentifier
from cryptography.x509 import _der
from cryptography.hazmat._enum import Enum


class _ASN1Type(Enum):
    BitString = 3
    OctetString = 4
    UTF8String = 12
    NumericString = 18
    PrintableString = 19
    T61String = 20
    IA5String = 22
    UTCTime = 23
    GeneralizedTime = 24
    VisibleString = 26
    UniversalString = 28
    BMPString = 30


_ASN1_TYPE_TO_ENUM = {i.value: i for i in _ASN1Type}
_NAMEOID_DEFAULT_TYPE = {
    NameOID.COUNTRY_NAME: _ASN1Type.PrintableString, NameOID.JURISDICTION_COUNTRY_NAME: _ASN1Type.PrintableString,
    NameOID.SERIAL_NUMBER: _ASN1Type.PrintableString, NameOID.DN_QUALIFIER: _ASN1Type.PrintableString,
    NameOID.EMAIL_ADDRESS: _ASN1Type.IA5String, NameOID.DOMAIN_COMPONENT: _ASN1Type.IA5String,
}
_NAMEOID_TO_NAME = {
    NameOID.COMMON_NAME: 'CN', NameOID.LOCALITY_NAME: 'L', NameOID.STATE_OR_PROVINCE_NAME: 'ST', NameOID.ORGANIZATION_NAME: 'O',
    NameOID.ORGANIZATIONAL_UNIT_NAME: 'OU', NameOID.COUNTRY_NAME: 'C', NameOID.STREET_ADDRESS: 'STREET',
    NameOID.DOMAIN_COMPONENT: 'DC', NameOID.USER_ID: 'UID',
}
_NAME_TO_NAMEOID = {v: k for k, v in _NAMEOID_TO_NAME.items()}
# The least and greatest number of characters of values of some kinds.
_NAMEOID_LENGTH_LIMIT = {NameOID.COUNTRY_NAME: (2, 2), NameOID.JURISDICTION_COUNTRY_NAME: (2, 2), NameOID.COMMON_NAME: (1, 64)}


def _escape_dn_value(val):
    if not val:
        return ''
    if isinstance(val, bytes):
        return '#' + val.hex()
    out = []
    last = len(val) - 1
    for i, c in enumerate(val):
        if c in '\\"+,;<>' or (c == ' ' and i in (0, last)) or (c == '#' and i == 0):
            c = '\\' + c
        elif c == '\0':
            c = '\\00'
        out.append(c)
    return ''.join(out)


class NameAttribute:
    'One part of a name: oid and value.'
    __slots__ = '_oid', '_value', '_type'

    def __init__(self, oid, value, _type=None, *, _validate=True):
        if not isinstance(oid, ObjectIdentifier):
            raise TypeError('oid argument must be an ObjectIdentifier instance.')
        if _type is _ASN1Type.BitString:
            if oid != NameOID.X500_UNIQUE_IDENTIFIER:
                raise TypeError('oid must be X500_UNIQUE_IDENTIFIER for BitString type.')
            if not isinstance(value, bytes):
                raise TypeError('value must be bytes for BitString')
        elif not isinstance(value, str):
            raise TypeError('value argument must be a str')
        limits = _NAMEOID_LENGTH_LIMIT.get(oid)
        if limits is not None and _validate:
            n = len(value.encode('utf8'))
            if not limits[0] <= n <= limits[1]:
                raise ValueError(f"Attribute's length must be >= {limits[0]} and <= {limits[1]}, but it was {n}")
        if _type is None:
            _type = _NAMEOID_DEFAULT_TYPE.get(oid, _ASN1Type.UTF8String)
        if not isinstance(_type, _ASN1Type):
            raise TypeError('_type must be from the _ASN1Type enum')
        self._oid, self._value, self._type = oid, value, _type

    @property
    def oid(self):
        return self._oid

    @property
    def value(self):
        return self._value

    @property
    def rfc4514_attribute_name(self):
        return _NAMEOID_TO_NAME.get(self._oid, self._oid.dotted_string)

    def rfc4514_string(self, attr_name_overrides=None):
        name = attr_name_overrides.get(self._oid) if attr_name_overrides else None
        if name is None:
            name = self.rfc4514_attribute_name
        return f'{name}={_escape_dn_value(self._value)}'

    def __eq__(self, other):
        if not isinstance(other, NameAttribute):
            return NotImplemented
        return self._oid == other._oid and self._value == other._value

    def __hash__(self):
        return hash((self._oid, self._value))

    def __repr__(self):
        return f'<NameAttribute(oid={self._oid}, value={self._value!r})>'

    def _encode(self):
        kind, value = self._type, self._value
        if kind is _ASN1Type.BitString:
            data = _der.put_bits(value)
        else:
            if kind is _ASN1Type.BMPString:
                value = value.encode('utf-16-be')
            elif kind is _ASN1Type.UniversalString:
                value = value.encode('utf-32-be')
            else:
                value = value.encode('utf-8')
                if kind is _ASN1Type.PrintableString and not is_printable(value):
                    raise ValueError('invalid value for PrintableString')
            data = _der.put(kind.value, value)
        return _der.put(_der.SEQUENCE, _der.put_oid(self._oid), data)


class RelativeDistinguishedName:
    'Parts of a name that stand on one level.'

    def __init__(self, attributes):
        attributes = list(attributes)
        if not attributes:
            raise ValueError('a relative distinguished name cannot be empty')
        if not all(isinstance(x, NameAttribute) for x in attributes):
            raise TypeError('attributes must be an iterable of NameAttribute')
        self._attributes, self._attribute_set = attributes, frozenset(attributes)
        if len(self._attribute_set) != len(attributes):
            raise ValueError('duplicate attributes are not allowed')

    def get_attributes_for_oid(self, oid):
        return [i for i in self if i.oid == oid]

    def rfc4514_string(self, attr_name_overrides=None):
        return '+'.join(attr.rfc4514_string(attr_name_overrides) for attr in self._attributes)

    def __eq__(self, other):
        if not isinstance(other, RelativeDistinguishedName):
            return NotImplemented
        return self._attribute_set == other._attribute_set

    def __hash__(self):
        return hash(self._attribute_set)

    def __iter__(self):
        return iter(self._attributes)

    def __len__(self):
        return len(self._attributes)

    def __repr__(self):
        return f'<RelativeDistinguishedName({self.rfc4514_string()})>'

    def _encode(self):
        return _der.put_set([attr._encode() for attr in self._attributes])


class Name:
    'A distinguished name.'

    def __init__(self, attributes):
        attributes = list(attributes)
        if all(isinstance(x, NameAttribute) for x in attributes):
            self._attributes = [RelativeDistinguishedName([x]) for x in attributes]
        elif all(isinstance(x, RelativeDistinguishedName) for x in attributes):
            self._attributes = attributes
        else:
            raise TypeError('attributes must be a list of NameAttribute or a list RelativeDistinguishedName')

    @classmethod
    def from_rfc4514_string(cls, data, attr_name_overrides=None):
        return _Parser(data, attr_name_overrides or {}).parse()

    def rfc4514_string(self, attr_name_overrides=None):
        return ','.join(attr.rfc4514_string(attr_name_overrides) for attr in reversed(self._attributes))

    def get_attributes_for_oid(self, oid):
        return [i for i in self if i.oid == oid]

    @property
    def rdns(self):
        return self._attributes

    def public_bytes(self, backend=None):
        return _der.put(_der.SEQUENCE, *[rdn._encode() for rdn in self._attributes])

    def __eq__(self, other):
        if not isinstance(other, Name):
            return NotImplemented
        return self._attributes == other._attributes

    def __hash__(self):
        return hash(tuple(self._attributes))

    def __iter__(self):
        for rdn in self._attributes:
            yield from rdn

    def __len__(self):
        return sum(len(rdn) for rdn in self._attributes)

    def __repr__(self):
        return f'<Name({self.rfc4514_string()})>'


def _parse_rdn(content):
    'The attributes of one SET.'
    attributes = []
    last = b''
    for tag, part, whole in _der.der_items(content):
        if tag != _der.SEQUENCE:
            raise _der.bad(f'UnexpectedTag {{ actual: {tag:#x} }}')
        if whole < last:
            raise _der.bad('InvalidSetOrdering')
        last = whole
        r = _der.Reader(part)
        oid = r.oid()
        kind, value, _ = r.any()
        r.end()
        kind = _ASN1_TYPE_TO_ENUM.get(kind)
        if kind is None:
            raise _der.bad('InvalidTag')
        if kind is _ASN1Type.BitString:
            value = _der.get_bits(value)[0]
        elif kind is _ASN1Type.PrintableString and not is_printable(value):
            raise _der.bad()
        else:
            value = _der.get_string(kind.value, value)
        attributes.append((oid, value, kind))
    if not attributes:
        raise _der.bad()
    return attributes


def _parse_name(content):
    'A Name from the contents of its SEQUENCE.'
    rdns = []
    for tag, part, _ in _der.der_items(content):
        if tag != _der.SET:
            raise _der.bad(f'UnexpectedTag {{ actual: {tag:#x} }}')
        rdns.append(RelativeDistinguishedName([NameAttribute(*x, _validate=False) for x in _parse_rdn(part)]))
    return Name(rdns)


class _Parser:
    'Reads the text form of RFC 4514, sections 2 and 3.'

    def __init__(self, data, overrides):
        self.data, self.i, self.overrides = data, 0, overrides

    def peek(self):
        return self.data[self.i:self.i + 1]

    def parse(self):
        rdns = []
        if self.data:
            rdns.append(self.rdn())
            while self.peek():
                self.take(',')
                rdns.append(self.rdn())
        return Name(reversed(rdns))

    def take(self, c):
        if self.peek() != c:
            self.bad()
        self.i += 1

    def bad(self):
        raise ValueError(f'Not a name of RFC 4514 from character {self.i} on')

    def rdn(self):
        attributes = [self.attribute()]
        while self.peek() == '+':
            self.i += 1
            attributes.append(self.attribute())
        return RelativeDistinguishedName(attributes)

    def attribute(self):
        start = self.i
        while self.peek() and (c := self.peek()).isascii() and (c.isalnum() or c in '.-'):
            self.i += 1
        key = self.data[start:self.i]
        if not key or not key[0].isdigit() and '.' in key:
            self.bad()
        if key[0].isdigit():
            oid = ObjectIdentifier(key)
        else:
            oid = self.overrides.get(key, _NAME_TO_NAMEOID.get(key))
            if oid is None:
                raise ValueError(f'{key!r} is not known as the name of an attribute: write its number, or give attr_name_overrides')
        self.take('=')
        if self.peek() == '#':
            value = self.hex()
        else:
            value = self.string()
        return NameAttribute(oid, value)

    def hex(self):
        end = self.i + 1
        while end < len(self.data) and self.data[end] in '0123456789abcdefABCDEF':
            end += 1
        digits = self.data[self.i + 1:end]
        if not digits or len(digits) % 2:
            self.bad()
        self.i = end
        return bytes.fromhex(digits).decode()

    def string(self):
        out = bytearray()
        last_plain = False
        while self.peek() not in ('', ',', '+'):
            c = self.peek()
            if c in '"\0;<>' or c == ' ' and not out:
                self.bad()
            self.i += 1
            last_plain = c == ' '
            if c == '\\':
                c = self.peek()
                self.i += 1
                if not c or c not in '\\ #="+,;<>':  # a byte of UTF-8
                    pair = c + self.peek()
                    if len(pair) != 2 or any(x not in '0123456789abcdefABCDEF' for x in pair):
                        self.bad()
                    self.i += 1
                    out.append(int(pair, 16))
                    continue
            out += c.encode()
        if last_plain:
            self.bad()
        return out.decode()
