# Makes a root, an intermediate, leaves, a request and a revocation list with keys of a kind, for OpenSSL to check.
import datetime
import ipaddress

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed448, ed25519, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

KINDS = {
    'P-256': (lambda: ec.generate_private_key(ec.SECP256R1()), hashes.SHA256(), {}),
    'P-384, deterministic': (lambda: ec.generate_private_key(ec.SECP384R1()), hashes.SHA384(), {'ecdsa_deterministic': True}),
    'RSA': (lambda: rsa.generate_private_key(65537, 2048), hashes.SHA256(), {}),
    'RSA-PSS': (lambda: rsa.generate_private_key(65537, 2048), hashes.SHA256(), {'rsa_padding': padding.PSS(padding.MGF1(hashes.SHA256()), padding.PSS.DIGEST_LENGTH)}),
    'Ed25519': (ed25519.Ed25519PrivateKey.generate, None, {}),
    'Ed448': (ed448.Ed448PrivateKey.generate, None, {}),
}


def make(kind):
    generate, algorithm, how = KINDS[kind]
    now = datetime.datetime.now(datetime.timezone.utc)
    day = datetime.timedelta(days=1)
    name = lambda text: x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, 'DE'), x509.NameAttribute(NameOID.COMMON_NAME, text)])

    def issue(subject, key, issuer, issuer_key, *extensions):
        b = x509.CertificateBuilder().subject_name(name(subject)).issuer_name(name(issuer)).public_key(key.public_key())
        b = b.serial_number(x509.random_serial_number()).not_valid_before(now - day).not_valid_after(now + 30 * day)
        b = b.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        b = b.add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), False)
        for ext, critical in extensions:
            b = b.add_extension(ext, critical)
        return b.sign(issuer_key, algorithm, **how)

    signs = x509.KeyUsage(False, False, False, False, False, True, True, False, False), True
    root_key, inter_key, leaf_key = generate(), generate(), generate()
    root = issue('Root', root_key, 'Root', root_key, (x509.BasicConstraints(True, None), True), signs)
    inter = issue('Inter', inter_key, 'Root', root_key, (x509.BasicConstraints(True, 0), True), signs,
                  (x509.NameConstraints([x509.DNSName('example'), x509.IPAddress(ipaddress.ip_network('192.0.2.0/24'))], None), True))
    san = x509.SubjectAlternativeName([x509.DNSName('host.example'), x509.DNSName('*.w.example'), x509.IPAddress(ipaddress.ip_address('192.0.2.1'))]), False
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), False
    leaf = issue('Leaf', leaf_key, 'Inter', inter_key, (x509.BasicConstraints(False, None), True), san, usage)
    bad = issue('Bad', leaf_key, 'Inter', inter_key, (x509.SubjectAlternativeName([x509.DNSName('host.other')]), False), usage)
    csr = x509.CertificateSigningRequestBuilder().subject_name(name('Leaf')).add_extension(*san).sign(leaf_key, algorithm, **how)
    revoked = x509.RevokedCertificateBuilder().serial_number(bad.serial_number).revocation_date(now).add_extension(x509.CRLReason(x509.ReasonFlags.key_compromise), False)
    crl = x509.CertificateRevocationListBuilder().issuer_name(name('Inter')).last_update(now).next_update(now + day).add_extension(x509.CRLNumber(1), False)
    crl = crl.add_revoked_certificate(revoked.build()).sign(inter_key, algorithm, **how)
    return [x.public_bytes(Encoding.PEM) for x in (root, inter, leaf, bad, csr, crl)]
