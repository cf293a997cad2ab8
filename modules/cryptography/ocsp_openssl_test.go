package cryptography_test

import (
	"crypto/x509"
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ocsp"
)

// Requests and responses of cryptography.x509.ocsp are openssl's and x/crypto's, and the
// other way round.
func TestOpenSSLOCSP(t *testing.T) {
	p := newPeer(t)
	p.python(`
from cryptography import x509
from cryptography.x509 import ocsp
import datetime
NOW = datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None, microsecond=0)
DAY = datetime.timedelta(1)
CA, SIGNER = KEYS['p256'], KEYS['rsa']
def make(name, key, *extensions):
    n = lambda s: x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, s)])
    b = (x509.CertificateBuilder().subject_name(n(name)).issuer_name(n('ca')).public_key(key.public_key()).serial_number(NUMBERS[name])
         .not_valid_before(NOW - DAY).not_valid_after(NOW + DAY))
    for e in extensions:
        b = b.add_extension(e, True)
    cert = b.sign(CA, H)
    write(name + '.pem', cert.public_bytes(Encoding.PEM))
    return cert
NUMBERS = {'ca': 1, 'leaf': 0x1234, 'gone': 0x5678, 'signer': 3}
ca = make('ca', CA, x509.BasicConstraints(True, None))
leaf, gone = make('leaf', KEYS['p384']), make('gone', KEYS['p384'])
signer = make('signer', SIGNER, x509.ExtendedKeyUsage([x509.ExtendedKeyUsageOID.OCSP_SIGNING]))
write('signer.key', SIGNER.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
R, S, E = ocsp.OCSPResponseBuilder, ocsp.OCSPCertStatus, ocsp.OCSPResponderEncoding
for name, cert, status in ('leaf', leaf, S.GOOD), ('gone', gone, S.REVOKED), ('leaf-unknown', leaf, S.UNKNOWN):
    revoked = (NOW - DAY, x509.ReasonFlags.key_compromise) if status is S.REVOKED else (None, None)
    b = R().add_response(cert, ca, hashes.SHA1(), status, NOW, NOW + DAY, *revoked)
    write(name + '.by-signer', b.responder_id(E.HASH, signer).certificates([signer]).sign(SIGNER, H).public_bytes(Encoding.DER))
    write(name + '.by-ca', b.responder_id(E.NAME, ca).sign(CA, H).public_bytes(Encoding.DER))
write('request', ocsp.OCSPRequestBuilder().add_certificate(gone, ca, H).add_extension(x509.OCSPNonce(b'\4\x04once'), False).build().public_bytes(Encoding.DER))
write('index', b''.join(b'%c\t%s\t%s\t%X\tunknown\t/CN=%s\n' % (kind, b'360101000000Z', when, NUMBERS[name], name.encode())
                        for kind, when, name in ((ord('V'), b'', 'leaf'), (ord('R'), b'260101000000Z,keyCompromise', 'gone'))))
`)
	issuer := certificate(t, p, "ca.pem")
	for name, want := range map[string]string{"leaf": ": good", "gone": ": revoked", "leaf-unknown": ": unknown"} {
		for _, by := range []string{"by-signer", "by-ca"} {
			subject, _, _ := strings.Cut(name, "-")
			out := p.openssl("ocsp -respin " + name + "." + by + " -issuer ca.pem -cert " + subject + ".pem -CAfile ca.pem -no_nonce")
			if !strings.Contains(out, "Response verify OK") || !strings.Contains(out, subject+".pem"+want) {
				t.Errorf("%s %s: openssl says\n%s", name, by, out)
			}
			if name == "gone" && !strings.Contains(out, "Reason: keyCompromise") {
				t.Errorf("%s: openssl sees no reason:\n%s", name, out)
			}
			der, err := os.ReadFile(filepath.Join(p.dir, name+"."+by))
			if err != nil {
				t.Fatal(err)
			}
			r, err := ocsp.ParseResponseForCert(der, certificate(t, p, subject+".pem"), issuer)
			if err != nil {
				t.Errorf("%s %s: x/crypto says %v", name, by, err)
				continue
			}
			if status := map[int]string{ocsp.Good: ": good", ocsp.Revoked: ": revoked", ocsp.Unknown: ": unknown"}[r.Status]; status != want {
				t.Errorf("%s %s: x/crypto reads %q", name, by, status)
			}
		}
	}
	der, err := os.ReadFile(filepath.Join(p.dir, "request"))
	if err != nil {
		t.Fatal(err)
	}
	if r, err := ocsp.ParseRequest(der); err != nil || r.SerialNumber.Int64() != 0x5678 {
		t.Errorf("x/crypto reads the request as %v, %v", r, err)
	}
	// openssl as the responder, asked by woma; then asked by itself.
	responder := "ocsp -index index -CA ca.pem -rsigner signer.pem -rkey signer.key -ndays 1"
	p.openssl(responder + " -reqin request -respout answer")
	p.openssl("ocsp -issuer ca.pem -sha256 -cert leaf.pem -sha256 -cert gone.pem -reqout two")
	p.openssl("ocsp -issuer ca.pem -sha256 -cert leaf.pem -reqout one")
	p.openssl(responder + " -reqin one -respout answer-one -resp_key_id")
	p.openssl(responder + " -reqin two -respout answer-two")
	p.python(`
a = ocsp.load_der_ocsp_response(read('answer'))
assert a.certificate_status is S.REVOKED and a.revocation_reason is x509.ReasonFlags.key_compromise, a.revocation_reason
assert a.revocation_time_utc == datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc) and a.serial_number == 0x5678
assert a.responder_name == signer.subject and a.responder_key_hash is None and a.certificates == [signer]
assert a.hash_algorithm.name == 'sha256' and a.extensions[0].value == x509.OCSPNonce(b'\4\x04once'), list(a.extensions)
SIGNER.public_key().verify(a.signature, a.tbs_response_bytes, padding.PKCS1v15(), a.signature_hash_algorithm)
question = ocsp.load_der_ocsp_request(read('one'))
assert question.serial_number == 0x1234 and question.hash_algorithm.name == 'sha256' and len(question.extensions) == 1
b = ocsp.load_der_ocsp_response(read('answer-one'))
assert b.certificate_status is S.GOOD and b.responder_name is None and b.responder_key_hash == x509.SubjectKeyIdentifier.from_public_key(SIGNER.public_key()).digest
assert b.issuer_key_hash == question.issuer_key_hash and b.issuer_name_hash == question.issuer_name_hash
assert b.this_update_utc <= b.produced_at_utc < b.next_update_utc
c = ocsp.load_der_ocsp_response(read('answer-two'))
assert [(r.serial_number, r.certificate_status) for r in c.responses] == [(0x1234, S.GOOD), (0x5678, S.REVOKED)]
for f in lambda: c.serial_number, lambda: c.certificate_status:
    try:
        f()
        raise AssertionError
    except ValueError as e:
        assert 'more than one' in str(e)
try:
    ocsp.load_der_ocsp_request(read('two'))
    raise AssertionError
except NotImplementedError:
    pass
`)
}

func certificate(t *testing.T, p *peer, name string) *x509.Certificate {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(p.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(b)
	cert, err := x509.ParseCertificate(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return cert
}
