// Package cryptography is pyca/cryptography's API (https://cryptography.io), as far
// as it matters on devices: the same names, results, exceptions and texts as version
// 48, so that code written for it runs unchanged.
//
// The primitives are Go's and golang.org/x/crypto's, the modes that Go lacks are in
// internal/ciphers. The classes that programs call for every message are written in
// Go, in the hidden module _cryptography; the rest is Python, in src, where the
// folders are the packages, packed into src.z (sources.go). Keys never appear in what repr() and exceptions show.
package cryptography

import (
	"strings"

	"github.com/woma-lang/woma/py"
)

// Modules returns the package, whose modules are found below it, and what it is built on.
func Modules() []*py.Module { return []*py.Module{native, top} }

var top = &py.Module{Name: "cryptography", Below: below, Init: func(t *py.Thread, m *py.ModuleObj) error {
	return initPackage(m, "cryptography")
}}

// below returns a module of the package: a file of src, or a folder.
func below(name string) *py.Module {
	file, folder := find(strings.ReplaceAll(strings.TrimPrefix(name, "cryptography."), ".", "/"))
	if file.name == "" && !folder {
		return nil
	}
	return &py.Module{Name: name, Init: func(t *py.Thread, m *py.ModuleObj) error {
		if folder {
			if err := initPackage(m, name); err != nil {
				return err
			}
		} else {
			m.Dict.SetItem("__package__", py.NewStr(name[:strings.LastIndexByte(name, '.')]))
		}
		if file.name == "" {
			return nil
		}
		text, err := file.text(t)
		if err != nil {
			return err
		}
		return py.RunSource(t, text, "<frozen "+name+">", m.Dict)
	}}
}

func initPackage(m *py.ModuleObj, name string) error {
	m.Dict.SetItem("__path__", py.NewList(nil).Value())
	m.Dict.SetItem("__package__", py.NewStr(name))
	return nil
}

// native is what the sources in Python are built on.
var native = &py.Module{
	Name:  "_cryptography",
	Types: defineTypes,
	Table: func() py.Members {
		return append(py.Members{
			py.ClassAs("AESCCM", aesccmType),
			py.ClassAs("AESGCM", aesgcmType),
			py.ClassAs("AESGCMSIV", aesgcmsivType),
			py.ClassAs("AESOCB3", aesocb3Type),
			py.ClassAs("AESSIV", aessivType),
			py.ClassAs("ChaCha20Poly1305", chachaType),
			py.ClassAs("AEADCipherContext", aeadContextType),
			py.ClassAs("AEADDecryptionContext", decryptionType),
			py.ClassAs("AEADEncryptionContext", encryptionType),
			py.ClassAs("AlreadyFinalized", alreadyFinalized),
			py.ClassAs("AlreadyUpdated", alreadyUpdated),
			py.ClassAs("CMAC", cmacType),
			py.ClassAs("CipherContext", contextType),
			py.ClassAs("Ed25519PrivateKey", ed25519PrivateType),
			py.ClassAs("Ed25519PublicKey", ed25519PublicType),
			py.ClassAs("Ed448PrivateKey", ed448PrivateType),
			py.ClassAs("Ed448PublicKey", ed448PublicType),
			py.ClassAs("EllipticCurvePrivateKey", ecPrivateType),
			py.ClassAs("EllipticCurvePublicKey", ecPublicType),
			py.ClassAs("Encoding", encodingType),
			py.ClassAs("HMAC", hmacType),
			py.ClassAs("Hash", hashType),
			py.ClassAs("InternalError", internalError),
			py.ClassAs("InvalidKey", invalidKey),
			py.ClassAs("InvalidSignature", invalidSignature),
			py.ClassAs("InvalidTag", invalidTag),
			py.ClassAs("InvalidToken", invalidToken),
			py.ClassAs("InvalidUnwrap", invalidUnwrap),
			py.ClassAs("KMAC128", kmac128Type),
			py.ClassAs("KMAC256", kmac256Type),
			py.ClassAs("MLDSA44PrivateKey", mldsa44PrivateType),
			py.ClassAs("MLDSA44PublicKey", mldsa44PublicType),
			py.ClassAs("MLDSA65PrivateKey", mldsa65PrivateType),
			py.ClassAs("MLDSA65PublicKey", mldsa65PublicType),
			py.ClassAs("MLDSA87PrivateKey", mldsa87PrivateType),
			py.ClassAs("MLDSA87PublicKey", mldsa87PublicType),
			py.ClassAs("MLDSAMuHasher", muHasherType),
			py.ClassAs("MLKEM1024PrivateKey", mlkem1024PrivateType),
			py.ClassAs("MLKEM1024PublicKey", mlkem1024PublicType),
			py.ClassAs("MLKEM512PrivateKey", mlkem512PrivateType),
			py.ClassAs("MLKEM512PublicKey", mlkem512PublicType),
			py.ClassAs("MLKEM768PrivateKey", mlkem768PrivateType),
			py.ClassAs("MLKEM768PublicKey", mlkem768PublicType),
			py.ClassAs("NotYetFinalized", notYetFinalized),
			py.ClassAs("ParameterFormat", parameterFormatType),
			py.ClassAs("Poly1305", polyType),
			py.ClassAs("PrivateFormat", privateFormatType),
			py.ClassAs("PublicFormat", publicFormatType),
			py.ClassAs("RSAPrivateKey", rsaPrivateType),
			py.ClassAs("RSAPublicKey", rsaPublicType),
			py.ClassAs("SipHash", sipType),
			py.ClassAs("UnsupportedAlgorithm", unsupportedAlgorithm),
			py.ClassAs("X25519PrivateKey", x25519PrivateType),
			py.ClassAs("X25519PublicKey", x25519PublicType),
			py.ClassAs("X448PrivateKey", x448PrivateType),
			py.ClassAs("X448PublicKey", x448PublicType),
			py.ClassAs("XOFHash", xofType),
			py.Func("argon2(kind, key, salt, iterations, lanes, memory_cost, length, /)", argon2_),
			py.Func("check_padding(data, size, style, /)", check_padding),
			py.Func("def decode_dss_signature(signature)", decode_dss_signature),
			py.Func("def encode_dss_signature(r, s)", encode_dss_signature),
			py.Func("ec_generate(curve, /)", ec_generate),
			py.Func("ec_private(private_value, curve, x=None, y=None, /)", ec_private),
			py.Func("ec_public(x, y, curve, /)", ec_public),
			py.Func("ec_supported(curve, /)", ec_supported),
			py.Func("hpke_open(kem, kdf, aead, key, second_key, info, aad, size, ciphertext, /)", hpke_open),
			py.Func("hpke_seal(kem, kdf, aead, key, second_key, info, aad, plaintext, /)", hpke_seal),
			py.Func("is_bytes_like(obj, /)", is_bytes_like),
			py.Func("def load_der_private_key(data, password, backend=None, *, unsafe_skip_rsa_key_validation=False)", load_der_private_key),
			py.Func("def load_der_public_key(data, backend=None)", load_der_public_key),
			py.Func("def load_pem_private_key(data, password, backend=None, *, unsafe_skip_rsa_key_validation=False)", load_pem_private_key),
			py.Func("def load_pem_public_key(data, backend=None)", load_pem_public_key),
			py.Func("def load_ssh_private_key(data, password, backend=None, *, unsafe_skip_rsa_key_validation=False)", load_ssh_private_key),
			py.Func("def load_ssh_public_key(data, backend=None)", load_ssh_public_key),
			py.Func("pkcs12_build(name, key, certs, own, password, rounds, old, mac_hash, /)", pkcs12_build),
			py.Func("pkcs12_load(data, password, /)", pkcs12_load),
			py.Func("rsa_generate(key_size, /)", rsa_generate),
			py.Func("rsa_private(p, q, d, dmp1, dmq1, iqmp, e, n, /)", rsa_private),
			py.Func("rsa_public(e, n, /)", rsa_public),
			py.Func("scrypt(key, salt, n, r, p, length, /)", scrypt_),
			py.Func("to_bytes(data, name, /)", to_bytes),
			py.Func("unwrap(wrapping_key, wrapped, padded, /)", unwrap),
			py.Func("wrap(wrapping_key, key, padded, /)", wrap),
			py.Func("write_into(buf, data, /)", write_into),
			py.Func("context(algorithm, key, mode, iv, decrypt, tag, min_tag_length, /)", newContext),
		}, x509Rows()...)
	},
}

// defineTypes makes the types known, bases first.
func defineTypes() {
	defineAEADs()
	py.DefineLater(aessivType, &aessivShape, "AESSIV", aessivSpec)
	defineContexts()
	defineHash()
	defineHmac()
	defineCmac()
	defineKmac(kmac128Type, &kmac128Shape, "KMAC128", 128)
	defineKmac(kmac256Type, &kmac256Shape, "KMAC256", 256)
	definePoly()
	defineMuHasher()
	defineSip()
	py.DefineLater(xofType, &xofShape, "XOFHash", xofSpec)
	defineFormats()
	defineEd25519Private()
	defineEd25519Public()
	defineX25519Private()
	defineX25519Public()
	defineEd448Private()
	defineEd448Public()
	defineX448Private()
	defineX448Public()
	defineEcPrivate()
	defineEcPublic()
	defineRsaPrivate()
	defineRsaPublic()
	defineMLKEM(mlkem512Kind, mlkem512PrivateType, mlkem512PublicType, &mlkem512PrivateShape, &mlkem512PublicShape)
	defineMLKEM(mlkem768, mlkem768PrivateType, mlkem768PublicType, &mlkem768PrivateShape, &mlkem768PublicShape)
	defineMLKEM(mlkem1024, mlkem1024PrivateType, mlkem1024PublicType, &mlkem1024PrivateShape, &mlkem1024PublicShape)
	defineMLDSA(mldsa44Kind, mldsa44PrivateType, mldsa44PublicType, &mldsa44PrivateShape, &mldsa44PublicShape)
	defineMLDSA(mldsa65Kind, mldsa65PrivateType, mldsa65PublicType, &mldsa65PrivateShape, &mldsa65PublicShape)
	defineMLDSA(mldsa87Kind, mldsa87PrivateType, mldsa87PublicType, &mldsa87PrivateShape, &mldsa87PublicShape)
}
