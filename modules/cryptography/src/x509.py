# X.509: certificates, requests, revocation lists.
from cryptography.hazmat._oid import ObjectIdentifier, _OID_NAMES
from cryptography.x509 import certificate_transparency, oid
from cryptography.x509.base import (
    Attribute, AttributeNotFound, Attributes, Certificate, CertificateRevocationList, CertificateSigningRequest, InvalidVersion,
    RevokedCertificate, Version, load_der_x509_certificate, load_der_x509_crl, load_der_x509_csr, load_pem_x509_certificate,
    load_pem_x509_certificates, load_pem_x509_crl, load_pem_x509_csr)
from cryptography.x509.builder import (
    CertificateBuilder, CertificateRevocationListBuilder, CertificateSigningRequestBuilder, RevokedCertificateBuilder, random_serial_number)
from cryptography.x509.extensions import (
    AccessDescription, AuthorityInformationAccess, AuthorityKeyIdentifier, BasicConstraints, CertificateIssuer, CertificatePolicies,
    CRLDistributionPoints, CRLNumber, CRLReason, DeltaCRLIndicator, DistributionPoint, DuplicateExtension, ExtendedKeyUsage, Extension,
    ExtensionNotFound, Extensions, ExtensionType, FreshestCRL, GeneralNames, InhibitAnyPolicy, InvalidityDate, IssuerAlternativeName,
    IssuingDistributionPoint, KeyUsage, NameConstraints, NoticeReference, OCSPNoCheck, OCSPNonce, PolicyConstraints, PolicyInformation,
    PrecertificateSignedCertificateTimestamps, PrecertPoison, PrivateKeyUsagePeriod, ReasonFlags, SignedCertificateTimestamps, SubjectAlternativeName, SubjectInformationAccess, SubjectKeyIdentifier, TLSFeature,
    TLSFeatureType, UnrecognizedExtension, UserNotice)
from cryptography.x509.general_name import (
    DirectoryName, DNSName, GeneralName, IPAddress, OtherName, RegisteredID, RFC822Name, UniformResourceIdentifier, UnsupportedGeneralNameType)
from cryptography.x509.name import Name, NameAttribute, RelativeDistinguishedName
from cryptography.x509.oid import (
    AuthorityInformationAccessOID, CertificatePoliciesOID, CRLEntryExtensionOID, ExtendedKeyUsageOID, ExtensionOID, NameOID,
    OCSPExtensionOID, PublicKeyAlgorithmOID, SignatureAlgorithmOID, SubjectInformationAccessOID)

# Their old names.
OID_COMMON_NAME, OID_COUNTRY_NAME, OID_ORGANIZATION_NAME = NameOID.COMMON_NAME, NameOID.COUNTRY_NAME, NameOID.ORGANIZATION_NAME
OID_LOCALITY_NAME, OID_STATE_OR_PROVINCE_NAME = NameOID.LOCALITY_NAME, NameOID.STATE_OR_PROVINCE_NAME
OID_ORGANIZATIONAL_UNIT_NAME, OID_EMAIL_ADDRESS = NameOID.ORGANIZATIONAL_UNIT_NAME, NameOID.EMAIL_ADDRESS
OID_SERVER_AUTH, OID_CLIENT_AUTH = ExtendedKeyUsageOID.SERVER_AUTH, ExtendedKeyUsageOID.CLIENT_AUTH
