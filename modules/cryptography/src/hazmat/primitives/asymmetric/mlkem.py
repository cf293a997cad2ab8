# Key encapsulation with ML-KEM (FIPS 203).
from _cryptography import (MLKEM512PrivateKey, MLKEM512PublicKey, MLKEM768PrivateKey, MLKEM768PublicKey, MLKEM1024PrivateKey,
                           MLKEM1024PublicKey)
