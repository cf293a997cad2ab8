# Certificates that OpenSSL made, taken apart. The .exp was written with pyca/cryptography
# 48.
import os

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

here = os.path.dirname(__file__)
certs = {}
with open(here + '/data/certs.pem') as f:
    text = f.read()
for part in text.split('-----END CERTIFICATE-----\n'):
    name, _, pem = part.partition('\n')
    if pem:
        certs[name] = x509.load_pem_x509_certificate((pem + '-----END CERTIFICATE-----\n').encode())
print(len(certs))
for name, c in certs.items():
    print(name, c.version, c.serial_number, c.issuer, c.subject, c.not_valid_before, c.not_valid_after)
    print(' ', repr(c), c.signature_algorithm_oid, name != 'of_rsa_pss' and c.signature_hash_algorithm and c.signature_hash_algorithm.name)
    print(' ', len(c.signature), c.fingerprint(hashes.SHA256()).hex(), len(c.tbs_certificate_bytes), hash(c) == hash(c))
    der = c.public_bytes(Encoding.DER)
    d = x509.load_der_x509_certificate(der)
    print(' ', c == d, c != d, c == 5, c.public_bytes(Encoding.PEM) == d.public_bytes(Encoding.PEM), c.public_bytes(Encoding.PEM).decode() in text)
    if name not in ('root', 'inter', 'inter_names', 'rich', 'critical', 'ip', 'client', 'nul', 'empty_subject'):
        continue
    for ext in c.extensions:
        print('   ', ext)
        try:
            again = ext.value.public_bytes()
            print('      ', again.hex())
        except NotImplementedError as e:
            print('      ', 'NotImplementedError')
c = certs['rich']
print(len(c.extensions), c.extensions[0].oid.dotted_string)
san = c.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
for kind in x509.DNSName, x509.RFC822Name, x509.UniformResourceIdentifier, x509.IPAddress, x509.RegisteredID, x509.DirectoryName, x509.OtherName:
    print(kind.__name__, san.get_values_for_type(kind))
print([type(x).__name__ for x in san], len(san), san[0], san == san, san != san, hash(san) == hash(san))
usage = c.extensions.get_extension_for_class(x509.KeyUsage).value
print(usage.key_agreement, usage.encipher_only, usage.decipher_only)
usage = certs['good'].extensions.get_extension_for_class(x509.KeyUsage).value
for name in 'encipher_only', 'decipher_only':
    try:
        getattr(usage, name)
    except ValueError as e:
        print(e)
for what in (lambda: c.extensions.get_extension_for_oid(NameOID.TITLE), lambda: certs['cn_only'].extensions.get_extension_for_class(x509.SubjectAlternativeName),
             lambda: c.extensions.get_extension_for_class(x509.UnrecognizedExtension)):
    try:
        what()
    except (x509.ExtensionNotFound, TypeError) as e:
        print(type(e).__name__, str(e), getattr(e, 'oid', None))
print(c.subject.rfc4514_string(), c.subject.get_attributes_for_oid(NameOID.COMMON_NAME), len(c.subject), c.subject.rdns)
print(c.subject.public_bytes().hex(), certs['empty_subject'].subject, len(certs['empty_subject'].subject))
