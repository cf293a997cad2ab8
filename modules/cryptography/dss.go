package cryptography

import (
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	tags "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/woma-lang/woma/py"
)

// decode_dss_signature returns the numbers of a signature of ECDSA in DER.
func decode_dss_signature(t *py.Thread, a *py.Args) (py.Value, error) {
	der := cryptobyte.String(arg(t, a, 0, "signature"))
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	var seq cryptobyte.String
	r, s := new(big.Int), new(big.Int)
	if !der.ReadASN1(&seq, tags.SEQUENCE) || !der.Empty() || !seq.ReadASN1Integer(r) || !seq.ReadASN1Integer(s) || !seq.Empty() ||
		r.Sign() < 0 || s.Sign() < 0 {
		return py.Nil, py.Raise(py.ValueError, "error parsing asn1 value: not a signature")
	}
	return py.NewTuple(py.NewBig(r), py.NewBig(s)), nil
}

// encode_dss_signature writes two numbers as DER.
func encode_dss_signature(t *py.Thread, a *py.Args) (py.Value, error) {
	r, s := bigArg(a.Value(0)), bigArg(a.Value(1))
	if r == nil || s == nil {
		return py.Nil, py.Raise(py.TypeError, "r and s must be integers")
	}
	if r.Sign() < 0 || s.Sign() < 0 {
		return py.Nil, py.Raise(py.ValueError, "Negative integers are not supported")
	}
	if err := work(t, (r.BitLen()+s.BitLen())/8); err != nil {
		return py.Nil, err
	}
	der, err := build(func(b *cryptobyte.Builder) {
		b.AddASN1(tags.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddASN1BigInt(r)
			b.AddASN1BigInt(s)
		})
	})
	return py.NewBytes(der), err
}
