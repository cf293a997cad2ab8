# The short form of decode, and sums of a few bytes.
for b in b'', b'a', b'hello', b'h\xc3\xa9', bytearray(b'hello world'), b'x'*5000, b'\xff':
    for a in (), ('utf-8',), ('ascii',), ('utf8','strict'), ('latin-1',), ('nope',):
        try: r = b.decode(*a); print(len(r), r[:5], type(r))
        except Exception as e: print(type(e).__name__, e)
b = bytearray(b'abcdef' * 20); s = b.decode(); b[0] = 90; print(s[:6], b.decode()[:6])
print((b'a' + b'').__class__, b'' + b'', b'a' + b'b')
