# woma.is_prime against trial division and against numbers that fool single tests
import sys

try:
    from woma import is_prime
except ImportError:  # what CPython can say without the module
    if sys.implementation.name != 'cpython':
        raise
    is_prime = lambda n: n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))
    full = False
else:
    full = True
print([n for n in range(-10, 200) if is_prime(n)])
print(sum(is_prime(n) for n in range(10 ** 6, 10 ** 6 + 1000)))
if full:
    # strong pseudoprimes to the first bases (Jaeschke 1993), Carmichael numbers, Arnault's
    # number for 13 bases is among Wycheproof's; two Mersenne primes and neighbours
    for n in 3215031751, 3474749660383, 341550071728321, 561, 1729, 294409, 56052361, 2 ** 127 + 1, 2 ** 607 - 3, (2 ** 127 - 1) ** 2:
        assert is_prime(n) is False, n
    for n in 2 ** 61 - 1, 2 ** 64 - 59, 2 ** 64 + 13, 2 ** 127 - 1, 2 ** 607 - 1, 2 ** 255 - 19, 2 ** 1279 - 1:
        assert is_prime(n) is True and is_prime(n=-n) is False, n

    class Seven:
        def __index__(self):
            return 7

    assert is_prime(Seven()) and not is_prime(True)
    for bad, text in (7.0, "TypeError 'float' object cannot be interpreted as an integer"), ('7', "TypeError 'str' object cannot be interpreted as an integer"), \
            (2 ** 8192 + 1, 'ValueError numbers of more than 8192 bits are not tested'), (-2 ** 9000, 'ValueError numbers of more than 8192 bits are not tested'):
        try:
            print(is_prime(bad))
        except Exception as e:
            assert type(e).__name__ + ' ' + str(e) == text, e
