// Package secrets is Python's secrets module: random numbers for passwords, keys
// and tokens, from the interpreter's source of cryptographic randomness.
// https://docs.python.org/3.13/library/secrets.html
package secrets

import (
	"encoding/base64"
	"encoding/hex"
	"io"
	"math/big"

	"github.com/woma-lang/woma/py"
)

// Module is secrets.
var Module = &py.Module{
	Name: "secrets",
	Doc:  "Random numbers, bytes and tokens for secrets.",
	Table: func() py.Members {
		return py.Members{
			py.Const("DEFAULT_ENTROPY", py.Int(defaultEntropy)),
			py.Func("def choice(seq)", choice),
			py.Func("def randbelow(exclusive_upper_bound)", randbelow),
			py.Func("def randbits(k)", randbits),
			py.Func("def token_bytes(nbytes=None)", token_bytes),
			py.Func("def token_hex(nbytes=None)", token_hex),
			py.Func("def token_urlsafe(nbytes=None)", token_urlsafe),
		}
	},
	Init: func(t *py.Thread, m *py.ModuleObj) error {
		// As in CPython, these are other modules'.
		for name, from := range map[string]string{"compare_digest": "hmac", "SystemRandom": "random"} {
			if t.Interp.Available.Get(from) == nil {
				continue
			}
			mod, err := t.Interp.Machine.Import(t, from, nil, py.NewTuple(py.NewStr(name)), 0)
			if err != nil {
				return err
			}
			v, err := py.LookupAttr(t, mod, py.Name(name))
			if err != nil {
				return err
			}
			if v.Bound() {
				m.Dict.SetItem(name, v)
			}
		}
		var all []py.Value
		for _, name := range [...]string{"choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex", "token_urlsafe", "compare_digest"} {
			if m.Dict.GetStr(py.Name(name)) != nil {
				all = append(all, py.NewStr(name))
			}
		}
		m.Dict.SetItem("__all__", py.NewList(all).Value())
		return nil
	},
}

const defaultEntropy = 32

// random returns n random bytes.
func random(t *py.Thread, n int) ([]byte, error) {
	if t.Interp.Random == nil {
		return nil, py.Raise(py.NotImplementedError, "the interpreter has no source of randomness")
	}
	if err := t.Alloc(n); err != nil {
		return nil, err
	}
	b := make([]byte, n)
	if _, err := io.ReadFull(t.Interp.Random, b); err != nil {
		return nil, py.FromGo(err)
	}
	return b, nil
}

// token returns the random bytes of a token.
func token(t *py.Thread, a *py.Args) ([]byte, error) {
	n := defaultEntropy
	if a.Given(0) {
		n = a.Int(t, 0)
		if err := a.Err(); err != nil {
			return nil, err
		}
	}
	if n < 0 {
		return nil, py.Raise(py.ValueError, "negative argument not allowed")
	}
	return random(t, n)
}

func token_bytes(t *py.Thread, a *py.Args) (py.Value, error) {
	b, err := token(t, a)
	return py.NewBytes(b), err
}

func token_hex(t *py.Thread, a *py.Args) (py.Value, error) {
	b, err := token(t, a)
	return py.NewStr(hex.EncodeToString(b)), err
}

func token_urlsafe(t *py.Thread, a *py.Args) (py.Value, error) {
	b, err := token(t, a)
	return py.NewStr(base64.RawURLEncoding.EncodeToString(b)), err
}

// bits returns a random number of k bits.
func bits(t *py.Thread, k int) (*big.Int, error) {
	b, err := random(t, (k+7)/8)
	if err != nil {
		return nil, err
	}
	if k%8 != 0 {
		b[0] >>= 8 - k%8
	}
	return new(big.Int).SetBytes(b), nil
}

func randbits(t *py.Thread, a *py.Args) (py.Value, error) {
	if low, err := py.CompareBool(t, py.OpLt, a.Value(0), py.Int(0)); err != nil {
		return py.Nil, err
	} else if low {
		return py.Nil, py.Raise(py.ValueError, "number of bits must be non-negative")
	}
	k := a.Int(t, 0)
	if err := a.Err(); err != nil {
		return py.Nil, err
	}
	n, err := bits(t, k)
	if err != nil {
		return py.Nil, err
	}
	return py.NewBig(n), nil
}

// below returns a random number from 0 to n-1, without bias.
func below(t *py.Thread, n *big.Int) (*big.Int, error) {
	for {
		x, err := bits(t, n.BitLen())
		if err != nil || x.Cmp(n) < 0 {
			return x, err
		}
		if err := t.Step(1); err != nil {
			return nil, err
		}
	}
}

func randbelow(t *py.Thread, a *py.Args) (py.Value, error) {
	v := a.Value(0)
	if zero, err := py.CompareBool(t, py.OpLe, v, py.Int(0)); err != nil {
		return py.Nil, err
	} else if zero {
		return py.Nil, py.Raise(py.ValueError, "Upper bound must be positive.")
	}
	n, ok := py.IsIntLike(v)
	if !ok {
		return py.Nil, py.Raise(py.AttributeError, "'%s' object has no attribute 'bit_length'", py.TypeName(v))
	}
	x, err := below(t, py.AsBig(n))
	if err != nil {
		return py.Nil, err
	}
	return py.NewBig(x), nil
}

func choice(t *py.Thread, a *py.Args) (py.Value, error) {
	seq := a.Value(0)
	n, err := py.Len(t, seq)
	if err != nil {
		return py.Nil, err
	}
	if n == 0 {
		return py.Nil, py.Raise(py.IndexError, "Cannot choose from an empty sequence")
	}
	i, err := below(t, big.NewInt(int64(n)))
	if err != nil {
		return py.Nil, err
	}
	return py.GetItem(t, seq, py.Int(i.Int64()))
}
