# Text on streams that have two directions, and write_through.
import io

pair = io.BufferedRWPair(io.BytesIO(b"foo\nbar\nbaz\n"), out := io.BytesIO())
f = io.TextIOWrapper(pair, encoding="ascii")
print(repr(f.readline()))
f.write("answer\n")
f.flush()
print(repr(f.readline()), out.getvalue())
f.write("more")
print(repr(f.read()))


class Log(io.BufferedWriter):
    def write(self, data):
        print("write", bytes(data))
        return super().write(data)

    def flush(self):
        print("flush")
        return super().flush()


raw = io.BytesIO()
t = first = io.TextIOWrapper(Log(raw, 100), encoding="ascii", write_through=True)
t.write("a\n")
print(raw.getvalue())
raw = io.BytesIO()
t = io.TextIOWrapper(Log(raw, 100), encoding="ascii", line_buffering=True)
t.write("b")
t.write("c\nd")
print(raw.getvalue())
t.detach().detach()
first.detach().detach()
