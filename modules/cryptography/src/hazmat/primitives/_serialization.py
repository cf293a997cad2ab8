# How keys are written.
from _cryptography import Encoding, ParameterFormat, PrivateFormat, PublicFormat


class PBES:
    'How keys and certificates in PKCS #12 are encrypted.'

    def __init__(self, name, value):
        self.name, self.value = name, value

    def __repr__(self):
        return f'<PBES.{self.name}: {self.value!r}>'

    def __str__(self):
        return 'PBES.' + self.name


PBES.PBESv1SHA1And3KeyTripleDESCBC = PBES('PBESv1SHA1And3KeyTripleDESCBC', 'PBESv1 using SHA1 and 3-Key TripleDES')
PBES.PBESv2SHA256AndAES256CBC = PBES('PBESv2SHA256AndAES256CBC', 'PBESv2 using SHA256 PBKDF2 and AES256 CBC')


class KeySerializationEncryption:
    'Whether and how a key is encrypted when it is written.'
    _encryption = None

    def __reduce_ex__(self, protocol):  # a password is not saved by chance
        raise TypeError(f"cannot pickle '{type(self).__name__}' object")


def _check_password(password):
    if not isinstance(password, bytes) or not password:
        raise ValueError('Password must be 1 or more bytes.')


class BestAvailableEncryption(KeySerializationEncryption):
    'With a password, by the best means of the format.'
    _encryption = 'best'

    def __init__(self, password):
        _check_password(password)
        self.password = password


class NoEncryption(KeySerializationEncryption):
    _encryption = 'none'


class KeySerializationEncryptionBuilder:
    'Encryption whose details are chosen; what PrivateFormat.encryption_builder() returns.'

    def __init__(self, format, *, _kdf_rounds=None, _hmac_hash=None, _key_cert_algorithm=None):
        if format not in (PrivateFormat.OpenSSH, PrivateFormat.PKCS12):
            raise ValueError('encryption_builder only supported with PrivateFormat.OpenSSH and PrivateFormat.PKCS12')
        self._format = format
        self._set = {'_kdf_rounds': _kdf_rounds, '_hmac_hash': _hmac_hash, '_key_cert_algorithm': _key_cert_algorithm}

    def _with(self, name, value):
        if self._set['_' + name] is not None:
            raise ValueError(name + ' already set')
        return KeySerializationEncryptionBuilder(self._format, **(self._set | {'_' + name: value}))

    def kdf_rounds(self, rounds):
        if self._set['_kdf_rounds'] is not None:
            raise ValueError('kdf_rounds already set')
        if not isinstance(rounds, int):
            raise TypeError('kdf_rounds must be an integer')
        if rounds < 1:
            raise ValueError('kdf_rounds must be a positive integer')
        return self._with('kdf_rounds', rounds)

    def hmac_hash(self, algorithm):
        if self._format is not PrivateFormat.PKCS12:
            raise TypeError('hmac_hash only supported with PrivateFormat.PKCS12')
        return self._with('hmac_hash', algorithm)

    def key_cert_algorithm(self, algorithm):
        if self._format is not PrivateFormat.PKCS12:
            raise TypeError('key_cert_algorithm only supported with PrivateFormat.PKCS12')
        return self._with('key_cert_algorithm', algorithm)

    def build(self, password):
        _check_password(password)
        return _KeySerializationEncryption(self._format, password, self._set)


class _KeySerializationEncryption(KeySerializationEncryption):
    _encryption = 'built'

    def __init__(self, format, password, details):
        self._format, self.password = format, password
        self._kdf_rounds = details['_kdf_rounds']
        self._hmac_hash = details['_hmac_hash']
        self._key_cert_algorithm = details['_key_cert_algorithm']
