# Containers that are extended by themselves.
import collections, array
class L(list): pass
x=L([1,2]); x+=x; print(x)
x=L([1,2]); x.extend(x); print(x)
x=L([1,2]); x[1:1]=x; print(x)
x=L([1,2]); x[::2]=L([9]); print(x)
x=L([1]); x.extend(iter([2])); print(x)
class D(collections.deque): pass
d=D([1,2]); d+=d; print(d); d.extend(d); print(d); d.extendleft(d); print(d)
class A(array.array): pass
a=A('i',[1,2]); a+=a; print(a); a.extend(a); print(a); a[1:1]=a; print(a)
class B(bytearray): pass

class S(set): pass
s=S([1,2]); s|=s; s.update(s); s-=s; print(s)
s=S([1,2]); s.difference_update(s); print(s)
s=S([1,2]); s^=s; print(s); s=S([1]); s.symmetric_difference_update(s); print(s)
class M(dict): pass
m=M(a=1); m|=m; m.update(m); print(m)
class It(list):
    def __iter__(self): return iter([7,8])
x=It([1,2]); x+=x; print(x); x.extend(x); print(x); y=[0]; y+=It([5]); print(y); y.extend(It([5])); print(y)
