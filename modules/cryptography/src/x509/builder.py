# Making certificates, requests and revocation lists.
import datetime
import os

from cryptography.hazmat._oid import ObjectIdentifier
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, mldsa, mlkem, rsa, x448, x25519
from cryptography.x509 import _der
from cryptography.x509._sign import sign as _sign
from cryptography.x509.base import (
    Certificate, CertificateRevocationList, CertificateSigningRequest, RevokedCertificate, _EXTENSION_REQUEST, _RawRevokedCertificate)
from cryptography.x509.extensions import Extension, Extensions, ExtensionType
from cryptography.x509.name import Name, _ASN1Type

_EARLIEST_UTC_TIME = datetime.datetime(1950, 1, 1)
_KEYS = (rsa.RSAPublicKey, ec.EllipticCurvePublicKey, ed25519.Ed25519PublicKey, ed448.Ed448PublicKey, x25519.X25519PublicKey,
         x448.X448PublicKey, mldsa.MLDSA44PublicKey, mldsa.MLDSA65PublicKey, mldsa.MLDSA87PublicKey,
         mlkem.MLKEM512PublicKey, mlkem.MLKEM768PublicKey, mlkem.MLKEM1024PublicKey)


def _utc(time):
    'A datetime without zone, of one that is UTC unless it has a zone.'
    if time.tzinfo is None:
        return time
    return time.replace(tzinfo=None) - (time.utcoffset() or datetime.timedelta())


def _time(time, what):
    if not isinstance(time, datetime.datetime):
        raise TypeError('Expecting datetime object.')
    time = _utc(time)
    if time < _EARLIEST_UTC_TIME:
        raise ValueError(what)
    return time


def _serial(number, dot='.'):
    if not isinstance(number, int):
        raise TypeError('Serial number must be of integral type.')
    if number <= 0:
        raise ValueError('The serial number should be positive' + dot)
    if number.bit_length() >= 160:
        raise ValueError('The serial number should not be more than 159 bits.')
    return number


class _Builder:
    'An object whose methods return it with something more.'
    _fields = ()

    def __init__(self, *values, **named):
        for name in self._fields:
            setattr(self, '_' + name, None)
        self._extensions = []
        for name, value in [*zip(self._fields, values), *named.items()]:
            setattr(self, '_' + name, value)

    def _with(self, name, value):
        new = self.__class__.__new__(self.__class__)
        new.__dict__.update(self.__dict__)
        setattr(new, '_' + name, value)
        return new

    def _once(self, name, message):
        if getattr(self, '_' + name) is not None:
            raise ValueError(message)

    def add_extension(self, extval, critical):
        if not isinstance(extval, ExtensionType):
            raise TypeError('extension must be an ExtensionType')
        extension = Extension(extval.oid, critical, extval)
        if any(e.oid == extension.oid for e in self._extensions):
            raise ValueError('This extension has already been set.')
        return self._with('extensions', [*self._extensions, extension])

    def _put_extensions(self, tag):
        if not self._extensions:
            return b''
        return _der.put(tag, _der.put(_der.SEQUENCE, *[e._encode() for e in self._extensions]))


def _name(name):
    if not isinstance(name, Name):
        raise TypeError('Expecting x509.Name object.')
    return name


class CertificateBuilder(_Builder):
    _fields = 'issuer_name', 'subject_name', 'public_key', 'serial_number', 'not_valid_before', 'not_valid_after', 'extensions'

    def issuer_name(self, name):
        _name(name)
        self._once('issuer_name', 'The issuer name may only be set once.')
        return self._with('issuer_name', name)

    def subject_name(self, name):
        _name(name)
        self._once('subject_name', 'The subject name may only be set once.')
        return self._with('subject_name', name)

    def public_key(self, key):
        if not isinstance(key, _KEYS):
            raise TypeError('Expecting one of DSAPublicKey, RSAPublicKey, EllipticCurvePublicKey, Ed25519PublicKey, '
                            'Ed448PublicKey, MLDSA44PublicKey, MLDSA65PublicKey, MLDSA87PublicKey, X25519PublicKey, or X448PublicKey.')
        self._once('public_key', 'The public key may only be set once.')
        return self._with('public_key', key)

    def serial_number(self, number):
        self._once('serial_number', 'The serial number may only be set once.')
        return self._with('serial_number', _serial(number))

    def not_valid_before(self, time):
        self._once('not_valid_before', 'The not valid before may only be set once.')
        time = _time(time, 'The not valid before date must be on or after 1950 January 1).')
        if self._not_valid_after is not None and time > self._not_valid_after:
            raise ValueError('The not valid before date must be before the not valid after date.')
        return self._with('not_valid_before', time)

    def not_valid_after(self, time):
        self._once('not_valid_after', 'The not valid after may only be set once.')
        time = _time(time, 'The not valid after date must be on or after 1950 January 1.')
        if self._not_valid_before is not None and time < self._not_valid_before:
            raise ValueError('The not valid after date must be after the not valid before date.')
        return self._with('not_valid_after', time)

    def sign(self, private_key, algorithm, backend=None, *, rsa_padding=None, ecdsa_deterministic=None):
        for name, what in (('subject_name', 'a subject name'), ('issuer_name', 'an issuer name'), ('serial_number', 'a serial number'),
                           ('not_valid_before', 'a not valid before time'), ('not_valid_after', 'a not valid after time'),
                           ('public_key', 'a public key')):
            if getattr(self, '_' + name) is None:
                raise ValueError('A certificate must have ' + what)

        def make(identifier):
            spki = self._public_key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
            return _der.put(_der.SEQUENCE, b'\xa0\3\2\1\2', _der.put_int(self._serial_number), identifier, self._issuer_name.public_bytes(),
                            _der.put(_der.SEQUENCE, _der.put_time(self._not_valid_before), _der.put_time(self._not_valid_after)),
                            self._subject_name.public_bytes(), spki, self._put_extensions(_der.context(3)))
        return Certificate._load(_sign(private_key, algorithm, rsa_padding, ecdsa_deterministic, make))


class CertificateSigningRequestBuilder(_Builder):
    _fields = 'subject_name', 'extensions', 'attributes'

    def subject_name(self, name):
        _name(name)
        self._once('subject_name', 'The subject name may only be set once.')
        return self._with('subject_name', name)

    def add_attribute(self, oid, value, *, _tag=None):
        if not isinstance(oid, ObjectIdentifier):
            raise TypeError('oid must be an ObjectIdentifier')
        if not isinstance(value, bytes):
            raise TypeError('value must be bytes')
        if _tag is not None and not isinstance(_tag, _ASN1Type):
            raise TypeError('tag must be _ASN1Type')
        attributes = self._attributes or []
        if any(have == oid for have, _, _ in attributes):
            raise ValueError('This attribute has already been set.')
        return self._with('attributes', [*attributes, (oid, value, None if _tag is None else _tag.value)])

    def sign(self, private_key, algorithm, backend=None, *, rsa_padding=None, ecdsa_deterministic=None):
        if self._subject_name is None:
            raise ValueError('A CertificateSigningRequest must have a subject')

        def make(identifier):
            attributes = []
            if self._extensions:
                attributes.append(_der.put(_der.SEQUENCE, _der.put_oid(_EXTENSION_REQUEST), self._put_extensions(_der.SET)))
            for oid, value, tag in self._attributes or ():
                if tag is None:
                    try:
                        value.decode()
                    except UnicodeDecodeError:
                        raise ValueError('Attribute values must be valid utf-8.') from None
                    tag = _der.UTF8
                attributes.append(_der.put(_der.SEQUENCE, _der.put_oid(oid), _der.put(_der.SET, _der.put(tag, value))))
            spki = private_key.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
            return _der.put(_der.SEQUENCE, b'\2\1\0', self._subject_name.public_bytes(), spki,
                            _der.put(_der.context(0), *sorted(attributes)))
        return CertificateSigningRequest._load(_sign(private_key, algorithm, rsa_padding, ecdsa_deterministic, make))


class CertificateRevocationListBuilder(_Builder):
    _fields = 'issuer_name', 'last_update', 'next_update', 'extensions', 'revoked_certificates'

    def issuer_name(self, issuer_name):
        _name(issuer_name)
        self._once('issuer_name', 'The issuer name may only be set once.')
        return self._with('issuer_name', issuer_name)

    def last_update(self, last_update):
        self._once('last_update', 'Last update may only be set once.')
        time = _time(last_update, 'The last update date must be on or after 1950 January 1.')
        if self._next_update is not None and time > self._next_update:
            raise ValueError('The last update date must be before the next update date.')
        return self._with('last_update', time)

    def next_update(self, next_update):
        self._once('next_update', 'Last update may only be set once.')
        time = _time(next_update, 'The last update date must be on or after 1950 January 1.')
        if self._last_update is not None and time < self._last_update:
            raise ValueError('The next update date must be after the last update date.')
        return self._with('next_update', time)

    def add_revoked_certificate(self, revoked_certificate):
        if not isinstance(revoked_certificate, RevokedCertificate):
            raise TypeError('Must be an instance of RevokedCertificate')
        return self._with('revoked_certificates', [*(self._revoked_certificates or ()), revoked_certificate])

    def sign(self, private_key, algorithm, backend=None, *, rsa_padding=None, ecdsa_deterministic=None):
        for name, what in ('issuer_name', 'an issuer name'), ('last_update', 'a last update time'), ('next_update', 'a next update time'):
            if getattr(self, '_' + name) is None:
                raise ValueError('A CRL must have ' + what)

        def make(identifier):
            entries = []
            for r in self._revoked_certificates or ():
                extensions = [e._encode() for e in r.extensions]
                entries.append(_der.put(_der.SEQUENCE, _der.put_int(r.serial_number), _der.put_time(r.revocation_date),
                                        _der.put(_der.SEQUENCE, *extensions) if extensions else b''))
            return _der.put(_der.SEQUENCE, b'\2\1\1', identifier, self._issuer_name.public_bytes(), _der.put_time(self._last_update),
                            _der.put_time(self._next_update), _der.put(_der.SEQUENCE, *entries) if entries else b'',
                            self._put_extensions(_der.context(0)))
        return CertificateRevocationList._load(_sign(private_key, algorithm, rsa_padding, ecdsa_deterministic, make))


class RevokedCertificateBuilder(_Builder):
    _fields = 'serial_number', 'revocation_date', 'extensions'

    def serial_number(self, number):
        self._once('serial_number', 'The serial number may only be set once.')
        return self._with('serial_number', _serial(number, ''))

    def revocation_date(self, time):
        self._once('revocation_date', 'The revocation date may only be set once.')
        return self._with('revocation_date', _time(time, 'The revocation date must be on or after 1950 January 1.'))

    def build(self, backend=None):
        if self._serial_number is None:
            raise ValueError('A revoked certificate must have a serial number')
        if self._revocation_date is None:
            raise ValueError('A revoked certificate must have a revocation date')
        return _RawRevokedCertificate(self._serial_number, self._revocation_date, Extensions(self._extensions))


def random_serial_number():
    return int.from_bytes(os.urandom(20), 'big') >> 1
