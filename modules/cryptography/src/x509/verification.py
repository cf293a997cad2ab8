# Chains of certificates from a leaf to a trusted root, by the rules of RFC 5280 and the CA/Browser Forum.
#
# crypto/x509 of Go builds the chains and checks signatures, times, names, name constraints, path lengths and usages;
# what is asked beyond that is asked of every certificate of a chain here, the first good chain wins.
import datetime
import time as _time

from _cryptography import x509_chains
from cryptography.hazmat._oid import ExtendedKeyUsageOID, ExtensionOID, SignatureAlgorithmOID
from cryptography.x509 import _der
from cryptography.hazmat._enum import Enum
from cryptography.x509.base import Certificate
from cryptography.x509.extensions import DuplicateExtension, SubjectAlternativeName
from cryptography.x509.general_name import DNSName, IPAddress, UnsupportedGeneralNameType


class VerificationError(Exception):
    'No chain is good.'


class Criticality(Enum):
    CRITICAL = 'critical'
    AGNOSTIC = 'agnostic'
    NON_CRITICAL = 'non-critical'

    def _permits(self, critical):
        return self is Criticality.AGNOSTIC or critical == (self is Criticality.CRITICAL)


_KINDS = {ExtensionOID.AUTHORITY_INFORMATION_ACCESS, ExtensionOID.AUTHORITY_KEY_IDENTIFIER, ExtensionOID.SUBJECT_KEY_IDENTIFIER,
          ExtensionOID.KEY_USAGE, ExtensionOID.SUBJECT_ALTERNATIVE_NAME, ExtensionOID.BASIC_CONSTRAINTS, ExtensionOID.NAME_CONSTRAINTS,
          ExtensionOID.EXTENDED_KEY_USAGE}


def _fail(text):
    raise VerificationError(text)


def _ca_identifier(policy, cert, ext):
    if ext is None:
        return
    if ext.key_identifier is None:
        _fail('authorityKeyIdentifier must contain keyIdentifier')
    if ext.authority_cert_issuer is not None:
        _fail('authorityKeyIdentifier must not contain authorityCertIssuer')
    if ext.authority_cert_serial_number is not None:
        _fail('authorityKeyIdentifier must not contain authorityCertSerialNumber')


def _ca_usage(policy, cert, ext):
    if not ext.key_cert_sign:
        _fail('keyUsage.keyCertSign must be asserted in a CA certificate')


def _ca_constraints(policy, cert, ext):
    if not ext.ca:
        _fail('basicConstraints.cA must be asserted in a CA certificate')


def _extended(any_too):
    def check(policy, cert, ext):
        if ext is not None and policy.extended_key_usage not in ext and not (any_too and ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE in ext):
            _fail('required EKU not found')
    return check


def _ee_usage(policy, cert, ext):
    if ext is not None and ext.key_cert_sign:
        _fail('EE keyUsage must not assert keyCertSign')


def _ee_constraints(policy, cert, ext):
    if ext is not None and ext.ca:
        _fail('basicConstraints.cA must not be asserted in an EE certificate')


def _ee_names(policy, cert, ext):
    critical = cert.extensions.get_extension_for_oid(ExtensionOID.SUBJECT_ALTERNATIVE_NAME).critical
    if len(cert.subject) == 0 and not critical:
        _fail('EE subjectAltName MUST be critical when subject is empty')
    if len(cert.subject) and critical:
        _fail('EE subjectAltName MUST NOT be critical when subject is nonempty')


# A rule is None (not there), or whether it must be there, how critical, and a function (policy, certificate, value).
_ANY, _NOT = Criticality.AGNOSTIC, Criticality.NON_CRITICAL
_CA_RULES = {
    ExtensionOID.AUTHORITY_INFORMATION_ACCESS: (False, _NOT, None),
    ExtensionOID.AUTHORITY_KEY_IDENTIFIER: (False, _NOT, _ca_identifier),
    ExtensionOID.SUBJECT_KEY_IDENTIFIER: (False, _NOT, None),
    ExtensionOID.KEY_USAGE: (True, _ANY, _ca_usage),
    ExtensionOID.SUBJECT_ALTERNATIVE_NAME: (False, _ANY, None),
    ExtensionOID.BASIC_CONSTRAINTS: (True, Criticality.CRITICAL, _ca_constraints),
    ExtensionOID.NAME_CONSTRAINTS: (False, _ANY, None),
    ExtensionOID.EXTENDED_KEY_USAGE: (False, _NOT, _extended(True)),
}
_EE_RULES = {
    ExtensionOID.AUTHORITY_INFORMATION_ACCESS: (False, _NOT, None),
    ExtensionOID.AUTHORITY_KEY_IDENTIFIER: (True, _NOT, None),
    ExtensionOID.SUBJECT_KEY_IDENTIFIER: (False, _ANY, None),
    ExtensionOID.KEY_USAGE: (False, _ANY, _ee_usage),
    ExtensionOID.SUBJECT_ALTERNATIVE_NAME: (True, _ANY, _ee_names),
    ExtensionOID.BASIC_CONSTRAINTS: (False, _ANY, _ee_constraints),
    ExtensionOID.NAME_CONSTRAINTS: None,
    ExtensionOID.EXTENDED_KEY_USAGE: (False, _NOT, _extended(False)),
}


class ExtensionPolicy:
    'Which extensions certificates must, may, and must not have.'

    def __init__(self):
        raise TypeError('No constructor defined for ExtensionPolicy')

    @classmethod
    def _new(cls, rules, done=frozenset()):
        self = cls.__new__(cls)
        self._rules, self._done = rules, done
        return self

    @staticmethod
    def permit_all():
        return ExtensionPolicy._new({oid: (False, _ANY, None) for oid in _KINDS})

    @staticmethod
    def webpki_defaults_ca():
        return ExtensionPolicy._new(_CA_RULES)

    @staticmethod
    def webpki_defaults_ee():
        return ExtensionPolicy._new(_EE_RULES)

    def _with(self, oid, rule):
        if oid in self._done:
            raise ValueError(f'ExtensionPolicy already configured for extension with OID {oid.dotted_string}')
        if oid not in _KINDS:
            raise ValueError(f'Unsupported extension OID: {oid.dotted_string}')
        return ExtensionPolicy._new({**self._rules, oid: rule}, self._done | {oid})

    def _custom(self, must, extension_type, criticality, validator):
        if not isinstance(criticality, Criticality):
            raise TypeError("argument 'criticality': must be a Criticality")

        def check(policy, cert, ext):
            try:
                result = validator(policy, cert, ext)
            except Exception as e:
                raise VerificationError(f'Python extension validator failed: {type(e).__name__}: {e}') from None
            if result is not None:
                _fail('Python validator must return None.')
        return self._with(extension_type.oid, (must, criticality, None if validator is None else check))

    def require_not_present(self, extension_type):
        return self._with(extension_type.oid, None)

    def may_be_present(self, extension_type, criticality, validator):
        return self._custom(False, extension_type, criticality, validator)

    def require_present(self, extension_type, criticality, validator):
        return self._custom(True, extension_type, criticality, validator)

    def _permits(self, policy, cert):
        there = {}
        for ext in cert.extensions:
            there[ext.oid] = ext
            if ext.oid not in _KINDS and ext.critical:
                _fail(f'certificate contains unaccounted-for critical extensions: {ext.oid.dotted_string}')
        for oid, rule in self._rules.items():
            ext = there.get(oid)
            if rule is None:
                if ext is not None:
                    _fail(f'invalid extension: {oid.dotted_string}: Certificate contains prohibited extension')
                continue
            must, criticality, check = rule
            if ext is None and must:
                _fail(f'invalid extension: {oid.dotted_string}: Certificate is missing required extension')
            if ext is not None and not criticality._permits(ext.critical):
                _fail(f'invalid extension: {oid.dotted_string}: Certificate extension has incorrect criticality')
            if check is not None:
                check(policy, cert, None if ext is None else ext.value)


_KEYS = {'300d06092a864886f70d0101010500', '301306072a8648ce3d020106082a8648ce3d030107', '301006072a8648ce3d020106052b81040022',
         '301006072a8648ce3d020106052b81040023'}
_SIGNATURES = {SignatureAlgorithmOID.RSA_WITH_SHA256: b'\5\0', SignatureAlgorithmOID.RSA_WITH_SHA384: b'\5\0',
               SignatureAlgorithmOID.RSA_WITH_SHA512: b'\5\0', SignatureAlgorithmOID.ECDSA_WITH_SHA256: None,
               SignatureAlgorithmOID.ECDSA_WITH_SHA384: None, SignatureAlgorithmOID.ECDSA_WITH_SHA512: None}


def _good_signature(algorithm):
    if algorithm.oid in _SIGNATURES:
        return algorithm.params == _SIGNATURES[algorithm.oid]
    if algorithm.oid == SignatureAlgorithmOID.RSASSA_PSS:
        pss, hash_ = algorithm.pss()
        return hash_.name in ('sha256', 'sha384', 'sha512') and pss._mgf._algorithm.name == hash_.name and pss._salt_length == hash_.digest_size
    return False


class Policy:
    'What is asked of a chain.'
    minimum_rsa_modulus = 2048

    def __init__(self, subject, validation_time, max_chain_depth, usage, ca_policy, ee_policy):
        self._subject, self._time, self._depth, self._usage = subject, validation_time, max_chain_depth, usage
        self._ca, self._ee = ca_policy or ExtensionPolicy.webpki_defaults_ca(), ee_policy or ExtensionPolicy.webpki_defaults_ee()

    subject = property(lambda self: self._subject)
    validation_time = property(lambda self: self._time)
    max_chain_depth = property(lambda self: self._depth)
    extended_key_usage = property(lambda self: self._usage)

    def _permits_basic(self, cert):
        if cert._version != 2:
            _fail('certificate must be an X509v3 certificate')
        if cert._algorithm.whole != cert._inner_algorithm.whole:
            _fail('mismatch between signatureAlgorithm and SPKI algorithm')
        if not 1 <= len(cert._serial_bytes) <= 21:
            _fail('certificate must have a serial between 1 and 20 octets')
        if cert._serial < 0:
            _fail('certificate serial number cannot be negative')
        if len(cert.issuer) == 0:
            _fail('certificate must have a non-empty Issuer')
        for (tag, _, _), when in zip(cert._times, (cert._not_before, cert._not_after)):
            if tag == _der.GENERALIZED_TIME and 1950 <= when[0] < 2050:
                _fail('validity dates between 1950 and 2049 must be UtcTime')
        now = tuple(self._time.timetuple())[:6]
        if not cert._not_before <= now <= cert._not_after:
            _fail('cert is not valid at validation time')

    def _permits_key(self, cert):
        if cert._key_algorithm.whole.hex() not in _KEYS:
            _fail(f'Forbidden public key algorithm: {cert._key_algorithm.oid.dotted_string}')
        key = cert.public_key()
        if cert._key_algorithm.params == b'\5\0' and key.key_size < self.minimum_rsa_modulus:
            _fail('RSA key is too weak')

    def _permits_leaf(self, cert):
        self._permits_basic(cert)
        self._ee._permits(self, cert)
        # Beyond what pyca/cryptography asks: a leaf's own key is no weaker than those above it.
        if cert._key_algorithm.oid.dotted_string == '1.2.840.113549.1.1.1' and cert.public_key().key_size < self.minimum_rsa_modulus:
            _fail('RSA key is too weak')

    def _permits(self, chain):
        'What is asked of all but the leaf.'
        if len(chain) - 2 > self._depth:
            _fail('chain construction exceeds max depth')
        for i, cert in enumerate(chain[1:], 1):
            self._permits_basic(cert)
            self._ca._permits(self, cert)
            self._permits_key(cert)
            if not _good_signature(chain[i - 1]._algorithm):
                _fail(f'Forbidden signature algorithm: {chain[i - 1]._algorithm.oid.dotted_string}')


class Store:
    'Certificates that are trusted.'

    def __init__(self, certs):
        self._certs = list(certs)
        for cert in self._certs:
            if not isinstance(cert, Certificate):
                raise TypeError("argument 'certs': 'object' object cannot be cast as 'Certificate'")
        if not self._certs:
            raise ValueError("can't create an empty store")


class VerifiedClient:
    'A client whose certificate is good: chain, and subjects, the names in the leaf.'

    def __init__(self, subjects, chain):
        self._subjects, self._chain = subjects, chain

    subjects = property(lambda self: self._subjects)
    chain = property(lambda self: self._chain)


class _Verifier:
    def __init__(self, policy, store):
        self._policy, self._store = policy, store

    policy = property(lambda self: self._policy)
    store = property(lambda self: self._store)

    def _chain(self, leaf, intermediates, client):
        certs = [leaf, *intermediates]
        for cert in certs:
            if not isinstance(cert, Certificate):
                raise TypeError(f"'{type(cert).__name__}' object cannot be cast as 'Certificate'")
        policy = self._policy
        try:
            # What is wrong with the leaf itself is said first.
            policy._permits_leaf(leaf)
            certs += self._store._certs
            subject = None if policy.subject is None else policy.subject.value
            if subject is not None and not isinstance(subject, str):
                subject = subject.packed
            seconds = int(policy._time.replace(tzinfo=datetime.timezone.utc).timestamp())
            chains, reason = x509_chains(leaf._der, [c._der for c in intermediates], [c._der for c in self._store._certs], subject, seconds, client)
            if chains is None:
                _fail(reason)
            problem = None
            for numbers in chains:
                chain = [certs[n] for n in numbers]
                try:
                    policy._permits(chain)
                    return chain
                except VerificationError as e:
                    problem = problem or e
            raise problem
        except VerificationError as e:
            text = str(e)
        except (ValueError, DuplicateExtension, UnsupportedGeneralNameType) as e:
            text = str(e)
        raise VerificationError('validation failed: ' + text)


class ServerVerifier(_Verifier):
    'Checks the certificates of servers.'

    def verify(self, leaf, intermediates):
        return self._chain(leaf, list(intermediates), False)


class ClientVerifier(_Verifier):
    'Checks the certificates of clients.'

    def verify(self, leaf, intermediates):
        chain = self._chain(leaf, list(intermediates), True)
        try:
            subjects = list(leaf.extensions.get_extension_for_class(SubjectAlternativeName).value)
        except Exception:
            subjects = None
        return VerifiedClient(subjects, chain)


def _is_name(text):
    'Whether text is a host name, without wildcards.'
    if not text or len(text) > 253 or not text.isascii():
        return False
    labels = text.split('.')
    for label in labels:
        if not label or len(label) > 63 or label[0] == '-' or label[-1] == '-' or not all(c.isalnum() or c in '-_' for c in label):
            return False
    return True


class PolicyBuilder:
    'Makes verifiers.'

    def __init__(self, *, time=None, store=None, max_chain_depth=None, _ca=None, _ee=None):
        self._time, self._store, self._depth, self._ca, self._ee = time, store, max_chain_depth, _ca, _ee

    def _with(self, **new):
        old = {'time': self._time, 'store': self._store, 'max_chain_depth': self._depth, '_ca': self._ca, '_ee': self._ee}
        return PolicyBuilder(**{**old, **new})

    def time(self, new_time):
        if self._time is not None:
            raise ValueError('The validation time may only be set once.')
        if not isinstance(new_time, datetime.datetime):
            raise TypeError("argument 'new_time': must be a datetime.datetime")
        if new_time.tzinfo is not None:
            new_time = new_time.astimezone(datetime.timezone.utc).replace(tzinfo=None)
        return self._with(time=new_time)

    def store(self, new_store):
        if self._store is not None:
            raise ValueError('The trust store may only be set once.')
        if not isinstance(new_store, Store):
            raise TypeError(f"argument 'new_store': '{type(new_store).__name__}' object cannot be cast as 'Store'")
        return self._with(store=new_store)

    def max_chain_depth(self, new_max_chain_depth):
        if self._depth is not None:
            raise ValueError('The maximum chain depth may only be set once.')
        if not 0 <= new_max_chain_depth <= 255:
            raise OverflowError('out of range integral type conversion attempted')
        return self._with(max_chain_depth=new_max_chain_depth)

    def extension_policies(self, *, ca_policy, ee_policy):
        if self._ca is not None:
            raise ValueError('The extension policies may only be set once.')
        return self._with(_ca=ca_policy, _ee=ee_policy)

    def _policy(self, subject, usage):
        when = self._time
        if when is None:
            when = datetime.datetime.fromtimestamp(int(_time.time()), datetime.timezone.utc).replace(tzinfo=None)
        return Policy(subject, when, 8 if self._depth is None else self._depth, usage, self._ca, self._ee)

    def build_client_verifier(self):
        if self._store is None:
            raise ValueError('A client verifier must have a trust store.')
        return ClientVerifier(self._policy(None, ExtendedKeyUsageOID.CLIENT_AUTH), self._store)

    def build_server_verifier(self, subject):
        if self._store is None:
            raise ValueError('A server verifier must have a trust store.')
        if isinstance(subject, DNSName):
            if not _is_name(subject.value):
                raise ValueError('invalid domain name: ' + subject.value)
        elif not isinstance(subject, IPAddress) or not hasattr(subject.value, 'packed'):
            raise TypeError('unsupported subject type')
        return ServerVerifier(self._policy(subject, ExtendedKeyUsageOID.SERVER_AUTH), self._store)
