# Keys to bytes and back.
from _cryptography import (load_der_private_key, load_der_public_key, load_pem_private_key, load_pem_public_key, load_ssh_private_key)
from cryptography.hazmat.primitives.serialization.ssh import (
    __getattr__, load_ssh_public_identity, load_ssh_public_key, ssh_key_fingerprint)  # __getattr__ has the certificates
from cryptography.hazmat.primitives._serialization import (
    BestAvailableEncryption, Encoding, KeySerializationEncryption, NoEncryption, ParameterFormat, PrivateFormat, PublicFormat,
    _KeySerializationEncryption)

__all__ = [_name for _name in globals() if _name[0] != '_'] + ['SSHCertificate', 'SSHCertificateBuilder', 'SSHCertificateType']
