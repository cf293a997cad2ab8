# upper, lower, title and capitalize of text that is not ASCII, character by character
# and with others around.
import hashlib

h = hashlib.sha256()
for first in range(0, 0x2000, 61):
    s = "".join(map(chr, range(first, first + 61)))
    for k in s, " ".join(s), "a" + s, "x'".join(s):
        for f in str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold:
            h.update(f(k).encode())
    if first % 610 == 0:
        print(hex(first), h.hexdigest()[:16])
for w in "ΑΣ", "ΑΣ Σ", "Σ", "ὈΔΥΣΣΕΎΣ ὈΔ", "ŉa ŉA", "ǆ ǅ Ǆx", "İI ı", "ß ßa", "\ud800a", "ÿ Ÿ µ", "ΐ" * 30, "ß" * 40:
    print(ascii([w.lower(), w.upper(), w.title(), w.capitalize()]))
