# DER: readers that check, and writers.
from _cryptography import der_int, der_items, der_oid, der_time, der_tlv, pem_blocks, pem_text
from cryptography.hazmat._oid import ObjectIdentifier

BOOLEAN, INTEGER, BIT_STRING, OCTET_STRING, NULL, OID, ENUMERATED, UTF8 = 1, 2, 3, 4, 5, 6, 10, 12
PRINTABLE, IA5, UTC_TIME, GENERALIZED_TIME, VISIBLE, BMP = 19, 22, 23, 24, 26, 30
SEQUENCE, SET = 0x30, 0x31


def bad(kind='InvalidValue'):
    return ValueError('error parsing asn1 value: ParseError { kind: ' + kind + ' }')


def context(n, constructed=True):
    return 0x80 | n | (0x20 if constructed else 0)


class Reader:
    'The parts of a constructed value, one after the other.'
    __slots__ = 'items', 'i'

    def __init__(self, content):
        self.items, self.i = der_items(content), 0

    def more(self):
        return self.i < len(self.items)

    def peek(self):
        return self.items[self.i][0] if self.i < len(self.items) else -1

    def any(self):
        if self.i == len(self.items):
            raise bad('ShortData { needed: 1 }')
        item = self.items[self.i]
        self.i += 1
        return item

    def item(self, tag):
        item = self.any()
        if item[0] != tag:
            raise bad(f'UnexpectedTag {{ actual: {item[0]:#x} }}')
        return item

    def content(self, tag):
        return self.item(tag)[1]

    def optional(self, tag):
        'The contents of the next part if it has this tag.'
        if self.peek() == tag:
            self.i += 1
            return self.items[self.i - 1][1]
        return None

    def sequence(self, tag=SEQUENCE):
        return Reader(self.content(tag))

    def int(self, tag=INTEGER):
        return der_int(self.content(tag))

    def oid(self, tag=OID):
        return ObjectIdentifier(der_oid(self.content(tag)))

    def time(self):
        tag, content, _ = self.any()
        if tag not in (UTC_TIME, GENERALIZED_TIME):
            raise bad(f'UnexpectedTag {{ actual: {tag:#x} }}')
        return der_time(tag, content)

    def end(self):
        if self.i < len(self.items):
            raise bad('ExtraData')


def single(data, tag=SEQUENCE):
    'The contents of data, which is one value.'
    items = der_items(data)
    if not items:
        raise bad('ShortData { needed: 1 }')
    if items[0][0] != tag:
        raise bad(f'UnexpectedTag {{ actual: {items[0][0]:#x} }}')
    if len(items) > 1:
        raise bad('ExtraData')
    return items[0][1]


def sequence(data, tag=SEQUENCE):
    return Reader(single(data, tag))


def get_bool(content):
    if content == b'\xff':
        return True
    if content == b'\0':
        return False
    raise bad()


def get_bits(content):
    'Bytes and number of unused bits.'
    if not content or content[0] > 7 or (len(content) == 1 and content[0]) or (content[0] and content[-1] & (1 << content[0]) - 1):
        raise bad()
    return content[1:], content[0]


def get_text(content, encoding='utf-8'):
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise bad() from None


def get_string(tag, content):
    'Any kind of string.'
    if tag == BMP:
        return get_text(content, 'utf-16-be')
    if tag == 28:
        return get_text(content, 'utf-32-be')
    return get_text(content)


def put(tag, *parts):
    return der_tlv(tag, b''.join(parts))


def put_int(n, tag=INTEGER):
    return der_tlv(tag, n.to_bytes(n.bit_length() // 8 + 1, 'big', signed=True) if n >= 0 else
                   n.to_bytes((n + 1).bit_length() // 8 + 1, 'big', signed=True))


def put_oid(oid, tag=OID):
    return der_tlv(tag, oid._der)


def put_bool(value):
    return b'\1\1\xff' if value else b'\1\1\0'


def put_bits(data, unused=0, tag=BIT_STRING):
    return der_tlv(tag, bytes([unused]) + data)


def put_flags(flags, tag=BIT_STRING):
    'A BIT STRING of named bits: without zeros at the end.'
    flags = list(flags)
    while flags and not flags[-1]:
        flags.pop()
    data = bytearray((len(flags) + 7) // 8)
    for i, flag in enumerate(flags):
        if flag:
            data[i // 8] |= 0x80 >> i % 8
    return put_bits(bytes(data), -len(flags) % 8, tag)


def get_flags(content):
    data, unused = get_bits(content)
    return [data[i // 8] >> 7 - i % 8 & 1 for i in range(len(data) * 8 - unused)]


def put_time(t, general=False):
    'A datetime without zone.'
    if general or t.year >= 2050:
        return der_tlv(GENERALIZED_TIME, b'%04d%02d%02d%02d%02d%02dZ' % (t.year, t.month, t.day, t.hour, t.minute, t.second))
    return der_tlv(UTC_TIME, b'%02d%02d%02d%02d%02d%02dZ' % (t.year % 100, t.month, t.day, t.hour, t.minute, t.second))


def put_set(parts):
    return put(SET, *sorted(parts))


def from_pem(data, labels, message):
    'The contents of the first block of one of these kinds.'
    blocks = pem_blocks(data)
    if not blocks:
        raise no_pem()
    for label, content in blocks:
        if label in labels:
            return content
    raise ValueError(message)


def no_pem():
    return ValueError("Unable to load PEM file. See https://cryptography.io/en/latest/faq/#why-can-t-i-import-my-pem-file for more details. MalformedFraming")
