package cryptography_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/internal/hostfs"
	"github.com/woma-lang/woma/stdlib"
)

// peer is a directory in which openssl and Python programs leave files for each other.
type peer struct {
	t   *testing.T
	dir string
	in  *woma.Interp
}

func newPeer(t *testing.T) *peer {
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Skip("no openssl here")
	}
	in, err := woma.New(woma.Config{Modules: stdlib.All(), FS: hostfs.New(), Now: time.Now, Random: hostfs.Random})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	p := &peer{t, t.TempDir(), in}
	in.Set("dir", p.dir)
	p.python(`
from cryptography.exceptions import *
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, ed448, padding, rsa, x25519, x448
from cryptography.hazmat.primitives.serialization import *
import _cryptography
def write(name, data):
    with open(dir + '/' + name, 'wb') as f: f.write(data)
def read(name):
    with open(dir + '/' + name, 'rb') as f: return f.read()
def public(key):
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
KEYS = {'rsa': rsa.generate_private_key(65537, 2048), 'p224': ec.generate_private_key(ec.SECP224R1()), 'p256': ec.generate_private_key(ec.SECP256R1()),
        'p384': ec.generate_private_key(ec.SECP384R1()), 'p521': ec.generate_private_key(ec.SECP521R1()), 'k256': ec.generate_private_key(ec.SECP256K1()),
        'b256': ec.generate_private_key(ec.BrainpoolP256R1()), 'b384': ec.generate_private_key(ec.BrainpoolP384R1()), 'b512': ec.generate_private_key(ec.BrainpoolP512R1()),
        'ed25519': ed25519.Ed25519PrivateKey.generate(), 'x25519': x25519.X25519PrivateKey.generate(),
        'ed448': ed448.Ed448PrivateKey.generate(), 'x448': x448.X448PrivateKey.generate()}
H = hashes.SHA256()
write('message', b'a message\n')
`)
	return p
}

func (p *peer) python(program string) {
	p.t.Helper()
	if err := p.in.Exec(context.Background(), program, "peer.py"); err != nil {
		p.t.Fatal(p.in.Traceback(err))
	}
}

func (p *peer) openssl(args string) string {
	p.t.Helper()
	cmd := exec.Command("openssl", strings.Fields(args)...)
	cmd.Dir = p.dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		p.t.Fatalf("openssl %s: %v\n%s", args, err, out)
	}
	return string(out)
}

// Keys that woma writes are openssl's, and the other way round.
func TestOpenSSLKeys(t *testing.T) {
	p := newPeer(t)
	p.python(`
FORMS = ('p8', PrivateFormat.PKCS8), ('old', PrivateFormat.TraditionalOpenSSL)
NAMES = []
for name, key in KEYS.items():
    write(name + '.pub', public(key))
    for form, format in FORMS:
        if form == 'old' and name[:2] in ('ed', 'x2', 'x4'): continue
        for mark, e in ('', NoEncryption()), ('-enc', BestAvailableEncryption(b'secret')):
            NAMES.append(f'{name}-{form}{mark}')
            write(NAMES[-1], key.private_bytes(Encoding.PEM, format, e))
write('names', ' '.join(NAMES).encode())
`)
	names, err := os.ReadFile(filepath.Join(p.dir, "names"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range strings.Fields(string(names)) {
		want, err := os.ReadFile(filepath.Join(p.dir, strings.SplitN(name, "-", 2)[0]+".pub"))
		if err != nil {
			t.Fatal(err)
		}
		if got := p.openssl("pkey -passin pass:secret -pubout -in " + name); got != string(want) {
			t.Errorf("%s: openssl reads another key:\n%s", name, got)
		}
		p.openssl("pkcs8 -topk8 -v2 aes-192-cbc -v2prf hmacWithSHA384 -passin pass:secret -passout pass:other -in " + name + " -out " + name + "-back")
		p.openssl("pkcs8 -topk8 -nocrypt -outform DER -passin pass:secret -in " + name + " -out " + name + "-der")
	}
	p.python(`
for name in NAMES:
    want = read(name.split('-')[0] + '.pub')
    assert public(load_pem_private_key(read(name + '-back'), b'other')) == want, name
    assert public(load_der_private_key(read(name + '-der'), None)) == want, name
`)
}

// Signatures, key exchange and encryption, in both directions.
func TestOpenSSLOperations(t *testing.T) {
	p := newPeer(t)
	p.python(`
for name, key in KEYS.items():
    write(name + '.pub', public(key)); write(name, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
for name in 'p224', 'p256', 'p384', 'p521', 'k256', 'b256', 'b384', 'b512':
    for det in False, True:
        write(f'{name}.sig{det:d}', KEYS[name].sign(read('message'), ec.ECDSA(H, deterministic_signing=det)))
for name in 'ed25519', 'ed448':
    write(name + '.sig', KEYS[name].sign(read('message')))
MGF = padding.MGF1(hashes.SHA1())
PADS = {'pkcs1': padding.PKCS1v15(), 'pss0': padding.PSS(padding.MGF1(H), 0), 'pss32': padding.PSS(padding.MGF1(H), 32), 'pss20': padding.PSS(MGF, 20)}
for name, pad in PADS.items():
    write(name + '.sig', KEYS['rsa'].sign(read('message'), pad, H))
write('oaep', KEYS['rsa'].public_key().encrypt(b'secret', padding.OAEP(MGF, H, None)))
`)
	for _, name := range []string{"p224", "p256", "p384", "p521", "k256", "b256", "b384", "b512"} {
		for _, sig := range []string{"0", "1"} {
			p.openssl("dgst -sha256 -verify " + name + ".pub -signature " + name + ".sig" + sig + " message")
		}
		p.openssl("dgst -sha256 -sign " + name + " -out " + name + ".back message")
		p.openssl("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:" + strings.NewReplacer("k256", "secp256k1", "b256", "brainpoolP256r1", "b384", "brainpoolP384r1", "b512", "brainpoolP512r1", "p", "P-").Replace(name) + " -out " + name + ".peer")
	}
	for _, name := range []string{"ed25519", "ed448"} {
		p.openssl("pkeyutl -verify -pubin -inkey " + name + ".pub -rawin -in message -sigfile " + name + ".sig")
		p.openssl("pkeyutl -sign -inkey " + name + " -rawin -in message -out " + name + ".back")
	}
	p.openssl("genpkey -algorithm X25519 -out x25519.peer")
	p.openssl("genpkey -algorithm X448 -out x448.peer")
	for _, name := range []string{"p224", "p256", "p384", "p521", "k256", "b256", "b384", "b512", "x25519", "x448"} {
		p.openssl("pkey -in " + name + ".peer -pubout -out " + name + ".peerpub")
		p.openssl("pkeyutl -derive -inkey " + name + ".peer -peerkey " + name + ".pub -out " + name + ".shared")
	}
	options := map[string]string{
		"pkcs1": "",
		"pss0":  " -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:0",
		"pss32": " -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:32",
		"pss20": " -sigopt rsa_padding_mode:pss -sigopt rsa_pss_saltlen:20 -sigopt rsa_mgf1_md:sha1",
	}
	for name, o := range options {
		p.openssl("dgst -sha256 -verify rsa.pub -signature " + name + ".sig" + o + " message")
		p.openssl("dgst -sha256 -sign rsa -out " + name + ".back" + o + " message")
	}
	oaep := " -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt rsa_mgf1_md:sha1"
	if got := p.openssl("pkeyutl -decrypt -inkey rsa -in oaep" + oaep); got != "secret" {
		t.Errorf("openssl decrypts %q", got)
	}
	p.openssl("pkeyutl -encrypt -pubin -inkey rsa.pub -in message -out oaep.back" + oaep)
	p.python(`
for name in 'p224', 'p256', 'p384', 'p521', 'k256', 'b256', 'b384', 'b512':
    KEYS[name].public_key().verify(read(name + '.back'), read('message'), ec.ECDSA(H))
    assert KEYS[name].exchange(ec.ECDH(), load_pem_public_key(read(name + '.peerpub'))) == read(name + '.shared')
for name in 'x25519', 'x448':
    assert KEYS[name].exchange(load_pem_public_key(read(name + '.peerpub'))) == read(name + '.shared')
for name in 'ed25519', 'ed448':
    KEYS[name].public_key().verify(read(name + '.back'), read('message'))
for name, pad in PADS.items():
    KEYS['rsa'].public_key().verify(read(name + '.back'), read('message'), pad, H)
assert KEYS['rsa'].decrypt(read('oaep.back'), padding.OAEP(MGF, H, None)) == read('message')
`)
}

// PKCS #12, with the certificates as bytes.
func TestOpenSSLPKCS12(t *testing.T) {
	p := newPeer(t)
	p.python(`
write('key', KEYS['p256'].private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
`)
	p.openssl("req -x509 -new -key key -subj /CN=device -days 3650 -out cert")
	p.openssl("x509 -in cert -outform DER -out cert.der")
	p.openssl("pkcs12 -export -inkey key -in cert -name n\u00e4me -passout pass:secret -out new.p12")
	p.openssl("pkcs12 -export -inkey key -in cert -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1 -passout pass:secret -out old.p12")
	p.openssl("pkcs12 -export -inkey key -in cert -keypbe NONE -certpbe NONE -passout pass:secret -out plain.p12")
	p.openssl("pkcs12 -export -nokeys -in cert -passout pass:secret -out certs.p12")
	p.python(`
cert = read('cert.der')
for name in 'new', 'old', 'plain', 'certs':
    key, certs = _cryptography.pkcs12_load(read(name + '.p12'), b'secret')
    assert [c[0] for c in certs] == [cert], name
    assert key is None if name == 'certs' else public(key) == public(KEYS['p256']) and certs[0][2], name
    assert certs[0][1] == ('n\u00e4me'.encode() if name == 'new' else None), certs
    for wrong in b'x', b'', None:
        try:
            _cryptography.pkcs12_load(read(name + '.p12'), wrong)
            raise AssertionError(name)
        except ValueError as e:
            assert str(e) == 'Invalid password or PKCS12 data', e
key = KEYS['p256']
write('a.p12', _cryptography.pkcs12_build(b'friendly', key, [(cert, b'friendly')], True, b'secret', 20000, False, None))
write('b.p12', _cryptography.pkcs12_build(None, key, [(cert, None), (cert, b'ca')], True, b'secret', 1000, True, hashes.SHA1()))
write('c.p12', _cryptography.pkcs12_build(None, key, [(cert, None)], True, None, 1, False, hashes.SHA512()))
`)
	want := p.openssl("x509 -in cert")
	for _, name := range []string{"a", "b", "c"} {
		pass := "secret"
		if name == "c" {
			pass = ""
		}
		out := p.openssl("pkcs12 -nodes -passin pass:" + pass + " -in " + name + ".p12")
		if !strings.Contains(out, strings.TrimSpace(want)) || !strings.Contains(out, "BEGIN PRIVATE KEY") {
			t.Errorf("%s.p12: openssl reads\n%s", name, out)
		}
		if name == "a" && !strings.Contains(out, "friendlyName: friendly") {
			t.Errorf("a.p12: no name:\n%s", out)
		}
	}
}

// The module pkcs12, with certificates, names and further certificates, in both directions.
func TestOpenSSLPKCS12Certificates(t *testing.T) {
	p := newPeer(t)
	p.python(`
from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs12
import datetime
def make(name, key, issuer=None, issuer_key=None):
    n = lambda s: x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, s)])
    return (x509.CertificateBuilder().subject_name(n(name)).issuer_name(n(issuer or name)).public_key(key.public_key()).serial_number(len(name))
            .not_valid_before(datetime.datetime(2026, 1, 1)).not_valid_after(datetime.datetime(2036, 1, 1))
            .add_extension(x509.BasicConstraints(issuer is None or issuer == 'root', None), True).sign(issuer_key or key, H))
ROOT, INTER = KEYS['p384'], KEYS['rsa']
root = make('root', ROOT)
inter = make('inter', INTER, 'root', ROOT)
leaves = {}
for name in 'p256', 'rsa', 'k256':
    leaves[name] = make('leaf ' + name, KEYS[name], 'inter', INTER)
    write(name + '.key', KEYS[name].private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    write(name + '.crt', leaves[name].public_bytes(Encoding.PEM))
write('chain', inter.public_bytes(Encoding.PEM) + root.public_bytes(Encoding.PEM))
B = PrivateFormat.PKCS12.encryption_builder
WAYS = {
    'best': BestAvailableEncryption(b'secret'), 'none': NoEncryption(),
    'new': B().kdf_rounds(3000).key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC).hmac_hash(hashes.SHA256()).build(b'secret'),
    'old': B().kdf_rounds(3000).key_cert_algorithm(pkcs12.PBES.PBESv1SHA1And3KeyTripleDESCBC).hmac_hash(hashes.SHA1()).build(b'secret'),
}
for name, leaf in leaves.items():
    for way, e in WAYS.items():
        cas = [pkcs12.PKCS12Certificate(inter, b'middle'), root]
        write(f'{name}-{way}.p12', pkcs12.serialize_key_and_certificates(b'device 1', KEYS[name], leaf, cas, e))
write('cas.p12', pkcs12.serialize_key_and_certificates(None, None, None, [inter, root], WAYS['best']))
`)
	for _, name := range []string{"p256", "rsa", "k256"} {
		for _, way := range []string{"best", "none", "new", "old"} {
			file, pass := name+"-"+way+".p12", "secret"
			if way == "none" {
				pass = ""
			}
			out := p.openssl("pkcs12 -nodes -passin pass:" + pass + " -in " + file)
			for _, want := range []string{"friendlyName: device 1", "friendlyName: middle", "subject=CN = leaf " + name, "subject=CN = inter", "subject=CN = root"} {
				if !strings.Contains(out, want) {
					t.Errorf("%s: openssl sees no %q:\n%s", file, want, out)
				}
			}
			if n := strings.Count(out, "BEGIN CERTIFICATE"); n != 3 || strings.Count(out, "BEGIN PRIVATE KEY") != 1 {
				t.Errorf("%s: openssl sees %d certificates:\n%s", file, n, out)
			}
			key := p.openssl("pkcs12 -nocerts -nodes -passin pass:" + pass + " -in " + file + " -out " + file + ".key")
			if key != "" {
				t.Errorf("%s: %s", file, key)
			}
			if got, want := p.openssl("pkey -pubout -in "+file+".key"), p.openssl("pkey -pubout -in "+name+".key"); got != want {
				t.Errorf("%s: openssl reads another key", file)
			}
		}
		export := "pkcs12 -export -inkey " + name + ".key -in " + name + ".crt -certfile chain -name owner -caname one -caname two -passout pass:secret -out " + name
		p.openssl(export + "-o.p12")
		p.openssl(export + "-o3.p12 -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1")
		p.openssl(export + "-oplain.p12 -keypbe NONE -certpbe NONE")
		p.openssl(export + "-onomac.p12 -nomac")
	}
	if out := p.openssl("pkcs12 -nokeys -passin pass:secret -in cas.p12"); strings.Count(out, "BEGIN CERTIFICATE") != 2 || strings.Contains(out, "friendlyName") {
		t.Errorf("cas.p12: openssl sees\n%s", out)
	}
	p.python(`
def refused(data, password):
    try:
        pkcs12.load_pkcs12(data, password)
    except ValueError as e:
        return str(e)
    raise AssertionError(f'loaded {len(data)} {password}')
done = 0
for name, leaf in leaves.items():
    for way in 'o', 'o3', 'oplain', 'onomac':
        data = read(f'{name}-{way}.p12')
        p = pkcs12.load_pkcs12(data, b'secret')
        assert public(p.key) == public(KEYS[name]), way
        assert p.cert == pkcs12.PKCS12Certificate(leaf, b'owner'), p
        assert {c.certificate.subject.rfc4514_string(): c.friendly_name for c in p.additional_certs} == {'CN=inter': b'one', 'CN=root': b'two'}, p
        key, cert, cas = pkcs12.load_key_and_certificates(data, b'secret')
        assert cert == leaf and set(cas) == {inter, root} and public(key) == public(p.key)
        for wrong in b'Secret', b'', None:
            if way != 'onomac':
                assert refused(data, wrong) == 'Invalid password or PKCS12 data', way
            elif wrong is not None:
                refused(data, wrong)
        # Truncated anywhere, or with one byte changed in what the MAC covers: an error, no other kind of exception.
        for n in range(0, len(data), 97 if name == 'p256' else 499):
            refused(data[:n], b'secret'); done += 1
        if way != 'onomac':
            for n in range(30, len(data) - 120, 211 if name == 'p256' else 997):
                changed = bytearray(data); changed[n] ^= 0x10
                refused(bytes(changed), b'secret'); done += 1
    for way, e in WAYS.items():
        password = getattr(e, 'password', None)
        data = read(f'{name}-{way}.p12')
        p = pkcs12.load_pkcs12(data, password)
        assert public(p.key) == public(KEYS[name]) and p.cert == pkcs12.PKCS12Certificate(leaf, b'device 1')
        assert p.additional_certs == [pkcs12.PKCS12Certificate(inter, b'middle'), pkcs12.PKCS12Certificate(root, None)], p.additional_certs
        if password:
            assert refused(data, b'other') == 'Invalid password or PKCS12 data'
p = pkcs12.load_pkcs12(read('cas.p12'), b'secret')
assert p.key is None and p.cert is None and [c.certificate for c in p.additional_certs] == [inter, root]
assert done > 150, done
`)
}
