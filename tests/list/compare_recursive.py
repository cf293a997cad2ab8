# Ordering of containers that hold each other ends in RecursionError.
import collections
import operator


def attempt(f, a, b):
    try:
        return f(a, b)
    except RecursionError as e:
        return "RecursionError"


for op in (operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne):
    a, b = [], []
    a.append(b)
    b.extend((a, 1))
    p, q = [], []
    p.append((q,))
    q.append((p, 1))
    d, e = collections.deque(), collections.deque()
    d.append(e)
    e.extend((d, 1))
    print(op.__name__, attempt(op, a, b), attempt(op, p, q), attempt(op, d, e))
