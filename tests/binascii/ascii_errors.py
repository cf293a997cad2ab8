# What a2b functions say of arguments that are no bytes and no ASCII text.
import binascii

for f in binascii.unhexlify, binascii.a2b_base64:
    for x in memoryview(b"abcd")[::2], 5, None, "é", ["a"], b"", "", bytearray(b"6162"), memoryview(b"6162"):
        try:
            print(f(x))
        except Exception as e:
            print(type(e).__name__, e)
