package cryptography_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/internal/hostfs"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib"
)

// TestInterrupt: work that a library does in one piece does not hold up who wants an end of it,
// and the interpreter can be used afterwards.
func TestInterrupt(t *testing.T) {
	for name, program := range map[string]string{
		"Argon2id": "from cryptography.hazmat.primitives.kdf.argon2 import Argon2id\nArgon2id(salt=b'saltsalt', length=32, iterations=3, lanes=1, memory_cost=65536).derive(b'p')",
		"Scrypt":   "from cryptography.hazmat.primitives.kdf.scrypt import Scrypt\nScrypt(b'salt', 32, 2**14, 8, 4).derive(b'p')",
		"scrypt":   "import hashlib\nhashlib.scrypt(b'p', salt=b's', n=2**14, r=8, p=4, maxmem=2**26)",
		"RSA":      "from cryptography.hazmat.primitives.asymmetric import rsa\nfor i in range(2): rsa.generate_private_key(65537, 4096)",
	} {
		t.Run(name, func(t *testing.T) {
			in, err := woma.New(woma.Config{Modules: stdlib.All(), Random: hostfs.Random})
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			start := time.Now()
			if err := in.Exec(context.Background(), program, "x.py"); err != nil {
				t.Fatal(in.Traceback(err))
			}
			whole := time.Since(start)
			for range 5 {
				ctx, cancel := context.WithTimeout(context.Background(), whole/20)
				start = time.Now()
				err = in.Exec(ctx, program, "x.py")
				took := time.Since(start)
				cancel()
				var exc *py.Exc
				if errors.Is(err, context.DeadlineExceeded) && errors.As(err, &exc) && exc.IsA(py.KeyboardInterrupt) && took < whole/2 {
					if err := in.Exec(context.Background(), "assert sum(range(1000)) == 499500", "x.py"); err != nil {
						t.Error(in.Traceback(err))
					}
					return
				}
				t.Logf("%v of %v: %v", took, whole, err)
				if err == nil && name == "RSA" {
					continue // a prime is sometimes found at once
				}
			}
			t.Error("not interrupted")
		})
	}
}
