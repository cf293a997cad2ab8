# MicroPython's forms write(buf, size), write(buf, offset, size), readinto(buf, size).
import io, os

buf = io.BytesIO()
print(buf.write(b"foo", 2), buf.getvalue())
print(buf.write(b"foo", 100), buf.getvalue())
print(buf.write(b"foobar", 1, 3), buf.getvalue())
print(buf.write(bytearray(b"foobar"), 1, 100), buf.getvalue())
print(buf.write(memoryview(b"foobar"), 100, 100), buf.getvalue())
print(buf.write(b"foobar", 0), buf.getvalue())

b = bytearray(6)
buf.seek(0)
print(buf.readinto(b, 4), b)
print(buf.readinto(b, 100), b)
print(buf.readinto(b, 0), b)

name = "stream_parts.tmp"
with open(name, "wb") as f:
    print(f.write(b"0123456789", 2, 5), f.write(b"abc", 1))
b = bytearray(8)
with open(name, "rb") as f:
    print(f.readinto(b, 3), b, f.readinto(b, 8), b)
os.remove(name)
