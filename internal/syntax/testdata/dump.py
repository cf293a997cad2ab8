"""Writes the tree of each file named on the command line in the form that
ast_dump_test.go writes: nodes with positions, fields in order, no blanks.

    python3.13 dump.py file.py ...        one tree per file, to standard output
    python3.13 dump.py -o dir file.py ... each to dir/<number>.exp
"""
import ast
import struct
import sys
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(100000)
OPS = {}


def const(v, kind):
    if v is None or v is True or v is False or v is Ellipsis:
        return repr(v)
    if isinstance(v, int):
        return "i" + hex(v)
    if isinstance(v, float):
        return "f" + struct.pack(">d", v).hex()
    if isinstance(v, complex):
        return "j" + struct.pack(">d", v.imag).hex()
    if isinstance(v, bytes):
        return "b" + text(v)
    return (kind or "") + "s" + text(v.encode("utf-8", "surrogatepass"))


def text(b):
    return '"' + "".join(chr(c) if 32 <= c < 127 and c not in (34, 92) else "\\x%02x" % c for c in b) + '"'


def dump(n, out):
    if isinstance(n, list):
        out.append("[")
        for i, x in enumerate(n):
            if i:
                out.append(",")
            dump(x, out)
        out.append("]")
    elif isinstance(n, ast.Constant):
        out.append("Constant@%d:%d-%d:%d(%s)" % (n.lineno, n.col_offset, n.end_lineno, n.end_col_offset, const(n.value, n.kind)))
    elif isinstance(n, ast.MatchSingleton):
        out.append("MatchSingleton@%d:%d-%d:%d(%s)" % (n.lineno, n.col_offset, n.end_lineno, n.end_col_offset, const(n.value, None)))
    elif isinstance(n, ast.AST):
        out.append(type(n).__name__)
        if hasattr(n, "lineno"):
            out.append("@%d:%d-%d:%d" % (n.lineno, n.col_offset, n.end_lineno, n.end_col_offset))
        fields = [f for f in n._fields if f not in ("type_comment", "type_ignores")]
        if fields:
            out.append("(")
            for i, f in enumerate(fields):
                if i:
                    out.append(",")
                dump(getattr(n, f), out)
            out.append(")")
    elif n is None:
        out.append("-")
    elif isinstance(n, int):
        out.append(str(n))
    else:
        out.append(text(str(n).encode("utf-8")))


def tree(path):
    with open(path, "rb") as f:
        src = f.read()
    out = []
    try:
        dump(ast.parse(src), out)
    except SyntaxError as e:
        return "%s: %s" % (type(e).__name__, e.msg)
    return "".join(out)


if __name__ == "__main__":
    args = sys.argv[1:]
    if args[:1] == ["-o"]:
        for i, path in enumerate(args[2:]):
            with open("%s/%d.exp" % (args[1], i), "w") as f:
                f.write(tree(path))
    else:
        for path in args:
            print(tree(path))
