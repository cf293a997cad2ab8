# The Online Certificate Status Protocol: RFC 6960.
import datetime

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat._oid import ObjectIdentifier
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509 import _der
from cryptography.hazmat._enum import Enum
from cryptography.x509._sign import Algorithm, _HASH_OIDS, _OID_OF_HASH, sign as _sign
from cryptography.x509.base import _check_bytes, _read_name, _utc
from cryptography.x509.builder import _Builder, _utc as _without_zone
from cryptography.x509.certificate_transparency import SignedCertificateTimestamps
from cryptography.x509.extensions import OCSPAcceptableResponses, OCSPNonce, _IN_ENTRIES, _parse_extensions, _split
from cryptography.x509.name import _parse_name

_BASIC = ObjectIdentifier('1.3.6.1.5.5.7.48.1.1')
_IN_MESSAGES = {OCSPNonce.oid: lambda data: OCSPNonce(_der.single(data, _der.OCTET_STRING)), OCSPAcceptableResponses.oid: OCSPAcceptableResponses._parse}
_IN_RESPONSES = {**_IN_ENTRIES, SignedCertificateTimestamps.oid: SignedCertificateTimestamps._parse}


class OCSPResponderEncoding(Enum):
    HASH = 'By Hash'
    NAME = 'By Name'


class OCSPResponseStatus(Enum):
    SUCCESSFUL = 0
    MALFORMED_REQUEST = 1
    INTERNAL_ERROR = 2
    TRY_LATER = 3
    SIG_REQUIRED = 5
    UNAUTHORIZED = 6


class OCSPCertStatus(Enum):
    GOOD = 0
    REVOKED = 1
    UNKNOWN = 2


def _digest(algorithm, data):
    h = hashes.Hash(algorithm)
    h.update(data)
    return h.finalize()


def _key_bits(cert):
    'The key in a certificate, as it is hashed: without its algorithm.'
    spki = _der.sequence(cert.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo))
    spki.any()
    return _der.get_bits(spki.content(_der.BIT_STRING))[0]


def _check_algorithm(algorithm):
    if not isinstance(algorithm, (hashes.SHA1, hashes.SHA224, hashes.SHA256, hashes.SHA384, hashes.SHA512)):
        raise ValueError('Algorithm must be SHA1, SHA224, SHA256, SHA384, or SHA512')


class _CertID:
    'Which certificate is meant: hashes of its issuer, and its number.'

    def __init__(self, algorithm, name_hash, key_hash, serial):
        self.algorithm, self.name_hash, self.key_hash, self.serial = algorithm, name_hash, key_hash, serial

    @classmethod
    def of(cls, cert, issuer, algorithm):
        if not isinstance(cert, x509.Certificate) or not isinstance(issuer, x509.Certificate):
            raise TypeError('cert and issuer must be a Certificate')
        _check_algorithm(algorithm)
        return cls(algorithm, _digest(algorithm, issuer.subject.public_bytes()), _digest(algorithm, _key_bits(issuer)), cert.serial_number)

    @classmethod
    def of_hashes(cls, name_hash, key_hash, serial, algorithm):
        if not isinstance(serial, int):
            raise TypeError('serial_number must be an integer')
        _check_algorithm(algorithm)
        for name, value in ('issuer_name_hash', name_hash), ('issuer_key_hash', key_hash):
            if not isinstance(value, bytes):
                raise TypeError(name + ' must be bytes')
        if algorithm.digest_size != len(name_hash) or algorithm.digest_size != len(key_hash):
            raise ValueError('issuer_name_hash and issuer_key_hash must be the same length as the digest size of the algorithm')
        return cls(algorithm, name_hash, key_hash, serial)

    @classmethod
    def read(cls, r):
        r = r.sequence()
        oid = Algorithm(r.item(_der.SEQUENCE)).oid
        self = cls(_HASH_OIDS.get(oid.dotted_string), r.content(_der.OCTET_STRING), r.content(_der.OCTET_STRING), r.int())
        r.end()
        self.oid = oid
        return self

    def encode(self):
        algorithm = _der.put(_der.SEQUENCE, _der.put_oid(_OID_OF_HASH[self.algorithm.name]), b'\5\0')
        return _der.put(_der.SEQUENCE, algorithm, _der.put(_der.OCTET_STRING, self.name_hash), _der.put(_der.OCTET_STRING, self.key_hash),
                        _der.put_int(self.serial))


class _Identified:
    'What has a _CertID.'

    issuer_name_hash = property(lambda self: self._cert_id().name_hash)
    issuer_key_hash = property(lambda self: self._cert_id().key_hash)
    serial_number = property(lambda self: self._cert_id().serial)

    @property
    def hash_algorithm(self):
        c = self._cert_id()
        if c.algorithm is None:
            raise UnsupportedAlgorithm(f'Signature algorithm OID: {c.oid.dotted_string} not recognized')
        return c.algorithm()


class _Message:
    def __init__(self, *args):
        raise TypeError('No constructor defined')

    def public_bytes(self, encoding):
        if encoding is not serialization.Encoding.DER:
            raise ValueError('The only allowed encoding value is Encoding.DER')
        return self._der


def _explicit(r, n, tag):
    'The contents of the value with this tag inside of [n], if that is next.'
    content = r.optional(_der.context(n))
    return None if content is None else _der.single(content, tag)


class OCSPRequest(_Identified, _Message):
    'The question whether a certificate is still good.'

    @classmethod
    def _load(cls, der):
        self = cls.__new__(cls)
        self._der = der
        outer = _der.sequence(der)
        r = outer.sequence()
        outer.optional(_der.context(0))  # a signature, which nobody makes
        outer.end()
        _explicit(r, 0, _der.INTEGER)
        r.optional(_der.context(1))
        requests = r.sequence()
        extensions = _explicit(r, 2, _der.SEQUENCE)
        r.end()
        if len(requests.items) != 1:
            raise NotImplementedError('OCSP request contains more than one request')
        one = requests.sequence()
        self._id = _CertID.read(one)
        one.optional(_der.context(0))
        one.end()
        self._extensions = _parse_extensions(_split(extensions or b''), _IN_MESSAGES)
        return self

    def _cert_id(self):
        return self._id

    extensions = property(lambda self: self._extensions)


def _time(r):
    if r.peek() != _der.GENERALIZED_TIME:
        raise _der.bad(f'UnexpectedTag {{ actual: {r.peek():#x} }}')
    return r.time()


class OCSPSingleResponse(_Identified):
    'What a response says of one certificate.'

    def __init__(self, *args):
        raise TypeError('No constructor defined')

    @classmethod
    def _load(cls, content):
        self = cls.__new__(cls)
        r = _der.Reader(content)
        self._id = _CertID.read(r)
        tag, status, _ = r.any()
        self._revoked = self._reason = self._next = None
        if tag == _der.context(1):
            self._status = OCSPCertStatus.REVOKED
            inner = _der.Reader(status)
            self._revoked = _time(inner)
            reason = inner.optional(_der.context(0))
            if reason is not None:
                self._reason = x509.CRLReason._parse(reason).reason
            inner.end()
        elif tag in (_der.context(0, False), _der.context(2, False)):
            self._status = OCSPCertStatus.UNKNOWN if tag & 2 else OCSPCertStatus.GOOD
        else:
            raise _der.bad(f'UnexpectedTag {{ actual: {tag:#x} }}')
        self._this = _time(r)
        after = r.optional(_der.context(0))
        if after is not None:
            inner = _der.Reader(after)
            self._next = _time(inner)
            inner.end()
        extensions = _explicit(r, 1, _der.SEQUENCE)
        r.end()
        self._extensions = _parse_extensions(_split(extensions or b''), _IN_RESPONSES)
        return self

    def _cert_id(self):
        return self._id

    certificate_status = property(lambda self: self._status)
    revocation_time = property(lambda self: self._revoked and datetime.datetime(*self._revoked))
    revocation_time_utc = property(lambda self: self._revoked and _utc(self._revoked))
    revocation_reason = property(lambda self: self._reason)
    this_update = property(lambda self: datetime.datetime(*self._this))
    this_update_utc = property(lambda self: _utc(self._this))
    next_update = property(lambda self: self._next and datetime.datetime(*self._next))
    next_update_utc = property(lambda self: self._next and _utc(self._next))


class _Basic:
    'A BasicOCSPResponse.'

    def __init__(self, der):
        r = _der.sequence(der)
        self.tbs = r.item(_der.SEQUENCE)
        self.algorithm = Algorithm(r.item(_der.SEQUENCE))
        self.signature, unused = _der.get_bits(r.content(_der.BIT_STRING))
        certs = _explicit(r, 0, _der.SEQUENCE)
        r.end()
        if unused:
            raise _der.bad()
        self.certs = [item[2] for item in _der.der_items(certs or b'')]
        r = _der.Reader(self.tbs[1])
        _explicit(r, 0, _der.INTEGER)
        self.name = self.key_hash = None
        if r.peek() == _der.context(1):
            inner = _der.Reader(r.any()[1])
            self.name = _read_name(inner)[1]
        else:
            inner = _der.Reader(r.content(_der.context(2)))
            self.key_hash = inner.content(_der.OCTET_STRING)
        inner.end()
        self.produced = _time(r)
        self.responses = []
        for tag, content, _ in r.sequence().items:
            if tag != _der.SEQUENCE:
                raise _der.bad(f'UnexpectedTag {{ actual: {tag:#x} }}')
            self.responses.append(OCSPSingleResponse._load(content))
        extensions = _explicit(r, 1, _der.SEQUENCE)
        r.end()
        self.extensions = _parse_extensions(_split(extensions or b''), _IN_MESSAGES)


def _of_basic(f):
    return property(lambda self: f(self._basic_response()))


def _of_single(name):
    return property(lambda self: getattr(self._single(), name))


class OCSPResponse(_Identified, _Message):
    'The answer. Whose signature it must be, and whether it is right, is for the program to check.'

    @classmethod
    def _load(cls, der):
        self = cls.__new__(cls)
        self._der = der
        r = _der.sequence(der)
        status = r.int(_der.ENUMERATED)
        if status not in OCSPResponseStatus:
            raise ValueError('OCSP response has an unknown status code')
        self._status = OCSPResponseStatus(status)
        body = _explicit(r, 0, _der.SEQUENCE)
        r.end()
        self._basic = None
        if status == 0:
            if body is None:
                raise ValueError('Successful OCSP response does not contain a BasicResponse')
            r = _der.Reader(body)
            if r.oid() != _BASIC:
                raise ValueError('Successful OCSP response does not contain a BasicResponse')
            self._basic = _Basic(r.content(_der.OCTET_STRING))
            r.end()
        return self

    def _basic_response(self):
        if self._basic is None:
            raise ValueError('OCSP response status is not successful so the property has no value')
        return self._basic

    def _single(self):
        responses = self._basic_response().responses
        if len(responses) != 1:
            raise ValueError('OCSP response contains more than one SINGLERESP structure. Use .response_iter to iterate through them')
        return responses[0]

    def _cert_id(self):
        return self._single()._id

    response_status = property(lambda self: self._status)
    responses = _of_basic(lambda b: iter(b.responses))
    signature_algorithm_oid = _of_basic(lambda b: b.algorithm.oid)
    signature_hash_algorithm = _of_basic(lambda b: b.algorithm.hash())
    signature = _of_basic(lambda b: b.signature)
    tbs_response_bytes = _of_basic(lambda b: b.tbs[2])
    certificates = _of_basic(lambda b: [x509.load_der_x509_certificate(der) for der in b.certs])
    responder_key_hash = _of_basic(lambda b: b.key_hash)
    responder_name = _of_basic(lambda b: None if b.name is None else _parse_name(b.name))
    produced_at = _of_basic(lambda b: datetime.datetime(*b.produced))
    produced_at_utc = _of_basic(lambda b: _utc(b.produced))
    extensions = _of_basic(lambda b: b.extensions)
    single_extensions = _of_single('_extensions')
    certificate_status, revocation_reason = _of_single('certificate_status'), _of_single('revocation_reason')
    revocation_time, revocation_time_utc = _of_single('revocation_time'), _of_single('revocation_time_utc')
    this_update, this_update_utc = _of_single('this_update'), _of_single('this_update_utc')
    next_update, next_update_utc = _of_single('next_update'), _of_single('next_update_utc')


def load_der_ocsp_request(data):
    return OCSPRequest._load(_check_bytes(data))


def load_der_ocsp_response(data):
    return OCSPResponse._load(_check_bytes(data))


class OCSPRequestBuilder(_Builder):
    _fields = 'request', 'extensions'

    def _add(self, cert_id):
        return self._with('request', cert_id)

    def _check(self):
        if self._request is not None:
            raise ValueError('Only one certificate can be added to a request')

    def add_certificate(self, cert, issuer, algorithm):
        self._check()
        return self._add(_CertID.of(cert, issuer, algorithm))

    def add_certificate_by_hash(self, issuer_name_hash, issuer_key_hash, serial_number, algorithm):
        self._check()
        return self._add(_CertID.of_hashes(issuer_name_hash, issuer_key_hash, serial_number, algorithm))

    def build(self):
        if self._request is None:
            raise ValueError('You must add a certificate before building')
        requests = _der.put(_der.SEQUENCE, _der.put(_der.SEQUENCE, self._request.encode()))
        return OCSPRequest._load(_der.put(_der.SEQUENCE, _der.put(_der.SEQUENCE, requests, self._put_extensions(_der.context(2)))))


def _check_response(cert_status, this_update, next_update, revocation_time, revocation_reason):
    'The times, without zones.'
    if not isinstance(this_update, datetime.datetime):
        raise TypeError('this_update must be a datetime object')
    if next_update is not None and not isinstance(next_update, datetime.datetime):
        raise TypeError('next_update must be a datetime object or None')
    if not isinstance(cert_status, OCSPCertStatus):
        raise TypeError('cert_status must be an item from the OCSPCertStatus enum')
    if cert_status is not OCSPCertStatus.REVOKED:
        if revocation_time is not None:
            raise ValueError('revocation_time can only be provided if the certificate is revoked')
        if revocation_reason is not None:
            raise ValueError('revocation_reason can only be provided if the certificate is revoked')
    else:
        if not isinstance(revocation_time, datetime.datetime):
            raise TypeError('revocation_time must be a datetime object')
        revocation_time = _without_zone(revocation_time)
        if revocation_reason is not None and not isinstance(revocation_reason, x509.ReasonFlags):
            raise TypeError('revocation_reason must be an item from the ReasonFlags enum or None')
    return _without_zone(this_update), next_update and _without_zone(next_update), revocation_time


class OCSPResponseBuilder(_Builder):
    _fields = 'response', 'responder_id', 'certs', 'extensions'

    def _check(self):
        if self._response is not None:
            raise ValueError('Only one response per OCSPResponse.')

    def _add(self, cert_id, cert_status, this_update, next_update, revocation_time, revocation_reason):
        this_update, next_update, revocation_time = _check_response(cert_status, this_update, next_update, revocation_time, revocation_reason)
        if cert_status is OCSPCertStatus.REVOKED:
            reason = b''
            if revocation_reason is not None:
                reason = _der.put(_der.context(0), x509.CRLReason(revocation_reason)._encode())
            status = _der.put(_der.context(1), _der.put_time(revocation_time, True), reason)
        else:
            status = _der.put(_der.context(cert_status.value, False))
        after = b'' if next_update is None else _der.put(_der.context(0), _der.put_time(next_update, True))
        return self._with('response', _der.put(_der.SEQUENCE, cert_id.encode(), status, _der.put_time(this_update, True), after))

    def add_response(self, cert, issuer, algorithm, cert_status, this_update, next_update, revocation_time, revocation_reason):
        self._check()
        return self._add(_CertID.of(cert, issuer, algorithm), cert_status, this_update, next_update, revocation_time, revocation_reason)

    def add_response_by_hash(self, issuer_name_hash, issuer_key_hash, serial_number, algorithm, cert_status, this_update, next_update,
                             revocation_time, revocation_reason):
        self._check()
        return self._add(_CertID.of_hashes(issuer_name_hash, issuer_key_hash, serial_number, algorithm), cert_status, this_update,
                         next_update, revocation_time, revocation_reason)

    def responder_id(self, encoding, responder_cert):
        if self._responder_id is not None:
            raise ValueError('responder_id can only be set once')
        if not isinstance(responder_cert, x509.Certificate):
            raise TypeError('responder_cert must be a Certificate')
        if not isinstance(encoding, OCSPResponderEncoding):
            raise TypeError('encoding must be an element from OCSPResponderEncoding')
        return self._with('responder_id', (responder_cert, encoding))

    def certificates(self, certs):
        if self._certs is not None:
            raise ValueError('certificates may only be set once')
        certs = list(certs)
        if not certs:
            raise ValueError('certs must not be an empty list')
        if not all(isinstance(cert, x509.Certificate) for cert in certs):
            raise TypeError('certs must be a list of Certificates')
        return self._with('certs', certs)

    def sign(self, private_key, algorithm):
        if self._response is None:
            raise ValueError('You must add a response before signing')
        if self._responder_id is None:
            raise ValueError('You must add a responder_id before signing')
        cert, encoding = self._responder_id
        if cert.public_key() != private_key.public_key():
            raise ValueError('Certificate public key and provided private key do not match')
        if encoding is OCSPResponderEncoding.HASH:
            who = _der.put(_der.context(2), _der.put(_der.OCTET_STRING, _digest(hashes.SHA1(), _key_bits(cert))))
        else:
            who = _der.put(_der.context(1), cert.subject.public_bytes())
        now = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None, microsecond=0)

        def make(identifier):
            return _der.put(_der.SEQUENCE, who, _der.put_time(now, True), _der.put(_der.SEQUENCE, self._response),
                            self._put_extensions(_der.context(1)))

        basic = _der.single(_sign(private_key, algorithm, None, None, make))
        if self._certs is not None:
            certs = _der.put(_der.SEQUENCE, *[c.public_bytes(serialization.Encoding.DER) for c in self._certs])
            basic += _der.put(_der.context(0), certs)
        return _response(OCSPResponseStatus.SUCCESSFUL, _der.put(_der.SEQUENCE, basic))

    @classmethod
    def build_unsuccessful(cls, response_status):
        if not isinstance(response_status, OCSPResponseStatus):
            raise TypeError('response_status must be an item from OCSPResponseStatus')
        if response_status is OCSPResponseStatus.SUCCESSFUL:
            raise ValueError('response_status cannot be SUCCESSFUL')
        return _response(response_status, None)


def _response(status, basic):
    body = b''
    if basic is not None:
        body = _der.put(_der.context(0), _der.put(_der.SEQUENCE, _der.put_oid(_BASIC), _der.put(_der.OCTET_STRING, basic)))
    return OCSPResponse._load(_der.put(_der.SEQUENCE, _der.put_int(status.value, _der.ENUMERATED), body))
