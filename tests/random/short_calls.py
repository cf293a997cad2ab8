# Sequences of calls after one seed, by the module's functions, by a Random and by
# classes derived from it.
import random


class R(random.Random):
    pass


class Own(random.Random):
    def random(self):
        return 0.5


class Bits(random.Random):
    def getrandbits(self, k):
        return (1 << k) // 3


def show(r):
    r.seed(42)
    print(r.random(), r.randint(1, 100), r.randint(5, 5), r.randint(-10, 10), r.randrange(10), r.randrange(5, 9), r.randrange(0, 100, 7), r.choice([1, 2, 3]),
          r.choice((4, 5, 6, 7)), r.choice('abc'), r.choice(range(9)), r.uniform(1, 2), r.uniform(0.5, -3.5), r.uniform(1, 2.5), r.getrandbits(1), r.getrandbits(32),
          r.getrandbits(33), r.getrandbits(64), r.getrandbits(0), r.getrandbits(100), r.randint(0, 2**31), r.randint(0, 2**32), r.randint(-2**63, 2**63 - 1),
          r.randrange(2**70), r.randint(0, 2**31 - 2), r.randint(1, 2**30), r.uniform(2**60, 1), r.randrange(2**31), r.randrange(2**31 - 1), r.randint(True, 3))
    for f, args in [(r.randint, (2, 1)), (r.randint, ()), (r.randint, (1,)), (r.randint, (1, 2.5)), (r.randint, (1, 2, 3)), (r.randrange, (0,)), (r.randrange, (-5,)),
                    (r.randrange, (5, 5)), (r.randrange, (5, 2)), (r.randrange, (1.5,)), (r.choice, ([],)), (r.choice, (5,)), (r.choice, ({},)), (r.choice, ({1: 2},)),
                    (r.getrandbits, (-1,)), (r.getrandbits, (1.5,)), (r.uniform, (1,)), (r.uniform, ('a', 1)), (r.randint, (2**63 - 1, -2**63))]:
        try:
            print(f(*args))
        except Exception as e:
            print(type(e).__name__, e)


for r in random, random.Random(), R(), Own(), Bits():
    show(r)
random.seed(7)
print([random.randint(1, 6) for _ in range(20)], [random.choice('xy') for _ in range(5)], sum(random.random() for _ in range(700)), random.gauss(0, 1))
print(random.randint(a=1, b=3), random.uniform(a=1, b=2), random.choice(seq=[1, 2]), random.randrange(start=1, stop=3))
state = random.getstate()
x = [random.random() for _ in range(3)]
random.setstate(state)
print(x == [random.random() for _ in range(3)])
s = random.SystemRandom()
print(0 <= s.random() < 1, 1 <= s.randint(1, 3) <= 3, s.choice([1]), 0 <= s.getrandbits(8) < 256, 1 <= s.uniform(1, 2) <= 2)
