# ucryptography keeps this module here.
from cryptography.hazmat.primitives.serialization import *
