# Any character can fill, NUL too; keyword arguments of set's subclasses.
print(ascii("{0:\x00<6s}".format("foo")), ascii("{:\x00>6}".format(3)), ascii(f"{2.5:\x00^7}"), ascii(format("a", "\x00=3") if False else "{:\x01<3}".format("a")))


class WithNew(set):
    def __new__(cls, items, extra=None):
        return super().__new__(cls, items)


try:
    WithNew([1], extra=2)
except TypeError as e:
    print(e)
