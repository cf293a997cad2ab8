# Primality.
import woma

# A prime is positive; the set leaves open what a function says of the negative of one.
ACCEPTABLE[:0] = [('PrimalityTest', 'NegativeOfPrime', False)]


def test(shared, group, t):
    return woma.is_prime(int.from_bytes(unhex(t['value']), 'big', signed=True))
