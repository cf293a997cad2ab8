# The methods and formats that have short forms for short ASCII text, on texts of all
# kinds and of lengths around the limits of those forms. A line per method: the sum
# of the results, and a sample.
import binascii

state = 12345


def below(n):
    global state
    state = (state * 1103515245 + 12345) & 0x7FFFFFFF
    return (state >> 8) % n


ASCII = [chr(c) for c in range(128)]
BLANKS = [" ", "\t", "a", "\x1c", "\x1f", "b", ",", "Z"]
WIDE = ASCII + ["é", "ß", "İ", "\u2003", "𝒳", "\x85"]


def text(n, letters):
    return "".join([letters[below(len(letters))] for _ in range(n)])


class Text(str):
    pass


LENGTHS = [0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 40, 64, 65, 100, 255, 256, 257, 300, 4096, 4097]
texts = [text(n, letters) for n in LENGTHS + list(range(30)) for letters in (ASCII, BLANKS, WIDE)]
texts += [Text(s) for s in texts[:12]]
results = {}


def note(what, value):
    r = results.setdefault(what, [0, 0, None])
    r[0] += 1
    r[1] = binascii.crc32(ascii(value).encode(), r[1])
    if r[2] is None or r[0] % 37 == 0:
        r[2] = ascii(value)[:60]


def attempt(what, f):
    try:
        note(what, f())
    except Exception as e:
        note(what, (type(e).__name__, str(e)))


for s in texts:
    t = text(1 + below(2), [" ", ",", "a", "\x00", "b"])
    u = text(below(4), WIDE if below(3) == 0 else ASCII)
    for name in ("upper", "lower", "strip", "lstrip", "rstrip", "split", "encode"):
        attempt(name, lambda: getattr(s, name)())
    attempt("upper", s.upper)
    attempt("strip", s.strip)
    attempt("type of strip", lambda: type(s.strip()).__name__)
    attempt("type of replace", lambda: type(s.replace("no such text", "")).__name__)
    attempt("split at", lambda: s.split(t))
    attempt("split None", lambda: s.split(None))
    attempt("split nothing", lambda: s.split(""))
    attempt("replace", lambda: s.replace(t, u))
    attempt("replace all", lambda: s.replace("", u))
    attempt("find", lambda: (s.find(t), s.rfind(t), s.count(t), s.find(""), s.count("")))
    attempt("join list", lambda: t.join([s, u, s]))
    attempt("join tuple", lambda: u.join((s, t)))
    attempt("join many", lambda: u.join([s] * 70))
    attempt("join one", lambda: type(u.join([s])).__name__)
    attempt("join wrong", lambda: u.join([s, 1]))

NUMBERS = [0, 1, -1, 9, 10, -9, 255, -255, 2**31, 2**63 - 1, -(2**63), 2**70, True]
FLOATS = [0.0, -0.0, 1.5, 2.5, -2.25, 1e15, -1e16, 1e300, float("inf"), float("nan"), 12345.678]
OTHERS = ["", "ab", "é", "x" * 300, None, [1], (1, 2), b"x"]
SPECS = ["", "d", "x", "5", "05", "<5", "^7", ">8", "*^9", "=6", "010", ".2", ".2f", "08.2f", "+d", "-5", "#x", "n", "e", ".0f", ".10f", "400",
         "s", "5s", "<05", ".3d", "%", "b", "c", "é<5", "0<5", "\x00<5", "\x00>6d", "5d ", "99999999999"]
for spec in SPECS:
    for v in NUMBERS + FLOATS + OTHERS:
        attempt("format " + spec, lambda: format(v, spec))
        attempt("str.format " + spec, lambda: ("[{:" + spec + "}]").format(v))
        attempt("f-string " + spec, lambda: f"<{v:{spec}}>")

FORMATS = ["%d", "%s", "%x", "%5d", "%05d", "%-5d", "%5s", "%05s", "%.2s", "%.2f", "%8.2f", "%08.2f", "%+d", "% d", "%r", "%%", "%", "%5", "%q", "%c",
           "%X", "%o", "%i", "%.3d", "%400d", "%#x", "%s-%s", "%(a)s", "abc", "%.f", "é%d", "%5%"]
for f in FORMATS:
    for v in NUMBERS + FLOATS + OTHERS:
        for args in (v, (v,), (v, 1), {"a": v}):
            attempt("percent " + f, lambda: f % args)

for name in sorted(results):
    print(ascii(name)[1:-1], *results[name])

# Strings that grow share a buffer; what was made of them on the way stays as it was.
grown, branches = "", []
for i in range(400):
    grown += chr(97 + i % 26)
    if i % 7 == 0:
        branches.append((grown + "X", grown + "YY", grown))
print(grown)
print(all([x == grown[:len(x) - 1] + "X" and y == g + "YY" and g == grown[:len(g)] for x, y, g in branches]))
