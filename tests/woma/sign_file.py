# woma.sign_file and woma.verify_file: firmware that is genuine or not
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


name = 'woma_sign_file_test.bin'
with open(name, 'wb') as f:
    f.write(b'firmware ' * 100000)
try:
    key = woma.SigningKey.generate()
    public = key.verify_key
    say(woma.sign_file(name, key, comment='version 1.2, not before 1.1'))
    say(woma.verify_file(name, public))
    text = open(name + '.sig').read()
    lines = text.split('\n')
    say(lines[0], lines[1] == 'key: ' + key.id, lines[2], len(lines[3]), lines[4:])
    say(key.id == public.id, len(key.id), sorted(os.listdir('.')).count(name + '.sig'), [n for n in os.listdir('.') if n.startswith(name) and n.endswith('.tmp')])

    # Keys as objects and as PEM; private and public ones are not confused.
    pem, ppem = key.pem(), public.pem()
    say(pem[:28], ppem[:27])
    say(woma.SigningKey.load(pem).pem() == pem, woma.VerifyKey.load(ppem) == public, woma.VerifyKey.load(ppem.decode()) != public)
    t(lambda: woma.verify_file(name, ppem))
    t(lambda: woma.sign_file(name, pem.decode(), signature=name + '.2'))
    t(lambda: woma.verify_file(name, ppem.decode(), signature=name + '.2'))
    os.remove(name + '.2')
    t(lambda: woma.verify_file(name, key))
    t(lambda: woma.verify_file(name, pem))
    t(lambda: woma.sign_file(name, public))
    t(lambda: woma.sign_file(name, ppem))
    for bad in None, 5, '', b'x' * 32, b'x' * 31, 'no key', b'-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n':
        t(lambda: woma.sign_file(name, bad))
        t(lambda: woma.verify_file(name, bad))
    t(lambda: woma.SigningKey())
    for shown in repr(key), str(key), repr(public), repr([key]):
        assert pem.decode().split('\n')[1] not in shown and key.id in shown, shown

    # Whatever is changed is noticed.
    other = woma.SigningKey.generate()
    try:
        woma.verify_file(name, other.verify_key)
    except woma.SignatureError as e:
        say(e)
    for edit in text.replace('1.2', '1.3'), text.replace('version', 'Version'), text[:-1], text + '\n', text.replace('comment: ', 'comment:'), \
            '', 'x' * 5000, text.replace('woma-signature-v1', 'woma-signature-v2'), text.replace('\n', '\r\n'), text.replace('signature: ', 'signature: A'):
        with open(name + '.sig', 'w') as f:
            f.write(edit)
        t(lambda: woma.verify_file(name, public))
    with open(name + '.sig', 'w') as f:
        f.write(text)
    say(woma.verify_file(name, public))
    with open(name, 'r+b') as f:
        f.seek(500000)
        f.write(b'F')
    t(lambda: woma.verify_file(name, public))
    with open(name, 'ab') as f:
        f.write(b'x')
    t(lambda: woma.verify_file(name, public))

    for bad in 'two\nlines', 'x' * 1025, '\r', '\0':
        t(lambda: woma.sign_file(name, key, comment=bad))
    t(lambda: woma.sign_file(name, key, comment=5))
    t(lambda: woma.sign_file(name + '.nothing', key))
    t(lambda: woma.sign_file(name, key, signature='no such folder/x'))
    os.remove(name + '.sig')
    t(lambda: woma.verify_file(name, public))
    say(woma.sign_file(name, key), repr(woma.verify_file(name, public)))
finally:
    os.remove(name)
    if os.path.exists(name + '.sig'):
        os.remove(name + '.sig')

# What all that says.
want = '''\
woma_sign_file_test.bin.sig
version 1.2, not before 1.1
woma-signature-v1 True comment: version 1.2, not before 1.1 99 ['']
True 16 1 []
b'-----BEGIN PRIVATE KEY-----\\n' b'-----BEGIN PUBLIC KEY-----\\n'
True True False
version 1.2, not before 1.1
woma_sign_file_test.bin.2

TypeError | key: this is the private key; who verifies needs the public one only
ValueError | key: this is the private key; who verifies needs the public one only
TypeError | key: this is the public key; only the private one signs
ValueError | key: this is the public key; only the private one signs
TypeError | key must be a woma.SigningKey, PEM or an Ed25519PrivateKey, not NoneType
TypeError | key must be a woma.VerifyKey, PEM or an Ed25519PublicKey, not NoneType
TypeError | key must be a woma.SigningKey, PEM or an Ed25519PrivateKey, not int
TypeError | key must be a woma.VerifyKey, PEM or an Ed25519PublicKey, not int
ValueError | key: not an Ed25519 key in PEM
ValueError | key: not an Ed25519 key in PEM
ValueError | key: 32 bytes do not say whether they are private or public; pass a woma.SigningKey, PEM or an Ed25519PrivateKey
ValueError | key: 32 bytes do not say whether they are private or public; pass a woma.VerifyKey, PEM or an Ed25519PublicKey
ValueError | key: not an Ed25519 key in PEM
ValueError | key: not an Ed25519 key in PEM
ValueError | key: not an Ed25519 key in PEM
ValueError | key: not an Ed25519 key in PEM
ValueError | key: not an Ed25519 key in PEM
ValueError | key: this is the private key; who verifies needs the public one only
TypeError | cannot create 'woma.SigningKey' instances
woma_sign_file_test.bin.sig: signed with another key
SignatureError | woma_sign_file_test.bin.sig: the file or its signature was changed
SignatureError | woma_sign_file_test.bin.sig: the file or its signature was changed
SignatureError | woma_sign_file_test.bin.sig: not a signature file
SignatureError | woma_sign_file_test.bin.sig: not a signature file
SignatureError | woma_sign_file_test.bin.sig: not a signature file
SignatureError | woma_sign_file_test.bin.sig: not a signature file
SignatureError | woma_sign_file_test.bin.sig: not a signature file
SignatureError | woma_sign_file_test.bin.sig: not a signature file
SignatureError | woma_sign_file_test.bin.sig: not a signature file
SignatureError | woma_sign_file_test.bin.sig: not a signature file
version 1.2, not before 1.1
SignatureError | woma_sign_file_test.bin.sig: the file or its signature was changed
SignatureError | woma_sign_file_test.bin.sig: the file or its signature was changed
ValueError | a comment is one line of at most 1024 bytes of UTF-8
ValueError | a comment is one line of at most 1024 bytes of UTF-8
ValueError | a comment is one line of at most 1024 bytes of UTF-8
ValueError | a comment is one line of at most 1024 bytes of UTF-8
TypeError | sign_file() argument 3 must be str, not int
FileNotFoundError | [Errno 2] No such file or directory: 'woma_sign_file_test.bin.nothing'
FileNotFoundError | [Errno 2] No such file or directory: 'no such folder/x'
FileNotFoundError | [Errno 2] No such file or directory: 'woma_sign_file_test.bin.sig'
woma_sign_file_test.bin.sig ''
'''.splitlines()
for got, wanted in zip(said, want):
    assert got == wanted, (got, wanted)
assert len(said) == len(want), (len(said), len(want))
print(len(want), 'results as expected')
