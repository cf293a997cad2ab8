package cryptography

import (
	"github.com/dchest/siphash"

	"github.com/woma-lang/woma/py"
)

// SipHash-2-4, the variant for authenticating short messages, in the shape of Poly1305; a
// class of pyca/cryptography it is not. The library knows no other numbers of rounds, and
// its state cannot be copied.

var (
	sipType  = &py.Type{}
	sipShape py.Shape
)

func defineSip() {
	const keySize = 16
	defineDigester(sipType, &sipShape, "SipHash", "siphash", "(key, tag_length=8)",
		func(t *py.Thread, a *py.Args, d *digester) error {
			d.wrong = "Value did not match computed tag."
			key := arg(t, a, 0, "key")
			d.size = siphash.Size
			if a.Given(1) {
				d.size = a.Int(t, 1)
			}
			if err := a.Err(); err != nil {
				return err
			}
			if len(key) != keySize {
				return py.Raise(py.ValueError, "A SipHash key is %d bytes long", keySize)
			}
			if err := refuse(t, "SipHash"); err != nil {
				return err
			}
			switch d.size {
			case siphash.Size:
				d.h = siphash.New(key)
			case siphash.Size128:
				d.h = siphash.New128(key)
			default:
				return py.Raise(py.ValueError, "tag_length must be %d or %d", siphash.Size, siphash.Size128)
			}
			return nil
		}, verifyRow("SipHash"))
}
