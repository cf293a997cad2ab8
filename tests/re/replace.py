# sub, subn, split, findall, finditer, scanner.
import re

print(re.sub('a', 'x', 'banana'), re.sub('a', 'x', 'banana', count=2), re.subn('a', 'x', 'banana'), re.subn('z', 'x', 'banana'), re.sub('a', '', 'aaa'))
print(re.sub('(a)(n)', r'\2\1', 'banana'), re.sub('(?P<x>a)', r'<\g<x>>', 'banana'), re.sub('a', r'\g<0>\g<0>', 'banana'), re.sub('a', r'\\', 'banana'))
print(re.sub('x*', '-', 'abxd'), re.sub('', '-', 'abc'), re.sub(r'\b', '|', 'a bc d'), re.sub('$', '!', 'a\n'), re.sub('(?m)^', '> ', 'a\nb\n'), re.sub('(?m)$', '<', 'a\nb'))
print(re.sub('(a)|b', r'[\1]', 'ab'), re.sub('(a)?b', r'[\1]', 'abb'), ascii(re.sub('a', r'\n\t\\', 'a')), re.sub('a', r'\0', 'a') == '\0', re.sub('(a)', r'\1\061\101', 'a'))
print(re.sub('a', lambda m: m.group().upper(), 'banana'), re.sub('a', lambda m: '', 'banana'), re.sub('a', lambda m: None, 'banana'), re.sub('.', lambda m: str(m.start()), 'abc'))
print(re.sub('a', str.upper.__class__ and (lambda m: '%d' % m.end()), 'banana', count=2))
print(re.sub('a', 'x', 'banana', 0), re.sub('a', 'x', 'banana', -1), re.sub('A', 'x', 'banana', 0, re.I), re.compile('a').sub('x', 'banana', 1), re.compile('a').subn(repl='x', string='banana', count=1))
print(re.sub('(?i)b+', 'x', 'bbbb BBBB'), re.sub('(?i)b+', 'x', 'bbbb BBBB', count=1), re.sub('(.)', r'\1\1', 'abc'), re.sub('b*', 'x', 'abbc'), re.sub('b*?', 'x', 'abbc'))
print(re.sub(r'(\d+)', lambda m: str(int(m.group(1)) * 2), '1 a 22 b 333'), re.sub(r'\s+', ' ', '  a \t b\n\nc  '))
print(re.sub('^', 'x', 'ab', count=5), re.sub('(?<=a)', 'x', 'aab'), re.sub('(?=b)', 'x', 'abb'), re.sub('a|', 'x', 'bab'))
print(ascii(re.sub('\xe9', 'e', 't\xe9t\xe9')), ascii(re.sub('e', '\u20ac', 'tete')), ascii(re.sub('.', '\U0001f600', 'ab')), ascii(re.sub(r'(\w)', r'\1\u'.replace('\\u', '\xdf'), '\xe9a')))
print(re.sub(b'a', b'x', b'banana'), re.sub(b'(a)', rb'\1\1', b'banana'), re.sub(b'\xff', rb'\377\0', b'a\xff'), re.sub(b'a', lambda m: m.group() * 2, bytearray(b'banana')), re.sub(b'a', bytearray(b'x'), b'banana'),
      re.sub(b'a', lambda m: bytearray(b'zz'), b'aba'), re.sub(b'a', b'x', memoryview(b'banana')))
s = 'banana'
print(re.sub('z', 'x', s) is s, re.subn('z', 'x', s)[0] is s, re.split('z', s)[0] is s, re.match('.*', s).group() is s)


# An exception in the function comes out; the same pattern can be used inside.
def fail(m):
    raise KeyError(m.group())


try:
    re.sub('a', fail, 'banana')
except KeyError as e:
    print('KeyError', e)
p = re.compile('a+')
print(p.sub(lambda m: p.sub('x', 'caat') + str(len(p.findall('aba'))), 'banana'))
log = []
try:
    re.sub('a', lambda m: log.append(m.start()) or 5, 'banana')
except TypeError as e:
    print(log, e)

# split
for p, s in [(',', 'a,b,c'), (',', ''), (',', 'abc'), (',', ','), ('(,)', 'a,b'), ('(,)|(;)', 'a,b;c'), (r'\s*', 'a b  c'), ('', 'abc'), ('x*', 'axbc'), ('(x*)', 'axbc'), ('(?=b)', 'abab'), (r'\b', 'a bc'),
             ('^', 'ab'), ('(?m)$', 'a\nb'), ('(?:b)', 'abc'), ('(b)?', 'abc'), ('\xe9', 'a\xe9b\xe9'), ('[b-d]+', 'abcde'), ('(a)|b', 'xaybz')]:
    print(ascii(p), ascii(s), ascii(re.split(p, s)), ascii(re.split(p, s, maxsplit=1)), ascii(re.split(p, s, 2)))
print(re.split(',', 'a,b,c', maxsplit=-1), re.compile(',').split('a,b,c', 1), re.compile(',').split(string='a,b,c', maxsplit=1), re.split(b',', b'a,b'), re.split(b',', bytearray(b'a,b')), re.split('A', 'bab', flags=re.I))

# findall and finditer
for p, s in [('a', 'banana'), ('(a)', 'banana'), ('(a)(n)?', 'banana'), ('', 'ab'), ('x*', 'axb'), (r'\w+|', 'ab c'), ('a|', 'ba'), ('(?=(\\w))', 'abc'), ('(a)|(b)', 'ab'), ('.', '\xe9\U0001f600x'), ('(.)(.)', 'abcde'), ('^.', 'ab\ncd'),
             ('(?m)^.', 'ab\ncd'), ('a??', 'aa'), ('a*?', 'aa'), ('(?:a*?)', 'aa'), ('(?!b)', 'abc'), ('b?|a', 'ab'), ('$', 'a\n')]:
    print(ascii(p), ascii(s), ascii(re.findall(p, s)), [m.span() for m in re.finditer(p, s)])
c = re.compile('a.')
print(c.findall('abacad', 1), c.findall('abacad', 1, 5), c.findall('abacad', pos=2), [m.span() for m in c.finditer('abacad', 1, 4)], c.findall(b'x') if False else '')
it = c.finditer('abac')
print(iter(it) is it, type(it).__name__, next(it), next(it), next(it, 'end'), next(it, 'end'))
try:
    c.finditer(5)
except TypeError as e:
    print(e)
try:
    c.finditer(b'x')
except TypeError as e:
    print(e)
s = c.scanner('abxacyad')
print(s.pattern is c, s.match(), s.match(), s.search(), s.match(), s.search())
s = re.compile('x*').scanner('axb')
print([s.search().span() for _ in range(4)], s.search())
s = re.compile('a|b').scanner('abc', 1)
print(s.match(), s.match(), s.match())

# A tokenizer.
scanner = re.Scanner([
    (r'[a-zA-Z_]\w*', lambda s, token: ('name', token)),
    (r'\d+\.\d*', lambda s, token: float(token)),
    (r'\d+', lambda s, token: int(token)),
    (r'=|\+|-|\*|/', lambda s, token: 'op' + token),
    (r'\s+', None),
    (r';', 'end'),
])
print(scanner.scan('sum = 3*foo + 312.50+bar;'))
print(scanner.scan('x ? y'))
