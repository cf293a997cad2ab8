# Signatures with ML-DSA (FIPS 204).
from _cryptography import (MLDSA44PrivateKey, MLDSA44PublicKey, MLDSA65PrivateKey, MLDSA65PublicKey,
                           MLDSA87PrivateKey, MLDSA87PublicKey, MLDSAMuHasher)
