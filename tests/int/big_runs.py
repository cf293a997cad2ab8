# Runs of arithmetic on ints that leave 64 bits and come back, with all else that may stand
# between the operations.
import random
r=random.Random(5)
vals=[0,1,-1,2,-2,7,10,63,64,65,127,128,129,2**31,2**62,2**63-1,2**63,2**63+1,-2**63,-2**63-1,2**64-1,2**64,2**64+1,-2**64,2**65,2**127-1,2**127,2**127+1,-2**127,-2**127-1,2**128-1,2**128,-2**128,2**128+1]
for k in range(60): vals.append(r.getrandbits(r.choice([20,60,64,70,100,126,127,128,130,200,500,3000])) * r.choice([1,-1]))
def ops(a,b):
    out=[]
    x=a+b; y=x-a; z=(x*y)^a; w=(a&b)|(z&-a)
    out+= [x,y,z,w,~a,-b, a-b, a*b, a^b, a|b]
    if b:
        out+= [a//b, a%b, divmod(a,b), (a*b+7)%b, (a*a)//b]
    if 0<=b<300: out+=[a<<b, a>>b, (a<<b)>>3, -(a>>b)]
    out+=[a<b,a<=b,a==b,a!=b,a>b,a>=b, a<5, a>-7, a==b+0]
    return out
h=0
M=(1<<61)-1
def mix(h,v):
    if isinstance(v,tuple):
        for q in v: h=mix(h,q)
        return h
    return (h*1000003+int(v)%M+(int(v)<0))%M
for a in vals:
    for b in vals:
        for v in ops(a,b): h=mix(h,v)
    print(h)
def loop(n):
    x=1; y=3; acc=[]
    for k in range(n):
        t=x; x=y; y=t*x+k
        y&=(1<<200)-1
        if y>(1<<150): acc.append(y)
        x^=y>>3
        z=x
    return x,y,z,acc
print(loop(100))
def sw(n):
    a,b,c=1<<70,1<<80,1<<90
    for k in range(n):
        a,b,c=b,c,a+b-c
        d=e=a*b
        if k%7==3: d+=1
    return a,b,c,d,e
print(sw(200))
def many():
    a=1<<100; b=a+1;c=a+2;d=a+3;e=a+4;f=a+5;g=a+6;h=a+7;i=a+8;j=a+9;k=a+10;l=a+11;m=a+12;n=a+13;o=a+14;p=a+15;q=a+16;r=a+17;s=a+18
    return a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s
print(many())
g=1<<70
def glob():
    global g
    for i in range(300):
        g=g*3+i
        g%=1<<300
glob(); print(g)
class C: pass
o=C(); o.s=1<<80
def attr():
    x=o.s
    for i in range(50):
        x=x*5; o.s=x+1; x=o.s%(1<<90)+(1<<70)
    return x
print(attr(),o.s)
def cells():
    v=1<<70
    def inner():
        nonlocal v
        for i in range(40): v=v*7%((1<<99)+1)+(1<<64)
        return v
    return inner(),v
print(cells())
def lst():
    l=[1<<70]*10
    for i in range(100):
        x=l[i%10]*3+l[-1]
        l[(i+3)%10]=x&((1<<111)-1)
    return l
print(lst())
def exc():
    x=1<<80
    try:
        for i in range(10):
            x=x*3
            y=x//(5-i)
    except ZeroDivisionError as e:
        return x,y,i,str(e)
print(exc())
def gen():
    x=1<<80
    for i in range(5):
        x=x*x%((1<<120)-3); yield x
print(list(gen()))
def fact(n):
    r=1
    while n>1:
        r*=n; n-=1
    return r
print(fact(200))
def cond(n):
    x=1<<64
    s=0
    while x:
        s+=x&1; x>>=1
        if not x&1: s+=10
    return s
print(cond(0))
def fl():
    x=1<<70
    y=x*2+0.5
    return y, x*3-1.0, (x+1)/3, (x+1)**2
print(fl())
def chain(a,b,c): return a*b < b*c < c*c*c, a < b*c <= c
print(chain(1<<70,1<<71,1<<72))
