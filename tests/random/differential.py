# Sequences from many seeds through every method: one digest per method.
import hashlib
import random

SEEDS = [0, 1, -1, 12345, 2 ** 31, 2 ** 32 - 1, 2 ** 64 + 7, -2 ** 200, 'text', 'ünïcode', b'bytes', bytearray(b'array'), 1.5, float('inf'), True]
METHODS = {
    'random': lambda r, i: r.random(),
    'getrandbits': lambda r, i: r.getrandbits(i * 7 % 200 + 1),
    'randbytes': lambda r, i: r.randbytes(i % 40),
    'randrange': lambda r, i: (r.randrange(i + 1), r.randrange(-i - 1, i + 1), r.randrange(0, 1000 + i, 7), r.randrange(10 ** (i % 50 + 1))),
    'randint': lambda r, i: r.randint(-i, i * i),
    'choice': lambda r, i: r.choice(range(1, i + 2)),
    'choices': lambda r, i: (r.choices('abc', k=i % 7), r.choices(range(4), [1, 2, 3.5, 0], k=3), r.choices('xyz', cum_weights=[1, 5, 9], k=2)),
    'shuffle': lambda r, i: shuffled(r, i % 60),
    'sample': lambda r, i: (r.sample(range(1000), i % 50), r.sample(range(i + 5), 4), r.sample('abcd', 3, counts=[3, 1, i + 1, 2])),
    'uniform': lambda r, i: r.uniform(-i, i + 0.5),
    'triangular': lambda r, i: (r.triangular(), r.triangular(-1, i + 1, 0.5)),
    'gauss': lambda r, i: r.gauss(i, 2.5),
    'normalvariate': lambda r, i: r.normalvariate(1, i + 0.1),
    'lognormvariate': lambda r, i: r.lognormvariate(0, 0.25),
    'expovariate': lambda r, i: r.expovariate(0.1 + i),
    'vonmisesvariate': lambda r, i: r.vonmisesvariate(1, 0.1 * i),
    'gammavariate': lambda r, i: (r.gammavariate(0.5, 2), r.gammavariate(1, 2), r.gammavariate(3 + i, 0.5)),
    'betavariate': lambda r, i: r.betavariate(1 + i, 2.5),
    'paretovariate': lambda r, i: r.paretovariate(1.5 + i),
    'weibullvariate': lambda r, i: r.weibullvariate(2, 1.5),
    'binomialvariate': lambda r, i: (r.binomialvariate(i, 0.3), r.binomialvariate(100 + i, 0.45)),
}


def text(x):
    # The last digit of a logarithm is the C library's own.
    if isinstance(x, float):
        return f'{x:.13g}'
    if isinstance(x, tuple) and isinstance(x[0], float):
        return ' '.join(text(y) for y in x)
    return repr(x)


def shuffled(r, n):
    x = list(range(n))
    r.shuffle(x)
    return x


cases = 0
for name, method in METHODS.items():
    total = hashlib.sha256()
    for seed in SEEDS:
        r = random.Random(seed)
        for i in range(60):
            total.update(text(method(r, i)).encode())
            cases += 1
        total.update(repr(r.getstate()[1][-1]).encode())
    print(name, total.hexdigest())

random.seed(99, version=1)
print([random.random() for _ in range(3)])
state = random.getstate()
a = [random.gauss(0, 1) for _ in range(5)]
random.setstate(state)
print(a == [random.gauss(0, 1) for _ in range(5)])
total = hashlib.sha256()
for word in 'a', 'longer', 'ü', '':
    random.seed(word, version=1)
    total.update(repr([random.getrandbits(32) for _ in range(700)]).encode())
print(total.hexdigest(), cases)
