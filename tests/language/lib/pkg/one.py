print("one", __package__)
from . import value as v
from .two import y
