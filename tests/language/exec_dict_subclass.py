# Dictionaries with methods of their own as namespaces of exec and eval.
class NS(dict):
    def __missing__(s,k): return 'missing '+k
n=NS()
try: print(eval('x',n))
except NameError as e: print(e)
print(type(n))
print(eval('x',{},n))
class Env(dict):
    def hello(self): return 'hello'
    def __setitem__(self, k, v): dict.__setitem__(self, k, ('set', v))
e=Env(y=5)
exec('''
x = y
def f(): return g()
def g(): return x
z = f
del y
''', e)
print(e.hello(), sorted(k for k in e if k!='__builtins__'), e['x'], type(e))
class Plain(dict): pass
p=Plain()
exec('def f(): return g() + k\ndef g(): return 1\nk=2\nr=f()\nclass C:\n  a=k\n  def m(self): return k\nr2=C().m()\nimport math', p)
print(p['r'], p['r2'], p['f'](), p['C'].a, type(p), p['math'].pi>3)
exec('k = k + 1', p); print(p['k'])
print(eval('k*2', p), eval('[k for i in range(2)]', p), eval('(lambda: k)()', p))
