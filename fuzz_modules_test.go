package woma_test

import (
	"context"
	"encoding/hex"
	"encoding/pem"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/stdlib"
)

// fuzzProgram fuzzes a Python program that defines check(data), data being bytes:
// whatever data is, check must return, having caught the exceptions that are right.
func fuzzProgram(f *testing.F, program string, seeds ...string) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	in, err := woma.New(woma.Config{Modules: stdlib.All(), MaxMemory: 128 << 20})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { in.Close() })
	if err := in.Exec(context.Background(), program, "fuzz.py"); err != nil {
		f.Fatal(in.Traceback(err))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		// A width of 66 million takes 5 seconds, and many times that on a busy machine.
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		if _, err := in.Call(ctx, "check", data); err != nil {
			t.Errorf("%q: %s", data, in.Traceback(err))
		}
	})
}

// What json reads, it writes so that it reads the same.
func FuzzJSON(f *testing.F) {
	fuzzProgram(f, `
import json
def check(data):
    try:
        x = json.loads(data)
    except (ValueError, RecursionError, MemoryError):
        return
    assert repr(json.loads(json.dumps(x))) == repr(x)
`, `{"a": [1, 2.5e3, null, true, "\u00e9\ud83d\ude00"]}`, `[[[[]]]]`, `"`, `-0`, "\xef\xbb\xbf1", `{"a":1,"a":2}`, `1e999`, `NaN`)
}

// The first line is a format, the rest what to unpack.
func FuzzStruct(f *testing.F) {
	fuzzProgram(f, `
import struct
def check(data):
    fmt, _, rest = data.partition(b'\n')
    try:
        size = struct.calcsize(fmt)
        if size > 100000:
            return
        values = struct.unpack(fmt, rest[:size].ljust(size, b'\0'))
        again = struct.pack(fmt, *values)
    except (struct.error, UnicodeError, MemoryError, OverflowError):
        return
    assert len(again) == size
    assert repr(struct.unpack(fmt, again)) == repr(values)
`, "<BhIq\nabcdefghijklmnop", ">3s2xf?\n123456789012", "@lPnN\n", "!e4p\n\x01\x02\x03\x04\x05", "10c\n0123456789", "99999999999999s\n")
}

// Every decoder of binascii and base64 takes or refuses; what was encoded is decoded.
func FuzzBinascii(f *testing.F) {
	fuzzProgram(f, `
import binascii, base64
def check(data):
    for decode in (binascii.unhexlify, binascii.a2b_base64, binascii.a2b_uu, binascii.a2b_qp,
                   base64.b32decode, base64.b85decode, base64.a85decode, base64.b16decode):
        try:
            decode(data)
        except ValueError:
            pass
    assert binascii.unhexlify(binascii.hexlify(data)) == data
    assert binascii.a2b_base64(binascii.b2a_base64(data)) == data
    assert base64.b32decode(base64.b32encode(data)) == data
    assert base64.b85decode(base64.b85encode(data)) == data
    assert base64.a85decode(base64.a85encode(data)) == data
    binascii.crc32(data)
`, "", "00ff", "YWJj", "YW=Jj==", "#0V%T\n", "=41=\nx", "GEZA====", "\x00\xff\x80", "<~87cURD]~>")
}

// Formats that come from outside raise or give text.
func FuzzFormat(f *testing.F) {
	fuzzProgram(f, `
def check(data):
    text = data.decode('utf-8', 'replace')
    for args in ((), (5, 'x', 2.5), (-1, [1], {'k': 3})):
        try:
            text.format(*args, name=7)
        except (ValueError, IndexError, KeyError, TypeError, AttributeError, MemoryError, OverflowError):
            pass
        try:
            text % args
        except (ValueError, TypeError, KeyError, MemoryError, OverflowError):
            pass
    for x in (5, -2.5, 'text', 1j, 10**30, True):
        try:
            format(x, text)
        except (ValueError, TypeError, MemoryError, OverflowError):
            pass
`, "{} {0!r:>10} {name.real}", "%5.2f %s %(k)d", "{:{}}", "#010x", "=+,.3e", "{", "}", "%", "{0[", "\x00<5", "99999999999d")
}

// Text becomes a number or a ValueError; what became a number is read again the same.
func FuzzNumbers(f *testing.F) {
	fuzzProgram(f, `
def check(data):
    text = data.decode('utf-8', 'replace')
    for base in (0, 2, 10, 16, 36):
        try:
            n = int(text, base)
        except ValueError:
            continue
        assert n == int(hex(n), 16)
        if abs(n) < 10 ** 4300:  # beyond, str refuses
            assert int(str(n)) == n
    try:
        n = int(data)
        assert n == int(text)
    except ValueError:
        pass
    try:
        x = float(text)
        assert repr(float(repr(x))) == repr(x)
        if x == x and abs(x) != float('inf'):
            assert float.fromhex(x.hex()) == x
            n, d = x.as_integer_ratio()
            assert n / d == x
    except ValueError:
        pass
    try:
        x = complex(text)
        assert repr(complex(repr(x))) == repr(x) or x != x
    except ValueError:
        pass
    try:
        float.fromhex(text)
    except (ValueError, OverflowError):
        pass
`, "0", "-0x_1f", "0b101", " 12_3 ", "1e400", "-1.5e-320", "nan", "inf", "1+2j", "(-3.5e7j)", "\u0663\u0664", "0x1.8p3", "1__0", "9999999999999999999999", "-", strings.Repeat("N", 4000))
}

// Bytes decode or raise UnicodeDecodeError; what was decoded encodes to the same text.
func FuzzCodecs(f *testing.F) {
	fuzzProgram(f, `
names = ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'ascii', 'latin-1')
handlers = ('strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape', 'surrogatepass')
def check(data):
    for name in names:
        for handler in handlers:
            try:
                text = data.decode(name, handler)
            except UnicodeDecodeError as e:
                assert handler in ('strict', 'surrogateescape', 'surrogatepass')
                assert 0 <= e.start < e.end <= len(data) and str(e)
                continue
            assert len(text) <= 4 * len(data) + 1
            if handler == 'strict':
                assert text.encode(name).decode(name) == text
            if handler == 'surrogateescape' and name in ('utf-8', 'ascii', 'latin-1'):
                assert text.encode(name, handler) == data
    text = data.decode('utf-8', 'surrogateescape')
    for name in names:
        for handler in handlers + ('xmlcharrefreplace', 'namereplace'):
            try:
                text.encode(name, handler)
            except UnicodeEncodeError as e:
                assert text[e.start:e.end] and str(e)
    assert eval(repr(text)) == text and eval(repr(data)) == data and eval(ascii(text)) == text
`, "", "abc", "\u00e9\u20ac\U0001f600", "\xff\xfe\x00\xd8", "\xed\xa0\x80", "\xf0\x9f", "\xef\xbb\xbfx", "\x00\x00\xfe\xff\x00\x11\x00\x00", "\xc0\x80")
}

// Whatever is loaded as a certificate, request, revocation list or message of OCSP is refused with the
// exceptions that are documented, or can be looked at in every way and written again.
func FuzzCertificates(f *testing.F) {
	pems, err := os.ReadFile("tests/x509/data/certs.pem")
	if err != nil {
		f.Fatal(err)
	}
	var seeds []string
	for rest := pems; ; {
		var b *pem.Block
		if b, rest = pem.Decode(rest); b == nil {
			break
		}
		if len(seeds)%8 == 0 || len(b.Bytes) > 1000 {
			seeds = append(seeds, string(b.Bytes))
		} else {
			seeds = append(seeds, "")
		}
	}
	seeds = slices.DeleteFunc(seeds, func(s string) bool { return s == "" })
	messages, err := os.ReadFile("tests/x509/ocsp.exp") // which has some in hexadecimal
	if err != nil {
		f.Fatal(err)
	}
	for i, line := range strings.Split(string(messages), "\n") {
		if der, err := hex.DecodeString(line); err == nil && strings.HasPrefix(line, "30") && i < 60 {
			seeds = append(seeds, string(der))
		}
	}
	seeds = append(seeds, "0\x00", "0\x80", "0\x84\xff\xff\xff\xff", "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n",
		"0%\x06\t*\x86H\x86\xf7\r\x01\x07\x02\xa0\x180\x16\x02\x01\x011\x000\x0b\x06\t*\x86H\x86\xf7\r\x01\x07\x01\xa0\x001\x00")
	fuzzProgram(f, `
import datetime
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509 import ocsp
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

refused = (ValueError, x509.InvalidVersion, x509.DuplicateExtension, x509.UnsupportedGeneralNameType, UnsupportedAlgorithm, MemoryError)

def attempt(f):
    try:
        return f()
    except refused:
        return None

def look(x):
    for name in dir(x):
        if name[0] != '_' and name not in ('verify_directly_issued_by', 'public_bytes', 'fingerprint', 'get_attribute_for_oid',
                                           'get_revoked_certificate_by_serial_number'):
            v = attempt(lambda: getattr(x, name))
            if name == 'public_key' and v:
                attempt(v)
            elif not callable(v):
                repr(v)
    for ext in attempt(lambda: x.extensions) or ():
        hash(ext)
        try:
            ext.value.public_bytes()
        except (ValueError, NotImplementedError):
            pass

def check(data):
    for load in x509.load_pem_x509_certificate, x509.load_pem_x509_csr, x509.load_pem_x509_crl, x509.load_pem_x509_certificates:
        attempt(lambda: load(data))
    for load in x509.load_der_x509_certificate, x509.load_der_x509_csr, x509.load_der_x509_crl:
        x = attempt(lambda: load(data))
        if x is None:
            continue
        look(x)
        assert x.public_bytes(Encoding.DER) == data
        x.fingerprint(hashes.SHA256())
        if load is x509.load_der_x509_certificate:
            assert pkcs7.load_der_pkcs7_certificates(pkcs7.serialize_certificates([x], Encoding.DER)) == [x]
            try:
                x.verify_directly_issued_by(x)
            except (InvalidSignature, *refused):
                pass
            v = PolicyBuilder().store(Store([x])).time(datetime.datetime(2027, 1, 1))
            for verifier in v.build_client_verifier(), v.build_server_verifier(x509.DNSName('host.example')):
                try:
                    verifier.verify(x, [x])
                except VerificationError:
                    pass
        elif load is x509.load_der_x509_crl:
            for r in attempt(lambda: list(x)) or ():
                look(r)
            attempt(lambda: x.get_revoked_certificate_by_serial_number(5))
    for load in pkcs7.load_der_pkcs7_certificates, pkcs7.load_pem_pkcs7_certificates:
        for x in attempt(lambda: load(data)) or ():
            look(x)
    for load in ocsp.load_der_ocsp_request, ocsp.load_der_ocsp_response:
        try:
            x = attempt(lambda: load(data))
        except NotImplementedError:
            continue
        if x is not None:
            look(x)
            assert x.public_bytes(Encoding.DER) == data
            for r in attempt(lambda: list(getattr(x, 'responses', ()))) or ():
                look(r)
`, seeds...)
}

// Keys of all forms are loaded or refused; what was loaded can be written.
func FuzzKeys(f *testing.F) {
	fuzzProgram(f, `
from _cryptography import pkcs12_load
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization as s
from cryptography.hazmat.primitives.asymmetric import ec, utils
def refused(f, *args):
    try:
        return f(*args)
    except (ValueError, TypeError, UnsupportedAlgorithm, NotImplementedError, MemoryError):
        pass
def check(data):
    for password in None, b'pw':
        refused(pkcs12_load, data, password)
        for load in s.load_der_private_key, s.load_pem_private_key, s.load_ssh_private_key:
            key = refused(load, data, password)
            if key is not None:
                der = key.private_bytes(s.Encoding.DER, s.PrivateFormat.PKCS8, s.NoEncryption())
                assert s.load_der_private_key(der, None).public_key() == key.public_key()
    for load in s.load_der_public_key, s.load_pem_public_key, s.load_ssh_public_key:
        key = refused(load, data)
        if key is not None:
            assert s.load_der_public_key(key.public_bytes(s.Encoding.DER, s.PublicFormat.SubjectPublicKeyInfo)) == key
    refused(ec.EllipticCurvePublicKey.from_encoded_point, ec.SECP256R1(), data)
    refused(utils.decode_dss_signature, data)
`,
		"0\x81\x87\x02\x01\x000\x13\x06\x07*\x86H\xce=\x02\x01\x06\x08*\x86H\xce=\x03\x01\x07\x04m0k\x02\x01\x01\x04 Z\xa3\xfc\xfei\xba\x99\xe7\x1c\xbb-\x98\xc2\xd0\xb9k\x0c\x9b\xbdzw\xd2 \x1e\x8a?\xad>&5\x83$\xa1D\x03B\x00\x04sI\x08\xa8T\x8c\x89\xa22\xde<\xd4V\xc0\x18\xe6\xa76\xcc\xe2\xda\xe4\x9a\x06oZ^V\x88\xba\x14\x08[\x5c\xf4\xf0\xb2\x8cV\x00\xe0\xe3}\x99\x17\x91c`\xbcs\xedax=\xeeh\x9d\x88g\x94\xae!\x81!",
		"0\x81\x9a0V\x06\x09*\x86H\x86\xf7\x0d\x01\x05\x0d0I0(\x06\x09*\x86H\x86\xf7\x0d\x01\x05\x0c0\x1b\x04\x08\xc9\x09\x5c\xbbV8'>\x02\x01\n0\x0c\x06\x08*\x86H\x86\xf7\x0d\x02\x09\x05\x000\x1d\x06\x09`\x86H\x01e\x03\x04\x01\x02\x04\x10\xc6\x9d\x90<\xc7\x9a\xb3\xf4\x9d\xd0\x05\x9fA\x8dr\xb4\x04@\x8d\xa7\x91\xdd \xbd~1\x06\xc1\xd3\x01\x92ou2\x14En\xfe\x90q'i\xfc\x99%\x8b\x00\xb5\x13\xb3\xa7|\x96\xe0b\nO\x7f\xc0\xc7\xa8[\xdfH\xe7B\x9e\xa4\xaf\x96\x09&\xe6Q\x03\xd0_X\xa2\xa3\x81\xe9",
		"0Y0\x13\x06\x07*\x86H\xce=\x02\x01\x06\x08*\x86H\xce=\x03\x01\x07\x03B\x00\x04sI\x08\xa8T\x8c\x89\xa22\xde<\xd4V\xc0\x18\xe6\xa76\xcc\xe2\xda\xe4\x9a\x06oZ^V\x88\xba\x14\x08[\x5c\xf4\xf0\xb2\x8cV\x00\xe0\xe3}\x99\x17\x91c`\xbcs\xedax=\xeeh\x9d\x88g\x94\xae!\x81!",
		"0w\x02\x01\x01\x04 Z\xa3\xfc\xfei\xba\x99\xe7\x1c\xbb-\x98\xc2\xd0\xb9k\x0c\x9b\xbdzw\xd2 \x1e\x8a?\xad>&5\x83$\xa0\n\x06\x08*\x86H\xce=\x03\x01\x07\xa1D\x03B\x00\x04sI\x08\xa8T\x8c\x89\xa22\xde<\xd4V\xc0\x18\xe6\xa76\xcc\xe2\xda\xe4\x9a\x06oZ^V\x88\xba\x14\x08[\x5c\xf4\xf0\xb2\x8cV\x00\xe0\xe3}\x99\x17\x91c`\xbcs\xedax=\xeeh\x9d\x88g\x94\xae!\x81!",
		"0\x82\x01#\x02\x01\x030\x81\xdb\x06\x09*\x86H\x86\xf7\x0d\x01\x07\x01\xa0\x81\xcd\x04\x81\xca0\x81\xc70\x81\xc4\x06\x09*\x86H\x86\xf7\x0d\x01\x07\x01\xa0\x81\xb6\x04\x81\xb30\x81\xb00\x81\xad\x06\x0b*\x86H\x86\xf7\x0d\x01\x0c\n\x01\x02\xa0\x81\x9d0\x81\x9a0V\x06\x09*\x86H\x86\xf7\x0d\x01\x05\x0d0I0(\x06\x09*\x86H\x86\xf7\x0d\x01\x05\x0c0\x1b\x04\x08*n\xa5\xb3\xe1\x08\xba\xbc\x02\x01\n0\x0c\x06\x08*\x86H\x86\xf7\x0d\x02\x09\x05\x000\x1d\x06\x09`\x86H\x01e\x03\x04\x01*\x04\x10~8\xa2\x9c\x84\x0bBDt\xd2cS\x8a\x02\xc9\x02\x04@\n\xb2\xb8\xd0\xe7\xa7\x9e*\xf2\x01\xef\x88\x01\xd7\x8f\xd0I\x15\xb9\x0c\xfa;\x83\xe9\x95{\x18 \x9a3\xa7u)\x97eTG\x8b>\xa0\xb3\xb8\x94\x1f\x8c)\xdc_\x8e\xd1\xa0\xad\xde\xbf\x18\x00\xd4J\x8a\xdc\xbdoI\x880@010\x0d\x06\x09`\x86H\x01e\x03\x04\x02\x01\x05\x00\x04 L\xd2e\x17C8\xcb\x989M\xcc\xb2\xac_\xc4\xf3\xe4\xbf\xfc\x196:\x1f\xe7\n1\x5c\xef\xdd\x1f\xc7\x90\x04\x08\xeft\xda\x83y\x8d\xb3^\x02\x01\n",
		"0\x82\x02[\x02\x01\x00\x02\x81\x81\x00\x9e{\xe3\x5c^\xb0D\xc1\xcd]~|\xa7\xc2FP\x11\xe0B\x87\x01\xa1\x96\x0c\xf9\x04\x00<\xb1\xdapK\x9b+Z\x8f\x12 \x98\x96\xd1\xdb\xf7\xa8fV6\xaaIE\xaeK\xaa\x99yB\x98\x0cn\xf1\xdc\n4\xb7\xd8\xab\xb4\x15Y\xe2\xab\x81\xe6\xdf\xb0\xcaZ\xd8\xdd.\xf7\x9a\x04\xa9\xee\xcb\xee\x05\x1aD\x95\xe0\x17\xebBH'i\x8b\xde6g\xaa\xc6\xb5Jd@\x94\x1d\x07xy\xa4\xbf\xcf\xc0\x92\x99\xfe\xc9i3\xbd0\x9f\xa5\x1f\x02\x03\x01\x00\x01\x02\x81\x80.\xc2\xed%\xcf\x06\x81s\x11n9\xa8\xfc2\xb5^`\xb7\xe3\xc9C\xf0\xf2~'gG\xce\xa0\xc7\x8c\x04\xb2\xe7\n\xd4V\x0b\xea\x19\xee\x17\xd2.\x0c\xeb\xf9;+]t\xfc\xfc|F,!\x02\xe2%X\xc0f'5\xca\n\xb9\xda\xf4+\xe4Ky\x907\xe9\xa5z\x18u\x89v\xff\xbe\xfe\x90\xf9]f\x8c\x18j\xc4\x05\x8e\xce\xfe\xd7\x0fL\x0c\xddNu:\x8d\x1c\xe6<\xdb.C\xb8\xef\xf3x@\x14$Z\xe9\xa7\xccwleA\x02A\x00\xcf\xc9\xc0\x1f\xd7\xd3\xbc\x11}\xfeZ\xc0\xf3\xd6\xde L\x03N]\x1d\xa2\x91\xc5i\xd7\xb5R\xa4\x0cy\xf26\x19\xc9R\xa7\xe8\xf1\xb1VP/\xe4\xf9\xe3'\x8dt*\x06#\x9f\x86\xed\xc9\x94{H\x9e\x0e\x9dg\x7f\x02A\x00\xc3A\x8e\xa8\x14\x00\xd6\x84r\xcf\xad\xf3\x22\xeaF\x93\x13\xba\x06\xbc\x94d\x1a\x04\x00\xdd\xa7\x0b\x1a\xc4PS\xde\xba\x95izs\x00y\xf7Q \x5cuU$&K\x08\xa3\x14\xdb\xees\x05\xff\x08\xa6\xcbP\x8b\x92a\x02@\x0exj\x5c\xcdV\xfd}\xea\x5cPM\xa7\xad\x8b\x02\x8c\xc8\x9e(u\xeb\xe0b\xf3 \x06\x8c\x9e\xc8\x0f\xa6\x02\x86\x812\xb4f\xd0\x8e\x1d\x08\xb0\x8d-\xa9\xd8\x13M\xc7\xafm\xc3\xaaM\xdc\xff\xee%\xfc{\xe0\x12Y\x02@\x0f\x9aL\x81\x07\xe0-D6<|E\x02\x94@\x01~\xc1\x0d\xca\xc1\xfc\xe1\xcbR\x1ad?\xd1\xea\xc0\x14\x83\xa6\xdbK\xabzG\x1ew\xf1\xe6\xa9\x1c\xc3)\xf9Yc\x9eL\x8bj\x99\x8cp\x1d\xcb\xdeQXe\xe1\x02@pGP\x5c\x8c\xff\x0e\x9a\x0b\x8dL\xe7op@\xe1\x1a\x7f]T\xf3\xba\x16*\xde$dn\x0e@C\xebe\xeb6\xb7\x13\x8b\xc7\x22\xe9xV\x0c\xf2\x94\xa8\xf7I\xe1\xa3\x12IX\x9b\xab\x11\x84\x85\x87\x11k\x11\xe0",
		"-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAACmFlczI1Ni1jdHIAAAAGYmNyeXB0AAAAGAAAABAow50GgA\n5x4JuIjQK0a6+sAAAAAQAAAAEAAAAzAAAAC3NzaC1lZDI1NTE5AAAAIN7u3FbE7wlllW7i\nOQTnILwq60CA5I3Q52b9d75stAQVAAAAkD9UzunAf0wQB3TNc7IZdnAIz23PdhMwS0dihW\nSBDi0no2CbH8Z383fvidyYVz8NeJR2XzmCSOzirA6FaikQvn9H1tKJ8kd2koTcngR5L0fh\ndSQGnFvWJf6mW7kWQOGYWSJbiDG/w9vcXzi0wV+gnhWJeIUbChOb76qGRZIaYImzZtE4yx\nwXxRH1kD67LXXPjA==\n-----END OPENSSH PRIVATE KEY-----\n",
		"-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-EDE3-CBC,D9521733AD1FAE3D\n\nEK8RbOAWtGjwoayfsS1c6Ry4RrXsZEM7ktsCuVRqIR5vJE/XRnaS8b/dcVm3SZgj\nJPVIbDVaij2o73ZxX4b+wNWw1Bbo8qZzKOib5XMWnJdMauotL/tdRL52rCaCWuEh\nmF/1MXnyWMvt04/YukmyDaTtxkhQRS6uXX2p9ghWC1g=\n-----END EC PRIVATE KEY-----\n",
		"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN7u3FbE7wlllW7iOQTnILwq60CA5I3Q52b9d75stAQV \n")
}
