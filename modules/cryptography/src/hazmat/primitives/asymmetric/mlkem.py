# Key encapsulation with ML-KEM (FIPS 203).
from _cryptography import MLKEM768PrivateKey, MLKEM768PublicKey, MLKEM1024PrivateKey, MLKEM1024PublicKey
