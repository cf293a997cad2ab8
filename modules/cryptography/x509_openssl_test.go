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
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib"
)

// TestX509OpenSSL lets openssl judge what the builders of cryptography.x509 make: chains,
// names, requests and revocation lists, with keys of every kind.
func TestX509OpenSSL(t *testing.T) {
	openssl, err := exec.LookPath("openssl")
	if err != nil {
		t.Skip("no openssl")
	}
	source, err := os.ReadFile("testdata/x509/chain.py")
	if err != nil {
		t.Fatal(err)
	}
	in, err := woma.New(woma.Config{Modules: stdlib.All(), Now: time.Now, Random: hostfs.Random})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	ctx := context.Background()
	if err := in.Exec(ctx, string(source), "chain.py"); err != nil {
		t.Fatal(in.Traceback(err))
	}
	for _, kind := range []string{"P-256", "P-384, deterministic", "RSA", "RSA-PSS", "Ed25519", "Ed448"} {
		t.Run(kind, func(t *testing.T) {
			made, err := in.Call(ctx, "make", kind)
			if err != nil {
				t.Fatal(in.Traceback(err))
			}
			list, _ := py.AsList(made)
			dir := t.TempDir()
			for i, name := range []string{"root", "inter", "leaf", "bad", "csr", "crl"} {
				pem, _ := py.AsBytes(list.A[i])
				if err := os.WriteFile(filepath.Join(dir, name), pem, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			run := func(want string, args ...string) {
				t.Helper()
				cmd := exec.Command(openssl, args...)
				cmd.Dir = dir
				out, _ := cmd.CombinedOutput()
				if !strings.Contains(string(out), want) {
					t.Errorf("openssl %s: %s; want %q", strings.Join(args, " "), out, want)
				}
			}
			chain := []string{"verify", "-x509_strict", "-CAfile", "root", "-untrusted", "inter", "-purpose", "sslserver"}
			run("leaf: OK", append(chain, "-verify_hostname", "host.example", "leaf")...)
			run("leaf: OK", append(chain, "-verify_hostname", "a.w.example", "leaf")...)
			run("leaf: OK", append(chain, "-verify_ip", "192.0.2.1", "leaf")...)
			run("leaf: OK", append(chain, "-crl_check", "-CRLfile", "crl", "leaf")...)
			run("ostname mismatch", append(chain, "-verify_hostname", "other.example", "leaf")...)
			run("permitted subtree violation", append(chain, "bad")...)
			run("certificate revoked", append(chain, "-crl_check", "-CRLfile", "crl", "bad")...)
			run("verify OK", "req", "-in", "csr", "-verify", "-noout")
			run("DNS:host.example, DNS:*.w.example, IP Address:192.0.2.1", "req", "-in", "csr", "-noout", "-text")
			run("verify OK", "crl", "-in", "crl", "-CAfile", "inter", "-noout")
			run("Key Compromise", "crl", "-in", "crl", "-noout", "-text")
		})
	}
}
