# X.509: certificates, requests, revocation lists.
from cryptography.hazmat._oid import ObjectIdentifier, _OID_NAMES
from cryptography.x509 import certificate_transparency, extensions, oid
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
    IssuingDistributionPoint, KeyUsage, MSCertificateTemplate, NameConstraints, NoticeReference, OCSPAcceptableResponses, OCSPNoCheck, OCSPNonce, PolicyConstraints, PolicyInformation,
    PrecertificateSignedCertificateTimestamps, PrecertPoison, PrivateKeyUsagePeriod, ReasonFlags, SignedCertificateTimestamps, SubjectAlternativeName, SubjectInformationAccess, SubjectKeyIdentifier, TLSFeature,
    TLSFeatureType, UnrecognizedExtension, UserNotice)
from cryptography.x509.general_name import (
    DirectoryName, DNSName, GeneralName, IPAddress, OtherName, RegisteredID, RFC822Name, UniformResourceIdentifier, UnsupportedGeneralNameType)
from cryptography.x509.name import Name, NameAttribute, RelativeDistinguishedName
from cryptography.x509.oid import (
    AuthorityInformationAccessOID, CertificatePoliciesOID, CRLEntryExtensionOID, ExtendedKeyUsageOID, ExtensionOID, NameOID,
    OCSPExtensionOID, PublicKeyAlgorithmOID, SignatureAlgorithmOID, SubjectInformationAccessOID)


def __getattr__(name):
    if name != 'verification':
        return extensions.__getattr__(name)
    from cryptography.x509 import verification  # which few programs want, and takes a while
    return verification


# Their old names: OID_COMMON_NAME and so on.
for _cls in (AuthorityInformationAccessOID, CertificatePoliciesOID, CRLEntryExtensionOID, ExtendedKeyUsageOID, ExtensionOID, NameOID, SignatureAlgorithmOID,
             SubjectInformationAccessOID):
    globals().update({'OID_' + _k: _v for _k, _v in vars(_cls).items() if isinstance(_v, ObjectIdentifier)})
