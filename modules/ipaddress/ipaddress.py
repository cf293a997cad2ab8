'Addresses and networks of IPv4 and IPv6.'
import functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    'An address that is none.'


class NetmaskValueError(ValueError):
    'A netmask that is none.'


def ip_address(address):
    for cls in IPv4Address, IPv6Address:
        try:
            return cls(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 address')


def ip_network(address, strict=True):
    for cls in IPv4Network, IPv6Network:
        try:
            return cls(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 network')


def ip_interface(address):
    for cls in IPv4Interface, IPv6Interface:
        try:
            return cls(address)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 interface')


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4')


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6')


def summarize_address_range(first, last):
    'The fewest networks that are just the addresses from first to last.'
    if not (isinstance(first, _Address) and isinstance(last, _Address)) or isinstance(first, _Network) or isinstance(last, _Network):
        raise TypeError('first and last must be IP addresses, not networks')
    if first.version != last.version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')
    bits = first.max_prefixlen
    n, end = first._ip, last._ip
    while n <= end:
        size = bits if not n else (n & -n).bit_length() - 1
        size = min(size, (end - n + 1).bit_length() - 1)
        yield first._network((n, bits - size))
        n += 1 << size


def collapse_addresses(addresses):
    'The fewest networks that have all these addresses and networks.'
    spans = []
    seen = None
    for x in addresses:
        if seen is not None and seen.version != x.version:
            raise TypeError(f'{x} and {seen} are not of the same version')
        seen = x
        if isinstance(x, _Network):
            spans.append((int(x.network_address), int(x.broadcast_address)))
        else:
            spans.append((x._ip, x._ip))
    merged = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], high)
        else:
            merged.append([low, high])
    out = []
    for low, high in merged:
        out += summarize_address_range(seen._address(low), seen._address(high))
    return iter(out)


def get_mixed_type_key(obj):
    if isinstance(obj, _Network):
        return obj._key()
    if isinstance(obj, _Address):
        return obj._mixed_key()
    return NotImplemented


class _V4:
    __slots__ = ()
    version = _version = 4
    max_prefixlen = _max_prefixlen = IPV4LENGTH
    _all = (1 << IPV4LENGTH) - 1

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        octets = text.split('.')
        if len(octets) != 4:
            raise AddressValueError(f'Expected 4 octets in {text!r}')
        n = 0
        for octet in octets:
            try:
                n = n << 8 | cls._octet(octet)
            except ValueError as e:
                raise AddressValueError(f'{e} in {text!r}') from None
        return n

    @staticmethod
    def _octet(text):
        if not text:
            raise ValueError('Empty octet not permitted')
        if not (text.isascii() and text.isdigit()):
            raise ValueError(f'Only decimal digits permitted in {text!r}')
        if len(text) > 3:
            raise ValueError(f'At most 3 characters permitted in {text!r}')
        if text != '0' and text[0] == '0':
            raise ValueError(f'Leading zeros are not permitted in {text!r}')
        n = int(text)
        if n > 255:
            raise ValueError(f'Octet {n} (> 255) not permitted')
        return n

    @staticmethod
    def _text(n):
        return '.'.join(map(str, n.to_bytes(4)))

    def _explode(self):
        return str(self)

    def _reverse_pointer(self):
        return '.'.join(reversed(str(self).split('.'))) + '.in-addr.arpa'


class _V6:
    __slots__ = ()
    version = _version = 6
    max_prefixlen = _max_prefixlen = IPV6LENGTH
    _all = (1 << IPV6LENGTH) - 1

    @classmethod
    def _parse(cls, text):
        if not text:
            raise AddressValueError('Address cannot be empty')
        parts = text.split(':', 10)
        if len(parts) < 3:
            raise AddressValueError(f'At least 3 parts expected in {text!r}')
        if '.' in parts[-1]:
            try:
                v4 = IPv4Address(parts.pop())._ip
            except AddressValueError as e:
                raise AddressValueError(f'{e} in {text!r}') from None
            parts += ['%x' % (v4 >> 16), '%x' % (v4 & 0xffff)]
        if len(parts) > 9:
            raise AddressValueError(f'At most 8 colons permitted in {text!r}')
        skip = None
        for i in range(1, len(parts) - 1):
            if not parts[i]:
                if skip is not None:
                    raise AddressValueError(f"At most one '::' permitted in {text!r}")
                skip = i
        if skip is not None:
            head, tail = skip, len(parts) - skip - 1
            if not parts[0]:
                head -= 1
                if head:
                    raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not parts[-1]:
                tail -= 1
                if tail:
                    raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            missing = 8 - head - tail
            if missing < 1:
                raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        else:
            if len(parts) != 8:
                raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
            if not parts[0]:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            if not parts[-1]:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            head, tail, missing = 8, 0, 0
        n = 0
        try:
            for part in parts[:head]:
                n = n << 16 | cls._hextet(part)
            n <<= 16 * missing
            for part in parts[len(parts) - tail:]:
                n = n << 16 | cls._hextet(part)
        except ValueError as e:
            raise AddressValueError(f'{e} in {text!r}') from None
        return n

    @staticmethod
    def _hextet(text):
        if any(c not in '0123456789abcdefABCDEF' for c in text):
            raise ValueError(f'Only hex digits permitted in {text!r}')
        if len(text) > 4:
            raise ValueError(f'At most 4 characters permitted in {text!r}')
        return int(text, 16)

    @staticmethod
    def _text(n):
        words = ['%x' % (n >> shift & 0xffff) for shift in range(112, -1, -16)]
        best, length, start = -1, 1, None
        for i, word in enumerate(words + ['']):
            if word == '0':
                if start is None:
                    start = i
            elif start is not None:
                if i - start > length:
                    best, length = start, i - start
                start = None
        if best < 0:
            return ':'.join(words)
        return ':'.join(words[:best]) + '::' + ':'.join(words[best + length:])

    @staticmethod
    def _long(n):
        return ':'.join('%04x' % (n >> shift & 0xffff) for shift in range(112, -1, -16))

    def _reverse_pointer(self):
        return '.'.join(reversed(self._long(self._ip).replace(':', ''))) + '.ip6.arpa'

    @staticmethod
    def _split_scope_id(text):
        address, percent, scope = text.partition('%')
        if not percent:
            return address, None
        if not scope or '%' in scope:
            raise AddressValueError(f'Invalid IPv6 address: "{text!r}"')
        return address, scope


class _Common:
    __slots__ = ()

    @property
    def exploded(self):
        return self._explode()

    @property
    def compressed(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return self._reverse_pointer()

    def __reduce__(self):
        return self.__class__, (str(self),)


@functools.total_ordering
class _Address(_Common):
    __slots__ = ()

    def _set_int(self, n):
        if n < 0:
            raise AddressValueError(f'{n} (< 0) is not permitted as an IPv{self.version} address')
        if n > self._all:
            raise AddressValueError(f'{n} (>= 2**{self.max_prefixlen}) is not permitted as an IPv{self.version} address')
        self._ip = n

    def _set(self, address):
        'From a number or bytes; what else there is remains.'
        if isinstance(address, int):
            self._set_int(address)
        elif isinstance(address, bytes):
            if len(address) != self.max_prefixlen // 8:
                raise AddressValueError(f'{address!r} (len {len(address)} != {self.max_prefixlen // 8}) is not permitted as an IPv{self.version} address')
            self._ip = int.from_bytes(address)
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            return text

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self.version == other.version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return self._ip < other._ip

    def __add__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) + other)

    def __sub__(self, other):
        if not isinstance(other, int):
            return NotImplemented
        return self.__class__(int(self) - other)

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __str__(self):
        return self._text(self._ip)

    def __hash__(self):
        return hash(hex(int(self._ip)))

    def _mixed_key(self):
        return self.version, self

    def __reduce__(self):
        return self.__class__, (self._ip,)

    def __format__(self, fmt):
        if not fmt or fmt[-1] == 's':
            return format(str(self), fmt)
        kind = fmt[-1]
        alternate, group, given = fmt[:-1].startswith('#'), '_' in fmt[:-1], fmt[:-1].strip('#_')
        if kind == 'n':
            kind = 'b' if self.version == 4 else 'x'
        if kind not in 'bxX' or given or fmt[:-1] not in ('', '#', '_', '#_'):
            return super().__format__(fmt)
        digits = self.max_prefixlen if kind == 'b' else self.max_prefixlen // 4
        if group:
            digits += digits // 4 - 1
        if alternate:
            digits += 2
        return format(int(self), f'{"#" if alternate else ""}0{digits}{"_" if group else ""}{kind}')

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8)

    _packed = packed

    def _in(self, *networks):
        return any(self in net for net in networks)

    @property
    def is_multicast(self):
        return self in self._c.multicast

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_link_local(self):
        return self in self._c.link_local

    @property
    def is_reserved(self):
        return self._in(*self._c.reserved)

    @property
    def is_private(self):
        return self._in(*self._c.private) and not self._in(*self._c.private_but)


class IPv4Address(_V4, _Address):
    __slots__ = '_ip', '__weakref__'

    def __init__(self, address):
        text = self._set(address)
        if text is not None:
            self._ip = self._parse(text)

    @property
    def is_loopback(self):
        return self._ip >> 24 == 127

    @property
    def is_global(self):
        return self not in self._c.shared and not self.is_private

    @property
    def ipv6_mapped(self):
        return IPv6Address('::ffff:' + str(self))


class IPv6Address(_V6, _Address):
    __slots__ = '_ip', '_scope_id', '__weakref__'

    def __init__(self, address):
        self._scope_id = None
        text = self._set(address)
        if text is not None:
            text, self._scope_id = self._split_scope_id(text)
            self._ip = self._parse(text)

    @property
    def scope_id(self):
        return self._scope_id

    def __str__(self):
        v4 = self.ipv4_mapped
        text = self._text(self._ip) if v4 is None else f'::ffff:{v4}'
        return text + '%' + self._scope_id if self._scope_id else text

    def _explode(self):
        v4 = self.ipv4_mapped
        return self._long(self._ip) if v4 is None else '0000:0000:0000:0000:0000:ffff:' + str(v4)

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        equal = super().__eq__(other)
        if equal is NotImplemented or not equal:
            return equal
        return self._scope_id == getattr(other, '_scope_id', None)

    def __reduce__(self):
        return self.__class__, (str(self),)

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

    @property
    def is_site_local(self):
        return self in self._c.site_local

    def _v4(name, plain):
        'The property, which is the mapped address\'s if there is one.'
        def get(self):
            v4 = self.ipv4_mapped
            return plain(self) if v4 is None else getattr(v4, name)
        return property(get)

    is_loopback = _v4('is_loopback', lambda self: self._ip == 1)
    is_private = _v4('is_private', lambda self: self._in(*self._c.private) and not self._in(*self._c.private_but))
    is_global = _v4('is_global', lambda self: not self.is_private)
    del _v4


def _prefix_of_mask(cls, text):
    'The prefix length that text, a number, netmask or hostmask, says.'
    bits = cls.max_prefixlen
    if text.isascii() and text.isdigit():
        n = int(text)
        if n > bits:
            raise NetmaskValueError(f'{text!r} is not a valid netmask')
        return n
    if cls.version == 6:
        raise NetmaskValueError(f'{text!r} is not a valid netmask')
    try:
        n = cls._parse(text)
    except AddressValueError:
        raise NetmaskValueError(f'{text!r} is not a valid netmask') from None
    for mask in n, n ^ cls._all:
        low = mask ^ cls._all
        if low & low + 1 == 0:
            return bits - low.bit_length()
    raise NetmaskValueError(f'{text!r} is not a valid netmask')


def _make_prefix(cls, arg):
    if isinstance(arg, int):
        if not 0 <= arg <= cls.max_prefixlen:
            raise NetmaskValueError(f'{arg!r} is not a valid netmask')
        return arg
    return _prefix_of_mask(cls, arg)


def _split(address):
    'Address and mask of what a network or interface is made from.'
    if isinstance(address, (int, bytes)):
        return address, None
    if isinstance(address, tuple):
        return address if len(address) > 1 else (address[0], None)
    parts = str(address).split('/')
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts if len(parts) > 1 else (parts[0], None)


@functools.total_ordering
class _Network(_Common):
    def __init__(self, address, strict=True):
        addr, mask = _split(address)
        self.network_address = self._address(addr)
        self._prefixlen = self.max_prefixlen if mask is None else _make_prefix(self, mask)
        n = int(self.network_address)
        base = n & int(self.netmask)
        if base != n:
            if strict:
                raise ValueError(f'{self} has host bits set')
            self.network_address = self._address(base)
        if self._prefixlen == self.max_prefixlen - 1:
            self.hosts = self.__iter__
        elif self._prefixlen == self.max_prefixlen:
            self.hosts = lambda: [self._address(addr)]

    @property
    def prefixlen(self):
        return self._prefixlen

    @functools.cached_property
    def netmask(self):
        return self._address(self._all ^ self._all >> self._prefixlen)

    @functools.cached_property
    def hostmask(self):
        return self._address(self._all >> self._prefixlen)

    @functools.cached_property
    def broadcast_address(self):
        return self._address(int(self.network_address) | self._all >> self._prefixlen)

    @property
    def num_addresses(self):
        return 1 << self.max_prefixlen - self._prefixlen

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __str__(self):
        return f'{self.network_address}/{self._prefixlen}'

    def _explode(self):
        net = self.network_address
        return f'{net if self.version == 4 else net._long(net._ip)}/{self._prefixlen}'

    def _reverse_pointer(self):
        return _network_pointer(self)

    with_prefixlen = property(lambda self: f'{self.network_address}/{self._prefixlen}')
    with_netmask = property(lambda self: f'{self.network_address}/{self.netmask}')
    with_hostmask = property(lambda self: f'{self.network_address}/{self.hostmask}')

    def hosts(self):
        first, last = int(self.network_address), int(self.broadcast_address)
        for n in range(first + 1, last + (self.version == 6)):
            yield self._address(n)

    def __iter__(self):
        for n in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._address(n)

    def __getitem__(self, n):
        first, last = int(self.network_address), int(self.broadcast_address)
        place = first + n if n >= 0 else last + n + 1
        if not first <= place <= last:
            raise IndexError('address out of range')
        return self._address(place)

    def __contains__(self, other):
        if self.version != getattr(other, 'version', None) or isinstance(other, _Network):
            return False
        return other._ip & int(self.netmask) == int(self.network_address)

    def _key(self):
        return self.version, self.network_address, self.netmask

    def __eq__(self, other):
        try:
            return (self.version == other.version and self.network_address == other.network_address
                    and int(self.netmask) == int(other.netmask))
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return (int(self.network_address), int(self.netmask)) < (int(other.network_address), int(other.netmask))

    def __hash__(self):
        return hash((int(self.network_address), int(self.netmask)))

    def compare_networks(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same type')
        a, b = (int(self.network_address), int(self.netmask)), (int(other.network_address), int(other.netmask))
        return (a > b) - (a < b)

    def overlaps(self, other):
        return (self.network_address in other or self.broadcast_address in other
                or other.network_address in self or other.broadcast_address in self)

    def _subset(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return other.network_address <= self.network_address and other.broadcast_address >= self.broadcast_address

    def subnet_of(self, other):
        return self._subset(other)

    def supernet_of(self, other):
        return other._subset(self)

    def address_exclude(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        if not isinstance(other, _Network):
            raise TypeError(f'{other} is not a network object')
        if not other.subnet_of(self):
            raise ValueError(f'{other} not contained in {self}')
        if other == self:
            return
        a, b = self.subnets()
        while a != other and b != other:
            if other.subnet_of(a):
                yield b
                a, b = a.subnets()
            else:
                yield a
                a, b = b.subnets()
        yield b if a == other else a

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError('new prefix must be longer')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError('prefix length diff must be > 0')
        new = self._prefixlen + prefixlen_diff
        if new > self.max_prefixlen:
            raise ValueError(f'prefix length diff {new} is invalid for netblock {self}')
        for n in range(int(self.network_address), int(self.broadcast_address) + 1, (int(self.hostmask) + 1) >> prefixlen_diff):
            yield self.__class__((n, new))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError('new prefix must be shorter')
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = self._prefixlen - new_prefix
        new = self._prefixlen - prefixlen_diff
        if new < 0:
            raise ValueError(f'current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}')
        return self.__class__((int(self.network_address) & int(self.netmask) << prefixlen_diff, new))

    def _both(name):
        return property(lambda self: getattr(self.network_address, name) and getattr(self.broadcast_address, name))

    is_multicast, is_reserved, is_link_local = _both('is_multicast'), _both('is_reserved'), _both('is_link_local')
    is_unspecified, is_loopback = _both('is_unspecified'), _both('is_loopback')
    del _both

    @property
    def is_private(self):
        first, last = self.network_address, self.broadcast_address
        c = first._c
        return (any(first in net and last in net for net in c.private)
                and all(first not in net and last not in net for net in c.private_but))

    @property
    def is_global(self):
        return not self.is_private


def _network_pointer(net):
    'What reverse_pointer of a network is: that of its text, as CPython has it.'
    if net.version == 4:
        return '.'.join(reversed(str(net).split('.'))) + '.in-addr.arpa'
    return '.'.join(reversed(net.exploded.replace(':', ''))) + '.ip6.arpa'


class IPv4Network(_V4, _Network):
    @property
    def is_global(self):
        shared = self.network_address._c.shared
        return not (self.network_address in shared and self.broadcast_address in shared) and not self.is_private


class IPv6Network(_V6, _Network):
    is_site_local = property(lambda self: self.network_address.is_site_local and self.broadcast_address.is_site_local)


IPv4Network._address = IPv4Address._address = IPv4Address
IPv6Network._address = IPv6Address._address = IPv6Address
IPv4Address._network = IPv4Network
IPv6Address._network = IPv6Network


def _interface(base):
    'The class of addresses of one kind that know their network.'
    def init(self, address):
        addr, mask = _split(address)
        base.__init__(self, addr)
        self.network = base._network((addr, self.max_prefixlen if mask is None else mask), strict=False)
        self.netmask, self._prefixlen = self.network.netmask, self.network._prefixlen

    def eq(self, other):
        equal = base.__eq__(self, other)
        if equal is NotImplemented or not equal:
            return equal
        try:
            return self.network == other.network
        except AttributeError:
            return False

    def lt(self, other):
        less = base.__lt__(self, other)
        if less is NotImplemented:
            return NotImplemented
        try:
            return self.network < other.network or self.network == other.network and less
        except AttributeError:
            return False

    def text(self):
        return f'{base.__str__(self)}/{self._prefixlen}'

    def ip(self):
        return base(base.__str__(self)) if getattr(self, '_scope_id', None) else base(self._ip)

    return functools.total_ordering(type(base.__name__.replace('Address', 'Interface'), (base,), {
        '__module__': __name__, '__init__': init, '__str__': text, '__eq__': eq, '__lt__': lt,
        '__hash__': lambda self: hash((self._ip, self._prefixlen, int(self.network.network_address))),
        '__reduce__': lambda self: (self.__class__, (str(self),)),
        # Of an IPv4 address in IPv6, CPython's forgets the prefix.
        '_explode': lambda self: base._explode(ip(self)) + ('' if getattr(self, 'ipv4_mapped', None) and self.version == 6 else f'/{self._prefixlen}'),
        'hostmask': property(lambda self: self.network.hostmask),
        'ip': property(ip),
        'with_prefixlen': property(lambda self: f'{base.__str__(self)}/{self._prefixlen}'),
        'with_netmask': property(lambda self: f'{base.__str__(self)}/{self.netmask}'),
        'with_hostmask': property(lambda self: f'{base.__str__(self)}/{self.hostmask}'),
    }))


IPv4Interface = _interface(IPv4Address)
IPv6Interface = _interface(IPv6Address)


# The registries of IANA (iana-ipv4-special-registry, iana-ipv6-special-registry).

class _Constants4:
    link_local = IPv4Network('169.254.0.0/16')
    multicast = IPv4Network('224.0.0.0/4')
    shared = IPv4Network('100.64.0.0/10')
    reserved = [IPv4Network('240.0.0.0/4')]
    private = [IPv4Network(s) for s in (
        '0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.0.170/31',
        '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '240.0.0.0/4', '255.255.255.255/32')]
    private_but = [IPv4Network('192.0.0.9/32'), IPv4Network('192.0.0.10/32')]


class _Constants6:
    link_local = IPv6Network('fe80::/10')
    multicast = IPv6Network('ff00::/8')
    site_local = IPv6Network('fec0::/10')
    reserved = [IPv6Network(s) for s in (
        '::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3', '8000::/3', 'A000::/3', 'C000::/3',
        'E000::/4', 'F000::/5', 'F800::/6', 'FE00::/9')]
    private = [IPv6Network(s) for s in (
        '::1/128', '::/128', '::ffff:0:0/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20',
        'fc00::/7', 'fe80::/10')]
    private_but = [IPv6Network(s) for s in (
        '2001:1::1/128', '2001:1::2/128', '2001:3::/32', '2001:4:112::/48', '2001:20::/28', '2001:30::/28')]


IPv4Address._c, IPv6Address._c = _Constants4, _Constants6
