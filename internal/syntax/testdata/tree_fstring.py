# f-strings in all their forms
x, y, w, z = 1, 2.5, 8, "s"
f'a{x}b' 'c' f'd{y!r:>{w}}e{{'
f'{x = }' f'{x=!r:^20}' f''
'' f'' "" f"{x}" ""
f'a' 'b'
u'a' 'b'
'a' u'b' f'{x}' u'c'
u'a' f'{x}'
f'''a
{x:
}b'''
f'{x:a{w}b}{z}' f'{x:}' f'a{{b}}c{x:{ {}}}'
f'{x, y}' f'{x,}' f'{*[1], 2}' f'{[a for a in z]}'
f'a' f'{x}' 'b' 'c' f'd'
f'{x=}' f'{y=:3}' f'p{y=}q'
f'\N{BULLET}a{x}\N{DIGIT ONE}' f'{x:\N{DIGIT ONE}{w}0}'
f'{x:\n{w}\x41}'
rf'\{x}\d' fR"\{{" f'\{6}'
f'''{
x  # a comment with } and '
=}'''
f'{f"{x=}"=}'
f'{2:{w=}}' f'{2:1{w=}.{w}}' f'{x:{w}.{w}}' f'{2:a{w=}}'
f'{x!=y}' f'{x==y}' f'{x<=y}' f'{(lambda a: a)(3)}' f'{z[0:1]}' f'{ {1: 2}[1] }'
f'{x:=5}' f'{(q:=5)}' f'{x!s:*^{w}}'
f"{f"{f"{f"{f"{1 + 1}"}"}"}"}"
f'{'a' "b" f'{x}'}' f"{'''
'''}"
def g():
    f'{yield}' f'{yield x}' f'{await_}'
f'{x:%Y-%m-%d}' f'{x:{"{"}>10}' f'{x:{w:{w}}}'
f'é{x}ü' f'{"é"=}' "aé" f"ü{x}"
f'{x!r}' f'{x !r}' f'{x = !r}' f'{x=  }' f'{ x = :5}'
f'' f'{x}' '' 'a' ''
F"{x}" Rf'\n{x}' rF'\x{x}'
f"\"{x}\'" f"\
{x}\
"
f"{x:{'a' + 'b'}c}"
f"{
    x
    +
    1
}"
f"\u00e9\x41\101{x}\0"
f"a\\{x}" f"{x}\\"
