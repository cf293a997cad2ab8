# Strings that grow at the front share memory; none may see what is put before another.
def check(what, ok):
    if not ok:
        print("wrong:", what)


for piece in ("x", "ab", "0123456789" * 7, "é", "漢字", "\U0001f600", "a\udc80"):
    kept = []
    s = ""
    for i in range(600):
        s = piece + s
        kept.append(s)
    for i, k in enumerate(kept):
        check((piece, i), k == piece * (i + 1) and len(k) == len(piece) * (i + 1) and hash(k) == hash(piece * (i + 1)))

# two that grow from the same one, and at both ends
for n in (255, 256, 300, 5000, 20000):
    s = t = "-" * n
    for i in range(50):
        s = "s" + s
        t = "tt" + t
        if i % 5 == 0:
            u = s
            u = "u" + u
            s = "S" + s
            check(n, u[1:] == s[1:] and u[0] == "u" and s[0] == "S")
    check(n, s.count("s") == 50 and s.endswith("Ss" + "-" * n) and t == "tt" * 50 + "-" * n)
    s = "é" + s
    s = "a" + s
    s += "z"
    s = "b" + s
    s += "y"
    check(n, s[:4] == "baés" and s[-3:] == "-zy" and len(s) == n + 65)

# mixed lengths, empty pieces, a piece that is the string itself
s = "." * 300
for i in range(200):
    s = str(i) * (i % 50) + s
check("mixed", len(s) == 300 + sum(len(str(i)) * (i % 50) for i in range(200)))
for i in range(8):
    s = s + s
    s = s + s
    s = s[:400]
    s = s + s
print(len(s), hash(s) == hash("".join(s)))


class S(str):
    def __radd__(self, other):
        return "radd"


s = S("q" * 300)
s = "p" + s
print(s)
s = S("p")
t = "q" * 300
t = s + t
t = s + t
print(type(t), len(t), t[:3])


def lines(n):
    out = ""
    for i in range(n):
        out = f"{i}: line\n" + out
    return out


print(lines(3))
check("lines", lines(40000).split("\n")[:-1] == [f"{i}: line" for i in reversed(range(40000))])
