package io

import (
	"github.com/woma-lang/woma/py"
)

// raw is what a buffered stream reads from and writes to.
type raw interface {
	readRaw(t *py.Thread, p []byte) (n int, none bool, err error)
	writeRaw(t *py.Thread, p []byte) (n int, none bool, err error)
	seekRaw(off int64, whence int) (int64, error)
	readAllRaw(t *py.Thread, head []byte) (data []byte, none bool, err error)
}

// rawOf returns the quick way to a raw stream: FileIO directly, any other object
// through its methods.
func rawOf(t *py.Thread, v py.Value) raw {
	if v.Type() == fileIOType {
		return py.As[fileIO](v)
	}
	return &rawObject{t, v}
}

// rawObject is a raw stream that is any Python object.
type rawObject struct {
	t *py.Thread
	v py.Value
}

func (r *rawObject) readRaw(t *py.Thread, p []byte) (int, bool, error) {
	// The object gets a buffer of its own: what it does with it later is its affair.
	buf := py.NewByteArray(make([]byte, len(p)))
	var res py.Value
	f, err := py.LookupAttr(t, r.v, nameReadinto.Str())
	if err != nil {
		return 0, false, err
	}
	if !f.Bound() {
		// MicroPython's streams may have read() only.
		if res, err = py.CallMethod(t, r.v, nameRead.Str(), py.Int(int64(len(p)))); err != nil || res.IsNone() {
			return 0, err == nil, err
		}
		data, err := py.AsBuffer(t, res)
		if err != nil {
			return 0, false, err
		}
		return copy(p, data), false, nil
	}
	if res, err = py.Call(t, f, buf); err != nil || res.IsNone() {
		return 0, err == nil, err
	}
	n, err := py.AsInt(t, res)
	if err != nil {
		return 0, false, err
	}
	data := py.As[py.ByteArray](buf).B
	if n < 0 || n > len(p) || n > len(data) {
		return 0, false, py.Raise(py.OSError, "raw readinto() returned invalid length %d (should have been between 0 and %d)", n, len(p))
	}
	return copy(p, data[:n]), false, nil
}

func (r *rawObject) writeRaw(t *py.Thread, p []byte) (int, bool, error) {
	res, err := py.CallMethod(t, r.v, nameWrite.Str(), py.NewBytes(append([]byte(nil), p...)))
	if err != nil || res.IsNone() {
		return 0, err == nil, err
	}
	n, err := py.AsInt(t, res)
	if err != nil {
		return 0, false, err
	}
	if n < 0 || n > len(p) {
		return 0, false, py.Raise(py.OSError, "raw write() returned invalid length %d (should have been between 0 and %d)", n, len(p))
	}
	return n, false, nil
}

func (r *rawObject) seekRaw(off int64, whence int) (int64, error) {
	var res py.Value
	var err error
	if off == 0 && whence == 1 {
		res, err = py.CallMethod(r.t, r.v, nameTell.Str())
	} else {
		res, err = py.CallMethod(r.t, r.v, nameSeek.Str(), py.Int(off), py.Int(int64(whence)))
	}
	if err != nil {
		return 0, err
	}
	n, err := py.AsInt64(r.t, res)
	if err == nil && n < 0 {
		err = py.Raise(py.OSError, "Raw stream returned invalid position %d", n)
	}
	return n, err
}

func (r *rawObject) readAllRaw(t *py.Thread, head []byte) ([]byte, bool, error) {
	f, err := py.LookupAttr(t, r.v, nameReadall.Str())
	if err != nil {
		return nil, false, err
	}
	if f.Bound() {
		v, err := py.Call(t, f)
		if err != nil {
			return nil, false, err
		}
		if v.IsNone() {
			return head, len(head) == 0, nil
		}
		if !py.IsBytes(v) {
			return nil, false, py.Raise(py.TypeError, "readall() should return bytes")
		}
		p := py.As[py.Bytes](v).B
		if err := t.Alloc(len(p)); err != nil {
			return nil, false, err
		}
		return append(head[:len(head):len(head)], p...), false, nil
	}
	data := append([]byte(nil), head...)
	for {
		v, err := py.CallMethod(t, r.v, nameRead.Str())
		if err != nil {
			return nil, false, err
		}
		if v.IsNone() {
			return data, len(data) == 0, nil
		}
		if !py.IsBytes(v) {
			return nil, false, py.Raise(py.TypeError, "read() should return bytes")
		}
		p := py.As[py.Bytes](v).B
		if len(p) == 0 {
			return data, false, nil
		}
		if err := t.Alloc(len(p)); err != nil {
			return nil, false, err
		}
		data = append(data, p...)
	}
}
