# What is not as in CPython, and says so in docs/differences.md: True everywhere.
import re
import sys

cpython = sys.implementation.name == 'cpython'
print(hasattr(re, 'DEBUG') == cpython)
print((re.search(r'(?a:\W)x', '\u017fx') is None) == cpython)
