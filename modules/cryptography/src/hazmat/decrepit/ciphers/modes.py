# Modes that old data needs.
from cryptography.hazmat.primitives.ciphers.modes import CFB, CFB8, OFB
