"""Makes wrong programs out of right ones.

    python3.13 mutate.py SEED COUNT FILE... > mutations.json

takes statements of the files at random and, of each, deletes, repeats, swaps, inserts or
replaces a token (two when SEED is even). ../mutations.py prints what compile() says to each;
run it with CPython and with woma to compare them over more files than those in mutations.json,
which come from tests and examples: 500 with seed 1, 300 with seed 2.
"""
import ast
import io
import json
import random
import re
import sys
import textwrap
import tokenize

POOL = '''( ) [ ] { } , : ; . = == := -> + - * ** / @ % & | ^ ~ < > <= != += ... ! 1 0x 1.5 1j 'a' b'x' f'{x}' "" x
y print None True _ match case type if else elif for while in is not and or lambda def class return yield await async
with as try except finally raise import from global nonlocal del pass break continue assert ' " \\\\ $ ? é 0777 1_
1__0 f'{x!r:>{w}}' *x **x x=1 else: except* finally: except:'''.split() + [
    "\n", "\n    ", " ", "\t", "'''", "# c\n", 'f"{', "x for x in y", "not in", "await x", "yield x"]


def statements(path):
    """Short statements of a file, also those inside others."""
    with open(path, encoding="utf-8") as f:
        source = f.read()
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return
    lines = source.splitlines(True)
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            first = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
            text = textwrap.dedent("".join(lines[first - 1 : node.end_lineno]))
            # CPython 3.13 has no t-strings; woma checks viper functions when it compiles them.
            if node.end_lineno - first < 14 and len(text) < 900 and not re.search(r"\b[rR]?[tT][rR]?['\"]|viper", text):
                yield text


def mutate(rng, text):
    try:
        tokens = [t for t in tokenize.generate_tokens(io.StringIO(text).readline)
                  if t.string.strip() or t.type == tokenize.INDENT]
    except (SyntaxError, tokenize.TokenError):
        return None
    if not tokens:
        return None
    starts = [0]
    for line in text.splitlines(True):
        starts.append(starts[-1] + len(line))
    spans = [(starts[t.start[0] - 1] + t.start[1], starts[t.end[0] - 1] + t.end[1]) for t in tokens]
    kind = rng.choice(["delete", "repeat", "swap", "insert", "replace", "insert"])
    i = rng.randrange(len(spans))
    a, b = spans[i]
    if kind == "delete":
        return text[:a] + text[b:]
    if kind == "repeat":
        return text[:b] + " " + text[a:b] + text[b:]
    if kind == "swap":
        if i + 1 == len(spans) or spans[i + 1][0] < b:
            return None
        c, d = spans[i + 1]
        return text[:a] + text[c:d] + text[b:c] + text[a:b] + text[d:]
    token = rng.choice(POOL)
    if kind == "insert":
        return text[:a] + token + rng.choice(["", " ", " ", " "]) + text[a:]
    return text[:a] + token + text[b:]


def main():
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    found = [text for path in sys.argv[3:] for text in statements(path)]
    made = {}
    while len(made) < count:
        text = mutate(rng, rng.choice(found))
        if text and seed % 2 == 0:
            text = mutate(rng, text)
        if text:
            made[text] = True
    print(json.dumps(list(made), indent=0, ensure_ascii=False))


if __name__ == "__main__":
    main()
