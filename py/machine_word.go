package py

import "math/big"

// MachineWord returns the low 64 bits of an int, as viper functions of MicroPython
// see it; None, which a function returns that says nothing, is 0.
func MachineWord(t *Thread, v Value) (uint64, error) {
	if v.IsInt() || v.IsBool() {
		return v.n, nil
	}
	if v.IsNone() {
		return 0, nil
	}
	x, err := Unary(t, OpInt, v)
	if err != nil {
		return 0, err
	}
	return new(big.Int).And(AsBig(x), allOnes).Uint64(), nil
}

var allOnes = new(big.Int).SetUint64(1<<64 - 1)
