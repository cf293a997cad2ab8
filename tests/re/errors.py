# What is wrong with a pattern or a template, and where.
import re

PATTERNS = [
    '(', ')', 'a)', '(a', '((a)', '(?', '(?:', '(?P', '(?P<', '(?P<a', '(?P<>a)', '(?P<1a>x)', '(?P<a b>x)', '(?P<\xe9>x)(?P=e)', '(?P=', '(?P=a',
    '(?P=a)', '(?P=)', '(?P<a>(?P=a))', '(?Px', '(?P!', '(?<', '(?<x', '(?<=', '(?=', '(?!', '(?#', '(?#abc', '(?z)', '(?', '(?>', '(?>a',
    '(?(', '(?(1', '(?(1)', '(?(1)a', '(?(0)a)', '(?(2)a)', '()(?(2)a)', '(?(a)b)', '(?()b)', '(?(1)a|b|c)', '()(?(1)a|b|c)', '(?(-1)a)', '(?(1x)a)',
    '*', '+a', '?', 'a**', 'a*+*', 'a+*', 'a???', 'a{2}{3}', '{1}', '^*', '$+', r'\b*', '(*)', '|*', '(?:*)', 'a|+', 'x{2,1}', 'x{99,98}',
    '[', '[a', '[]', '[^]', '[^', '[a-', '[b-a]', r'[\d-z]', r'[a-\d]', r'[\w-\s]', '[a\\', r'[\q]', r'[\8]', r'[\x1]', r'[\400]', r'[z-\x41]',
    '\\', 'abc\\', r'\q', r'\x', r'\x1', r'\xg1', r'\u12', r'\U0001', r'\U00110000', r'\N', r'\N{', r'\N{}', r'\N{no such name}', r'\N{BULLET',
    r'\1', r'(a)\2', r'(\1)', r'(a\1)', r'\400', r'\777', r'()\10', r'\8', r'\08', r'\p', r'\C', r'\e',
    '(?i', '(?i:', '(?i-', '(?i-:a)', '(?-i)', '(?-', '(?-a:b)', '(?-L:b)', '(?i-i:a)', '(?ii-i:a)', '(?au)a', '(?L)a', '(?L:a)', '(?au:b)', '(?iq)', '(?i1)', '(?i-q:a)', '(?i-1:a)',
    'a(?i)b', '(a(?i))', '|(?i)a', ' (?x)', '(?i)(?m)a(?s)b',
    '(?<=a*)b', '(?<=a|bc)d', '(?<!a{1,2})b', r'(a)(?<=\1*)b', r'(?<=(a)\1)b', r'(?<=(?P<x>a)(?P=x))b', r'(?<=(a)(?(1)b|c))d', r'(a(?<=\1))', '(?<=a++)b',
    '(?P<a>x)(?P<a>y)', 'a\n(?P<b>x)\n(?P<b>y)', 'line\n\n  [z', '(?x)\n(\n', '\u20ac(', '\U0001f600[',
]
for p in PATTERNS:
    try:
        c = re.compile(p)
        print(ascii(p), 'is right', c.groups)
    except re.error as e:
        print(ascii(p), e.msg, e.pos, e.lineno, e.colno, '/', e, e.pattern == p, e.args)

for p in [b'(', b'\\', b'(?u)a', b'(?au)', b'(?P<\xe9>a)', b'(?P<a>b)(?P<a>c)', b'[\xe9-\xe0]', b'\\u0041', b'\\N{BULLET}', b'(?z\xe9)', b'(?\xe9)', b'(?(\xe9)a)', b'\\q', b'(?La)x']:
    try:
        re.compile(p)
        print(p, 'is right')
    except re.error as e:
        print(p, e.msg, e.pos, e)

for p in ['a{4294967295}', 'a{1,4294967296}', 'a{99999999999999999999}']:
    try:
        re.compile(p)
    except OverflowError as e:
        print(p, e)

for p, f in [('a', re.L), ('a', re.A | re.U), (b'a', re.U), (b'a', re.L | re.A), ('(?a)b', re.U), (b'(?L)a', re.A)]:
    try:
        re.compile(p, f)
    except ValueError as e:
        print(p, type(e).__name__, e)

TEMPLATES = ['\\', r'\q', r'\g', r'\g<', r'\g<>', r'\g<a', r'\g<1', r'\g<1>', r'\g<2>', r'\g<b>', r'\g<a>', r'\g<1a>', r'\g<-1>', r'\g<+1>', r'\g< 1>', r'\1', r'\2', r'\3', r'\20', r'\400', r'\377', r'\08', r'\0',
             r'\g<0>', r'\g<00>', r'\g<99999999999999>', r'\a\b\f\n\r\t\v\\', r'\x', r'\.', r'\-', r'\é', '\n\\q', r'\g<é>', r'\199']
for t in TEMPLATES:
    try:
        print(ascii(t), ascii(re.sub('(?P<a>x)', t, 'axb')))
    except re.error as e:
        print(ascii(t), 'error', e.msg, e.pos, ascii(str(e)))
    except IndexError as e:
        print(ascii(t), 'IndexError', ascii(str(e)))

# The class itself.
print(re.error is re.PatternError, re.PatternError.__mro__, re.PatternError.__module__)
e = re.error('bad')
print(e, e.msg, e.pattern, e.pos, e.lineno, e.colno, e.args)
e = re.error('bad', 'ab\ncd', 4)
print(e, e.msg, e.pattern, e.pos, e.lineno, e.colno, repr(e))
e = re.error('bad', b'ab\ncd', 1)
print(e, e.lineno, e.colno)
e = re.error(msg='bad', pattern='abc')
print(e, e.lineno, e.colno)
try:
    re.error()
except TypeError as x:
    print(x)
try:
    raise re.PatternError('own', 'xyz', 1)
except Exception as x:
    print(type(x).__name__, x)

# Types.
for f in (lambda: re.compile(1), lambda: re.compile(None), lambda: re.compile([]), lambda: re.compile(bytearray(b'a')), lambda: re.match('a', b'a'), lambda: re.match(b'a', 'a'),
          lambda: re.match('a', 1), lambda: re.match('a', None), lambda: re.sub('a', 1, 'a'), lambda: re.sub('a', b'b', 'a'), lambda: re.sub(b'a', 'b', b'a'),
          lambda: re.sub('a', [], 'a'), lambda: re.compile(re.compile('a'), re.I), lambda: re.compile('a').match(), lambda: re.compile('a').match('a', 'b'),
          lambda: re.compile('a').match('a', 1, 2, 3), lambda: re.compile('a').sub('b'), lambda: re.match('a'),
          lambda: re.sub('a', 'b'), lambda: re.escape(1), lambda: re.findall('a'), lambda: re.compile(), lambda: re.sub('a', lambda m: 1, 'xa'),
          lambda: re.sub(b'a', lambda m: 'x', b'a'), lambda: re.split('a', 'a', 'b'), lambda: re.sub('a', 'b', 'a', 'c')):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
