# A bytearray, array or BytesIO keeps its size while something looks at its memory; views
# that are dropped without release() do not count.
import array, io
def t(name, f):
    try: print(name, f())
    except BaseException as e: print(name, type(e).__name__, e)
def setup():
    b = bytearray(b'hello world'); m = memoryview(b); return b, m
ops = {
 'append': lambda b: b.append(1), 'extend': lambda b: b.extend(b'x'), 'extend0': lambda b: b.extend(b''), 'iadd': lambda b: b.__iadd__(b'x'), 'imul': lambda b: b.__imul__(2), 'imul1': lambda b: b.__imul__(1), 'imul0': lambda b: b.__imul__(0),
 'clear': lambda b: b.clear(), 'pop': lambda b: b.pop(), 'pop0': lambda b: b.pop(0), 'remove': lambda b: b.remove(104), 'insert': lambda b: b.insert(0, 1), 'delitem': lambda b: b.__delitem__(0), 'delslice': lambda b: b.__delitem__(slice(0,3)),
 'delslice0': lambda b: b.__delitem__(slice(3,3)), 'setslice': lambda b: b.__setitem__(slice(0,3), b'abcd'), 'setslice=': lambda b: b.__setitem__(slice(0,3), b'abc'), 'setslice+': lambda b: b.__setitem__(slice(0,0), b'abc'), 'setslice-ext': lambda b: b.__setitem__(slice(0,6,2), b'abc'), 'delext': lambda b: b.__delitem__(slice(0,6,2)),
 'setitem': lambda b: b.__setitem__(0, 1), 'reverse': lambda b: b.reverse(), 'init': lambda b: b.__init__(b'new'), 'init0': lambda b: b.__init__(), 'init5': lambda b: b.__init__(5), 'self': lambda b: b.extend(b), 'remove missing': lambda b: b.remove(0), 'clear': lambda b: b.clear(),
}
for n, f in ops.items():
    b, m = setup()
    t(n, lambda: f(b)); print(b, m.tobytes())
    m.release(); t(n + ' released', lambda: f(b)); print(b)
b = bytearray()
m = memoryview(b); t('empty append', lambda: b.append(1)); t('empty clear', lambda: b.clear()); t('empty pop', lambda: b.pop())
b, m = setup(); m2 = m[2:]; m.release(); t('slice view', lambda: b.append(1)); m2.release(); t('both', lambda: b.append(1))
with memoryview(b) as m: t('with', lambda: b.append(1))
t('after with', lambda: b.append(1))
b, m = setup(); it = iter(m); next(it); t('iter', lambda: b.append(1)); t('release', lambda: m.release()); 
m = memoryview(b); m3 = memoryview(m); m.release(); t('nested', lambda: b.append(2)); m3.release(); t('nested2', lambda: b.append(2))
m = memoryview(b); c = m.cast('B'); t('rel', lambda: m.release()); t('cast', lambda: b.append(2)); c.release(); t('cast2', lambda: b.append(2))
bio = io.BytesIO(b'abc'); gb = bio.getbuffer()
for n, f in {'write': lambda: bio.write(b'x'*10), 'truncate': lambda: bio.truncate(1), 'close': lambda: bio.close(), 'getvalue': lambda: bio.getvalue(), 'seek': lambda: bio.seek(0), 'write within': lambda: bio.write(b'z'), 'getbuffer': lambda: len(bio.getbuffer())}.items(): t(n, f)
gb.release(); t('close', bio.close)
a = array.array('i', [1,2,3]); m = memoryview(a)
for n, f in {'append': lambda: a.append(1), 'pop': lambda: a.pop(), 'extend': lambda: a.extend([1]), 'set': lambda: a.__setitem__(0,5), 'slice': lambda: a.__setitem__(slice(0,1), array.array('i',[1,2])), 'del': lambda: a.__delitem__(0), 'iadd': lambda: a.__iadd__(array.array('i',[1])), 'imul': lambda: a.__imul__(2), 'frombytes': lambda: a.frombytes(b'1234'), 'insert': lambda: a.insert(0,1), 'remove': lambda: a.remove(2), 'byteswap': lambda: a.byteswap(), 'fromlist': lambda: a.fromlist([1]), 'clear': lambda: a.clear(), 'reverse': lambda: a.reverse(), 'extend0': lambda: a.extend([]), 'frombytes0': lambda: a.frombytes(b'')}.items(): t('array ' + n, f)
b, m = setup()
t('hash', lambda: hash(m)); t('hash ro', lambda: hash(memoryview(b'abc')) == hash(b'abc'))
m.release()
for n, f in {'len': lambda: len(m), 'item': lambda: m[0], 'tobytes': lambda: m.tobytes(), 'eq': lambda: m == b'', 'repr': lambda: repr(m)[:24], 'release': lambda: m.release(), 'enter': lambda: m.__enter__(), 'obj': lambda: m.obj, 'readonly': lambda: m.readonly, 'set': lambda: m.__setitem__(0, 1), 'cast': lambda: m.cast('b'), 'mv': lambda: memoryview(m), 'bytes': lambda: bytes(m), 'hash': lambda: hash(m)}.items(): t('released ' + n, f)
b = bytearray(b'abcdef'); t('recv', lambda: io.BytesIO(b'xyz').readinto(memoryview(b)[1:3])); print(b); t('append ok', lambda: b.append(1))
import struct
m = memoryview(b); t('pack_into', lambda: struct.pack_into('B', m, 0, 9)); m.release(); t('resize', lambda: b.append(1))
import re
b = bytearray(b'aaa'); mt = re.match(b'a', b); t('re', lambda: b.append(1))
it = struct.iter_unpack('B', b); next(it); t('iter_unpack', lambda: b.append(1))
