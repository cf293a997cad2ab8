# hmac: algorithms, kinds of arguments, errors.
import hmac
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: hmac.compare_digest('a',b'a')); t(lambda: hmac.compare_digest('é','a')); t(lambda: hmac.compare_digest(b'a',b'a')); t(lambda: hmac.compare_digest('a','a')); t(lambda: hmac.compare_digest(1,2)); t(lambda: hmac.compare_digest(b'a',bytearray(b'a')))
for m in ['md5','sha1','sha256','sha512','sha3_256','blake2b','blake2s','sha512_256','shake_128','ripemd160','nope']:
    t(lambda: (lambda h:(h.name,h.digest_size,h.block_size,h.hexdigest()))(hmac.new(b'k',b'm',m)))
    t(lambda: hmac.digest(b'k',b'm',m).hex())
t(lambda: hmac.new('k',b'm','md5')); t(lambda: hmac.new(b'k','m','md5')); t(lambda: hmac.new(b'k',b'm')); t(lambda: hmac.new(b'k',b'm',digestmod=None)); t(lambda: hmac.digest('k',b'm','md5')); t(lambda: hmac.digest(b'k','m','md5')); t(lambda: hmac.digest(b'k',b'm','xx'))
import hashlib
t(lambda: hmac.new(b'k',b'm',hashlib.sha256).name); t(lambda: hmac.new(b'k',b'm',hashlib.blake2b).name)
t(lambda: hmac.new(b'k',b'm',lambda d=b'':hashlib.blake2b(d,digest_size=5)).hexdigest())
t(lambda: hmac.HMAC(b'k',b'm',hashlib.sha256).copy().hexdigest())
t(lambda: hmac.new(b'k',b'm',3)); t(lambda: hmac.new()); t(lambda: hmac.new(b'k',bytearray(b'm'),'sha1').hexdigest()); t(lambda: hmac.new(bytearray(b'k'),memoryview(b'm'),'sha1').hexdigest()); t(lambda: hmac.new(memoryview(b'k'),memoryview(b'm'),'sha1').hexdigest())

for m in ['sha3_256', 'sha512', 'blake2s', 'md5', 'ripemd160']:
    a = hmac.new(b'k', b'm', m); b = a.copy(); b.update(b'x'); t(lambda: (a.hexdigest(), b.hexdigest()))
