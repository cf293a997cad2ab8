# The methods of object, and new/init argument rules.
def show(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Plain: pass


class OnlyInit:
    def __init__(self, a): self.a = a


class OnlyNew:
    def __new__(cls, a): return super().__new__(cls)


class Both:
    def __new__(cls, *a): return super().__new__(cls)
    def __init__(self, *a): super().__init__()


class NewPasses:
    def __new__(cls, *a): return super().__new__(cls, *a)


class InitPasses:
    def __init__(self, *a): super().__init__(*a)


show(lambda: Plain(1))
show(lambda: Plain(x=1))
show(lambda: object(1))
show(lambda: object.__new__(Plain, 1))
show(lambda: object.__init__(Plain(), 1))
show(lambda: OnlyInit())
show(lambda: OnlyInit(1).a)
show(lambda: OnlyNew())
show(lambda: type(OnlyNew(1)))
show(lambda: type(Both(1, 2)))
show(lambda: NewPasses(1))
show(lambda: InitPasses(1))
show(lambda: object.__new__())
show(lambda: object.__new__(5))
show(lambda: object.__new__(int))
show(lambda: int.__new__(str))
show(lambda: int.__new__(bool))
show(lambda: bool.__new__(int))
show(lambda: object.__init__())
show(lambda: dict.__new__(dict))


class RetInit:
    def __init__(self): return 5


class NewOther:
    def __new__(cls): return 7
    def __init__(self): print("not called")


show(RetInit)
show(NewOther)
p = Plain()
print(object.__repr__(p)[:24], p.__str__() == repr(p), p.__format__("") == str(p), p.__sizeof__() > 0)
show(lambda: format(p, "x"))
show(lambda: p.__format__(1))
print(p.__eq__(p), p.__eq__(1), p.__ne__(p), p.__ne__(1), p.__lt__(1), p.__hash__() == hash(p))
show(lambda: p < p)
show(lambda: p.__getattribute__("zz"))
show(lambda: p.__getattribute__(1))
show(lambda: p.__setattr__("q", 1))
show(lambda: p.q)
show(lambda: p.__delattr__("q"))
show(lambda: p.__delattr__("q"))
show(lambda: getattr(p, 1))
show(lambda: object().x)
show(lambda: setattr(object(), "x", 1))
show(lambda: object().__dict__)
show(lambda: setattr(p, "__dict__", 5))
show(lambda: delattr(p, "__dict__"))
p.__dict__ = {"a": 1}
print(p.a, vars(p))
show(lambda: vars(5))
show(lambda: Plain.__init_subclass__(x=1))
show(lambda: object.__init_subclass__(1))
print(object.__subclasshook__(1), Plain.__subclasshook__(int))
print(p.__reduce_ex__(2)[1], p.__getstate__(), object().__getstate__())
print(sorted(set(dir(object))))
print([n for n in dir(p) if n not in dir(object) and n != "__slotnames__"])
print(object.__class__, type(object()), isinstance(object, object), object.__bases__, object.__base__)
show(lambda: object.x)
show(lambda: hash(p) == hash(p))


class Eq:
    def __eq__(self, o): return True


show(lambda: hash(Eq()))
print(Eq.__hash__, Eq() != Eq(), Eq() != 1)


class Cmp:
    def __lt__(self, o): return "lt"


print(Cmp() < 1, 1 > Cmp())
show(lambda: Cmp() > 1)


class BadRepr:
    def __repr__(self): return 5
    def __str__(self): return 6
    def __hash__(self): return "x"
    def __bool__(self): return 1
    def __len__(self): return -1
    def __format__(self, s): return 7
    def __bytes__(self): return 8
    def __index__(self): return "i"
    def __int__(self): return 1.5
    def __float__(self): return 1
    def __complex__(self): return 1
    def __iter__(self): return 5
    def __dir__(self): return 5
    def __contains__(self, x): return "yes"
    def __length_hint__(self): return "x"
    def __call__(self): return "called"


br = BadRepr()
for f in (repr, str, hash, bool, len, format, bytes, int, float, complex, iter, dir, list, ascii):
    show(lambda: f(br))
show(lambda: 1 in br)
show(lambda: [1][br])
show(lambda: br())
show(lambda: f"{br}")
show(lambda: "%s" % br)
