package cryptography

import (
	"compress/flate"
	_ "embed" // for packed
	"io"
	"strconv"
	"strings"

	"github.com/woma-lang/woma/py"
)

// packed is the folder src, which is 0.2 MB, in a third of that: a line with the size of
// the list, the list (a line for each file with its name, its size and its packed size),
// and the files. All are compressed, each by itself, but one file gives the others a
// dictionary, which saves 10 KB. It is made by
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
	dict string // the file whose beginning is the dictionary, compressed
}

// sourceFiles calls f for the files in the order of their names, until it returns false.
func sourceFiles(f func(sourceFile) bool) {
	size, data, _ := strings.Cut(packed, "\n")
	n, _ := strconv.Atoi(size)
	list, err := io.ReadAll(flate.NewReader(strings.NewReader(data[:n])))
	if err != nil {
		return
	}
	data = data[n:]
	for head := string(list); head != ""; {
		var line string
		line, head, _ = strings.Cut(head, "\n")
		name, sizes, _ := strings.Cut(line, " ")
		a, b, _ := strings.Cut(sizes, " ")
		size, err1 := strconv.Atoi(a)
		n, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || n > len(data) || !f(sourceFile{name: name, size: size, data: data[:n]}) {
			return
		}
		data = data[n:]
	}
}

// find returns the file of a name, and whether there is a folder of that name.
func find(name string) (file sourceFile, folder bool) {
	var dict string
	sourceFiles(func(f sourceFile) bool {
		switch f.name {
		case name:
			file = f
		case dictionaryName:
			dict = f.data
		}
		folder = folder || strings.HasPrefix(f.name, name+"/")
		return true
	})
	file.dict = dict
	return file, folder
}

// The dictionary is the first bytes of a file, which has much of what the others have.
const (
	dictionaryName = "x509/base"
	dictionarySize = 8 << 10 // unpacked in 40 µs
)

// text unpacks a file.
func (f sourceFile) text(t *py.Thread) (string, error) {
	if err := t.Alloc(f.size); err != nil {
		return "", err
	}
	var dict []byte
	if f.dict != "" {
		dict = make([]byte, dictionarySize)
		if _, err := io.ReadFull(flate.NewReader(strings.NewReader(f.dict)), dict); err != nil {
			return "", py.FromGo(err)
		}
	}
	b := make([]byte, f.size)
	if _, err := io.ReadFull(flate.NewReaderDict(strings.NewReader(f.data), dict), b); err != nil {
		return "", py.FromGo(err)
	}
	return string(b), nil
}
