where = __name__
from .. import value as far
