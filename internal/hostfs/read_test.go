package hostfs

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestReadFile compares ReadFile with os.ReadFile, errors as well.
func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	for _, size := range []int{0, 1, 511, 512, 513, 100_000} {
		name := filepath.Join(dir, "file")
		want := bytes.Repeat([]byte("woma!"), size/5+1)[:size]
		if err := os.WriteFile(name, want, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := ReadFile(name); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%d bytes: got %d, %v", size, len(got), err)
		}
	}
	// What has no size is read to its end, too; where there is no /proc it is an error.
	for _, name := range []string{filepath.Join(dir, "none"), dir, "nul\x00", "/proc/self/cmdline"} {
		got, err := ReadFile(name)
		want, wantErr := os.ReadFile(name)
		if !bytes.Equal(got, want) || (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
			t.Errorf("%q: got %q, %v; want %q, %v", name, got, err, want, wantErr)
		}
	}
}
