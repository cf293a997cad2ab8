// Package womamod is Python's module woma: recipes for what programs on devices do
// with cryptography, made so that there is little to do wrong. docs/crypto.md says
// what each is for and describes the formats.
//
// The formats are in internal/recipes; here are arguments, errors and files. A key
// is 32 bytes for seal and open, an object or PEM for signatures, a name in a key store.
package womamod

import (
	"errors"

	"github.com/woma-lang/woma/internal/fips"
	"github.com/woma-lang/woma/internal/recipes"
	"github.com/woma-lang/woma/py"
)

// Module is woma.
var Module = &py.Module{
	Name: "woma",
	Doc:  "Recipes: sealed data, signed files, stores for keys.",
	Types: func() {
		py.DefineLater(signingKeyType, &signingKeyShape, "SigningKey", signingKeySpec)
		py.DefineLater(verifyKeyType, &verifyKeyShape, "VerifyKey", verifyKeySpec)
		py.DefineLater(keyStoreType, &keyStoreShape, "KeyStore", keyStoreSpec)
	},
	Table: func() py.Members {
		return py.Members{
			py.ClassAs("DecryptError", decryptError),
			py.ClassAs("Error", baseError),
			py.ClassAs("KeyStore", keyStoreType),
			py.ClassAs("SignatureError", signatureError),
			py.ClassAs("SigningKey", signingKeyType),
			py.ClassAs("VerifyKey", verifyKeyType),
			py.Func("def generate_key()", generate_key),
			py.Func("def is_prime(n)", is_prime),
			py.Func("def keystore(path, password, *, create=False, memory=None, passes=None)", keystore),
			py.Func("def open(key, sealed, aad=b'')", open),
			py.Func("def seal(key, data, aad=b'')", seal),
			py.Func("def sign_file(path, key, *, comment='', signature=None)", sign_file),
			py.Func("def verify_file(path, key, *, signature=None)", verify_file),
		}
	},
}

// The exceptions. All are ValueErrors, so that code which knows nothing of this module
// handles them.
var (
	baseError      = py.LazyType("Error", baseErrorSpec)
	decryptError   = py.LazyType("DecryptError", decryptErrorSpec)
	signatureError = py.LazyType("SignatureError", signatureErrorSpec)
)

func signatureErrorSpec() py.TypeSpec {
	return py.TypeSpec{Module: "woma", Base: baseError, Doc: "A file is not what was signed."}
}

func decryptErrorSpec() py.TypeSpec {
	return py.TypeSpec{Module: "woma", Base: baseError, Doc: "Sealed data or a key store is not genuine, or the key or password is wrong."}
}

func baseErrorSpec() py.TypeSpec {
	return py.TypeSpec{Module: "woma", Base: py.ValueError, Doc: "What this module raises."}
}

// approved reports whether only approved algorithms may be used.
func approved(t *py.Thread) bool { return fips.On(t.Interp.FIPS) }

// source is where keys and nonces come from.
type source struct{ t *py.Thread }

// Read implements io.Reader.
func (s source) Read(b []byte) (int, error) {
	if s.t.Interp.Random == nil {
		return 0, py.Raise(py.NotImplementedError, "the interpreter has no source of randomness")
	}
	return s.t.Interp.Random.Read(b)
}

// failed words an error of internal/recipes for Python; other errors stay what they are.
func failed(err error, class *py.Type, what string) error {
	var exc *py.Exc
	switch {
	case errors.As(err, &exc):
		return exc
	case errors.Is(err, recipes.ErrNotApproved):
		return py.Raise(baseError, "%s%s; the interpreter runs with -X fips", what, err)
	case isRecipe(err):
		return py.Raise(class, "%s%s", what, err)
	}
	return py.FromGo(err)
}

func isRecipe(err error) bool {
	for _, e := range [...]error{recipes.ErrFormat, recipes.ErrNotGenuine, recipes.ErrSignature, recipes.ErrOtherKey, recipes.ErrChanged,
		recipes.ErrStore, recipes.ErrCosts, recipes.ErrPassword, recipes.ErrEntry, recipes.ErrEmpty, recipes.ErrComment,
		recipes.ErrKeyPEM, recipes.ErrIsPrivate, recipes.ErrIsPublic, recipes.ErrKeySize} {
		if errors.Is(err, e) {
			return true
		}
	}
	return false
}

// bytesArg returns the bytes of an argument; hint tells what to do with a str.
func bytesArg(t *py.Thread, v py.Value, name, hint string) ([]byte, error) {
	if v.Type().Slots.Buffer != nil {
		return py.AsBuffer(t, v)
	}
	if _, ok := py.AsStr(v); !ok {
		hint = ""
	}
	return nil, py.Raise(py.TypeError, "%s must be bytes, not %s%s", name, py.TypeName(v), hint)
}

// keyArg returns the key of sealed data.
func keyArg(t *py.Thread, v py.Value) ([]byte, error) {
	key, err := bytesArg(t, v, "key", ": woma.generate_key() makes a key, woma.keystore keeps it under a password")
	if err == nil && len(key) != recipes.KeySize {
		err = py.Raise(py.ValueError, "key must be %d bytes, not %d: woma.generate_key() makes one", recipes.KeySize, len(key))
	}
	return key, err
}

func generate_key(t *py.Thread, a *py.Args) (py.Value, error) {
	key := make([]byte, recipes.KeySize)
	if _, err := (source{t}).Read(key); err != nil {
		return py.Nil, failed(err, baseError, "")
	}
	return py.NewBytes(key), nil
}

// sealArgs reads key, data and aad.
func sealArgs(t *py.Thread, a *py.Args, name string) (key, data, ad []byte, err error) {
	if key, err = keyArg(t, a.Value(0)); err != nil {
		return
	}
	if data, err = bytesArg(t, a.Value(1), name, ": encode it first"); err != nil {
		return
	}
	if a.Has(2) {
		if ad, err = bytesArg(t, a.Value(2), "aad", ": encode it first"); err != nil {
			return
		}
	}
	if err = t.Alloc(len(data) + len(ad) + recipes.Overhead); err != nil {
		return
	}
	err = t.Step((len(data) + len(ad)) / 64)
	return
}

func seal(t *py.Thread, a *py.Args) (py.Value, error) {
	key, data, ad, err := sealArgs(t, a, "data")
	if err != nil {
		return py.Nil, err
	}
	out, err := recipes.Seal(source{t}, approved(t), key, data, ad)
	if err != nil {
		return py.Nil, failed(err, baseError, "")
	}
	return py.NewBytes(out), nil
}

func open(t *py.Thread, a *py.Args) (py.Value, error) {
	key, sealed, ad, err := sealArgs(t, a, "sealed")
	if err != nil {
		return py.Nil, err
	}
	out, err := recipes.Open(approved(t), key, sealed, ad)
	if err != nil {
		return py.Nil, failed(err, decryptError, "sealed data: ")
	}
	return py.NewBytes(out), nil
}
