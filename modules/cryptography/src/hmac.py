# ucryptography keeps this module here.
from cryptography.hazmat.primitives.hmac import HMAC
