# Many parts, and texts around the sizes at which strings are made in another way.
words = [w * (1 + i % 11) for i, w in enumerate("a bc def é ghij klmno pqrstu vwxyz0 ß 0123456789".split() * 40)]
ascii_words = [w for w in words if w.isascii()]
for n in (1, 2, 3, 62, 63, 64, 65, 66, 100, 300):
    for ws in (words[:n], ascii_words[:n], ["x"] * n, [""] * n, ["same"] * n):
        for sep in (" ", ", ", "\n", "--", "ö"):
            text = sep.join(ws)
            if text.split(sep) != ([""] if not ws else ws):
                print("wrong: split", n, ws[:3], sep)
            for limit in (0, 1, n // 2, n - 1, n, n + 1):
                if text.split(sep, limit) != ws[:limit] + ([sep.join(ws[limit:])] if limit < n else []):
                    print("wrong: limit", n, limit, ws[:3], sep)
            if text.rsplit(sep) != ws:
                print("wrong: rsplit", n, ws[:3], sep)
        full = [w for w in ws if w]
        for blank in (" ", "  ", "\t\n"):
            if (blank + blank.join(ws) + blank).split() != full:
                print("wrong: split()", n, ws[:3])

# parts that are equal are strings of their own value all the same
parts = ("ab cd " * 100).split()
print(len(parts), parts[:3], {p: parts.count(p) for p in parts}, "".join(parts) == "abcd" * 100)

for n in (0, 1, 2, 63, 64, 65, 255, 256, 257, 1023, 1024, 4095, 4096, 4097, 9000):
    s = ("abcdefghijklmnopqrstuvwxyz" * 400)[:n]
    for a, b in (("c", "X"), ("c", ""), ("c", "XYZ"), ("cde", "X"), ("cde", "cdecde"), ("z", "é"), ("cde", "XYZ"), ("abc", ""), ("?", "!")):
        want = ""
        i = 0
        while i < n:
            if s[i:i + len(a)] == a:
                want += b
                i += len(a)
            else:
                want += s[i]
                i += 1
        if s.replace(a, b) != want:
            print("wrong: replace", n, a, b)
    up = "".join(chr(ord(c) - 32) for c in s)
    if s.upper() != up or up.lower() != s:
        print("wrong: case", n)
    for sep in ("", ",", ", ", "é"):
        want = ""
        for i, c in enumerate(s):
            want += (sep if i else "") + c
        if sep.join(s) != want or sep.join(list(s)) != want or sep.join(tuple(s)) != want:
            print("wrong: join", n, sep)
        if len(sep.join([s, s, s])) != 3 * n + 2 * len(sep) or sep.join([s, s]) != s + sep + s:
            print("wrong: join of long ones", n, sep)
try:
    ",".join(["a"] * 500 + [1])
except TypeError as e:
    print(e)


class Sub(str):
    pass


print(type("".join([Sub("ab")] * 500)), len(",".join([Sub("ab")] * 500)), ",".join([Sub("a"), "b", Sub("é")]))
