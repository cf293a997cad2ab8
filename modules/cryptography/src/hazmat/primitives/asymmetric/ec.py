# Elliptic curves: ECDSA, ECDH.
from _cryptography import EllipticCurvePrivateKey, EllipticCurvePublicKey, ec_generate, ec_private, ec_public, ec_supported

EllipticCurvePrivateKeyWithSerialization, EllipticCurvePublicKeyWithSerialization = EllipticCurvePrivateKey, EllipticCurvePublicKey


class EllipticCurveOID:
    'Object identifiers of curves, as text.'
    SECP224R1, SECP256R1, SECP384R1, SECP521R1 = '1.3.132.0.33', '1.2.840.10045.3.1.7', '1.3.132.0.34', '1.3.132.0.35'
    SECP192R1, SECP256K1 = '1.2.840.10045.3.1.1', '1.3.132.0.10'
    BRAINPOOLP256R1, BRAINPOOLP384R1, BRAINPOOLP512R1 = '1.3.36.3.3.2.8.1.1.7', '1.3.36.3.3.2.8.1.1.11', '1.3.36.3.3.2.8.1.1.13'


class EllipticCurve:
    'A curve: name, key_size, group_order.'


def _curve(cls_name, name, bits, order=None):
    return type(cls_name, (EllipticCurve,), {'__module__': __name__, '__doc__': None, 'name': name, 'key_size': bits, 'group_order': order})


SECP521R1 = _curve('SECP521R1', 'secp521r1', 521, 0x1FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFA51868783BF2F966B7FCC0148F709A5D03BB5C9B8899C47AEBB6FB71E91386409)
SECP384R1 = _curve('SECP384R1', 'secp384r1', 384, 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973)
SECP256R1 = _curve('SECP256R1', 'secp256r1', 256, 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551)
SECP224R1 = _curve('SECP224R1', 'secp224r1', 224, 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFF16A2E0B8F03E13DD29455C5C2A3D)
SECP256K1 = _curve('SECP256K1', 'secp256k1', 256, 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141)
BrainpoolP256R1 = _curve('BrainpoolP256R1', 'brainpoolP256r1', 256, 0xA9FB57DBA1EEA9BC3E660A909D838D718C397AA3B561A6F7901E0E82974856A7)
BrainpoolP384R1 = _curve('BrainpoolP384R1', 'brainpoolP384r1', 384, 0x8CB91E82A3386D280F5D6F7E50E641DF152F7109ED5456B31F166E6CAC0425A7CF3AB6AF6B7FC3103B883202E9046565)
BrainpoolP512R1 = _curve('BrainpoolP512R1', 'brainpoolP512r1', 512, 0xAADD9DB8DBE9C48B3FD4E6AE33C9FC07CB308DB3B3C9D20ED6639CCA70330870553E5C414CA92619418661197FAC10471DB1D381085DDADDB58796829CA90069)
# The name of a curve that cannot be used.
SECP192R1 = _curve('SECP192R1', 'secp192r1', 192, 0xFFFFFFFFFFFFFFFFFFFFFFFF99DEF836146BC9B1B4D22831)

_CURVE_TYPES = {cls.name: cls for cls in (SECP521R1, SECP384R1, SECP256R1, SECP224R1, SECP256K1, SECP192R1,
                                          BrainpoolP256R1, BrainpoolP384R1, BrainpoolP512R1)}
_OID_TO_CURVE = {getattr(EllipticCurveOID, name): globals()[name.replace('BRAINPOOL', 'Brainpool')]
                 for name in ('SECP224R1', 'SECP256R1', 'SECP384R1', 'SECP521R1', 'SECP192R1', 'SECP256K1',
                              'BRAINPOOLP256R1', 'BRAINPOOLP384R1', 'BRAINPOOLP512R1')}


def get_curve_for_oid(oid):
    cls = _OID_TO_CURVE.get(getattr(oid, 'dotted_string', oid))
    if cls is None:
        raise LookupError('The provided object identifier has no matching elliptic curve class')
    return cls


class EllipticCurveSignatureAlgorithm:
    'How to sign: algorithm.'


class ECDSA(EllipticCurveSignatureAlgorithm):
    'ECDSA with a hash function; deterministic_signing is RFC 6979.'

    def __init__(self, algorithm, deterministic_signing=False):
        self._algorithm, self._deterministic_signing = algorithm, deterministic_signing

    @property
    def algorithm(self):
        return self._algorithm

    @property
    def deterministic_signing(self):
        return self._deterministic_signing


class ECDH:
    'The key exchange.'


def generate_private_key(curve, backend=None):
    return ec_generate(curve)


def derive_private_key(private_value, curve, backend=None):
    if not isinstance(private_value, int):
        raise TypeError('private_value must be an integer type.')
    if private_value <= 0:
        raise ValueError('private_value must be a positive integer.')
    return ec_private(private_value, curve)


class EllipticCurvePublicNumbers:
    'The coordinates of a point.'

    def __init__(self, x, y, curve):
        if not isinstance(x, int) or not isinstance(y, int):
            raise TypeError('x and y must be integers.')
        if not isinstance(curve, EllipticCurve):
            raise TypeError('curve must provide the EllipticCurve interface.')
        self._x, self._y, self._curve = x, y, curve

    x = property(lambda self: self._x)
    y = property(lambda self: self._y)
    curve = property(lambda self: self._curve)

    def public_key(self, backend=None):
        return ec_public(self._x, self._y, self._curve)

    def _key(self):
        return self._x, self._y, self._curve.name, self._curve.key_size

    def __eq__(self, other):
        if not isinstance(other, EllipticCurvePublicNumbers):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())

    def __repr__(self):
        return f'<EllipticCurvePublicNumbers(curve={self._curve.name}, x={self._x}, y={self._y})>'


class EllipticCurvePrivateNumbers:
    'A private number and the point that belongs to it.'

    def __reduce_ex__(self, protocol):  # a key is not saved by chance
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")

    def __init__(self, private_value, public_numbers):
        if not isinstance(private_value, int):
            raise TypeError('private_value must be an integer.')
        if not isinstance(public_numbers, EllipticCurvePublicNumbers):
            raise TypeError('public_numbers must be an EllipticCurvePublicNumbers instance.')
        self._private_value, self._public_numbers = private_value, public_numbers

    private_value = property(lambda self: self._private_value)
    public_numbers = property(lambda self: self._public_numbers)

    def private_key(self, backend=None):
        pub = self._public_numbers
        return ec_private(self._private_value, pub._curve, pub._x, pub._y)

    def __eq__(self, other):
        if not isinstance(other, EllipticCurvePrivateNumbers):
            return NotImplemented
        return self._private_value == other._private_value and self._public_numbers == other._public_numbers

    def __hash__(self):
        return hash((self._private_value, self._public_numbers))
