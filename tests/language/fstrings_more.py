x, name, width, prec = 3.14159, "wörld", 12, 3
print(f"hello {name}", f"{x:.2f}|{x:{width}.{prec}}|{name!r:>{width}}|{name!a}|{name!s}", f"{{}} {{{x:.1f}}}")
print(f"{x=}", f"{x = }", f"{x=:.2f}", f"{name=!s}", f"{ name = !r:>10}", f"{1+1=}", f"{[1,2]=}")
print(f"{'nested ' + f'{name + f"{x:.1f}"}'}", f"{"same quotes"}", f"{'a' 'b'}")
print(f"""multi
{x:
.1f}""" if False else f"""multi
{
    x
    # a comment
    :.1f}""")
print(f"{(lambda a: a * 2)(4)}", f"{ {'k': 1}['k'] }", f"{[i for i in range(3)]}", f"{x if x else 0}", f"{(y := 5)} {y}")
print(rf"\n{x:.1f}\d", fr"{name}\\", f"\N{DIGIT ONE}{{", f"\x41{name[0]}\u00e9")
print("a" f"{1}" "b" f"{2}", f"" "", f"{1}{2}" "{3}")
class F:
    def __format__(self, spec): return f"<{spec}>"
    def __repr__(self): return "R"
    def __str__(self): return "S"
o = F()
print(f"{o}", f"{o:abc}", f"{o!r:>3}", f"{o!s}", f"{o:{'x'}{1}y}", f"{o:{{}}}" if False else "", f"{o=}", f"{o=:q}")
print(f"{3:#06x} {1e10:,} {255:b} {-5:+d} {0.5:%} {1234567:_} {True:d} {None} {'c':*^5}")
print(f"{'\n'.join(['a', 'b'])}", f"{'''triple'''}", f'{"\\"}')
print(f"{x!r:^{width}.{prec}}", f"{'a' if True else 'b':>5}", f"{ {1: 2}[1]:>{width}}", f"{1 if True else 2}")
print(f"{10 // 3}", f"{10 != 3}", f"{10 >= 3}", f"{(10 == 3)}", f"{x:{'>'}{10}}", f"{'a'!r}", f"{1,2}", f"{*[1, 2],}")
for src in ("f'{}'", "f'{a b}'", "f'{x!z}'", "f'{x'", "f'}'", "f'{x:{y:{z}}}'", "f'{!r}'", "f'{x!}'", "f'{lambda x: 1}'", "f'{*a}'", "f'{x=!}'", "f'{a:{}}'", "f'{1:d'"):
    try: eval(compile(src, "s", "eval"))
    except SyntaxError as e: print(src, "|", e.msg)
    except Exception as e: print(src, "|", type(e).__name__, e)
for src in ("f'{1:z}'", "f'{\"s\":d}'", "f'{undefined}'", "f'{1!r:d}'", "f'{[]:>5}'"):
    try: eval(src)
    except Exception as e: print(src, type(e).__name__, e)
def doc(): f"no {x} doc"
print(doc.__doc__)
