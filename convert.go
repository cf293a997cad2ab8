package woma

import (
	"fmt"
	"math/big"
	"reflect"

	"github.com/woma-lang/woma/py"
)

// maxNesting bounds the conversion of nested containers, which may contain
// themselves.
const maxNesting = 200

// ToPython returns the Python value for a Go value:
//
//	nil                          None
//	bool, integers, *big.Int     bool, int
//	floats, complex              float, complex
//	string                       str (invalid UTF-8 becomes lone surrogates)
//	[]byte                       bytes (a copy)
//	slices, arrays               list
//	maps                         dict
//	pointers to the above        what they point to; nil: None
//	py.Value, *py.Exc            itself
func ToPython(x any) (py.Value, error) { return toPython(x, 0) }

func toPython(x any, depth int) (py.Value, error) {
	switch x := x.(type) {
	case nil:
		return py.None, nil
	case py.Value:
		if !x.Bound() {
			return py.None, nil
		}
		return x, nil
	case bool:
		return py.Bool(x), nil
	case int:
		return py.Int(int64(x)), nil
	case float64:
		return py.Float(x), nil
	case string:
		return py.NewStr(py.ToWTF8(x)), nil
	case []byte:
		return py.NewBytes(append([]byte(nil), x...)), nil
	case *big.Int:
		if x == nil {
			return py.None, nil
		}
		return py.NewBig(new(big.Int).Set(x)), nil
	case *py.Exc:
		return x.Value(), nil
	}
	return reflectToPython(reflect.ValueOf(x), depth)
}

func reflectToPython(v reflect.Value, depth int) (py.Value, error) {
	if depth > maxNesting {
		return py.Nil, fmt.Errorf("woma: %s is nested too deeply", v.Type())
	}
	switch v.Kind() {
	case reflect.Bool:
		return py.Bool(v.Bool()), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return py.Int(v.Int()), nil
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return py.NewUint(v.Uint()), nil
	case reflect.Float32, reflect.Float64:
		return py.Float(v.Float()), nil
	case reflect.Complex64, reflect.Complex128:
		return py.NewComplex(v.Complex()), nil
	case reflect.String:
		return py.NewStr(py.ToWTF8(v.String())), nil
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return py.None, nil
		}
		return toPython(v.Elem().Interface(), depth+1)
	case reflect.Slice, reflect.Array:
		items := make([]py.Value, v.Len())
		for i := range items {
			var err error
			if items[i], err = toPython(v.Index(i).Interface(), depth+1); err != nil {
				return py.Nil, err
			}
		}
		return py.NewList(items).Value(), nil
	case reflect.Map:
		d := py.NewDictSize(v.Len())
		for it := v.MapRange(); it.Next(); {
			k, err := toPython(it.Key().Interface(), depth+1)
			if err != nil {
				return py.Nil, err
			}
			val, err := toPython(it.Value().Interface(), depth+1)
			if err != nil {
				return py.Nil, err
			}
			// Go map keys convert to hashable builtin types: no Python code runs.
			if err := d.Set(nil, k, val); err != nil {
				return py.Nil, err
			}
		}
		return d.Value(), nil
	}
	return py.Nil, fmt.Errorf("woma: no Python value for a %s", v.Type())
}

// FromPython returns the Go value for a Python value of a builtin type:
//
//	None                  nil
//	bool, int             bool, int64 (*big.Int if it does not fit)
//	float, complex        float64, complex128
//	str                   string (lone surrogates stay as in WTF-8)
//	bytes, bytearray      []byte (a copy)
//	list, tuple           []any
//	set, frozenset        []any
//	dict                  map[string]any if all keys are strings, else map[any]any
//
// An object of any other class comes back as its [py.Value].
func FromPython(v py.Value) (any, error) { return fromPython(v, 0) }

func fromPython(v py.Value, depth int) (any, error) {
	if depth > maxNesting {
		return nil, fmt.Errorf("woma: Python value is nested too deeply")
	}
	switch {
	case !v.Bound() || v.IsNone():
		return nil, nil
	case v.IsBool():
		return v.I() != 0, nil
	case v.IsInt():
		return v.I(), nil
	case v.IsFloat():
		return v.F(), nil
	case py.IsBig(v):
		return new(big.Int).Set(py.As[py.BigInt](v).V), nil
	case py.IsStr(v):
		return string([]byte(py.As[py.Str](v).String())), nil
	case py.IsBytes(v):
		return append([]byte{}, py.As[py.Bytes](v).B...), nil
	case py.IsByteArray(v):
		return append([]byte{}, py.As[py.ByteArray](v).B...), nil
	case v.Type() == py.ComplexType:
		return py.As[py.Complex](v).V, nil
	case py.IsList(v):
		return fromItems(py.As[py.List](v).A, depth)
	case py.IsTuple(v):
		return fromItems(py.As[py.Tuple](v).Items(), depth)
	case v.Type() == py.SetType, v.Type() == py.FrozenSetType:
		items, err := py.ToSlice(nil, v)
		if err != nil {
			return nil, err
		}
		return fromItems(items, depth)
	case v.Type() == py.DictType:
		return fromDict(py.As[py.Dict](v), depth)
	}
	return v, nil
}

func fromItems(items []py.Value, depth int) (any, error) {
	out := make([]any, len(items))
	for i, x := range items {
		var err error
		if out[i], err = fromPython(x, depth+1); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func fromDict(d *py.Dict, depth int) (any, error) {
	byName := make(map[string]any, d.Len())
	var byKey map[any]any
	for pos := 0; ; {
		k, v, next, ok := d.Next(pos)
		if !ok {
			break
		}
		pos = next
		val, err := fromPython(v, depth+1)
		if err != nil {
			return nil, err
		}
		if py.IsStr(k) && byKey == nil {
			byName[string([]byte(py.As[py.Str](k).String()))] = val
			continue
		}
		if byKey == nil {
			byKey = make(map[any]any, d.Len())
			for name, x := range byName {
				byKey[name] = x
			}
		}
		key, err := goKey(k, depth)
		if err != nil {
			return nil, err
		}
		byKey[key] = val
	}
	if byKey != nil {
		return byKey, nil
	}
	return byName, nil
}

// goKey is fromPython for a key: what Go cannot compare stays a Python value.
func goKey(k py.Value, depth int) (any, error) {
	x, err := fromPython(k, depth+1)
	if err != nil {
		return nil, err
	}
	switch x.(type) {
	case nil, bool, int64, float64, complex128, string:
		return x, nil
	}
	return k, nil
}
