// Package path is os.path: paths as POSIX writes them, in path.py.
// https://docs.python.org/3.13/library/os.path.html
package path

import (
	_ "embed"

	"github.com/woma-lang/woma/py"
)

//go:embed path.py
var source string

// Module is the module os.path.
var Module = &py.Module{
	Name: "os.path",
	Doc:  "Paths of files: taking apart, joining, asking.",
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		return py.RunSource(t, source, "<frozen os.path>", m.Dict)
	},
}
