# Instances whose attributes move into a dict, after instances of the class have
# got room for different numbers of attributes.

class A:
    pass

def fill(n):
    a = A()
    for i in range(n):
        setattr(a, 'a%d' % i, i)
    return a

for n in (1, 3, 2, 8, 20, 5, 40, 1):
    a = fill(n)
    del a.a0
    print(n, sorted(a.__dict__.items())[:3], hasattr(a, 'a0'), len(a.__dict__))
    a.b = 1
    a.__dict__['c'] = 2
    print(a.b, a.c, {}, {1: 2}, dict(x=1))
