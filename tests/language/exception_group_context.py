# The parts of an exception group have its cause and context, and do not show the context.
def parts():
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            raise ExceptionGroup("g", [ValueError(1), KeyError(2), ExceptionGroup("h", [ValueError(3)])])
    except ExceptionGroup as g:
        yield g
        yield g.subgroup(ValueError)
        yield from g.split(KeyError)
        yield g.derive([OSError()])


for g in parts():
    print(repr(g), repr(g.__cause__), repr(g.__context__), g.__suppress_context__)

try:
    try:
        [].pop()
    except IndexError as e:
        raise ExceptionGroup("from", [ValueError(1), KeyError(2)]) from e
except* KeyError as g:
    print(repr(g), repr(g.__cause__), repr(g.__context__), g.__suppress_context__)
    rest = g
except* ValueError as g:
    print(repr(g), repr(g.__cause__), repr(g.__context__), g.__suppress_context__)

try:
    raise ExceptionGroup("plain", [ValueError(1), KeyError(2)])
except* KeyError as g:
    print(repr(g), g.__suppress_context__)
except* ValueError as g:
    print(repr(g), g.__suppress_context__)

try:
    raise KeyError(1)
except* KeyError as g:
    print(repr(g), g.__suppress_context__)
