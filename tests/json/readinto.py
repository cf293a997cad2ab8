# The output is MicroPython 1.29's.
# load() from a stream that has readinto() only, and from one that claims more than was asked for.
import io, json
class S(io.IOBase):
    def readinto(self, buf): return 3
try: json.load(S())
except OSError as e: print(e.errno)
class R(io.IOBase):
    def __init__(self, b): self.b = b
    def readinto(self, buf):
        n = min(len(buf), len(self.b)); buf[:n] = self.b[:n]; self.b = self.b[n:]; return n
print(json.load(R(b'[1, 2, {"a": "' + b'x' * 600 + b'"}]'))[2]['a'] == 'x' * 600)
