package hashes

import (
	"hash"
	"reflect"

	//lint:ignore SA1019 hashlib has it, and old file formats need it.
	"golang.org/x/crypto/ripemd160"
)

// ripemd is RIPEMD-160 that can be copied: x/crypto's has no way to save its state,
// but that is a struct without pointers.
type ripemd struct{ hash.Hash }

func newRIPEMD160() hash.Hash { return ripemd{ripemd160.New()} }

// Clone implements hash.Cloner.
func (r ripemd) Clone() (hash.Cloner, error) {
	h := ripemd160.New()
	reflect.ValueOf(h).Elem().Set(reflect.ValueOf(r.Hash).Elem())
	return ripemd{h}, nil
}
