# sum() of a generator expression: zeros, which change no number, reach objects that define addition.
class Log:
    def __init__(self, l): self.l = l
    def __radd__(self, o): return Log(self.l + ['r%r' % o])
    def __add__(self, o): return Log(self.l + [repr(o)])
print(sum(0 for _ in range(3)), sum((i & 1) * 0 for i in range(5)))
print(sum(x for x in (0, Log([]), 0, 0, 5, 0)).l)
print(sum(x for x in (0, 0.5, 0, 0.25, 0)), sum(x for x in (-0.0, 0, -0.0)), sum(x for x in (0, -0.0)))
print(sum(x for x in (0, 2**64, 0, -2**64, 0, 1)), sum(x for x in (2**62, 0, 2**62, 0, 2**62)))
print(sum(x for x in (False, True, 0, False)), type(sum(x for x in (False,))))
print(sum(x for x in (0, 1j, 0, 2)))
try:
    sum(x for x in (0, 'a', 0))
except TypeError as e:
    print(e)
print(any(x for x in (False, 0, '', [], False)), any(x for x in (False, [], 3, 1 / 1)))
print(all(x for x in (True, 1, 'a', True)), all(x for x in (True, True, 0, True)))
seen = []
def note(x):
    seen.append(x)
    return x
print(any(note(x) for x in (False, False, 1, False)), all(note(x) for x in (True, True, 0, True)), seen)
