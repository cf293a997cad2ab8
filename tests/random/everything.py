# Seeds, distributions, choices and their errors: CPython's sequences.
import random
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
for s in [0,1,-5,2**100,'abc',b'abc',bytearray(b'xy'),1.5,None,'', (1,)]:
    if s is None: continue
    t(lambda: (random.seed(s), random.random(), random.getrandbits(70), random.randint(1,100)))
    t(lambda: (random.seed(s,1), random.random(), random.getrandbits(70), random.randint(1,100)))
random.seed(42)
L=list(range(20))
t(lambda: random.shuffle(L) or L)
t(lambda: random.sample(range(1000),10))
t(lambda: random.sample(L,3,counts=[2]*20))
t(lambda: random.choices(L,k=5)); t(lambda: random.choices('abc',weights=[1,2,3],k=5)); t(lambda: random.choices('abc',cum_weights=[1,2,3],k=5))
for n in ['betavariate(1,2)','binomialvariate(10,.3)','binomialvariate(1000,.3)','expovariate()','expovariate(2.)','gammavariate(.5,2)','gammavariate(1,2)','gammavariate(3,2)','gauss()','gauss(1,2)','normalvariate()','lognormvariate(0,1)','vonmisesvariate(1,4)','vonmisesvariate(1,0)','paretovariate(3)','weibullvariate(1,2)','triangular()','triangular(1,5,2)','uniform(3,4)','randbytes(9)','randrange(10)','randrange(5,50,3)','randrange(5,-50,-3)','choice("abc")','choice([])','randrange(0)','randrange(1.5)','randint(3,2)','sample([1],2)','sample({1},1)','choices([],k=1)','choices([1],weights=[0])','choices([1],weights=[1,2])','getrandbits(-1)','getrandbits(0)','randbytes(-1)','binomialvariate(-1)','binomialvariate(1,2)','shuffle(())', 'choices([1],weights=[1],cum_weights=[1])', 'randrange(1,5,0)','choices([1,2],weights=[1,float("inf")])','gammavariate(0,1)','sample([1,2],-1)','sample([1,2],2,counts=[1])','randrange(2**80)','randint(-2**70,2**70)','expovariate(0)','triangular(1,1)']:
    t(lambda: (n, eval('random.'+n)))
st=random.getstate(); a=random.random(); random.setstate(st); print(a==random.random(), st[0], len(st[1]), st[2])
t(lambda: random.setstate((1,2,3)))
t(lambda: random.setstate((3,(1,),None)))
r=random.Random(7); print(r.random(), r.getstate()[1][-1])
class R(random.Random):
    def random(self): return .25
t(lambda: (R().randrange(100), R().choice('abcdefgh'), R().shuffle([1,2,3])))
t(lambda: random.SystemRandom().seed(3)); t(lambda: random.SystemRandom().getstate()); t(lambda: random.SystemRandom().getrandbits(-1)); t(lambda: 0<=random.SystemRandom().random()<1)
t(lambda: len(random.SystemRandom().randbytes(5)))
