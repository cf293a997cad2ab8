// Package core lists the modules that need nothing from outside and no cryptography,
// for programs that link these only; [stdlib.Core] is the same list.
//
// [stdlib.Core]: https://pkg.go.dev/github.com/woma-lang/woma/stdlib#Core
package core

import (
	"github.com/woma-lang/woma/modules/abc"
	"github.com/woma-lang/woma/modules/array"
	"github.com/woma-lang/woma/modules/atexit"
	"github.com/woma-lang/woma/modules/base64"
	"github.com/woma-lang/woma/modules/binascii"
	"github.com/woma-lang/woma/modules/bisect"
	"github.com/woma-lang/woma/modules/builtins"
	"github.com/woma-lang/woma/modules/cmath"
	"github.com/woma-lang/woma/modules/collections"
	collections_abc "github.com/woma-lang/woma/modules/collections/abc"
	"github.com/woma-lang/woma/modules/contextlib"
	"github.com/woma-lang/woma/modules/copy"
	"github.com/woma-lang/woma/modules/datetime"
	"github.com/woma-lang/woma/modules/errno"
	"github.com/woma-lang/woma/modules/fnmatch"
	"github.com/woma-lang/woma/modules/functools"
	"github.com/woma-lang/woma/modules/gc"
	"github.com/woma-lang/woma/modules/heapq"
	"github.com/woma-lang/woma/modules/io"
	"github.com/woma-lang/woma/modules/ipaddress"
	"github.com/woma-lang/woma/modules/itertools"
	"github.com/woma-lang/woma/modules/json"
	"github.com/woma-lang/woma/modules/math"
	"github.com/woma-lang/woma/modules/micropython"
	"github.com/woma-lang/woma/modules/operator"
	"github.com/woma-lang/woma/modules/os"
	ospath "github.com/woma-lang/woma/modules/os/path"
	"github.com/woma-lang/woma/modules/random"
	"github.com/woma-lang/woma/modules/re"
	strings "github.com/woma-lang/woma/modules/string"
	"github.com/woma-lang/woma/modules/string/templatelib"
	structs "github.com/woma-lang/woma/modules/struct"
	"github.com/woma-lang/woma/modules/sys"
	"github.com/woma-lang/woma/modules/time"
	"github.com/woma-lang/woma/modules/types"
	"github.com/woma-lang/woma/modules/warnings"
	"github.com/woma-lang/woma/modules/weakref"
	"github.com/woma-lang/woma/modules/zlib"
	"github.com/woma-lang/woma/py"
)

// Modules returns the modules.
func Modules() []*py.Module {
	return []*py.Module{
		abc.Module,
		array.Module,
		base64.Module,
		binascii.Module,
		bisect.Module,
		builtins.Module,
		contextlib.Module,
		copy.Module,
		types.Module,
		atexit.Module,
		gc.Module,
		cmath.Module,
		os.Module,
		ospath.Module,
		micropython.Module,
		strings.Module,
		templatelib.Module,
		weakref.Module,
		warnings.Module,
		collections.Module,
		collections_abc.Module,
		datetime.Module,
		errno.Module,
		fnmatch.Module,
		functools.Module,
		heapq.Module,
		io.Module,
		ipaddress.Module,
		itertools.Module,
		json.Module,
		math.Module,
		operator.Module,
		random.Module,
		re.Module,
		structs.Module,
		sys.Module,
		time.Module,
		zlib.Module,
		ubinascii,
		ucollections,
		uerrno,
		uheapq,
		uio,
		ujson,
		uos,
		urandom,
		ure,
		ustruct,
		usys,
		utime,
	}
}

// MicroPython's old names. They are package variables so that a program starts with
// them made.
var (
	ubinascii    = &py.Module{Name: "ubinascii", AliasOf: "binascii"}
	ucollections = &py.Module{Name: "ucollections", AliasOf: "collections"}
	uerrno       = &py.Module{Name: "uerrno", AliasOf: "errno"}
	uheapq       = &py.Module{Name: "uheapq", AliasOf: "heapq"}
	uio          = &py.Module{Name: "uio", AliasOf: "io"}
	ujson        = &py.Module{Name: "ujson", AliasOf: "json"}
	uos          = &py.Module{Name: "uos", AliasOf: "os"}
	urandom      = &py.Module{Name: "urandom", AliasOf: "random"}
	ure          = &py.Module{Name: "ure", AliasOf: "re"}
	ustruct      = &py.Module{Name: "ustruct", AliasOf: "struct"}
	usys         = &py.Module{Name: "usys", AliasOf: "sys"}
	utime        = &py.Module{Name: "utime", AliasOf: "time"}
)
