def f(x):
    return x.missing  # error: "AttributeError: 'int' object has no attribute 'missing'"
f(1)
---
x = [1, 2]
x[5]  # error: "IndexError: list index out of range"
---
{}["key"]  # error: "KeyError: 'key'"
---
def g():
    raise ValueError("a", 1)  # error: "ValueError: \\('a', 1\\)"
g()
---
1 + "a"  # error: "TypeError: unsupported operand type\\(s\\) for \\+: 'int' and 'str'"
---
x = (1,
     2,
     3 / 0,  # error: "ZeroDivisionError: division by zero"
     4)
---
def f(a, b): pass
f(  # error: "TypeError: f\\(\\) missing 1 required positional argument: 'b'"
    1,
)
---
class A:
    def __init__(self):
        self.x = undefined  # error: "NameError: name 'undefined' is not defined"
A()
---
for a, b in [1]:  # error: "TypeError: cannot unpack non-iterable int object"
    pass
---
import nothing  # error: "ModuleNotFoundError: No module named 'nothing'"
---
int("x")  # error: "ValueError: invalid literal for int\\(\\) with base 10: 'x'"
---
[1 / i for i in (1, 0)]  # error: "ZeroDivisionError: division by zero"
---
try:
    1 / 0
except ZeroDivisionError:
    raise KeyError("second")  # error: "KeyError: 'second'"
---
with open("/no/such/file") as f:  # error: "FileNotFoundError: \\[Errno 2\\] No such file or directory: '/no/such/file'"
    pass
---
assert 1 == 2, "message"  # error: "AssertionError: message"
---
def gen():
    yield 1
    raise RuntimeError("gen")  # error: "RuntimeError: gen"
list(gen())
---
x = 5
x()  # error: "TypeError: 'int' object is not callable"
---
class B:
    x: undefined_type  # error: "NameError: name 'undefined_type' is not defined"
---
lambda: 0
(lambda: 1 / 0)()  # error: "ZeroDivisionError: division by zero"
---
d = {1: 2}
for k in d:  # error: "RuntimeError: dictionary changed size during iteration"
    d[k + 1] = 1
---
a, b = 1, 2, 3  # error: "ValueError: too many values to unpack \\(expected 2\\)"
---
"abc".index("z")  # error: "ValueError: substring not found"
---
f"{1:q}"  # error: "ValueError: Unknown format code 'q' for object of type 'int'"
---
del nope  # error: "NameError: name 'nope' is not defined"
---
def f():
    print(v)  # error: "UnboundLocalError: cannot access local variable 'v' where it is not associated with a value"
    v = 1
f()
---
@(lambda f: 1 / 0)  # error: "ZeroDivisionError: division by zero"
def f(): pass
---
x = (1 +  # error: "TypeError: unsupported operand type\\(s\\) for \\+: 'int' and 'str'"
     2 +
     "a")
---
match 1:
    case int(1, 2):  # error: "TypeError: int\\(\\) accepts 1 positional sub-pattern \\(2 given\\)"
        pass
---
raise SystemExit("bye")  # error: "SystemExit: bye"
---
while True:
    if [].pop():  # error: "IndexError: pop from empty list"
        pass
---
class M(type):
    def __call__(c):
        raise TypeError("no instances")  # error: "TypeError: no instances"
class C(metaclass=M): pass
C()
