print("pkg init")
__all__ = ["one", "value"]
value = "v"
hidden = "h"
def __getattr__(name):
    if name == "dynamic": return "dyn"
    raise AttributeError(f"no {name} here")
