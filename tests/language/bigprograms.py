# Small whole programs: many features together.
def sieve(n):
    s = bytearray([1]) * (n + 1); s[:2] = b"\0\0"
    for i in range(2, int(n ** .5) + 1):
        if s[i]: s[i * i :: i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, v in enumerate(s) if v]
print(sieve(60), len(sieve(10000)))
def queens(n, row=0, cols=(), d1=(), d2=()):
    if row == n: return 1
    return sum(queens(n, row + 1, cols + (c,), d1 + (row + c,), d2 + (row - c,)) for c in range(n) if c not in cols and row + c not in d1 and row - c not in d2)
print(queens(6))
def calc(s):
    toks = iter(s.replace("(", " ( ").replace(")", " ) ").replace("*", " * ").replace("+", " + ").replace("-", " - ").replace("/", " / ").split() + [None])
    tok = next(toks)
    def adv():
        nonlocal tok
        t, tok = tok, next(toks, None)
        return t
    def atom():
        t = adv()
        if t == "(":
            v = expr(); adv(); return v
        if t == "-": return -atom()
        return float(t)
    def term():
        v = atom()
        while tok in ("*", "/"): v = v * atom() if adv() == "*" else v / atom()
        return v
    def expr():
        v = term()
        while tok in ("+", "-"): v = v + term() if adv() == "+" else v - term()
        return v
    return expr()
print(calc("1 + 2 * (3 - 4) / -8"), calc("((2))*3"))
class Node:
    __slots__ = "key", "left", "right"
    def __init__(self, key): self.key = key; self.left = self.right = None
class Tree:
    def __init__(self, items=()): self.root = None; [self.add(i) for i in items]
    def add(self, k):
        if self.root is None: self.root = Node(k); return
        n = self.root
        while n:
            side = "left" if k < n.key else "right"
            nxt = getattr(n, side)
            if nxt is None: setattr(n, side, Node(k)); return
            n = nxt
    def __iter__(self):
        def walk(n):
            if n: yield from walk(n.left); yield n.key; yield from walk(n.right)
        return walk(self.root)
print(list(Tree([5, 2, 8, 1, 9, 3])))
def hanoi(n, a="A", b="B", c="C"): return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)
print(len(hanoi(8)), hanoi(2))
def perms(l): return [[]] if not l else [[x] + p for i, x in enumerate(l) for p in perms(l[:i] + l[i + 1:])]
print(len(perms([1, 2, 3, 4])), perms("abc")[3])
def collatz(n):
    while n != 1: yield n; n = n // 2 if n % 2 == 0 else 3 * n + 1
print(max(range(1, 300), key=lambda n: sum(1 for _ in collatz(n))))
def life(cells):
    count = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: count[x + dx, y + dy] = count.get((x + dx, y + dy), 0) + 1
    return {c for c, n in count.items() if n == 3 or n == 2 and c in cells}
g = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for _ in range(8): g = life(g)
print(sorted(g))
def mat(a, b): return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]
def mpow(m, n): return m if n == 1 else mat(mpow(m, n // 2), mpow(m, n - n // 2))
print(mpow([[1, 1], [1, 0]], 90)[0][1])
def rle(s):
    out, prev, n = "", None, 0
    for c in s + "\0":
        if c == prev: n += 1
        else:
            if prev: out += f"{n}{prev}"
            prev, n = c, 1
    return out
print(rle("aaabccdddd"))
memo = {}
def lcs(a, b):
    if (a, b) in memo: return memo[a, b]
    if not a or not b: r = ""
    elif a[0] == b[0]: r = a[0] + lcs(a[1:], b[1:])
    else: r = max(lcs(a[1:], b), lcs(a, b[1:]), key=len)
    memo[a, b] = r
    return r
print(lcs("AGGTABQWE", "GXTXAYBWE"))
class Matrix(list):
    def __matmul__(s, o): return Matrix(mat(s, o))
    def __str__(s): return "/".join(" ".join(f"{v:3}" for v in r) for r in s)
print(Matrix([[1, 2], [3, 4]]) @ [[5, 6], [7, 8]])
words = "the quick brown fox jumps over the lazy dog the end".split()
freq = {}
for w in words: freq[w] = freq.get(w, 0) + 1
print(sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
def interp(prog):
    acc = pc = 0; tape = [0] * 10; out = []; ptr = 0; jump = {}; st = []
    for i, c in enumerate(prog):
        if c == "[": st.append(i)
        elif c == "]": j = st.pop(); jump[i], jump[j] = j, i
    while pc < len(prog):
        match prog[pc]:
            case ">": ptr += 1
            case "<": ptr -= 1
            case "+": tape[ptr] = tape[ptr] + 1 & 255
            case "-": tape[ptr] = tape[ptr] - 1 & 255
            case ".": out.append(chr(tape[ptr]))
            case "[" if not tape[ptr]: pc = jump[pc]
            case "]" if tape[ptr]: pc = jump[pc]
        pc += 1
    return "".join(out)
print(interp("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++."))
