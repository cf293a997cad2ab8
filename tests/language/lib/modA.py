"""Doc of modA."""
print("modA runs as", __name__)
x = 1
_private = 2
def f(): return x
