import sys, io


def report(f):
    try: f()
    except BaseException as e:
        old, sys.stderr = sys.stderr, io.StringIO()
        sys.excepthook(type(e), e, e.__traceback__)
        text, sys.stderr = sys.stderr.getvalue(), old
        print(text.replace(report.__code__.co_filename, 'carets.py'), end='')
def a():
    x = {'a': 1}
    y = 1
    return x['b'] + y
def b(): return (1 +
      2 + None)
def c():
    a = 1
    a.foo.bar(
        1, 2)
def d():
    raise ValueError('x') from KeyError('k')
def e():
    try: 1/0
    except ZeroDivisionError: undefined_nam
def f():
    n = 5
    if n: f2(n-1)
def f2(n):
    return f2(n-1) if n else (1).real()
def g():
    raise ExceptionGroup('eg', [ValueError(1), TypeError('t'), ExceptionGroup('in', [KeyError('z')])])
def h():
    e = ValueError('multi\nline'); e.add_note('note 1'); e.add_note('note\n2')
    raise e
def i():
    compile('x = (1 +', 'file.py', 'exec')
def j():
    compile('x = 1 +* 2\n', 'file.py', 'exec')
def k():
    prnt('x')
def l():
    [].appendd
def m():
    def rec(n): return rec(n+1) + 1
    sys.setrecursionlimit(100)
    try: rec(0)
    finally: sys.setrecursionlimit(1000)
def o():
    raise SystemExit
def p():
    foo = [1,2,3]
    foo[10] = 5
    x = foo[10]
def q():
    x = dict(a=int('5'), b=int('z'))
def r():
    time.sleep(1)
def s():
    class E(Exception):
        def __str__(self): raise ValueError
    raise E
for name in 'abcdefghijklopqrs':
    print('--', name)
    report(globals()[name])
