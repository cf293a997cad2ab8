# Promises of logs to publish a certificate: RFC 6962, section 3.2.
import datetime

from cryptography.hazmat._oid import ExtensionOID
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import _der
from cryptography.hazmat._enum import Enum
from cryptography.x509._fields import ExtensionType, _List, _want


class LogEntryType(Enum):
    X509_CERTIFICATE = 0
    PRE_CERTIFICATE = 1


class Version(Enum):
    v1 = 0


class SignatureAlgorithm(Enum):
    ANONYMOUS = 0
    RSA = 1
    DSA = 2
    ECDSA = 3


_HASHES = {1: hashes.MD5, 2: hashes.SHA1, 3: hashes.SHA224, 4: hashes.SHA256, 5: hashes.SHA384, 6: hashes.SHA512}


def _take(data, size):
    if len(data) < size:
        raise ValueError('Invalid SCT length')
    return data[:size], data[size:]


def _sized(data):
    'What stands after its length in two bytes, and the rest.'
    n, data = _take(data, 2)
    return _take(data, int.from_bytes(n, 'big'))


class SignedCertificateTimestamp:
    'What a log signed: version, log_id, timestamp, entry_type, and the signature. It is not verified here.'

    def __init__(self, *args):
        raise TypeError('No constructor defined')

    @classmethod
    def _load(cls, data, entry_type):
        self = cls.__new__(cls)
        self._raw, self._entry_type = data, entry_type
        version, data = _take(data, 1)
        self._version = Version(version[0])
        self._log_id, data = _take(data, 32)
        timestamp, data = _take(data, 8)
        self._milliseconds = int.from_bytes(timestamp, 'big')
        self._extension_bytes, data = _sized(data)
        algorithms, data = _take(data, 2)
        if algorithms[0] not in _HASHES:
            raise ValueError('Invalid/unsupported hash algorithm for SCT: ' + str(algorithms[0]))
        self._hash, self._algorithm = _HASHES[algorithms[0]](), SignatureAlgorithm(algorithms[1])
        self._signature, data = _sized(data)
        if data:
            raise ValueError('Invalid SCT length')
        return self

    version = property(lambda self: self._version)
    log_id = property(lambda self: self._log_id)
    entry_type = property(lambda self: self._entry_type)
    signature_hash_algorithm = property(lambda self: self._hash)
    signature_algorithm = property(lambda self: self._algorithm)
    signature = property(lambda self: self._signature)
    extension_bytes = property(lambda self: self._extension_bytes)

    @property
    def timestamp(self):
        return datetime.datetime(1970, 1, 1) + datetime.timedelta(milliseconds=self._milliseconds)

    def __eq__(self, other):
        if not isinstance(other, SignedCertificateTimestamp):
            return NotImplemented
        return self._raw == other._raw and self._entry_type is other._entry_type

    def __hash__(self):
        return hash(self._raw)


class _Timestamps(_List):
    def __init__(self, signed_certificate_timestamps):
        self._items = _want(SignedCertificateTimestamp, None, signed_certificate_timestamps,
                            'Every item in the signed_certificate_timestamps list must be a SignedCertificateTimestamp')

    @classmethod
    def _parse(cls, data):
        items = []
        data, rest = _sized(_der.single(data, _der.OCTET_STRING))
        if rest:
            raise ValueError('Invalid SCT length')
        while data:
            one, data = _sized(data)
            items.append(SignedCertificateTimestamp._load(one, cls._entry_type))
        return cls(items)

    def _encode(self):
        data = b''.join(len(x._raw).to_bytes(2, 'big') + x._raw for x in self._items)
        return _der.put(_der.OCTET_STRING, len(data).to_bytes(2, 'big') + data)


class PrecertificateSignedCertificateTimestamps(_Timestamps):
    'The timestamps in a certificate.'
    oid, _entry_type = ExtensionOID.PRECERT_SIGNED_CERTIFICATE_TIMESTAMPS, LogEntryType.PRE_CERTIFICATE


class SignedCertificateTimestamps(_Timestamps):
    'The timestamps in an answer of OCSP.'
    oid, _entry_type = ExtensionOID.SIGNED_CERTIFICATE_TIMESTAMPS, LogEntryType.X509_CERTIFICATE


for _cls in PrecertificateSignedCertificateTimestamps, SignedCertificateTimestamps:
    _cls.__module__ = 'cryptography.x509.extensions'
