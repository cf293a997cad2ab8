# Traceback and frame objects as programs handle them.
import sys
import types


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


def fail():
    return 1 / 0


try:
    fail()
except ZeroDivisionError as e:
    tb = e.__traceback__

print(tb.tb_lasti >= 0, tb.tb_next.tb_lasti > 0, tb.tb_next.tb_lineno - fail.__code__.co_firstlineno)

made = types.TracebackType(tb, tb.tb_frame, 6, 77)
print(made.tb_next is tb, made.tb_lasti, made.tb_lineno, made.tb_frame is tb.tb_frame or made.tb_frame.f_code is tb.tb_frame.f_code)
made.tb_next = None
print(made.tb_next)
made.tb_next = tb.tb_next

for value in (made, 5, "x"):
    attempt(setattr, made, "tb_next", value)
attempt(setattr, tb.tb_next, "tb_next", made)
attempt(delattr, made, "tb_next")
attempt(types.TracebackType, 1, tb.tb_frame, 1, 1)
attempt(types.TracebackType, None, 2, 1, 1)
attempt(types.TracebackType, None, tb.tb_frame, "a", 1)

attempt(sys._getframe().clear)
print(tb.tb_next.tb_frame.clear())


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("closed")


g = numbers()
g.gi_frame.clear()
print(g.gi_frame, list(g))
g = numbers()
print(next(g))
attempt(g.gi_frame.clear)
print(list(g))

code = compile("a = 1\nb = a + a\n", "x", "exec")
print(sorted({line for _, _, line in code.co_lines() if line}))
print((2, 2, 4, 9) in list(code.co_positions()))
