from _cryptography import HMAC
from cryptography.hazmat.primitives import hashes
