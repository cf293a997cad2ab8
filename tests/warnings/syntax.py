# SyntaxWarnings of compile(): which, where, once as errors.
import warnings

sources = [
    '1if 1 else 2', '0x1for x in ()', '1_0and 2', 'x = "a\\d"', "b'\\8'", "'\\400'", "f'{1}\\q'", 'x is 1', "'a' is not x", 'x is ()', 'assert (x, "y")',
    'x = 1\n\n[1, 2] [3, 4]', '"s"()', '1()', '(1, 2)(3)', '{}[1:2, 3]', '"a"["b"]', 'x == 1', 'x is None', "r'\\d'", 'assert x, "y"', 'return_ = 1',
    'def f():\n  return 1 is 2\n', '[1 2]', '1.5jif x else 2', "x = '''a\n\\z'''",
]
for s in sources:
    with warnings.catch_warnings(record=True) as log:
        warnings.simplefilter('always')
        try:
            compile(s, '<test>', 'exec')
        except SyntaxError as e:
            print(repr(s), 'SyntaxError', e.msg)
    print(repr(s), [(w.category.__name__, str(w.message), w.filename, w.lineno) for w in log])

for s in sources[:16]:
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try:
            compile(s, '<test>', 'exec')
        except SyntaxError as e:
            print(repr(s), e.msg, e.filename, e.lineno)
