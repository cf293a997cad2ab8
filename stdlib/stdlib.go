// Package stdlib lists the Python modules that woma brings along. It is the only
// such list.
package stdlib

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
	"github.com/woma-lang/woma/modules/cryptography"
	"github.com/woma-lang/woma/modules/cryptolib"
	"github.com/woma-lang/woma/modules/datetime"
	"github.com/woma-lang/woma/modules/errno"
	"github.com/woma-lang/woma/modules/fnmatch"
	"github.com/woma-lang/woma/modules/functools"
	"github.com/woma-lang/woma/modules/gc"
	"github.com/woma-lang/woma/modules/hashlib"
	"github.com/woma-lang/woma/modules/heapq"
	"github.com/woma-lang/woma/modules/hmac"
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
	"github.com/woma-lang/woma/modules/secrets"
	strings "github.com/woma-lang/woma/modules/string"
	"github.com/woma-lang/woma/modules/string/templatelib"
	structs "github.com/woma-lang/woma/modules/struct"
	"github.com/woma-lang/woma/modules/sys"
	"github.com/woma-lang/woma/modules/time"
	"github.com/woma-lang/woma/modules/types"
	"github.com/woma-lang/woma/modules/uuid"
	"github.com/woma-lang/woma/modules/weakref"
	womamod "github.com/woma-lang/woma/modules/woma"
	"github.com/woma-lang/woma/modules/zlib"
	"github.com/woma-lang/woma/py"
)

// Core returns the modules that need nothing from outside and no cryptography.
func Core() []*py.Module {
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
		// MicroPython's old names.
		alias("ubinascii", binascii.Module),
		alias("ucollections", collections.Module),
		alias("uerrno", errno.Module),
		alias("uheapq", heapq.Module),
		alias("uio", io.Module),
		alias("ujson", json.Module),
		alias("uos", os.Module),
		alias("urandom", random.Module),
		alias("ure", re.Module),
		alias("ustruct", structs.Module),
		alias("usys", sys.Module),
		alias("utime", time.Module),
	}
}

// Crypto returns the modules with cryptography.
func Crypto() []*py.Module {
	return append(cryptography.Modules(),
		cryptolib.Module,
		hashlib.Module,
		hmac.Module,
		secrets.Module,
		uuid.Module,
		womamod.Module,
		alias("ucryptolib", cryptolib.Module),
		alias("uhashlib", hashlib.Module),
	)
}

// All returns every module.
func All() []*py.Module { return append(Core(), Crypto()...) }

// alias gives a module another name.
func alias(name string, m *py.Module) *py.Module { return &py.Module{Name: name, AliasOf: m} }
