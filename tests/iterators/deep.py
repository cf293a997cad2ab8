# Structures inside structures without end are a RecursionError, never a crash.
import itertools
from functools import partial
from collections import deque, OrderedDict, defaultdict


def check(name, f):
    try:
        f()
        print(name, 'ok')
    except RecursionError as e:
        print(name, 'RecursionError')
    except Exception as e:
        print(name, type(e).__name__, e)


N = 100000


def nest(make, x):
    for i in range(N):
        x = make(x)
    return x


l1, l2 = nest(lambda x: [x], []), nest(lambda x: [x], [])
check('list repr', lambda: repr(l1))
check('list ==', lambda: l1 == l2)
check('list <', lambda: l1 < l2)
check('list in', lambda: l1 in [l2])
t1, t2 = nest(lambda x: (x,), ()), nest(lambda x: (x,), ())
check('tuple repr', lambda: repr(t1))
check('tuple ==', lambda: t1 == t2)
d1, d2 = nest(lambda x: {1: x}, {}), nest(lambda x: {1: x}, {})
check('dict repr', lambda: repr(d1))
check('dict ==', lambda: d1 == d2)
q1, q2 = nest(lambda x: deque([x]), deque()), nest(lambda x: deque([x]), deque())
check('deque repr', lambda: repr(q1))
check('deque ==', lambda: q1 == q2)
