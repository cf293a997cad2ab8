# Key exchange with X448 (RFC 7748).
from _cryptography import X448PrivateKey, X448PublicKey
