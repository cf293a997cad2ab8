# Comprehensions over everything whose length is known beforehand, with fewer and
# more items than their results are given room for.
for n in (0, 1, 2, 3, 4, 5, 8, 9, 12, 13, 31, 32, 33, 511, 512, 513, 1500):
    numbers = list(range(n))
    same = [
        [x for x in range(n)] == numbers,
        [x for x in numbers] == numbers,
        [x for x in tuple(numbers)] == numbers,
        [c for c in "a" * n] == list("a" * n),
        [k for k in dict.fromkeys(numbers)] == numbers,
        {x for x in numbers} == set(numbers),
        {x: x for x in numbers} == dict(zip(numbers, numbers)),
        len({x % 5 for x in numbers}) == min(n, 5),
        len({x % 7: x for x in numbers}) == min(n, 7),
        list({x: 0 for x in range(n, 0, -1)}) == numbers[::-1] if n == 0 else [k for k in {x: 0 for x in range(n, 0, -1)}] == [x + 1 for x in numbers[::-1]],
    ]
    print(n, same)

# What is iterated over may grow or shrink meanwhile.
growing = [1, 2, 3]
print([growing.append(0) or x for x in growing if len(growing) < 20][:5], len(growing))
growing = [1, 2, 3]
print([(x, growing.append(x) if len(growing) < 9 else None)[0] for x in growing])
shrinking = list(range(10))
print([shrinking.pop() for x in shrinking])

# A range that no memory holds is started, not made room for.
try:
    [1 // (5 - x) for x in range(10**15)]
except ZeroDivisionError as e:
    print(e)
try:
    {x: 1 // (5 - x) for x in range(10**15)}
except ZeroDivisionError as e:
    print(e)
print(next(iter([x for x in range(5, -5, -3)])))
