def run(exc, *handlers):
    try:
        try:
            raise exc
        except* ValueError as eg:
            print("V", type(eg).__name__, eg.exceptions)
        except* (KeyError, OSError) as eg:
            print("K", eg.exceptions)
        else:
            print("else")
        finally:
            print("finally")
    except BaseException as e:
        print("left", type(e).__name__, getattr(e, "exceptions", e))


run(ValueError(1))
run(ExceptionGroup("g", [ValueError(1), KeyError(2)]))
run(ExceptionGroup("g", [ValueError(1), TypeError(3), ExceptionGroup("n", [OSError(4), ValueError(5)])]))
run(TypeError("plain"))
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except BaseException as e:
    print(repr(e), e.exceptions[0].__context__)
try:
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* TypeError:
        raise
except BaseException as e:
    print(repr(e))
try:
    pass
except* ValueError:
    print("no")
else:
    print("else")
g = ExceptionGroup("a", [ValueError(1), ExceptionGroup("b", [TypeError(2), ValueError(3)])])
print(g.split(ValueError))
print(g.subgroup(lambda e: isinstance(e, TypeError)))
print(g.derive([OSError(1)]), str(g), g.message)
for bad in (lambda: ExceptionGroup("x", []), lambda: ExceptionGroup("x", [1]), lambda: ExceptionGroup(1, [ValueError()]),
            lambda: ExceptionGroup("x", [KeyboardInterrupt()])):
    try:
        bad()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup("x", [ValueError()])).__name__, type(BaseExceptionGroup("x", [KeyboardInterrupt()])).__name__)
