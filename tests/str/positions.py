# Positions in text that is not ASCII: found by counting characters, so looked up from
# the ends, from the last place and from marks inside; the results must not tell which.
import random

r = random.Random(7)
letters = 'ab Zäß×Σσ€\ufffd\ud800🐍𝔘'

for n in 0, 1, 2, 63, 64, 65, 127, 128, 129, 200, 1000, 5000:
    chars = [letters[r.randrange(len(letters))] for _ in range(n)]
    s = ''.join(chars)
    assert len(s) == n
    for k in range(60):
        i, j = r.randrange(-n - 3, n + 3), r.randrange(-n - 3, n + 3)
        assert s[i:j] == ''.join(chars[i:j]), (n, i, j)
        step = r.choice([-70, -3, -2, -1, 1, 2, 3, 70])
        assert s[i:j:step] == ''.join(chars[i:j:step]), (n, i, j, step)
        if -n <= i < n:
            assert s[i] == chars[i], (n, i)
        c = r.choice(letters)
        lo = max(0, min(n, i + n if i < 0 else i))
        hi = max(0, min(n, j + n if j < 0 else j))
        places = [p for p in range(lo, hi) if chars[p] == c]
        assert s.find(c, i, j) == (places[0] if places else -1), (n, i, j)
        assert s.rfind(c, i, j) == (places[-1] if places else -1), (n, i, j)
        assert s.count(c, i, j) == len(places), (n, i, j)
    assert s[::-1] == ''.join(reversed(chars)) == ''.join(reversed(s))
    assert list(s) == chars

# A string that grows keeps its positions.
s, chars = '', []
for i in range(3000):
    piece = letters[i % len(letters)] * (i % 5)
    s += piece
    chars += piece
    if i % 100 == 0 and chars:
        k = r.randrange(len(chars))
        assert s[k] == chars[k] and s[k:k + 9] == ''.join(chars[k:k + 9])
print(len(s), s.count('🐍'), s.rfind('𝔘'), s.index('Σ', 2000))


class Text(str):
    pass


t = Text(s)
print(t[1234] == s[1234], t.find('€', 4000) == s.find('€', 4000), ascii(t[2500:2510]))

# Every place of a long text, from both ends and crosswise.
s = 'äöü€🐍' * 400
print(all(s[i] == 'äöü€🐍'[i % 5] for i in range(len(s))))
print(all(s[-i] == 'äöü€🐍'[-i % 5] for i in range(1, len(s) + 1)))
print(all(s[i * 1237 % 2000] == 'äöü€🐍'[i * 1237 % 5] for i in range(2000)))
at = places = 0
while (at := s.find('€', at)) >= 0:
    assert at % 5 == 3
    places += 1
    at += 1
print(places, s.find('🐍ä', 1000, 1500), s.rfind('äö', 1, 1999), s.rfind('x'))

# What the last byte of the text to find has in common with others does not matter.
for text, sub in ('aXbXcX', 'bX'), ('X' * 500 + 'aX' + 'X' * 100, 'aX'), ('ab' * 300, 'aa'), ('a' * 300, ''), ('', 'a'), ('\x00\x01' * 50, '\x00'):
    print(text.rfind(sub), text.rfind(sub, 3, 200), text.rpartition(sub)[2][:5] if sub else '', text.encode().rfind(sub.encode()))
print(chr(0x20AC) * 3, [chr(c) for c in range(0x20A8, 0x20B0)], chr(0x10FFFF) == '\U0010ffff')
print('ÄÖÜ ΑΒΓΣ straße ŉ'.lower(), 'äöü αβγς straße ŉ ffi'.upper(), 'Straße ǆ'.swapcase(), 'İI'.lower() == 'i\u0307i')
print('hello wörld'.translate({ord('l'): 'LL', ord('ö'): 'o', ord('h'): None, ord('d'): 0x1F40D, 32: '_'}))
print(('abc' * 700).translate(str.maketrans('ab', 'xy', 'c')) == 'xy' * 700)
