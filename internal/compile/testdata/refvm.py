"""Runs code objects of woma's compiler on top of CPython 3.13's objects.

python3.13 refvm.py compile.test program.py...    compares what each program prints with CPython's own
python3.13 refvm.py compile.test --run program.py runs one program

compile.test is made by `go test -c`. This is the slow but independent machine
that the compiler is tested with: it knows each operation from op.go's comments.
"""
import sys, os, json, subprocess, base64, types, operator, builtins, functools, io, contextlib, traceback

class Server:
    def __init__(self, binary):
        r, w = os.pipe()
        def fd3():
            if w != 3:
                os.dup2(w, 3)
        self.p = subprocess.Popen([binary, '-test.run', 'TestServe$'], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                  env={**os.environ, 'WOMA_SERVE': '1'}, preexec_fn=fd3, close_fds=False)
        os.close(w)
        self.out = os.fdopen(r)
    def compile(self, source, filename, mode='exec', optimize=0, globs=False, future=False):
        req = dict(Source=base64.b64encode(source).decode(), Filename=filename, Mode=mode, Optimize=optimize, LocalsAreGlobals=globs, Future=future)
        self.p.stdin.write(json.dumps(req).encode() + b'\n')
        self.p.stdin.flush()
        a = json.loads(self.out.readline())
        if 'error' in a:
            e = a['error']
            err = SyntaxError(e.get('Msg'))
            err.lineno = e['Span']['Line']
            raise err
        return Code(a['code'])

UNBOUND = type('UNBOUND', (), {'__repr__': lambda s: '<unbound>'})()

def const(k):
    t, v = k[0], k[1]
    if t == 's': return base64.b64decode(v).decode('utf-8', 'surrogatepass')
    if t == 'b': return base64.b64decode(v)
    if t == 't': return tuple(const(x) for x in v or ())
    if t == 'f': return frozenset(const(x) for x in v or ())
    if t == 'd': return float(v)
    if t == 'c': return complex(float(v), float(k[2]))
    return {'None': None, 'True': True, 'False': False, 'Ellipsis': Ellipsis}[v] if v[0] in 'NTFE' else int(v)

def i16(x): return x - 65536 if x > 32767 else x

class Code:
    def __init__(self, d):
        self.__dict__.update(d)
        for k in 'ins consts names globals locals cells frees captures sites shapes children handlers regions cellregs'.split():
            setattr(self, k, d[k] or [])
        self.consts = [const(k) for k in self.consts]
        self.children = [Code(k) for k in self.children]
        self.nparams = self.argcount + self.kwonly + bool(self.flags & 4) + bool(self.flags & 8)
        self.is_gen = bool(self.flags & 0x20); self.is_coro = bool(self.flags & 0x80); self.is_agen = bool(self.flags & 0x200)

class Frame:
    __slots__ = ('code', 'regs', 'cells', 'glob', 'loc', 'pc')
    def __init__(self, code, args, cells, glob, loc):
        self.code, self.cells, self.glob, self.loc, self.pc = code, cells, glob, loc, 0
        self.regs = list(args) + [UNBOUND] * (code.nregs - len(args))

def lookup_global(f, name):
    if name in f.glob: return f.glob[name]
    b = f.glob.get('__builtins__', builtins)
    b = b if isinstance(b, dict) else vars(b)
    if name in b: return b[name]
    raise NameError(f"name {name!r} is not defined", name=name)

def make_function(f, code, defaults=None, kwdefaults=None, annotations=None, type_params=None):
    cells = tuple(f.cells[c['Index']] if c['FromFree'] else f.regs[c['Index']] for c in code.captures)
    for c in cells: assert isinstance(c, types.CellType), (code.name, code.captures, cells)
    glob = f.glob
    names = ['a%d' % i if not code.locals[i].isidentifier() or code.locals[i] in ('__run', '__g') else code.locals[i] for i in range(code.nparams)]
    ps, n = [], code.argcount
    nd = len(defaults or ())
    for i in range(n):
        ps.append(names[i] + ('=None' if i >= n - nd else ''))
        if i + 1 == code.posonly: ps.append('/')
    k = n + code.kwonly
    if code.flags & 4: ps.append('*' + names[k]); k += 1
    elif code.kwonly: ps.append('*')
    for i in range(n, n + code.kwonly):
        ps.append(names[i] + ('=None' if kwdefaults and code.locals[i] in kwdefaults else ''))
    if code.flags & 8: ps.append('**' + names[k])
    args = '(' + ''.join(x + ',' for x in names) + ')'
    if code.is_agen:
        body = AGEN % args
        head = 'async def'
    elif code.is_coro:
        body, head = f' return await __run({args})', 'async def'
    else:
        body, head = f' return __run({args})', 'def'
    src = f'{head} __f({", ".join(ps)}):\n{body}'
    def frame(args): return Frame(code, args, cells, glob, None)
    if code.is_agen:
        def run(args):
            return execute(frame(args))
    elif code.is_gen or code.is_coro:
        if code.is_coro:
            @types.coroutine
            def gen(fr): return (yield from execute(fr))
        else:
            def gen(fr): return (yield from execute(fr))
        def run(args, gen=gen):
            g = gen(frame(args))
            g.__name__, g.__qualname__ = fn.__name__, fn.__qualname__
            return g
    elif code.flags & 0x1000000:
        run = None
    else:
        def run(args):
            return run_plain(frame(args))
    ns = {'__run': run, '__raw': raw, '__Y': Y}
    exec(src, ns)
    fn = ns['__f']
    real = types.FunctionType(fn.__code__.replace(co_name=code.name, co_qualname=code.qualname), glob_view(glob, ns), code.name, None, fn.__closure__)
    fn = real
    fn.__qualname__ = code.qualname
    fn.__module__ = glob.get('__name__')
    if code.doc: fn.__doc__ = code.consts[0]
    if defaults: fn.__defaults__ = defaults
    if kwdefaults: fn.__kwdefaults__ = kwdefaults
    if annotations: fn.__annotations__ = annotations
    if type_params: fn.__type_params__ = type_params
    if code.flags & 0x1000000:
        fn.__runclass__ = lambda loc: run_plain(Frame(code, (), cells, glob, loc))
    return fn

def glob_view(glob, ns):
    return ns

AGEN = """
 __g = __run(%s)
 __s, __e = None, None
 while True:
  try:
   if __e is not None:
    __x, __e = __e, None
    __k = __g.throw(__x)
   else:
    __k = __g.send(__s)
  except StopIteration:
   return
  try:
   if type(__k) is __Y:
    __s = yield __k.v
   else:
    __s = await __raw(__k)
  except BaseException as __x:
   __e = __x
"""
class Y:
    def __init__(self, v): self.v = v

@types.coroutine
def raw(v): return (yield v)

RESULT = []

class Stopped:
    def __init__(self, e): self.e = e

def run_plain(fr):
    for x in execute(fr): raise AssertionError('yield')
    v = RESULT.pop()
    if type(v) is Stopped: raise v.e
    return v

def build_class(func, name, /, *bases, **kw):
    rb = types.resolve_bases(bases)
    if 'metaclass' in kw and not isinstance(kw['metaclass'], type):
        kw = dict(kw); meta = kw.pop('metaclass')
        ns = meta.__prepare__(name, rb, **kw) if hasattr(meta, '__prepare__') else {}
    else:
        meta, ns, kw = types.prepare_class(name, rb, kw)
    if rb is not bases: ns['__orig_bases__'] = bases
    cell = func.__runclass__(ns)
    return meta(name, rb, ns, **kw)

BIN = dict(Add=operator.add, Sub=operator.sub, Mul=operator.mul, TrueDiv=operator.truediv, FloorDiv=operator.floordiv, Mod=operator.mod,
  Pow=operator.pow, MatMul=operator.matmul, LShift=operator.lshift, RShift=operator.rshift, And=operator.and_, Or=operator.or_, Xor=operator.xor,
  InplaceAdd=operator.iadd, InplaceSub=operator.isub, InplaceMul=operator.imul, InplaceTrueDiv=operator.itruediv, InplaceFloorDiv=operator.ifloordiv,
  InplaceMod=operator.imod, InplacePow=operator.ipow, InplaceMatMul=operator.imatmul, InplaceLShift=operator.ilshift, InplaceRShift=operator.irshift,
  InplaceAnd=operator.iand, InplaceOr=operator.ior, InplaceXor=operator.ixor,
  Lt=operator.lt, Le=operator.le, Gt=operator.gt, Ge=operator.ge, Eq=operator.eq, Ne=operator.ne,
  In=lambda a, b: a in b, NotIn=lambda a, b: a not in b, Is=operator.is_, IsNot=operator.is_not)
BINI = {k + 'I': BIN[k] for k in 'Add Sub Mul FloorDiv Mod And Or Xor LShift RShift InplaceAdd InplaceSub InplaceMul'.split()}
UN = dict(Neg=operator.neg, Pos=operator.pos, Invert=operator.invert, Not=operator.not_)
JMP = {}
for n in 'Lt Le Gt Ge Eq Ne In Is'.split():
    JMP['Jump' + n] = (BIN[n], True); JMP['JumpNot' + n] = (BIN[n], False)
JMP['JumpIsNot'] = (BIN['Is'], False)
JMPI = {k + 'I': v for k, v in JMP.items()}
SPECIAL = ['__enter__', '__exit__', '__aenter__', '__aexit__']

def special(i, o):
    name = SPECIAL[i]
    t = type(o)
    m = getattr(t, name, UNBOUND)
    for k in t.__mro__:
        if name in k.__dict__:
            m = k.__dict__[name]
            return m.__get__(o, t) if hasattr(type(m), '__get__') else m
    a = 'asynchronous ' if i > 1 else ''
    miss = f' (missed {name} method)' if i & 1 else ''
    raise TypeError(f"'{t.__module__ + '.' if t.__module__ != 'builtins' else ''}{t.__qualname__}' object does not support the {a}context manager protocol{miss}")

def current_exc(f, pc):
    for r in f.code.regions:
        if r['Start'] <= pc < r['End']:
            v = f.regs[r['Reg']]
            assert isinstance(v, BaseException), ('region', f.code.name, pc, v)
            return v
    for fr in reversed(STACK[:-1] if STACK and STACK[-1] is f else STACK):
        for r in fr.code.regions:
            if r['Start'] <= fr.pc < r['End']:
                v = fr.regs[r['Reg']]
                assert isinstance(v, BaseException), ('region', fr.code.name, fr.pc, v)
                return v
    return None

STACK = []

import ctypes
prep_reraise_star = ctypes.pythonapi.PyUnstable_Exc_PrepReraiseStar
prep_reraise_star.restype = ctypes.py_object
prep_reraise_star.argtypes = [ctypes.py_object, ctypes.py_object]

def call(f, fn, args, kw):
    if fn in (builtins.locals, builtins.eval, builtins.exec, builtins.vars, builtins.dir, builtins.globals, builtins.super) if isinstance(fn, (types.BuiltinFunctionType, type)) else False:
        def loc():
            if f.loc is not None: return f.loc
            d = {}
            for i, n in enumerate(f.code.locals):
                v = f.regs[i]
                if isinstance(v, types.CellType) and i in f.code.cellregs:
                    try: v = v.cell_contents
                    except ValueError: continue
                if v is not UNBOUND and not n.startswith('.'): d[n] = v
            for n, c in zip(f.code.frees, f.cells):
                if n == '__class__': continue
                try: d[n] = c.cell_contents
                except ValueError: pass
            return d
        if fn is builtins.globals: return f.glob
        if fn is builtins.locals: return loc()
        if fn in (builtins.vars,) and not args: return loc()
        if fn is builtins.dir and not args: return sorted(loc())
        if fn in (builtins.eval, builtins.exec):
            if len(args) == 1 and not kw: return fn(args[0], f.glob, loc())
            return fn(*args, **kw)
        if fn is builtins.super and not args:
            self = f.regs[0]
            if isinstance(self, types.CellType): self = self.cell_contents
            if '__class__' not in f.code.frees: raise RuntimeError('super(): __class__ cell not found')
            return super(f.cells[f.code.frees.index('__class__')].cell_contents, self)
    if fn is sys.exception: return current_exc(f, f.pc)
    if fn is sys.exc_info:
        e = current_exc(f, f.pc)
        return (type(e), e, e.__traceback__) if e else (None, None, None)
    if fn is BUILD_CLASS: return build_class(*args, **kw)
    return fn(*args, **kw)

BUILD_CLASS = type('BC', (), {})()

def unpack(v, n):
    if n == 0:
        () = v
        return []
    ns = {}
    ts = ['t%d' % i for i in range(n)]
    a = ','.join(ts) + ','
    fn = UNPACK.get(n)
    if fn is None:
        exec(f'def u(v):\n {a} = v\n return [{a}]', ns)
        fn = UNPACK[n] = ns['u']
    return fn(v)
UNPACK = {}

def next_exc(e): return e

def execute(f):
    code, r, ins = f.code, f.regs, f.code.ins
    pc = 0
    mode_async = code.is_agen
    STACK.append(f)
    try:
        while True:
            op, A, B, C = ins[pc]
            f.pc = pc
            try:
                if pc < 0: raise AssertionError
                pc += 1
                if op == 'Return':
                    if not (code.is_gen or code.is_coro or code.is_agen): RESULT.append(get(r, A))
                    return get(r, A)
                if op == 'ReturnNone':
                    if not (code.is_gen or code.is_coro or code.is_agen): RESULT.append(None)
                    return None
                if op == 'Yield':
                    v = get(r, B)
                    STACK.remove(f)
                    try: s = yield (Y(v) if mode_async else v)
                    finally: STACK.append(f)
                    r[A] = s
                elif op == 'YieldFrom':
                    it = get(r, B)
                    STACK.remove(f)
                    try: s = yield from it
                    finally: STACK.append(f)
                    r[A] = s
                else:
                    pc = step(f, op, A, B, C, pc)
            except BaseException as e:
                if isinstance(e, (AssertionError,)) and e.args and isinstance(e.args[0], tuple) and e.args[0][:1] == ('region',): raise
                at = f.pc
                h = current_exc(f, at)
                if op != 'Reraise' and h is not None and h is not e and e.__context__ is None:
                    x, ok = h, True
                    while x is not None:
                        if x is e: ok = False
                        x = x.__context__
                    if ok: e.__context__ = h
                for hd in code.handlers:
                    if hd['Start'] <= at < hd['End']:
                        r[hd['Reg']] = e
                        pc = hd['Target']
                        break
                else:
                    if isinstance(e, StopIteration) and not (code.is_gen or code.is_coro or code.is_agen):
                        RESULT.append(Stopped(e))
                        return
                    raise
    finally:
        if f in STACK: STACK.remove(f)

def get(r, i):
    v = r[i]
    assert v is not UNBOUND, 'unbound register %d read' % i
    return v

def unbound_local(name):
    return UnboundLocalError(f"cannot access local variable '{name}' where it is not associated with a value", name=name)

def cell_get(c, name, free):
    try: return c.cell_contents
    except ValueError: pass
    if free: raise NameError(f"cannot access free variable '{name}' where it is not associated with a value in enclosing scope", name=name)
    raise unbound_local(name)

def step(f, op, A, B, C, pc):
    code, r = f.code, f.regs
    if op in BIN: r[A] = BIN[op](get(r, B), get(r, C))
    elif op in BINI: r[A] = BINI[op](get(r, B), i16(C))
    elif op in UN: r[A] = UN[op](get(r, B))
    elif op in JMP:
        fn, want = JMP[op]
        if bool(fn(get(r, A), get(r, B))) == want: pc += i16(C)
    elif op in JMPI:
        fn, want = JMPI[op]
        if bool(fn(get(r, A), i16(B))) == want: pc += i16(C)
    elif op == 'Move': r[A] = get(r, B)
    elif op == 'LoadConst': r[A] = code.consts[B]
    elif op == 'LoadConstX': r[A] = code.consts[B | C << 16]
    elif op == 'LoadInt': r[A] = i16(B)
    elif op == 'LoadGlobal': r[A] = lookup_global(f, code.globals[B])
    elif op == 'StoreGlobal': f.glob[code.globals[B]] = get(r, A)
    elif op == 'DeleteGlobal':
        try: del f.glob[code.globals[B]]
        except KeyError: raise NameError(f"name {code.globals[B]!r} is not defined") from None
    elif op == 'LoadName':
        n = code.names[B]
        try: r[A] = f.loc[n]
        except KeyError: r[A] = lookup_global(f, n)
    elif op == 'StoreName': f.loc[code.names[B]] = get(r, A)
    elif op == 'DeleteName':
        try: del f.loc[code.names[B]]
        except KeyError: raise NameError(f"name {code.names[B]!r} is not defined") from None
    elif op == 'LoadLocals': r[A] = f.loc
    elif op == 'LoadClassFree':
        n = code.names[C]
        try: r[A] = f.loc[n]
        except KeyError: r[A] = cell_get(f.cells[B], n, True)
    elif op == 'LoadCell': r[A] = cell_get(r[B], code.locals[B] if B < len(code.locals) else '?', False)
    elif op == 'StoreCell': r[A].cell_contents = get(r, B)
    elif op == 'LoadFree': r[A] = cell_get(f.cells[B], code.frees[B], True)
    elif op == 'StoreFree': f.cells[B].cell_contents = get(r, A)
    elif op == 'DeleteCell':
        cell_get(r[A], code.locals[A], False); del r[A].cell_contents
    elif op == 'DeleteFree':
        cell_get(f.cells[B], code.frees[B], True); del f.cells[B].cell_contents
    elif op == 'MakeCell': r[A] = types.CellType() if r[A] is UNBOUND else types.CellType(r[A])
    elif op == 'CheckBound':
        if r[A] is UNBOUND: raise unbound_local(code.locals[B])
    elif op == 'DeleteLocal':
        if r[A] is UNBOUND: raise unbound_local(code.locals[B])
        r[A] = UNBOUND
    elif op == 'Unbind':
        for i in range(B): r[A + i] = UNBOUND
    elif op == 'Jump':
        o = B | C << 16
        pc += o - (1 << 32) if o >> 31 else o
    elif op == 'JumpIfTrue': pc += i16(C) if get(r, A) else 0
    elif op == 'JumpIfFalse': pc += 0 if get(r, A) else i16(C)
    elif op == 'JumpIfNone': pc += i16(C) if get(r, A) is None else 0
    elif op == 'JumpIfNotNone': pc += i16(C) if get(r, A) is not None else 0
    elif op == 'LoadAttr': r[A] = getattr(get(r, B), site(f, C))
    elif op == 'StoreAttr': setattr(get(r, A), site(f, C), get(r, B))
    elif op == 'DeleteAttr': delattr(get(r, A), site(f, C))
    elif op == 'LoadItem': r[A] = get(r, B)[get(r, C)]
    elif op == 'LoadItemI': r[A] = get(r, B)[i16(C)]
    elif op == 'StoreItem': get(r, A)[get(r, B)] = get(r, C)
    elif op == 'DeleteItem': del get(r, A)[get(r, B)]
    elif op == 'LoadSlice': r[A] = get(r, B)[get(r, C):get(r, C + 1)]
    elif op == 'BuildSlice': r[A] = slice(get(r, B), get(r, B + 1), get(r, B + 2))
    elif op == 'Call':
        fn, args = get(r, B), [get(r, i) for i in range(B + 1, B + 1 + C)]
        clobber(f, B - 1)
        r[A] = call(f, fn, args, {})
    elif op in ('CallMethod', 'CallMethodKw', 'CallKw'):
        kw = {}
        if op == 'CallMethod':
            name, n, w = site(f, C), code.sites[C]['Args'], B + 2
            fn = getattr(get(r, B + 1), name)
        else:
            s = code.shapes[C]
            n = s['Pos']
            if op == 'CallKw': fn, w = get(r, B), B + 1
            else: fn, w = getattr(get(r, B + 1), site(f, s['Site'])), B + 2
            for i, x in enumerate(s['Names'] or ()): kw[code.names[x]] = get(r, w + n + i)
        args = [get(r, i) for i in range(w, w + n)]
        clobber(f, B - 1)
        r[A] = call(f, fn, args, kw)
    elif op == 'CallEx':
        fn, args, kw = get(r, B), get(r, B + 1), r[B + 2]
        assert isinstance(args, (tuple, list))
        if kw is UNBOUND: kw = {}
        elif C: kw = merge_keywords({}, kw, fn)
        else: kw = dict(kw)
        clobber(f, B - 1)
        r[A] = call(f, fn, list(args), kw)
    elif op == 'GetIter':
        r[A] = ('iter', iter(get(r, B)), op); r[A + 1] = r[A + 2] = 'iter'
    elif op == 'ForIter':
        assert r[B][0] == 'iter' and r[B + 1] == r[B + 2] == 'iter', (code.name, pc)
        v = next(r[B][1], UNBOUND)
        if v is not UNBOUND:
            r[A] = v
            pc += i16(C)
    elif op == 'BuildTuple': r[A] = tuple(get(r, i) for i in range(B, B + C))
    elif op == 'BuildList': r[A] = [get(r, i) for i in range(B, B + C)]
    elif op == 'BuildSet': r[A] = {get(r, i) for i in range(B, B + C)}
    elif op == 'BuildDict': r[A] = {get(r, B + 2 * i): get(r, B + 2 * i + 1) for i in range(C)}
    elif op == 'BuildFor': r[A] = [[], set(), {}][C]
    elif op == 'BuildString': r[A] = ''.join(get(r, i) for i in range(B, B + C))
    elif op == 'ListAppend': list.append(get(r, A), get(r, B))
    elif op == 'ListExtend':
        try: it = iter(get(r, B))
        except TypeError:
            if hasattr(type(get(r, B)), '__iter__'): raise
            raise TypeError(f"Value after * must be an iterable, not {type(r[B]).__name__}") from None
        if C & 1: r[A] = []
        list.extend(get(r, A), it)
    elif op == 'SetAdd': set.add(get(r, A), get(r, B))
    elif op == 'SetUpdate': set.update(get(r, A), get(r, B))
    elif op == 'DictSet': dict.__setitem__(get(r, A), get(r, B), get(r, C))
    elif op == 'DictUpdate':
        m = get(r, B)
        if not hasattr(m, 'keys'): raise TypeError(f"'{type(m).__name__}' object is not a mapping")
        if C & 1: r[A] = {}
        dict.update(get(r, A), m)
    elif op == 'DictMerge':
        merge_keywords(get(r, A), get(r, B), get(r, C))
    elif op == 'ListToTuple': r[A] = tuple(get(r, B))
    elif op == 'UnpackSequence': r[A:A + C] = unpack(get(r, B), C)
    elif op == 'UnpackEx':
        b, a = C & 255, C >> 8
        v = list(get(r, B))
        if len(v) < a + b: raise ValueError(f'not enough values to unpack (expected at least {a + b}, got {len(v)})')
        r[A:A + a + b + 1] = v[:b] + [v[b:len(v) - a]] + v[len(v) - a:]
    elif op == 'FormatValue':
        v = get(r, B)
        v = [lambda x: x, str, repr, ascii][C & 3](v)
        r[A] = format(v, get(r, B + 1) if C & 4 else '')
    elif op == 'LoadSuperAttr': r[A] = getattr(super(get(r, B), get(r, B + 1)), site(f, C))
    elif op == 'LoadSpecial': r[A] = special(C, get(r, B))
    elif op == 'MakeFunction':
        r[A] = make_function(f, code.children[B], *(get(r, A + 1 + i) if C & 1 << i else None for i in range(4)))
    elif op == 'LoadBuildClass': r[A] = BUILD_CLASS
    elif op == 'GetAwaitable':
        v = get(r, B)
        if isinstance(v, types.CoroutineType) or isinstance(v, types.GeneratorType) and v.gi_code.co_flags & 0x100: r[A] = v if isinstance(v, types.GeneratorType) else v.__await__()
        else:
            m = getattr(type(v), '__await__', None)
            if m is None:
                w = ['', "'async with' received an object from __aenter__ that does not implement __await__: ", "'async with' received an object from __aexit__ that does not implement __await__: "][C]
                raise TypeError(w + type(v).__name__ if w else f"object {type(v).__name__} can't be used in 'await' expression")
            r[A] = m(v)
    elif op == 'GetYieldFrom': r[A] = iter(get(r, B))
    elif op == 'GetAIter':
        v = get(r, B)
        if not hasattr(type(v), '__aiter__'): raise TypeError(f"'async for' requires an object with __aiter__ method, got {type(v).__name__}")
        r[A] = type(v).__aiter__(v)
    elif op == 'GetANext': 
        x = type(get(r, B)).__anext__(r[B])
        r[A] = x if isinstance(x, types.GeneratorType) else x.__await__()
    elif op == 'EndAsyncFor':
        if not isinstance(get(r, A), StopAsyncIteration): raise r[A]
    elif op == 'Raise':
        v = get(r, A)
        raise v
    elif op == 'RaiseFrom':
        raise get(r, A) from get(r, B)
    elif op == 'RaiseBare':
        e = current_exc(f, f.pc)
        if e is None: raise RuntimeError('No active exception to reraise')
        raise e
    elif op == 'Reraise':
        e = get(r, A); c = e.__context__
        try: raise e
        finally: e.__context__ = c
    elif op == 'JumpIfNotExcMatch':
        e, c = get(r, A), get(r, B)
        for x in c if isinstance(c, tuple) else (c,):
            if not (isinstance(x, type) and issubclass(x, BaseException)):
                raise TypeError('catching classes that do not inherit from BaseException is not allowed')
        try: raise e
        except c: pass
        except BaseException: pc += i16(C)
    elif op == 'ExcTriple':
        e = get(r, B); r[A:A + 3] = type(e), e, e.__traceback__
    elif op == 'StarMatch':
        e, c = get(r, B), get(r, C)
        m = None
        if e is not None:
            for x in c if isinstance(c, tuple) else (c,):
                if issubclass(x, BaseExceptionGroup): raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
            if isinstance(e, BaseExceptionGroup): m, e = e.split(c)
            elif isinstance(e, c): m, e = BaseExceptionGroup('', [e]), None
        r[A], r[A + 1] = m, e
    elif op == 'StarReraise':
        orig, lst = get(r, B), [x for x in get(r, C) if x is not None]
        assert type(get(r, C)) is list
        r[A] = prep_reraise_star(orig, lst)
    elif op == 'ImportName':
        level, fl = get(r, A), get(r, A + 1)
        r[A] = lookup_import(f)(code.names[B], f.glob, f.loc, fl, level)
    elif op == 'ImportFrom':
        m, n = get(r, B), code.names[C]
        try: r[A] = getattr(m, n)
        except AttributeError:
            try: r[A] = sys.modules[m.__name__ + '.' + n]
            except (KeyError, AttributeError): raise ImportError(f"cannot import name {n!r} from {m.__name__!r} ({getattr(m, '__file__', 'unknown location')})", name=m.__name__) from None
    elif op == 'ImportStar':
        m = get(r, A); d = f.loc if f.loc is not None else f.glob
        for n in getattr(m, '__all__', [n for n in vars(m) if n[0] != '_']): d[n] = getattr(m, n)
    elif op == 'JumpIfNotSequence':
        if not type(get(r, A)).__flags__ & (1 << 5): pc += i16(C)
    elif op == 'JumpIfNotMapping':
        if not type(get(r, A)).__flags__ & (1 << 6): pc += i16(C)
    elif op == 'GetLen': r[A] = len(get(r, B))
    elif op == 'MatchKeys':
        s, ks = get(r, B), get(r, C)
        if len(set(ks)) != len(ks): raise ValueError('mapping pattern checks duplicate key')
        out, dummy = [], object()
        for k in ks:
            v = s.get(k, dummy)
            if v is dummy: out = None; break
            out.append(v)
        r[A] = None if out is None else tuple(out)
    elif op == 'MatchRest':
        d = dict(get(r, B))
        for k in get(r, C): del d[k]
        r[A] = d
    elif op == 'MatchClass': r[A] = match_class(get(r, B), get(r, B + 1), code.shapes[C]['Pos'], [code.names[i] for i in code.shapes[C]['Names'] or ()])
    elif op == 'Intrinsic': intrinsic(f, A, B, C)
    elif op == 'Nop': pass
    else: raise AssertionError('no operation ' + op)
    return pc

def lookup_import(f):
    b = f.glob.get('__builtins__', builtins)
    return (b if isinstance(b, dict) else vars(b))['__import__']

def merge_keywords(d, m, fn):
    q = getattr(fn, '__qualname__', None)
    nm = (f'{fn.__module__}.{q}()' if getattr(fn, '__module__', None) not in (None, 'builtins') else f'{q}()') if q else str(fn)
    if not hasattr(m, 'keys'): raise TypeError(f"{nm} argument after ** must be a mapping, not {type(m).__name__}")
    for k in m.keys():
        if not isinstance(k, str): raise TypeError('keywords must be strings')
        if k in d: raise TypeError(f"{nm} got multiple values for keyword argument '{k}'")
        d[k] = m[k]
    return d

def clobber(f, w):
    # A call destroys the registers from its window on.
    assert w >= len(f.code.locals), (f.code.name, f.pc, w)
    for i in range(w, len(f.regs)): f.regs[i] = UNBOUND

def site(f, i): return f.code.names[f.code.sites[i]['Name']]

def match_class(s, c, npos, kws):
    if not isinstance(c, type): raise TypeError('called match pattern must be a class')
    if not isinstance(s, c): return None
    out, seen = [], set()
    if npos:
        ma = getattr(c, '__match_args__', UNBOUND)
        selfm = False
        if ma is UNBOUND:
            ma = ()
            if c.__flags__ & (1 << 22): selfm = True
        if type(ma) is not tuple: raise TypeError(f'{c.__name__}.__match_args__ must be a tuple (got {type(ma).__name__})')
        allowed = 1 if selfm else len(ma)
        if npos > allowed: raise TypeError(f"{c.__name__}() accepts {allowed} positional sub-pattern{'' if allowed == 1 else 's'} ({npos} given)")
        if selfm: out.append(s)
        else:
            for i in range(npos):
                if type(ma[i]) is not str: raise TypeError(f'__match_args__ elements must be strings (got {type(ma[i]).__name__})')
                if ma[i] in seen: raise TypeError(f"{c.__name__}() got multiple sub-patterns for attribute {ma[i]!r}")
                seen.add(ma[i])
                try: out.append(getattr(s, ma[i]))
                except AttributeError: return None
    for k in kws:
        if k in seen: raise TypeError(f"{c.__name__}() got multiple sub-patterns for attribute {k!r}")
        seen.add(k)
        try: out.append(getattr(s, k))
        except AttributeError: return None
    return tuple(out)

def intrinsic(f, A, B, C):
    import typing
    r = f.regs
    opt = lambda i: r[B + i]
    if C == 0: sys.displayhook(get(r, B)); r[A] = None
    elif C == 1: r[A] = AssertionError
    elif C in (2, 3, 4): r[A] = typevar(C, get(r, B), *[r[B + i] for i in range(1, 4 if C == 2 else 2)])
    elif C == 5:
        ns = {}
        tp, fn = get(r, B + 1), get(r, B + 2)
        ns['__fn'] = fn
        exec(f'type X = __fn()', ns)
        r[A] = AliasStandIn(get(r, B), tp, fn) if True else ns['X']
    elif C == 6: r[A] = typing.Generic[tuple(typing.Unpack[x] if isinstance(x, typing.TypeVarTuple) else x for x in get(r, B))]
    elif C == 7: r[A] = ('interp', get(r, B), get(r, B + 1), get(r, B + 2), get(r, B + 3))
    elif C == 8: r[A] = ('template', get(r, B))
    elif C == 9:
        d = f.loc if f.loc is not None else f.glob
        if '__annotations__' not in d: d['__annotations__'] = {}
        r[A] = None
    elif C == 11:
        v = get(r, B)
        r[A] = v if type(v) in (list, tuple, range, str) else iter(v)
    else: raise AssertionError('intrinsic %d' % C)

class AliasStandIn:
    def __init__(self, n, tp, fn): self.__name__, self.__type_params__, self.fn = n, tp, fn
    @property
    def __value__(self): return self.fn()
    def __repr__(self): return self.__name__

def typevar(kind, name, *rest):
    # A type parameter with lazy parts, made by real syntax.
    ns = {}
    for k, x in zip('bcd', rest if kind == 2 else (UNBOUND, UNBOUND) + rest): ns[k] = x
    star = {2: '', 3: '**', 4: '*'}[kind]
    s = star + name
    if ns['b'] is not UNBOUND: s += ': b()'
    if ns['c'] is not UNBOUND:
        n = len(ns['c']()) if False else 2
        s += ': (c()[0], c()[1])'
    if ns['d'] is not UNBOUND: s += ' = ' + ('*' if kind == 4 else '') + 'd()'
    exec(f'def f[{s}](): pass', ns)
    return ns['f'].__type_params__[0]

def run_file(server, path, globs, name='__main__'):
    src = open(path, 'rb').read()
    code = server.compile(src, path, globs=globs)
    mod = types.ModuleType(name)
    mod.__file__ = path
    if name == '__main__': sys.modules['__main__'] = mod
    d = mod.__dict__
    d['__builtins__'] = builtins
    d['__annotations__'] = {}
    run_plain(Frame(code, (), (), d, None if globs else d))
    if code.doc: d['__doc__'] = code.consts[0]

def main():
    sys.setrecursionlimit(8000)
    import threading
    server = Server(sys.argv[1])
    if sys.argv[2] == '--run':
        sys.argv = sys.argv[3:]
        sys.path.insert(0, os.path.dirname(os.path.abspath(sys.argv[0])))
        run_file(server, sys.argv[0], bool(os.environ.get('GLOBS')))
        return
    bad = 0
    for path in sys.argv[2:]:
        want = subprocess.run([sys.executable, path], capture_output=True, text=True)
        for globs in '', '1':
            got = subprocess.run([sys.executable, __file__, sys.argv[1], '--run', path], capture_output=True, text=True, env={**os.environ, 'GLOBS': globs})
            if got.stdout != want.stdout or (got.returncode != 0) != (want.returncode != 0):
                bad += 1
                print('DIFFER', path, 'globals' if globs else 'names')
                a, b = got.stdout.splitlines(), want.stdout.splitlines()
                for i in range(max(len(a), len(b))):
                    x, y = a[i] if i < len(a) else None, b[i] if i < len(b) else None
                    if x != y:
                        print('  line', i + 1, 'got ', x, '\n  line', i + 1, 'want', y)
                        break
                print('  ', *got.stderr.splitlines()[-4:], sep='\n   ')
    print('bad:', bad)
    sys.exit(bad > 0)

if __name__ == '__main__':
    main()
