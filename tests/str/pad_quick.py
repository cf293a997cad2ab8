# Padding of all kinds of text to all kinds of widths.
class S(str):
    pass


for text in ('', 'a', 'ab', 'abc', '-1', '+12', '-', '12', 'é', '€x', S('sub'), S(''), 'x' * 300):
    for width in (-5, 0, 1, 2, 3, 4, 5, 8, 255, 256, 257, True):
        for f in (str.center, str.ljust, str.rjust):
            for r in (f(text, width), f(text, width, '*'), f(text, width, 'é')):
                assert len(r) == max(len(text), width) and text in r, (text, width)
                assert type(r) is str
        z = text.zfill(width)
        assert len(z) == max(len(text), width) and type(z) is str
        if width < 9:
            print(repr(text[:5]), width, [f(text, width, c)[:12] for f in (str.center, str.ljust, str.rjust) for c in ' .'], z[:12])
for bad in ("'a'.center()", "'a'.center('b')", "'a'.ljust(5, '')", "'a'.rjust(5, 'xy')", "'a'.ljust(5, 1)", "'a'.zfill()", "'a'.zfill(1.5)",
            "'a'.zfill(5, '0')", "'a'.center(5, 'x', 'y')", "'a'.rjust(2**70)"):
    try:
        print(eval(bad))
    except (TypeError, OverflowError) as e:
        print(bad, type(e).__name__, e)

for text in ('', 'a', 'hello', S('hello'), 'é€'):
    for t in ((), ('',), ('x', 'he'), ('lo', 'o', 'h'), ('é', '€'), ('hello there',), (S('he'), S('lo'))):
        print(text.startswith(t), text.endswith(t), text.startswith(t, 1), text.endswith(t, 0, 1))
for bad in (('x', 1), (1, 'h'), ('h', 1), ['h'], ('x', ('h',))):
    try:
        print(bad, 'hello'.startswith(bad))
    except TypeError as e:
        print(bad, e)
