# Floats of many digits, zeros and infinities with signs, order of conversions.
import math, operator
print(0/-3, 0/-10**30, 0/10**400)
x=0
print(x/-3,x/-10**30)
print(float('1'*900+'e-880'), float('9'*1000+'e-700'), float('0.'+'0'*12000+'1e12001'), float('1'+'0'*12000+'e-12000'), float('-'+'1'*801), float('1'*1000+'.5e-990'), float('0'*900+'1.5'))
print(math.nextafter(-5e-324,0.0), math.nextafter(5e-324,-1.0), math.nextafter(0.0,-0.0), math.nextafter(-5e-324,1.0,steps=1),math.nextafter(-5e-324,0.0,steps=1), math.nextafter(-5e-324,1.0,steps=2))
for b in (0.0,-0.0):
    print(b**-math.inf, math.pow(b,-math.inf))
class S(str):
    def __float__(s): return 4.5
print(float(S('1')))
for f in (math.atan2, math.copysign, math.remainder, math.fmod, math.pow):
    class F:
        def __float__(s): print('conv'); return 1.0
    try: f('no',F())
    except TypeError as e: print(e)
