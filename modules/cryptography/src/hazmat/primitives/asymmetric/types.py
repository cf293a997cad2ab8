# Names for groups of key classes, as annotations use them.
from _cryptography import (Ed25519PrivateKey, Ed25519PublicKey, EllipticCurvePrivateKey, EllipticCurvePublicKey, RSAPrivateKey,
                           RSAPublicKey, X25519PrivateKey, X25519PublicKey)

PublicKeyTypes = RSAPublicKey | EllipticCurvePublicKey | Ed25519PublicKey | X25519PublicKey
PUBLIC_KEY_TYPES = PublicKeyTypes
PrivateKeyTypes = RSAPrivateKey | EllipticCurvePrivateKey | Ed25519PrivateKey | X25519PrivateKey
PRIVATE_KEY_TYPES = PrivateKeyTypes
CertificateIssuerPrivateKeyTypes = Ed25519PrivateKey | RSAPrivateKey | EllipticCurvePrivateKey
CERTIFICATE_PRIVATE_KEY_TYPES = CertificateIssuerPrivateKeyTypes
CertificateIssuerPublicKeyTypes = RSAPublicKey | EllipticCurvePublicKey | Ed25519PublicKey
CERTIFICATE_ISSUER_PUBLIC_KEY_TYPES = CertificateIssuerPublicKeyTypes
CertificatePublicKeyTypes = CertificateIssuerPublicKeyTypes | X25519PublicKey
CERTIFICATE_PUBLIC_KEY_TYPES = CertificatePublicKeyTypes
