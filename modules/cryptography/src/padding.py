# ucryptography keeps this module here.
from cryptography.hazmat.primitives.asymmetric.padding import *
