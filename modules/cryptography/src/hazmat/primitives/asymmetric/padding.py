# Paddings of RSA.
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives._asymmetric import AsymmetricPadding
from cryptography.hazmat.primitives.asymmetric import rsa


class PKCS1v15(AsymmetricPadding):
    name = 'EMSA-PKCS1-v1_5'
    _pad = 'PKCS1v15'


class _MaxLength:
    _salt = 'max'


class _Auto:
    _salt = 'auto'


class _DigestLength:
    _salt = 'digest'


class PSS(AsymmetricPadding):
    name = 'EMSA-PSS'
    _pad = 'PSS'
    MAX_LENGTH, AUTO, DIGEST_LENGTH = _MaxLength(), _Auto(), _DigestLength()

    def __init__(self, mgf, salt_length):
        if not isinstance(salt_length, (int, _MaxLength, _Auto, _DigestLength)):
            raise TypeError('salt_length must be an integer, MAX_LENGTH, DIGEST_LENGTH, or AUTO')
        if isinstance(salt_length, int) and salt_length < 0:
            raise ValueError('salt_length must be zero or greater.')
        self._mgf, self._salt_length = mgf, salt_length

    @property
    def mgf(self):
        return self._mgf


def _check_hash(algorithm):
    if not isinstance(algorithm, hashes.HashAlgorithm):
        raise TypeError('Expected instance of hashes.HashAlgorithm.')


class OAEP(AsymmetricPadding):
    name = 'EME-OAEP'
    _pad = 'OAEP'

    def __init__(self, mgf, algorithm, label):
        _check_hash(algorithm)
        self._mgf, self._algorithm, self._label = mgf, algorithm, label

    @property
    def algorithm(self):
        return self._algorithm

    @property
    def mgf(self):
        return self._mgf


class MGF:
    'What makes a mask of a seed.'


class MGF1(MGF):
    def __init__(self, algorithm):
        _check_hash(algorithm)
        self._algorithm = algorithm


def calculate_max_pss_salt_length(key, hash_algorithm):
    if not isinstance(key, (rsa.RSAPrivateKey, rsa.RSAPublicKey)):
        raise TypeError('key must be an RSA public or private key')
    salt_length = (key.key_size + 6) // 8 - hash_algorithm.digest_size - 2
    assert salt_length >= 0
    return salt_length
