class N:
    def __init__(s, v): s.v = v
    def __repr__(s): return f"N({s.v})"
for op in "add sub mul truediv floordiv mod pow matmul lshift rshift and or xor".split():
    setattr(N, f"__{op}__", lambda s, o, op=op: f"{s} {op} {o}")
    setattr(N, f"__r{op}__", lambda s, o, op=op: f"{s} r{op} {o}")
a, b = N(1), N(2)
print(a + b, a - 1, a * b, a / 2, a // b, a % b, a ** b, a @ b, a << b, a >> b, a & b, a | b, a ^ b, sep="; ")
print(1 + a, 2 - a, 3 * a, 4 / a, 5 // a, 6 % a, 7 ** a, 8 @ a, 9 << a, 1 >> a, 2 & a, 3 | a, 4 ^ a, "x" + a, [1] * a, sep="; ")
class I(N):
    def __iadd__(s, o): s.v += o; return s
    def __imul__(s, o): return NotImplemented
x = y = I(5); x += 3; print(x, x is y); x *= 2; print(x)
class U:
    def __neg__(s): return "neg"
    def __pos__(s): return "pos"
    def __invert__(s): return "inv"
    def __abs__(s): return "abs"
    def __bool__(s): return False
    def __len__(s): return 3
    def __contains__(s, x): return x == 1
    def __getitem__(s, k): return k
    def __setitem__(s, k, v): print("set", k, v)
    def __delitem__(s, k): print("del", k)
    def __index__(s): return 2
    def __int__(s): return 7
    def __float__(s): return 1.5
    def __complex__(s): return 2j
    def __round__(s, n=None): return ("round", n)
    def __divmod__(s, o): return "divmod"
    def __rdivmod__(s, o): return "rdivmod"
    def __hash__(s): return 99
    def __call__(s, *a): return a
    def __reversed__(s): return iter("rev")
    def __length_hint__(s): return 5
u = U()
print(-u, +u, ~u, abs(u), not u, len(u), 1 in u, 2 in u, 2 not in u, u[1], u[1:2], u[1:2:3, ...], u[()], u[1, 2], u[*[1, 2]])
u[0] = 1; u[1:2] = 3; del u[5]; u["a"] += "b"
print([10, 20, 30][u], int(u), float(u), complex(u), round(u), round(u, 2), divmod(u, 1), divmod(1, u), hash(u), u(1, 2), list(reversed(u)), bin(u), range(10)[u:], "abc" * u, hex(u))
class Cmp:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == getattr(o, "v", o)
    def __lt__(s, o): return s.v < getattr(o, "v", o)
    def __le__(s, o): return s.v <= getattr(o, "v", o)
c, d = Cmp(1), Cmp(2)
print(c == d, c != d, c < d, c > d, c <= d, c >= d, c == 1, c < 2, c <= 5, c == 1 == 1.0, sorted([d, c])[0].v, max(c, d).v)
try: hash(c)
except TypeError as e: print(e)
def log(v): print("log", v, end=" "); return v
print(log(1) < log(2) < log(0) < log(9)); print(log(0) and log(1), log(0) or log(2), not log(1))
print(1 if [] else 2, [] or {} or 0, 1 and "" and 2, 1 == 1.0 == True, 1 is 1, None is None, [] is [], 3 in [1, 2, 3], "b" in "abc", 1 not in (1,))
for src in ("1 + 'a'", "'a' + 1", "[] + ()", "None + 1", "1 < 'a'", "[] < ()", "-'a'", "~1.5", "1 @ 2", "{} | 1", "1 << -1", "1 / 0", "1 // 0", "1 % 0", "1.0 / 0", "0 ** -1", "1()", "1[0]", "1.x", "'a'['b']", "[][0]", "{}['k']", "[1][1.0]", "1 in 2", "len(1)", "not_defined", "'%d' % 'a'", "'a' * 'b'", "[1] * 1.5", "u.x", "abs('a')", "1j < 2j", "divmod(1, 0)", "2 ** 'x'", "None[0]", "(1)[0] + 2", "object() < object()", "object() + 1", "[] - []", "1 and 2 > 'a'", "pow(2, -1, 4)", "'abc' < 5", "b'a' + 'a'", "{1} + {2}"):
    try: print(src, "=", eval(src))
    except Exception as e: print(src, "->", type(e).__name__, e)
for src in ("x = 1; x += 'a'", "x = []; x += 5", "x = 'a'; x -= 1", "x = 1; x @= 2", "x = (1,); x[0] = 2", "del (1,)[0]", "x = 'abc'; x[0] = 'z'", "x = 5; del x[0]", "x = 5; x[0] = 1", "x = None; x.y = 1", "x = 5; del x.y", "x = {}; del x['q']", "x = [1]; del x[3]"):
    try: exec(src)
    except Exception as e: print(src, "->", type(e).__name__, e)
print(2 ** 10, -2 ** 2, 2 ** -1, 2 ** 3 ** 2, 7 // -2, -7 % 3, 7.5 // 2, -7.5 % 2, 1_000 * 3, 0x_ff, 0b1, 0o17, 1e3, .5, 5., 3j, 1 + 2j, 10 ** 20, 5 & 3 | 4 ^ 1, ~5, 1 << 70, -1 >> 3, not 1 == 2)
print("a" "b" 'c', """t""", r"\n", b"\x00a", rb"\x", "\t\\\'\101\x41\u0041\U00000041\N{LATIN SMALL LETTER A}", '\
joined')
print(1 .real, 1.5.is_integer(), [1, 2][::-1], "abc"[-1], (1, 2, 3)[1:], (yield_ := 4), {**{}}, {*()}, ..., lambda: 0 if 0 else 1) if False else print("ok")
