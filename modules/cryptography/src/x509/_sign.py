# Signatures: which algorithm an identifier means, signing, checking.
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat._oid import ObjectIdentifier, SignatureAlgorithmOID, _SIG_OIDS_TO_HASH
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, mldsa, padding, rsa
from cryptography.x509 import _der

_RSA, _EC = {}, {}
for _oid, _hash in _SIG_OIDS_TO_HASH.items():
    _name = next(n for n in dir(SignatureAlgorithmOID) if getattr(SignatureAlgorithmOID, n) == _oid)
    if 'RSA_WITH' in _name:
        _RSA[_oid] = _hash
    elif 'ECDSA' in _name:
        _EC[_oid] = _hash
_RSA_OF = {h.name: oid for oid, h in _RSA.items() if oid != SignatureAlgorithmOID._RSA_WITH_SHA1}
_EC_OF = {h.name: oid for oid, h in _EC.items()}
_HASHLESS = {SignatureAlgorithmOID.ED25519: (ed25519.Ed25519PrivateKey, ed25519.Ed25519PublicKey), SignatureAlgorithmOID.ED448: (ed448.Ed448PrivateKey, ed448.Ed448PublicKey),
             SignatureAlgorithmOID.ML_DSA_44: (mldsa.MLDSA44PrivateKey, mldsa.MLDSA44PublicKey), SignatureAlgorithmOID.ML_DSA_65: (mldsa.MLDSA65PrivateKey, mldsa.MLDSA65PublicKey),
             SignatureAlgorithmOID.ML_DSA_87: (mldsa.MLDSA87PrivateKey, mldsa.MLDSA87PublicKey)}
_MGF1 = ObjectIdentifier('1.2.840.113549.1.1.8')
_HASH_OIDS = {'1.3.14.3.2.26': hashes.SHA1, '2.16.840.1.101.3.4.2.4': hashes.SHA224, '2.16.840.1.101.3.4.2.1': hashes.SHA256,
              '2.16.840.1.101.3.4.2.2': hashes.SHA384, '2.16.840.1.101.3.4.2.3': hashes.SHA512,
              '2.16.840.1.101.3.4.2.7': hashes.SHA3_224, '2.16.840.1.101.3.4.2.8': hashes.SHA3_256,
              '2.16.840.1.101.3.4.2.9': hashes.SHA3_384, '2.16.840.1.101.3.4.2.10': hashes.SHA3_512}
_WEAK = 'md5', 'sha1'  # what they signed is verified
_OID_OF_HASH = {cls.name: ObjectIdentifier(oid) for oid, cls in _HASH_OIDS.items()}


class Algorithm:
    'An AlgorithmIdentifier: its oid, the bytes of its parameters or None, and all its bytes.'
    __slots__ = 'oid', 'params', 'whole'

    def __init__(self, item):
        r = _der.Reader(item[1])
        self.oid, self.params, self.whole = r.oid(), r.any()[2] if r.more() else None, item[2]
        r.end()

    def pss(self):
        'The padding and the hash function of RSASSA-PSS.'
        if self.params is None:
            raise ValueError('Invalid RSA PSS parameters')
        r = _der.sequence(self.params)
        alg, mgf, salt, trailer = [r.optional(_der.context(i)) for i in range(4)]
        r.end()
        hash_ = hashes.SHA1() if alg is None else _hash_of(_der.single(alg))
        mgf_hash = hashes.SHA1()
        if mgf is not None:
            m = _der.sequence(mgf)
            if m.oid() != _MGF1:
                raise ValueError('Unsupported mask generation OID')
            mgf_hash = _hash_of(m.content(_der.SEQUENCE))
            m.end()
        length = 20 if salt is None else _der.der_int(_der.single(salt, _der.INTEGER))
        if trailer is not None and _der.der_int(_der.single(trailer, _der.INTEGER)) != 1 or not 0 <= length < 65536:
            raise ValueError('Invalid RSA PSS parameters')
        return padding.PSS(padding.MGF1(mgf_hash), length), hash_

    def hash(self):
        if self.oid == SignatureAlgorithmOID.RSASSA_PSS:
            return self.pss()[1]
        try:
            return _SIG_OIDS_TO_HASH[self.oid]
        except KeyError:
            raise UnsupportedAlgorithm(f'Signature algorithm OID: {self.oid.dotted_string} not recognized') from None

    def parameters(self):
        if self.oid == SignatureAlgorithmOID.RSASSA_PSS:
            return self.pss()[0]
        if self.oid in _RSA:
            return padding.PKCS1v15()
        if self.oid in _EC:
            return ec.ECDSA(_EC[self.oid])
        return None


def _hash_of(content):
    r = _der.Reader(content)
    oid = r.oid()
    if r.more() and r.any()[2] != b'\5\0':
        raise _der.bad()
    r.end()
    cls = _HASH_OIDS.get(oid.dotted_string)
    if cls is None:
        raise UnsupportedAlgorithm(f'Hash algorithm OID: {oid.dotted_string} not recognized')
    return cls()


def verify(key, algorithm, signature, data):
    'Raises InvalidSignature, or ValueError if the key is of another kind.'
    oid = algorithm.oid
    if oid in _RSA:
        kind, how = rsa.RSAPublicKey, (padding.PKCS1v15(), _RSA[oid])
    elif oid == SignatureAlgorithmOID.RSASSA_PSS:
        kind, how = rsa.RSAPublicKey, algorithm.pss()
    elif oid in _EC:
        kind, how = ec.EllipticCurvePublicKey, (ec.ECDSA(_EC[oid]),)
    elif oid in _HASHLESS:
        kind, how = _HASHLESS[oid][1], ()
    else:
        raise UnsupportedAlgorithm(f'Signature algorithm OID: {oid.dotted_string} not recognized')
    if not isinstance(key, kind):
        raise ValueError('Signature algorithm does not match issuer key type')
    key.verify(signature, data, *how)


def check_algorithm(algorithm):
    if algorithm is not None and not isinstance(algorithm, hashes.HashAlgorithm):
        raise TypeError('Algorithm must be a registered hash algorithm.')


def sign(key, algorithm, rsa_padding, ecdsa_deterministic, make):
    'The bytes of what make(identifier) gives, signed: SEQUENCE of it, identifier, signature.'
    is_rsa, is_ec = isinstance(key, rsa.RSAPrivateKey), isinstance(key, ec.EllipticCurvePrivateKey)
    if rsa_padding is not None:
        if not isinstance(rsa_padding, (padding.PSS, padding.PKCS1v15)):
            raise TypeError('Padding must be PSS or PKCS1v15')
        if not is_rsa:
            raise TypeError('Padding is only supported for RSA keys')
    if ecdsa_deterministic is not None and not is_ec:
        raise TypeError('Deterministic ECDSA is only supported for EC keys')
    hashless = [oid for oid, kinds in _HASHLESS.items() if isinstance(key, kinds[0])]
    if hashless:
        if algorithm is not None:
            raise ValueError('Algorithm must be None when signing via ed25519 or ed448')
        identifier, how = _der.put_oid(hashless[0]), ()
    elif is_rsa or is_ec:
        if algorithm is None:
            raise TypeError('Algorithm must be a registered hash algorithm, not None.')
        check_algorithm(algorithm)
        oid = (_RSA_OF if is_rsa else _EC_OF).get(algorithm.name)
        if oid is None or algorithm.name in _WEAK:
            raise UnsupportedAlgorithm(f'Hash algorithm "{algorithm.name}" not supported for signatures')
        if is_ec:
            identifier, how = _der.put_oid(oid), (ec.ECDSA(algorithm, deterministic_signing=bool(ecdsa_deterministic)),)
        elif isinstance(rsa_padding, padding.PSS):
            identifier, rsa_padding = _pss_identifier(key, algorithm, rsa_padding)
            how = rsa_padding, algorithm
        else:
            identifier, how = _der.put_oid(oid) + b'\5\0', (padding.PKCS1v15(), algorithm)
    else:
        raise TypeError('Key must be an rsa, dsa, ec, ed25519, or ed448 private key.')
    identifier = _der.put(_der.SEQUENCE, identifier)
    data = make(identifier)
    return _der.put(_der.SEQUENCE, data, identifier, _der.put_bits(key.sign(data, *how)))


def _pss_identifier(key, algorithm, pss):
    salt = pss._salt_length
    if salt is padding.PSS.MAX_LENGTH:
        salt = padding.calculate_max_pss_salt_length(key, algorithm)
    elif salt is padding.PSS.DIGEST_LENGTH:
        salt = algorithm.digest_size
    elif not isinstance(salt, int):
        raise ValueError('salt_length must be an integer, MAX_LENGTH or DIGEST_LENGTH')
    mgf_hash = pss._mgf._algorithm
    if algorithm.name not in _OID_OF_HASH or mgf_hash.name not in _OID_OF_HASH or mgf_hash.name in _WEAK:
        raise UnsupportedAlgorithm(f'Hash algorithm "{mgf_hash.name}" not supported for signatures')
    ident = lambda h: _der.put(_der.SEQUENCE, _der.put_oid(_OID_OF_HASH[h.name]), b'\5\0')
    params = _der.put(_der.SEQUENCE, _der.put(_der.context(0), ident(algorithm)),
                      _der.put(_der.context(1), _der.put(_der.SEQUENCE, _der.put_oid(_MGF1), ident(mgf_hash))),
                      _der.put(_der.context(2), _der.put_int(salt)))
    return _der.put_oid(SignatureAlgorithmOID.RSASSA_PSS) + params, padding.PSS(padding.MGF1(mgf_hash), salt)
