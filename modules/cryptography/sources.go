package cryptography

import (
	"compress/flate"
	_ "embed" // for packed
	"io"
	"strconv"
	"strings"

	"github.com/woma-lang/woma/py"
)

// packed is the folder src, which is 0.2 MB, in a third of that: a line for each file with
// its name, its size and its packed size, an empty line, and the files. Each is compressed
// by itself, all but one with the beginning of that one as dictionary, which saves 9 KB.
// It is made by
//
//	go test ./modules/cryptography -run TestSources -update
//
//go:embed src.z
var packed string

// sourceFile is a file of src.
type sourceFile struct {
	name string // with slashes, without .py
	size int
	data string // compressed
}

// sourceFiles calls f for the files in the order of their names, until it returns false.
func sourceFiles(f func(sourceFile) bool) {
	head, data, _ := strings.Cut(packed, "\n\n")
	for head != "" {
		var line string
		line, head, _ = strings.Cut(head, "\n")
		name, sizes, _ := strings.Cut(line, " ")
		a, b, _ := strings.Cut(sizes, " ")
		size, err1 := strconv.Atoi(a)
		n, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || n > len(data) || !f(sourceFile{name, size, data[:n]}) {
			return
		}
		data = data[n:]
	}
}

// find returns the file of a name, and whether there is a folder of that name.
func find(name string) (file sourceFile, folder bool) {
	sourceFiles(func(f sourceFile) bool {
		if f.name == name {
			file = f
		}
		folder = folder || strings.HasPrefix(f.name, name+"/")
		return true
	})
	return file, folder
}

// The dictionary is the first bytes of a file, which has much of what the others have.
const (
	dictionaryName = "x509/extensions"
	dictionarySize = 6 << 10 // unpacked in 30 µs; 8 KB would save 0.5 KB more
)

// text unpacks a file.
func (f sourceFile) text(t *py.Thread) (string, error) {
	if err := t.Alloc(f.size); err != nil {
		return "", err
	}
	b, err := f.unpack(f.size)
	return string(b), err
}

// unpack returns the first size bytes of a file.
func (f sourceFile) unpack(size int) (b []byte, err error) {
	var dictionary []byte
	if f.name != dictionaryName {
		first, _ := find(dictionaryName)
		if dictionary, err = first.unpack(dictionarySize); err != nil {
			return nil, err
		}
	}
	b = make([]byte, size)
	if _, err := io.ReadFull(flate.NewReaderDict(strings.NewReader(f.data), dictionary), b); err != nil {
		return nil, py.FromGo(err)
	}
	return b, nil
}
