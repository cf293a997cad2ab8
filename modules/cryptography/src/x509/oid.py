# Object identifiers of X.509.
from cryptography.hazmat._oid import (
    AttributeOID, AuthorityInformationAccessOID, CertificatePoliciesOID, CRLEntryExtensionOID, ExtendedKeyUsageOID, ExtensionOID,
    NameOID, ObjectIdentifier, OCSPExtensionOID, OtherNameFormOID, PublicKeyAlgorithmOID, SignatureAlgorithmOID, SubjectInformationAccessOID,
    _OID_NAMES, _SIG_OIDS_TO_HASH)
