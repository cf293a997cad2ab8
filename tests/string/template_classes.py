# Templates with other patterns.
import string
from string import Template


def attempt(f):
    try:
        print(f())
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)


class CaseMatters(Template):
    flags = 0


class Upper(Template):
    idpattern = "[A-Z]+"


class Ampersand(Template):
    delimiter = "&"


class Dotted(Template):
    braceidpattern = "[a-z.]+"
    idpattern = "[a-z]+"


class Own(Template):
    pattern = r"""(?P<escaped>@{2}) | @(?P<named>[_a-z][._a-z0-9]*) | @{(?P<braced>[_a-z][._a-z0-9]*)} | (?P<invalid>@)"""


attempt(lambda: CaseMatters("$abc $ABC").substitute(abc=1))
attempt(lambda: Upper("$abc $ABC").safe_substitute(abc=1, ABC=2))
attempt(lambda: Ampersand("&abc $ABC &{abc}").safe_substitute(abc=1, ABC=2))
attempt(lambda: Dotted("$abc.d ${abc.d}").safe_substitute({"abc": 1, "abc.d": 2}))
attempt(lambda: Own("@abc.d @{abc} @@ @1").safe_substitute({"abc": 1, "abc.d": 2}))
attempt(lambda: Own("@abc @1").substitute(abc=1))
attempt(lambda: Dotted("$a ${b.c} $$ $1").get_identifiers())
attempt(lambda: Template("$a ${b} $$ $1").get_identifiers())
attempt(lambda: Template("$a $").substitute(a=1))
attempt(lambda: Template("x\n$a $").substitute(a=1))
print(Template.pattern.groupindex["named"], int(Template.flags), Upper.pattern.flags & 2)
