from _cryptography import (AlreadyFinalized, AlreadyUpdated, InternalError, InvalidKey,
                           InvalidSignature, InvalidTag, NotYetFinalized)


class UnsupportedAlgorithm(Exception):
    'What was asked for is not there.'

    def __init__(self, message, reason=None):
        super().__init__(message)
        self._reason = reason
