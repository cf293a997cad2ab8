# ucryptography keeps this module here.
from cryptography.hazmat.primitives.asymmetric.ed25519 import *
