# Object identifiers and their names.
from _cryptography import der_put_oid
from cryptography.hazmat.primitives import hashes


class ObjectIdentifier:
    'An object identifier: dotted_string.'
    __slots__ = '_dotted_string', '_der'

    def __init__(self, dotted_string):
        if not isinstance(dotted_string, str):
            raise TypeError(f"argument 'value': {type(dotted_string).__name__!r} object is not an instance of 'str'")
        der = der_put_oid(dotted_string)
        if der is None:
            raise ValueError(f'Malformed OID: {dotted_string}')
        self._dotted_string, self._der = dotted_string, der

    @property
    def dotted_string(self):
        return self._dotted_string

    @property
    def _name(self):
        return _OID_NAMES.get(self, 'Unknown OID')

    def __eq__(self, other):
        if not isinstance(other, ObjectIdentifier):
            return NotImplemented
        return self._dotted_string == other._dotted_string

    def __hash__(self):
        return hash(self._dotted_string)

    def __repr__(self):
        return f'<ObjectIdentifier(oid={self._dotted_string}, name={self._name})>'

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return ObjectIdentifier, (self._dotted_string,)


_OID_NAMES = {}


def _table(name, doc, prefix, rows):
    'A class of identifiers. A row is NAME, the end of the number, and what people call it.'
    members = {'__module__': __name__, '__doc__': doc}
    for row in rows.split('\n'):
        if words := row.split(None, 2):
            number = words[1]
            oid = members[words[0]] = ObjectIdentifier(prefix + number if number[0] == '.' else number)
            if len(words) > 2:
                _OID_NAMES[oid] = words[2]
    return type(name, (), members)


ExtensionOID = _table('ExtensionOID', 'Extensions.', '2.5.29', '''
SUBJECT_DIRECTORY_ATTRIBUTES .9 subjectDirectoryAttributes
SUBJECT_KEY_IDENTIFIER .14 subjectKeyIdentifier
KEY_USAGE .15 keyUsage
PRIVATE_KEY_USAGE_PERIOD .16 privateKeyUsagePeriod
SUBJECT_ALTERNATIVE_NAME .17 subjectAltName
ISSUER_ALTERNATIVE_NAME .18 issuerAltName
BASIC_CONSTRAINTS .19 basicConstraints
CRL_NUMBER .20 cRLNumber
DELTA_CRL_INDICATOR .27 deltaCRLIndicator
ISSUING_DISTRIBUTION_POINT .28 issuingDistributionPoint
NAME_CONSTRAINTS .30 nameConstraints
CRL_DISTRIBUTION_POINTS .31 cRLDistributionPoints
CERTIFICATE_POLICIES .32 certificatePolicies
POLICY_MAPPINGS .33 policyMappings
AUTHORITY_KEY_IDENTIFIER .35 authorityKeyIdentifier
POLICY_CONSTRAINTS .36 policyConstraints
EXTENDED_KEY_USAGE .37 extendedKeyUsage
FRESHEST_CRL .46 freshestCRL
INHIBIT_ANY_POLICY .54 inhibitAnyPolicy
AUTHORITY_INFORMATION_ACCESS 1.3.6.1.5.5.7.1.1 authorityInfoAccess
SUBJECT_INFORMATION_ACCESS 1.3.6.1.5.5.7.1.11 subjectInfoAccess
TLS_FEATURE 1.3.6.1.5.5.7.1.24 TLSFeature
OCSP_NO_CHECK 1.3.6.1.5.5.7.48.1.5 OCSPNoCheck
PRECERT_SIGNED_CERTIFICATE_TIMESTAMPS 1.3.6.1.4.1.11129.2.4.2 signedCertificateTimestampList
PRECERT_POISON 1.3.6.1.4.1.11129.2.4.3 ctPoison
SIGNED_CERTIFICATE_TIMESTAMPS 1.3.6.1.4.1.11129.2.4.5 signedCertificateTimestampList
MS_CERTIFICATE_TEMPLATE 1.3.6.1.4.1.311.21.7 msCertificateTemplate
ADMISSIONS 1.3.36.8.3.3 Admissions
''')
OCSPExtensionOID = _table('OCSPExtensionOID', 'Extensions of OCSP.', '1.3.6.1.5.5.7.48.1', '''
NONCE .2 OCSPNonce
ACCEPTABLE_RESPONSES .4
''')
CRLEntryExtensionOID = _table('CRLEntryExtensionOID', 'Extensions of what CRLs list.', '2.5.29', '''
CRL_REASON .21 cRLReason
INVALIDITY_DATE .24 invalidityDate
CERTIFICATE_ISSUER .29 certificateIssuer
''')
OtherNameFormOID = _table('OtherNameFormOID', 'Kinds of other names.', '1.3.6.1.5.5.7.8', '''
PERMANENT_IDENTIFIER .3
HW_MODULE_NAME .4
DNS_SRV .7
NAI_REALM .8
SMTP_UTF8_MAILBOX .9
ACP_NODE_NAME .10
BUNDLE_EID .11
''')
NameOID = _table('NameOID', 'What names are made of.', '2.5.4', '''
COMMON_NAME .3 commonName
SURNAME .4 surname
SERIAL_NUMBER .5 serialNumber
COUNTRY_NAME .6 countryName
LOCALITY_NAME .7 localityName
STATE_OR_PROVINCE_NAME .8 stateOrProvinceName
STREET_ADDRESS .9 streetAddress
ORGANIZATION_NAME .10 organizationName
ORGANIZATIONAL_UNIT_NAME .11 organizationalUnitName
TITLE .12 title
BUSINESS_CATEGORY .15 businessCategory
POSTAL_ADDRESS .16 postalAddress
POSTAL_CODE .17 postalCode
GIVEN_NAME .42 givenName
INITIALS .43 initials
GENERATION_QUALIFIER .44 generationQualifier
X500_UNIQUE_IDENTIFIER .45 x500UniqueIdentifier
DN_QUALIFIER .46 dnQualifier
PSEUDONYM .65 pseudonym
ORGANIZATION_IDENTIFIER .97 organizationIdentifier
USER_ID 0.9.2342.19200300.100.1.1 userID
DOMAIN_COMPONENT 0.9.2342.19200300.100.1.25 domainComponent
EMAIL_ADDRESS 1.2.840.113549.1.9.1 emailAddress
UNSTRUCTURED_NAME 1.2.840.113549.1.9.2 unstructuredName
JURISDICTION_LOCALITY_NAME 1.3.6.1.4.1.311.60.2.1.1 jurisdictionLocalityName
JURISDICTION_STATE_OR_PROVINCE_NAME 1.3.6.1.4.1.311.60.2.1.2 jurisdictionStateOrProvinceName
JURISDICTION_COUNTRY_NAME 1.3.6.1.4.1.311.60.2.1.3 jurisdictionCountryName
INN 1.2.643.3.131.1.1 INN
OGRN 1.2.643.100.1 OGRN
SNILS 1.2.643.100.3 SNILS
''')
SignatureAlgorithmOID = _table('SignatureAlgorithmOID', 'Signatures.', '1.2.840.113549.1.1', '''
RSA_WITH_MD5 .4 md5WithRSAEncryption
RSA_WITH_SHA1 .5 sha1WithRSAEncryption
_RSA_WITH_SHA1 1.3.14.3.2.29 sha1WithRSAEncryption
RSA_WITH_SHA224 .14 sha224WithRSAEncryption
RSA_WITH_SHA256 .11 sha256WithRSAEncryption
RSA_WITH_SHA384 .12 sha384WithRSAEncryption
RSA_WITH_SHA512 .13 sha512WithRSAEncryption
RSA_WITH_SHA3_224 2.16.840.1.101.3.4.3.13 sha3-224WithRSAEncryption
RSA_WITH_SHA3_256 2.16.840.1.101.3.4.3.14 sha3-256WithRSAEncryption
RSA_WITH_SHA3_384 2.16.840.1.101.3.4.3.15 sha3-384WithRSAEncryption
RSA_WITH_SHA3_512 2.16.840.1.101.3.4.3.16 sha3-512WithRSAEncryption
RSASSA_PSS .10 RSASSA-PSS
ECDSA_WITH_SHA1 1.2.840.10045.4.1 ecdsa-with-SHA1
ECDSA_WITH_SHA224 1.2.840.10045.4.3.1 ecdsa-with-SHA224
ECDSA_WITH_SHA256 1.2.840.10045.4.3.2 ecdsa-with-SHA256
ECDSA_WITH_SHA384 1.2.840.10045.4.3.3 ecdsa-with-SHA384
ECDSA_WITH_SHA512 1.2.840.10045.4.3.4 ecdsa-with-SHA512
ECDSA_WITH_SHA3_224 2.16.840.1.101.3.4.3.9 ecdsa-with-SHA3-224
ECDSA_WITH_SHA3_256 2.16.840.1.101.3.4.3.10 ecdsa-with-SHA3-256
ECDSA_WITH_SHA3_384 2.16.840.1.101.3.4.3.11 ecdsa-with-SHA3-384
ECDSA_WITH_SHA3_512 2.16.840.1.101.3.4.3.12 ecdsa-with-SHA3-512
DSA_WITH_SHA1 1.2.840.10040.4.3 dsa-with-sha1
DSA_WITH_SHA224 2.16.840.1.101.3.4.3.1 dsa-with-sha224
DSA_WITH_SHA256 2.16.840.1.101.3.4.3.2 dsa-with-sha256
DSA_WITH_SHA384 2.16.840.1.101.3.4.3.3 dsa-with-sha384
DSA_WITH_SHA512 2.16.840.1.101.3.4.3.4 dsa-with-sha512
ED25519 1.3.101.112 ed25519
ED448 1.3.101.113 ed448
ML_DSA_44 2.16.840.1.101.3.4.3.17 ML-DSA-44
ML_DSA_65 2.16.840.1.101.3.4.3.18 ML-DSA-65
ML_DSA_87 2.16.840.1.101.3.4.3.19 ML-DSA-87
GOSTR3411_94_WITH_3410_2001 1.2.643.2.2.3 GOST R 34.11-94 with GOST R 34.10-2001
GOSTR3410_2012_WITH_3411_2012_256 1.2.643.7.1.1.3.2 GOST R 34.10-2012 with GOST R 34.11-2012 (256 bit)
GOSTR3410_2012_WITH_3411_2012_512 1.2.643.7.1.1.3.3 GOST R 34.10-2012 with GOST R 34.11-2012 (512 bit)
''')
PublicKeyAlgorithmOID = _table('PublicKeyAlgorithmOID', 'Kinds of keys.', '1.3.101', '''
DSA 1.2.840.10040.4.1 dsa
EC_PUBLIC_KEY 1.2.840.10045.2.1 ecPublicKey
RSAES_PKCS1_v1_5 1.2.840.113549.1.1.1 rsaEncryption
RSASSA_PSS 1.2.840.113549.1.1.10 rsassaPss
X25519 .110 X25519
X448 .111 X448
ED25519 .112 ed25519
ED448 .113 ed448
ML_DSA_44 2.16.840.1.101.3.4.3.17 ML-DSA-44
ML_DSA_65 2.16.840.1.101.3.4.3.18 ML-DSA-65
ML_DSA_87 2.16.840.1.101.3.4.3.19 ML-DSA-87
''')
ExtendedKeyUsageOID = _table('ExtendedKeyUsageOID', 'What keys may be used for.', '1.3.6.1.5.5.7.3', '''
SERVER_AUTH .1 serverAuth
CLIENT_AUTH .2 clientAuth
CODE_SIGNING .3 codeSigning
EMAIL_PROTECTION .4 emailProtection
TIME_STAMPING .8 timeStamping
OCSP_SIGNING .9 OCSPSigning
IPSEC_IKE .17
BUNDLE_SECURITY .35
ANY_EXTENDED_KEY_USAGE 2.5.29.37.0
SMARTCARD_LOGON 1.3.6.1.4.1.311.20.2.2 msSmartcardLogin
KERBEROS_PKINIT_KDC 1.3.6.1.5.2.3.5 pkInitKDC
CERTIFICATE_TRANSPARENCY 1.3.6.1.4.1.11129.2.4.4
''')
AuthorityInformationAccessOID = _table('AuthorityInformationAccessOID', None, '1.3.6.1.5.5.7.48', '''
CA_ISSUERS .2 caIssuers
OCSP .1 OCSP
''')
SubjectInformationAccessOID = _table('SubjectInformationAccessOID', None, '1.3.6.1.5.5.7.48', 'CA_REPOSITORY .5 caRepository')
CertificatePoliciesOID = _table('CertificatePoliciesOID', None, '1.3.6.1.5.5.7.2', '''
CPS_QUALIFIER .1 id-qt-cps
CPS_USER_NOTICE .2 id-qt-unotice
ANY_POLICY 2.5.29.32.0
''')
AttributeOID = _table('AttributeOID', None, '1.2.840.113549.1.9', '''
CHALLENGE_PASSWORD .7 challengePassword
UNSTRUCTURED_NAME .2 unstructuredName
''')

_SIG_OIDS_TO_HASH = {}
for _name in dir(SignatureAlgorithmOID):
    _oid = getattr(SignatureAlgorithmOID, _name)
    if isinstance(_oid, ObjectIdentifier) and _name != 'RSASSA_PSS':
        _SIG_OIDS_TO_HASH[_oid] = getattr(hashes, _name.partition('_WITH_')[2], lambda: None)()
