# Pattern objects, flags and the functions of the module.
import re
import copy

p = re.compile(r'(?P<word>\w+)(\s)(?P<rest>.*)', re.I | re.S)
print(p, p.pattern, p.flags, p.groups, p.groupindex, dict(p.groupindex))
print(type(p) is re.Pattern, re.Pattern, re.Pattern[bytes], re.Pattern.__name__)
try:
    p.groupindex['x'] = 1
except TypeError as e:
    print(e)
for name in ('flags', 'groups', 'groupindex', 'pattern', 'new'):
    try:
        setattr(p, name, 1)
        print('set')
    except AttributeError as e:
        print('AttributeError', name)
print(copy.copy(p) is p, copy.deepcopy(p) is p, re.compile(p) is p)
print(re.compile('abc') is re.compile('abc'), re.compile('abc') == re.compile('abc'), hash(re.compile('abc')) == hash(re.compile('abc')))
a = re.compile('abc')
re.purge()
b = re.compile('abc')
print(a == b, a != b, hash(a) == hash(b), a is b)
print(re.compile('a') == re.compile('b'), re.compile('a') == re.compile(b'a'), re.compile('a') == re.compile('a', re.I), re.compile('a') == 'a', re.compile('a') != 1)
print(len({re.compile('a'), re.compile('a'), re.compile('b'), re.compile('a', re.I)}))
for f in (lambda: a < b, lambda: re.Pattern(), lambda: a(), lambda: re.compile('a', 'b'), lambda: re.compile('a', 1.5)):
    try:
        f()
    except TypeError as e:
        print(e)

# repr.
for args in [('a',), ('a', re.I), (b'a', re.I), ('a', re.A), ('a', re.U), ('a', re.I | re.M | re.S | re.X), (b'a', re.L), ('(?i)a',), ("it's", re.X), ('"\n', re.A | re.I), ('a', 0), (b'\xff',), ('x' * 300,), ('a', re.A | re.M)]:
    print(repr(re.compile(*args)), re.compile(*args).flags)

# Flags.
for f in (re.NOFLAG, re.A, re.I, re.L, re.U, re.M, re.S, re.X, re.ASCII, re.IGNORECASE, re.LOCALE, re.UNICODE, re.MULTILINE, re.DOTALL, re.VERBOSE):
    print(repr(f), int(f), f.name, f.value, f == int(f), type(f) is re.RegexFlag)
print(re.I | re.M, re.I & re.M, re.I ^ re.I, re.I | re.M & ~re.I, (re.I | re.M) & ~re.M, repr(~re.I), ~re.I == 509)
print(re.I | 8, 8 | re.I, re.I | 1, re.I | 1024, re.I + re.M, re.I - 1, re.I << 1, type(re.I + 1), re.RegexFlag(2), re.RegexFlag(10), re.RegexFlag(0), re.RegexFlag(1), re.RegexFlag(-1))
print(str(re.I), '%s' % re.M, f'{re.S}', f'{re.S:d}', format(re.X), [re.I], bool(re.NOFLAG), bool(re.I), hash(re.I) is not None)
print(re.I in (re.I | re.M), re.S in (re.I | re.M), list(re.I | re.X | re.A), len(re.I | re.M), len(re.NOFLAG), isinstance(re.I, int))
print(re.RegexFlag.IGNORECASE is re.I or re.RegexFlag.IGNORECASE == re.I, re.RegexFlag.X, (re.I | re.M).name, (re.I | re.M).value)
for f in (lambda: re.RegexFlag('x'), lambda: re.RegexFlag(None), lambda: re.I | 'a', lambda: 1 in re.I, lambda: re.I & 1.5):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(re.compile('A', 2).match('a'), re.compile('A', flags=re.I).match('a'), re.match('A', 'a', re.I), re.match('A', 'a', flags=2))

# Functions.
print(sorted(re.__all__))
print([n for n in re.__all__ if not hasattr(re, n)])
print(re.match('a', 'ab').span(), re.search('b', 'ab').span(), re.fullmatch('ab', 'ab').span(), re.findall('.', 'ab'), [m.group() for m in re.finditer('.', 'ab')])
print(re.search(pattern='b', string='ab', flags=0).span(), re.match(string='ab', pattern='a').span())
print(re.split('b', 'abc', maxsplit=1), re.sub('b', 'x', 'abc', count=1), re.subn('b', 'x', 'abc', flags=re.I), re.sub(pattern='b', repl='y', string='ab'))
print(re.match(re.compile('a'), 'ab').span(), re.sub(re.compile('a'), 'x', 'ab'), re.purge())

# escape.
s = ''.join(map(chr, range(128)))
print(ascii(re.escape(s)))
print(re.escape(s.encode()))
print(ascii(re.escape('\xe9\u20ac\U0001f600')), re.escape(b'\xe9\xff'), re.escape(''), re.escape(bytearray(b'a.b')))
for s in ('a.b*c', 'x y#z', '[]()', '\\', '\n\t', '-&~'):
    print(re.fullmatch(re.escape(s), s) is not None, re.fullmatch(re.escape(s), s, re.X) is not None)


# Subclasses of str and bytes.
class S(str):
    pass


class B(bytes):
    pass


m = re.match(S('a+'), S('aab'))
print(m.group(), type(m.group()), type(m.string), type(m.re.pattern))
print(type(re.sub('x', 'y', S('abc'))), type(re.sub(S('a'), S('b'), S('abc'))), [type(x) for x in re.split('b', S('abc'))], type(re.match('.*', S('abc')).group()))
m = re.match(B(b'a+'), B(b'aab'))
print(m.group(), type(m.group()), type(re.sub(b'x', b'y', B(b'abc'))))


class Template(str):
    pass


print(re.sub('a', Template(r'[\g<0>]'), 'banana'))
