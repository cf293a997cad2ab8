# Reading and writing in small pieces, and what comes between the pieces.
import io, os, sys

name = 'short_forms.tmp'
try:
    with open(name, 'w', encoding='utf-8', newline='\n') as f:
        n = 0
        for i in range(2000):
            n += f.write('line %d\n' % i)
            if i % 97 == 0:
                n += f.write('ä€\U0001f600 %d\n' % i)
            if i % 500 == 3:
                f.flush()
                n += f.write('')
        print(n, f.tell())
        try:
            f.write('\ud800')
        except UnicodeEncodeError as e:
            print(type(e).__name__)
        try:
            f.read(1)
        except io.UnsupportedOperation as e:
            print(e)
        try:
            f.write(b'x')
        except TypeError as e:
            print(e)
    try:
        f.write('x')
    except ValueError as e:
        print(e)

    with open(name, encoding='utf-8') as f:
        h = 0
        while c := f.read(1):
            h = (h * 31 + ord(c)) % 1000003
        print(h)
    for size in 2, 5, 64, 65, 100, 8191, 8192, 8193:
        with open(name, encoding='utf-8') as f:
            h = n = 0
            while s := f.read(size):
                n += 1
                h = (h * 31 + hash(len(s)) + ord(s[-1])) % 1000003
            print(size, n, h)
    with open(name, encoding='utf-8') as f:
        a = [line for line in f]
    with open(name, encoding='utf-8') as f:
        b = []
        while line := f.readline():
            b.append(line)
    with open(name, encoding='utf-8') as f:
        print(a == b == f.readlines(), len(a), sum(map(len, a)))
    with open(name, encoding='utf-8') as f:
        out = []
        while True:
            s = f.readline(7)
            if not s:
                break
            if len(out) % 50 == 49:
                s += f.read(3)
                pos = f.tell()
                x = f.read(20)
                f.seek(pos)
                assert f.read(20) == x
                f.seek(pos)
            out.append(s)
        print(''.join(out) == ''.join(a), len(out))
    with open(name, encoding='utf-8') as f:
        it = iter(f)
        print(next(it), next(it), f.readline(), f.read(3))
        try:
            f.tell()
        except OSError as e:
            print(e)
        print(next(f))

    with open(name, 'rb') as f:
        data = f.read()
    for size in 1, 2, 16, 4096, 4097, 8192, 10000:
        with open(name, 'rb') as f:
            parts = []
            while p := f.read(size):
                parts.append(p)
            print(size, len(parts), b''.join(parts) == data, f.read(size), f.readline())
    with open(name, 'rb') as f:
        print([line for line in f] == data.splitlines(True))
    with open(name, 'rb') as f:
        h = 0
        buf = bytearray(7)
        while k := f.readinto(buf):
            h = (h * 31 + sum(buf[:k])) % 1000003
        print(h, f.readinto(bytearray()))
        try:
            f.readinto(b'abc')
        except TypeError as e:
            print('TypeError')
    with open(name, 'rb') as f:
        h = 0
        for i in range(3000):
            f.seek(i * 7 % len(data))
            p = f.read(5)
            assert p == data[i * 7 % len(data):][:5], i
            if i % 3 == 0:
                f.seek(-2, 1)
                assert f.tell() == i * 7 % len(data) + len(p) - 2
                assert f.read(1) == p[-2:-1], i
            if i % 100 == 50:
                f.seek(0)
                assert f.peek(1)[:1] == data[:1]
        f.seek(-3, 2)
        print(f.read(10), f.tell() == len(data))
    try:
        f.read(1)
    except ValueError as e:
        print(e)
    for m in f.readline, lambda: f.readinto(bytearray(3)), lambda: next(f):
        try:
            m()
        except ValueError as e:
            print(e)

    with open(name, 'r+b') as f:
        print(f.read(4), f.write(b'XY'), f.read(3), f.write(b'Z'), f.tell())
        f.seek(0)
        f.write(b'ab')
        f.write(b'cd')
        print(f.read(5))
        f.seek(2)
        print(f.readline(), f.write(b'!!'), f.readline())
        f.seek(0)
        print(f.read(40))
    with open(name, 'wb') as f:
        for i in range(6000):
            f.write(b'abc')
            if i == 3000:
                f.write(bytearray(b'-'))
                f.write(memoryview(b'+'))
        print(f.tell())
    print(os.stat(name).st_size)
    with open(name, 'ab') as f:
        f.write(b'1')
        f.write(b'2')
        print(f.tell())

    with open(name, 'w', newline='\r\n') as f:
        for i in range(3000):
            f.write('a\n')
    with open(name, newline='') as f:
        print(f.readline(), repr(f.read(2)), repr(f.readline()))
        print({line for line in f})
    with open(name) as f:
        print({line for line in f}, f.newlines)

    # Attributes of the object hide the methods.
    with open(name) as f:
        for i in range(6):
            if i == 3:
                f.readline = lambda: 'own'
            if i == 5:
                del f.readline
            print(f.readline())

    class Upper(io.TextIOWrapper):
        def readline(self, *a):
            return super().readline(*a).upper()
    with Upper(open(name, 'rb')) as f:
        print(f.readline(), next(f), [x for x in f][:2])

    class B(io.BytesIO):
        def readline(self, *a):
            return b'<' + super().readline(*a) + b'>' if self.tell() < 4 else b''
    print(list(B(b'a\nb\nc\nd\n')), B(b'xyz').read(2))
finally:
    os.remove(name)

f = io.BytesIO(b'abc\ndef\n\nx')
print(f.read(2), f.readline(), f.read(0), f.read(1), list(f), f.read(1), f.readline(), f.tell())
f.seek(20)
print(f.read(1), f.readline(), f.write(b'E'), f.getvalue())
f.seek(0)
for i in range(300):
    f.write(b'0123456789')
print(len(f.getvalue()), f.tell())
view = f.getbuffer()
f.seek(5)
try:
    f.write(b'zz')
except BufferError as e:
    print(e)
view.release()
print(f.write(b'zz'), f.getvalue()[:10])
f.truncate(3)
print(f.write(b'q'), f.getvalue())
f.close()
for m in f.readline, lambda: f.read(1), lambda: f.write(b'x'), lambda: next(f):
    try:
        m()
    except ValueError as e:
        print(e)

f = io.StringIO('abc\ndef\n\nx')
print(f.read(2), f.readline(), f.read(0), f.read(1), list(f), f.read(1), f.readline(), f.tell())
f.seek(12)
print(f.write('E'), repr(f.getvalue()))
for i in range(300):
    f.write('0123456789')
f.write('€')
f.write('a')
f.seek(5)
print(f.read(1), f.write('xyz'), len(f.getvalue()), f.read(3), f.readline()[-3:])
for nl in None, '', '\n', '\r', '\r\n':
    f = io.StringIO('a\nb\rc\r\nd', newline=nl)
    print(repr(nl), list(f), f.write('p\nq'), repr(f.getvalue()))
f.close()
for m in f.readline, lambda: f.read(1), lambda: f.write('x'), lambda: next(f):
    try:
        m()
    except ValueError as e:
        print(e)
