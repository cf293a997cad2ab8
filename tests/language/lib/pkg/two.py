print("two")
from . import one
y = "y"
