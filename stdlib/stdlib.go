// Package stdlib lists the Python modules that woma brings along. It is the only
// such list.
package stdlib

import (
	"github.com/woma-lang/woma/modules/abc"
	"github.com/woma-lang/woma/modules/builtins"
	"github.com/woma-lang/woma/modules/collections"
	collections_abcmod "github.com/woma-lang/woma/modules/collections/abc"
	"github.com/woma-lang/woma/modules/errno"
	"github.com/woma-lang/woma/modules/functools"
	"github.com/woma-lang/woma/modules/io"
	"github.com/woma-lang/woma/modules/itertools"
	"github.com/woma-lang/woma/modules/json"
	"github.com/woma-lang/woma/modules/math"
	"github.com/woma-lang/woma/modules/operator"
	"github.com/woma-lang/woma/modules/struct"
	"github.com/woma-lang/woma/modules/sys"
	"github.com/woma-lang/woma/modules/time"
	"github.com/woma-lang/woma/py"
)

// Core returns the modules that need nothing from outside and no cryptography.
func Core() []*py.Module {
	return []*py.Module{
		abc.Module,
		builtins.Module,
		collections.Module,
		collections_abcmod.Module,
		errno.Module,
		functools.Module,
		io.Module,
		itertools.Module,
		json.Module,
		math.Module,
		operator.Module,
		structs.Module,
		sys.Module,
		time.Module,
	}
}

// Crypto returns the modules with cryptography.
func Crypto() []*py.Module {
	return []*py.Module{}
}

// All returns every module.
func All() []*py.Module { return append(Core(), Crypto()...) }
