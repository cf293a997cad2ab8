# Objects that give their memory through __buffer__ (PEP 688).
class B:
    def __init__(s): s.data=bytearray(b'hello'); 
    def __buffer__(s,flags): print('get'); return memoryview(s.data)
    def __release_buffer__(s,v): print('release', type(v).__name__)
b=B()
with memoryview(b) as m:
    print(bytes(m), m[0]); m[0]=72
print(b.data, bytes(b))
class C:
    def __buffer__(s,f): return 3
try: memoryview(C())
except TypeError as e: print(e)
class D(bytes): pass
print(memoryview(D(b'ab'))[0], D(b'x').__buffer__(0)[0])
class N(bytes): __buffer__=None
try: memoryview(N(b''))
except TypeError as e: print(e)
try: b''.__buffer__(1)
except BufferError as e: print(e)
import collections.abc as c
print([isinstance(x,c.Buffer) for x in (b'',bytearray(),memoryview(b''),B(),3,'a')])
