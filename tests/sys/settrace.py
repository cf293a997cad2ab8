# sys.settrace: events, frames, local trace functions. Lines that hold nothing but
# pass, continue or break have events in CPython only; so they do not stand alone here.
import sys

log = []
def tracer(frame, event, arg):
    code = frame.f_code
    if event == "exception":
        arg = arg[0].__name__, str(arg[1]), arg[2].tb_lineno - first
    log.append((code.co_name, frame.f_lineno - first, event, arg))
    return tracer

def show(name, f, *args):
    global first
    first = f.__code__.co_firstlineno
    log.clear()
    sys.settrace(tracer)
    try:
        r = f(*args)
    except Exception as e:
        r = repr(e)
    finally:
        sys.settrace(None)
    print("==", name, r)
    for row in log:
        if row[0] != "show":
            print(*row)

def straight(a):
    b = a + 1
    c = b * 2
    return c
show("straight", straight, 3)

def branches(n):
    if n > 5:
        x = 1
    elif n > 2:
        x = 2
    else:
        x = 3
    return x
show("branches 7", branches, 7)
show("branches 3", branches, 3)
show("branches 0", branches, 0)

def loops():
    total = 0
    for i in range(3):
        total += i
    while total > 0:
        total -= 2
        if total == 1:
            total = 1
    else:
        total = 100
    return total
show("loops", loops)

def oneline():
    for i in range(3): x = i
    return x
show("one line", oneline)

def inner(n):
    return n + 1
def calls():
    a = inner(1)
    b = inner(inner(2))
    return a, b
show("calls", calls)

def raises():
    x = 1
    raise ValueError("no")
def catches():
    try: raises()
    except ValueError as e:
        x = str(e)
    finally:
        y = 2
    return x
show("catches", catches)
show("raises", raises)

def gen(n):
    for i in range(n):
        yield i
    return "end"
def uses_gen():
    out = []
    it = gen(2)
    while (x := next(it, None)) is not None:
        out.append(x)
    return out
show("generator", uses_gen)

def recursive(n):
    if n == 0:
        return 0
    return 1 + recursive(n - 1)
show("recursive", recursive, 2)

class A:
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return "A(%d)" % self.x
    def __add__(self, other):
        return A(self.x + other.x)
    @property
    def double(self):
        return self.x * 2
def methods():
    a = A(1) + A(2)
    return a.double
show("methods", methods)

def lam():
    f = lambda x: x + 1
    return f(3)
show("lambda", lam)

def closures():
    n = 1
    def add(x):
        nonlocal n
        n += x
        return n
    add(2)
    return add(3)
show("closures", closures)

def empty():
    pass
show("empty", empty)

def implicit(x):
    try: x += 1
    finally:
        z = 2
show("implicit 1", implicit, 1)
def implicit2(x):
    if x:
        y = 1
show("implicit2 1", implicit2, 1)
show("implicit2 0", implicit2, 0)

def tries(n):
    for i in range(n):
        try:
            x = 1 / i
        except ZeroDivisionError:
            x = 0
        finally:
            y = i
    try:
        for j in range(2):
            z = j
    except* ValueError:
        z = 0
    return z
show("tries", tries, 2)
def thrown():
    g = gen(3)
    next(g)
    try: g.throw(KeyError("k"))
    except KeyError: pass
    g = gen(3)
    next(g)
    g.close()
show("thrown", thrown)

class Counter:
    def __init__(self): self.n = 2
    def __iter__(self): return self
    def __repr__(self): return "Counter()"
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
def iterates():
    for x in Counter():
        y = x
show("iterates", iterates)

class Manager:
    def __enter__(self):
        return 5
    def __exit__(self, kind, value, tb):
        return False
def with_statement():
    with Manager() as f:
        x = f
show("with", with_statement)

def decorated():
    @staticmethod
    def f(a, b=1,
          *c):
        return a
    return f(
        1,
        2)
show("decorated", decorated)

def displays():
    a = [
        1,
        inner(2),
    ]
    b = {
        "k": a,
    }
    return [x
            for x in a
            if x]
show("displays", displays)

def matching(v):
    match v:
        case [x]:
            return x
        case {"k": y}:
            return y
        case _:
            return None
show("match", matching, {"k": 5})

def callback():
    return sorted([3, 1, 2], key=lambda x: -x)
show("callback", callback)

# Local trace functions: another one, none at all.
def local(frame, event, arg):
    seen.append((event, frame.f_lineno - frame.f_code.co_firstlineno))
    return local
def only(frame, event, arg):
    seen.append("call " + frame.f_code.co_name)
    return local if frame.f_code.co_name == "straight" else None
seen = []
sys.settrace(only)
branches(1); straight(2)
sys.settrace(None)
print(seen)

# None from a local trace function keeps the old one.
def keeps(frame, event, arg):
    seen.append(event)
    if event == "call":
        return keeps
seen = []
sys.settrace(keeps)
straight(1)
sys.settrace(None)
print(seen)

# The frame: the same one in all events, its variables, its callers.
frames = []
def watch(frame, event, arg):
    frames.append(frame)
    if event == "line":
        print(frame.f_lineno - frame.f_code.co_firstlineno, frame.f_locals, frame.f_globals is globals(),
              frame.f_code is straight.__code__, frame.f_back.f_code.co_name, frame.f_trace is watch)
    return watch
sys.settrace(watch)
straight(5)
sys.settrace(None)
print(len(frames), all(f is frames[0] for f in frames), sys.gettrace())

def check_back():
    return sys._getframe(), sys._getframe().f_back, sys._getframe(0).f_code.co_name
got = []
def back(frame, event, arg):
    if event == "return" and frame.f_code.co_name == "check_back":
        got.append(frame is arg[0])
    return back
sys.settrace(back)
print(sys.gettrace() is back)
check_back()
sys.settrace(None)
print(got)

# Lines can be switched off.
def quiet(frame, event, arg):
    frame.f_trace_lines = False
    seen.append(event)
    return quiet
seen = []
sys.settrace(quiet)
straight(1)
sys.settrace(None)
print(seen)

# An exception in the trace function ends tracing and is raised at the line.
def bad(frame, event, arg):
    if event == "line" and frame.f_lineno - frame.f_code.co_firstlineno == 2:
        raise KeyError("bad")
    return bad
sys.settrace(bad)
try:
    straight(1)
except KeyError as e:
    print("raised", e, sys.gettrace())

# A debugger sets f_trace of a frame that runs already.
def stop(frame, event, arg):
    seen.append((frame.f_code.co_name, event))
    return stop
def break_here():
    frame = sys._getframe(1)
    frame.f_trace = stop
    sys.settrace(stop)
def debugged():
    x = 1
    break_here()
    y = 2
    return y
seen = []
debugged()
sys.settrace(None)
print(seen)

# Code of a module and of a class.
seen = []
def modules(frame, event, arg):
    seen.append((frame.f_code.co_name, event, frame.f_lineno))
    return modules
code = compile("x = 1\nclass C:\n    y = 2\n    def f(self): pass\nC().f()\n", "m", "exec")
sys.settrace(modules)
exec(code, {})
sys.settrace(None)
for row in seen:
    print(row)

# Afterwards nothing is traced.
seen = []
straight(1)
print(seen, sys.gettrace())
for bad in 1, None:
    try:
        sys._getframe().f_trace_lines = bad
    except TypeError as e:
        print(e)
