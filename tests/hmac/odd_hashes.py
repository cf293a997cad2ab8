# hash functions that HMAC gets as modules, classes and functions
import copy
import hashlib
import hmac


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Module:
    def new(self, data):
        return hashlib.sha1(data)


module = Module()
print(hmac.new(b'k', b'm', module).hexdigest(), hmac.digest(b'k', b'm', module).hex())
attempt(lambda: hmac.new(b'k', b'm', hashlib))
attempt(lambda: hmac.new(b'k', b'm', hashlib.shake_128))
attempt(lambda: hmac.new(b'k', b'm', 'shake_256'))
attempt(lambda: hmac.digest(b'k', b'm', hashlib.shake_256))
attempt(lambda: hmac.new(b'k', b'm', lambda d=b'': hashlib.new('sha512_256', d)).hexdigest())


class Mine(hmac.HMAC):
    def twice(self):
        return self.hexdigest() * 2


m = Mine(b'k', b'm', 'md5')
m.note = 'subclasses have a __dict__'
print(m.twice(), m.note, type(m.copy()).__name__, m.copy().twice() == m.twice())
attempt(lambda: setattr(hmac.new(b'k', b'm', 'md5'), 'note', 1))
