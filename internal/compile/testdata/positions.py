"""python3.13 positions.py compile.test file.py...: compares the places of calls,
attributes and the like with those in CPython's code objects."""
import sys, dis, types, collections, warnings
warnings.simplefilter('ignore')
sys.path.insert(0, __file__.rpartition('/')[0])
import refvm
KINDS = {
 'call': (('CALL', 'CALL_KW', 'CALL_FUNCTION_EX'), ('Call', 'CallMethod', 'CallKw', 'CallMethodKw', 'CallEx')),
 'attr': (('STORE_ATTR', 'DELETE_ATTR'), ('StoreAttr', 'DeleteAttr')),
 'binop': (('BINARY_OP',), tuple(n for n in refvm.BIN if n not in ('Lt Le Gt Ge Eq Ne In NotIn Is IsNot'.split())) + tuple(refvm.BINI)),
 'item': (('STORE_SUBSCR', 'DELETE_SUBSCR', 'STORE_SLICE'), ('StoreItem', 'DeleteItem')),
 'load': (('BINARY_SUBSCR', 'BINARY_SLICE'), ('LoadItem', 'LoadItemI', 'LoadSlice')),
 'cmp': (('COMPARE_OP', 'CONTAINS_OP'), tuple('Lt Le Gt Ge Eq Ne In NotIn'.split()) + tuple(k for k in (*refvm.JMP, *refvm.JMPI) if 'Is' not in k)),
 'raise': (('RAISE_VARARGS',), ('Raise', 'RaiseFrom', 'RaiseBare')),
 'unpack': (('UNPACK_SEQUENCE', 'UNPACK_EX'), ('UnpackSequence', 'UnpackEx')),
 'iter': (('GET_ITER', 'GET_AITER', 'FOR_ITER'), ('GetIter', 'GetAIter', 'ForIter')),
 'import': (('IMPORT_NAME', 'IMPORT_FROM'), ('ImportName', 'ImportFrom')),
 'global': (('LOAD_GLOBAL', 'LOAD_NAME'), ('LoadGlobal', 'LoadName')),
 'format': (('BUILD_STRING',), ('BuildString',)),
 'with': (('BEFORE_WITH', 'BEFORE_ASYNC_WITH'), ('LoadSpecial',)),
 'await': (('GET_AWAITABLE', 'GET_YIELD_FROM_ITER'), ('GetAwaitable', 'GetYieldFrom')),
 'yield': (('YIELD_VALUE',), ('Yield', 'YieldFrom')),
 'return': (('RETURN_VALUE', 'RETURN_CONST'), ('Return', 'ReturnNone')),
}
def theirs(code, out):
    for i in dis.get_instructions(code):
        for k, (a, b) in KINDS.items():
            if i.opname in a: out[k].add(tuple(i.positions))
    for c in code.co_consts:
        if isinstance(c, types.CodeType): theirs(c, out)
def ours(code, out):
    for i, p in zip(code.ins, code.pos):
        for k, (a, b) in KINDS.items():
            if i[0] in b: out[k].add(tuple(p))
    for c in code.children: ours(c, out)
server = refvm.Server(sys.argv[1])
total = collections.Counter()
for path in sys.argv[2:]:
    src = open(path, 'rb').read()
    try: a = compile(src, path, 'exec')
    except SyntaxError: continue
    x, y = collections.defaultdict(set), collections.defaultdict(set)
    theirs(a, x)
    ours(server.compile(src, path), y)
    lines = src.decode('utf-8', 'replace').split('\n')
    for k in KINDS:
        total[k, 'same'] += len(x[k] & y[k])
        for name, d in (('missing', x[k] - y[k]), ('extra', y[k] - x[k])):
            total[k, name] += len(d)
            for p in sorted(d, key=str)[:1]:
                if total[k, name] < 25:
                    print(k, name, path.rpartition('/')[2], p, lines[p[0] - 1].strip()[:100] if p[0] else '')
for k in sorted(total): print(*k, total[k])
