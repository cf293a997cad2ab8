package py

// floatOf returns the number of a float or instance of a subclass.
func floatOf(v Value) (float64, bool) {
	if v.IsFloat() {
		return v.F(), true
	}
	if o, ok := Cast[FloatObj](v, FloatType); ok {
		return o.V, true
	}
	return 0, false
}

// formatNumber is __format__ of the numbers.
func formatNumber(t *Thread, v Value, spec *Str) (Value, error) {
	if spec.NBytes() == 0 {
		s, err := ToStr(t, v)
		if err != nil {
			return Nil, err
		}
		return s.Value(), nil
	}
	f, err := ParseFormatSpec(t, spec, TypeName(v))
	if err != nil {
		return Nil, err
	}
	if c, ok := Cast[Complex](v, ComplexType); ok {
		return FormatComplex(t, c.V, f)
	}
	if x, ok := floatOf(v); ok {
		return FormatFloat(t, x, f)
	}
	return FormatInt(t, plainIntOf(v), f)
}

func plainIntOf(v Value) Value {
	i, _ := IsIntLike(v)
	return i
}

func intFormat(t *Thread, v Value, spec *Str) (Value, error)     { return formatNumber(t, v, spec) }
func floatFormat(t *Thread, v Value, spec *Str) (Value, error)   { return formatNumber(t, v, spec) }
func complexFormat(t *Thread, v Value, spec *Str) (Value, error) { return formatNumber(t, v, spec) }
