for a in [(3,),(0,),(-1,),(2,5),(5,2),(5,2,-1),(1,10,4),(10,1,-4),(2**63-1,2**63),(-2**63,-2**63+2),(0,2**63-1,2**62),(0,2**70,2**68),(-2**63,2**63-1,2**62),(2**63-1,-2**63,-2**62),(True,3)]:
    r=[]
    if len(a)==1:
        for i in range(a[0]): r.append(i)
    elif len(a)==2:
        for i in range(a[0],a[1]): r.append(i)
    else:
        for i in range(a[0],a[1],a[2]): r.append(i)
    print(a,r)
def f(*a):
    try:
        if len(a)==1:
            for i in range(a[0]): pass
        elif len(a)==3:
            for i in range(a[0],a[1],a[2]): pass
        else:
            for i in range(a[0],a[1]): pass
    except Exception as e: print(type(e).__name__, e)
f(1.5); f('a'); f(1,2,0); f(1.0,2); f(1,None)
class I:
    def __index__(self): return 3
f(I())
r=range(4)
for i in r:
    for j in r: print(i,j,end=' ')
print()
for i in range(10):
    if i==3: break
else: print('no')
print([x for x in range(3)], {x:y for x in range(2) for y in range(2)}, list(x for x in range(3)))
print(r, list(reversed(range(3))))
class A:
    def __init__(self, x): self.x=x
class B:
    def __init__(self, x): return x
class C(A): pass
print(A(1).x, C(2).x)
for bad in (lambda: B(3), lambda: A(), lambda: A(1,2)):
    try: bad()
    except TypeError as e: print(e)
def deep(n): return A(deep(n-1)) if n else A(0)
x=deep(300); n=0
while isinstance(x,A): x=x.x; n+=1
print(n)
class R:
    def __init__(self, n): self.r=R(n+1)
try: R(0)
except RecursionError as e: print(e)
