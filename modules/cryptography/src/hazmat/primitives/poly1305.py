from _cryptography import Poly1305
