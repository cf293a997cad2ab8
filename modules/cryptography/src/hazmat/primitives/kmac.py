# KMAC (SP 800-185): a message authentication code of SHA-3, with tags of any length. Not in pyca/cryptography.
from _cryptography import KMAC128, KMAC256
