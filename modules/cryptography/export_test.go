package cryptography

import (
	"crypto/mlkem"
	"crypto/mlkem/mlkemtest"
	"fmt"

	"github.com/woma-lang/woma/py"
)

// EncapsulateWith is encapsulate() of a public key of ML-KEM with randomness that a
// vector says, which programs cannot give.
func EncapsulateWith(key py.Value, random []byte) (shared, ciphertext []byte, err error) {
	k, ok := asPublicKey(key)
	if !ok {
		return nil, nil, fmt.Errorf("%s is no public key", py.TypeName(key))
	}
	switch k := k.key.(type) {
	case *mlkem512Point:
		shared, ciphertext = k.encapsulate(random)
		return shared, ciphertext, nil
	case *mlkem.EncapsulationKey768:
		return mlkemtest.Encapsulate768(k, random)
	case *mlkem.EncapsulationKey1024:
		return mlkemtest.Encapsulate1024(k, random)
	}
	return nil, nil, fmt.Errorf("%s is no public key of ML-KEM", py.TypeName(key))
}

// PackedSources returns the files in src.z.
func PackedSources(t *py.Thread) (map[string]string, error) {
	files := map[string]string{}
	var failed error
	sourceFiles(func(f sourceFile) bool {
		packed, _ := find(f.name)
		text, err := packed.text(t)
		if err != nil {
			failed = fmt.Errorf("%s: %w", f.name, err)
			return false
		}
		files[f.name] = text
		return true
	})
	return files, failed
}

// What the sources are packed with.
const (
	DictionaryName = dictionaryName
	DictionarySize = dictionarySize
)
