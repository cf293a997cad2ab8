# copies, pickles' state, attributes
import copy
import random

r = random.Random(7)
r.note = 1
for again in copy.copy(r), copy.deepcopy(r):
    print(type(again).__name__, again.random(), again.gauss_next)
print(r.__reduce__()[1], r.__reduce__()[2] == r.getstate())
print(r.gauss(), r.gauss_next)
print(copy.copy(r).gauss() == r.gauss_next)
r.gauss_next = None
print(r.gauss(), r.note)


class Mine(random.Random):
    pass


m = Mine(3)
m.x = 5
print(type(copy.copy(m)).__name__, copy.copy(m).random())
s = random.SystemRandom()
s.tag = 'a'
print(s.tag)
for f in lambda: s.getstate(), lambda: random.sample([1, 2], k=0, counts=[0, 0]), lambda: random.Random('a', version=1):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
