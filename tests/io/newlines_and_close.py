# Line ends when writing, and errors of flush() and close() together.
import io

for newline in (None, "", "\n", "\r", "\r\n"):
    raw = io.BytesIO()
    text = io.TextIOWrapper(raw, encoding="ascii", newline=newline)
    for piece in ("AAA\nB", "BB\nCCC\n", "X\rY\r\nZ"):
        text.write(piece)
    text.flush()
    print(repr(newline), raw.getvalue())


def fail(name):
    def method(*args):
        raise OSError(name)
    return method


for make in (io.BufferedReader, io.BufferedWriter, io.BufferedRandom, lambda raw: io.TextIOWrapper(raw, encoding="ascii")):
    raw = io.BytesIO()
    raw.close = fail("close")
    f = make(raw)
    f.flush = fail("flush")
    try:
        f.close()
    except OSError as e:
        print(e, repr(e.__context__), f.closed)
    del raw.close
    del f.flush
