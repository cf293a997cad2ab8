import weakref, gc
class A:
    def __init__(self,n=0): self.n=n
    def m(self): return self.n
    def __repr__(self): return 'A%d'%self.n
def f():
    a=A(1); r=weakref.ref(a); print(r() is a, r.__callback__, weakref.ref(a)==r, hash(r)==hash(a))
    p=weakref.proxy(a); print(p.n, str(p), p.m(), p==a)
    p.n=5; print(a.n)
    d=weakref.WeakValueDictionary(); d['k']=a; k=weakref.WeakKeyDictionary(); k[a]=3; s=weakref.WeakSet([a])
    print(len(d),len(k),len(s),a in k,a in s,d['k'] is a,'k' in d)
    m=weakref.WeakMethod(a.m); print(m()())
    del a
    gc.collect()
    print(r(), len(d), len(k), len(s), m(), 'k' in d)
    try: p.n
    except ReferenceError as e: print(e)
f()
for x in (1,'a',None,[],{},(),b''):
    try: weakref.ref(x); print('ok')
    except TypeError as e: print(e)
class S: __slots__=('a',)
try: weakref.ref(S())
except TypeError as e: print(e)
weakref.ref(f); weakref.ref(A); weakref.ref({1})
def cb(r): print('cb', r())
def g():
    a=A(2); r=weakref.ref(a,cb); a=None; gc.collect(); return r
g()
def h():
    a=A(3); fi=weakref.finalize(a, print, 'fin', 1, sep='-'); print(fi.alive, fi.peek()[1:]); a=None; gc.collect(); print(fi.alive)
h()
o=A(4); weakref.finalize(o, print, 'at exit')
