import sys
sys.path.insert(0, __file__.rpartition("/")[0] + "/lib")
import modA, modA as again
from modA import x, f as func
print(modA.__doc__, again is modA, x, func(), modA.__name__, modA.__file__.rpartition("/")[2], "modA" in sys.modules)
from pkg import *
print(one.v, one.y, value, "hidden" in globals())
import pkg.sub.leaf
import pkg.sub.leaf as leaf
print(pkg.sub.leaf.where, leaf.far, pkg.sub.y, pkg.dynamic, pkg.__path__[0].rpartition("/")[2], pkg.__package__, leaf.__package__)
for src in ("import nothing", "import modA.x", "from modA import zzz", "from pkg import nope", "import pkg.nothing", "from . import a", "from .x import y", "import failing", "import syntaxbad", "from nothing.at import all", "import pkg.one.deeper"):
    try: exec(src)
    except Exception as e: print(src, "|", type(e).__name__, str(e).replace(sys.path[0], "LIB"), getattr(e, "name", None))
print("failing" in sys.modules)
try: pkg.nope
except AttributeError as e: print(e)
try: modA.nope
except AttributeError as e: print(e)
m = __import__("pkg.sub"); print(m.__name__)
m = __import__("pkg.sub", fromlist=["leaf"]); print(m.__name__)
sys.modules["fake"] = 42
import fake; print(fake)
sys.modules["none"] = None
try: import none
except ImportError as e: print(type(e).__name__, e)
def local():
    import modA as m
    from modA import x as y
    return m.x + y
print(local())
import os.path as p, os
print(p is os.path)
class C:
    import modA
    from modA import x
print(C.modA.x, C.x)
del sys.modules["modA"]
import modA as fresh
print(fresh is modA)
try: exec('def f(): from modA import *')
except SyntaxError as e: print(e)
