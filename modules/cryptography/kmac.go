package cryptography

import (
	"github.com/woma-lang/woma/internal/hashes"
	"github.com/woma-lang/woma/py"
)

// KMAC (SP 800-185) over the standard library's cSHAKE, in the shape of CMAC; a class of
// pyca/cryptography it is not.

var (
	kmac128Type, kmac256Type   = &py.Type{}, &py.Type{}
	kmac128Shape, kmac256Shape py.Shape
)

func defineKmac(typ *py.Type, shape *py.Shape, name string, strength int) {
	defineDigester(typ, shape, name, "kmac", "(key, length, customization=None)",
		func(t *py.Thread, a *py.Args, d *digester) error {
			key, length, custom := arg(t, a, 0, "key"), a.Int(t, 1), argOrNone(t, a, 2, "customization")
			if err := a.Err(); err != nil {
				return err
			}
			if length < 4 {
				return py.Raise(py.ValueError, "length must be at least 4 bytes")
			}
			if len(key) < 14 {
				if err := refuse(t, name+" with a key of less than 14 bytes"); err != nil {
					return err
				}
			}
			if err := work(t, length); err != nil {
				return err
			}
			if err := work(t, len(key)+len(custom)); err != nil {
				return err
			}
			d.h, d.size = hashes.NewKMAC(strength, key, length, custom), length
			return nil
		}, copyRow(name), verifyRow(name))
}
