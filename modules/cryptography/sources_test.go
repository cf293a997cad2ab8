package cryptography_test

import (
	"bytes"
	"compress/flate"
	"context"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/woma-lang/woma"
	"github.com/woma-lang/woma/modules/cryptography"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib"
)

var update = flag.Bool("update", false, "write src.z from the files of src")

// TestSources compares src.z with the files of src.
func TestSources(t *testing.T) {
	files := map[string]string{}
	var head, data bytes.Buffer
	first, err := os.ReadFile("src/" + cryptography.DictionaryName + ".py")
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir("src", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, ok := strings.CutSuffix(strings.TrimPrefix(filepath.ToSlash(path), "src/"), ".py")
		if !ok {
			t.Errorf("%s is no .py", path)
		}
		files[name] = string(b)
		start := data.Len()
		dictionary := first[:cryptography.DictionarySize]
		if name == cryptography.DictionaryName {
			dictionary = nil
		}
		w, err := flate.NewWriterDict(&data, flate.BestCompression, dictionary)
		if err != nil {
			return err
		}
		w.Write(b)
		if err := w.Close(); err != nil {
			return err
		}
		fmt.Fprintf(&head, "%s %d %d\n", name, len(b), data.Len()-start)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		var list bytes.Buffer
		w, err := flate.NewWriter(&list, flate.BestCompression)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(head.Bytes())
		w.Close()
		if err := os.WriteFile("src.z", fmt.Appendf(nil, "%d\n%s%s", list.Len(), list.Bytes(), data.Bytes()), 0o644); err != nil {
			t.Fatal(err)
		}
		t.Skip("written; run the test again")
	}
	in, err := woma.New(woma.Config{Modules: stdlib.All()})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	err = in.Do(context.Background(), func(th *py.Thread) error {
		packed, err := cryptography.PackedSources(th)
		for name, text := range packed {
			if text != files[name] {
				t.Errorf("%s is not what src has: run the test with -update", name)
			}
			delete(files, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for name := range files {
		t.Errorf("%s is missing: run the test with -update", name)
	}
}
