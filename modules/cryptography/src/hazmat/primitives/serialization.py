# Keys to bytes and back.
from _cryptography import (load_der_private_key, load_der_public_key, load_pem_private_key, load_pem_public_key, load_ssh_private_key,
                           load_ssh_public_key)
from cryptography.hazmat.primitives.serialization.ssh import ssh_key_fingerprint
from cryptography.hazmat.primitives._serialization import (
    BestAvailableEncryption, Encoding, KeySerializationEncryption, NoEncryption, ParameterFormat, PrivateFormat, PublicFormat,
    _KeySerializationEncryption)
