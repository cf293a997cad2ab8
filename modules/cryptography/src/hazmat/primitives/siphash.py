# SipHash-2-4: tags of 8 or 16 bytes for short messages. Not in pyca/cryptography.
from _cryptography import SipHash
