# Long texts: no recursion, no quadratic cost where there need be none.
import re

n = 200000
print(re.match('(?:a|b)*', 'ab' * n).end(), re.match('(a|b)*c', 'ab' * n + 'c').end(), re.match('(?:ab)*?c', 'ab' * n + 'c').end(), re.match('(?:a*)*', 'a' * n).end())
print(re.match('(?s).*x', 'x' + 'y\n' * n).end(), re.match('(?:.|\\n)*?z', 'y\n' * n + 'z').end(), re.search('.*y$', 'x' * n + 'y').end(), re.match('(?:(?=a)a)*', 'a' * n).end())
print(len(re.findall('a', 'a' * n)), len(re.split(',', ',' * n)), re.subn('a', 'bc', 'a' * n)[1], len(re.sub('a', 'bc', 'a' * n)), sum(m.start() for m in re.finditer('\xe9', '\xe9x' * 20000)))
print(re.match('(?:(\\w)(\\s)?)+', 'a b' * n).regs, re.fullmatch('(?>(?:ab|c)*)', 'abc' * n).end(), re.match('(?:ab|c)*+', 'abc' * n).end(), re.match('(.)(?:\\1)*', 'a' * n).end())
print(re.search('needle', 'hay ' * n + 'needle').start(), re.search('[xyz]', 'a' * n), re.search('(?i)NEEDLE', 'hay ' * n + 'needle').start(), re.match('a{2,}b', 'a' * n), re.match('(?:ab){1000,}', 'ab' * 5000).end())
print(re.match('|'.join('w%d' % i for i in range(2000)), 'w1999').group(), re.match('(' * 100 + 'a' + ')' * 100, 'a').groups() == ('a',) * 100, re.compile('x' * 50000).match('x' * 50000).end())
print(re.match('(?:a?){15}a{15}', 'a' * 14 + 'b') is None, re.match('x{1000}', 'x' * 1000).end(), re.match('(?:x{1,3}y?){500}', 'xxxy' * 500).end(), re.match('(?:){100000}', '').end())
try:
    re.compile('(' * 100000 + ')' * 100000)
except RecursionError:
    print('too deep')
