# fnmatch: translations and what they match.
import fnmatch
import random

PATTERNS = ['', '*', '**', '?', '*.txt', 'a*b*c', 'a**b', '*a*', '***a***b***', '[abc]', '[!abc]', '[a-c]', '[!a-c]', '[]', '[!]', '[]a]', '[!]a]', '[a', '[!a', '[a-]', '[-a]', '[!-a]', '[a-c-e]', '[c-a]', '[!c-a]',
            '[b-ac]', '[--/]', '[^a]', '[[a]', '[\\]', '[\\a]', '[a\\-z]', '[a&&b]', '[~~|]', '[a-z0-9_]*.py', '.*', '?.?', 'x.y', 'a+b', '(x)', '[', ']', 'a]b', '[]-a]', '[a-a]', '[z-ax-y]', '\n*', '[a-b-c-d]', '[!!]', '[!^]', '[^]',
            '*[0-9]', '[a][b]*[c]', 'data?[!0]*']
NAMES = ['', 'a', 'b', 'c', 'abc', 'a.txt', '.txt', 'aXbYc', 'ab', '!', '^', '-', '[', ']', '\\', 'x.y', 'xzy', '&', '|', 'a\nb', '\nx', 'data1x', 'data00', 'foo.py', 'a+b', '(x)', 'a]b', '[a', '.hidden', 'A.TXT', 'z', 'y', '/', ',']
for p in PATTERNS:
    print(repr(p), repr(fnmatch.translate(p)), fnmatch.filter(NAMES, p))
    assert [n for n in NAMES if fnmatch.fnmatch(n, p)] == [n for n in NAMES if fnmatch.fnmatchcase(n, p)] == fnmatch.filter(NAMES, p)
    assert [n.decode() for n in fnmatch.filter([n.encode() for n in NAMES], p.encode())] == fnmatch.filter(NAMES, p)
r = random.Random(3)
for _ in range(200):
    p = ''.join(r.choice('*?[]!-^\\ab.') for _ in range(r.randrange(9)))
    print(repr(p), repr(fnmatch.translate(p)), fnmatch.filter(NAMES, p))
print(fnmatch.fnmatch('caf\xe9', 'caf?'), fnmatch.fnmatch(b'caf\xe9', b'caf?'), fnmatch.fnmatch('a' * 3000 + 'b', '*a' * 50), fnmatch.fnmatchcase('A', 'a'), sorted(fnmatch.__all__))
for f in (lambda: fnmatch.fnmatch('a', b'a'), lambda: fnmatch.fnmatch(b'a', 'a'), lambda: fnmatch.fnmatch(1, 'a'), lambda: fnmatch.filter(5, 'a')):
    try:
        print(f())
    except TypeError as e:
        print(e)
