# Checksums, streams, wrappers, errors. Compressed bytes themselves may differ from the C library's.
import zlib
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: zlib.crc32(b'hello')); t(lambda: zlib.crc32(b'hello',5)); t(lambda: zlib.crc32(b'hello',-1)); t(lambda: zlib.crc32(b'hello',2**40+7)); t(lambda: zlib.adler32(b'hello')); t(lambda: zlib.adler32(b'hello',7)); t(lambda: zlib.adler32(b'x'*100000,0xfff0fff0)); t(lambda: zlib.crc32('x')); t(lambda: zlib.adler32(b'',0));t(lambda: zlib.crc32(bytearray(b'hello')))
t(lambda: zlib.adler32(b'hello',2**32-1));t(lambda: zlib.crc32()); t(lambda: zlib.crc32(b'x',1.5))
t(lambda: zlib.compress('x')); t(lambda: zlib.compress(b'x',10)); t(lambda: zlib.compress(b'x',-2)); t(lambda: zlib.compress(b'x',wbits=7)); t(lambda: zlib.compress(b'x',wbits=50))
t(lambda: zlib.compress(b'x',level='a'))
D=b'some data some data some data, and more of it'*50
C=zlib.compress(D)
for w in [9,10,12,15,-9,-12,-15,25,28,31]:
    for lv in [-1,0,1,6,9]:
        c=zlib.compress(D,lv,w); assert zlib.decompress(c,w)==D; print(w,lv,c[:2].hex() if w>0 else '', c[2:10].hex() if w>15 else '')
t(lambda: zlib.decompress(C,47)==D)
t(lambda: zlib.decompress(zlib.compress(D,wbits=31),47)==D)
t(lambda: zlib.decompress(C,0)==D)
t(lambda: zlib.decompress(C,9)); t(lambda: zlib.decompress(C,31)); t(lambda: zlib.decompress(C,8)); t(lambda: zlib.decompress(C,48)); t(lambda: zlib.decompress(C,-16))
t(lambda: zlib.decompress(b'')); t(lambda: zlib.decompress(b'x')); t(lambda: zlib.decompress(b'xx')); t(lambda: zlib.decompress(C[:-1])); t(lambda: zlib.decompress(C[:-1]+b'x')); t(lambda: zlib.decompress(C+b'xyz')==D); t(lambda: zlib.decompress(C[:10]))
t(lambda: zlib.decompress(b'\x78\x9c\xff')); t(lambda: zlib.decompress(b'\x79\x9c')); t(lambda: zlib.decompress(b'\x88\x1c\0')); t(lambda: zlib.decompress('x')); t(lambda: zlib.decompress(C,bufsize=0)==D); t(lambda: zlib.decompress(C,bufsize=1)==D); t(lambda: zlib.decompress(C,bufsize=-1))
G=zlib.compress(D,wbits=31)
t(lambda: zlib.decompress(G[:-1]+b'x',31)); t(lambda: zlib.decompress(G[:-5]+b'xxxxx',31)); t(lambda: zlib.decompress(b'\x1f\x8b\x09'+G[3:],31)); t(lambda: zlib.decompress(b'\x1f\x8b\x08\xe0'+G[4:],31))
o=zlib.compressobj(9,zlib.DEFLATED,-12); r=o.compress(D[:100]); r+=o.flush(zlib.Z_SYNC_FLUSH); r+=o.compress(D[100:]); r+=o.flush(); t(lambda: zlib.decompress(r,-12)==D)
t(lambda: o.compress(b'x')); t(lambda: o.flush())
t(lambda: zlib.compressobj(method=3)); t(lambda: zlib.compressobj(level=22)); t(lambda: zlib.compressobj(wbits=33)); t(lambda: zlib.compressobj(zdict='x')); t(lambda: zlib.compressobj(memLevel=10))
o=zlib.compressobj(); t(lambda: o.flush(zlib.Z_NO_FLUSH)); t(lambda: o.flush(99)); t(lambda: o.compress('x')); t(lambda: type(o)()); 
o=zlib.compressobj(zdict=b'some data'); c=o.compress(D)+o.flush()
t(lambda: zlib.decompress(c)); d=zlib.decompressobj(zdict=b'some data'); t(lambda: d.decompress(c)==D); d=zlib.decompressobj(zdict=b'some dat'); t(lambda: d.decompress(c)==D)
d=zlib.decompressobj(); t(lambda:(d.eof,d.unused_data,d.unconsumed_tail)); out=b''
for i in range(len(C)): out+=d.decompress(C[i:i+1])
t(lambda:(d.eof,d.unused_data,d.unconsumed_tail, out==D)); t(lambda: d.decompress(b'abc')); t(lambda:(d.eof,d.unused_data,d.unconsumed_tail)); t(lambda: d.flush())
d=zlib.decompressobj(); t(lambda: len(d.decompress(C,10))); t(lambda: d.eof); out=D[:10]
while not d.eof: out+=d.decompress(d.unconsumed_tail,7)
t(lambda: out==D)
d=zlib.decompressobj(); t(lambda: len(d.decompress(C,10))); t(lambda: len(d.flush()))
d=zlib.decompressobj(); t(lambda: len(d.decompress(C+b'more',0))); t(lambda: d.unused_data); t(lambda: d.decompress(b'x',-1)); t(lambda: d.flush(0)); t(lambda: d.unused_data)
d=zlib.decompressobj(31); t(lambda: d.decompress(b'abcdefg')); t(lambda: d.eof); 
t(lambda: repr(d)[:24]); t(lambda: type(d).__name__)
t(lambda: setattr(d,'eof',1))
