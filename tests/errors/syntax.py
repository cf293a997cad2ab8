x = (1, 2  # error: "SyntaxError: '\\(' was never closed.*"
y = 3
---
x = [1, 2}  # error: "SyntaxError: closing parenthesis '\\}' does not match opening parenthesis '\\['.*"
---
x = )  # error: "SyntaxError: unmatched '\\)'.*"
---
def f(:  # error: "SyntaxError: invalid syntax.*"
    pass
---
def f()  # error: "SyntaxError: expected ':'.*"
    pass
---
if x = 1:  # error: "SyntaxError: invalid syntax\\. Maybe you meant '==' or ':=' instead of '='\\?.*"
    pass
---
while True  # error: "SyntaxError: expected ':'.*"
    pass
---
class C  # error: "SyntaxError: expected ':'.*"
    pass
---
for i in range(3)  # error: "SyntaxError: expected ':'.*"
    pass
---
x = 5 +  # error: "SyntaxError: invalid syntax.*"
---
x = = 5  # error: "SyntaxError: invalid syntax.*"
---
1 = x  # error: "SyntaxError: cannot assign to literal here\\. Maybe you meant '==' instead of '='\\?.*"
---
f() = 1  # error: "SyntaxError: cannot assign to function call here\\. Maybe you meant '==' instead of '='\\?.*"
---
x + 1 = 2  # error: "SyntaxError: cannot assign to expression here\\. Maybe you meant '==' instead of '='\\?.*"
---
None = 1  # error: "SyntaxError: cannot assign to None.*"
---
"a" = 1  # error: "SyntaxError: cannot assign to literal here\\. Maybe you meant '==' instead of '='\\?.*"
---
[a, 1] = 2  # error: "SyntaxError: cannot assign to literal.*"
---
(a, b()) = 2  # error: "SyntaxError: cannot assign to function call.*"
---
del f()  # error: "SyntaxError: cannot delete function call.*"
---
del 1  # error: "SyntaxError: cannot delete literal.*"
---
x += y += 1  # error: "SyntaxError: invalid syntax.*"
---
f() += 1  # error: "SyntaxError: 'function call' is an illegal expression for augmented assignment.*"
---
def f(a, a): pass  # error: "SyntaxError: duplicate argument 'a' in function definition.*"
---
def f(a=1, b): pass  # error: "SyntaxError: parameter without a default follows parameter with a default.*"
---
def f(*, **k): pass  # error: "SyntaxError: named arguments must follow bare \\*.*"
---
def f(*): pass  # error: "SyntaxError: named arguments must follow bare \\*.*"
---
def f(a, /, b, /): pass  # error: "SyntaxError: / may appear only once.*"
---
def f(*a, *b): pass  # error: "SyntaxError: \\* argument may appear only once.*"
---
def f(**a, b): pass  # error: "SyntaxError: arguments cannot follow var-keyword argument.*"
---
f(a=1, 2)  # error: "SyntaxError: positional argument follows keyword argument.*"
---
f(**a, *b)  # error: "SyntaxError: iterable argument unpacking follows keyword argument unpacking.*"
---
f(a=1, a=2)  # error: "SyntaxError: keyword argument repeated: a.*"
---
f(x for x in y, 1)  # error: "SyntaxError: Generator expression must be parenthesized.*"
---
f(1=2)  # error: "SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"\\?.*"
---
f(a.b=2)  # error: "SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"\\?.*"
---
f(True=1)  # error: "SyntaxError: cannot assign to True.*"
---
return 1  # error: "SyntaxError: 'return' outside function.*"
---
yield 1  # error: "SyntaxError: 'yield' outside function.*"
---
await x  # error: "SyntaxError: 'await' outside function.*"
---
break  # error: "SyntaxError: 'break' outside loop.*"
---
continue  # error: "SyntaxError: 'continue' not properly in loop.*"
---
def f():
    break  # error: "SyntaxError: 'break' outside loop.*"
---
class C:
    return 1  # error: "SyntaxError: 'return' outside function.*"
---
def f():
    x = 1
    global x  # error: "SyntaxError: name 'x' is assigned to before global declaration.*"
---
def f():
    nonlocal x  # error: "SyntaxError: no binding for nonlocal 'x' found.*"
---
nonlocal x  # error: "SyntaxError: nonlocal declaration not allowed at module level.*"
---
def f(x):
    global x  # error: "SyntaxError: name 'x' is parameter and global.*"
---
def f():
    global x  # error: "SyntaxError: name 'x' is nonlocal and global.*"
    nonlocal x
---
async def f():
    yield from x  # error: "SyntaxError: 'yield from' inside async function.*"
---
def f():
    async with x: pass  # error: "SyntaxError: 'async with' outside async function.*"
---
def f():
    [x async for x in y]  # error: "SyntaxError: asynchronous comprehension outside of an asynchronous function.*"
---
[x := 1 for x in y]  # error: "SyntaxError: assignment expression cannot rebind comprehension iteration variable 'x'.*"
---
[i for i in (j := 5)]  # error: "SyntaxError: assignment expression cannot be used in a comprehension iterable expression.*"
---
class C:
    [x := 1 for y in z]  # error: "SyntaxError: assignment expression within a comprehension cannot be used in a class body.*"
---
(x := 1) = 2  # error: "SyntaxError: cannot assign to named expression here\\. Maybe you meant '==' instead of '='\\?.*"
---
x := 1  # error: "SyntaxError: invalid syntax.*"
---
lambda x: (yield) = 1  # error: "SyntaxError: cannot assign to lambda.*"
---
import a.b as c.d  # error: "SyntaxError: invalid syntax.*"
---
from a import  # error: "SyntaxError: Expected one or more names after 'import'.*"
---
from a import (b, c  # error: "SyntaxError: '\\(' was never closed.*"
---
from . import *, a  # error: "SyntaxError: invalid syntax.*"
---
def f():
    from a import *  # error: "SyntaxError: import \\* only allowed at module level.*"
---
from __future__ import braces  # error: "SyntaxError: not a chance.*"
---
from __future__ import nothing  # error: "SyntaxError: future feature nothing is not defined.*"
---
x = 1
from __future__ import annotations  # error: "SyntaxError: from __future__ imports must occur at the beginning of the file.*"
---
try:
    pass  # error: "SyntaxError: expected 'except' or 'finally' block.*"
---
try:
    pass
except:  # error: "SyntaxError: default 'except:' must be last.*"
    pass
except ValueError:
    pass
---
try: pass
except* ValueError: pass
except KeyError: pass  # error: "SyntaxError: cannot have both 'except' and 'except\\*' on the same 'try'.*"
---
try: pass
except*: pass  # error: "SyntaxError: expected one or more exception types.*"
---
try: pass
except* ValueError:
    return  # error: "SyntaxError: 'return' outside function.*"
---
  x = 1  # error: "IndentationError: unexpected indent.*"
---
if 1:
x = 1  # error: "IndentationError: expected an indented block after 'if' statement on line 1.*"
---
if 1:
    x = 1
  y = 2  # error: "IndentationError: unindent does not match any outer indentation level.*"
---
x = 1
    y = 2  # error: "IndentationError: unexpected indent.*"
---
x = 'abc  # error: "SyntaxError: unterminated string literal \\(detected at line 1\\).*"
---
"""abc  # error: "SyntaxError: unterminated triple-quoted string literal \\(detected at line 2\\).*"
def
---
x = f"{a b}"  # error: "SyntaxError: invalid syntax\\. Perhaps you forgot a comma\\?.*"
---
x = f"{}"  # error: "SyntaxError: f-string: valid expression required before '\\}'.*"
---
x = f"}"  # error: "SyntaxError: f-string: single '\\}' is not allowed.*"
---
x = b"é"  # error: "SyntaxError: bytes can only contain ASCII literal characters.*"
---
x = "\N{no such name}"  # error: "SyntaxError: \\(unicode error\\) 'unicodeescape' codec can't decode bytes in position 0-15: unknown Unicode character name.*"
---
x = "\x1"  # error: "SyntaxError: \\(unicode error\\) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\\\xXX escape.*"
---
x = "\u12"  # error: "SyntaxError: \\(unicode error\\) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \\\\uXXXX escape.*"
---
0777  # error: "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers.*"
---
1_  # error: "SyntaxError: invalid decimal literal.*"
---
0x  # error: "SyntaxError: invalid hexadecimal literal.*"
---
0b12  # error: "SyntaxError: invalid digit '2' in binary literal.*"
---
1__0  # error: "SyntaxError: invalid decimal literal.*"
---
1e  # error: "SyntaxError: invalid decimal literal.*"
---
1abc  # error: "SyntaxError: invalid decimal literal.*"
---
0o8  # error: "SyntaxError: invalid digit '8' in octal literal.*"
---
x = $  # error: "SyntaxError: invalid syntax.*"
---
x = ?  # error: "SyntaxError: invalid syntax.*"
---
x = a!b  # error: "SyntaxError: invalid syntax.*"
---
x = é€  # error: "SyntaxError: invalid character '€' \\(U\\+20AC\\).*"
---
x = “quoted”  # error: "SyntaxError: invalid character '“' \\(U\\+201C\\).*"
---
a b  # error: "SyntaxError: invalid syntax.*"
---
print 1  # error: "SyntaxError: Missing parentheses in call to 'print'\\. Did you mean print\\(\\.\\.\\.\\)\\?.*"
---
exec "x"  # error: "SyntaxError: Missing parentheses in call to 'exec'\\. Did you mean exec\\(\\.\\.\\.\\)\\?.*"
---
x = 1 if 2  # error: "SyntaxError: expected 'else' after 'if' expression.*"
---
x = 1 if 2 else  # error: "SyntaxError: invalid syntax.*"
---
not  # error: "SyntaxError: invalid syntax.*"
---
x = not in y  # error: "SyntaxError: invalid syntax.*"
---
a < > b  # error: "SyntaxError: invalid syntax.*"
---
x = *a  # error: "SyntaxError: can't use starred expression here.*"
---
*a  # error: "SyntaxError: can't use starred expression here.*"
---
print(*a for a in b)  # error: "SyntaxError: iterable unpacking cannot be used in comprehension.*"
---
{1: 2, 3}  # error: "SyntaxError: ':' expected after dictionary key.*"
---
{1, 2: 3}  # error: "SyntaxError: invalid syntax.*"
---
{**a, b}  # error: "SyntaxError: ':' expected after dictionary key.*"
---
{a: *b}  # error: "SyntaxError: cannot use a starred expression in a dictionary value.*"
---
x = {a: }  # error: "SyntaxError: expression expected after dictionary key and ':'.*"
---
[*a for a in b]  # error: "SyntaxError: iterable unpacking cannot be used in comprehension.*"
---
{**a for a in b}  # error: "SyntaxError: dict unpacking cannot be used in dict comprehension.*"
---
match x:
    case a, a: pass  # error: "SyntaxError: multiple assignments to name 'a' in pattern.*"
---
match x:
    case a: pass  # error: "SyntaxError: name capture 'a' makes remaining patterns unreachable.*"
    case b: pass
---
match x:
    case a | b: pass  # error: "SyntaxError: name capture 'a' makes remaining patterns unreachable.*"
---
match x:
    case {**a, "b": 1}: pass  # error: "SyntaxError: invalid syntax.*"
---
match x:
    case C(a=1, 2): pass  # error: "SyntaxError: positional patterns follow keyword patterns.*"
---
match x:
    case 1 + 1: pass  # error: "SyntaxError: imaginary number required in complex literal.*"
---
match x:
    case [*a, *b]: pass  # error: "SyntaxError: multiple starred names in sequence pattern.*"
---
with open(x) as 1: pass  # error: "SyntaxError: cannot assign to literal.*"
---
with a as f(): pass  # error: "SyntaxError: cannot assign to function call.*"
---
for 1 in x: pass  # error: "SyntaxError: cannot assign to literal.*"
---
for f() in x: pass  # error: "SyntaxError: cannot assign to function call.*"
---
async x = 1  # error: "SyntaxError: invalid syntax.*"
---
class C(a b): pass  # error: "SyntaxError: invalid syntax\\. Perhaps you forgot a comma\\?.*"
---
@  # error: "SyntaxError: invalid syntax.*"
def f(): pass
---
@x
y = 1  # error: "SyntaxError: invalid syntax.*"
---
else:  # error: "SyntaxError: invalid syntax.*"
    pass
---
elif x:  # error: "SyntaxError: invalid syntax.*"
    pass
---
x = 5 else 6  # error: "SyntaxError: invalid syntax.*"
---
assert  # error: "SyntaxError: invalid syntax.*"
---
raise x from  # error: "SyntaxError: invalid syntax.*"
---
import  # error: "SyntaxError: Expected one or more names after 'import'.*"
---
global  # error: "SyntaxError: invalid syntax.*"
---
x.1  # error: "SyntaxError: invalid syntax.*"
---
x..y  # error: "SyntaxError: invalid syntax.*"
---
x[  # error: "SyntaxError: '\\[' was never closed.*"
---
x[]  # error: "SyntaxError: invalid syntax.*"
---
lambda: pass  # error: "SyntaxError: invalid syntax.*"
---
def f(x: int = ): pass  # error: "SyntaxError: expected default value expression.*"
---
x: int: str  # error: "SyntaxError: invalid syntax.*"
---
(x, y): int = 1  # error: "SyntaxError: only single target \\(not tuple\\) can be annotated.*"
---
type X =   # error: "SyntaxError: invalid syntax.*"
---
def f[T, T](): pass  # error: "SyntaxError: duplicate type parameter 'T'.*"
---
class C[T: (yield)]: pass  # error: "SyntaxError: yield expression cannot be used within a TypeVar bound.*"
---
def f[](): pass  # error: "SyntaxError: Type parameter list cannot be empty.*"
---
del  # error: "SyntaxError: invalid syntax.*"
---
x = yield = 1  # error: "SyntaxError: assignment to yield expression not possible.*"
---
__debug__ = 1  # error: "SyntaxError: cannot assign to __debug__.*"
---
def f(__debug__): pass  # error: "SyntaxError: cannot assign to __debug__.*"
---
x = 1; ; y = 2  # error: "SyntaxError: invalid syntax.*"
---
(a, b) += 1  # error: "SyntaxError: 'tuple' is an illegal expression for augmented assignment.*"
---
a, b += 1  # error: "SyntaxError: 'tuple' is an illegal expression for augmented assignment.*"
---
a, b: int  # error: "SyntaxError: only single target \\(not tuple\\) can be annotated.*"
---
if True:
    def f():  # error: "IndentationError: expected an indented block after function definition on line 2.*"
---
for x in y:  # error: "IndentationError: expected an indented block after 'for' statement on line 1.*"
---
x = "a" b"b"  # error: "SyntaxError: cannot mix bytes and nonbytes literals.*"
---
x = (yield)  # error: "SyntaxError: 'yield' outside function.*"
---
def f(): return *a
def g(): return (*a)  # error: "SyntaxError: cannot use starred expression here.*"
---
print(a, b c)  # error: "SyntaxError: invalid syntax\\. Perhaps you forgot a comma\\?.*"
---
d = {"a": 1 "b": 2}  # error: "SyntaxError: invalid syntax\\. Perhaps you forgot a comma\\?.*"
---
l = [1, 2 3]  # error: "SyntaxError: invalid syntax\\. Perhaps you forgot a comma\\?.*"
---
x = (a, b c)  # error: "SyntaxError: invalid syntax\\. Perhaps you forgot a comma\\?.*"
---
if x == 1 and  # error: "SyntaxError: invalid syntax.*"
    pass
---
from x import a,  # error: "SyntaxError: trailing comma not allowed without surrounding parentheses.*"
---
import a as  # error: "SyntaxError: invalid syntax.*"
