package cryptography_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/c2sp/wycheproof"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/internal/hostfs"
	"github.com/woma-lang/woma/modules/cryptography"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib"
)

// family is a set of Wycheproof files that one driver in testdata/wycheproof runs
// through the Python modules.
type family struct {
	name   string
	driver string // testdata/wycheproof/<driver>.py
	files  string // patterns of names, without _test.json
	count  int    // vectors that are run; the number may not fall
	// every is not 0 where the vectors take minutes: by default each every-th is run, which are
	// sample in number, and all of them if the environment says WYCHEPROOF=all.
	every, sample int
}

// families are what is run. Whoever makes more vectors run raises the numbers.
var families = []family{
	{"AES-GCM", "aead", "aes_gcm", 316, 0, 0},
	{"AES-CCM", "aead", "aes_ccm", 552, 0, 0},
	{"AES-GCM-SIV", "aead", "aes_gcm_siv", 202, 0, 0},
	{"AES-EAX", "aead", "aes_eax", 234, 0, 0},
	{"Ascon 1.2", "aead", "ascon128 ascon128a ascon80pq", 576, 0, 0},
	{"AES-SIV", "siv", "aes_siv_cmac", 442, 0, 0},
	{"AES-SIV with nonces", "aead", "aead_aes_siv_cmac", 900, 0, 0},
	{"(X)ChaCha20-Poly1305", "aead", "chacha20_poly1305 xchacha20_poly1305", 640, 0, 0},
	{"AES-CBC with HMAC", "aead", "a???cbc_hs???", 282, 0, 0},
	{"AES-CBC with padding", "cbc", "aes_cbc_pkcs5", 216, 0, 0},
	{"AES-XTS", "cbc", "aes_xts", 82, 0, 0},
	{"AES-CMAC", "mac", "aes_cmac", 311, 0, 0},
	{"AES-GMAC", "mac", "aes_gmac", 414, 0, 0},
	{"HMAC", "mac", "hmac_sha*", 1906, 0, 0},
	{"KMAC", "mac", "kmac*", 435, 0, 0},
	{"SipHash-2-4", "mac", "siphash_2_4 siphashx_2_4", 80, 0, 0},
	{"primality", "numbers", "primality", 317, 0, 0},
	{"HKDF", "kdf", "hkdf_*", 339, 0, 0},
	{"PBKDF2", "kdf", "pbkdf2_*", 298, 0, 0},
	{"PBES2", "kdf", "pbes2_*", 1260, 0, 0},
	{"AES key wrap", "keywrap", "aes_wrap aes_kwp", 419, 0, 0},
	{"ECDSA", "keys", "ecdsa_secp224r1_* ecdsa_secp256r1_* ecdsa_secp384r1_* ecdsa_secp521r1_*", 14173, 20, 692},
	{"ECDH", "keys", "ecdh_secp224r1* ecdh_secp256r1* ecdh_secp384r1* ecdh_secp521r1*", 10644, 20, 523},
	{"ECDSA secp256k1", "keys", "ecdsa_secp256k1_*", 4653, 0, 0},
	{"ECDH secp256k1", "keys", "ecdh_secp256k1*", 1248, 0, 0},
	{"ECDSA Brainpool", "keys", "ecdsa_brainpoolP256r1_* ecdsa_brainpoolP384r1_* ecdsa_brainpoolP512r1_*", 4002, 20, 195},
	{"ECDH Brainpool", "keys", "ecdh_brainpoolP256r1 ecdh_brainpoolP384r1 ecdh_brainpoolP512r1", 2534, 20, 125},
	{"Ed25519", "keys", "ed25519", 151, 0, 0},
	{"X25519", "keys", "x25519*", 2104, 0, 0},
	{"Ed448", "keys", "ed448", 87, 0, 0},
	{"X448", "keys", "x448*", 2072, 0, 0},
	{"RSA OAEP", "keys", "rsa_oaep_*", 1098, 20, 40},
	{"RSA of three primes", "keys", "rsa_three_primes_*", 110, 0, 0},
	{"RSA PKCS #1 v1.5", "keys", "rsa_pkcs1_*", 359, 0, 0},
	{"RSA PSS", "keys", "rsa_pss_*", 3497, 0, 0},
	{"RSA signatures", "keys", "rsa_signature_*", 6202, 0, 0},
	{"ML-KEM", "keys", "mlkem_*", 1698, 0, 0},
	{"JOSE", "jose", "json_web_*", 649, 0, 0},
	{"ML-DSA", "keys", "mldsa_*", 1138, 0, 0},
}

// notApplicable are the files that no module can run, and why.
var notApplicable = []struct{ files, reason string }{
	{"ascon_sp800_232_*", "Ascon-AEAD128 of NIST SP 800-232: no Go module that is kept has it; Ascon 1.2 is another cipher"},
	{"aegis* morus*", "AEGIS, MORUS: in neither pyca/cryptography nor Go's libraries"},
	{"aes_ff1_*", "format-preserving encryption: in neither"},
	{"aria_* camellia_* seed_* sm4_* hmac_sm3", "national ciphers and hashes that Go's libraries do not have"},
	{"bls_*", "pairings: in neither"},
	{"c2sp_chunked_encryption_*", "a file format, not a primitive"},
	{"dsa_*", "DSA: pyca/cryptography has it, new programs must not use it and Go's crypto/dsa is frozen"},
	{"ec_prime_order_curves", "parameters of curves, nothing to compute"},
	{"*_brainpoolP224* *_brainpoolP320* *_secp1* *_secp224k1_* *_sect*", "curves that Go's libraries do not have"},
	{"siphash_1_3 siphash_4_8 siphashx_4_8", "the library has SipHash-2-4; no module that is kept has SipHash-4-8, and SipHash-1-3 is for hash tables"},
	{"vmac*", "VMAC: in neither pyca/cryptography nor Go's libraries"},
}

func fits(patterns, file string) bool {
	for _, p := range strings.Fields(patterns) {
		if ok, _ := path.Match(p, strings.TrimSuffix(file, "_test.json")); ok {
			return true
		}
	}
	return false
}

// TestWycheproof runs the vectors of Project Wycheproof through the Python modules:
// a driver in Python gets a file and says what went wrong. With -short it takes every
// twentieth vector; with -v it prints how many were run.
func TestWycheproof(t *testing.T) {
	all, err := fs.Glob(wycheproof.TestVectors, "*.json")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]string{}
	for _, file := range all {
		files[owner(t, file)] = append(files[owner(t, file)], file)
	}
	var mu sync.Mutex
	var report, left []string
	vectors, count, skipped := 0, 0, 0
	t.Run("family", func(t *testing.T) {
		for _, f := range families {
			t.Run(f.name, func(t *testing.T) {
				t.Parallel()
				start := time.Now()
				run, skips := f.run(t, files[f.name])
				mu.Lock()
				defer mu.Unlock()
				for reason, n := range skips {
					left = append(left, fmt.Sprintf("%6d of %s: %s", n, f.name, reason))
					skipped += n
				}
				report = append(report, fmt.Sprintf("%-22s %3d files %6d vectors %6.1f s", f.name, len(files[f.name]), run, time.Since(start).Seconds()))
				vectors, count = vectors+run, count+len(files[f.name])
			})
		}
	})
	sort.Strings(report)
	t.Logf("\n%s\n%-22s %3d files %6d vectors", strings.Join(report, "\n"), "total", count, vectors)
	sort.Strings(left)
	t.Logf("not run, of these files: %d vectors\n%s", skipped, strings.Join(left, "\n"))
	other, sets, total := map[string]int{}, map[string]int{}, 0
	for _, file := range files[""] {
		n := vectorsIn(t, file)
		other[reasonFor(file)] += n
		sets[reasonFor(file)]++
		total += n
	}
	left = nil
	for reason, n := range other {
		left = append(left, fmt.Sprintf("%6d of %2d files: %s", n, sets[reason], reason))
	}
	sort.Strings(left)
	t.Logf("not run at all: %d vectors of %d files\n%s", total, len(files[""]), strings.Join(left, "\n"))
}

// vectorsIn returns how many vectors a file has.
func vectorsIn(t *testing.T, file string) int {
	data, err := fs.ReadFile(wycheproof.TestVectors, file)
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		NumberOfTests int `json:"numberOfTests"`
	}
	if err := json.Unmarshal(data, &doc); err != nil || doc.NumberOfTests == 0 {
		t.Errorf("%s: %d vectors, %v", file, doc.NumberOfTests, err)
	}
	return doc.NumberOfTests
}

// reasonFor returns why no module can run a file, "" if one can.
func reasonFor(file string) string {
	for _, row := range notApplicable {
		if fits(row.files, file) {
			return row.reason
		}
	}
	return ""
}

// owner returns the family that a file belongs to, "" if none can run it.
func owner(t *testing.T, file string) string {
	if reasonFor(file) != "" {
		return ""
	}
	for _, f := range families {
		if fits(f.files, file) {
			return f.name
		}
	}
	t.Errorf("%s is in no family and not listed as not applicable", file)
	return ""
}

// encapsulateWith is for vectors that say what is random otherwise.
func encapsulateWith(t *py.Thread, a *py.Args) (py.Value, error) {
	random, _ := py.AsBytes(a.Value(1))
	shared, ciphertext, err := cryptography.EncapsulateWith(a.Value(0), random)
	if err != nil {
		return py.Nil, err
	}
	return py.NewTuple(py.NewBytes(shared), py.NewBytes(ciphertext)), nil
}

// run gives every file to the family's driver and returns how many vectors were run, and
// how many were not for which reason.
func (f family) run(t *testing.T, files []string) (total int, skipped map[string]int) {
	if len(files) == 0 {
		t.Fatalf("no file fits %q", f.files)
	}
	in, err := woma.New(woma.Config{Modules: stdlib.All(), Random: hostfs.Random})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Minute)
	defer cancel()
	if err := in.Func("encapsulate_with(key, randomness, /)", encapsulateWith); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"common", f.driver} {
		file := filepath.Join("testdata", "wycheproof", name+".py")
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := in.Exec(ctx, string(source), file); err != nil {
			t.Fatal(in.Traceback(err))
		}
	}
	step, want := 1, f.count
	if f.every > 0 && os.Getenv("WYCHEPROOF") != "all" {
		step, want = f.every, f.sample
	}
	check := !testing.Short()
	if testing.Short() {
		step = 20
	}
	skipped = map[string]int{}
	for _, file := range files {
		data, err := fs.ReadFile(wycheproof.TestVectors, file)
		if err != nil {
			t.Fatal(err)
		}
		v, err := in.Call(ctx, "check", data, step)
		if err != nil {
			t.Fatalf("%s: %s", file, in.Traceback(err))
		}
		x, err := woma.FromPython(v)
		if err != nil {
			t.Fatal(err)
		}
		answer := x.([]any)
		total += int(answer[0].(int64))
		for reason, n := range answer[1].(map[string]any) {
			skipped[reason] += int(n.(int64))
		}
		failures := answer[2].([]any)
		for i, failure := range failures {
			if i == 10 {
				t.Errorf("%s: %d more", file, len(failures)-i)
				break
			}
			t.Errorf("%s: %s", file, failure)
		}
	}
	if check && total != want {
		t.Errorf("%d vectors were run, %d were before: raise the number if there are more", total, want)
	}
	return total, skipped
}
