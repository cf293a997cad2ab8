# woma.seal and woma.open: round trips, what is refused, and that nothing leaks
import woma

said = []


def say(*args):
    said.append(' '.join(map(str, args)))


def t(f):
    try:
        say(f())
    except Exception as e:
        say(type(e).__name__, '|', e)


key = woma.generate_key()
assert len(key) == 32 and key != woma.generate_key()
for n in 0, 1, 15, 16, 17, 1000, 70000:
    data = bytes(i & 255 for i in range(n))
    for aad in b'', b'header', bytearray(3):
        box = woma.seal(key, data, aad)
        assert len(box) == n + 41 and box[0] == 1, (n, len(box))
        assert woma.open(key, box, aad) == data
        assert woma.open(key, memoryview(box), aad=aad) == data
        assert woma.seal(key, data, aad) != box
assert woma.open(bytearray(key), woma.seal(key, bytearray(b'x'))) == b'x'

# Each bit that is wrong is noticed: in the data, the key, the associated data.
box = woma.seal(key, b'attack at dawn', b'to: all')
for i in range(len(box)):
    bad = bytearray(box)
    bad[i] ^= 1 << i % 8
    try:
        woma.open(key, bad, b'to: all')
        say('accepted', i)
    except woma.DecryptError as e:
        assert 'attack' not in str(e) and key.hex() not in str(e)
for n in range(len(box)):
    try:
        woma.open(key, box[:n], b'to: all')
        say('accepted', n)
    except woma.DecryptError:
        pass
t(lambda: woma.open(key, box))
t(lambda: woma.open(key, box, b'to: al'))
t(lambda: woma.open(woma.generate_key(), box, b'to: all'))
t(lambda: woma.open(key, b'', b''))
t(lambda: woma.open(key, b'\x03' + box[1:], b'to: all'))
t(lambda: woma.open(key, b'\x02' + box[1:], b'to: all'))

# Misuse
for bad in 'k' * 32, None, 5, b'', b'k' * 16, b'k' * 31, b'k' * 33, [1]:
    t(lambda: woma.seal(bad, b'data'))
t(lambda: woma.seal(key, 'text'))
t(lambda: woma.seal(key, None))
t(lambda: woma.seal(key, b'data', 'text'))
t(lambda: woma.seal(key, b'data', None))
t(lambda: woma.open(key, 'text'))
t(lambda: woma.seal(key))
say(woma.DecryptError.__mro__)

# What all that says.
want = '''\
DecryptError | sealed data: wrong key, wrong associated data, or changed on the way
DecryptError | sealed data: wrong key, wrong associated data, or changed on the way
DecryptError | sealed data: wrong key, wrong associated data, or changed on the way
DecryptError | sealed data: not in a format that this version knows
DecryptError | sealed data: not in a format that this version knows
DecryptError | sealed data: wrong key, wrong associated data, or changed on the way
TypeError | key must be bytes, not str: woma.generate_key() makes a key, woma.keystore keeps it under a password
TypeError | key must be bytes, not NoneType
TypeError | key must be bytes, not int
ValueError | key must be 32 bytes, not 0: woma.generate_key() makes one
ValueError | key must be 32 bytes, not 16: woma.generate_key() makes one
ValueError | key must be 32 bytes, not 31: woma.generate_key() makes one
ValueError | key must be 32 bytes, not 33: woma.generate_key() makes one
TypeError | key must be bytes, not list
TypeError | data must be bytes, not str: encode it first
TypeError | data must be bytes, not NoneType
TypeError | aad must be bytes, not str: encode it first
TypeError | aad must be bytes, not NoneType
TypeError | sealed must be bytes, not str: encode it first
TypeError | seal() missing 1 required positional argument: 'data'
(<class 'woma.DecryptError'>, <class 'woma.Error'>, <class 'ValueError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
'''.splitlines()
for got, wanted in zip(said, want):
    assert got == wanted, (got, wanted)
assert len(said) == len(want), (len(said), len(want))
print(len(want), 'results as expected')
