# Copies of iterators that have begun.
import copy
for make in (lambda: enumerate('abc',5), lambda: enumerate('ab',2**64), lambda: zip('abc',[1,2,3]), lambda: zip('ab',[1,2,3],strict=True), lambda: map(str,[1,2,3]), lambda: filter(None,[0,1,2,3]), lambda: reversed('abc'), lambda: reversed([1,2,3]), lambda: iter({7}), lambda: iter({1:2,3:4}.items()), lambda: iter((1,2,3)), lambda: iter('abc'), lambda: iter(b'abc'), lambda: iter(bytearray(b'abc')), lambda: iter(range(3))):
    it=make()
    next(it)
    try:
        other=copy.copy(it)
        try: print(type(other).__name__, list(other))
        except ValueError as e: print(e)
    except TypeError as e: print(e)
class Seq:
    def __getitem__(s,i):
        if i>3: raise IndexError
        return i
it=iter(Seq()); next(it); print(list(copy.copy(it))); it.__setstate__(-5); print(list(it)); print(it.__reduce__()[1])
n=0
def f():
    global n
    n+=1
    return n
it=iter(f,4); print(it.__reduce__()[1][1], list(it), it.__reduce__()[1])
r=reversed([1,2,3]); r.__setstate__(0); print(list(r)); r=reversed('abc'); r.__setstate__(99); print(list(r)); r=reversed('abc'); r.__setstate__(-99); print(list(r))
