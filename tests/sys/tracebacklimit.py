# sys.tracebacklimit: excepthook shows the last frames.
import io, sys




def f0(): raise ValueError("v")
def f1(): f0()
def f2(): f1()
def f3(): f2()


for limit in 10, 3, 1, 0, -1, None:
    print("limit", limit)
    sys.tracebacklimit = limit
    try:
        f3()
    except ValueError as e:
        sys.stderr = io.StringIO()
        sys.excepthook(type(e), e, e.__traceback__)
        print(sys.stderr.getvalue().replace(__file__, "FILE"))
