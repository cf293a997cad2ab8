# cryptolib.aes in CBC mode, sixteen bytes at a time on one reused object. CPython has no cryptolib and skips it.
import time

try:
    import cryptolib
except ImportError:
    cryptolib = None


def main():
    if cryptolib is None:
        return "skip"
    key = bytes(range(16))
    iv = bytes(16)
    encrypt = cryptolib.aes(key, 2, iv)
    decrypt = cryptolib.aes(key, 2, iv)
    block = b"sixteen  bytes.."
    total = 0
    for _ in range(800000):
        secret = encrypt.encrypt(block)
        total = (total * 31 + secret[3]) & 0x3FFFFFFF
        if decrypt.decrypt(secret) != block:
            return "wrong plaintext"
        block = secret
    return total


# The clock: MicroPython's ticks where they exist, so that every implementation runs this file.
if hasattr(time, "ticks_us"):
    clock, elapsed = time.ticks_us, time.ticks_diff
else:
    def clock():
        return int(time.perf_counter() * 1000000)

    def elapsed(end, start):
        return end - start

start = clock()
result = main()
spent = elapsed(clock(), start)
print(result)
print("time", spent)
