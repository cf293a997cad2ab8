import random
random.seed(3)
h=0
vals=[0,1,-1,2**63,-2**63,2**63-1,2**64,-2**64,10**20,-10**20,3**200,-3**200,7,-7,2**127-1]
for a in vals:
    for b in vals:
        print(a+b,a-b,a*b,end=' ')
        try: print(a//b,a%b,divmod(a,b))
        except ZeroDivisionError as e: print(e)
for i in range(3000):
    a=random.getrandbits(random.randint(1,3000))*random.choice((1,-1)); b=random.getrandbits(random.randint(1,1500))*random.choice((1,-1)) or 5
    assert (a//b)*b+a%b==a and (a%b==0 or (a%b<0)==(b<0))
    h=(h*31+a*b+(a-b)+(a+b)+a//b+a%b)%(2**61-1)
print(h)
