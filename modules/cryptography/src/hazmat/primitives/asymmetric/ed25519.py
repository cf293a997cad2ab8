# Signatures with Ed25519 (RFC 8032).
from _cryptography import Ed25519PrivateKey, Ed25519PublicKey
