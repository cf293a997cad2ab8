package io

import "github.com/woma-lang/woma/py"

// MicroPython's streams take the part of the buffer that is meant as further
// arguments: write(buf, size), write(buf, offset, size) and readinto(buf, size).
// https://docs.micropython.org/en/latest/library/io.html

// part returns the bytes that write is to write.
func part(t *py.Thread, a *py.Args) []byte {
	p := a.Buffer(t, 0)
	rest := a.Rest()
	if len(rest) == 0 || a.Err() != nil {
		return p
	}
	if len(rest) > 2 {
		a.Fail(tooMany(a, len(rest)+1))
		return nil
	}
	if len(rest) == 2 {
		off, err := py.AsIndexClamped(t, rest[0])
		if err != nil {
			a.Fail(err)
			return nil
		}
		p = p[min(uint64(off), uint64(len(p))):]
		rest = rest[1:]
	}
	n, err := py.AsIndexClamped(t, rest[0])
	if err != nil {
		a.Fail(err)
		return nil
	}
	return p[:min(uint64(n), uint64(len(p)))]
}

// firstBytes returns the bytes of p that readinto is to fill.
func firstBytes(t *py.Thread, a *py.Args, p []byte) ([]byte, error) {
	rest := a.Rest()
	if len(rest) == 0 {
		return p, nil
	}
	if len(rest) > 1 {
		return nil, tooMany(a, len(rest)+1)
	}
	n, err := py.AsIndexClamped(t, rest[0])
	if err != nil {
		return nil, err
	}
	return p[:min(uint64(n), uint64(len(p)))], nil
}

func tooMany(a *py.Args, n int) error {
	return py.Raise(py.TypeError, "%s() takes exactly one argument (%d given)", a.FuncName(), n)
}
