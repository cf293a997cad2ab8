# Ints of all sizes to and from text, bytes, floats and hashes, and what module math does
# with them.
import math, random, sys

r = random.Random(9)
vals = [0, 1, -1, 9, 255, 256, -256, 2**31, 2**61 - 1, 2**61, 2**62 - 1, 10**18, 10**19 - 1, 10**19, 10**19 + 1, 10**38 - 1, 10**38, 10**38 + 1]
for k in 63, 64, 65, 66, 122, 127, 128, 129, 190, 191, 192, 193, 1024:
    for d in -2, -1, 0, 1, 2:
        vals.append(2**k + d)
        vals.append(-2**k + d)
for k in range(40):
    v = r.getrandbits(r.choice([60, 64, 65, 90, 126, 127, 128, 130, 200, 330, 1000, 3001]))
    vals.append(v if k % 3 else -v)
for n in vals:
    texts = [hex(n), bin(n), oct(n), str(n), format(n, 'x'), format(n, '#X'), format(n, '_b'), format(n, '#o'), f'{n:50d}', '%x %o' % (n, n)]
    print(hash(n), hash(tuple(texts)) != 1, texts[0][-30:], texts[3][-30:], len(texts[1]), sum(map(ord, ''.join(texts))))
    assert int(hex(n), 16) == int(bin(n), 2) == int(oct(n), 8) == int(str(n)) == int(hex(n), 0) == n
    digits = ''
    m = abs(n)
    while m:
        digits = '0123456789abcdefghijklmnopqrstuv'[m % 32] + digits
        m //= 32
    sign = '-' if n < 0 else ''
    assert int(sign + (digits or '0'), 32) == n
    m, digits = abs(n), ''
    while m:
        digits = '0123'[m % 4] + digits
        m //= 4
    assert int(sign + '000' + digits, 4) == n
    for sep in (t := format(n, '_x')), (t.replace('_', '_' if len(t) % 2 else '')):
        assert int(sep, 16) == n
    assert int(format(n, '_d')) == n
    size = (n.bit_length() + 8) // 8
    for order in 'big', 'little':
        for extra in 0, 1, 9:
            b = n.to_bytes(size + extra, order, signed=True)
            assert int.from_bytes(b, order, signed=True) == n, (n, b)
            assert int.from_bytes(bytearray(b), order, signed=True) == n
            if n >= 0:
                b = n.to_bytes(size + extra, order)
                assert int.from_bytes(b, order) == n == int.from_bytes(memoryview(b), order)
        print(b.hex()[:40], end=' ')
        for size_ in (n.bit_length() + 7) // 8 - 1, size - 1:
            if size_ >= 0:
                for signed in False, True:
                    try:
                        n.to_bytes(size_, order, signed=signed)
                    except OverflowError as e:
                        print(e, end=' ')
    print()
    if n.bit_length() < 1000:
        print(float(n), n / 3, 7 / n if n else 0, math.isqrt(abs(n)))
    assert math.isqrt(abs(n))**2 <= abs(n) < (math.isqrt(abs(n)) + 1)**2
h = 0.0
for a in vals:
    for b in vals:
        g = math.gcd(a, b)
        assert g == math.gcd(b, a) and (g == 0 or a % g == b % g == 0)
        h += g % 1000003
        if b:
            try:
                q = a / b
            except OverflowError as e:
                q = 1
            h = (h * 0.5 + q) % 1e9
print(h)
# Quotients at and next to the middle of two floats.
for n in range(60):
    a = ((2**53 + n) * 2 + 1) * 3**80
    b = 3**80 << r.randrange(90)
    print(a / b, (a + 1) / b, (a - 1) / b, end=' ')
    x = r.getrandbits(252)
    print(math.isqrt(x >> r.randrange(250)), math.isqrt((x >> 130)**2), math.isqrt((x >> 130)**2 - 1) if x >> 130 else 0)
print((5).to_bytes(), (5).to_bytes(3), True.to_bytes(2, 'little'), (0).to_bytes(0, 'big'), (2**64 - 1).to_bytes(8, 'big'), (2**64).to_bytes(9, 'little'))
for args in (-1, 'big'), (2, 'middle'), ('a', 'big'), (1.5, 'big'), (2, 5), (2**70, 'big'):
    try:
        (5).to_bytes(*args)
    except Exception as e:
        print(type(e).__name__, e)
for args in ('abc', 'big'), (b'abc', 'x'), (b'abc', 3), (5, 'big'), ([1, 300], 'big'), ([1, 2], 'little'), (b'', 'big'):
    try:
        print(int.from_bytes(*args))
    except Exception as e:
        print(type(e).__name__, e)
class I(int):
    pass
print(type(I.from_bytes(b'\1\2', 'big')), I(5).to_bytes(2, 'big'), I(1 << 70).to_bytes(9), hex(I(1 << 70)), type(I.from_bytes(b'\xff' * 12)))
for k in 21, 30, 100, 256, 257, 600, 2000:
    print(math.factorial(k) % (10**9 + 7), math.perm(k, k // 2) % (10**9 + 7), math.comb(k, k // 3) % (10**9 + 7), math.factorial(k).bit_length())
print(math.lcm(*range(1, 200)), math.lcm(2**70, 6, -9), math.lcm(2**70, 0), math.gcd(2**70, 0), math.gcd(0, -2**70), math.gcd(-2**70, 12), math.gcd(12, 2**70))
for bad in '1__0', '_1', '1_', '12a', '0x', '9' * 30 + 'x', '1' * 20 + '__1', '', ' 1 ' + '2' * 30:
    for base in 10, 16, 2, 8:
        try:
            print(int(bad, base), end=' ')
        except ValueError as e:
            print(e, end=' ')
print(int(' -' + '1' * 20 + ' '), int('+9223372036854775808'), int('-9223372036854775808'), int('-9223372036854775809'), int('00000000000000000000000000000000000000000000001'))
