import string
print(string.capwords('hello big  world'), string.punctuation, string.hexdigits, repr(string.whitespace))
t=string.Template('$who likes ${what} $$5 $$$who')
print(t.substitute(who='a',what='b'), t.safe_substitute(who='x'), t.get_identifiers(), t.is_valid())
for bad in ('$', 'a\nb $5', '${x'):
    try: print(string.Template(bad).substitute(x=1))
    except ValueError as e: print(e)
    print(string.Template(bad).safe_substitute(x=1), string.Template(bad).is_valid())
try: string.Template('$a').substitute({})
except KeyError as e: print(e)
f=string.Formatter()
print(f.format('{} {x!r:>5} {0.real} {{}} {1[0]}'.replace('{}','{0}',1), 5, [7], x='q'))
print(f.format('{:{w}} {}', 3, 4, w=5), list(f.parse('a{b!r:c}d{{e')))
for bad in ('{', '}', '{0!}', '{0', '{} {0}'):
    try: print(f.format(bad, 1, 2))
    except (ValueError,IndexError,KeyError) as e: print(type(e).__name__, e)
