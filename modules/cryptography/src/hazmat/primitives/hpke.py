# Hybrid public-key encryption (RFC 9180), base mode.
from _cryptography import hpke_open, hpke_seal
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey, EllipticCurvePublicKey, SECP384R1
from cryptography.hazmat.primitives.asymmetric.mlkem import (
    MLKEM768PrivateKey, MLKEM768PublicKey, MLKEM1024PrivateKey, MLKEM1024PublicKey)
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey


class _Item:
    def __init__(self, name, number, size=0):
        self.name, self._number, self._size = name, number, size

    def __repr__(self):
        return f'{type(self).__name__}.{self.name}'


def _items(cls, **items):
    for name, args in items.items():
        setattr(cls, name, cls(name, *args))


class KEM(_Item):
    'How the key reaches the recipient.'


class KDF(_Item):
    'How keys are derived.'


class AEAD(_Item):
    'How the message is encrypted.'


# The numbers are IANA's; those of a KEM are followed by the size of the encapsulated key.
_items(KEM, P256=(0x10, 65), P384=(0x11, 97), P521=(0x12, 133), X25519=(0x20, 32), MLKEM768=(0x41, 1088), MLKEM1024=(0x42, 1568),
       MLKEM1024_P384=(0x51, 1665), MLKEM768_X25519=(0x647a, 1120))
_items(KDF, HKDF_SHA256=(1,), HKDF_SHA384=(2,), HKDF_SHA512=(3,), SHAKE128=(0x10,), SHAKE256=(0x11,))
_items(AEAD, AES_128_GCM=(1,), AES_256_GCM=(2,), CHACHA20_POLY1305=(3,))


class _Pair:
    'The keys of a KEM that combines two.'

    def __init__(self, mlkem_key, other_key):
        first, second = self._classes
        if not isinstance(mlkem_key, first) or not isinstance(other_key, second):
            raise TypeError(f'{type(self).__name__} takes {first.__name__} and {second.__name__}')
        if hasattr(other_key, 'curve') and not isinstance(other_key.curve, SECP384R1):
            raise TypeError(f'{type(self).__name__} takes a key on SECP384R1')
        self._keys = mlkem_key, other_key

    def __reduce_ex__(self, protocol):
        raise TypeError(f'cannot pickle {type(self).__name__!r} object')


class MLKEM768X25519PublicKey(_Pair):
    _classes = MLKEM768PublicKey, X25519PublicKey


class MLKEM768X25519PrivateKey(_Pair):
    _classes = MLKEM768PrivateKey, X25519PrivateKey

    def public_key(self):
        return MLKEM768X25519PublicKey(*(key.public_key() for key in self._keys))


class MLKEM1024P384PublicKey(_Pair):
    _classes = MLKEM1024PublicKey, EllipticCurvePublicKey


class MLKEM1024P384PrivateKey(_Pair):
    _classes = MLKEM1024PrivateKey, EllipticCurvePrivateKey

    def public_key(self):
        return MLKEM1024P384PublicKey(*(key.public_key() for key in self._keys))


class Suite:
    'A choice of the three.'

    def __init__(self, kem, kdf, aead):
        for value, cls in (kem, KEM), (kdf, KDF), (aead, AEAD):
            if not isinstance(value, cls):
                raise TypeError(f"argument '{cls.__name__.lower()}': {type(value).__name__!r} object is not an instance of '{cls.__name__}'")
        self._kem, self._numbers = kem, (kem._number, kdf._number, aead._number)

    def encrypt(self, plaintext, public_key, info=None):
        "The encapsulated key and the encrypted message, for the owner of public_key's private key."
        return _encrypt_with_aad(self, plaintext, public_key, info)

    def decrypt(self, ciphertext, private_key, info=None):
        'What encrypt was given; InvalidTag if anything is wrong.'
        return _decrypt_with_aad(self, ciphertext, private_key, info)


def _encrypt_with_aad(suite, plaintext, public_key, info=None, aad=None):
    return hpke_seal(*suite._numbers, *getattr(public_key, '_keys', (public_key, None)), info, aad, plaintext)


def _decrypt_with_aad(suite, ciphertext, private_key, info=None, aad=None):
    return hpke_open(*suite._numbers, *getattr(private_key, '_keys', (private_key, None)), info, aad, suite._kem._size, ciphertext)
