# GeneralName (RFC 5280, section 4.2.1.6).
import ipaddress

from cryptography.hazmat._oid import ObjectIdentifier
from cryptography.x509 import _der
from cryptography.x509.name import Name, _parse_name


class UnsupportedGeneralNameType(Exception):
    'A kind of name that has no class.'

    def __init__(self, msg, type):
        super().__init__(msg)
        self.type = type


class GeneralName:
    'A name of any kind: value.'
    _value = None

    @property
    def value(self):
        return self._value

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._value == other._value

    def __hash__(self):
        return hash(self._value)

    def __repr__(self):
        return f'<{self.__class__.__name__}(value={self._value!r})>'


class _TextName(GeneralName):
    def __init__(self, value):
        if not isinstance(value, str):
            raise TypeError('value must be string')
        if not value.isascii():
            raise ValueError(f'{self._what} values should be passed as an A-label string. '
                             'This means unicode characters should be encoded via a library like idna.')
        self._check(value)
        self._value = value

    def _check(self, value):
        pass

    @classmethod
    def _init_without_validation(cls, value):
        self = cls.__new__(cls)
        self._value = value
        return self

    def _encode(self):
        return _der.put(_der.context(self._tag, False), self._value.encode())


class RFC822Name(_TextName):
    _what, _tag = 'RFC822Name', 1

    def _check(self, value):
        # An address only, without a name.
        if not value.strip() or any(c in '<>(),;:\\"' or c <= ' ' for c in value):
            raise ValueError('Invalid rfc822name value')


class DNSName(_TextName):
    _what, _tag = 'DNSName', 2


class UniformResourceIdentifier(_TextName):
    _what, _tag = 'URI', 6


class DirectoryName(GeneralName):
    def __init__(self, value):
        if not isinstance(value, Name):
            raise TypeError('value must be a Name')
        self._value = value

    def __repr__(self):
        return f'<DirectoryName(value={self._value})>'

    def _encode(self):
        return _der.put(_der.context(4), self._value.public_bytes())


class RegisteredID(GeneralName):
    def __init__(self, value):
        if not isinstance(value, ObjectIdentifier):
            raise TypeError('value must be an ObjectIdentifier')
        self._value = value

    def __repr__(self):
        return f'<RegisteredID(value={self._value})>'

    def _encode(self):
        return _der.put_oid(self._value, _der.context(8, False))


class IPAddress(GeneralName):
    def __init__(self, value):
        if not isinstance(value, (ipaddress.IPv4Address, ipaddress.IPv6Address, ipaddress.IPv4Network, ipaddress.IPv6Network)):
            raise TypeError('value must be an instance of ipaddress.IPv4Address, ipaddress.IPv6Address, '
                            'ipaddress.IPv4Network, or ipaddress.IPv6Network')
        self._value = value

    def _packed(self):
        value = self._value
        if isinstance(value, (ipaddress.IPv4Address, ipaddress.IPv6Address)):
            return value.packed
        return value.network_address.packed + value.netmask.packed

    def __repr__(self):
        return f'<IPAddress(value={self._value})>'

    def _encode(self):
        return _der.put(_der.context(7, False), self._packed())


class OtherName(GeneralName):
    'A name of a kind that an identifier names; value is DER.'

    def __init__(self, type_id, value):
        if not isinstance(type_id, ObjectIdentifier):
            raise TypeError('type_id must be an ObjectIdentifier')
        if not isinstance(value, bytes):
            raise TypeError('value must be a binary string')
        self._type_id, self._value = type_id, value

    @property
    def type_id(self):
        return self._type_id

    def __repr__(self):
        return f'<OtherName(type_id={self._type_id}, value={self._value!r})>'

    def __eq__(self, other):
        if not isinstance(other, OtherName):
            return NotImplemented
        return self._type_id == other._type_id and self._value == other._value

    def __hash__(self):
        return hash((self._type_id, self._value))

    def _encode(self):
        try:
            if len(_der.der_items(self._value)) != 1:
                raise ValueError
        except ValueError:
            raise ValueError('OtherName value must be valid DER') from None
        return _der.put(_der.context(0), _der.put_oid(self._type_id), _der.put(_der.context(0), self._value))


def _network(data):
    'A network of address and mask.'
    half = len(data) // 2
    mask = int.from_bytes(data[half:], 'big')
    bits = half * 8
    low = mask ^ (1 << bits) - 1
    if low & low + 1:
        raise ValueError('Invalid netmask')
    return (ipaddress.IPv4Network if half == 4 else ipaddress.IPv6Network)((data[:half], bits - low.bit_length()))


def _parse(tag, content, constraint=False):
    'A GeneralName; constraint says that addresses have masks.'
    kind = tag & 0x1f
    if tag & 0xc0 != 0x80 or bool(tag & 0x20) != (kind in (0, 3, 4, 5)):
        raise _der.bad(f'UnexpectedTag {{ actual: {tag:#x} }}')
    if kind == 0:
        r = _der.Reader(content)
        oid = r.oid()
        inner = r.content(_der.context(0))
        r.end()
        if len(_der.der_items(inner)) != 1:
            raise _der.bad()
        return OtherName(oid, inner)
    if kind in (1, 2, 6):
        return {1: RFC822Name, 2: DNSName, 6: UniformResourceIdentifier}[kind]._init_without_validation(_der.get_text(content))
    if kind == 4:
        return DirectoryName(_parse_name(_der.single(content)))
    if kind == 7:
        if constraint:
            if len(content) not in (8, 32):
                raise ValueError(f'Invalid IPNetwork, must be 8 bytes for IPv4 and 32 bytes for IPv6. Found length: {len(content)}')
            return IPAddress(_network(content))
        if len(content) not in (4, 16):
            raise ValueError(f'{content!r} does not appear to be an IPv4 or IPv6 address')
        return IPAddress((ipaddress.IPv4Address if len(content) == 4 else ipaddress.IPv6Address)(content))
    if kind == 8:
        return RegisteredID(ObjectIdentifier(_der.der_oid(content)))
    if kind == 3:
        raise UnsupportedGeneralNameType('x400Address/EDIPartyName are not supported types', 3)
    if kind == 5:
        raise UnsupportedGeneralNameType('x400Address/EDIPartyName are not supported types', 5)
    raise _der.bad('InvalidTag')


def _parse_all(content):
    'The names in the contents of a SEQUENCE.'
    return [_parse(tag, part) for tag, part, _ in _der.der_items(content)]
