# woma.keystore: secrets in a file under a password
import os
import woma

said = []


def say(*args):
    said.append(' '.join(map(str, args)))


def t(f):
    try:
        say(f())
    except Exception as e:
        say(type(e).__name__, '|', e)


name = 'woma_keystore_test.keys'
cheap = dict(memory=8192, passes=1)
if os.path.exists(name):
    os.remove(name)
try:
    t(lambda: woma.keystore(name, 'correct horse'))
    ks = woma.keystore(name, 'correct horse', create=True, **cheap)
    say(ks, len(ks), ks.list())
    ks.set('radio', b'\x01' * 32)
    ks.set('mqtt password', bytearray(b'secret'))
    ks.set('ключ', b'')
    say(len(ks), ks.list(), 'radio' in ks, 'tv' in ks, ks.get('mqtt password'), ks.get('tv', 5))
    t(lambda: ks.get('tv'))
    ks.close()
    say(ks)
    for f in lambda: ks.get('radio'), lambda: ks.set('a', b''), lambda: ks.list(), lambda: len(ks), lambda: 'a' in ks, lambda: ks.delete('a'):
        t(f)
    ks.close()

    with woma.keystore(name, b'correct horse') as ks:
        say(ks.list(), ks.get('radio') == b'\x01' * 32)
        ks.set('radio', b'\x02' * 16)
        ks.delete('ключ')
        t(lambda: ks.delete('ключ'))
    with woma.keystore(name, 'correct horse', create=True) as ks:
        say(ks.list(), ks.get('radio'))
        ks.change_password('battery staple')
        say(ks.list())
        ks.set('after', b'1')
    t(lambda: woma.keystore(name, 'correct horse'))
    ks = woma.keystore(name, 'battery staple')
    say(ks.list(), oct(os.stat(name)[0] & 0o777), [n for n in os.listdir('.') if n.startswith(name) and n.endswith('.tmp')])

    # The file shows nothing, and is different after each change.
    raw = open(name, 'rb').read()
    say(raw[:8], b'radio' in raw, b'secret' in raw)
    ks.set('after', b'1')
    again = open(name, 'rb').read()
    say(raw[:36] == again[:36], raw[36:60] == again[36:60], len(raw) == len(again))
    assert 'secret' not in repr(ks) and 'staple' not in repr(ks)

    # Two programs: the second to write is told.
    other = woma.keystore(name, 'battery staple')
    other.set('other', b'x')
    t(lambda: ks.set('lost', b'y'))
    say('lost' in ks, woma.keystore(name, 'battery staple').list())
    ks.close()

    # A changed file opens nothing; costs are bounded before any work.
    raw = open(name, 'rb').read()
    for i in list(range(0, 61)) + [len(raw) - 1]:
        if 12 <= i < 20:
            continue
        bad = bytearray(raw)
        bad[i] ^= 1
        with open(name, 'wb') as f:
            f.write(bad)
        try:
            woma.keystore(name, 'battery staple')
            say('accepted', i)
        except woma.DecryptError as e:
            pass
    for costs in b'\xff\xff\xff\xff\0\0\0\1', b'\0\0\x20\0\xff\xff\xff\xff', b'\0\0\0\0\0\0\0\1', b'\0\0\0\1\0\0\0\1', b'\0\0\x20\0\0\0\0\0':
        with open(name, 'wb') as f:
            f.write(raw[:12] + costs + raw[20:])
        t(lambda: woma.keystore(name, 'battery staple'))
    for size in 0, 8, 36, 75:
        with open(name, 'wb') as f:
            f.write(raw[:size])
        t(lambda: woma.keystore(name, 'battery staple'))
    with open(name, 'wb') as f:
        f.write(raw)

    # Misuse
    t(lambda: woma.keystore(name, ''))
    t(lambda: woma.keystore(name, None))
    t(lambda: woma.keystore(name, 5))
    t(lambda: woma.keystore(5, 'x'))
    t(lambda: woma.keystore(name + '/x', 'x', create=True))
    t(lambda: woma.keystore(name + '2', '', create=True))
    for costs in dict(memory=1), dict(memory=1 << 30), dict(passes=0), dict(passes=100), dict(memory=-1), dict(memory=0, passes=5):
        t(lambda: woma.keystore(name + '2', 'x', create=True, **costs))
    say(os.path.exists(name + '2'))
    ks = woma.keystore(name, 'battery staple')
    for entry in ('', b'x'), ('n' * 256, b'x'), (b'n', b'x'), (None, b'x'), ('n', 'x'), ('n', None), ('\ud800', b'x'):
        t(lambda: ks.set(*entry))
    t(lambda: ks.set('big', bytes(1 << 24)))
    t(lambda: ks.get(5))
    t(lambda: ks.change_password(''))
    t(lambda: woma.KeyStore())
    say(ks.list())

    # What cannot be written changes nothing.
    os.remove(name)
    t(lambda: ks.set('radio', b'new'))
    t(lambda: ks.delete('radio'))
    say(ks.get('radio'), ks.list())
finally:
    if os.path.exists(name):
        os.remove(name)

# What all that says.
want = '''\
FileNotFoundError | [Errno 2] No such file or directory: 'woma_keystore_test.keys'
<woma.KeyStore 'woma_keystore_test.keys' open> 0 []
3 ['mqtt password', 'radio', 'ключ'] True False b'secret' 5
KeyError | 'tv'
<woma.KeyStore 'woma_keystore_test.keys' closed>
ValueError | I/O operation on closed key store.
ValueError | I/O operation on closed key store.
ValueError | I/O operation on closed key store.
ValueError | I/O operation on closed key store.
ValueError | I/O operation on closed key store.
ValueError | I/O operation on closed key store.
['mqtt password', 'radio', 'ключ'] True
KeyError | 'ключ'
['mqtt password', 'radio'] b'\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02'
['mqtt password', 'radio']
DecryptError | woma_keystore_test.keys: wrong password, or the file was changed
['after', 'mqtt password', 'radio'] 0o600 []
b'WOMAKEYS' False False
True False True
Error | woma_keystore_test.keys: another program has changed the key store; open it again
False ['after', 'mqtt password', 'other', 'radio']
DecryptError | woma_keystore_test.keys: the key store asks for costs that are out of bounds
DecryptError | woma_keystore_test.keys: the key store asks for costs that are out of bounds
DecryptError | woma_keystore_test.keys: not a key store, or one of a later version
DecryptError | woma_keystore_test.keys: the key store asks for costs that are out of bounds
DecryptError | woma_keystore_test.keys: the key store asks for costs that are out of bounds
DecryptError | woma_keystore_test.keys: not a key store, or one of a later version
DecryptError | woma_keystore_test.keys: not a key store, or one of a later version
DecryptError | woma_keystore_test.keys: not a key store, or one of a later version
DecryptError | woma_keystore_test.keys: not a key store, or one of a later version
DecryptError | woma_keystore_test.keys: the password is empty
TypeError | password must be str or bytes, not NoneType
TypeError | password must be str or bytes, not int
TypeError | expected str, bytes or os.PathLike object, not int
NotADirectoryError | [Errno 20] Not a directory: 'woma_keystore_test.keys/x'
ValueError | the password is empty
ValueError | the key store asks for costs that are out of bounds: memory is 8192 to 1048576 (KiB), passes 1 to 16; with -X fips memory is 0, passes 100000 to 10000000
ValueError | the key store asks for costs that are out of bounds: memory is 8192 to 1048576 (KiB), passes 1 to 16; with -X fips memory is 0, passes 100000 to 10000000
ValueError | the key store asks for costs that are out of bounds: memory is 8192 to 1048576 (KiB), passes 1 to 16; with -X fips memory is 0, passes 100000 to 10000000
ValueError | the key store asks for costs that are out of bounds: memory is 8192 to 1048576 (KiB), passes 1 to 16; with -X fips memory is 0, passes 100000 to 10000000
ValueError | the key store asks for costs that are out of bounds: memory is 8192 to 1048576 (KiB), passes 1 to 16; with -X fips memory is 0, passes 100000 to 10000000
ValueError | the key store asks for costs that are out of bounds: memory is 8192 to 1048576 (KiB), passes 1 to 16; with -X fips memory is 0, passes 100000 to 10000000
False
ValueError | a name has 1 to 255 bytes, and a store at most 16 MiB
ValueError | a name has 1 to 255 bytes, and a store at most 16 MiB
TypeError | name must be str, not bytes
TypeError | name must be str, not NoneType
TypeError | value must be bytes, not str: encode it first
TypeError | value must be bytes, not NoneType
ValueError | a name has 1 to 255 bytes, and a store at most 16 MiB
ValueError | a name has 1 to 255 bytes, and a store at most 16 MiB
TypeError | name must be str, not int
ValueError | the password is empty
TypeError | cannot create 'woma.KeyStore' instances
['after', 'mqtt password', 'other', 'radio']
FileNotFoundError | [Errno 2] No such file or directory: 'woma_keystore_test.keys'
FileNotFoundError | [Errno 2] No such file or directory: 'woma_keystore_test.keys'
b'\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02\\x02' ['after', 'mqtt password', 'other', 'radio']
'''.splitlines()
for got, wanted in zip(said, want):
    assert got == wanted, (got, wanted)
assert len(said) == len(want), (len(said), len(want))
print(len(want), 'results as expected')
