# The sizes of combinations and permutations, and what is looked at first.
from itertools import combinations, combinations_with_replacement, permutations


def bad():
    yield 1
    raise KeyError("iterated")


def show(f):
    try:
        print(list(f()))
    except Exception as e:
        print(type(e).__name__, e)


for make in combinations, combinations_with_replacement, permutations:
    for r in 0, 1, 2, 3, -1, None, 1.5, "a", True:
        show(lambda: make("ab", r))
        show(lambda: make(bad(), r))
        show(lambda: make(5, r))
    show(lambda: make("ab"))
    show(lambda: make("ab", r=1))
    show(lambda: make(iterable="ab", r=2))
