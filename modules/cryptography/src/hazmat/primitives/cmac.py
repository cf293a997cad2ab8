from _cryptography import CMAC
