import types, copy, contextlib
print(int|str|None, (int|None)==(None|int), hash(int|str)==hash(str|int), type(int|str))
print(isinstance(1,int|str), isinstance(1.5,int|str), issubclass(bool,int|str), int|int, (int|str).__args__)
try: print(1|int)
except TypeError as e: print(e)
type A[K,V]=dict[K,list[V]]
print(A, A.__value__, A[int,str], A.__type_params__, A|None, A.__value__[int,str])
print(list[int].append, list[int](), dict[str,int], list[int]|None, tuple[()], [*tuple[int]])
def f[T](x:T)->T|None: return x
print(f.__type_params__)
print(copy.copy([1,[2]]), copy.deepcopy({1:[2,(3,[4])]}))
class P: pass
p=P(); p.x=[1]; q=copy.deepcopy(p); print(q.x, q.x is p.x, copy.copy(p).x is p.x)
a=[]; a.append(a); b=copy.deepcopy(a); print(b[0] is b)
@contextlib.contextmanager
def cm():
    print('in')
    try: yield 5
    finally: print('out')
with cm() as x: print(x)
try:
    with cm(): 1/0
except ZeroDivisionError as e: print('zde')
with contextlib.suppress(KeyError): {}[1]
import io
o=io.StringIO()
with contextlib.redirect_stdout(o): print('hidden')
print(repr(o.getvalue()))
with contextlib.ExitStack() as st:
    st.callback(print,'cb'); st.enter_context(cm())
@types.coroutine
def co():
    yield 1
    return 2
async def m(): return await co()
c=m(); print(c.send(None))
try: c.send(None)
except StopIteration as e: print(e.value)
print(types.FunctionType, types.CellType, types.TracebackType, types.UnionType, types.NoneType)
ns=types.SimpleNamespace(a=1); print(ns)
