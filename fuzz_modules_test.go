package woma_test

import (
	"context"
	"encoding/pem"
	"os"
	"slices"
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
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
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

// Whatever is loaded as a certificate, request or revocation list is refused with the
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
	seeds = append(seeds, "0\x00", "0\x80", "0\x84\xff\xff\xff\xff", "-----BEGIN CERTIFICATE-----\nMAA=\n-----END CERTIFICATE-----\n")
	fuzzProgram(f, `
import datetime
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding
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
`, seeds...)
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
        assert int(str(n)) == n == int(hex(n), 16)
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
`, "0", "-0x_1f", "0b101", " 12_3 ", "1e400", "-1.5e-320", "nan", "inf", "1+2j", "(-3.5e7j)", "\u0663\u0664", "0x1.8p3", "1__0", "9999999999999999999999", "-")
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
