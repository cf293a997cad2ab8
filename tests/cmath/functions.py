import cmath
print(cmath.sqrt(-1), cmath.exp(1j*cmath.pi), cmath.phase(-1), cmath.polar(1+1j), cmath.rect(1,1), cmath.log(-1), cmath.sin(1+1j), cmath.tanh(.5+2j), cmath.acos(2), cmath.atan(.5j), cmath.log10(100), cmath.log(8,2))
for z in (1+2j, -1.5+.3j, .1-.7j, 3-4j, -2-2j, 0j, -0.0+1j, 1e200+1j, 1e-320j,complex('inf'),complex('-inf+1j'),complex(1,float('inf'))):
    for f in 'acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh phase polar'.split():
        try: print(z, f, getattr(cmath,f)(z))
        except (ValueError,OverflowError) as e: print(z, f, type(e).__name__, e)
