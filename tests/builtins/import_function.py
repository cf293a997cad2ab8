# __import__: its arguments.
def show(*a, **k):
    try:
        r = __import__(*a, **k)
        print(r.__name__)
    except BaseException as e:
        print(type(e).__name__, e)
show("builtins", "globals")
for g in "globals", None, {}, {"__package__": None}, {"__package__": 3}, {"__package__": ""}, {"__package__": "nopkg"}, {"__package__": None, "__name__": 3}, {"__name__": "a.b"}, {"__name__": "a", "__path__": []}, {"__package__": "json"}, {"__package__": "json", "__name__": "x"}, {"__package__":"", "__name__":"x"}, {"__name__":"__main__"}, {"__name__":"__main__","__package__":None}, []:
    print(g, end=": ")
    show("decoder", g, None, (), 1)
class D(dict): pass
show("decoder", D(__package__="json"), None, None, 1)
show("decoder", {"__package__": "json"}, None, ["x"], 1)
show("", {"__package__": "json"}, None, ["x"], 1)
show("", {"__package__": "json"}, None, None, 1)
show("", {"__package__": "json"}, None, None, 2)
show("x", {"__package__": "json"}, None, None, 3)
show("", level=0)
show("x", level=-1)
show(3)
show()
show(b"x")
show("json", level="a")
show("json", fromlist=["nope"])
show("json", fromlist=["*"])
show("json", fromlist="decoder")
show(name="math")
show("math.nope")
show("nope.x")
show(".json")
show("a\0b")
