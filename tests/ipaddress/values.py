# Addresses, networks and interfaces: texts, errors, properties, order.
import copy
import ipaddress as I


def t(f, *args):
    try:
        r = f(*args)
        return repr(list(r)[:6]) if hasattr(r, '__next__') else repr(r)
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)


texts = ['1.2.3.4', '0.0.0.0', '255.255.255.255', '1.2.3', '1.2.3.4.5', '1.2.3.256', '01.2.3.4', '1..2.3', 'a.b.c.d', '', '1.2.3.0004', '1.2.3.4/24',
         '::', '::1', '1::', '2001:db8::1', '2001:DB8:0:0:8:800:200C:417A', '1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '::1::', ':1', '1:',
         '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '1::2:3:4:5:6:7:8', '::ffff:1.2.3.4', '64:ff9b::1.2.3.4', '::1.2.3.444', 'g::', '12345::', 'fe80::1%eth0',
         'fe80::1%', 'fe80::1%a%b', ':::', '1:0:0:2:0:0:0:3', '1:0:0:2:0:0:3:4', '0:0:1:0:0:0:0:0', 'x' * 50, '::' + 'f' * 60]
for s in texts:
    print(s[:20], '|', t(I.ip_address, s), '|', t(I.IPv4Address, s), '|', t(I.IPv6Address, s))
for v in (0, 1, 2**32 - 1, 2**32, 2**128 - 1, 2**128, -1, b'\1\2\3\4', b'\1' * 16, b'\1\2', 1.5, None):
    print(v, '|', t(I.ip_address, v), '|', t(I.IPv4Address, v), '|', t(I.IPv6Address, v))

nets = ['10.0.0.0/8', '10.0.0.1/8', '10.0.0.0', '192.168.1.0/255.255.255.0', '192.168.1.0/0.0.0.255', '1.2.3.4/33', '1.2.3.4/x', '1.2.3.4/255.0.255.0',
        '1.2.3.4/1/2', '0.0.0.0/0', '1.2.3.4/31', '1.2.3.4/32', '2001:db8::/32', '2001:db8::1/32', '::/0', '::1/128', '::/129', '::/-1', '1::/ffff::',
        '169.254.0.0/16', '100.64.0.0/10', '192.0.0.0/29', '224.0.0.0/4', '240.0.0.0/5', 'fe80::/10', 'fec0::/10', 'ff00::/8', '127.0.0.0/8', 'fc00::/7']
for s in nets:
    print(s, '|', t(I.ip_network, s), '|', t(I.ip_network, s, False))
    try:
        n = I.ip_network(s, False)
    except ValueError:
        continue
    print('  ', n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_netmask, n.with_hostmask, n.exploded, n.compressed)
    print('  ', [getattr(n, p) for p in ('is_multicast', 'is_private', 'is_global', 'is_unspecified', 'is_reserved', 'is_loopback', 'is_link_local')], n.version, n.max_prefixlen)
    h = n.hosts()
    print('  ', t(lambda: [x for x, _ in zip(h, range(3))]), t(lambda: n[0]), t(lambda: n[-1]), t(lambda: n[5]), t(lambda: n[-2**40]))
    print('  ', t(lambda: [x for x, _ in zip(n.subnets(), range(3))]), t(lambda: [x for x, _ in zip(n.subnets(2), range(3))]), t(n.supernet), t(n.supernet, 3), t(n.supernet, 1, 99))
    print('  ', n.reverse_pointer if n.version == 4 else n.network_address.reverse_pointer)

for s in ('1.2.3.4', '10.1.1.1', '127.0.0.5', '169.254.3.3', '192.0.0.9', '192.0.0.8', '100.64.1.1', '224.1.1.1', '255.255.255.255', '8.8.8.8', '198.18.0.1', '203.0.113.9',
          '::', '::1', 'fe80::5', 'fec0::5', 'ff02::1', '2001:db8::5', '2001:1::1', '2001:20::5', '2002:102:304::', '2001:0:102:304::fefe:fdfd', '::ffff:127.0.0.1',
          '::ffff:8.8.8.8', '::ffff:224.0.0.1', '::ffff:0.0.0.0', '2606::1', '64:ff9b:1::', '4000::', 'fd00::1'):
    a = I.ip_address(s)
    print(a, [getattr(a, p) for p in ('is_multicast', 'is_private', 'is_global', 'is_unspecified', 'is_reserved', 'is_loopback', 'is_link_local')], a.packed, int(a), a.exploded, a.reverse_pointer)
    if a.version == 6:
        print('  ', a.ipv4_mapped, a.sixtofour, a.teredo, a.is_site_local, a.scope_id)
    print('  ', f'{a:b}', f'{a:x}', f'{a:#_X}', f'{a:n}', f'{a:s}', f'{a:>45s}', t(format, a, 'q'))

A, N, F = I.ip_address, I.ip_network, I.ip_interface
print(A('1.2.3.4') + 5, A('1.2.3.4') - 5, t(lambda: A('0.0.0.0') - 1), t(lambda: A('1.1.1.1') + 'x'), A('::1') + 2**64)
print(A('1.2.3.4') < A('1.2.3.5'), A('1.2.3.4') == A('::102:304'), t(lambda: A('1.2.3.4') < A('::1')), t(lambda: A('1.2.3.4') < 5), A('1.2.3.4') >= A('1.2.3.4'), A('::1') != 5)
print(A('1.2.3.4') in N('1.2.0.0/16'), A('1.3.3.4') in N('1.2.0.0/16'), A('::1') in N('1.2.0.0/16'), N('1.2.0.0/24') in N('1.2.0.0/16'))
print(N('1.2.0.0/16').overlaps(N('1.2.3.0/24')), N('1.2.3.0/24').subnet_of(N('1.2.0.0/16')), N('1.2.0.0/16').supernet_of(N('1.2.3.0/24')), t(N('::/0').subnet_of, N('0.0.0.0/0')))
print(list(N('192.0.2.0/28').address_exclude(N('192.0.2.1/32'))), t(lambda: list(N('192.0.2.0/28').address_exclude(N('10.0.0.0/8')))))
print(list(N('10.0.0.0/29').subnets(new_prefix=31)), t(lambda: list(N('10.0.0.0/29').subnets(new_prefix=4))), t(lambda: list(N('10.0.0.0/29').subnets(9))), t(lambda: list(N('10.0.0.0/29').subnets(2, 31))))
print(N('10.0.0.0/9').compare_networks(N('10.0.0.0/8')), N('10.0.0.0/9') < N('10.128.0.0/9'), sorted([N('10.128.0.0/9'), N('10.0.0.0/8'), N('10.0.0.0/9')]))
print(list(I.summarize_address_range(A('192.0.2.0'), A('192.0.2.130'))), list(I.summarize_address_range(A('::'), A('::ffff'))), t(lambda: list(I.summarize_address_range(A('1.1.1.2'), A('1.1.1.1')))),
      t(lambda: list(I.summarize_address_range(A('1.1.1.2'), A('::1')))))
print(list(I.collapse_addresses([N('192.0.2.0/25'), N('192.0.2.128/25'), A('192.0.3.0'), N('192.0.2.5/32')])), t(lambda: list(I.collapse_addresses([A('::1'), A('1.1.1.1')]))), list(I.collapse_addresses([])))
for s in ('::ffff:1.2.3.0/120', '1.2.3.4/24', '1.2.3.4', '2001:db8::5/64', '1.2.3.4/99', 'x'):
    print(t(F, s))
i = F('1.2.3.4/24')
print(i, repr(i), i.ip, i.network, i.with_prefixlen, i.with_netmask, i.with_hostmask, i.netmask, i.hostmask, i == F('1.2.3.4/25'), i == A('1.2.3.4'), A('1.2.3.4') == i, i < F('1.2.3.5/24'), i.exploded)
print(sorted([A('1.2.3.4'), N('::/0'), A('::1'), N('1.0.0.0/8')], key=I.get_mixed_type_key))
for x in (A('1.2.3.4'), A('fe80::1%x'), N('10.0.0.0/8'), F('::1/64')):
    print(copy.copy(x) == x, copy.deepcopy(x) == x, hash(copy.copy(x)) == hash(x), {x: 1}[copy.copy(x)])
print(issubclass(I.AddressValueError, ValueError), I.v4_int_to_packed(5), I.v6_int_to_packed(5), t(I.v4_int_to_packed, 2**32), I.IPV4LENGTH, I.IPV6LENGTH)
print(list(N('10.0.0.0/30')), list(N('10.0.0.0/30').hosts()), list(N('10.0.0.0/31').hosts()), list(N('10.0.0.1/32').hosts()), list(N('::/126').hosts()))
