# Strings that grow by += share memory; none may see what is added to another.
def check(what, ok):
    if not ok:
        print("wrong:", what)


def grown(n, piece="ab", start=""):
    s = start
    for _ in range(n):
        s += piece
    return s


# every prefix keeps its text
for piece in ("x", "ab", "0123456789" * 7, "é", "漢字", "\U0001f600", "a\udc80"):
    kept = []
    s = ""
    for i in range(150):
        s += piece
        kept.append(s)
    for i, k in enumerate(kept):
        check(("prefix", piece, i), k == piece * (i + 1) and len(k) == len(piece) * (i + 1))
        check(("hash", piece, i), hash(k) == hash(piece * (i + 1)))

# two strings that grow from the same one
for n in range(20, 120):
    s = grown(n)
    t = s
    s += "S"
    t += "T"
    s += "s"
    t += "t" * (n % 9)
    u = s
    for i in range(40):
        s += "1"
        t += "2"
        if i % 7 == 3:
            u += "3"
    check(("branch s", n), s == "ab" * n + "Ss" + "1" * 40)
    check(("branch t", n), t == "ab" * n + "T" + "t" * (n % 9) + "2" * 40)
    check(("branch u", n), u == "ab" * n + "Ss" + "3" * 6)

# one that was the newest, when another has taken its place in a larger buffer
for size in range(60, 400, 7):
    s = "." * 40
    s += "-" * 30
    old = []
    for i in range(60):
        old.append(s)
        s += "+" * (1 + size % 5)
    again = []
    for i, k in enumerate(old):
        k += "/"
        k += "\\"
        again.append(k)
    for i, k in enumerate(again):
        check(("again", size, i), k == "." * 40 + "-" * 30 + "+" * (i * (1 + size % 5)) + "/\\")
        check(("old", size, i), old[i] == k[:-2])
    check(("newest", size), s == "." * 40 + "-" * 30 + "+" * (60 * (1 + size % 5)))

# ASCII first, other characters later, and positions in both
s = ""
for i in range(300):
    s += "a" if i % 50 else "é"
    check(("mixed", i), len(s) == i + 1 and s[i // 2] == ("a" if i // 2 % 50 else "é") and s[-1] == ("a" if i % 50 else "é"))
check("mixed encode", len(s.encode()) == 306)
t = s
s += "漢"
t += "b"
check("mixed branch", s[-2:] == "a漢" and t[-2:] == "ab" and s[:-1] == t[:-1])

# + makes new strings and leaves the old one to grow
s = grown(50)
parts = [s + str(i) for i in range(30)]
s += "!"
check("sums", parts == ["ab" * 50 + str(i) for i in range(30)] and s == "ab" * 50 + "!")
s = grown(200)
parts = [s + "é" + str(i) for i in range(30)]
s = s + "!"
s = s + "?"
check("long sums", parts == ["ab" * 200 + "é" + str(i) for i in range(30)] and s == "ab" * 200 + "!?")

# twice the same, itself, nothing
s = grown(40)
s += s
s += s[1:]
s += ""
check("itself", s == "ab" * 80 + ("ab" * 80)[1:])


class Sub(str):
    pass


s = Sub(grown(50))
t = s
s += "x"
check("subclass", type(t) is Sub and type(s) is str and s == "ab" * 50 + "x" and t == "ab" * 50)
s = grown(50)
s += Sub("tail")
t = Sub(s)
s += "x"
check("subclass of a grown one", t == "ab" * 50 + "tail" and s == t + "x" and type(t + "") is str)


class Holder:
    text = ""


h = Holder()
for i in range(500):
    h.text += chr(97 + i % 26)
check("attribute", h.text == "".join(chr(97 + i % 26) for i in range(500)))
d = {"k": ""}
for i in range(500):
    d["k"] += chr(97 + i % 26)
check("item", d["k"] == h.text)

# methods and formats of grown strings
s = grown(60, "Ab ")
check("methods", s.upper() == "AB " * 60 and s.strip() == ("Ab " * 60)[:-1] and s.split() == ["Ab"] * 60
      and s.replace("b", "c") == "Ac " * 60 and s.find("b ") == 1 and s.count("A") == 60 and s.encode() == b"Ab " * 60
      and s.startswith("Ab A") and s.endswith("b ") and s * 2 == "Ab " * 120 and s[::2] == ("Ab " * 60)[::2])
check("formats", "%s" % s == s and f"<{s}>" == "<" + s + ">" and f"{s:>200}" == " " * 20 + s and "{}".format(s) == s and ",".join([s, s]) == s + "," + s)
check("keys", {s: 1}["Ab " * 60] == 1 and s in {"Ab " * 60})
print("done")
