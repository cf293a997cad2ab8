# print writes piece by piece: to a file of Python's own, and around __str__ that prints.
import sys; out = []
class W:
    def write(self, s):
        out.append(repr(s)+"|"); 
    def flush(self): out.append("flush\n")
class X:
    def __str__(self):
        print("in", file=W())
        return "X!"
class Bad:
    def __str__(self): raise ValueError("bad")
print("a", 1, X(), sep="-", end="", file=W(), flush=True)
print(file=W())
print("a", 1, X(), sep="", end="e", file=W())
try: print("a", Bad(), "b", file=W())
except ValueError as e: print(e)
try: print("a", Bad(), "b")
except ValueError as e: print(e)
print("a", X(), "b", sep=None, end=None, file=W())
class P:
    def __str__(self):
        print("inside")
        return "outer"
print("x", P(), "y")
class W2:
    def write(self, s):
        raise OSError("w"+s)
try: print("a","b",file=W2())
except OSError as e: print(e)
try: print("a","b",file=3)
except AttributeError as e: print(e)
try: print(Bad(),file=3)
except AttributeError as e: print(e)
try: print(Bad(), sep=4)
except TypeError as e: print(e)
try: print(Bad(), end=4)
except TypeError as e: print(e)
class W3:
    def write(self, s): pass
print("x", file=W3())
try: print("x", file=W3(), flush=True)
except AttributeError as e: print(e)
class NB:
    def __bool__(self): raise KeyError("b")
try: print("x", flush=NB())
except KeyError as e: print(e)
import io
class SW(io.StringIO):
    def write(self, s):
        out.append("SW"+repr(s)+"\n")
        return super().write(s)
s = SW(); print("q", 2, file=s); print(repr(s.getvalue()))
old = sys.stdout
sys.stdout = None
print("nothing", Bad())
sys.stdout = old
del sys.stdout
try: print("x")
except RuntimeError as e: sys.stdout = old; print(e)
for o in out: print(o)
