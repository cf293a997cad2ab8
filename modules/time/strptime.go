package time

import (
	"github.com/woma-lang/woma/internal/datefmt"
	"github.com/woma-lang/woma/py"
)

func strptime(t *py.Thread, a *py.Args) (py.Value, error) {
	text, format := a.String(0), a.StringOr(1, "%a %b %d %H:%M:%S %Y")
	if err := a.Err(); err != nil {
		for i := range 2 {
			if v := a.ValueOr(i, py.NewStr("")); !py.IsInstance(v, py.StrType) {
				return py.Nil, py.Raise(py.TypeError, "strptime() argument %d must be str, not %s", i, py.Object(v.Type()))
			}
		}
		return py.Nil, err
	}
	s, kind, detail := datefmt.Parse(text, format)
	if text := kind.Text(text, format, detail, py.QuoteStr); text != "" {
		return py.Nil, py.RaiseValue(py.ValueError, py.NewStr(text))
	}
	var vals [11]py.Value
	for i, n := range [...]int{s.Year, s.Mon, s.Day, s.Hour, s.Min, s.Sec, s.Wday, s.Yday, s.Dst} {
		vals[i] = py.Int(int64(n))
	}
	vals[9], vals[10] = py.None, py.None
	if s.Zone != "" {
		vals[9] = py.NewStr(s.Zone)
	}
	if s.HasOff {
		vals[10] = py.Int(int64(s.Off))
	}
	return structTime.Get().New(vals[:]...), nil
}
