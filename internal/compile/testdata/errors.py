"""Writes errors.exp: what CPython 3.13 says about the sources in errors.txt."""
import json, sys
assert sys.version_info[:2] == (3, 13)
import warnings
warnings.simplefilter('ignore')
out = open('errors.exp', 'w')
for src in open('errors.txt').read().split('\n----\n'):
    src = src.strip('\n') + '\n'
    row = [src, '', 0, 0, 0, 0]
    try:
        compile(src, '<s>', 'exec')
    except SyntaxError as e:
        lines = src.encode().split(b'\n')
        def col(line, c):
            return c - 1 if c else 0
        row = [src, e.msg, e.lineno or 0, col(e.lineno, e.offset), e.end_lineno or 0, col(e.end_lineno, e.end_offset)]
    except ValueError as e:
        row[1] = 'ValueError: ' + str(e)
    out.write(json.dumps(row) + '\n')
