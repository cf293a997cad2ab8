# Certificates of OpenSSH: its PROTOCOL.certkeys.
import os
from base64 import b64decode, b64encode

from _cryptography import UnsupportedAlgorithm, load_ssh_public_key
from cryptography.hazmat._enum import Enum
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, SHA384, SHA512
from cryptography.hazmat.primitives._serialization import Encoding, PublicFormat

_SUFFIX = b'-cert-v01@openssh.com'
# How many strings a public key is, and the hash function of ECDSA.
_KINDS = {b'ssh-ed25519': (1, None), b'ssh-rsa': (2, None), b'ecdsa-sha2-nistp256': (2, SHA256), b'ecdsa-sha2-nistp384': (2, SHA384),
          b'ecdsa-sha2-nistp521': (2, SHA512)}
_RSA_HASHES = {b'ssh-rsa': SHA1, b'rsa-sha2-256': SHA256, b'rsa-sha2-512': SHA512}


class SSHCertificateType(Enum):
    'Whose key it is.'
    USER = 1
    HOST = 2


class _Reader:
    def __init__(self, data):
        self.data, self.i = data, 0

    def take(self, n):
        if n > len(self.data) - self.i:
            raise ValueError('Invalid data')
        self.i += n
        return self.data[self.i - n:self.i]

    def number(self, size):
        return int.from_bytes(self.take(size), 'big')

    def string(self):
        return self.take(self.number(4))

    def more(self):
        return self.i < len(self.data)

    def end(self):
        if self.more():
            raise ValueError('Corrupt data: unparsed data')


def _strings(*parts):
    return b''.join(len(p).to_bytes(4, 'big') + p for p in parts)


def _options(data):
    r = _Reader(data)
    out = {}
    last = b''
    while r.more():
        name, value = r.string(), r.string()
        if name in out:
            raise ValueError('Duplicate name')
        if name < last:
            raise ValueError('Fields not lexically sorted')
        if value:
            inner = _Reader(value)
            value = inner.string()
            if inner.more():
                raise ValueError('Unexpected extra data after value')
        out[name] = value
        last = name
    return out


def _key(kind, blob):
    return load_ssh_public_key(kind + b' ' + b64encode(blob))


def _blob(key):
    'The kind of a public key, and its bytes.'
    kind, text = key.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).split()
    return kind, b64decode(text)


class SSHCertificate:
    'A public key, what it may be used for, and who says so.'

    def __init__(self, kind, text):
        base = kind[:-len(_SUFFIX)]
        if base not in _KINDS:
            raise UnsupportedAlgorithm(f'Unsupported key type: {base!r}')
        try:
            self._body = b64decode(text, validate=True)
        except ValueError:
            raise ValueError('Invalid format') from None
        r = _Reader(self._body)
        if r.string() != kind:
            raise ValueError('Invalid key format')
        self._kind, self._nonce = kind, r.string()
        self._public_key = _key(base, _strings(base, *[r.string() for _ in range(_KINDS[base][0])]))
        self._serial, cert_type, self._key_id = r.number(8), r.number(4), r.string()
        principals = _Reader(r.string())
        self._valid_principals = []
        while principals.more():
            self._valid_principals.append(principals.string())
        self._valid_after, self._valid_before = r.number(8), r.number(8)
        self._critical_options, self._extensions = _options(r.string()), _options(r.string())
        r.string()  # reserved
        self._signer = r.string()
        self._signed = self._body[:r.i]
        signature = _Reader(r.string())
        r.end()
        self._signature_kind, self._signature = signature.string(), signature.string()
        signature.end()
        signer = self._signer_kind()
        if self._signature_kind not in (_RSA_HASHES if signer == b'ssh-rsa' else (signer,)):
            raise ValueError('Signature key type does not match')
        if cert_type not in (1, 2):
            raise ValueError('Invalid certificate type')
        self._type = SSHCertificateType(cert_type)

    for _name in 'nonce serial type key_id valid_principals valid_after valid_before critical_options extensions'.split():
        locals()[_name] = property(lambda self, name='_' + _name: getattr(self, name))

    def _signer_kind(self):
        return _Reader(self._signer).string()

    def public_key(self):
        return self._public_key

    def signature_key(self):
        return _key(self._signer_kind(), self._signer)

    def public_bytes(self):
        return self._kind + b' ' + b64encode(self._body)

    def verify_cert_signature(self):
        'InvalidSignature, or nothing. It does not look at times, names and who signed.'
        key = self.signature_key()
        if isinstance(key, ed25519.Ed25519PublicKey):
            key.verify(self._signature, self._signed)
        elif isinstance(key, rsa.RSAPublicKey):
            key.verify(self._signature, self._signed, padding.PKCS1v15(), _RSA_HASHES[self._signature_kind]())
        else:
            r = _Reader(self._signature)
            numbers = [int.from_bytes(r.string(), 'big', signed=True) for _ in range(2)]
            r.end()
            if min(numbers) < 0:
                raise ValueError('Invalid data')
            key.verify(encode_dss_signature(*numbers), self._signed, ec.ECDSA(_KINDS[self._signature_kind][1]()))


class SSHCertificateBuilder:
    'Makes a certificate: each method returns another builder.'

    def __init__(self, **fields):
        self._fields = fields

    def _with(self, name, value):
        if name in self._fields:
            raise ValueError(name + ' already set')
        return SSHCertificateBuilder(**self._fields | {name: value})

    def public_key(self, public_key):
        if not isinstance(public_key, (ec.EllipticCurvePublicKey, rsa.RSAPublicKey, ed25519.Ed25519PublicKey)):
            raise TypeError('Unsupported key type')
        return self._with('public_key', public_key)

    def serial(self, serial):
        if not isinstance(serial, int):
            raise TypeError('serial must be an integer')
        if not 0 <= serial < 2**64:
            raise ValueError('serial must be between 0 and 2**64')
        return self._with('serial', serial)

    def type(self, type):
        if not isinstance(type, SSHCertificateType):
            raise TypeError('type must be an SSHCertificateType')
        return self._with('type', type)

    def key_id(self, key_id):
        if not isinstance(key_id, bytes):
            raise TypeError('key_id must be bytes')
        return self._with('key_id', key_id)

    def valid_principals(self, valid_principals):
        if self._fields.get('valid_principals') == []:
            raise ValueError("Principals can't be set because the cert is valid for all principals")
        valid_principals = list(valid_principals)
        if not valid_principals or not all(isinstance(x, bytes) for x in valid_principals):
            raise TypeError("principals must be a list of bytes and can't be empty")
        if len(valid_principals) > 256:
            raise ValueError('Reached or exceeded the maximum number of valid_principals')
        return self._with('valid_principals', valid_principals)

    def valid_for_all_principals(self):
        if self._fields.get('valid_principals'):
            raise ValueError("valid_principals already set, can't set valid_for_all_principals")
        if 'valid_principals' in self._fields:
            raise ValueError('valid_for_all_principals already set')
        return self._with('valid_principals', [])

    def _time(self, name, time):
        if not isinstance(time, (int, float)):
            raise TypeError(name + ' must be an int or float')
        if not 0 <= int(time) < 2**64:
            raise ValueError(name + ' must [0, 2**64)')
        return self._with(name, int(time))

    def valid_before(self, valid_before):
        return self._time('valid_before', valid_before)

    def valid_after(self, valid_after):
        return self._time('valid_after', valid_after)

    def _add(self, table, what, name, value):
        if not isinstance(name, bytes) or not isinstance(value, bytes):
            raise TypeError('name and value must be bytes')
        old = self._fields.get(table, {})
        if name in old:
            raise ValueError(f'Duplicate {what} name')
        return SSHCertificateBuilder(**self._fields | {table: old | {name: value}})

    def add_critical_option(self, name, value):
        return self._add('critical_options', 'critical option', name, value)

    def add_extension(self, name, value):
        return self._add('extensions', 'extension', name, value)

    def sign(self, private_key):
        if not isinstance(private_key, (ec.EllipticCurvePrivateKey, rsa.RSAPrivateKey, ed25519.Ed25519PrivateKey)):
            raise TypeError('Unsupported private key type')
        fields = self._fields
        for name in 'public_key', 'type', 'valid_principals', 'valid_before', 'valid_after':
            if name not in fields:
                raise ValueError('valid_principals must be set if valid_for_all_principals is False' if name == 'valid_principals' else name + ' must be set')
        if fields['valid_after'] > fields['valid_before']:
            raise ValueError('valid_after must be earlier than valid_before')
        options = [_strings(*[p for name, value in sorted(fields.get(table, {}).items()) for p in (name, _strings(value) if value else b'')])
                   for table in ('critical_options', 'extensions')]
        base, blob = _blob(fields['public_key'])
        signer_kind, signer = _blob(private_key.public_key())
        start = _strings(base)
        data = (_strings(base + _SUFFIX, os.urandom(32)) + blob[len(start):] + fields.get('serial', 0).to_bytes(8, 'big') + fields['type'].value.to_bytes(4, 'big')
                + _strings(fields.get('key_id', b''), _strings(*fields['valid_principals'])) + fields['valid_after'].to_bytes(8, 'big')
                + fields['valid_before'].to_bytes(8, 'big') + _strings(*options, b'', signer))
        kind = signer_kind
        if isinstance(private_key, ed25519.Ed25519PrivateKey):
            signature = private_key.sign(data)
        elif isinstance(private_key, rsa.RSAPrivateKey):
            kind, signature = b'rsa-sha2-512', private_key.sign(data, padding.PKCS1v15(), SHA512())
        else:
            numbers = decode_dss_signature(private_key.sign(data, ec.ECDSA(_KINDS[kind][1]())))
            signature = _strings(*[n.to_bytes(n.bit_length() // 8 + 1, 'big') for n in numbers])
        data += _strings(_strings(kind, signature))
        return SSHCertificate(base + _SUFFIX, b64encode(data))
