# a digest does not end a hash: MicroPython's 'hash is final' is not CPython's
import hashlib

for make in hashlib.md5, hashlib.sha1, hashlib.sha256:
    h = make(b'a')
    print(h.digest() == h.digest(), h.hexdigest())
    h.update(b'b')
    print(h.hexdigest() == make(b'ab').hexdigest())
