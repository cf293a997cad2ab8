# The module warnings: filters, what they do, where a warning is said to be.
import sys
import warnings


def caught(f, *actions):
    with warnings.catch_warnings(record=True) as log:
        warnings.resetwarnings()
        for a in actions:
            warnings.simplefilter(a)
        try:
            f()
        except Warning as e:
            print('raised', repr(e))
    for w in log:
        print(w.category.__name__, w.message, w.lineno - BASE, w.filename == __file__, w.file, w.line, w.source)
    print('--')


BASE = sys._getframe().f_lineno


def twice():
    for i in range(2):
        warnings.warn('hot')
    warnings.warn('hot', RuntimeWarning)
    warnings.warn(DeprecationWarning('old', 1))
    warnings.warn('hot')


for action in 'always', 'default', 'module', 'once', 'ignore', 'error':
    print(action)
    caught(twice, action)


def deep(level):
    def inner():
        warnings.warn('up', stacklevel=level)
    inner()


for level in 0, 1, 2, 3:
    caught(lambda: deep(level), 'always')

# filters in order, categories
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    warnings.simplefilter('ignore', DeprecationWarning)
    warnings.warn('a', DeprecationWarning)
    warnings.warn('b', PendingDeprecationWarning)
    warnings.filterwarnings('error', category=UserWarning, lineno=1)
    warnings.warn('c')
    warnings.simplefilter('ignore', append=True)
    print(len(warnings.filters) > 2)
print([str(w.message) for w in log])

# explicit
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('default')
    reg = {}
    for i in range(3):
        warnings.warn_explicit('x', UserWarning, 'nofile.py', 7, registry=reg)
    warnings.warn_explicit('x', UserWarning, 'nofile.py', 8, registry=reg)
    warnings.warn_explicit('x', UserWarning, 'nofile.py', 9)
print([(w.filename, w.lineno) for w in log], sorted(k for k in reg if k != 'version'))
print(str(log[0]))

print(repr(warnings.formatwarning('text', FutureWarning, 'nofile', 3)))
print(repr(warnings.formatwarning('text', FutureWarning, 'nofile', 3, 'the line  ')))
print(repr(warnings.formatwarning('text', FutureWarning, __file__, 3)).replace(__file__, 'FILE'))


class Out:
    def write(self, s):
        print('out', repr(s))


warnings.showwarning('m', UserWarning, 'nofile', 1, file=Out())
saved, sys.stderr = sys.stderr, Out()
warnings.warn_explicit('to stderr', UserWarning, 'nofile', 12)
warnings.warn_explicit('not shown', DeprecationWarning, 'nofile', 12)
warnings.warn_explicit('shown in main', DeprecationWarning, 'nofile', 12, module='__main__')
sys.stderr = saved

# an own showwarning
with warnings.catch_warnings():
    warnings.simplefilter('always')
    warnings.showwarning = lambda m, c, f, l, file=None, line=None: print('mine', m, c.__name__)
    warnings.warn('seen', BytesWarning)

# what is wrong
for f in (lambda: warnings.warn_explicit('x', UserWarning, 'nofile.py', '9'), lambda: warnings.warn('x', int), lambda: warnings.warn('x', 'UserWarning'),
          lambda: warnings.simplefilter('loud'), lambda: warnings.simplefilter('error', lineno=-1),
          lambda: warnings.filterwarnings('error', category=int), lambda: warnings.filterwarnings('error', message=1)):
    try:
        f()
    except (TypeError, ValueError, AssertionError) as e:
        print(type(e).__name__, e)

cm = warnings.catch_warnings(record=True)
print(cm)
with cm:
    try:
        with cm:
            pass
    except RuntimeError as e:
        print(e)
try:
    warnings.catch_warnings().__exit__(None, None, None)
except RuntimeError as e:
    print(e)
with warnings.catch_warnings(action='error'):
    try:
        warnings.warn('now')
    except UserWarning as e:
        print('error', e)


@warnings.deprecated('use g')
def f(x):
    """doc of f"""
    return x * 2


@warnings.deprecated('no more C', category=FutureWarning)
class C:
    def __init__(self, x=1):
        self.x = x


def use():
    print(f(4), f.__name__, f.__doc__, f.__deprecated__)
    print(C(3).x, C.__deprecated__)

    class D(C):
        pass
    print(D().x)


caught(use, 'always')
