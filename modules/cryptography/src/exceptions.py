from _cryptography import (AlreadyFinalized, AlreadyUpdated, InternalError, InvalidKey,
                           InvalidSignature, InvalidTag, NotYetFinalized, UnsupportedAlgorithm)
