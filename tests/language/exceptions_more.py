def t(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, e.args
def order(*exc):
    out = []
    try:
        out.append("try")
        if exc: raise exc[0]
    except ValueError: out.append("except")
    except (KeyError, IndexError) as e: out.append("two " + type(e).__name__)
    else: out.append("else")
    finally: out.append("finally")
    return out
print(order(), order(ValueError), order(KeyError()), t(order, OSError("x")))
def ret():
    try: return "try"
    finally: print("fin")
print(ret())
def override():
    for i in range(3):
        try: return "try"
        finally:
            if i < 2: continue
            return "finally"
print(override())
def brk():
    while True:
        try: 1 / 0
        except ZeroDivisionError: break
        finally: print("on break")
    return "out"
print(brk())
try:
    try: raise ValueError("first")
    except ValueError as e: raise KeyError("second") from e
except KeyError as e: print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: raise ValueError("first")
    except ValueError: raise KeyError("second")
except KeyError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: raise ValueError
    except ValueError: raise KeyError from None
except KeyError as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: raise ValueError("re")
    except ValueError: raise
except ValueError as e: print(e.args)
e = 5
try: raise OSError
except OSError as e: pass
try: e
except NameError as x: print(x)
for bad in ("raise 5", "raise int", "raise", "raise ValueError from 5", "try: 1/0\nexcept 5: pass", "try: 1/0\nexcept (ValueError, 'x'): pass"):
    try: exec(bad)
    except Exception as x: print(bad.split("\n")[0], "->", type(x).__name__, x)
class E(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
    def __str__(self): return f"E<{self.args} {self.b}>"
try: raise E(1, 2)
except E as x: print(x, repr(x), x.b)
x = ValueError("n"); x.add_note("note 1"); x.add_note("note 2"); print(x.__notes__)
def nested():
    try:
        try: raise ValueError("a")
        finally:
            try: raise KeyError("b")
            except KeyError: print("inner")
    except ValueError as e: print("outer", e)
nested()
def eg(*excs):
    log = []
    try: raise ExceptionGroup("g", list(excs))
    except* ValueError as e: log.append(("V", [str(x) for x in e.exceptions]))
    except* (KeyError, TypeError) as e: log.append(("KT", len(e.exceptions)))
    except* OSError: raise
    else: log.append("else")
    finally: log.append("fin")
    return log
print(eg(ValueError(1), ValueError(2), TypeError()))
try: print(eg(ValueError(1), OSError("o")))
except ExceptionGroup as g: print(repr(g))
try: eg(RuntimeError("r"), KeyError())
except ExceptionGroup as g: print(g, g.exceptions)
try:
    try: raise ValueError("naked")
    except* ValueError as g: print(repr(g)); raise KeyError("new")
except KeyError as x: print("naked key", x)
except ExceptionGroup as x: print("group", x.exceptions)
g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("sub", [KeyError(2), ValueError(3)])])
print(g.subgroup(ValueError), g.split(KeyError), g.subgroup(lambda e: e.args == (3,)))
print(g.derive([OSError()]), t(ExceptionGroup, "x", []), t(ExceptionGroup, "x", [1]), repr(BaseExceptionGroup("b", [KeyboardInterrupt()])))
class Ctx:
    def __init__(self, swallow=False, fail=None): self.swallow, self.fail = swallow, fail
    def __enter__(self): print("enter"); return "value"
    def __exit__(self, t, v, tb):
        print("exit", t and t.__name__, tb is not None)
        if self.fail: raise self.fail
        return self.swallow
with Ctx() as v, Ctx(True): print(v); raise ValueError
print("after")
with (Ctx() as a, Ctx() as b,): print(a, b)
try:
    with Ctx(fail=KeyError("exit")): raise ValueError("body")
except KeyError as x: print(repr(x.__context__))
def wret():
    with Ctx(): return 7
print(wret())
for i in range(2):
    with Ctx():
        if i == 0: continue
        break
for bad in ("with 5: pass", "with object() as x: pass"):
    try: exec(bad)
    except TypeError as x: print(x)
try: assert 1 == 2, ("msg", 1)
except AssertionError as x: print(x.args)
try: assert False
except AssertionError as x: print(x.args)
import sys
try: 1 / 0
except ZeroDivisionError:
    print(sys.exc_info()[0].__name__, sys.exception())
print(sys.exc_info(), sys.exception())
def tb():
    try: 1 / 0
    except ZeroDivisionError as x: return x.__traceback__
print(tb().tb_lineno - tb.__code__.co_firstlineno, tb().tb_next, tb().tb_frame.f_code.co_name)
def rec(): rec()
try: rec()
except RecursionError as x: print(x)
class Bad(Exception):
    def __init__(self): raise ValueError("in init")
try: raise Bad
except ValueError as x: print("init", x)
def gen():
    try: yield 1
    except ValueError:
        yield sys.exception()
    yield sys.exception()
try: raise KeyError
except KeyError:
    g = gen(); next(g); print(repr(g.throw(ValueError("in gen"))), repr(next(g)))
