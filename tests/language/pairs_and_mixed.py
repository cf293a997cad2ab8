def f(x):
    for t in enumerate(x):
        a, b = t
        print(t, a, b)
    for a, b in zip(x, 'xyz'):
        print(a, b)
    for (a, b) in {1:2,3:4}.items():
        print(a,b)
f([1,2])
for a, b in enumerate('ab', 5): print(a,b)
for a, b in zip([1,2],[3]): print(a,b)
try:
    for a, b in zip([1,2],[3],strict=True): print(a,b)
except ValueError as e: print(e)
d={1:1}
try:
    for k,v in d.items(): d[k+1]=2
except RuntimeError as e: print(e)
print(1 in {1.0:2}, 1.0 in {1:2}, 'a' in ('b',1,None,'a'), 1 in [None,True], float('nan') in [1.0], 1.0 in (1,), 2 in (1,'a',2.0))
n=float('nan')
print(n<1, n==1, n!=1, 1<n, not n<1, 1 if n<2 else 2, n in (n,))
print(2**53+1 == float(2**53), 2**53+1 > float(2**53), 10**30 > 1e29, 1<1.5, 'a'<'b', 'a'=='ab', 'é'>'z', 'a'<'ab')
