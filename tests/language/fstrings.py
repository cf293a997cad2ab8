x, w, name = 3.14159, 10, "wo'ma"
print(f"{x:.2f} {x:{w}.3} {x!r:>12} {name!r} {name!s:*^10} {name!a}")
print(f"{x=} {x = :.1f} {name=!s} {1+1=}")
print(f"{{}} {'nested ' + f'{w}'} {f"{f"{1}"}"} {"a" 'b'}")
print(f"{'\n'.join(['a', 'b'])!r}")
print(f"""multi
{
    x  # comment
    + 1
:.1f}""")
print(rf"\n{w}" f"{w}" "plain")
print(f"{lambda_ if (lambda_ := 5) else 0} {(lambda: 7)()} { {'a': 1}['a'] }")
print(f"{w:>{w}}|{w:<{w // 2}}|{'x':{'^'}{5}}|{3:{'0'}>{4}}")
print(f"{1,}", f"{*[1, 2],}", f"{x if x > 3 else 'no'}")
print(f"{'a' if True else 'b':>3}", f"{w!r:}", f"{w:}")
print(f'{"quote"}' f"{'''triple'''}")
d = {"k": [1, 2]}
print(f"{d['k'][1]} {d["k"]}")


class F:
    def __format__(self, spec):
        return f"<{spec}>"


print(f"{F():abc{w}d} {F()} {F()!s:.3}")
for bad in ("f'{}'", "f'{a b}'", "f'{a!x}'", "f'{'", "f'}'", "f'{a!}'", "f'{!r}'", "f'{a:{b:{c:{d}}}}'", "f'{lambda x: 1}'"):
    try:
        eval(bad)
    except SyntaxError as e:
        print(bad, "->", e.msg)
    except NameError as e:
        print(bad, "->", e)
try:
    f"{1:q}"
except ValueError as e:
    print(e)
print(f"{1_000_000:,} {255:#x} {255:08b} {-5:+d} {5: d} {0.5:%} {1e10:g} {1234.5:_.2f}")
