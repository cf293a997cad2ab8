# checksums that continue other checksums
import binascii
import zlib

for start in 0, 1, 7, 0xffff, 0xffffffff, -1, 1 << 32, 0xfff0fff0:
    print(zlib.adler32(b'', start), zlib.adler32(b'abc', start), zlib.adler32(b'\xff' * 6000, start))
    print(zlib.crc32(b'', start), zlib.crc32(b'abc', start), binascii.crc32(b'\xff' * 6000, start))
print(zlib.__version__)
