# Signatures with Ed448 (RFC 8032).
from _cryptography import Ed448PrivateKey, Ed448PublicKey
