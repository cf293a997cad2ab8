# Logarithms to a base that is zero, one or infinite, and powers of infinite numbers.
import cmath

inf = float("inf")
for z in 0, 1, 2, -1, inf, -inf, 1j, 5e-324:
    for base in 0, 1, 2, 10, -1, inf, -inf, 1j:
        try:
            print(z, base, cmath.log(z, base))
        except Exception as e:
            print(z, base, type(e).__name__, e)
for a in inf, -inf, complex(inf, 1), complex(0, inf), complex(1, -inf):
    for b in 1j, complex(1, 1), 2j, 0.5, 0:
        try:
            print(a, b, a**b)
        except Exception as e:
            print(a, b, type(e).__name__, e)
