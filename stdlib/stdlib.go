// Package stdlib lists the Python modules that woma brings along: those of package
// core, and those that need more. There are no other lists.
package stdlib

import (
	"github.com/woma-lang/woma/modules/cryptography"
	"github.com/woma-lang/woma/modules/cryptolib"
	"github.com/woma-lang/woma/modules/hashlib"
	"github.com/woma-lang/woma/modules/hmac"
	"github.com/woma-lang/woma/modules/secrets"
	"github.com/woma-lang/woma/modules/uuid"
	womamod "github.com/woma-lang/woma/modules/woma"
	"github.com/woma-lang/woma/py"
	"github.com/woma-lang/woma/stdlib/core"
)

// Core returns the modules that need nothing from outside and no cryptography. A Go
// program that uses only these imports package stdlib/core, and does not link the rest.
func Core() []*py.Module { return core.Modules() }

// Crypto returns the modules with cryptography.
func Crypto() []*py.Module {
	return append(cryptography.Modules(),
		cryptolib.Module,
		hashlib.Module,
		hmac.Module,
		secrets.Module,
		uuid.Module,
		womamod.Module,
		ucryptolib,
		uhashlib,
	)
}

// All returns every module.
func All() []*py.Module { return append(Core(), Crypto()...) }

// MicroPython's old names.
var (
	ucryptolib = &py.Module{Name: "ucryptolib", AliasOf: "cryptolib"}
	uhashlib   = &py.Module{Name: "uhashlib", AliasOf: "hashlib"}
)
