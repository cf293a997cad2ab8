# Names for groups of key classes, as annotations use them.
from _cryptography import (Ed448PrivateKey, Ed448PublicKey, Ed25519PrivateKey, Ed25519PublicKey, EllipticCurvePrivateKey,
                           EllipticCurvePublicKey, MLDSA44PrivateKey, MLDSA44PublicKey, MLDSA65PrivateKey, MLDSA65PublicKey, MLDSA87PrivateKey,
                           MLDSA87PublicKey, RSAPrivateKey, RSAPublicKey, X448PrivateKey, X448PublicKey, X25519PrivateKey,
                           X25519PublicKey)

CertificateIssuerPrivateKeyTypes = (Ed25519PrivateKey | Ed448PrivateKey | RSAPrivateKey | EllipticCurvePrivateKey | MLDSA44PrivateKey | MLDSA65PrivateKey |
                                    MLDSA87PrivateKey)
CERTIFICATE_PRIVATE_KEY_TYPES = CertificateIssuerPrivateKeyTypes
CertificateIssuerPublicKeyTypes = (RSAPublicKey | EllipticCurvePublicKey | Ed25519PublicKey | Ed448PublicKey | MLDSA44PublicKey | MLDSA65PublicKey |
                                   MLDSA87PublicKey)
CERTIFICATE_ISSUER_PUBLIC_KEY_TYPES = CertificateIssuerPublicKeyTypes
CertificatePublicKeyTypes = CertificateIssuerPublicKeyTypes | X25519PublicKey | X448PublicKey
CERTIFICATE_PUBLIC_KEY_TYPES = CertificatePublicKeyTypes
PublicKeyTypes = CertificatePublicKeyTypes
PUBLIC_KEY_TYPES = PublicKeyTypes
PrivateKeyTypes = CertificateIssuerPrivateKeyTypes | X25519PrivateKey | X448PrivateKey
PRIVATE_KEY_TYPES = PrivateKeyTypes
