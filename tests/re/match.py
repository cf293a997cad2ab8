# Match objects.
import re
import copy

m = re.search(r'(?P<first>\w+) (?P<second>\w+)(?P<third>!)?', '  hello world')
print(m)
print(m.group(), m.group(0), m.group(1), m.group('second'), m.group('third'), m.group(1, 2, 'first'), m.group(3))
print(m[0], m[1], m['second'], m['third'])
print(m.groups(), m.groups('x'), m.groups(default=0))
print(m.groupdict(), m.groupdict('y'), m.groupdict(default=1))
print(m.start(), m.end(), m.span(), m.start(1), m.end('second'), m.span(3), m.start('third'), m.end(3))
print(m.regs, m.pos, m.endpos, m.string, m.re, m.lastindex, m.lastgroup)
print(m.expand(r'\2-\1-\g<first>-\g<0>-\3|'), m.expand('plain'), ascii(m.expand(r'\n\\\x'.replace('\\x', ''))))
print(bool(m), m == m, m == re.search(r'\w', 'a'), m != m)
print(copy.copy(m) is m, copy.deepcopy(m) is m)
for f in (lambda: m.group(4), lambda: m.group('nope'), lambda: m[4], lambda: m[-1], lambda: m.start(9), lambda: m.span('x'), lambda: m.end(-1), lambda: m.group(1, 9),
          lambda: m.group(1.0), lambda: m[None], lambda: m.group(10 ** 30), lambda: m.group(-10 ** 30), lambda: m.start(1, 2), lambda: m.groups(1, 2), lambda: m.expand(),
          lambda: m.expand(1), lambda: m.expand(r'\9'), lambda: m.expand(r'\g<zzz>'), lambda: type(m)(), lambda: m.group(default=1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for name in ('pos', 'endpos', 'string', 're', 'lastindex', 'lastgroup', 'regs', 'x'):
    try:
        setattr(m, name, 1)
        print('set', name)
    except AttributeError as e:
        print('AttributeError', name)


class Index:
    def __index__(self):
        return 2


print(m.group(Index()), m[True], m.start(Index()))
print(re.Match, type(m) is re.Match, re.Match[str], re.Match.__name__, re.Match.__module__)
print(re.match('x', 'y'), re.match('', 'abc'), re.fullmatch('a*', 'aaa'), re.fullmatch('a', 'ab'))

# lastindex is the group that was closed last.
for p, s in [('(a)(b)', 'ab'), ('(a)(b)?', 'ab'), ('(a)(b)?', 'ac'), ('((ab))', 'ab'), ('(a)b', 'ab'), ('((a)(b))', 'ab'), ('(?:(a)|(b)|(c))+', 'abc'), ('(?:(c)|(a)|(b))+', 'abc'),
             ('(a)|(b)', 'b'), ('ab', 'ab'), ('(a)(?=(b))', 'ab'), ('(?:(a)|b)*', 'ab'), ('((a)|b)*', 'ab'), ('(?P<x>a)(?P<y>(?P<z>b))', 'ab')]:
    m = re.match(p, s)
    print(p, m.lastindex, m.lastgroup, m.regs)

# repr is cut.
print(re.match('.*', 'x' * 100))
print(re.match('(?s).*', '\n' * 50))
print(re.match(b'.*', b'abc'))

# pos and endpos.
c = re.compile('^b|a$|b')
for pos, endpos in [(0, 3), (1, 3), (0, 1), (1, 2), (2, 2), (3, 3), (5, 9), (-5, 2), (0, -1), (2, 1), (1, 10 ** 20), (0, 2 ** 63 - 1)]:
    try:
        m = c.search('abc', pos, endpos)
        print(pos, endpos, m and (m.span(), m.pos, m.endpos))
    except OverflowError as e:
        print(pos, endpos, e)
print(c.search('abc', endpos=1), c.search('abc', pos=1), c.search(string='abc', pos=2), c.match(pos=1, string='ab'))
print(re.compile(r'(?<=a)b').match('ab', 1), re.compile(r'\bb').match('ab', 1), re.compile('a(?=b)').match('ab', 0, 1), re.compile('(?!b)').match('ab', 1))
print(re.compile('$').search('ab\n', 0, 2).span(), re.compile(r'b\Z').search('abc', 0, 2).span())
print(re.compile('a').fullmatch('bac', 1, 2), re.compile('a').fullmatch('bac', 1))

# Positions count characters.
m = re.search(r'(\w+) (\w+)', '\u20ac \xe9t\xe9 \U0001f600 stra\xdfe \u4e2d\u6587')
print(ascii(m.group()), m.span(), m.regs, ascii(m))
for m in re.finditer(r'\w', '\xe9a\U0001f600b\u4e2dc'):
    print(m.start(), m.end(), ascii(m.group()))
