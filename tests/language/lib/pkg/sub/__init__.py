from ..two import y
from .. import value
from . import leaf
