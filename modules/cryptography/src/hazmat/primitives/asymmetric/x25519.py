# Key exchange with X25519 (RFC 7748).
from _cryptography import X25519PrivateKey, X25519PublicKey
