# RSA keys and their numbers.
from math import gcd
from random import SystemRandom

from _cryptography import RSAPrivateKey, RSAPublicKey, UnsupportedAlgorithm, rsa_generate, rsa_private, rsa_public

RSAPrivateKeyWithSerialization, RSAPublicKeyWithSerialization = RSAPrivateKey, RSAPublicKey


def generate_private_key(public_exponent, key_size, backend=None):
    if public_exponent not in (3, 65537):
        raise ValueError('public_exponent must be either 3 (for legacy compatibility) or 65537. Almost everyone should choose 65537 here!')
    if key_size < 1024:
        raise ValueError('key_size must be at least 1024-bits.')
    if public_exponent == 3:
        raise UnsupportedAlgorithm('Keys with the public exponent 3 can be used, but are not made')
    return rsa_generate(key_size)


def rsa_crt_iqmp(p, q):
    'The inverse of q modulo p.'
    if p <= 1:
        raise ValueError("Values can't be <= 1")
    return pow(q, -1, p)


def rsa_crt_dmp1(private_exponent, p):
    'd modulo p - 1.'
    if private_exponent <= 1 or p <= 1:
        raise ValueError("Values can't be <= 1")
    return private_exponent % (p - 1)


def rsa_crt_dmq1(private_exponent, q):
    'd modulo q - 1.'
    if private_exponent <= 1 or q <= 1:
        raise ValueError("Values can't be <= 1")
    return private_exponent % (q - 1)


def rsa_recover_private_exponent(e, p, q):
    'The smallest d for e and the two primes.'
    if e <= 1 or p <= 1 or q <= 1:
        raise ValueError("Values can't be <= 1")
    return pow(e, -1, (p - 1) * (q - 1) // gcd(p - 1, q - 1))


def rsa_recover_prime_factors(n, e, d):
    'The two primes of n (FIPS 186-4, appendix B.3.1 of SP 800-56B).'
    if d <= 1 or e <= 1:
        raise ValueError("d, e can't be <= 1")
    if pow(17, d * e, n) != 17:
        raise ValueError('n, d, e don\'t match')
    odd = d * e - 1
    if odd % 2:
        raise ValueError('Unable to compute factors p and q from exponent d.')
    twos = (odd & -odd).bit_length() - 1
    odd >>= twos
    for _ in range(500):
        x = pow(SystemRandom().randrange(2, n), odd, n)
        for _ in range(twos):
            y = x * x % n
            if y == 1 and x not in (1, n - 1):
                p = gcd(x + 1, n)
                return max(p, n // p), min(p, n // p)
            x = y
    raise ValueError('Unable to compute factors p and q from exponent d.')


class RSAPublicNumbers:
    'e and n.'

    def __init__(self, e, n):
        if not isinstance(e, int) or not isinstance(n, int):
            raise TypeError('RSAPublicNumbers arguments must be integers.')
        self._e, self._n = e, n

    e = property(lambda self: self._e)
    n = property(lambda self: self._n)

    def public_key(self, backend=None):
        return rsa_public(self._e, self._n)

    def __repr__(self):
        return f'<RSAPublicNumbers(e={self._e}, n={self._n})>'

    def __eq__(self, other):
        if not isinstance(other, RSAPublicNumbers):
            return NotImplemented
        return self._e == other._e and self._n == other._n

    def __hash__(self):
        return hash((self._e, self._n))


class RSAPrivateNumbers:
    'All numbers of a private key.'

    def __reduce_ex__(self, protocol):  # a key is not saved by chance
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")

    def __init__(self, p, q, d, dmp1, dmq1, iqmp, public_numbers):
        for number in p, q, d, dmp1, dmq1, iqmp:
            if not isinstance(number, int):
                raise TypeError('RSAPrivateNumbers p, q, d, dmp1, dmq1, iqmp arguments must all be an integers.')
        if not isinstance(public_numbers, RSAPublicNumbers):
            raise TypeError('RSAPrivateNumbers public_numbers must be an RSAPublicNumbers instance.')
        self._numbers, self._public_numbers = (p, q, d, dmp1, dmq1, iqmp), public_numbers

    p = property(lambda self: self._numbers[0])
    q = property(lambda self: self._numbers[1])
    d = property(lambda self: self._numbers[2])
    dmp1 = property(lambda self: self._numbers[3])
    dmq1 = property(lambda self: self._numbers[4])
    iqmp = property(lambda self: self._numbers[5])
    public_numbers = property(lambda self: self._public_numbers)

    def private_key(self, backend=None, *, unsafe_skip_rsa_key_validation=False):
        return rsa_private(*self._numbers, self._public_numbers._e, self._public_numbers._n)

    def __eq__(self, other):
        if not isinstance(other, RSAPrivateNumbers):
            return NotImplemented
        return self._numbers == other._numbers and self._public_numbers == other._public_numbers

    def __hash__(self):
        return hash((self._numbers, self._public_numbers))
