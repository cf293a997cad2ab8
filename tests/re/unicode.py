# Text beyond ASCII: classes, case, positions, surrogates; and bytes.
import re

chars = 'aZ0_ \t\n\x1c\x85\xa0\xaa\xb2\xb5\xbc\xdf\xe9\xff\u0130\u0131\u0149\u017f\u01c5\u0301\u0345\u0390\u03c2\u03c3\u03a3\u0660\u0967\u1680\u1e9e\u1fd3\u2028\u2160\u2460\u212a\u3000\u4e2d\uac00\ufb05\ufb06\ufeff\ud800\U00010400\U0001d7ce\U0001f600\U0002f800\U000e0001'
for p in (r'\d', r'\D', r'\s', r'\S', r'\w', r'\W', r'[\w-]', r'[^\W\d_]', r'[^\s]'):
    print(p, [ascii(c) for c in re.findall(p, chars)])
    print(p, [ascii(c) for c in re.findall(p, chars, re.A)])
for c in chars:
    hits = [ascii(d) for d in chars if re.match(re.escape(c), d, re.I)]
    sets = [ascii(d) for d in chars if re.match('[%s]' % re.escape(c), d, re.I)]
    nots = [ascii(d) for d in chars if not re.match('[^%s]' % re.escape(c), d, re.I)]
    print(ascii(c), hits, hits == sets == nots)
for p in ('[a-z]', '[\xe0-\xff]', '[\u03b1-\u03c9]', '[\u0400-\u04ff]', '[\U00010428-\U0001044f]', '[^a-z]', '[k-s]', '[\u1e00-\u1eff]'):
    print(ascii(p), [ascii(c) for c in re.findall(p, chars + 'K\u212as\u017f\u0410\u0430\U00010428\U00010400', re.I)])
print([hex(ord(c)) for c in map(chr, range(0x250)) if re.match('[\xe0-\xef]', c, re.I)])
print([hex(c) for c in range(0x3000) if re.match(r'\w', chr(c)) and not chr(c).isalnum()])
print([hex(c) for c in range(0x20000) if bool(re.match(r'\s', chr(c))) != chr(c).isspace()])
print([hex(c) for c in range(0x20000) if bool(re.match(r'\d', chr(c))) != chr(c).isdecimal()])
print(re.findall(r'\b\w+\b', '\xe9t\xe9 na\xefve \u4e2d\u6587 x').__len__(), [ascii(x) for x in re.findall(r'(?a)\b\w+\b', '\xe9t\xe9 na\xefve x')])
print(re.search('.$', '\u4e2d\u6587\n').span(), re.search('(?<=\u4e2d).', '\u4e2d\u6587').span(), re.search('(?<=..)\xe9', '\u4e2d\U0001f600\xe9').span(), re.search('(?<!\xe9)\xe9', '\xe9\xe9x\xe9').span())
print(re.findall('[\u4e00-\u9fff]+', 'abc\u4e2d\u6587def\u5b57').__len__(), re.sub('[^\x00-\x7f]', '?', 'caf\xe9 \u20ac5 \U0001f600'))
print(ascii(re.findall('\ud800|\udc00', 'a\ud800b\udc00\U00010000')), ascii(re.findall('.', '\ud83d\ude00\U0001f600')), ascii(re.findall('[\ud800-\udfff]', 'x\ud800\U0001f600\udfff')))
print(re.fullmatch('.{3}', '\u20ac\U0001f600a').span(), re.fullmatch('(.)\\1', '\u20ac\u20ac').span(), re.match(r'(\xe9)\1', '\xe9\xc9', re.I).span(), re.match(r'(.)\1', '\u017fS', re.I), re.match(r'(\u03c3)\1', '\u03c3\u03a3', re.I))
print(ascii(re.split('\u3001|\u3002', '\u4e00\u3001\u4e8c\u3002\u4e09')), ascii(re.findall('x*?.', '\xe9\xfc')), ascii(re.findall('.+?b', '\xe9\xfcb\u20acb')), ascii(re.findall('[^b]{2}', '\xe9\xfcb\u20ac\U0001f600')))
print(ascii(re.findall('(?s).{2,3}', '\xe9\n\u20acab')), ascii(re.findall('[\xe9\u20ac]{1,2}', '\xe9\xe9\xe9x\u20ac')), ascii(re.findall('\\W+', '\xe9\u2014\u2014x\u2026')), ascii(re.findall('(\\w+?)\\1', '\xe9\xfc\xe9\xfcaa')))
m = re.match('(?P<\xe9t\xe9>x)', 'x')
print(ascii(m.groupdict()), ascii(m.lastgroup), ascii(m['\xe9t\xe9']), ascii(re.sub('(?P<\xe9>x)', r'[\g<' + '\xe9' + '>]', 'axb')))

# Bytes.
every = bytes(range(256))
for p in (rb'\d', rb'\s', rb'\w', rb'[\x80-\x83]', rb'[^\x00-\xfc]', b'(?i)[a-c]', b'(?i)k', b'(?i)\xe9', rb'(?L)\w'):
    print(p, re.findall(p, every))
print(len(re.findall(rb'\W', every)), len(re.findall(b'.', every)), len(re.findall(b'(?s).', every)), re.search(rb'\xff(.)', b'\xffa').groups())
print(re.match(b'\xc3\xa9', '\xe9'.encode()).span(), re.match(b'.', '\xe9'.encode()).span(), re.sub(b'\xa9', b'', '\xe9'.encode()), re.findall(b'(a)(b)?', b'aab'))
for data in (b'abc', bytearray(b'abc'), memoryview(b'abc')):
    m = re.search(b'b(c)', data)
    print(m.group(), m.group(1), m.groups(), m.span(), type(m.group()), m.string is data)
