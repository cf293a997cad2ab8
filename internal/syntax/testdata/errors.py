"""Writes errors.exp: what CPython says to each wrong program of errors.txt.

    python3.13 errors.py < errors.txt > errors.exp

Programs in errors.txt are separated by lines of "%%"; a first line "%eval" or
"%single" sets the mode. Escapes <TAB> and <NONL> (no newline at the end) are
replaced. Each line of errors.exp is a JSON list: mode, source, exception,
message, line, column, end line, end column; columns are 0-based bytes, end line
0 if there is no end. A program without error has exception "".
"""
import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")


def column(src, line, offset):
    lines = src.split("\n")
    if 1 <= line <= len(lines) and offset >= 1:
        text = lines[line - 1]
        return len(text[: offset - 1].encode()) + max(0, offset - 1 - len(text))
    return offset - 1


def main():
    for src in sys.stdin.read().split("%%\n"):
        mode = "exec"
        if src.startswith("%eval\n") or src.startswith("%single\n"):
            mode, src = src.split("\n", 1)
            mode = mode[1:]
        src = src.replace("<TAB>", "\t").replace("<NONL>\n", "")
        row = [mode, src, "", "", 0, 0, 0, 0]
        try:
            compile(src, "<s>", mode, ast.PyCF_ONLY_AST)
        except SyntaxError as e:
            row[2:6] = type(e).__name__, e.msg, e.lineno, column(src, e.lineno, e.offset)
            if e.end_offset and e.end_offset > 0:
                row[6:] = e.end_lineno, column(src, e.end_lineno, e.end_offset)
        except MemoryError as e:
            row[2:4] = "MemoryError", str(e)
        except ValueError:  # CPython lets some decoding errors through
            continue
        print(json.dumps(row))


main()
