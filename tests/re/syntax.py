# Each construct of the pattern language against a few texts.
import re


def show(m):
    if m is None:
        return '-'
    return ' '.join('%d:%d' % s for s in m.regs) + ' last=%s' % m.lastindex


def check(pattern, *texts, flags=0):
    try:
        c = re.compile(pattern, flags)
    except (re.error, ValueError, OverflowError) as e:
        print(ascii(pattern), type(e).__name__, e)
        return
    print(ascii(pattern), *[show(c.search(t)) for t in texts], sep=' | ')
    print('   ', *[show(c.fullmatch(t)) for t in texts], sep=' | ')
    print('   ', *[ascii(c.findall(t)) for t in texts], sep=' | ')


# Literals and escapes.
check('abc', 'xabcy', 'abd', '')
check(r'\.\*\\', r'a.*\b', '..')
check(r'\x41\u00e9\101\0\07', 'A\xe9A\0\7', 'A')
check(r'\t\n\r\f\v\a', '\t\n\r\f\v\a', '')
check(r'\N{LATIN SMALL LETTER A}\N{BULLET}', 'a\u2022', 'a')
check('a.c', 'abc', 'a\nc', 'ac')
check('a.c', 'abc', 'a\nc', flags=re.S)
check('', '', 'ab')
check('a{,2}b{3}c{1,}d{0}', 'aabbbcc', 'bbbc', 'abbc')
check('a{', 'a{', 'a')
check('a{1', 'a{1', 'a')
check('a{,', 'a{,', 'a')
check('a{1,x}', 'a{1,x}', 'a')
check('x{}', 'x{}', 'x')

# Sets.
check('[abc]+', 'xxcab', 'd')
check('[^abc]+', 'abxyz', 'cab')
check('[a-c-e]+', 'a-ebd', 'f')
check('[]a]+', 'x]a', 'b')
check('[^]a]+', ']xa', ']')
check(r'[\]\-\\]+', r'a]-\b', 'x')
check(r'[\d.]+', 'v1.2.3', 'x')
check(r'[^\d\s]+', '12 ab 3', '1 2')
check(r'[\W_]+', 'a_b c', 'abc')
check(r'[a\-z]+', 'a-z', 'b')
check(r'[\x41-\x43\103]+', 'ABCD', 'x')
check('[.*+?]+', 'a.*+?', 'x')
check('[ab]|[bc]', 'c', 'd')

# Categories and anchors.
check(r'\d+\D+\s\S+\w\W', '12ab cd!', 'x')
check('^ab', 'ab', 'xab', 'x\nab')
check('^ab', 'ab', 'xab', 'x\nab', flags=re.M)
check('ab$', 'ab', 'ab\n', 'ab\n\n', 'ab\ncd')
check('ab$', 'ab', 'ab\n', 'ab\n\n', 'ab\ncd', flags=re.M)
check(r'\Aab\Z', 'ab', 'ab\n', 'xab')
check(r'\bab\b', 'x ab y', 'xab', 'ab')
check(r'\Bab\B', 'xaby', 'ab', 'xab')
check(r'\b', '', 'a', ' a b ')
check(r'\B', '', 'a', ' a b ')
check('^$', '', '\n', 'a')
check('(?m)^$', '', '\n', 'a\n\nb')
check('$b', 'a\nb', 'b')
check('(?m)^a|b$', 'a\nb\na\nb', 'xa\nbx')

# Groups and references.
check('(a)(b)?(c)', 'abc', 'ac', 'ab')
check('((a)(b))c', 'abc', 'bc')
check('(?:ab)+(c)', 'ababc', 'abab')
check('(?P<one>a)(?P<two>b)(?P=one)', 'aba', 'abb')
check(r'(.)\1', 'abba', 'abc')
check(r'(a)|b\1', 'ba', 'b')
check(r'(\w+) \1', 'the the', 'the then', 'a b')
check(r'(a*)\1b', 'aaaab', 'aab', 'b')
check('(a|ab)(c|bcd)(d*)', 'abcd', 'abc')
check('(?#comment)a(?#another)b', 'ab', 'a')
check('(a)(?(1)b|c)', 'ab', 'ac')
check('(a)?(?(1)b|c)', 'ab', 'c', 'b')
check('(?P<q>")?x(?(q)")', '"x"', 'x', '"x')
check('(a)?(?(1)|b)c', 'ac', 'bc', 'c')
check(r'(?:(a)|b)*\1', 'aba', 'bb')
check('()', '', 'a')
check('(|a)+', 'aaa', '')
check('(a|)+', 'aaa', '')

# Repetition.
check('a*', 'aaa', 'baa', '')
check('a+?', 'aaa', 'b')
check('a*?b', 'aaab', 'b')
check('a??b', 'ab', 'b')
check('a{2,3}', 'aaaa', 'aa', 'a')
check('a{2,3}?', 'aaaa', 'aa', 'a')
check('a{2}', 'aaaa', 'a')
check('(ab){2,3}', 'abababab', 'ab')
check('(ab){2,3}?', 'abababab', 'ab')
check('(ab)*?c', 'ababc', 'c')
check('(a*)*', 'aaa', 'b', '')
check('(a*)+', 'aaa', 'b')
check('(a*){2,}', 'aaa', 'b')
check('(a*?)*', 'aaa', 'b')
check('(?:a?)*?b', 'aab', 'b', 'c')
check('(?:(a)|(b)|(c))*', 'abcab', 'cba')
check('(a+|b){0,}c', 'aabbc', 'c')
check('.*b', 'abab', 'aa', 'a\nb')
check('.*?b', 'abab', 'aa', 'a\nb')
check('(.+)(.+)(.+)', 'abcdef', 'abc', 'ab')
check('x*y*z*', 'xyz', 'zyx')
check('(?:x|y){3}', 'xyx', 'xy')
check('(x{1,2}y){2}', 'xxyxy', 'xyxxxy')
check('a{0}b', 'ab', 'a')
check('(a){0}b', 'ab', 'a')

# Possessive and atomic.
check('a*+a', 'aaa')
check('a++b', 'aaab', 'aaa')
check('a?+a', 'a', 'aa')
check('a{1,2}+a', 'aa', 'aaa')
check('(?>a*)b', 'aab', 'b')
check('(?>a|ab)c', 'abc', 'ac')
check('(?>(a+))(b)', 'aab', 'b')
check('(?:ab)*+c', 'ababc', 'c')
check('(?:a|ab)++c', 'aabc', 'aac')
check('(?>.*?)x', 'abx', 'x')
check('"(?>[^"]*)"', '"abc"', '"abc')

# Looking around.
check('a(?=b)', 'ab', 'ac')
check('a(?!b)', 'ab', 'ac', 'a')
check('(?<=a)b', 'ab', 'cb', 'b')
check('(?<!a)b', 'ab', 'cb', 'b')
check('(?<=ab|cd)e', 'abe', 'cde', 'bde')
check('(?=(a+))a*b', 'aab', 'b')
check('(?!(a)b)a(c)', 'ac', 'ab')
check(r'(?<=(.))\1', 'aab', 'ab')
check('(?<=^a)b', 'ab', 'cab')
check(r'(?<=\bfoo)bar', 'foobar', 'xfoobar')
check('(?=a)(?=.b)..', 'ab', 'ac')
check('(?!)', 'a', '')
check('(?=)', 'a', '')
check('(?<=)', 'a', '')
check('(?<=a{2})b', 'aab', 'ab')
check('(?<!^)x', 'xx', 'x')
check('(?=(?!b)a)a', 'a', 'b')
check('(?:(?=(a))a)+b', 'aab', 'b')

# Flags in the pattern.
check('(?i)aBc', 'AbC', 'abd')
check('(?i:a)b', 'Ab', 'AB')
check('(?s).(?-s:.)', '\na', '\n\n')
check('a(?i:b(?-i:c))', 'aBc', 'aBC')
check('(?x) a b # comment\n c', 'abc', 'a b c')
check(r'(?x) a\ b [ ] \# ', 'a b #', 'ab')
check('(?x: a b ) c', 'ab c', 'abc')
check('(?a:\\w+)', 'a\xe9', '\xe9')
check('(?im)^A$', 'b\na', 'ab')
check('(?-i:a)B', 'ab', 'aB', 'Ab', flags=re.I)
check('(?u:\\w)(?a:\\w)', '\xe9a', 'a\xe9')

# Ignoring case.
check('hello', 'HeLLo', 'help', flags=re.I)
check('[a-c]+x', 'ABCX', 'dx', flags=re.I)
check('[^a]', 'A', 'b', flags=re.I)
check(r'(a)\1', 'aA', 'ab', flags=re.I)
check('K', '\u212a', 'k', flags=re.I)
check('K', '\u212a', 'k', flags=re.I | re.A)
